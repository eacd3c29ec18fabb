#include "ledger/mail.h"

static bool has_dots_inside_only(struct str text)
{
	bool dotted = true;
	for (size_t i = 0; i < text.len; i++) {
		bool dot = text.at[i] == '.';
		if (dot && dotted)
			return false;
		dotted = dot;
	}
	return !dotted;
}

/* One '@' with something on both sides, and nothing no address has. */
static bool is_address(struct str text)
{
	size_t at = str_index(text, '@', 0);
	struct str local = str_slice(text, 0, at);
	struct str domain = str_slice(text, at + 1, text.len);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == ' ' || c == ',' || c == ';' || c == '<' || c == '>' ||
		    c == '(' || c == ')' || c == '"' || c == ':')
			return false;
	}
	return at < text.len && str_index(domain, '@', 0) == domain.len &&
	       has_dots_inside_only(local) && has_dots_inside_only(domain);
}

static bool separates(char c)
{
	return c == ' ' || c == ',' || c == ';' || c == '<' || c == '>' || c == '(' ||
	       c == ')' || c == '"' || c == ':';
}

/* The first address among other words, `Jo Smith <jo@acme.example>` say. */
static struct str first_address(struct str text)
{
	size_t from = 0;
	while (from < text.len) {
		size_t to = from;
		while (to < text.len && !separates(text.at[to]))
			to++;
		struct str word = str_slice(text, from, to);
		if (is_address(word))
			return word;
		from = to + 1;
	}
	return (struct str){0};
}

bool mail_check(struct reading *reading, const struct node *node, const char *key,
		struct str text)
{
	if (!is_address(text)) {
		struct notice *notice = NOTICE(reading->notices, MAIL_FORM, node->span,
					       key, STR_ARG(text));
		struct str address = first_address(text);
		if (address.len)
			notice_help(reading->notices, notice,
				    "one address and nothing else: write %.*s",
				    STR_ARG(address));
		else
			notice_help(
				reading->notices, notice,
				"write it as name@domain, such as ap@acme.example, or take the line out");
		return false;
	}
	struct str domain = str_slice(text, str_index(text, '@', 0) + 1, text.len);
	if (str_index(domain, '.', 0) < domain.len)
		return true;
	struct notice *notice =
		NOTICE(reading->notices, MAIL_DOMAIN, node->span, STR_ARG(domain));
	notice_help(reading->notices, notice, "is its end missing? write %.*s.com, say",
		    STR_ARG(text));
	return true;
}
