#include <criterion/criterion.h>

#include <string.h>

#include "ledger/ledger.h"

#define BASE \
	"creditor: {name: Us, address: Here, country: GB, payments_to: 2026-11-27}\n" \
	"defaults: {currency: GBP, terms: net 30}\n" \
	"customers:\n" \
	"  - {id: acme, name: Acme, address: There}\n" \
	"  - {id: bolt, name: Bolt, address: Elsewhere}\n"

static struct arena *book;
static struct sources *sources;

static void open_book(void)
{
	book = arena_new(0);
	sources = sources_new();
}

static void close_book(void)
{
	arena_free(book);
	sources_free(sources);
}

TestSuite(oddity, .init = open_book, .fini = close_book);

/* The codes of all findings, joined by blanks. */
static const char *codes(const char *text)
{
	struct notices notices = notices_new(book, sources);
	const struct source *source =
		source_from_bytes(sources, STR("book.yaml"), str_from_c(text));
	ledger_from_sources(book, sources, &source, 1, date_from_civil(2026, 11, 30),
			    &notices);
	size_t count = 0;
	const struct notice **sorted = notices_sorted(&notices, &count);
	struct buf buf = buf_new(book, 0);
	for (size_t i = 0; i < count; i++)
		buf_format(&buf, "%s%s", i ? " " : "", notice_code_name(sorted[i]->code));
	return str_c(book, buf_str(&buf));
}

/* Invoices of the numbers given, a day later each; 'x' in front: a month earlier. */
static const char *series(const char *numbers)
{
	struct buf buf = buf_new(book, 0);
	buf_put(&buf, STR(BASE "invoices:\n"));
	date day = date_from_civil(2026, 9, 1);
	for (const char *at = numbers; *at; at += strcspn(at, " "), at += *at == ' ') {
		bool early = *at == 'x';
		at += early;
		buf_format(&buf, "  - {number: %.*s, customer: acme, amount: 1, issued: ",
			   (int)strcspn(at, " "), at);
		date_put(&buf, early ? day - 30 : day);
		buf_put(&buf, STR("}\n"));
		day++;
	}
	return str_c(book, buf_str(&buf));
}

Test(oddity, of_a_number_left_out_is_told_once)
{
	cr_assert_str_eq(codes(series("R-1 R-2 R-3 R-4 R-6 R-7 R-8 R-9")), "number-gap");
	cr_assert_str_eq(codes(series("R-1 R-2 R-3 R-4 R-5 R-6 R-7 R-8")), "");
	cr_assert_str_eq(codes(series("R-098 R-099 R-100 R-101 R-102 R-103 R-105 R-106")),
			 "number-gap");
}

Test(oddity, of_numbers_that_never_were_in_sequence_is_none)
{
	cr_assert_str_eq(codes(series("R-1 R-20 R-3 R-47 R-50 R-61 R-7 R-80")), "");
	cr_assert_str_eq(codes(series("R-1 R-2 R-4")), "");
	cr_assert_str_eq(codes(series("a b c d e f g h i")), "");
	cr_assert_str_eq(
		codes(series("A-1 B-3 C-5 D-7 E-9 F-11 G-13 H-15 I-17 J-19 K-21")), "");
}

Test(oddity, of_a_day_that_falls_is_told_once)
{
	cr_assert_str_eq(codes(series("R-1 R-2 R-3 R-4 xR-5 R-6 R-7 R-8")),
			 "number-order");
	cr_assert_str_eq(codes(series("R-1 xR-2 R-3 xR-4 R-5 xR-6 R-7 xR-8")), "");
}

#define INVOICES \
	BASE "invoices:\n" \
	     "  - {number: A, customer: acme, issued: 2026-11-02, amount: 1234.50}\n" \
	     "  - {number: B, customer: bolt, issued: 2026-11-02, amount: 700.15}\n" \
	     "payments:\n"

