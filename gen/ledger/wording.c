#include "ledger/wording.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "ledger/country.h"

#define ID_LONGEST 64	   /* [bytes] ledger language, ids */
#define NUMBER_LONGEST 128 /* [code points] a number names files */

bool wording_scalar(struct reading *reading, const char *key, const struct node *node)
{
	if (node->kind == NODE_BROKEN)
		return false;
	if (node->kind != NODE_SCALAR) {
		const char *shape = node->kind == NODE_LIST ? "list" : "mapping";
		struct notice *notice = NOTICE(reading->notices, VALUE_SHAPE, node->span,
					       key, "one value", shape);
		notice_help(reading->notices, notice, "write %s: and the value behind it",
			    key);
		return false;
	}
	if (str_trim(node->text).len > 0)
		return true;
	struct notice *notice =
		NOTICE(reading->notices, VALUE_EMPTY,
		       node->key_span.file ? node->key_span : node->span, key);
	notice_help(reading->notices, notice,
		    "write a value behind '%s:', or take the line out", key);
	return false;
}

static bool check_characters(struct reading *reading, const char *key,
			     const struct node *node, struct str text, bool lines)
{
	bool line = !lines && str_index(text, '\n', 0) < text.len;
	if (!line && str_index(text, '\t', 0) == text.len)
		return true;
	struct notice *notice =
		line ? NOTICE(reading->notices, TEXT_LINES, node->span, key)
		     : NOTICE(reading->notices, TEXT_TAB, node->span, key);
	notice_help(reading->notices, notice,
		    line ? "write it on one line" : "write blanks in its place");
	return false;
}

static struct str without_line_ends(struct str text)
{
	while (text.len && text.at[text.len - 1] == '\n')
		text.len--;
	return text;
}

static bool take_text(struct reading *reading, const char *key, const struct node *node,
		      bool lines, struct str *text)
{
	*text = (struct str){0};
	if (!wording_scalar(reading, key, node))
		return false;
	*text = without_line_ends(node->text);
	return check_characters(reading, key, node, *text, lines);
}

bool wording_text(struct reading *reading, const char *key, const struct node *node,
		  bool lines, struct str *text)
{
	struct str written;
	if (!take_text(reading, key, node, lines, &written))
		return false;
	*text = str_copy(reading->texts, unicode_nfc(reading->scratch, written));
	return true;
}

bool wording_passing(struct reading *reading, const char *key, const struct node *node,
		     struct str *text)
{
	struct str written;
	if (!take_text(reading, key, node, false, &written))
		return false;
	*text = unicode_nfc(reading->scratch, written);
	return true;
}

static bool is_id_byte(char c, bool first)
{
	bool is_word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		       (c >= 'a' && c <= 'z');
	return is_word || (!first && (c == '.' || c == '_' || c == '-'));
}

static bool is_id(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!is_id_byte(text.at[i], i == 0))
			return false;
	return text.len > 0 && text.len <= ID_LONGEST;
}

/* What the writer may have meant: lower case is kept, anything else becomes a dash. */
static struct str mend_id(struct arena *arena, struct str text)
{
	struct buf buf = buf_new(arena, 0);
	bool gap = false;
	for (size_t i = 0; i < text.len && buf.len < ID_LONGEST; i++) {
		if (is_id_byte(text.at[i], buf.len == 0)) {
			if (gap && buf.len)
				buf_byte(&buf, '-');
			buf_byte(&buf, text.at[i]);
			gap = false;
		} else {
			gap = true;
		}
	}
	return buf_str(&buf);
}

/* Windows keeps the names of its devices, with any ending, and drops trailing dots. */
static bool is_reserved(struct str text)
{
	static const char *const devices[] = {"con", "prn", "aux", "nul"};
	static const char *const ports[] = {"com", "lpt"};
	struct str stem = str_slice(text, 0, str_index(text, '.', 0));
	for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
		if (str_equal_caseless(stem, str_from_c(devices[i])))
			return true;
	for (size_t i = 0; i < sizeof ports / sizeof *ports; i++)
		if (stem.len == 4 && stem.at[3] >= '0' && stem.at[3] <= '9' &&
		    str_equal_caseless(str_slice(stem, 0, 3), str_from_c(ports[i])))
			return true;
	return text.len > 0 && text.at[text.len - 1] == '.';
}

static bool check_reserved(struct reading *reading, const char *key, struct str text,
			   struct span span)
{
	if (!is_reserved(text))
		return true;
	struct notice *notice =
		NOTICE(reading->notices, ID_RESERVED, span, key, STR_ARG(text));
	struct str stem = str_slice(text, 0, str_index(text, '.', 0));
	notice_help(reading->notices, notice,
		    "it names files; write another, such as '%.*s-1'", STR_ARG(stem));
	return false;
}

bool wording_id_form(struct reading *reading, const char *key, struct str text,
		     struct span span)
{
	if (is_id(text))
		return check_reserved(reading, key, text, span);
	struct notice *notice =
		NOTICE(reading->notices, ID_FORM, span, key, STR_ARG(text));
	struct str mended = mend_id(reading->scratch, text);
	if (mended.len)
		notice_help(
			reading->notices, notice,
			"letters, digits, '.', '_' and '-' only, at most 64: write %.*s",
			STR_ARG(mended));
	else
		notice_help(reading->notices, notice,
			    "letters, digits, '.', '_' and '-' only, at most 64");
	return false;
}

bool wording_id(struct reading *reading, const char *key, const struct node *node,
		struct str *id)
{
	if (!wording_scalar(reading, key, node) ||
	    !wording_id_form(reading, key, node->text, node->span))
		return false;
	*id = str_copy(reading->texts, node->text);
	return true;
}

bool wording_number(struct reading *reading, const char *key, const struct node *node,
		    struct str *number)
{
	struct str text;
	if (!wording_text(reading, key, node, false, &text))
		return false;
	if (utf8_count(text) > NUMBER_LONGEST) {
		struct notice *notice = NOTICE(reading->notices, NUMBER_LONG, node->span,
					       key, NUMBER_LONGEST);
		notice_help(reading->notices, notice,
			    "it names files: write a shorter one");
		return false;
	}
	if (!check_reserved(reading, key, text, node->span))
		return false;
	*number = text;
	return true;
}

bool wording_country(struct reading *reading, const char *key, const struct node *node,
		     struct str *country)
{
	struct str text;
	if (!wording_text(reading, key, node, false, &text))
		return false;
	bool is_code = text.len == 2 && text.at[0] >= 'A' && text.at[0] <= 'Z' &&
		       text.at[1] >= 'A' && text.at[1] <= 'Z';
	bool is_uk = str_equal_caseless(text, STR("uk"));
	if (is_code && !is_uk) {
		*country = text;
		return true;
	}
	struct notice *notice =
		NOTICE(reading->notices, COUNTRY_FORM, node->span, STR_ARG(text));
	if (is_uk)
		notice_help(reading->notices, notice, "the United Kingdom's code is GB");
	else if (country_code(text))
		notice_help(reading->notices, notice, "write %s", country_code(text));
	else if (text.len == 2 && is_id_byte(text.at[0], true) &&
		 is_id_byte(text.at[1], true))
		notice_help(reading->notices, notice, "write %c%c", text.at[0] & ~32,
			    text.at[1] & ~32);
	else
		notice_help(
			reading->notices, notice,
			"write the ISO 3166 code of two capital letters, for example GB");
	return false;
}
