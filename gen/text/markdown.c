#include "text/markdown.h"

#include <md4c.h>

#include "base/limits.h"
#include "text/entity.h"
#include "text/percent.h"

/* Text pieces are laid side by side in `words`, so that a run grows by a length: what
 * Markdown gives back is never longer than what it was given, but for tabs in code, which
 * begin a new stretch. */
struct parser {
	struct arena *arena;
	const struct rendered *rendered;
	struct notices *notices;
	struct buf words;
	struct part root;
	struct part *open[LIMIT_DEPTH]; /* the parts around this place, outermost first */
	struct part *last[LIMIT_DEPTH]; /* the newest child of each */
	unsigned depth;
	struct run *run; /* the newest run of the innermost part */
	bool ended;	 /* the next text begins a new run */
	unsigned bold, italic;
	size_t cells; /* of all tables */
	struct str link;
	bool head;
	uint32_t at; /* [bytes] where the newest text stands */
};

#define AT_NONE UINT32_MAX

/* ---- faults ---- */

static void refuse(struct parser *parser, const char *what)
{
	NOTICE(parser->notices, MARKDOWN_REFUSED,
	       origin_span(parser->rendered, parser->at), what);
}

/* ---- parts ---- */

static struct part *innermost(struct parser *parser)
{
	return parser->open[parser->depth - 1];
}

/* Returns 1 when nested deeper than letters can be: md_parse then stops. */
static int open_part(struct parser *parser, enum part_kind kind)
{
	if (parser->depth == LIMIT_DEPTH) {
		refuse(parser, "nesting this deep");
		return 1;
	}
	struct part *part = ARENA_NEW(parser->arena, struct part);
	part->kind = kind;
	part->at = AT_NONE;
	struct part **newest = &parser->last[parser->depth - 1];
	if (*newest)
		(*newest)->next = part;
	else
		innermost(parser)->first = part;
	*newest = part;
	parser->last[parser->depth] = NULL;
	parser->open[parser->depth++] = part;
	parser->run = NULL;
	return 0;
}

static void close_part(struct parser *parser)
{
	struct part *part = innermost(parser);
	if (part->at == AT_NONE)
		part->at = parser->at;
	parser->depth--;
	parser->run = NULL;
}

/* A tight list's items hold text without a paragraph of its own: it gets one here. */
static bool in_bare_item(struct parser *parser)
{
	return innermost(parser)->kind == PART_ITEM;
}

static bool in_own_paragraph(struct parser *parser)
{
	return parser->depth > 1 && innermost(parser)->kind == PART_PARAGRAPH &&
	       parser->open[parser->depth - 2]->kind == PART_ITEM;
}

/* ---- runs ---- */

static unsigned style(const struct parser *parser)
{
	return (parser->bold ? STYLE_BOLD : 0u) | (parser->italic ? STYLE_ITALIC : 0u);
}

static struct run *new_run(struct parser *parser)
{
	struct run *run = ARENA_NEW(parser->arena, struct run);
	run->style = style(parser);
	run->link = parser->link;
	run->at = parser->at;
	run->text.at = parser->words.at + parser->words.len;
	if (parser->run)
		parser->run->next = run;
	else
		innermost(parser)->runs = run;
	parser->run = run;
	parser->ended = false;
	return run;
}

/* The first text in a part says where the part stands. */
static void place(struct parser *parser)
{
	for (unsigned i = parser->depth; i-- > 1 && parser->open[i]->at == AT_NONE;)
		parser->open[i]->at = parser->at;
}

static int add_text(struct parser *parser, struct str text)
{
	if (in_bare_item(parser) && open_part(parser, PART_PARAGRAPH))
		return 1;
	place(parser);
	if (parser->words.len + text.len > parser->words.room) {
		parser->words = buf_new(parser->arena, 0);
		buf_fill(&parser->words, ' ', text.len + 4096);
		parser->words.len = 0;
		parser->ended = true;
	}
	struct run *run = parser->run;
	if (!run || parser->ended || run->breaks)
		run = new_run(parser);
	buf_put(&parser->words, text);
	run->text.len += text.len;
	return 0;
}

static int add_break(struct parser *parser)
{
	if (!parser->run && add_text(parser, STR("")))
		return 1;
	parser->run->breaks = true;
	return 0;
}

static int add_entity(struct parser *parser, struct str name)
{
	struct buf buf = buf_new(parser->arena, 0);
	entity_put(&buf, name);
	return add_text(parser, buf_str(&buf));
}

/* ---- what md4c calls ---- */

static struct str attribute_text(struct parser *parser, const MD_ATTRIBUTE *attribute)
{
	struct buf buf = buf_new(parser->arena, 0);
	struct str all = {attribute->text, attribute->size};
	for (size_t i = 0; all.len && attribute->substr_offsets[i] < attribute->size;
	     i++) {
		struct str piece = str_slice(all, attribute->substr_offsets[i],
					     attribute->substr_offsets[i + 1]);
		if (attribute->substr_types[i] == MD_TEXT_ENTITY)
			entity_put(&buf, piece);
		else
			buf_put(&buf, piece);
	}
	return buf_str(&buf);
}

static enum align align_from(MD_ALIGN align)
{
	switch (align) {
	case MD_ALIGN_CENTER:
		return ALIGN_CENTRE;
	case MD_ALIGN_RIGHT:
		return ALIGN_RIGHT;
	case MD_ALIGN_DEFAULT:
	case MD_ALIGN_LEFT:
		return ALIGN_LEFT;
	}
	return ALIGN_LEFT;
}

static int enter_list(struct parser *parser, bool ordered, unsigned start)
{
	if (open_part(parser, PART_LIST))
		return 1;
	innermost(parser)->ordered = ordered;
	innermost(parser)->start = start;
	return 0;
}

