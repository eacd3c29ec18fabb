/* Invoices and what happens to them. */
#include "ledger/schema_row.h"

static const struct word log_channels[] = {{"email", CHANNEL_EMAIL},
					   {"post", CHANNEL_POST},
					   {"phone", CHANNEL_PHONE},
					   {"visit", CHANNEL_VISIT},
					   {NULL, 0}};

static const struct word every_words[] = {{"week", EVERY_WEEK},
					  {"fortnight", EVERY_FORTNIGHT},
					  {"month", EVERY_MONTH},
					  {"quarter", EVERY_QUARTER},
					  {NULL, 0}};

static const struct word runs_words[] = {
	{"stops", RUNS_STOPS}, {"runs", RUNS_RUNS}, {NULL, 0}};

/* The values are bits of struct waive, see FIELD_WAIVED in list.c. */
static const struct word waived_words[] = {{"interest", 0},
					   {"compensation", 1},
					   {"late_charges", 2},
					   {"fees", 3},
					   {NULL, 0}};

/* ---- invoices ---- */

static const struct field line_fields[] = {
	{"description", FIELD_TEXT, AT(line, description), .flags = REQUIRED,
	 .example = "\"Oak worktop, fitted\"", .doc = "what was sold"},
	{"quantity", FIELD_DECIMAL, AT(line, quantity), .flags = SIGNED, .absent = 1,
	 .example = "2.5", .doc = "how many", .standard = "1"},
	{"unit", FIELD_TEXT, AT(line, unit), .example = "m", .doc = "of what"},
	{"unit_price", FIELD_DECIMAL, AT(line, unit_price), .flags = REQUIRED | SIGNED,
	 .example = "400.00", .doc = "net, for one"},
	{"tax", FIELD_PERCENT, AT(line, tax), .example = "20", .doc = "percent on top",
	 .standard = "0"},
};
static const struct record line_record = RECORD("a line", line, line_fields, );

static const struct field dispute_fields[] = {
	{"since", FIELD_DATE, AT(dispute, since), .flags = REQUIRED,
	 .example = "2026-02-20", .doc = "its first day"},
	{"until", FIELD_DATE, AT(dispute, until), .example = "2026-03-10",
	 .doc = "its last day; absent: without end"},
	{"amount", FIELD_MONEY, AT(dispute, amount), .flags = ZERO_REFUSED,
	 .example = "300.00", .doc = "absent: all of it"},
	{"reason", FIELD_TEXT, AT(dispute, reason), .example = "Short delivery",
	 .doc = "why"},
};
static const struct record dispute_record =
	RECORD("a dispute", dispute, dispute_fields, );

static const struct field waive_fields[] = {
	{"date", FIELD_DATE, AT(waive, date), .flags = REQUIRED, .example = "2026-03-01",
	 .doc = "the day it is granted"},
	{"what", FIELD_WAIVED, NOWHERE, .flags = REQUIRED, .words = waived_words,
	 .example = "[interest, fees]", .doc = "the charges given up"},
	{"reason", FIELD_TEXT, AT(waive, reason), .example = "Goodwill", .doc = "why"},
};
static const struct record waive_record = RECORD("a waiver", waive, waive_fields, );

static const struct field opening_fields[] = {
	{"as_of", FIELD_DATE, AT(opening, as_of), .flags = REQUIRED,
	 .example = "2026-01-01", .doc = "the day the older system was left"},
	{"interest", FIELD_MONEY, AT(opening, interest), .example = "12.50",
	 .doc = "interest run up there"},
	{"costs", FIELD_MONEY, AT(opening, costs), .example = "5.00",
	 .doc = "costs run up there"},
};
static const struct record opening_record =
	RECORD("an opening balance", opening, opening_fields, );

const struct invoice_rare invoice_rare_none = {
	.opening = {.as_of = DATE_NONE, .interest = MONEY_NONE, .costs = MONEY_NONE},
	.delivered = DATE_NONE,
};

