#include "letter/front.h"

#include "base/arena.h"
#include "base/near.h"
#include "letter/lint_rules.h"

static const struct str fence = STR_LIT("---");

/* [*from, *to) is the YAML between the fences, *body what comes behind; false without. */
static bool find_fences(struct str text, size_t *from, size_t *to, size_t *body)
{
	struct str rest = text, line;
	if (!str_line(&rest, &line) || !str_equal(str_trim(line), fence))
		return false;
	*from = text.len - rest.len;
	while (str_line(&rest, &line)) {
		if (!str_equal(str_trim(line), fence))
			continue;
		*to = (size_t)(line.at - text.at);
		*body = text.len - rest.len;
		return true;
	}
	return false;
}

static void report_unknown(struct arena *arena, const struct node *entry,
			   struct notices *notices)
{
	struct notice *notice =
		NOTICE(notices, FRONT_UNKNOWN, entry->key_span, STR_ARG(entry->key));
	struct near near = near_new(arena, entry->key);
	near_offer(&near, STR("title"));
	near_offer(&near, STR("subject"));
	near_offer(&near, STR("layout"));
	near_offer(&near, STR("keep"));
	near_offer(&near, STR("excuses"));
	if (near.best.len)
		notice_help(notices, notice, "did you mean '%.*s'?", STR_ARG(near.best));
	else
		notice_help(
			notices, notice,
			"the front matter knows title, subject, layout, keep and excuses");
}

/* Where a plain or quoted scalar's text stands byte for byte, so that findings in it have
 * their own column; 0 when it was folded or has escapes. */
static size_t written_at(const struct source *source, const struct node *node)
{
	struct str bytes = source->bytes;
	size_t at = node->span.at;
	if (at < bytes.len && (bytes.at[at] == '"' || bytes.at[at] == '\''))
		at++;
	return str_equal(str_slice(bytes, at, at + node->text.len), node->text) ? at : 0;
}

/* `excuses: {L13: "why"}`: rules of letter lint the template may break. */
static void excuse(struct arena *arena, const struct node *entry, struct front *front,
		   struct notices *notices)
{
	int rule = lint_rules_number(entry->key);
	bool reason = entry->kind == NODE_SCALAR && str_trim(entry->text).len;
	if (rule && reason)
		front->excused |= 1u << rule;
	else if (rule && entry->kind != NODE_BROKEN)
		NOTICE(notices, EXCUSE_REASON, entry->key_span, STR_ARG(entry->key));
	if (rule)
		return;
	struct notice *notice =
		NOTICE(notices, EXCUSE_UNKNOWN, entry->key_span, STR_ARG(entry->key));
	struct near near = near_new(arena, entry->key);
	for (int i = 1; i <= LINT_RULES; i++)
		near_offer(&near, str_format(arena, "L%02d", i));
	if (near.best.len)
		notice_help(notices, notice, "did you mean '%.*s'?", STR_ARG(near.best));
}

static bool read_excuses(struct arena *arena, const struct node *entry,
			 struct front *front, struct notices *notices)
{
	if (!str_equal(entry->key, STR("excuses")) || entry->kind != NODE_MAPPING)
		return false;
	for (const struct node *e = entry->first; e; e = e->next)
		excuse(arena, e, front, notices);
	return true;
}

static bool read_entry(const struct source *source, const struct node *entry,
		       struct front *front)
{
	if (str_equal(entry->key, STR("title"))) {
		front->title = entry->text;
		front->title_at = written_at(source, entry);
		return true;
	}
	if (str_equal(entry->key, STR("layout"))) {
		front->layout = entry->text;
		front->layout_span = entry->span;
		return true;
	}
	if (!str_equal(entry->key, STR("subject")))
		return false;
	front->subject = entry->text;
	front->subject_at = written_at(source, entry);
	return true;
}

/* A name or a list of names. */
static bool read_keep(const struct node *entry, struct front *front)
{
	if (!str_equal(entry->key, STR("keep")))
		return false;
	if (entry->kind != NODE_SCALAR && entry->kind != NODE_LIST)
		return false;
	for (const struct node *e = entry->first; e; e = e->next)
		if (e->kind != NODE_SCALAR)
			return false;
	front->keep = entry;
	return true;
}

bool front_read(struct arena *arena, const struct source *source, struct front *front,
		struct notices *notices)
{
	size_t from = 0, to = 0, errors = notices->errors;
	*front = (struct front){.title = STR("")};
	struct span start = {source->file, 0};
	if (!find_fences(source->bytes, &from, &to, &front->body)) {
		struct notice *notice = NOTICE_PLAIN(notices, FRONT_MISSING, start);
		notice_help(notices, notice,
			    "begin it with the lines '---', 'title: …' and '---'");
		return false;
	}
	const struct node *root = yaml_read_part(arena, source, from, to, notices);
	if (root->kind == NODE_BROKEN)
		return false;
	if (root->kind != NODE_MAPPING) {
		struct notice *notice = NOTICE_PLAIN(notices, FRONT_MISSING, root->span);
		notice_help(notices, notice, "write a key and its value: 'title: …'");
		return false;
	}
	bool clean = true;
	for (const struct node *entry = root->first; entry; entry = entry->next) {
		if (entry->kind == NODE_SCALAR && read_entry(source, entry, front))
			continue;
		if (read_keep(entry, front) || read_excuses(arena, entry, front, notices))
			continue;
		clean = false;
		if (entry->kind != NODE_BROKEN)
			report_unknown(arena, entry, notices);
	}
	if (clean && !front->title.len) {
		NOTICE_PLAIN(notices, FRONT_MISSING, start);
		return false;
	}
	return clean && notices->errors == errors;
}

struct mustache *front_subject(struct arena *arena, struct sources *sources,
			       const struct source *source, const struct front *front,
			       struct notices *notices)
{
	if (!front->subject.len)
		return NULL;
	if (!front->subject_at) {
		const struct source *folded =
			source_from_bytes(sources, source->path, front->subject);
		return mustache_parse(arena, folded, 0, NULL, notices);
	}
	struct source *line = ARENA_NEW(arena, struct source);
	*line = *source;
	line->bytes = str_slice(source->bytes, 0, front->subject_at + front->subject.len);
	return mustache_parse(arena, line, front->subject_at, NULL, notices);
}
