#include "letter/format.h"

#include "diag/yaml.h"

#define NBSP STR("\xC2\xA0")

/* ---- figures ---- */

/* The marks between digits. */
struct marks {
	struct str decimal, group;
	size_t least; /* digits before the decimal mark that are grouped */
};

static struct marks marks_of(const struct locale *locale, struct str group)
{
	return (struct marks){locale->decimal, group, 3 + (size_t)locale->min_grouping};
}

/* In a table every thousand is grouped: figures stand below one another. */
static struct marks marks_in_table(const struct locale *locale)
{
	return (struct marks){locale->decimal, locale->money_group, 4};
}

/* Whole digits with their marks, then the decimals behind the decimal mark. */
static void put_figure(struct buf *buf, struct marks marks, uint64_t units,
		       unsigned decimals)
{
	char digits[24];
	size_t at = sizeof digits;
	for (size_t left = decimals + 1; units || left; units /= 10) {
		digits[--at] = (char)('0' + units % 10);
		left -= left > 0;
	}
	size_t point = sizeof digits - decimals, end = point;
	if (point - at >= marks.least)
		end = at + (point - at - 1) % 3 + 1;
	for (; end < point; at = end, end += 3) {
		buf_put(buf, (struct str){digits + at, end - at});
		buf_put(buf, marks.group);
	}
	buf_put(buf, (struct str){digits + at, point - at});
	if (decimals)
		buf_put(buf, marks.decimal);
	buf_put(buf, (struct str){digits + point, decimals});
}