static const struct field invoice_fields[] = {
	{"number", FIELD_NUMBER, AT(invoice, number), .at = AT(invoice, number_at),
	 .flags = REQUIRED, .example = "INV-2026-001", .doc = "unique"},
	{"customer", FIELD_NAME, AT(invoice, customer_name),
	 .at = AT(invoice, customer_at), .flags = REQUIRED | PASSING, .example = "acme",
	 .doc = "the customer's id"},
	{"issued", FIELD_DATE, AT(invoice, issued), .flags = REQUIRED,
	 .example = "2026-01-15", .doc = "the invoice's date"},
	{"delivered", FIELD_DATE, AT(invoice_rare, delivered), .flags = RARE,
	 .example = "2026-01-10", .doc = "when the work was done"},
	{"due", FIELD_DATE, AT(invoice, due), .at = AT(invoice, due_at),
	 .example = "2026-02-14", .doc = "else worked out from the terms"},
	{"amount", FIELD_MONEY, AT(invoice, amount), .at = AT(invoice, amount_at),
	 .example = "1200.00", .doc = "gross total; or lines"},
	{"currency", FIELD_CURRENCY, AT(invoice, currency), .example = "GBP",
	 .doc = "else the customer's"},
	{"lines", FIELD_RECORDS, AT(invoice, lines), .record = &line_record,
	 .doc = "what the amount is made of"},
	{"reference", FIELD_TEXT, AT(invoice_rare, reference), .flags = RARE,
	 .form = FORM_REFERENCE, .example = "PO-77", .doc = "the customer's own"},
	{"policy", FIELD_NAME, AT(invoice_rare, policy_name), .flags = RARE,
	 .example = "gb-business", .doc = "else the customer's"},
	{"terms", FIELD_TERMS, AT(invoice_rare, terms), .flags = RARE,
	 .example = "net 14", .doc = "else the customer's, the policy's, the defaults'"},
	{"dispute", FIELD_RECORDS, AT(invoice_rare, disputes), .flags = RARE,
	 .record = &dispute_record, .doc = "what the customer contests"},
	{"hold", FIELD_RECORDS, AT(invoice_rare, holds), .flags = RARE,
	 .record = &schema_hold, .doc = "no letters about it while it lasts"},
	{"waive", FIELD_RECORDS, AT(invoice_rare, waives), .flags = RARE,
	 .record = &waive_record, .doc = "charges given up"},
	{"opening", FIELD_RECORD, AT(invoice_rare, opening), .flags = RARE,
	 .record = &opening_record, .doc = "charges brought over from an older system"},
	{"note", FIELD_LINES, NOWHERE, .example = "second delivery",
	 .doc = "never printed"},
};
const struct record schema_invoice =
	RECORD("an invoice", invoice, invoice_fields, .rare = AT(invoice, rare),
	       .rare_size = sizeof(struct invoice_rare), .rare_none = &invoice_rare_none,
	       .some_of = "amount lines");

/* ---- what happens to invoices ---- */

static const struct field credit_note_fields[] = {
	{"number", FIELD_NUMBER, AT(credit_note, number),
	 .span = AT(credit_note, number_span), .flags = REQUIRED, .example = "CN-1",
	 .doc = "unique"},
	{"customer", FIELD_NAME, AT(credit_note, customer_name), .flags = REQUIRED,
	 .example = "acme", .doc = "the customer's id"},
	{"invoice", FIELD_NAME, AT(credit_note, invoice_name), .example = "INV-2026-001",
	 .doc = "what it lowers; absent: used like a payment"},
	{"issued", FIELD_DATE, AT(credit_note, issued), .flags = REQUIRED,
	 .example = "2026-02-01", .doc = "its date"},
	{"amount", FIELD_MONEY, AT(credit_note, amount), .flags = REQUIRED | ZERO_REFUSED,
	 .example = "100.00", .doc = "gross"},
	{"reason", FIELD_TEXT, AT(credit_note, reason), .example = "Damaged",
	 .doc = "why"},
	{"effective", FIELD_DATE, AT(credit_note, effective), .example = "2026-01-15",
	 .doc = "the day from which it counts; absent: its date"},
	{"currency", FIELD_CURRENCY, AT(credit_note, currency), .example = "GBP",
	 .doc = "else that of the invoice, else the customer's"},
};
const struct record schema_credit_note =
	RECORD("a credit note", credit_note, credit_note_fields, );

