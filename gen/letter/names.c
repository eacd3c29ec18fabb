#include "letter/names.h"

#define ROW(name, type, meaning, example) \
	{ \
		STR_LIT(name), NAME_##type, STR_LIT(meaning), STR_LIT(example) \
	}

static const struct name_entry entries[] = {
	ROW("title", TEXT, "what the letter is called", "Final demand"),
	ROW("today", DATE, "the as-of day", "30 November 2026"),
	ROW("payments_to", DATE, "payments up to this day are included",
	    "27 November 2026"),
	ROW("currency", TEXT, "ISO 4217 code of every amount", "GBP"),
	ROW("salutation", TEXT, "the greeting, by the contact's name where known",
	    "Dear Jo Smith,"),
	ROW("closing", TEXT, "the closing that belongs to the salutation",
	    "Yours sincerely,"),
	ROW("stage", TEXT, "the letter's stage in the policy; empty in a statement",
	    "final-demand"),
	ROW("final", TRUTH, "this is the policy's last letter", "yes"),
	ROW("law", TEXT, "the law the policy follows",
	    "Late Payment of Commercial Debts (Interest) Act 1998"),
	ROW("law_url", TEXT, "where that law can be read",
	    "https://www.legislation.gov.uk/ukpga/1998/20"),

	ROW("creditor", RECORD, "you", ""),
	ROW("creditor.name", TEXT, "your name", "Harbour & Finch Joinery Ltd"),
	ROW("creditor.address", LINES, "line by line", "Unit 4, Dock Road"),
	ROW("creditor.country", TEXT, "ISO 3166-1 code", "GB"),
	ROW("creditor.email", TEXT, "your e-mail", "accounts@harbourfinch.example"),
	ROW("creditor.phone", TEXT, "your telephone", "+44 117 496 0000"),
	ROW("creditor.website", TEXT, "your website", "https://harbourfinch.example"),
	ROW("creditor.registration", TEXT, "company number", "01234567"),
	ROW("creditor.tax_id", TEXT, "your VAT number", "GB123456789"),
	ROW("creditor.signatory", RECORD, "who signs", ""),
	ROW("creditor.signatory.name", TEXT, "who signs", "Ruth Finch"),
	ROW("creditor.signatory.title", TEXT, "what that person is", "Credit control"),
	ROW("creditor.bank", RECORD, "where to pay", ""),
	ROW("creditor.bank.holder", TEXT, "account name", "Harbour & Finch Joinery Ltd"),
	ROW("creditor.bank.name", TEXT, "of the bank", "West Bank"),
	ROW("creditor.bank.sort_code", TEXT, "sort code", "12-34-56"),
	ROW("creditor.bank.account", TEXT, "account number", "12345678"),
	ROW("creditor.bank.iban", TEXT, "in blocks of four",
	    "GB82 WEST 1234 5698 7654 32"),
	ROW("creditor.bank.bic", TEXT, "BIC", "WESTGB2L"),

	ROW("customer", RECORD, "whom the letter is to", ""),
	ROW("customer.id", TEXT, "the customer number", "acme"),
	ROW("customer.name", TEXT, "the name", "Acme Tooling Ltd"),
	ROW("customer.contact", TEXT, "who is written to", "Jo Smith"),
	ROW("customer.address", LINES, "line by line", "9 Foundry Lane"),
	ROW("customer.country", TEXT, "ISO 3166-1 code", "GB"),
	ROW("customer.email", TEXT, "the e-mail", "ap@acme.example"),
	ROW("customer.phone", TEXT, "the telephone", "+44 113 496 0000"),
	ROW("customer.kind", TEXT, "business, sole-trader, consumer or public",
	    "business"),
	ROW("customer.consumer", TRUTH, "a private person, not a firm", "no"),
	ROW("customer.individual", TRUTH, "a private person or a sole trader", "no"),
	ROW("customer.collector", TEXT, "who of you follows up", "Sam"),
	ROW("customer.credit_limit", MONEY, "empty without one", "£5,000.00"),
	ROW("customer.terms_signed", DATE, "when your terms were accepted",
	    "1 March 2025"),
	ROW("customer.terms", TEXT, "what is agreed for new invoices", "30 days net"),
	ROW("advice", TEXT,
	    "who advises the private persons of the customer's country about debt; empty where the "
	    "locale names nobody",
	    "Citizens Advice (citizensadvice.org.uk)"),

	ROW("to_pay", MONEY, "the demand; in a statement what is due and not blocked",
	    "£1,318.60"),
	ROW("pay_by", DATE, "a letter's deadline; empty without one", "14 December 2026"),
	ROW("payment_reference", TEXT,
	    "the invoice when there is one, else the customer (in euro as RF reference)",
	    "INV-2026-001"),
	ROW("pay_url", TEXT, "creditor.pay_url with the reference filled in",
	    "https://pay.harbourfinch.example/?ref=INV-2026-001"),
	ROW("codes", LIST, "QR codes: a transfer in euro, pay_url; none without to_pay",
	    ""),
	ROW("codes.payload", TEXT,
	    "what it says, as an address has it; in Markdown: ![caption](<qr:payload> \"alt\")",
	    "https%3A%2F%2Fpay%2Eharbourfinch%2Eexample%2F"),
	ROW("codes.caption", TEXT, "what to do with it", "Scan to pay online"),
	ROW("codes.alt", TEXT, "what it is, for those who do not see it",
	    "QR code that leads to the payment page"),

	ROW("demand", MONEY,
	    "what the letter asks for; each sum also has .plain, .short, .table",
	    "£1,318.60"),
	ROW("principal", MONEY, "open invoices: those demanded, or in a statement all",
	    "£1,250.00"),
	ROW("interest", MONEY, "claimed and open", "£18.60"),
	ROW("compensation", MONEY, "claimed and open", "£70.00"),
	ROW("late_charges", MONEY, "claimed and open", "£0.00"),
	ROW("fees", MONEY, "of earlier letters, claimed and open", "£0.00"),
	ROW("fee", MONEY, "of this letter", "£0.00"),
	ROW("credit", MONEY, "money held for the customer, taken off", "£20.00"),
	ROW("balance", MONEY, "of the whole account", "£1,318.60"),
	ROW("overdue", MONEY, "open invoices past their due day", "£1,250.00"),
	ROW("not_due", MONEY, "open invoices not yet past their due day", "£400.00"),
	ROW("in_credit", TRUTH, "the balance is below zero", "no"),

	ROW("any", RECORD, "what there is: sections to open a table with", ""),
	ROW("any.invoices", TRUTH, "there are invoices", "yes"),
	ROW("any.several", TRUTH, "there is more than one invoice", "no"),
	ROW("any.reference", TRUTH, "an invoice has a reference of the customer", "yes"),
	ROW("any.overdue", TRUTH, "an invoice is overdue", "yes"),
	ROW("any.paid", TRUTH, "something was paid or credited on an invoice", "yes"),
	ROW("any.charges", TRUTH, "interest or another charge is claimed", "yes"),
	ROW("any.credit", TRUTH, "there is money held for the customer", "yes"),
	ROW("any.adjusted", TRUTH, "there are charges or credit: the balance differs",
	    "yes"),
	ROW("any.iban", TRUTH, "paid by IBAN: from abroad, or without a sort code", "no"),
	ROW("any.segments", TRUTH, "interest is claimed and explained", "yes"),
	ROW("any.late", TRUTH, "late charges are claimed and explained", "yes"),
	ROW("any.blocked", TRUTH, "something is disputed, held, or promised", "yes"),
	ROW("any.earlier", TRUTH, "an invoice keeps an earlier deadline", "no"),
	ROW("any.payments", TRUTH, "money came or went this month", "yes"),
	ROW("any.movements", TRUTH, "anything at all changed the balance this month",
	    "yes"),
	ROW("any.plans", TRUTH, "there is an instalment plan", "yes"),

	ROW("invoices", LIST,
	    "those demanded, or in a statement the open ones, oldest first", ""),
	ROW("invoices.number", TEXT, "the number", "INV-2026-001"),
	ROW("invoices.reference", TEXT, "the customer's own", "PO-77"),
	ROW("invoices.issued", DATE, "the day it was issued", "15 January 2026"),
	ROW("invoices.delivered", DATE, "the day of delivery; empty when not given",
	    "10 January 2026"),
	ROW("invoices.due", DATE, "the day it was due", "14 February 2026"),
	ROW("invoices.terms", TEXT, "its terms, in words", "30 days net"),
	ROW("invoices.days_overdue", COUNT, "empty when not overdue", "46 days"),
	ROW("invoices.amount", MONEY, "of the invoice", "£1,500.00"),
	ROW("invoices.paid", MONEY, "paid, credited, discounted, written off", "£250.00"),
	ROW("invoices.outstanding", MONEY, "what is open of it", "£1,250.00"),
	ROW("invoices.disputed", MONEY, "the part of that in dispute; empty when none",
	    "£100.00"),
	ROW("invoices.dispute", TEXT, "the reason for that, as the ledger gives it",
	    "Short delivery"),
	ROW("invoices.principal", MONEY, "what is open and demanded", "£1,150.00"),
	ROW("invoices.interest", MONEY, "claimed and open", "£18.60"),
	ROW("invoices.compensation", MONEY, "claimed and open", "£70.00"),
	ROW("invoices.late_charges", MONEY, "claimed and open", "£0.00"),
	ROW("invoices.fees", MONEY, "of earlier letters, claimed and open", "£0.00"),
	ROW("invoices.charges", MONEY, "the four together", "£88.60"),
	ROW("invoices.total", MONEY, "principal and charges", "£1,318.60"),
	ROW("invoices.stage", TEXT,
	    "its own stage, with this letter; empty before the first", "reminder-2"),
	ROW("invoices.letter", TEXT, "the title of that stage's letter",
	    "Second reminder"),
	ROW("invoices.sent", DATE, "the day of its last letter; empty before the first",
	    "7 November 2026"),
	ROW("invoices.deadline", DATE,
	    "an earlier letter's deadline, which stands; else empty", "7 December 2026"),
	ROW("invoices.payments", LIST, "what was put on it", ""),
	ROW("invoices.payments.date", DATE, "the day", "20 February 2026"),
	ROW("invoices.payments.what", TEXT, "what it was", "Payment"),
	ROW("invoices.payments.reference", TEXT,
	    "the payment's, or the credit note's number", "INV-2026-001 part"),
	ROW("invoices.payments.amount", MONEY, "put on the invoice and its charges",
	    "£500.00"),

	ROW("numbers", TEXT, "the numbers of those invoices, listed in a sentence",
	    "INV-2026-001 and INV-2026-002"),

	ROW("charges", LIST,
	    "what is claimed besides the invoices, and what is taken off", ""),
	ROW("charges.what", TEXT, "what it is", "Interest"),
	ROW("charges.shares", TEXT,
	    "of compensation on several invoices, what it is made of; else empty",
	    "2 × 40.00 + 70.00"),
	ROW("charges.amount", MONEY, "negative for credit", "£18.60"),

	ROW("segments", LIST, "how the interest comes about", ""),
	ROW("segments.invoice", TEXT, "its number", "INV-2026-001"),
	ROW("segments.from", DATE, "first day", "15 February 2026"),
	ROW("segments.to", DATE, "last day", "30 November 2026"),
	ROW("segments.days", COUNT, "how many", "46 days"),
	ROW("segments.rate", RATE, "a year", "11.75%"),
	ROW("segments.base", MONEY, "the sum that bears it", "£1,250.00"),
	ROW("segments.interest", MONEY, "what came of it", "£18.60"),
	ROW("interest_run", MONEY, "the interest of all segments together", "£18.60"),
	ROW("interest_paid", MONEY, "what was paid on it; empty when nothing was",
	    "£5.00"),
	ROW("daily_interest", MONEY, "of each further day; empty when none runs",
	    "£0.40"),
	ROW("daily_from", DATE, "the first of those days", "1 December 2026"),

	ROW("late", LIST, "how the late charges come about, in a letter that claims them",
	    ""),
	ROW("late.invoice", TEXT, "its number", "INV-2026-001"),
	ROW("late.date", DATE, "the day it ran up", "15 March 2026"),
	ROW("late.rate", RATE, "of the base; empty for a fixed sum", "1.5%"),
	ROW("late.base", MONEY, "the sum that bore it", "£1,250.00"),
	ROW("late.amount", MONEY, "what came of it", "£18.75"),
	ROW("late_run", MONEY, "all of them together; empty without any", "£37.50"),
	ROW("late_paid", MONEY, "what was paid on them; empty when nothing was",
	    "£18.75"),
	ROW("late_most", RATE,
	    "of an invoice's amount, what they come to at most; empty without a limit",
	    "18%"),

	ROW("later", RECORD,
	    "charges the policy would claim with a later letter and this one does not; empty "
	    "when it would not",
	    ""),
	ROW("later.letter", TEXT, "the title of that letter", "Final demand"),
	ROW("later.interest", TRUTH, "interest is among them", "yes"),
	ROW("later.compensation", TRUTH, "compensation is among them", "yes"),

	ROW("next", RECORD, "the letter after this one; empty after the last", ""),
	ROW("next.stage", TEXT, "its stage", "final-demand"),
	ROW("next.letter", TEXT, "its title", "Final demand"),
	ROW("next.date", DATE, "its earliest day", "15 December 2026"),
	ROW("next.fee", MONEY,
	    "its fee, if nothing is paid until then; empty without one", "£5.00"),

	ROW("blocked", LIST, "what is open but not demanded, and why", ""),
	ROW("blocked.number", TEXT, "of the invoice", "INV-2026-002"),
	ROW("blocked.due", DATE, "the day it was due", "14 February 2026"),
	ROW("blocked.amount", MONEY, "what is not demanded", "£100.00"),
	ROW("blocked.why", TEXT,
	    "dispute, hold, plan or promise, in the letter's language", "in dispute"),
	ROW("blocked.reason", TEXT, "as the ledger gives it", "Short delivery"),
	ROW("blocked.until", DATE, "empty without an end", "10 March 2026"),

	ROW("aging", LIST, "the account's open invoices by days overdue", ""),
	ROW("aging.label", TEXT, "the bucket", "1–30 days"),
	ROW("aging.amount", MONEY, "what is open in it", "£1,250.00"),

	ROW("payments", LIST,
	    "payments, refunds, credit notes and waivers of the month of today", ""),
	ROW("payments.date", DATE, "the day", "20 February 2026"),
	ROW("payments.what", TEXT, "what it was", "Payment"),
	ROW("payments.reference", TEXT, "the payment's, or the credit note's number",
	    "INV-2026-001 part"),
	ROW("payments.reason", TEXT, "why a charge was given up; else empty",
	    "Goods came late"),
	ROW("payments.amount", MONEY, "received; negative when paid back", "£500.00"),

	ROW("period", RECORD, "the month of today, as far as it has come", ""),
	ROW("period.from", DATE, "its first day", "1 November 2026"),
	ROW("period.to", DATE, "today", "30 November 2026"),
	ROW("brought_forward", MONEY, "the balance that month began with", "£900.00"),
	ROW("movements", LIST,
	    "all that changed the balance in that month; with what is brought forward "
	    "they make the balance",
	    ""),
	ROW("movements.date", DATE, "the day", "20 November 2026"),
	ROW("movements.what", TEXT,
	    "invoice, payment, credit note, charge and so on, in the letter's language",
	    "Payment"),
	ROW("movements.reference", TEXT,
	    "of a payment its reference, else the invoice's or credit note's number",
	    "INV-2026-001 part"),
	ROW("movements.reason", TEXT, "why a charge was given up; else empty",
	    "Goods came late"),
	ROW("movements.amount", MONEY, "negative for what lowers the balance",
	    "−£500.00"),
	ROW("movements.debit", MONEY, "what it adds; empty when it lowers", "£400.00"),
	ROW("movements.credit", MONEY, "what it takes off; empty when it adds",
	    "£500.00"),
	ROW("movements.balance", MONEY, "after it", "£400.00"),

	ROW("plans", LIST,
	    "agreed instalment plans, kept or broken, or paid in full this month", ""),
	ROW("plans.agreed", DATE, "the day it was agreed", "15 March 2026"),
	ROW("plans.state", TEXT, "in the letter's language", "in force"),
	ROW("plans.broken", DATE, "the day it broke; empty while it is kept",
	    "5 May 2026"),
	ROW("plans.done", DATE, "the day it was paid in full; empty until then",
	    "30 June 2026"),
	ROW("plans.numbers", TEXT, "its invoices, listed in a sentence",
	    "INV-2026-001 and INV-2026-002"),
	ROW("plans.total", MONEY, "of all instalments", "£650.00"),
	ROW("plans.paid", MONEY, "what was paid on it", "£300.00"),
	ROW("plans.open", MONEY, "what is left of it", "£350.00"),
	ROW("plans.instalments", LIST, "in the order they are due", ""),
	ROW("plans.instalments.due", DATE, "the day it is due", "1 April 2026"),
	ROW("plans.instalments.amount", MONEY, "what was agreed", "£300.00"),
	ROW("plans.instalments.paid", MONEY, "what was paid on it", "£300.00"),
	ROW("plans.instalments.open", MONEY, "what is left of it", "£0.00"),
	ROW("plans.instalments.state", TEXT, "in the letter's language", "paid"),
	ROW("plans.instalments.late", TRUTH, "it was not paid in time", "no"),

	ROW("promises", LIST, "what the customer promised to pay, oldest first", ""),
	ROW("promises.made", DATE, "the day of the promise", "18 February 2026"),
	ROW("promises.by", DATE, "when it was to be paid", "25 February 2026"),
	ROW("promises.amount", MONEY, "empty when it was all of it", "£500.00"),
	ROW("promises.numbers", TEXT, "its invoices; empty when it was for all",
	    "INV-2026-001"),
	ROW("promises.state", TEXT, "in the letter's language", "kept"),
	ROW("promises.broken", TRUTH, "it was not kept", "no"),

	ROW("words", RECORD, "table captions of the letter's language, by their key", ""),
};

