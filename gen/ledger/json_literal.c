#include "ledger/json_literal.h"

bool json_literal_is_number(struct str text)
{
	size_t from = text.len && text.at[0] == '-' ? 1 : 0;
	size_t points = 0;

	for (size_t i = from; i < text.len; i++) {
		bool is_inside = i > from && i + 1 < text.len;
		bool is_point = text.at[i] == '.' && is_inside && points++ == 0;
		if (!is_point && (text.at[i] < '0' || text.at[i] > '9'))
			return false;
	}
	return text.len > from;
}

static bool holds_figures(enum field_type type)
{
	return type == FIELD_MONEY || type == FIELD_PERCENT || type == FIELD_DECIMAL ||
	       type == FIELD_INTEGER || type == FIELD_INTEGERS || type == FIELD_WORD;
}

static bool holds_truth(enum field_type type)
{
	return type == FIELD_BOOL || type == FIELD_FLAG;
}

static void put_one(struct json *json, enum field_type type, struct str text)
{
	bool is_quoted = text.len > 1 && text.at[0] == '"';

	if (is_quoted)
		json_str(json, str_slice(text, 1, text.len - 1));
	else if (holds_truth(type) ||
		 (holds_figures(type) && json_literal_is_number(text)))
		json_raw(json, text);
	else
		json_str(json, text);
}

void json_literal_put(struct json *json, const struct field *field, const char *text)
{
	struct str rest = str_from_c(text);

	if (rest.len == 0 || rest.at[0] != '[') {
		put_one(json, field->type, rest);
		return;
	}
	rest = str_slice(rest, 1, rest.len - 1);
	json_open(json, '[');
	for (size_t from = 0, end; from < rest.len; from = end + 1) {
		end = str_index(rest, ',', from);
		put_one(json, field->type, str_trim(str_slice(rest, from, end)));
	}
	json_close(json, ']');
}