const struct payment_rare payment_rare_none;

static const struct field payment_fields[] = {
	{"date", FIELD_DATE, AT(payment, date), .flags = REQUIRED,
	 .example = "2026-02-20", .doc = "the day it arrived"},
	{"customer", FIELD_NAME, AT(payment, customer_name),
	 .at = AT(payment, customer_at), .flags = PASSING, .example = "acme",
	 .doc = "may be left out where an invoice is named"},
	{"amount", FIELD_MONEY, AT(payment, amount), .at = AT(payment, amount_at),
	 .flags = REQUIRED | SIGNED | ZERO_REFUSED, .example = "500.00",
	 .doc = "negative: a refund to the customer"},
	{"currency", FIELD_CURRENCY, AT(payment, currency), .example = "GBP",
	 .doc = "else that of the invoice it names, else the customer's"},
	{"method", FIELD_TEXT, AT(payment_rare, method), .flags = RARE,
	 .example = "transfer", .doc = "how it came"},
	{"reference", FIELD_TEXT, AT(payment_rare, reference), .flags = RARE,
	 .form = FORM_REFERENCE, .span = AT(payment_rare, reference_span),
	 .example = "\"INV-2026-001 part\"", .doc = "as the bank shows it"},
	{"for", FIELD_FOR, NOWHERE, .example = "[INV-2026-001]",
	 .doc = "the invoices it pays, in order; or {number: amount}"},
	{"returned", FIELD_DATE, AT(payment, returned), .example = "2026-02-25",
	 .doc = "bounced or charged back on that day"},
};
const struct record schema_payment =
	RECORD("a payment", payment, payment_fields, .rare = AT(payment, rare),
	       .rare_size = sizeof(struct payment_rare), .rare_none = &payment_rare_none);

static const struct field write_off_fields[] = {
	{"date", FIELD_DATE, AT(write_off, date), .flags = REQUIRED,
	 .example = "2026-06-30", .doc = "its day"},
	{"invoice", FIELD_NAME, AT(write_off, invoice_name), .flags = REQUIRED,
	 .example = "INV-2026-001", .doc = "what is given up"},
	{"amount", FIELD_MONEY, AT(write_off, amount), .flags = ZERO_REFUSED,
	 .example = "50.00", .doc = "absent: the rest"},
	{"reason", FIELD_TEXT, AT(write_off, reason), .example = "Uneconomic",
	 .doc = "why"},
};
const struct record schema_write_off =
	RECORD("a write-off", write_off, write_off_fields, );

static const struct field instalment_fields[] = {
	{"due", FIELD_DATE, AT(instalment, due), .flags = REQUIRED,
	 .example = "2026-04-01", .doc = "by when"},
	{"amount", FIELD_MONEY, AT(instalment, amount), .flags = REQUIRED | ZERO_REFUSED,
	 .example = "300.00", .doc = "how much"},
};
static const struct record instalment_record =
	RECORD("an instalment", instalment, instalment_fields, );

