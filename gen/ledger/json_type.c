#include "ledger/json_type.h"

#include "ledger/json_literal.h"

/* The names of devices, which file systems reserve, and a trailing dot (wording.c). */
#define UNRESERVED \
	"(?!(?:[Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|" \
	"(?:[Cc][Oo][Mm]|[Ll][Pp][Tt])[0-9])(?:\\.|$))(?!.*\\.$)"
#define DECIMALS(most) "[0-9]+(?:\\.[0-9]{1," most "})?"
#define LINE " *[^ \\t\\n][^\\t\\n]*\\n*"

/* A scalar: the types a YAML reader may make of it, and the text it has when written so
 * that it stays text. */
struct form {
	const char *types;
	const char *pattern; /* without its anchors */
	const char *hint;    /* what editors say in the pattern's place */
	const char *most;    /* of a number */
};

static const struct form forms[FIELD_TYPE__COUNT] = {
	[FIELD_TEXT] = {"string number boolean", LINE, "one line of text, without tabs",
			NULL},
	[FIELD_LINES] = {"string number boolean", "[ \\n]*[^ \\t\\n][^\\t]*",
			 "text, without tabs", NULL},
	[FIELD_ID] = {"string number boolean",
		      UNRESERVED "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
		      "letters, digits, '.', '_' and '-' only, at most 64", NULL},
	[FIELD_NUMBER] = {"string number boolean", UNRESERVED LINE,
			  "one line of text that may name a file", NULL},
	[FIELD_NAME] = {"string number boolean", LINE, "a name, on one line", NULL},
	[FIELD_NAMES] = {"string number boolean", LINE, "a name, on one line", NULL},
	[FIELD_TEXTS] = {"string number boolean", LINE, "one line of text, without tabs",
			 NULL},
	/* Norway's code reads as `false` in YAML 1.1. */
	[FIELD_COUNTRY] = {"string boolean", "(?!UK$)[A-Z]{2}",
			   "the ISO 3166 code of two capital letters, for example GB",
			   NULL},
	[FIELD_DATE] = {"string",
			"(?:199[0-9]|2[01][0-9]{2})-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]["
			"0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|["
			"12][0-9]))",
			"a day from 1990 to 2199, as YYYY-MM-DD", NULL},
	[FIELD_MONEY] = {"number string", DECIMALS("4"),
			 "digits and at most one point, such as 1250.00",
			 "1000000000000000"},
	[FIELD_PERCENT] = {"number string", DECIMALS("4"),
			   "percent, with at most four decimals", "100000"},
	[FIELD_DECIMAL] = {"number string", DECIMALS("6"),
			   "a number with at most six decimals", "1000000000"},
	[FIELD_INTEGER] = {"integer string", "[0-9]+", "digits only", NULL},
	[FIELD_STARTS] = {"string number boolean",
			  "(?:[^ ]+| *[Dd][Uu][Ee] *(?:\\+ *[0-9]{1,4} *)?)",
			  "due, due + 30 or the name of a stage", NULL},
	[FIELD_DELIVERY] = {"string",
			    " *[0-9]{1,4} *(?:[Ww][Oo][Rr][Kk][Ii][Nn][Gg] *)?"
			    "[Dd][Aa][Yy][Ss]? *",
			    "2 days, or 2 working days", NULL},
};

static void put_types(struct json *json, const char *types)
{
	struct str rest = str_from_c(types);
	bool several = str_index(rest, ' ', 0) < rest.len;

	json_key(json, "type");
	if (several)
		json_open(json, '[');
	for (size_t from = 0, end; from < rest.len; from = end + 1) {
		end = str_index(rest, ' ', from);
		json_str(json, str_slice(rest, from, end));
	}
	if (several)
		json_close(json, ']');
}

/* A draft-07 validator ignores the hint; YAML language servers show it. */
static void put_pattern(struct json *json, struct str pattern, const char *hint)
{
	json_key(json, "pattern");
	json_str(json, pattern);
	json_key(json, "patternErrorMessage");
	json_str(json, str_from_c(hint));
}

static void put_number(struct json *json, const char *key, const char *value)
{
	json_key(json, key);
	json_raw(json, str_from_c(value));
}

static void put_form(struct json *json, const struct form *form)
{
	struct arena *arena = json->out->arena;

	put_types(json, form->types);
	put_pattern(json, str_format(arena, "^%s$", form->pattern), form->hint);
}

static void put_country(struct json *json)
{
	put_form(json, &forms[FIELD_COUNTRY]);
	json_key(json, "not");
	json_open(json, '{');
	put_number(json, "const", "true");
	json_close(json, '}');
}

static void put_date(struct json *json)
{
	put_form(json, &forms[FIELD_DATE]);
	json_key(json, "format");
	json_str(json, STR("date"));
}

/* Digits as text have the same sign and nothing else to say than the number. */
static void put_figure(struct json *json, const struct field *field)
{
	const struct form *form = &forms[field->type];
	bool sign = field->flags & SIGNED, zero = !(field->flags & ZERO_REFUSED);

	put_types(json, form->types);
	put_pattern(json,
		    str_format(json->out->arena, "^%s%s%s$", zero ? "" : "(?=.*[1-9])",
			       sign ? "-?" : "", form->pattern),
		    form->hint);
	if (!sign)
		put_number(json, zero ? "minimum" : "exclusiveMinimum", "0");
	put_number(json, "maximum", form->most);
	if (zero || !sign)
		return;
	json_key(json, "not");
	json_open(json, '{');
	put_number(json, "const", "0");
	json_close(json, '}');
}

