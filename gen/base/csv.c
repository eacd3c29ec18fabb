#include "base/csv.h"

static bool holds(struct str text, const char *bytes)
{
	for (const char *at = bytes; *at; at++)
		if (str_index(text, *at, 0) < text.len)
			return true;
	return false;
}

static bool is_formula(struct str text)
{
	return text.len && holds(str_slice(text, 0, 1), "=+-@\t\r");
}

static void put(struct csv *csv, struct str cell)
{
	if (csv->more)
		buf_byte(csv->out, ',');
	csv->more = true;
	buf_put(csv->out, cell);
}

void csv_text(struct csv *csv, struct str text)
{
	bool quoted = holds(text, "\",\r\n");

	put(csv, quoted ? STR("\"") : STR(""));
	if (is_formula(text))
		buf_byte(csv->out, '\'');
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '"')
			buf_byte(csv->out, '"');
		buf_byte(csv->out, text.at[i]);
	}
	if (quoted)
		buf_byte(csv->out, '"');
}

void csv_number(struct csv *csv, struct str number)
{
	put(csv, number);
}

void csv_end(struct csv *csv)
{
	buf_put(csv->out, STR("\r\n"));
	csv->more = false;
}
