/* Late charges: rule 11. */
#include "reckon_book.h"

#define POLICY(rule, more) \
	"policies: {test: {currency: GBP, late_charge: {" rule \
	", every: month, claimed_from: due}" more "}}\n"
#define INVOICE \
	"invoices: [{number: X, customer: acme, issued: 2026-01-01, due: 2026-01-31,\n" \
	"  amount: 1000}]\n"

static money late(const char *as_of, const char *yaml)
{
	struct book *book = book_new(as_of, yaml);
	money open = OPEN(book, "X", LATE);
	book_free(book);
	return open;
}

/* The day after due + k months, k ≥ 0; 31 Jan + 1 month = 28 Feb. */
Test(late, a_started_month_counts_from_its_first_day)
{
	const char *yaml = POLICY("percent: 1.5, counts: started", "") INVOICE;
	MONEY_IS(late("2026-01-31", yaml), 0);
	MONEY_IS(late("2026-02-01", yaml), 1500);
	MONEY_IS(late("2026-02-28", yaml), 1500);
	MONEY_IS(late("2026-03-01", yaml), 3000);
	MONEY_IS(late("2026-04-01", yaml), 4500);
}

/* At due + k months, k ≥ 1. */
Test(late, a_completed_month_counts_on_its_last_day)
{
	const char *yaml = POLICY("amount: 25, counts: completed", "") INVOICE;
	MONEY_IS(late("2026-02-27", yaml), 0);
	MONEY_IS(late("2026-02-28", yaml), 2500);
	MONEY_IS(late("2026-03-31", yaml), 5000);
}

Test(late, stops_at_its_share_of_the_gross_amount)
{
	MONEY_IS(late("2027-01-31",
		      POLICY("percent: 1.5, counts: started, max_percent: 4", "")
			      INVOICE),
		 4000);
}

Test(late, waits_for_grace_then_counts_from_the_first)
{
	const char *yaml =
		POLICY("percent: 1.5, counts: started", ", grace_days: 5") INVOICE;
	MONEY_IS(late("2026-02-05", yaml), 0);
	MONEY_IS(late("2026-02-06", yaml), 1500);
}

/* On the interest base of the day: what is paid that day still counts. */
Test(late, is_charged_on_what_is_open_and_not_disputed)
{
	const char *paid = POLICY("percent: 1.5, counts: started", "") INVOICE
		"payments: [{date: 2026-03-0%s, customer: acme, amount: 500}]\n";
	char text[1024];
	snprintf(text, sizeof text, paid, "1");
	MONEY_IS(late("2026-03-01", text), 3000);
	MONEY_IS(late("2026-04-01", text), 3750);
	MONEY_IS(
		late("2026-03-01",
		     POLICY("percent: 1.5, counts: started",
			    "") "invoices: [{number: X, customer: acme, issued: 2026-01-01, due: 2026-01-31,\n"
				"  amount: 1000, dispute: {since: 2026-02-10, amount: 400}}]\n"),
		1500 + 900);
}

/* Nothing more once the principal is paid; what was charged stands. */
Test(late, ends_with_the_principal)
{
	MONEY_IS(late("2026-06-01", POLICY("percent: 1.5, counts: started", "") INVOICE
		      "payments: [{date: 2026-02-10, customer: acme, amount: 1000}]\n"),
		 1500);
}
