#include "ledger/tax_id.h"

/* Behind the country's letters: # a digit, @ a letter, * either; | between forms. EU by
 * Directive 2006/112, Greece as EL, Northern Ireland as XI; GB, CH (CHE) and NO theirs.
 */
static const struct {
	const char *country, *forms, *example;
} shapes[] = {
	{"AT", "U########", "ATU12345678"},
	{"BE", "##########", "BE0123456789"},
	{"BG", "#########|##########", "BG123456789"},
	{"CH", "E#########|E#########MWST|E#########TVA|E#########IVA|E#########VAT",
	 "CHE-123.456.789 MWST"},
	{"CY", "########@", "CY12345678X"},
	{"CZ", "########|#########|##########", "CZ12345678"},
	{"DE", "#########", "DE123456789"},
	{"DK", "########", "DK12345678"},
	{"EE", "#########", "EE123456789"},
	{"EL", "#########", "EL123456789"},
	{"ES", "*#######*", "ESX1234567X"},
	{"FI", "########", "FI12345678"},
	{"FR", "**#########", "FR12345678901"},
	{"GB", "#########|############|GD###|HA###", "GB123456789"},
	{"HR", "###########", "HR12345678901"},
	{"HU", "########", "HU12345678"},
	{"IE", "#######@|#######@@|#*#####@", "IE1234567WA"},
	{"IT", "###########", "IT12345678901"},
	{"LT", "#########|############", "LT123456789"},
	{"LU", "########", "LU12345678"},
	{"LV", "###########", "LV12345678901"},
	{"MT", "########", "MT12345678"},
	{"NL", "#########B##", "NL123456789B01"},
	{"NO", "#########|#########MVA", "NO 123 456 789 MVA"},
	{"PL", "##########", "PL1234567890"},
	{"PT", "#########", "PT123456789"},
	{"RO", "##########|#########|########|#######|######|#####|####|###|##",
	 "RO12345678"},
	{"SE", "############", "SE123456789001"},
	{"SI", "########", "SI12345678"},
	{"SK", "##########", "SK1234567890"},
	{"XI", "#########|############|GD###|HA###", "XI123456789"},
};

static bool fits(char form, char c)
{
	bool digit = c >= '0' && c <= '9', letter = c >= 'A' && c <= 'Z';
	if (form == '#')
		return digit;
	if (form == '@')
		return letter;
	return form == '*' ? digit || letter : form == c;
}

static bool matches(const char *forms, struct str text)
{
	while (*forms) {
		size_t i = 0;
		bool same = true;
		for (; *forms && *forms != '|'; forms++, i++)
			same = same && i < text.len && fits(*forms, text.at[i]);
		if (same && i == text.len)
			return true;
		if (*forms)
			forms++;
	}
	return false;
}

static struct str compact(struct arena *arena, struct str text)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] != ' ' && text.at[i] != '.' && text.at[i] != '-')
			buf_byte(&buf, text.at[i]);
	return buf_str(&buf);
}

void tax_id_check(struct reading *reading, const struct node *node, struct str text)
{
	struct str id = compact(reading->scratch, text);
	struct str rest = str_slice(id, 2, id.len);
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		if (!str_starts(id, str_from_c(shapes[i].country)))
			continue;
		if (matches(shapes[i].forms, rest))
			return;
		struct notice *notice = NOTICE(reading->notices, TAX_ID_FORM, node->span,
					       STR_ARG(text), shapes[i].country);
		notice_help(reading->notices, notice, "compare it: they look like %s",
			    shapes[i].example);
		return;
	}
}