const struct name_entry *name_at(size_t index)
{
	return index < sizeof entries / sizeof *entries ? &entries[index] : NULL;
}

struct str name_type_word(enum name_type type)
{
	static const struct str words[NAME_TYPE__COUNT] = {
		STR_LIT("text"),  STR_LIT("money"), STR_LIT("date"),
		STR_LIT("count"), STR_LIT("rate"),  STR_LIT("yes/no"),
		STR_LIT("lines"), STR_LIT("list"),  STR_LIT("record"),
	};
	return words[type];
}

/* ---- the specimen ---- */

static struct value *with_forms(struct arena *arena, struct str text,
				const char *const forms[], size_t count)
{
	struct value *value = value_record(arena);
	value->text = text;
	for (size_t i = 0; i < count; i++)
		value_set(arena, value, str_from_c(forms[i]), value_text(arena, text));
	return value;
}

static struct value *specimen_of(struct arena *arena, const struct name_entry *entry)
{
	static const char *const money_forms[] = {"plain", "short", "table"};
	static const char *const date_forms[] = {"iso", "medium", "short"};
	struct value *list = NULL;
	switch (entry->type) {
	case NAME_TEXT:
		return value_text(arena, entry->example);
	case NAME_MONEY:
		return with_forms(arena, entry->example, money_forms, 3);
	case NAME_DATE:
		return with_forms(arena, entry->example, date_forms, 3);
	case NAME_COUNT:
	case NAME_RATE:
		return with_forms(arena, entry->example, money_forms, 1);
	case NAME_TRUTH:
		return value_truth(arena, true);
	case NAME_LINES:
		list = value_list(arena);
		value_push(list, value_text(arena, entry->example));
		return list;
	case NAME_LIST:
		list = value_list(arena);
		value_push(list, value_record(arena));
		return list;
	case NAME_RECORD:
	case NAME_TYPE__COUNT:
		return value_record(arena);
	}
	return NULL;
}

/* The record that a dotted name's last part belongs to; rows stand below their parents.
 */
static struct value *parent_of(struct value *view, struct str name, struct str *leaf)
{
	struct value *record = view;
	size_t from = 0;
	for (;;) {
		size_t dot = str_index(name, '.', from);
		*leaf = str_slice(name, from, dot);
		if (dot == name.len)
			return record;
		for (struct value_field *f = record->fields; f; f = f->next)
			if (str_equal(f->name, *leaf))
				record = f->value->first ? f->value->first : f->value;
		from = dot + 1;
	}
}

struct value *name_specimen(struct arena *arena, struct value *words)
{
	struct value *view = value_record(arena);
	for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
		struct str leaf;
		struct value *record = parent_of(view, entries[i].name, &leaf);
		bool is_words = str_equal(leaf, STR("words"));
		value_set(arena, record, leaf,
			  is_words ? words : specimen_of(arena, &entries[i]));
	}
	return view;
}
