#include "ledger/site.h"

#include "base/near.h"

static const char *const fillings[] = {"reference", "customer", "amount", "currency"};

/* Behind http:// or https://; the whole when there is neither. */
static struct str behind_scheme(struct str text)
{
	if (str_starts(text, STR("https://")))
		return str_slice(text, 8, text.len);
	if (str_starts(text, STR("http://")))
		return str_slice(text, 7, text.len);
	return text;
}

/* A blank or backslash, but inside braces. */
static bool has_blank(struct str text)
{
	bool inside = false;
	for (size_t i = 0; i < text.len; i++) {
		inside = text.at[i] == '{' || (inside && text.at[i] != '}');
		if (!inside && (text.at[i] == ' ' || text.at[i] == '\\'))
			return true;
	}
	return false;
}

/* A host with a dot in it, and no blanks anywhere. */
static bool is_site(struct str rest)
{
	size_t end = 0;
	while (end < rest.len && rest.at[end] != '/' && rest.at[end] != '?' &&
	       rest.at[end] != '#')
		end++;
	struct str host = str_slice(rest, 0, end);
	size_t dot = str_index(host, '.', 0);
	for (size_t i = 0; i < host.len; i++)
		if (host.at[i] == '@' || host.at[i] == '{' || host.at[i] == ',')
			return false;
	return dot > 0 && dot + 1 < host.len && !has_blank(rest);
}

static bool report(struct reading *reading, const struct node *node, const char *key,
		   struct str text)
{
	struct notice *notice =
		NOTICE(reading->notices, URL_FORM, node->span, key, STR_ARG(text));
	struct str rest = text;
	size_t slashes = 0;
	while (slashes < text.len && text.at[slashes] != '/')
		slashes++;
	bool half = slashes && slashes < text.len && text.at[slashes - 1] == ':';
	while (half && slashes < text.len && text.at[slashes] == '/')
		slashes++;
	if (half)
		rest = str_slice(text, slashes, text.len);
	if (is_site(rest))
		notice_help(reading->notices, notice, "write https://%.*s",
			    STR_ARG(rest));
	else
		notice_help(reading->notices, notice,
			    "write it as https://pay.example.com/path, without blanks");
	return false;
}

bool site_check(struct reading *reading, const struct node *node, const char *key,
		struct str text)
{
	return is_site(behind_scheme(text)) || report(reading, node, key, text);
}

static bool is_filling(struct str name)
{
	for (size_t i = 0; i < sizeof fillings / sizeof *fillings; i++)
		if (str_equal(name, str_from_c(fillings[i])))
			return true;
	return false;
}

static bool report_filling(struct reading *reading, const struct node *node,
			   struct str whole, struct str name)
{
	struct notice *notice =
		NOTICE(reading->notices, URL_PLACEHOLDER, node->span, STR_ARG(whole));
	struct near near = near_new(reading->scratch, name);
	for (size_t i = 0; i < sizeof fillings / sizeof *fillings; i++)
		near_offer(&near, str_from_c(fillings[i]));
	if (is_filling(name) || near.best.len)
		notice_help(reading->notices, notice, "write {{%.*s}}",
			    STR_ARG(near.best.len ? near.best : name));
	else
		notice_help(reading->notices, notice,
			    "write {{reference}}; there are also {{customer}}, "
			    "{{amount}} and {{currency}}");
	return false;
}

/* From the brace at `at` to behind the last of those that close it. */
static struct str braces(struct str text, size_t at)
{
	size_t end = str_index(text, '}', at);
	while (end < text.len && text.at[end] == '}')
		end++;
	return str_slice(text, at, end);
}

static struct str inside(struct str whole)
{
	size_t from = 0, to = whole.len;
	while (from < to && whole.at[from] == '{')
		from++;
	while (to > from && whole.at[to - 1] == '}')
		to--;
	return str_trim(str_slice(whole, from, to));
}

bool site_check_pay_url(struct reading *reading, const struct node *node, const char *key,
			struct str text)
{
	struct str rest = behind_scheme(text);
	if (rest.len == text.len || !is_site(rest))
		return report(reading, node, key, text);
	for (size_t at = str_index(text, '{', 0); at < text.len;) {
		struct str whole = braces(text, at);
		struct str name = inside(whole);
		bool doubled =
			str_starts(whole, STR("{{")) && str_ends(whole, STR("}}")) &&
			!str_starts(whole, STR("{{{")) && !str_ends(whole, STR("}}}"));
		if (!doubled || !is_filling(name))
			return report_filling(reading, node, whole, name);
		at = str_index(text, '{', at + whole.len);
	}
	return true;
}
