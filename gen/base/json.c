#include "base/json.h"

struct json json_new(struct buf *out)
{
	return (struct json){.out = out};
}

static void comma(struct json *json)
{
	if (json->more)
		buf_put(json->out, STR(", "));
	json->more = true;
}

void json_open(struct json *json, char bracket)
{
	comma(json);
	buf_byte(json->out, bracket);
	json->more = false;
}

void json_close(struct json *json, char bracket)
{
	buf_byte(json->out, bracket);
	json->more = true;
}

/* Two characters for those that have a name, \u for the other controls. U+2028 and U+2029
 * need none in JSON, and no text of a ledger holds them. */
static void escape(struct buf *out, unsigned char c)
{
	switch (c) {
	case '"':
	case '\\':
		buf_byte(out, '\\');
		buf_byte(out, (char)c);
		break;
	case '\n':
		buf_put(out, STR("\\n"));
		break;
	case '\t':
		buf_put(out, STR("\\t"));
		break;
	case '\r':
		buf_put(out, STR("\\r"));
		break;
	default:
		buf_format(out, "\\u%04x", c);
		break;
	}
}

static bool plain(unsigned char c)
{
	return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

static void quoted(struct buf *out, struct str s)
{
	size_t from = 0;

	buf_byte(out, '"');
	for (size_t i = 0; i < s.len; i++) {
		if (plain((unsigned char)s.at[i]))
			continue;
		buf_put(out, str_slice(s, from, i));
		escape(out, (unsigned char)s.at[i]);
		from = i + 1;
	}
	buf_put(out, str_slice(s, from, s.len));
	buf_byte(out, '"');
}

void json_key(struct json *json, const char *key)
{
	comma(json);
	quoted(json->out, str_from_c(key));
	buf_put(json->out, STR(": "));
	json->more = false;
}

void json_str(struct json *json, struct str value)
{
	comma(json);
	quoted(json->out, value);
}

void json_raw(struct json *json, struct str value)
{
	comma(json);
	buf_put(json->out, value);
}
