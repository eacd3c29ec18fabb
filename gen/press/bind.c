#include "press/bind.h"

#include "base/digest.h"
#include "base/map.h"
#include "press/lexeme.h"
#include "press/reread.h"
#include "press/word.h"

#define GROUP 64u	/* pages under one node of the tree */
#define DEPTH_LIMIT 32u /* of objects in objects */

static const struct str none = {NULL, 0};

enum { CATALOG = 1, PAGES, INFORMATION, FIRST_FREE };

struct bind {
	struct arena *arena;
	struct arena *scratch; /* rewound before each document */
	struct arena_mark empty;
	bind_put *put;
	void *data;
	bool refused; /* a piece was not taken */
	struct digesting digesting;
	size_t written;	 /* [bytes] */
	size_t *offsets; /* by object of the bundle */
	size_t count, room;
	struct map shared; /* digest of an object → its number */
	unsigned *groups;  /* nodes of the page tree */
	size_t ngroups, groups_room;
	struct buf kids; /* of the group in work */
	size_t nkids, npages;
	struct str title, producer;
};

/* ---- the bundle's own objects ---- */

static void emit(struct bind *bind, struct str piece)
{
	if (bind->refused || !piece.len)
		return;
	digest_add(&bind->digesting, piece);
	bind->written += piece.len;
	bind->refused = !bind->put(bind->data, piece);
}

static unsigned reserve(struct bind *bind)
{
	if (bind->count == bind->room) {
		size_t room = bind->room ? bind->room * 2 : 1024;
		bind->offsets = arena_grow(bind->arena, bind->offsets, bind->room, room,
					   sizeof *bind->offsets);
		bind->room = room;
	}
	return (unsigned)bind->count++;
}

static void emit_object(struct bind *bind, unsigned number, struct str value,
			struct str stream)
{
	char text[32];
	struct buf head = {.at = text, .room = sizeof text, .limit = sizeof text};
	bind->offsets[number] = bind->written;
	buf_int(&head, number);
	buf_put(&head, STR(" 0 obj\n"));
	emit(bind, buf_str(&head));
	emit(bind, value);
	if (stream.at) {
		emit(bind, STR("stream\n"));
		emit(bind, stream);
		emit(bind, STR("\nendstream"));
	}
	emit(bind, STR("\nendobj\n"));
}

