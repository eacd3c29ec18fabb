/* Who is who: creditor, defaults, rates, customers. */
#include "ledger/schema_row.h"

static const struct word kinds[] = {{"business", KIND_BUSINESS},
				    {"sole-trader", KIND_SOLE_TRADER},
				    {"consumer", KIND_CONSUMER},
				    {"public", KIND_PUBLIC},
				    {NULL, 0}};

static const struct word channels[] = {{"email", CHANNEL_EMAIL},
				       {"post", CHANNEL_POST},
				       {"phone", CHANNEL_PHONE},
				       {NULL, 0}};

static const struct word papers[] = {
	{"A4", PAPER_A4}, {"Letter", PAPER_LETTER}, {NULL, 0}};

static const struct word statements[] = {
	{"open-item", STATEMENT_OPEN_ITEM}, {"activity", STATEMENT_ACTIVITY}, {NULL, 0}};

static const struct word customer_statements[] = {{"open-item", STATEMENT_OPEN_ITEM},
						  {"activity", STATEMENT_ACTIVITY},
						  {"none", STATEMENT_NONE},
						  {NULL, 0}};

/* ---- creditor, defaults ---- */

static const struct field bank_fields[] = {
	{"holder", FIELD_TEXT, AT(bank, holder), .example = "Harbour & Finch Joinery Ltd",
	 .doc = "whose account it is"},
	{"iban", FIELD_TEXT, AT(bank, iban), .form = FORM_IBAN,
	 .example = "GB82WEST12345698765432", .doc = "international account number"},
	{"bic", FIELD_TEXT, AT(bank, bic), .form = FORM_BIC, .example = "WESTGB2L",
	 .doc = "the bank's code"},
	{"sort_code", FIELD_TEXT, AT(bank, sort_code), .span = AT(bank, sort_code_span),
	 .example = "12-34-56", .doc = "national bank code"},
	{"account", FIELD_TEXT, AT(bank, account), .span = AT(bank, account_span),
	 .example = "\"12345678\"", .doc = "national account number"},
	{"name", FIELD_TEXT, AT(bank, name), .example = "West Bank",
	 .doc = "the bank's name"},
};
static const struct record bank_record = RECORD("a bank account", bank, bank_fields, );

static const struct field fonts_fields[] = {
	{"regular", FIELD_TEXT, AT(fonts_named, regular),
	 .span = AT(fonts_named, regular_span), .flags = REQUIRED,
	 .example = "fonts/Our.ttf", .doc = "TrueType, inside the ledger's folder"},
	{"bold", FIELD_TEXT, AT(fonts_named, bold), .span = AT(fonts_named, bold_span),
	 .example = "fonts/Our-Bold.ttf",
	 .doc = "for headings and totals; else the regular one"},
	{"italic", FIELD_TEXT, AT(fonts_named, italic),
	 .span = AT(fonts_named, italic_span), .example = "fonts/Our-Italic.ttf",
	 .doc = "for emphasis; else the regular one"},
};
static const struct record fonts_record =
	RECORD("a font family", fonts_named, fonts_fields, );

static const struct field signatory_fields[] = {
	{"name", FIELD_TEXT, AT(signatory, name), .example = "Ruth Finch",
	 .doc = "who signs"},
	{"title", FIELD_TEXT, AT(signatory, title), .example = "Credit control",
	 .doc = "what that person does"},
};
static const struct record signatory_record =
	RECORD("a signatory", signatory, signatory_fields, .spanless = true);

