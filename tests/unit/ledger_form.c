#include <criterion/criterion.h>

#include <string.h>

#include "ledger/check_digits.h"
#include "ledger/ledger.h"

/* A text of a field and the code of the finding it gives, NULL when it is well. */
struct trial {
	const char *text, *code;
};

static void check(const char *key, bool in_bank, const struct trial *trial)
{
	struct arena *book = arena_new(0);
	struct sources *sources = sources_new();
	struct notices notices = notices_new(book, sources);
	const char *text = str_c(
		book, str_format(book,
				 "creditor:\n  name: Us\n  address: Here\n  country: GB\n"
				 "  payments_to: 2026-11-27\n  %s%s: \"%s\"\n",
				 in_bank ? "bank:\n    " : "", key, trial->text));
	const struct source *source =
		source_from_bytes(sources, STR("book.yaml"), str_from_c(text));
	ledger_from_sources(book, sources, &source, 1, date_from_civil(2026, 11, 30),
			    &notices);
	const char *found = notices.first ? notice_code_name(notices.first->code) : "";
	cr_assert_str_eq(found, trial->code ? trial->code : "", "%s: %s", key,
			 trial->text);
	arena_free(book);
	sources_free(sources);
}

#define CHECK_ALL(key, in_bank, trials) \
	for (size_t i = 0; i < sizeof(trials) / sizeof *(trials); i++) \
	check((key), (in_bank), &(trials)[i])

Test(form, of_an_iban_has_its_countrys_length_and_right_check_digits)
{
	static const struct trial trials[] = {
		{"GB82WEST12345698765432", NULL},
		{"GB82 WEST 1234 5698 7654 32", NULL},
		{"DE89 3704 0044 0532 0130 00", NULL},
		{"FR14 2004 1010 0505 0001 3M02 606", NULL},
		{"NO93 8601 1117 947", NULL},
		{"MT84MALT011000012345MTLCAST001S", NULL},
		{"GB82WEST12345698765433", "iban-check"},
		{"GB28WEST12345698765432", "iban-check"},
		{"GB82WEST1234569876543", "iban-length"},
		{"DE893704004405320130001", "iban-length"},
		{"ZZ82WEST12345698765432", "iban-form"},
		{"gb82WEST12345698765432", "iban-form"},
		{"GB82-WEST-1234", "iban-form"},
		{"12345678", "iban-form"},
		{"GB82", "iban-form"},
	};
	CHECK_ALL("iban", true, trials);
}

Test(form, of_a_bic_is_bank_country_place_and_branch)
{
	static const struct trial trials[] = {
		{"WESTGB2L", NULL},	  {"DEUTDEFF500", NULL},
		{"WESTGB2", "bic-form"},  {"WESTGB2LXX", "bic-form"},
		{"WEST12LL", "bic-form"}, {"westgb2l", "bic-form"},
	};
	CHECK_ALL("bic", true, trials);
}

Test(form, of_a_sort_code_is_six_digits_in_the_united_kingdom)
{
	static const struct trial trials[] = {
		{"12-34-56", NULL},
		{"123456", NULL},
		{"12 34 56", NULL},
		{"12-34-567", "sort-code-form"},
		{"12/34/56", "sort-code-form"},
	};
	CHECK_ALL("sort_code", true, trials);
}

Test(form, of_a_mail_address_has_one_at_sign_and_a_domain)
{
	static const struct trial trials[] = {
		{"ap@acme.example", NULL},
		{"first.last+tag@sub.acme.co.uk", NULL},
		{"o'neil@acme.example", NULL},
		{"j\xC3\xB6rg@m\xC3\xBCller.example", NULL},
		{"ap.acme.example", "mail-form"},
		{"ap@acme@example.com", "mail-form"},
		{"@acme.example", "mail-form"},
		{"ap@", "mail-form"},
		{"ap@acme..example", "mail-form"},
		{"ap@acme.example.", "mail-form"},
		{"a p@acme.example", "mail-form"},
		{"ap@acme.example, jo@acme.example", "mail-form"},
		{"mailto:ap@acme.example", "mail-form"},
		{"ap@localhost", "mail-domain"},
	};
	CHECK_ALL("email", false, trials);
}

Test(form, of_a_telephone_number_can_be_dialled)
{
	static const struct trial trials[] = {
		{"+44 20 7946 0018", NULL},
		{"+49 30 123456-78", NULL},
		{"(0117) 496 0000", NULL},
		{"+44 (0)117 496 0000", NULL},
		{"0117.496.0000", NULL},
		{"999", NULL},
		{"tbc", "phone-form"},
		{"0800 FLOWERS", "phone-form"},
		{"0117 496 0000 x12", "phone-form"},
		{"44+117", "phone-form"},
		{"12", "phone-form"},
	};
	CHECK_ALL("phone", false, trials);
}

Test(form, of_a_web_address_has_a_host)
{
	static const struct trial trials[] = {
		{"https://harbourfinch.example", NULL},
		{"harbourfinch.example/contact", NULL},
		{"www.harbourfinch.example", NULL},
		{"harbourfinch", "url-form"},
		{"http:/harbourfinch.example", "url-form"},
		{"https:// harbourfinch.example", "url-form"},
		{"ftp://harbourfinch.example", "url-form"},
		{"ruth@harbourfinch.example", "url-form"},
	};
	CHECK_ALL("website", false, trials);
}

Test(form, of_a_pay_url_is_filled_in_with_what_is_known)
{
	static const struct trial trials[] = {
		{"https://pay.example.com/{{reference}}", NULL},
		{"https://pay.example.com/{{ reference }}?a={{amount}}{{currency}}",
		 NULL},
		{"https://pay.example.com/", NULL},
		{"pay.example.com/{{reference}}", "url-form"},
		{"https://{{customer}}.example.com/", "url-form"},
		{"https://pay.example.com/{{invoice}}", "url-placeholder"},
		{"https://pay.example.com/{reference}", "url-placeholder"},
		{"https://pay.example.com/{{{reference}}}", "url-placeholder"},
		{"https://pay.example.com/{{reference", "url-placeholder"},
		{"https://pay.example.com/{{#amount}}", "url-placeholder"},
	};
	CHECK_ALL("pay_url", false, trials);
}

Test(form, of_a_vat_number_is_its_countrys)
{
	static const struct trial trials[] = {
		{"GB123456789", NULL},
		{"GB 123 4567 89", NULL},
		{"GBGD001", NULL},
		{"ATU12345678", NULL},
		{"CHE-123.456.789 MWST", NULL},
		{"NO 923 456 789 MVA", NULL},
		{"NL123456789B01", NULL},
		{"IE1234567WA", NULL},
		{"RO12", NULL},
		{"12/345/67890", NULL},
		{"US 12-3456789", NULL},
		{"GB12345678", "tax-id-form"},
		{"DE12345678", "tax-id-form"},
		{"AT12345678", "tax-id-form"},
		{"NL123456789", "tax-id-form"},
		{"RO1", "tax-id-form"},
	};
	CHECK_ALL("tax_id", false, trials);
}

Test(form, of_check_digits_follows_iso_7064)
{
	cr_assert(check_digits_agree(STR("RF18539007547034")));
	cr_assert(check_digits_agree(STR("RF712348231")));
	cr_assert_not(check_digits_agree(STR("RF81539007547034")));
	cr_assert_not(check_digits_agree(STR("RF18539007547043")));
}