static uint64_t magnitude(int64_t n)
{
	return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static struct str symbol_of(const struct locale *locale, const struct currency *currency)
{
	const struct node *node = node_find(locale->symbols, str_from_c(currency->code));
	return node && node->text.len ? node->text : str_from_c(currency->code);
}

/* The part of a pattern that stands for the figure: its first to its last # or 0. */
static void figure_in(struct str pattern, size_t *from, size_t *to)
{
	*from = pattern.len;
	*to = 0;
	for (size_t i = 0; i < pattern.len; i++) {
		if (pattern.at[i] != '#' && pattern.at[i] != '0')
			continue;
		*from = i < *from ? i : *from;
		*to = i + 1;
	}
}

/* What surrounds the figure, with the currency in the place of ¤ and the locale's minus
 * in that of -. CLDR: a no-break space stands between a digit and a currency that ends
 * (or begins) with a letter. */
static void put_around(struct buf *buf, const struct locale *locale, struct str piece,
		       struct str symbol, bool before)
{
	struct str sign = STR("¤");
	for (size_t i = 0; i < piece.len;) {
		if (!str_starts(str_slice(piece, i, piece.len), sign)) {
			char c = piece.at[i++];
			buf_put(buf,
				c == '-' ? locale->minus : str_slice(piece, i - 1, i));
			continue;
		}
		i += sign.len;
		char edge = symbol.at[before ? symbol.len - 1 : 0];
		bool touches = before ? i == piece.len : i == sign.len;
		if (!before && touches && is_letter(edge))
			buf_put(buf, NBSP);
		buf_put(buf, symbol);
		if (before && touches && is_letter(edge))
			buf_put(buf, NBSP);
	}
}

static struct str amount_text(struct arena *arena, const struct locale *locale,
			      struct marks marks, money amount,
			      const struct currency *currency)
{
	struct buf buf = buf_new(arena, 0);
	struct str pattern = locale->currency;
	size_t other = str_index(pattern, ';', 0);
	bool own_negative = amount < 0 && other < pattern.len;
	pattern = own_negative ? str_slice(pattern, other + 1, pattern.len)
			       : str_slice(pattern, 0, other);
	struct str symbol = symbol_of(locale, currency);
	size_t from = 0, to = 0;
	figure_in(pattern, &from, &to);
	if (amount < 0 && !own_negative)
		buf_put(&buf, locale->minus);
	put_around(&buf, locale, str_slice(pattern, 0, from), symbol, true);
	put_figure(&buf, marks, magnitude(amount), currency->decimals);
	put_around(&buf, locale, str_slice(pattern, to, pattern.len), symbol, false);
	return buf_str(&buf);
}

struct str format_money(struct arena *arena, const struct locale *locale, money amount,
			const struct currency *currency)
{
	return amount_text(arena, locale, marks_of(locale, locale->money_group), amount,
			   currency);
}

struct str format_figure(struct arena *arena, const struct locale *locale, money amount,
			 unsigned decimals)
{
	struct buf buf = buf_new(arena, 0);
	if (amount < 0)
		buf_put(&buf, locale->minus);
	put_figure(&buf, marks_in_table(locale), magnitude(amount), decimals);
	return buf_str(&buf);
}

/* ---- dates ---- */

static void put_two(struct buf *buf, int n, size_t width)
{
	if (width > 1 && n < 10)
		buf_byte(buf, '0');
	buf_int(buf, n);
}

static void put_month(struct buf *buf, const struct locale *locale, int month,
		      size_t width)
{
	if (width >= 4)
		buf_put(buf, locale->months[month - 1]);
	else if (width == 3)
		buf_put(buf, locale->months_abbr[month - 1]);
	else
		put_two(buf, month, width);
}

static void put_day(struct buf *buf, const struct locale *locale, int day, size_t width,
		    bool words)
{
	if (day == 1 && width == 1 && words)
		buf_put(buf, locale->day_one);
	else
		put_two(buf, day, width);
}

/* One field of a pattern: `width` times the letter. `words`: the month is one. */
static void put_field(struct buf *buf, const struct locale *locale, struct civil civil,
		      char letter, size_t width, bool words)
{
	if (letter == 'd')
		put_day(buf, locale, civil.day, width, words);
	else if (letter == 'M')
		put_month(buf, locale, civil.month, width);
	else
		put_two(buf, width == 2 ? civil.year % 100 : civil.year, width);
}

static bool has_month_word(struct str pattern)
{
	for (size_t i = str_index(pattern, 'M', 0); i < pattern.len;
	     i = str_index(pattern, 'M', i + 1))
		if (str_starts(str_slice(pattern, i, pattern.len), STR("MMM")))
			return true;
	return false;
}

struct str format_date(struct arena *arena, const struct locale *locale,
		       struct str pattern, date day)
{
	struct civil civil = civil_from_date(day);
	struct buf buf = buf_new(arena, 0);
	bool words = has_month_word(pattern), quoted = false;
	bool day_put = false, month_put = false; /* both stand on one line */
	for (size_t i = 0; i < pattern.len;) {
		char c = pattern.at[i];
		size_t width = 1;
		while (i + width < pattern.len && pattern.at[i + width] == c)
			width++;
		i += width;
		bool field = !quoted && (c == 'd' || c == 'M' || c == 'y');
		if (c == '\'')
			quoted = !quoted;
		else if (field)
			put_field(&buf, locale, civil, c, width, words);
		else if (c == ' ' && day_put != month_put)
			buf_put(&buf, NBSP);
		else
			buf_fill(&buf, c, width);
		day_put |= field && c == 'd';
		month_put |= field && c == 'M';
	}
	return buf_str(&buf);
}

/* ---- rates and counts ---- */

/* Parts per million as a percentage with only the decimals it has, but never one alone:
 * 12.40 and 11.75 stand below one another. */
static struct str rate_figure(struct arena *arena, const struct locale *locale, ppm rate)
{
	unsigned decimals = 4;
	uint64_t units = magnitude(rate);
	for (; decimals && units % 10 == 0; units /= 10)
		decimals--;
	if (decimals == 1) {
		decimals++;
		units *= 10;
	}
	struct buf buf = buf_new(arena, 0);
	if (rate < 0)
		buf_put(&buf, locale->minus);
	put_figure(&buf, marks_of(locale, locale->group), units, decimals);
	return buf_str(&buf);
}

struct str format_rate(struct arena *arena, const struct locale *locale, ppm rate)
{
	size_t from = 0, to = 0;
	figure_in(locale->percent, &from, &to);
	struct str figure = rate_figure(arena, locale, rate);
	struct str behind = str_slice(locale->percent, to, locale->percent.len);
	struct buf buf = buf_new(arena, 0);
	buf_put(&buf, figure);
	buf_put(&buf, behind);
	return buf_str(&buf);
}

struct str format_fill(struct arena *arena, struct str text, struct str name,
		       struct str value)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0, open; i < text.len; i = open) {
		open = str_index(text, '{', i);
		buf_put(&buf, str_slice(text, i, open));
		struct str inside = str_slice(text, open + 1, open + 1 + name.len);
		bool here = open + 1 + name.len < text.len && str_equal(inside, name) &&
			    text.at[open + 1 + name.len] == '}';
		if (here)
			buf_put(&buf, value);
		else if (open < text.len)
			buf_byte(&buf, '{');
		open += here ? name.len + 2 : 1;
	}
	return buf_str(&buf);
}

