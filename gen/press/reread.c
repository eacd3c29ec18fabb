#include "press/reread.h"

#include "press/lexeme.h"

static size_t number_at(struct str text, size_t *at)
{
	struct lexeme lexeme = lexeme_next(text, *at);
	*at = lexeme.to;
	return lexeme_number(str_slice(text, lexeme.from, lexeme.to));
}

size_t reread_number(struct str text)
{
	size_t at = 0;
	return number_at(text, &at);
}

static size_t last_of(struct str text, struct str wanted)
{
	for (size_t at = text.len; at-- > 0;)
		if (str_starts(str_slice(text, at, text.len), wanted))
			return at;
	return text.len;
}

/* The one table of objects that libharu writes: "xref 0 N", then N lines. */
static bool read_table(struct arena *arena, struct reread *reread)
{
	struct str pdf = reread->pdf, mark = STR("startxref");
	size_t from = last_of(pdf, mark), at = from + mark.len;
	size_t table = number_at(pdf, &at);
	if (from == pdf.len || !str_starts(str_slice(pdf, table, pdf.len), STR("xref")))
		return false;
	at = table + sizeof "xref" - 1;
	number_at(pdf, &at);
	reread->count = number_at(pdf, &at);
	if (reread->count > pdf.len / 20)
		return false;
	reread->offsets = ARENA_ARRAY(arena, size_t, reread->count);
	reread->copies = ARENA_ARRAY(arena, unsigned, reread->count);
	for (size_t i = 0; i < reread->count; i++) {
		reread->offsets[i] = number_at(pdf, &at);
		number_at(pdf, &at);
		at = lexeme_next(pdf, at).to; /* n or f */
	}
	return true;
}

/* Where an object's value begins; the file's end when there is no such object. */
static size_t begin_of(const struct reread *reread, size_t number)
{
	struct str pdf = reread->pdf;
	if (number == 0 || number >= reread->count || reread->offsets[number] >= pdf.len)
		return pdf.len;
	size_t at = reread->offsets[number];
	if (number_at(pdf, &at) != number)
		return pdf.len;
	number_at(pdf, &at);
	return lexeme_next(pdf, at).to; /* obj */
}

bool reread_has(const struct reread *reread, size_t number)
{
	return begin_of(reread, number) < reread->pdf.len;
}

struct str reread_value(const struct reread *reread, size_t number)
{
	size_t at = begin_of(reread, number);
	return str_trim(str_slice(reread->pdf, at, lexeme_skip(reread->pdf, at)));
}

struct str reread_member(const struct reread *reread, size_t number, struct str key)
{
	return lexeme_value(reread->pdf, begin_of(reread, number), key);
}

/* Its length may stand in an object of its own. */
struct str reread_stream(const struct reread *reread, struct str value)
{
	struct str pdf = reread->pdf, none = {NULL, 0};
	size_t end = (size_t)(value.at - pdf.at) + value.len;
	struct lexeme word = lexeme_next(pdf, end);
	struct str length = lexeme_value(value, 0, STR("/Length"));
	if (!str_equal(str_slice(pdf, word.from, word.to), STR("stream")))
		return none;
	size_t bytes = reread_number(length), from = word.to;
	if (str_ends(length, STR("R")))
		bytes = reread_number(reread_value(reread, bytes));
	from += from < pdf.len && pdf.at[from] == '\r';
	from += from < pdf.len && pdf.at[from] == '\n';
	return bytes > pdf.len - from ? none : str_slice(pdf, from, from + bytes);
}

bool reread_open(struct arena *arena, struct str pdf, struct reread *reread)
{
	*reread = (struct reread){.pdf = pdf};
	if (!read_table(arena, reread))
		return false;
	struct str word = STR("trailer");
	size_t trailer = last_of(pdf, word) + word.len;
	size_t root = reread_number(lexeme_value(pdf, trailer, STR("/Root")));
	reread->pages = reread_number(reread_member(reread, root, STR("/Pages")));
	return reread_has(reread, reread->pages);
}