static const struct field creditor_fields[] = {
	{"name", FIELD_TEXT, AT(creditor, name), .flags = REQUIRED,
	 .example = "Harbour & Finch Joinery Ltd", .doc = "your name, as printed"},
	{"address", FIELD_LINES, AT(creditor, address), .flags = REQUIRED,
	 .example = "Unit 4, Dock Road", .doc = "your postal address, a line each"},
	{"country", FIELD_COUNTRY, AT(creditor, country), .flags = REQUIRED,
	 .example = "GB", .doc = "ISO 3166-1 alpha-2"},
	{"email", FIELD_TEXT, AT(creditor, email), .form = FORM_MAIL,
	 .example = "accounts@harbourfinch.example", .doc = "where customers write to"},
	{"phone", FIELD_TEXT, AT(creditor, phone), .form = FORM_PHONE,
	 .example = "+44 117 496 0000", .doc = "where customers call"},
	{"website", FIELD_TEXT, AT(creditor, website), .form = FORM_SITE,
	 .example = "https://harbourfinch.example", .doc = "printed in the letterhead"},
	{"registration", FIELD_TEXT, AT(creditor, registration),
	 .example = "\"01234567\"", .doc = "company number"},
	{"tax_id", FIELD_TEXT, AT(creditor, tax_id), .form = FORM_TAX_ID,
	 .example = "GB123456789", .doc = "VAT or tax number"},
	{"bank", FIELD_RECORD, AT(creditor, bank), .record = &bank_record,
	 .doc = "where customers pay to"},
	{"pay_url", FIELD_TEXT, AT(creditor, pay_url), .span = AT(creditor, pay_url_span),
	 .form = FORM_PAY_URL,
	 .example = "https://pay.harbourfinch.example/?ref={{reference}}",
	 .doc = "where customers pay online"},
	{"logo", FIELD_TEXT, AT(creditor, logo), .span = AT(creditor, logo_span),
	 .example = "logo.png", .doc = "PNG or JPEG, inside the ledger's folder"},
	{"fonts", FIELD_RECORD, AT(creditor, fonts), .record = &fonts_record,
	 .doc = "else the built-in family"},
	{"signatory", FIELD_RECORD, AT(creditor, signatory), .record = &signatory_record,
	 .doc = "who signs the letters"},
	{"payments_to", FIELD_DATES, AT(creditor, payments_to),
	 .example = "[2026-10-30, 2026-11-27]",
	 .doc = "the days up to which the bank has been read"},
};
const struct record schema_creditor =
	RECORD("the creditor", creditor, creditor_fields, .doc = "you");

static const struct field defaults_fields[] = {
	{"currency", FIELD_CURRENCY, AT(defaults, currency), .example = "GBP",
	 .doc = "ISO 4217"},
	{"locale", FIELD_NAME, AT(defaults, locale), .example = "en-GB",
	 .doc = "language and country of the letters"},
	{"policy", FIELD_NAME, AT(defaults, policy), .example = "gb-business",
	 .doc = "a built-in policy, or one of yours", .standard = "plain"},
	{"kind", FIELD_WORD, AT(defaults, kind), .words = kinds,
	 .doc = "for customers that state none"},
	{"channel", FIELD_CHANNELS, AT(defaults, channel), .words = channels,
	 .example = "[email, post]", .doc = "in order of preference"},
	{"terms", FIELD_TERMS, AT(defaults, terms), .example = "net 30",
	 .doc = "when invoices fall due"},
	{"paper", FIELD_WORD, AT(defaults, paper), .words = papers,
	 .doc = "sheet size; else that of the page"},
	{"page", FIELD_NAME, AT(defaults, page), .example = "win-left",
	 .doc = "envelope and fold profile; else by the creditor's country"},
	{"statement", FIELD_WORD, AT(defaults, statement), .words = statements,
	 .doc = "form of the statements", .standard = "open-item"},
};
const struct record schema_defaults = RECORD("the defaults", defaults, defaults_fields, );

static const struct field rate_fields[] = {
	{"from", FIELD_DATE, AT(rate_entry, from), .flags = REQUIRED,
	 .example = "2026-07-01", .doc = "the day it comes into force"},
	{"percent", FIELD_PERCENT, AT(rate_entry, percent), .flags = REQUIRED | SIGNED,
	 .example = "3.75", .doc = "the rate"},
};
const struct record schema_rate =
	RECORD("a rate", rate_entry, rate_fields, .spanless = true);

/* ---- customers ---- */