struct str format_count(struct arena *arena, const struct locale *locale,
			enum plural plural, int64_t count)
{
	struct str forms = locale->plurals[plural];
	size_t bar = str_index(forms, '|', 0);
	bool one = (count == 0 && locale->one[0]) || (count == 1 && locale->one[1]);
	struct str form =
		one ? str_slice(forms, 0, bar) : str_slice(forms, bar + 1, forms.len);
	struct buf number = buf_new(arena, 0);
	put_figure(&number, marks_of(locale, locale->group), magnitude(count), 0);
	return format_fill(arena, form, STR("n"), buf_str(&number));
}

/* ---- lists ---- */

/* What stands between two items: patterns are "{0} and {1}". */
static struct str between(struct str pattern)
{
	size_t from = str_index(pattern, '}', 0);
	return str_slice(pattern, from + 1, str_index(pattern, '{', from));
}

/* Whether a word begins with the sound of i: Inés, Hidalgo, but not hielo. */
static bool begins_with_i(struct str word)
{
	size_t at = word.len && (word.at[0] == 'H' || word.at[0] == 'h');
	struct str rest = str_slice(word, at, word.len);
	size_t width = str_starts(rest, STR("í")) || str_starts(rest, STR("Í")) ? 2 : 0;
	if (!width && rest.len && (rest.at[0] == 'I' || rest.at[0] == 'i'))
		width = 1;
	char next = width < rest.len ? rest.at[width] : 0;
	return width && next != 'a' && next != 'e' && next != 'o';
}

struct str format_list(struct arena *arena, const struct locale *locale,
		       const struct str items[], size_t count)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < count; i++) {
		bool last = i + 1 == count;
		struct str pattern = last ? locale->list_end : locale->list_middle;
		if (count == 2)
			pattern = locale->list_2;
		if (last && locale->list_before_i.len && begins_with_i(items[i]))
			pattern = locale->list_before_i;
		if (i)
			buf_put(&buf, between(pattern));
		buf_put(&buf, items[i]);
	}
	return buf_str(&buf);
}

/* ---- values ---- */

static void set(struct arena *arena, struct value *record, struct str name,
		struct str text)
{
	value_set(arena, record, name, value_text(arena, text));
}

static struct value *new_record(struct arena *arena, struct str text)
{
	struct value *value = value_record(arena);
	value->text = text;
	return value;
}

struct value *value_from_money(struct arena *arena, const struct locale *locale,
			       money amount, const struct currency *currency)
{
	if (amount == MONEY_NONE)
		return value_empty(arena);
	struct value *value =
		new_record(arena, format_money(arena, locale, amount, currency));
	struct buf plain = buf_new(arena, 0);
	money_put(&plain, amount, currency->decimals);
	set(arena, value, STR("plain"), buf_str(&plain));
	set(arena, value, STR("short"),
	    format_figure(arena, locale, amount, currency->decimals));
	set(arena, value, STR("table"),
	    locale->min_grouping == 1 ? value->text
				      : amount_text(arena, locale, marks_in_table(locale),
						    amount, currency));
	return value;
}

struct value *value_from_date(struct arena *arena, const struct locale *locale, date day)
{
	if (day == DATE_NONE || day == DATE_LAST)
		return value_empty(arena);
	struct value *value =
		new_record(arena, format_date(arena, locale, locale->date_long, day));
	struct buf iso = buf_new(arena, 0);
	date_put(&iso, day);
	set(arena, value, STR("iso"), buf_str(&iso));
	set(arena, value, STR("medium"),
	    format_date(arena, locale, locale->date_medium, day));
	set(arena, value, STR("short"),
	    format_date(arena, locale, locale->date_short, day));
	return value;
}

struct value *value_from_rate(struct arena *arena, const struct locale *locale, ppm rate)
{
	struct value *value = new_record(arena, format_rate(arena, locale, rate));
	struct locale bare = {.decimal = STR("."), .minus = STR("-"), .min_grouping = 20};
	set(arena, value, STR("plain"), rate_figure(arena, &bare, rate));
	return value;
}

struct value *value_from_count(struct arena *arena, const struct locale *locale,
			       enum plural plural, int64_t count)
{
	struct value *value =
		new_record(arena, format_count(arena, locale, plural, count));
	struct buf plain = buf_new(arena, 0);
	buf_int(&plain, count);
	set(arena, value, STR("plain"), buf_str(&plain));
	return value;
}