static int enter_heading(struct parser *parser, unsigned level)
{
	if (open_part(parser, PART_HEADING))
		return 1;
	innermost(parser)->level = level;
	return 0;
}

static int enter_table(struct parser *parser, size_t columns)
{
	if (open_part(parser, PART_TABLE))
		return 1;
	innermost(parser)->columns = columns;
	return 0;
}

static int enter_row(struct parser *parser)
{
	if (open_part(parser, PART_ROW))
		return 1;
	innermost(parser)->head = parser->head;
	return 0;
}

static int enter_cell(struct parser *parser, MD_ALIGN align)
{
	if (++parser->cells > LIMIT_TABLE_CELLS) {
		refuse(parser, "tables this large");
		return 1;
	}
	if (open_part(parser, PART_CELL))
		return 1;
	innermost(parser)->align = align_from(align);
	return 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct parser *parser = data;
	if (in_own_paragraph(parser))
		close_part(parser);
	switch (type) {
	case MD_BLOCK_P:
		return open_part(parser, PART_PARAGRAPH);
	case MD_BLOCK_H:
		return enter_heading(parser, ((MD_BLOCK_H_DETAIL *)detail)->level);
	case MD_BLOCK_UL:
		return enter_list(parser, false, 0);
	case MD_BLOCK_OL:
		return enter_list(parser, true, ((MD_BLOCK_OL_DETAIL *)detail)->start);
	case MD_BLOCK_LI:
		return open_part(parser, PART_ITEM);
	case MD_BLOCK_HR:
		return open_part(parser, PART_RULE);
	case MD_BLOCK_QUOTE:
		return open_part(parser, PART_PANEL);
	case MD_BLOCK_CODE:
		return open_part(parser, PART_CODE);
	case MD_BLOCK_TABLE:
		return enter_table(parser, ((MD_BLOCK_TABLE_DETAIL *)detail)->col_count);
	case MD_BLOCK_TR:
		return enter_row(parser);
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		return enter_cell(parser, ((MD_BLOCK_TD_DETAIL *)detail)->align);
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
		parser->head = type == MD_BLOCK_THEAD;
		return 0;
	case MD_BLOCK_DOC:
	case MD_BLOCK_HTML:
		return 0;
	}
	return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	(void)detail;
	struct parser *parser = data;
	bool stands_for_nothing = type == MD_BLOCK_DOC || type == MD_BLOCK_HTML ||
				  type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY;
	if (stands_for_nothing)
		return 0;
	if (type == MD_BLOCK_LI && in_own_paragraph(parser))
		close_part(parser);
	close_part(parser);
	return 0;
}

/* ![caption](qr:payload "what it is"), alone in its paragraph. */
static bool enter_symbol(struct parser *parser, const MD_SPAN_IMG_DETAIL *detail)
{
	struct str source = attribute_text(parser, &detail->src), scheme = STR("qr:");
	struct part *part = innermost(parser);
	if (!str_starts(source, scheme) || part->kind != PART_PARAGRAPH || part->runs)
		return false;
	part->payload =
		percent_text(parser->arena, str_slice(source, scheme.len, source.len));
	part->alt = attribute_text(parser, &detail->title);
	if (part->payload.len == 0 || part->payload.len > LIMIT_SYMBOL)
		return false;
	part->kind = PART_SYMBOL;
	return true;
}

static int enter_image(struct parser *parser, const MD_SPAN_IMG_DETAIL *detail)
{
	parser->ended = true;
	if (!enter_symbol(parser, detail))
		refuse(parser, "an image");
	return 0;
}

static int change_span(struct parser *parser, MD_SPANTYPE type, int by, void *detail)
{
	parser->ended = true;
	if (type == MD_SPAN_STRONG)
		parser->bold += (unsigned)by;
	else if (type == MD_SPAN_EM)
		parser->italic += (unsigned)by;
	else if (type == MD_SPAN_A && by > 0)
		parser->link =
			attribute_text(parser, &((MD_SPAN_A_DETAIL *)detail)->href);
	else if (type == MD_SPAN_A)
		parser->link = STR("");
	return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
	return type == MD_SPAN_IMG ? enter_image(data, detail)
				   : change_span(data, type, 1, detail);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
	return change_span(data, type, -1, detail);
}

static int text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE len, void *data)
{
	struct parser *parser = data;
	struct str whole = parser->rendered->text;
	if (at >= whole.at && at < whole.at + whole.len)
		parser->at = (uint32_t)(at - whole.at);
	switch (type) {
	case MD_TEXT_NORMAL:
	case MD_TEXT_CODE:
	case MD_TEXT_HTML:
	case MD_TEXT_LATEXMATH:
		return add_text(parser, (struct str){at, len});
	case MD_TEXT_NULLCHAR:
		return add_text(parser, STR("\xEF\xBF\xBD"));
	case MD_TEXT_BR:
		return add_break(parser);
	case MD_TEXT_SOFTBR:
		return add_text(parser, STR(" "));
	case MD_TEXT_ENTITY:
		return add_entity(parser, (struct str){at, len});
	}
	return 0;
}

struct part *markdown_parse(struct arena *arena, const struct rendered *rendered,
			    struct notices *notices)
{
	static const MD_PARSER rules = {
		.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = text,
	};
	struct parser parser = {.arena = arena, .rendered = rendered, .notices = notices};
	parser.words = buf_new(arena, 0);
	buf_fill(&parser.words, ' ', rendered->text.len + 1);
	parser.words.len = 0;
	parser.open[parser.depth++] = &parser.root;
	if (md_parse(rendered->text.at, (MD_SIZE)rendered->text.len, &rules, &parser) < 0)
		arena_exhausted(); /* it fails for want of memory alone */
	return parser.root.first;
}
