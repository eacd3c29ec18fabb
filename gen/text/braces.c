#include "text/braces.h"

#include "diag/pattern.h"

/* Tags are looked for in a stretch this long before the whole rest is: pcre2 checks the
 * encoding of all it is given, each time. */
#define STRETCH ((size_t)1024)

static void put_literally(struct buf *buf, struct str delimiter)
{
	for (size_t i = 0; i < delimiter.len; i++) {
		char c = delimiter.at[i];
		bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			    (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
		if (!word)
			buf_byte(buf, '\\');
		buf_byte(buf, c);
	}
}

/* O{ … }C, O= … =C, or O … C, each up to the first end. */
struct braces braces_new(struct arena *arena, struct str open, struct str close)
{
	struct buf buf = buf_new(arena, 0);
	put_literally(&buf, open);
	buf_put(&buf, STR("(?s:\\{[^{}]*\\}"));
	put_literally(&buf, close);
	buf_put(&buf, STR("|=[^=]*="));
	put_literally(&buf, close);
	buf_put(&buf, STR("|.*?"));
	put_literally(&buf, close);
	buf_put(&buf, STR(")"));
	struct str fault = {NULL, 0};
	return (struct braces){open, close,
			       pattern_new(arena, buf_str(&buf), false, &fault)};
}

void braces_free(struct braces *braces)
{
	pattern_free(braces->pattern);
	braces->pattern = NULL;
}

/* Where `part` begins at or after `from`, else text.len. */
static size_t place_of(struct str text, struct str part, size_t from)
{
	for (;;) {
		from = str_index(text, part.at[0], from);
		if (from == text.len || str_starts(str_slice(text, from, text.len), part))
			return from;
		from++;
	}
}

/* Cuts what the pattern matched into sign and inner text. */
static struct found cut(const struct braces *braces, struct str text, size_t from,
			size_t to)
{
	struct found found = {.from = from, .to = to, .whole = true};
	size_t begin = from + braces->open.len, end = to - braces->close.len;
	char sign = begin < end ? text.at[begin] : 0;
	struct str signs = STR("{=#^/>&!");
	if (sign && str_index(signs, sign, 0) < signs.len) {
		found.sign = sign;
		begin++;
	}
	if (sign == '{' || sign == '=') {
		char last = sign == '{' ? '}' : '=';
		found.whole = begin < end && text.at[end - 1] == last;
		end -= found.whole ? 1 : 0;
	}
	found.inner = str_slice(text, begin, end);
	if (sign == '!')
		return found;
	found.inner = str_trim(found.inner);
	found.whole &= place_of(found.inner, braces->open, 0) == found.inner.len;
	return found;
}

/* Matches the tag that begins at `from`, its end sought before `limit`. */
static bool match_tag(const struct braces *braces, struct arena *scratch, struct str text,
		      size_t from, size_t limit, struct found *found)
{
	/* Not in the middle of a character. */
	while (limit < text.len && ((unsigned char)text.at[limit] & 0xC0) == 0x80)
		limit++;
	struct pattern_match match;
	bool gave_up = false;
	if (!pattern_find(braces->pattern, scratch, str_slice(text, from, limit), 0,
			  &match, &gave_up))
		return false;
	*found = cut(braces, text, from + match.from, from + match.to);
	return true;
}

bool braces_find(const struct braces *braces, struct arena *scratch, struct str text,
		 size_t at, struct found *found)
{
	size_t from = place_of(text, braces->open, at);
	if (from == text.len)
		return false;
	if (match_tag(braces, scratch, text, from, from + STRETCH, found) ||
	    match_tag(braces, scratch, text, from, text.len, found))
		return true;
	*found = (struct found){.from = from, .to = text.len};
	return true;
}