static const struct field plan_fields[] = {
	{"id", FIELD_ID, AT(plan, id), .span = AT(plan, id_span), .flags = REQUIRED,
	 .example = "acme-2026", .doc = "unique"},
	{"customer", FIELD_NAME, AT(plan, customer_name), .flags = REQUIRED,
	 .example = "acme", .doc = "the customer's id"},
	{"agreed", FIELD_DATE, AT(plan, agreed), .flags = REQUIRED,
	 .example = "2026-03-15", .doc = "the day it was agreed"},
	{"invoices", FIELD_NAMES, AT(plan, invoice_names), .flags = REQUIRED,
	 .example = "[INV-2026-001]", .doc = "what it covers"},
	{"instalments", FIELD_RECORDS, AT(plan, instalments),
	 .record = &instalment_record, .doc = "listed; or first, every and count"},
	{"first", FIELD_DATE, AT(plan, first), .example = "2026-04-01",
	 .doc = "due day of the first instalment"},
	{"every", FIELD_WORD, AT(plan, every), .words = every_words, .doc = "and then"},
	{"count", FIELD_INTEGER, AT(plan, count), .least = 1, .most = 600, .example = "6",
	 .doc = "how many instalments"},
	{"interest", FIELD_WORD, AT(plan, interest), .words = runs_words,
	 .doc = "while the plan is kept", .standard = "stops"},
	{"grace_days", FIELD_INTEGER, AT(plan, grace_days), .example = "3",
	 .doc = "days an instalment may be late", .standard = "0"},
};
const struct record schema_plan =
	RECORD("a plan", plan, plan_fields, .some_of = "instalments first",
	       .apart = "instalments first", .needs = "first every count");

static const struct field promise_fields[] = {
	{"customer", FIELD_NAME, AT(promise, customer_name), .flags = REQUIRED,
	 .example = "acme", .doc = "the customer's id"},
	{"made", FIELD_DATE, AT(promise, made), .flags = REQUIRED,
	 .example = "2026-02-18", .doc = "the day it was made"},
	{"by", FIELD_DATE, AT(promise, by), .flags = REQUIRED, .example = "2026-02-25",
	 .doc = "its last day"},
	{"amount", FIELD_MONEY, AT(promise, amount), .flags = ZERO_REFUSED,
	 .example = "500.00", .doc = "absent: all that is open on its invoices"},
	{"invoices", FIELD_NAMES, AT(promise, invoice_names), .example = "[INV-2026-001]",
	 .doc = "what it is about"},
};
const struct record schema_promise = RECORD("a promise", promise, promise_fields, );

const struct log_rare log_rare_none = {.fee = MONEY_NONE};

static const struct field log_fields[] = {
	{"date", FIELD_DATE, AT(log_entry, date), .flags = REQUIRED,
	 .example = "2026-02-18", .doc = "the day it was sent or said"},
	{"customer", FIELD_NAME, AT(log_entry, customer_name),
	 .at = AT(log_entry, customer_at), .flags = REQUIRED | PASSING, .example = "acme",
	 .doc = "the customer's id"},
	{"stage", FIELD_NAME, AT(log_entry, stage_name), .at = AT(log_entry, stage_at),
	 .flags = PASSING, .example = "reminder-1",
	 .doc = "the stage the letter was; absent: a mere contact"},
	{"invoices", FIELD_NAMES, AT(log_entry, invoice_names), .flags = PASSING,
	 .example = "[INV-2026-001]", .doc = "compulsory with a stage"},
	{"channel", FIELD_WORD, AT(log_entry, channel), .words = log_channels,
	 .doc = "how"},
	{"document", FIELD_TEXT, AT(log_rare, document), .flags = RARE,
	 .example = "2026-02-18/letters/acme/reminder-1-GBP-strict.pdf",
	 .doc = "the letter's file"},
	{"fee", FIELD_MONEY, AT(log_rare, fee), .flags = RARE, .example = "0.00",
	 .doc = "absent: the policy's fixed amount for that stage"},
	{"digest", FIELD_TEXT, AT(log_rare, digest), .flags = RARE,
	 .example = "sha256-0123abcd", .doc = "of the letter's text"},
	{"version", FIELD_TEXT, AT(log_rare, version), .flags = RARE, .example = "1.0.0",
	 .doc = "of collectgen, when it was sent"},
	{"by", FIELD_TEXT, AT(log_rare, by), .flags = RARE, .example = "Sam",
	 .doc = "who"},
	{"note", FIELD_LINES, AT(log_rare, note), .flags = RARE,
	 .example = "cheque promised", .doc = "what was said"},
};
const struct record schema_log =
	RECORD("a log entry", log_entry, log_fields, .rare = AT(log_entry, rare),
	       .rare_size = sizeof(struct log_rare), .rare_none = &log_rare_none,
	       .needs = "stage invoices");