static const struct field hold_fields[] = {
	{"since", FIELD_DATE, AT(hold, since), .flags = REQUIRED, .example = "2026-02-01",
	 .doc = "its first day"},
	{"until", FIELD_DATE, AT(hold, until), .example = "2026-03-01",
	 .doc = "its last day; absent: without end"},
	{"reason", FIELD_TEXT, AT(hold, reason), .example = "Legal review", .doc = "why"},
};
const struct record schema_hold =
	RECORD("a hold", hold, hold_fields, .doc = "no letters while it lasts");

const struct customer_rare customer_rare_none = {.credit_limit = MONEY_NONE};

static const struct field customer_fields[] = {
	{"id", FIELD_ID, AT(customer, id), .span = AT(customer, id_span),
	 .flags = REQUIRED, .example = "acme",
	 .doc = "unique; it names the customer's files"},
	{"name", FIELD_TEXT, AT(customer, name), .flags = REQUIRED,
	 .example = "Acme Tooling Ltd", .doc = "as printed"},
	{"contact", FIELD_TEXT, AT(customer, contact), .example = "Jo Smith",
	 .doc = "whom letters are addressed to"},
	{"address", FIELD_LINES, AT(customer, address), .flags = REQUIRED,
	 .example = "9 Foundry Lane", .doc = "postal address, a line each"},
	{"country", FIELD_COUNTRY, AT(customer, country), .example = "GB",
	 .doc = "ISO 3166-1 alpha-2; else the creditor's"},
	{"email", FIELD_TEXT, AT(customer, email), .form = FORM_MAIL,
	 .example = "ap@acme.example", .doc = "where letters are e-mailed to"},
	{"phone", FIELD_TEXT, AT(customer_rare, phone), .flags = RARE, .form = FORM_PHONE,
	 .example = "+44 113 496 0000", .doc = "for your own use"},
	{"kind", FIELD_WORD, AT(customer, kind), .words = kinds,
	 .doc = "what the customer is in law"},
	{"locale", FIELD_NAME, AT(customer, locale), .example = "en-GB",
	 .doc = "language and country of the letters"},
	{"currency", FIELD_CURRENCY, AT(customer, currency), .example = "GBP",
	 .doc = "of the customer's invoices that state none"},
	{"policy", FIELD_NAME, AT(customer, policy), .example = "gb-business",
	 .doc = "of the customer's invoices that state none"},
	{"terms", FIELD_TERMS, AT(customer_rare, terms), .flags = RARE,
	 .example = "2/10 net 30", .doc = "when the customer's invoices fall due"},
	{"credit_limit", FIELD_MONEY, AT(customer_rare, credit_limit), .flags = RARE,
	 .example = "5000.00", .doc = "a warning when more is owed"},
	{"collector", FIELD_TEXT, AT(customer_rare, collector), .flags = RARE,
	 .example = "Sam", .doc = "who follows up"},
	{"channel", FIELD_CHANNELS, AT(customer, channel), .words = channels,
	 .example = "[email, post]", .doc = "in order of preference"},
	{"terms_signed", FIELD_DATE, AT(customer, terms_signed), .example = "2025-03-01",
	 .doc = "when the customer accepted the terms"},
	{"statement", FIELD_WORD, AT(customer, statement), .words = customer_statements,
	 .doc = "form of this customer's statements"},
	{"hold", FIELD_RECORDS, AT(customer_rare, holds), .flags = RARE,
	 .record = &schema_hold, .doc = "no letters to this customer while it lasts"},
	{"tags", FIELD_TEXTS, AT(customer_rare, tags), .flags = RARE,
	 .example = "[north]", .doc = "your own marks"},
	{"note", FIELD_LINES, NOWHERE, .example = "pays by cheque",
	 .doc = "never printed"},
};
const struct record schema_customer = RECORD(
	"a customer", customer, customer_fields, .rare = AT(customer, rare),
	.rare_size = sizeof(struct customer_rare), .rare_none = &customer_rare_none);
