#include "page/gathered.h"

#include <string.h>

static enum face face_of(const struct run *run, const struct type *type)
{
	if (run->style & STYLE_BOLD)
		return FACE_BOLD;
	if (run->style & STYLE_ITALIC && type->face == FACE_REGULAR)
		return FACE_ITALIC;
	return type->face;
}

static void blank(char *at, size_t len, char control)
{
	struct str text = {at, len};
	for (size_t i = str_index(text, control, 0); i < len;
	     i = str_index(text, control, i))
		at[i] = ' ';
}

/* The runs' text in one, a line feed for each hard break but one at the very end. */
static struct str join(struct arena *arena, const struct run *runs)
{
	size_t len = 0;
	for (const struct run *run = runs; run; run = run->next)
		len += run->text.len + 1;
	char *at = arena_text(arena, len);
	size_t used = 0;
	for (const struct run *run = runs; run; run = run->next) {
		if (run->text.len)
			memcpy(at + used, run->text.at, run->text.len);
		used += run->text.len;
		if (run->breaks)
			at[used++] = '\n';
	}
	while (used && at[used - 1] == '\n')
		used--;
	blank(at, used, '\t');
	blank(at, used, '\r');
	return (struct str){at, used};
}

static bool can_be_borrowed(const struct run *runs)
{
	return !runs->next && str_index(runs->text, '\t', 0) == runs->text.len &&
	       str_index(runs->text, '\r', 0) == runs->text.len &&
	       !str_ends(runs->text, STR("\n"));
}

static bool same_style(const struct piece *piece, const struct run *run,
		       const struct type *type)
{
	return piece->face == face_of(run, type) && str_equal(piece->link, run->link);
}

struct gathered gathered_from_runs(struct arena *arena, const struct run *runs,
				   const struct type *type)
{
	struct gathered all = {.text = can_be_borrowed(runs) ? runs->text
							     : join(arena, runs)};
	size_t count = 0, to = 0;
	for (const struct run *run = runs; run; run = run->next)
		count++;
	all.pieces = ARENA_ARRAY(arena, struct piece, count);
	for (const struct run *run = runs; run; run = run->next) {
		to += run->text.len + run->breaks;
		struct piece *piece = all.pieces + all.npieces;
		if (all.npieces && same_style(piece - 1, run, type)) {
			piece[-1].to = to;
			continue;
		}
		piece->to = to;
		piece->face = face_of(run, type);
		piece->link = run->link;
		piece->at = run->at;
		all.npieces++;
	}
	return all;
}

struct str gathered_text(struct arena *arena, const struct run *runs)
{
	return join(arena, runs);
}