Test(oddity, of_a_payment_that_stands_twice_needs_everything_alike)
{
	cr_assert_str_eq(codes(INVOICES
			       "  - {date: 2026-11-09, customer: acme, amount: 40}\n"
			       "  - {date: 2026-11-09, customer: acme, amount: 40}\n"),
			 "payment-twice");
	cr_assert_str_eq(codes(INVOICES
			       "  - {date: 2026-11-09, customer: acme, amount: 40}\n"
			       "  - {date: 2026-11-10, customer: acme, amount: 40}\n"
			       "  - {date: 2026-11-09, customer: bolt, amount: 40}\n"
			       "  - {date: 2026-11-09, customer: acme, amount: 40, "
			       "reference: second}\n"
			       "  - {date: 2026-11-09, customer: acme, amount: 40, "
			       "for: A}\n"
			       "  - {date: 2026-11-09, customer: acme, amount: 40, "
			       "returned: 2026-11-10}\n"),
			 "");
}

Test(oddity, of_a_point_in_the_wrong_place)
{
	static const char *const slips[] = {"12345.00", "123450.00", "123.45"};
	for (size_t i = 0; i < 3; i++)
		cr_assert_str_eq(
			codes(str_c(book,
				    str_format(book,
					       INVOICES "  - {date: 2026-11-09, "
							"customer: acme, amount: %s}\n",
					       slips[i]))),
			"payment-slip");
	cr_assert_str_eq(codes(INVOICES "  - {date: 2026-11-09, customer: acme, "
					"amount: 123.45, for: {A: 123.45}}\n"),
			 "");
	cr_assert_str_eq(codes(INVOICES "  - {date: 2026-11-09, customer: acme, "
					"amount: 124.00}\n"),
			 "");
}

Test(oddity, of_a_payment_that_is_anothers_invoice)
{
	cr_assert_str_eq(
		codes(INVOICES
		      "  - {date: 2026-11-09, customer: acme, amount: 700.15}\n"),
		"payment-elsewhere");
	cr_assert_str_eq(
		codes(INVOICES
		      "  - {date: 2026-11-09, customer: acme, amount: 700.15}\n"
		      "  - {date: 2026-11-10, customer: bolt, amount: 700.15}\n"),
		"");
	cr_assert_str_eq(codes(INVOICES "  - {date: 2026-11-09, customer: acme, "
					"amount: 700.15, for: A}\n"),
			 "");
	cr_assert_str_eq(codes(INVOICES "  - {date: 2026-11-09, customer: acme, "
					"amount: 700.15, reference: A part}\n"),
			 "");
}

Test(oddity, of_a_year_far_from_all_others)
{
	cr_assert_str_eq(codes(BASE "invoices:\n"
				    "  - {number: A, customer: acme, issued: 2026-11-02, "
				    "amount: 1}\n"
				    "  - {number: B, customer: acme, issued: 2036-11-02, "
				    "amount: 1}\n"),
			 "date-far");
	cr_assert_str_eq(codes(BASE "invoices:\n"
				    "  - {number: A, customer: acme, issued: 2026-11-02, "
				    "amount: 1}\n"
				    "  - {number: B, customer: acme, issued: 1996-11-02, "
				    "amount: 1}\n"),
			 "date-far");
	cr_assert_str_eq(codes(BASE "invoices:\n"
				    "  - {number: A, customer: acme, issued: 2036-11-01, "
				    "amount: 1}\n"
				    "  - {number: B, customer: acme, issued: 2036-11-02, "
				    "amount: 1}\n"),
			 "");
}

Test(oddity, of_a_reference_whose_check_digits_disagree)
{
	static const struct {
		const char *reference, *found;
	} trials[] = {
		{"RF18539007547034", ""},
		{"RF18 5390 0754 7034", ""},
		{"pay RF18539007547034 thanks", ""},
		{"RF19539007547034", "reference-check"},
		{"RF19 5390 0754 7034", "reference-check"},
		{"RF1234", ""},
		{"XRF19539007547034", ""},
		{"RFQ 2026-11", ""},
	};
	for (size_t i = 0; i < sizeof trials / sizeof *trials; i++)
		cr_assert_str_eq(
			codes(str_c(book,
				    str_format(book,
					       INVOICES "  - {date: 2026-11-09, "
							"customer: acme, amount: 5, "
							"reference: %s}\n",
					       trials[i].reference))),
			trials[i].found, "%s", trials[i].reference);
}