/* The bounds are those of figure.c. */
static void put_integer(struct json *json, const struct field *field)
{
	const struct form *form = &forms[FIELD_INTEGER];
	struct arena *arena = json->out->arena;
	bool any = field->least == 0 && field->most == 0;
	struct str most = str_format(arena, "%d", any ? 100000 : (int)field->most);

	put_types(json, form->types);
	put_pattern(
		json,
		str_format(arena, "^%s%s$", field->least < 0 ? "-?" : "", form->pattern),
		form->hint);
	json_key(json, "minimum");
	json_raw(json, str_format(arena, "%d", (int)field->least));
	json_key(json, "maximum");
	json_raw(json, most);
}

/* A word of digits is read as a number unless it is quoted. */
static void put_words(struct json *json, const struct word *words)
{
	json_key(json, "enum");
	json_open(json, '[');
	for (; words->word; words++) {
		struct str word = str_from_c(words->word);
		json_str(json, word);
		if (json_literal_is_number(word))
			json_raw(json, word);
	}
	json_close(json, ']');
}

static void put_truth(struct json *json)
{
	json_key(json, "enum");
	json_open(json, '[');
	json_raw(json, STR("true"));
	json_raw(json, STR("false"));
	json_str(json, STR("true"));
	json_str(json, STR("false"));
	json_close(json, ']');
}

/* A spelling of the table as a pattern: its numbers stand for any, small and capital
 * letters are the same, blanks may be wider, `days` may be one. */
static void put_spelling(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		bool is_letter = (c | 32) >= 'a' && (c | 32) <= 'z';
		bool is_last = i + 1 == text.len || text.at[i + 1] == ' ';
		if (c >= '0' && c <= '9') {
			while (i + 1 < text.len && text.at[i + 1] >= '0' &&
			       text.at[i + 1] <= '9')
				i++;
			bool is_percent = i + 1 < text.len && text.at[i + 1] == '/';
			buf_put(out, is_percent ? STR(DECIMALS("4")) : STR("[0-9]{1,4}"));
		} else if (is_letter) {
			bool is_plural = c == 's' && is_last && i > 2;
			buf_format(out, "[%c%c]%s", c & ~32, c | 32,
				   is_plural ? "?" : "");
		} else if (c == ' ') {
			buf_put(out, STR(" *"));
		} else {
			buf_format(out, " *\\%c", c);
		}
	}
}

/* The spellings of schema_terms, that with a discount, and a bare month's end. */
static void put_terms(struct json *json)
{
	struct buf pattern = buf_new(json->out->arena, 0);

	buf_put(&pattern, STR("^ *(?:"));
	for (const struct word *terms = schema_terms; terms->word; terms++) {
		put_spelling(&pattern, str_from_c(terms->word));
		buf_byte(&pattern, '|');
	}
	put_spelling(&pattern, STR("end of month"));
	buf_byte(&pattern, '|');
	put_spelling(&pattern, str_from_c(schema_discount.word));
	buf_put(&pattern, STR(") *\\n*$"));
	put_types(json, "string");
	put_pattern(json, buf_str(&pattern),
		    "net 30, due on receipt, 30 days end of month, end of month + 10 or "
		    "2/10 net 30");
}

void json_type_put_id(struct json *json)
{
	put_form(json, &forms[FIELD_ID]);
	put_number(json, "minimum", "0");
}

void json_type_put(struct json *json, const struct field *field)
{
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_NAME:
	case FIELD_NAMES:
	case FIELD_TEXTS:
	case FIELD_STARTS:
	case FIELD_DELIVERY:
	case FIELD_FOR:
		put_form(json,
			 &forms[field->type == FIELD_FOR ? FIELD_NAME : field->type]);
		break;
	case FIELD_ID:
		json_type_put_id(json);
		break;
	case FIELD_NUMBER:
		put_form(json, &forms[FIELD_NUMBER]);
		put_number(json, "maxLength", "128");
		break;
	case FIELD_COUNTRY:
		put_country(json);
		break;
	case FIELD_DATE:
	case FIELD_DATES:
		put_date(json);
		break;
	case FIELD_MONEY:
	case FIELD_PERCENT:
	case FIELD_DECIMAL:
		put_figure(json, field);
		break;
	case FIELD_INTEGER:
	case FIELD_INTEGERS:
		put_integer(json, field);
		break;
	case FIELD_BOOL:
	case FIELD_FLAG:
		put_truth(json);
		break;
	case FIELD_WORD:
	case FIELD_CHANNELS:
	case FIELD_WAIVED:
		put_words(json, field->words);
		break;
	case FIELD_TERMS:
		put_terms(json);
		break;
	case FIELD_CURRENCY:
	case FIELD_RECORD:
	case FIELD_RECORDS:
	case FIELD_TYPE__COUNT:
		break;
	}
}
