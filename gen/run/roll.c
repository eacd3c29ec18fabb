#include "run/roll.h"

#include "base/arena.h"
#include "base/digest.h"

#define LINE_START "  {\"path\": \""
#define FILE_START "  {\"file\": \""

/* Where the value of a key begins: inside a text, a quote has a backslash before it, so
 * that no text looks like a key. */
static size_t value_at(struct str line, struct str key)
{
	for (size_t at = str_index(line, '"', 0); at < line.len;
	     at = str_index(line, '"', at + 1)) {
		struct str rest = str_slice(line, at + 1, line.len);

		if (str_starts(rest, key) &&
		    str_starts(str_slice(rest, key.len, rest.len), STR("\": ")))
			return at + 1 + key.len + 3;
	}
	return line.len;
}

struct str roll_member(struct str line, const char *key)
{
	size_t from = value_at(line, str_from_c(key)), end;
	bool is_text = from < line.len && line.at[from] == '"';

	from += is_text;
	for (end = from; end < line.len; end++) {
		char c = line.at[end];

		if (is_text ? c == '"' : c == ',' || c == '}')
			break;
		end += is_text && c == '\\';
	}
	struct str value = str_slice(line, from, end);
	return !is_text && str_equal(value, STR("null")) ? STR("") : value;
}

/* The lines that begin so, by the text that follows. */
static struct map read_lines(struct arena *arena, struct str text, struct str start)
{
	struct map map = map_new(arena);
	struct str line;

	while (str_line(&text, &line)) {
		struct str *kept;

		if (!str_starts(line, start))
			continue;
		size_t end = str_index(line, '"', start.len);
		if (str_ends(line, STR(",")))
			line.len--;
		kept = ARENA_NEW(arena, struct str);
		*kept = str_slice(line, 2, line.len);
		*map_at(&map, str_slice(line, start.len, end)) = kept;
	}
	return map;
}

struct map roll_documents(struct arena *arena, struct str text)
{
	return read_lines(arena, text, STR(LINE_START));
}

struct map roll_files(struct arena *arena, struct str text)
{
	return read_lines(arena, text, STR(FILE_START));
}

struct str roll_head(struct str text)
{
	struct str line, start = text;

	while (str_line(&text, &line))
		if (str_starts(line, STR(" \"documents\": [")))
			return str_slice(start, 0, (size_t)(line.at - start.at));
	return STR("");
}

bool roll_is_sealed(struct str text)
{
	struct str mark = STR(ROLL_SEAL), end = STR("\"}\n");
	size_t tail = mark.len + 2 * sizeof(struct digest) + end.len;
	struct digest wanted;

	if (text.len < tail)
		return false;
	struct str above = str_slice(text, 0, text.len - tail);
	struct str last = str_slice(text, above.len, text.len);
	return str_starts(last, mark) && str_ends(last, end) &&
	       digest_read(str_slice(last, mark.len, last.len - end.len), &wanted) &&
	       digest_equal(wanted, digest_from_str(above));
}

size_t roll_number(struct str text)
{
	size_t value = 0;

	for (size_t i = 0; i < text.len && text.at[i] >= '0' && text.at[i] <= '9'; i++)
		value = value * 10 + (size_t)(text.at[i] - '0');
	return value;
}
