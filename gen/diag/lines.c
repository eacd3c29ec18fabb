#include "diag/lines.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "diag/token.h"

#define MARK STR("\xEF\xBB\xBF")

struct lines lines_new(struct arena *arena, struct str bytes)
{
	size_t count = 1, at = 0;
	while ((at = str_index(bytes, '\n', at)) < bytes.len) {
		count++;
		at++;
	}
	struct lines lines = {ARENA_ARRAY(arena, uint32_t, count), count};
	lines.starts[0] = str_starts(bytes, MARK) ? (uint32_t)MARK.len : 0;
	at = 0;
	for (size_t i = 1; i < count; i++)
		lines.starts[i] = (uint32_t)(at = str_index(bytes, '\n', at) + 1);
	return lines;
}

/* The last line that begins at or before `at`. */
static size_t line_of(const struct lines *lines, size_t at)
{
	size_t from = 0, to = lines->count;
	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;
		if (lines->starts[middle] <= at)
			from = middle;
		else
			to = middle;
	}
	return from;
}

struct place lines_place(const struct lines *lines, struct str bytes, size_t at)
{
	size_t line = line_of(lines, at);
	size_t from = lines->starts[line];
	size_t to = line + 1 < lines->count ? lines->starts[line + 1] - 1 : bytes.len;
	if (to > from && line + 1 < lines->count && bytes.at[to - 1] == '\r')
		to--;
	struct str text = str_slice(bytes, from, to);
	size_t offset = at < from ? 0 : at - from < text.len ? at - from : text.len;
	size_t length = token_length(text, offset);
	if (offset + length > text.len && offset < text.len)
		length = text.len - offset;
	return (struct place){
		.line = (uint32_t)line + 1,
		.column = (uint32_t)utf8_count(str_slice(text, 0, offset)) + 1,
		.text = text,
		.offset = offset,
		.length = length,
	};
}
