#include "ledger/bank.h"

#include "ledger/check_digits.h"

#define IBAN_LONGEST 34 /* ISO 13616 */

/* The IBAN registry's lengths, a country of two letters each. */
static const struct {
	const char *countries;
	unsigned length;
} lengths[] = {
	{"NO", 15},
	{"BE", 16},
	{"DK FI FK FO GL NL SD", 18},
	{"MK SI", 19},
	{"AT BA EE KZ LT LU MN XK", 20},
	{"CH CR HR LI LV", 21},
	{"BG BH DE GB GE IE ME RS VA", 22},
	{"AE GI IL IQ OM SO TL", 23},
	{"AD CZ DZ ES MD PK RO SA SE SK TN VG", 24},
	{"AO LY MZ PT ST", 25},
	{"IR IS TR", 26},
	{"CF CG CM FR GR IT MC MG MR SM DJ BI", 27},
	{"AL AZ BJ BY CI CY DO GT HN HU LB NI PL SN SV TG", 28},
	{"BR EG PS QA UA", 29},
	{"JO KW MU YE", 30},
	{"MT SC", 31},
	{"LC", 32},
	{"RU", 33},
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Of the country that the IBAN begins with; 0: it has none. */
static unsigned length_of(struct str iban)
{
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		const char *at = lengths[i].countries;
		for (; *at; at += at[2] ? 3 : 2)
			if (at[0] == iban.at[0] && at[1] == iban.at[1])
				return lengths[i].length;
	}
	return 0;
}

/* Without blanks, in capital letters. */
static struct str compact(struct arena *arena, struct str text)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		bool is_small = c >= 'a' && c <= 'z';
		if (c != ' ')
			buf_byte(&buf, (char)(is_small ? c - 'a' + 'A' : c));
	}
	return buf_str(&buf);
}

/* Two letters, two digits, then letters and digits. */
static bool is_iban(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		bool letter = is_capital(text.at[i]), digit = is_digit(text.at[i]);
		if (i < 2 ? !letter : i < 4 ? !digit : !letter && !digit)
			return false;
	}
	return text.len > 4 && text.len <= IBAN_LONGEST;
}

/* The same in small letters, or with signs between: what it should look like. */
static struct str mend(struct arena *arena, struct str text)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < text.len; i++)
		if (is_capital(text.at[i]) || is_digit(text.at[i]))
			buf_byte(&buf, text.at[i]);
	struct str kept = buf_str(&buf);
	if (str_starts(kept, STR("IBAN")))
		kept = str_slice(kept, 4, kept.len);
	bool right =
		is_iban(kept) && kept.len == length_of(kept) && check_digits_agree(kept);
	return right ? kept : (struct str){0};
}

static bool report_iban(struct reading *reading, const struct node *node, struct str text,
			struct str capitals)
{
	struct notice *notice =
		NOTICE(reading->notices, IBAN_FORM, node->span, STR_ARG(text));
	struct str mended = mend(reading->scratch, capitals);
	if (mended.len)
		notice_help(reading->notices, notice, "write %.*s", STR_ARG(mended));
	else
		notice_help(
			reading->notices, notice,
			"copy it from your bank: a country's two letters, two digits, then the account, as in GB82 WEST 1234 5698 7654 32");
	return false;
}

bool bank_iban(struct reading *reading, const struct node *node, struct str text)
{
	struct str iban = compact(reading->scratch, text);
	bool is_small = false;
	for (size_t i = 0; i < text.len; i++)
		is_small |= text.at[i] >= 'a' && text.at[i] <= 'z';
	unsigned length = is_iban(iban) ? length_of(iban) : 0;
	if (length == 0 || is_small)
		return report_iban(reading, node, text, iban);
	if (iban.len != length) {
		struct notice *notice = NOTICE(reading->notices, IBAN_LENGTH, node->span,
					       2, iban.at, length, iban.len);
		notice_help(reading->notices, notice,
			    "copy it again from your bank: a character is %s",
			    iban.len < length ? "missing" : "too many");
		return false;
	}
	if (check_digits_agree(iban))
		return true;
	struct notice *notice =
		NOTICE(reading->notices, IBAN_CHECK, node->span, STR_ARG(text));
	notice_help(
		reading->notices, notice,
		"copy it again from your bank: a character is wrong, or two are swapped");
	return false;
}

/* Bank (4), country (2 letters), place (2), and perhaps a branch (3). */
static bool is_bic(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		bool letter = is_capital(text.at[i]);
		bool country = i == 4 || i == 5;
		if (!letter && (country || !is_digit(text.at[i])))
			return false;
	}
	return text.len == 8 || text.len == 11;
}

bool bank_bic(struct reading *reading, const struct node *node, struct str text)
{
	if (is_bic(text))
		return true;
	struct notice *notice =
		NOTICE(reading->notices, BIC_FORM, node->span, STR_ARG(text));
	struct str mended = compact(reading->scratch, text);
	if (is_bic(mended))
		notice_help(reading->notices, notice, "write %.*s", STR_ARG(mended));
	else
		notice_help(reading->notices, notice,
			    "a BIC has 8 or 11 letters and digits, such as WESTGB2L");
	return false;
}

/* ---- in the United Kingdom ---- */

static struct str digits_of(struct arena *arena, struct str text)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < text.len; i++) {
		if (is_digit(text.at[i]))
			buf_byte(&buf, text.at[i]);
		else if (text.at[i] != ' ' && text.at[i] != '-')
			return (struct str){0};
	}
	return buf_str(&buf);
}

static void check_sort_code(struct reading *reading, const struct bank *bank)
{
	if (digits_of(reading->scratch, bank->sort_code).len == 6)
		return;
	struct notice *notice = NOTICE(reading->notices, SORT_CODE_FORM,
				       bank->sort_code_span, STR_ARG(bank->sort_code));
	notice_help(reading->notices, notice,
		    "a sort code has six digits: write it as 12-34-56");
}

/* Eight digits; a few old accounts have six or seven, some societies' ten. */
static void check_account(struct reading *reading, const struct bank *bank)
{
	size_t count = digits_of(reading->scratch, bank->account).len;
	if (count >= 6 && count <= 10)
		return;
	struct notice *notice = NOTICE(reading->notices, ACCOUNT_FORM, bank->account_span,
				       STR_ARG(bank->account));
	notice_help(
		reading->notices, notice,
		"an account number has eight digits: write it in quotes, as \"12345678\"");
}

void bank_check(struct reading *reading)
{
	const struct creditor *creditor = &reading->ledger->creditor;
	if (!str_equal(creditor->country, STR("GB")))
		return;
	if (creditor->bank.sort_code.len)
		check_sort_code(reading, &creditor->bank);
	if (creditor->bank.account.len)
		check_account(reading, &creditor->bank);
}
