/* The order within a day, however the files are written: rule 3. */
#include "reckon/order.h"

#include "reckon_book.h"

static const struct invoice INVOICE;

static void comes_first(const struct event *first, const struct event *second)
{
	cr_assert_lt(order_events(first, second), 0);
	cr_assert_gt(order_events(second, first), 0);
	cr_assert_eq(order_events(first, first), 0);
}

static struct event event_of(enum event_kind kind, const void *record)
{
	return (struct event){.kind = kind, .record = record};
}

Test(order, of_invoices_is_due_then_issued_then_number)
{
	struct invoice first = {.due = 10, .issued = 5, .number = STR("B")};
	struct invoice later_issued = {.due = 10, .issued = 6, .number = STR("A")};
	struct invoice later_number = {.due = 10, .issued = 5, .number = STR("C")};
	struct invoice later_due = {.due = 11, .issued = 1, .number = STR("A")};
	cr_assert_lt(order_invoices(&first, &later_issued), 0);
	cr_assert_lt(order_invoices(&first, &later_number), 0);
	cr_assert_lt(order_invoices(&later_issued, &later_due), 0);
	cr_assert_eq(order_invoices(&first, &first), 0);
}

Test(order, of_a_day_is_invoices_credit_notes_write_offs_payments_refunds)
{
	static const enum event_kind kinds[] = {
		EVENT_WAIVE,   EVENT_INVOICE, EVENT_CREDIT_NOTE, EVENT_WRITE_OFF,
		EVENT_PAYMENT, EVENT_REFUND,  EVENT_LOG};
	struct event later = event_of(EVENT_WAIVE, NULL);
	later.date = 1;
	for (size_t i = 0; i + 1 < sizeof kinds / sizeof kinds[0]; i++) {
		struct event a = event_of(kinds[i], NULL),
			     b = event_of(kinds[i + 1], NULL);
		cr_assert_lt(order_events(&a, &b), 0);
		cr_assert_lt(order_events(&b, &later), 0);
	}
}

Test(order, of_credit_notes_is_own_invoice_then_larger_then_number)
{
	struct credit_note notes[] = {
		{.invoice = &INVOICE, .amount = 9, .number = STR("Z")},
		{.invoice = &INVOICE, .amount = 5, .number = STR("A")},
		{.invoice = &INVOICE, .amount = 5, .number = STR("B")},
		{.invoice = NULL, .amount = 50, .number = STR("A")},
	};
	for (size_t i = 0; i < 3; i++) {
		struct event a = event_of(EVENT_CREDIT_NOTE, &notes[i]);
		struct event b = event_of(EVENT_CREDIT_NOTE, &notes[i + 1]);
		comes_first(&a, &b);
	}
}

Test(order, of_write_offs_is_those_with_an_amount)
{
	struct write_off part = {.amount = 5}, more = {.amount = 9},
			 rest = {.amount = MONEY_NONE};
	struct event a = event_of(EVENT_WRITE_OFF, &more),
		     b = event_of(EVENT_WRITE_OFF, &part);
	struct event c = event_of(EVENT_WRITE_OFF, &rest);
	comes_first(&a, &b);
	comes_first(&b, &c);
	b.place = 1;
	more.amount = 1;
	comes_first(&a, &b);
}

Test(order, of_payments_is_for_then_named_then_larger_then_reference_then_for)
{
	struct invoice first = {.number = STR("A")}, second = {.number = STR("B")};
	struct payment_for one[] = {{.invoice = &first, .amount = 3},
				    {.invoice = &second}};
	struct payment_for two[] = {{.invoice = &first, .amount = 4}};
	struct payment_for three[] = {{.invoice = &second}};
	const struct payment_rare *none = &payment_rare_none;
	struct payment_rare named = {.reference = STR("named")};
	struct payment_rare ref_a = {.reference = STR("a")},
			    ref_b = {.reference = STR("b")};
	struct payment payments[] = {
		{.amount = 9, .fors = three, .nfors = 1, .rare = none},
		{.amount = 5, .fors = one, .nfors = 1, .rare = none},
		{.amount = 5, .fors = one, .nfors = 2, .rare = none},
		{.amount = 5, .fors = two, .nfors = 1, .rare = none},
		{.amount = 5, .fors = three, .nfors = 1, .rare = none},
		{.amount = 7, .rare = &named},
		{.amount = 90, .rare = &ref_a},
		{.amount = 9, .rare = &ref_a},
		{.amount = 9, .rare = &ref_b},
	};
	for (size_t i = 0; i + 1 < sizeof payments / sizeof payments[0]; i++) {
		struct event a = event_of(EVENT_PAYMENT, &payments[i]);
		struct event b = event_of(EVENT_PAYMENT, &payments[i + 1]);
		a.named.count = i == 5;
		b.named.count = i + 1 == 5;
		comes_first(&a, &b);
	}
}

Test(order, of_plans_is_agreed_then_id_and_of_promises_made_by_amount)
{
	struct plan plans[] = {{.agreed = 1, .id = STR("Z")},
			       {.agreed = 2, .id = STR("A")},
			       {.agreed = 2, .id = STR("B")}};
	struct promise promises[] = {{.made = 1, .by = 9, .amount = 9},
				     {.made = 2, .by = 3, .amount = 9},
				     {.made = 2, .by = 4, .amount = 1},
				     {.made = 2, .by = 4, .amount = 2}};
	for (size_t i = 0; i < 2; i++) {
		struct plan_run a = {.plan = &plans[i]}, b = {.plan = &plans[i + 1]};
		cr_assert_lt(order_plans(&a, &b), 0);
	}
	for (size_t i = 0; i < 3; i++) {
		struct promise_run a = {.status.promise = &promises[i]};
		struct promise_run b = {.status.promise = &promises[i + 1]};
		cr_assert_lt(order_promises(&a, &b), 0);
	}
}

/* Invoices of one day: what is held for each first, then credit for all. */
Test(order, held_credit_of_a_day_before_ordinary_credit)
{
	struct book *book = book_new(
		"2026-03-01",
		"policies: {test: {}}\n"
		"invoices:\n"
		"  - {number: A, customer: acme, issued: 2026-03-01, due: 2026-03-02, amount: 100}\n"
		"  - {number: B, customer: acme, issued: 2026-03-01, due: 2026-03-03, amount: 100}\n"
		"payments: [{date: 2026-02-01, amount: 150, for: {B: 130}}]\n");
	MONEY_IS(book_item(book, "A")->principal, 5000);
	MONEY_IS(book_item(book, "B")->principal, 0);
	book_free(book);
}