struct bind *bind_open(struct arena *arena, struct str title, struct str producer,
		       bind_put *put, void *data)
{
	struct bind *bind = ARENA_NEW(arena, struct bind);
	*bind = (struct bind){.arena = arena,
			      .scratch = arena_new(0),
			      .put = put,
			      .data = data,
			      .shared = map_new(arena),
			      .kids = buf_new(arena, 0),
			      .title = title,
			      .producer = producer};
	bind->empty = arena_mark(bind->scratch);
	digest_begin(&bind->digesting);
	while (bind->count < FIRST_FREE)
		reserve(bind);
	emit(bind, STR("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
	return bind;
}

/* ---- copying ---- */

/* The number of an object that says just this; written when it is the first. */
static unsigned share(struct bind *bind, struct str value, struct str stream)
{
	struct digesting digesting;
	digest_begin(&digesting);
	digest_add_text(&digesting, value);
	digest_add_text(&digesting, stream);
	struct digest digest = digest_end(&digesting);
	struct str key = {(const char *)digest.bytes, sizeof digest.bytes};
	unsigned *known = map_find(&bind->shared, key);
	if (known)
		return *known;
	known = ARENA_NEW(bind->arena, unsigned);
	*known = reserve(bind);
	*map_at(&bind->shared, str_copy(bind->arena, key)) = known;
	emit_object(bind, *known, value, stream);
	return *known;
}

/* A value whose references lead to copies; a stream's length is told anew. */
static struct str rewrite(struct bind *bind, struct reread *reread, struct str value,
			  struct str stream, unsigned depth)
{
	struct buf out = buf_new(bind->scratch, 0);
	struct lexeme lexeme = lexeme_next(value, 0);
	size_t from = 0;
	for (; lexeme.kind != LEXEME_END; lexeme = lexeme_next(value, lexeme.to)) {
		struct str word = str_slice(value, lexeme.from, lexeme.to);
		size_t end = lexeme_skip(value, lexeme.from);
		if (stream.at && str_equal(word, STR("/Length"))) {
			buf_put(&out, str_slice(value, from, lexeme.to));
			buf_byte(&out, ' ');
			buf_int(&out, (int64_t)stream.len);
			from = lexeme.to = lexeme_skip(value, lexeme.to);
		} else if (lexeme.kind == LEXEME_NUMBER && end > lexeme.to) {
			size_t number = lexeme_number(word);
			buf_put(&out, str_slice(value, from, lexeme.from));
			if (reread_has(reread, number) && !reread->copies[number] &&
			    depth < DEPTH_LIMIT) {
				struct str inner = reread_value(reread, number);
				struct str bytes = reread_stream(reread, inner);
				inner = rewrite(bind, reread, inner, bytes, depth + 1);
				reread->copies[number] = share(bind, inner, bytes);
			}
			word_reference(&out, reread_has(reread, number)
						     ? reread->copies[number]
						     : 0);
			from = lexeme.to = end;
		}
	}
	buf_put(&out, str_slice(value, from, value.len));
	return buf_str(&out);
}

/* ---- pages ---- */

/* Two levels: a file of ten thousand letters opens at the page that is asked for. */
static unsigned group_of_page(struct bind *bind)
{
	if (bind->nkids == 0) {
		if (bind->ngroups == bind->groups_room) {
			size_t room = bind->groups_room ? bind->groups_room * 2 : 64;
			bind->groups =
				arena_grow(bind->arena, bind->groups, bind->groups_room,
					   room, sizeof *bind->groups);
			bind->groups_room = room;
		}
		bind->groups[bind->ngroups++] = reserve(bind);
	}
	return bind->groups[bind->ngroups - 1];
}

static void close_group(struct bind *bind)
{
	struct arena_mark mark = arena_mark(bind->scratch);
	struct buf out = buf_new(bind->scratch, 0);
	if (bind->nkids == 0)
		return;
	buf_put(&out, STR("<</Type/Pages/Parent 2 0 R/Kids["));
	buf_put(&out, buf_str(&bind->kids));
	buf_put(&out, STR("]/Count "));
	buf_int(&out, (int64_t)bind->nkids);
	buf_put(&out, STR(">>"));
	emit_object(bind, bind->groups[bind->ngroups - 1], buf_str(&out), none);
	arena_rewind(bind->scratch, mark);
	bind->kids.len = 0;
	bind->nkids = 0;
}

/* What a page says itself, else what it inherits. */
static struct str inherited(const struct reread *reread, size_t page, struct str key)
{
	struct str value = reread_member(reread, page, key);
	for (unsigned depth = 0; !value.len && depth < DEPTH_LIMIT; depth++) {
		page = reread_number(reread_member(reread, page, STR("/Parent")));
		value = reread_member(reread, page, key);
	}
	return value;
}

static void add_page(struct bind *bind, struct reread *reread, size_t page)
{
	static const struct str keys[] = {STR_LIT("/MediaBox"), STR_LIT("/Resources"),
					  STR_LIT("/Contents")};
	struct buf out = buf_new(bind->scratch, 0);
	unsigned group = group_of_page(bind);
	buf_put(&out, STR("<</Type/Page/Parent "));
	word_reference(&out, group);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct str value = inherited(reread, page, keys[i]);
		value = rewrite(bind, reread, value, none, 0);
		buf_put(&out, keys[i]);
		buf_byte(&out, ' ');
		if (value.len && value.at[0] == '<') /* resources: all have the same */
			word_reference(&out, share(bind, value, none));
		else
			buf_put(&out, value);
	}
	buf_put(&out, STR(">>"));
	unsigned number = reserve(bind);
	emit_object(bind, number, buf_str(&out), none);
	if (bind->nkids)
		buf_byte(&bind->kids, ' ');
	word_reference(&bind->kids, number);
	bind->nkids++;
	bind->npages++;
	if (bind->nkids == GROUP)
		close_group(bind);
}

/* The leaves of a page tree, in order. */
static size_t add_tree(struct bind *bind, struct reread *reread, size_t node,
		       unsigned depth)
{
	struct str kids = reread_member(reread, node, STR("/Kids"));
	struct lexeme lexeme = lexeme_next(kids, 0);
	size_t pages = 0;
	if (depth > DEPTH_LIMIT)
		return 0;
	if (str_equal(reread_member(reread, node, STR("/Type")), STR("/Page"))) {
		add_page(bind, reread, node);
		return 1;
	}
	for (lexeme = lexeme_next(kids, lexeme.to); lexeme.kind == LEXEME_NUMBER;
	     lexeme = lexeme_next(kids, lexeme.to)) {
		size_t kid = lexeme_number(str_slice(kids, lexeme.from, lexeme.to));
		pages += add_tree(bind, reread, kid, depth + 1);
		lexeme.to = lexeme_skip(kids, lexeme.from);
	}
	return pages;
}

bool bind_add(struct bind *bind, struct str pdf, size_t *pages)
{
	struct reread reread;
	*pages = 0;
	arena_rewind(bind->scratch, bind->empty);
	if (reread_open(bind->scratch, pdf, &reread))
		*pages = add_tree(bind, &reread, reread.pages, 0);
	return *pages > 0 && !bind->refused;
}

/* ---- the end ---- */

static void emit_tree(struct bind *bind)
{
	struct buf out = buf_new(bind->scratch, 0);
	buf_put(&out, STR("<</Type/Pages/Kids["));
	for (size_t i = 0; i < bind->ngroups; i++) {
		buf_put(&out, i ? STR(" ") : STR(""));
		word_reference(&out, bind->groups[i]);
	}
	buf_put(&out, STR("]/Count "));
	buf_int(&out, (int64_t)bind->npages);
	buf_put(&out, STR(">>"));
	emit_object(bind, PAGES, buf_str(&out), none);
	emit_object(bind, CATALOG, STR("<</Type/Catalog/Pages 2 0 R>>"), none);
	out = buf_new(bind->scratch, 0);
	buf_put(&out, STR("<</Title"));
	word_text(&out, bind->title);
	buf_put(&out, STR("/Producer"));
	word_text(&out, bind->producer);
	buf_put(&out, STR(">>"));
	emit_object(bind, INFORMATION, buf_str(&out), none);
}

static void emit_table(struct bind *bind)
{
	for (size_t i = 1; i < bind->count; i++) {
		char digits[24], line[24];
		struct buf number = {
			.at = digits, .room = sizeof digits, .limit = sizeof digits};
		struct buf out = {.at = line, .room = sizeof line, .limit = sizeof line};
		buf_int(&number, (int64_t)bind->offsets[i]);
		buf_fill(&out, '0', number.len < 10 ? 10 - number.len : 0);
		buf_put(&out, buf_str(&number));
		buf_put(&out, STR(" 00000 n \n"));
		emit(bind, buf_str(&out));
	}
}

bool bind_close(struct bind *bind)
{
	arena_rewind(bind->scratch, bind->empty);
	close_group(bind);
	emit_tree(bind);
	struct digesting so_far = bind->digesting;
	struct digest digest = digest_end(&so_far);
	struct buf out = buf_new(bind->scratch, 0), id = buf_new(bind->scratch, 0);
	size_t table = bind->written;
	digest_put(&id, digest);
	buf_format(&out, "xref\n0 %zu\n0000000000 65535 f \n", bind->count);
	emit(bind, buf_str(&out));
	emit_table(bind);
	out = buf_new(bind->scratch, 0);
	buf_format(&out,
		   "trailer\n<</Size %zu/Root 1 0 R/Info 3 0 R/ID[<%.32s><%.32s>]>>\n"
		   "startxref\n%zu\n%%%%EOF\n",
		   bind->count, id.at, id.at, table);
	emit(bind, buf_str(&out));
	arena_free(bind->scratch);
	return !bind->refused;
}
