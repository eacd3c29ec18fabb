/* A policy's fields (rules 10 to 19). */
#include "ledger/schema_row.h"

static const struct word policy_kinds[] = {{"business", KIND_BUSINESS},
					   {"consumer", KIND_CONSUMER},
					   {"any", KIND_ANY},
					   {NULL, 0}};

static const struct word settles_words[] = {
	{"principal-first", SETTLES_PRINCIPAL_FIRST},
	{"costs-interest-principal", SETTLES_COSTS_INTEREST_PRINCIPAL},
	{"costs-principal-interest", SETTLES_COSTS_PRINCIPAL_INTEREST},
	{NULL, 0}};

static const struct word round_up_words[] = {
	{"reference", ROUND_UP_REFERENCE}, {"sum", ROUND_UP_SUM}, {NULL, 0}};

static const struct word fixed_words[] = {{"at-start", FIXED_AT_START},
					  {"half-yearly", FIXED_HALF_YEARLY},
					  {"on-change", FIXED_ON_CHANGE},
					  {NULL, 0}};

static const struct word year_words[] = {{"365", YEAR_365},
					 {"360", YEAR_360},
					 {"actual", YEAR_ACTUAL},
					 {"30/360", YEAR_30_360},
					 {NULL, 0}};

static const struct word compound_words[] = {{"never", COMPOUND_NEVER},
					     {"yearly", COMPOUND_YEARLY},
					     {"monthly", COMPOUND_MONTHLY},
					     {NULL, 0}};

static const struct word rounding_words[] = {{"once", ROUNDING_ONCE},
					     {"segment", ROUNDING_SEGMENT},
					     {"daily", ROUNDING_DAILY},
					     {NULL, 0}};

static const struct word counts_words[] = {
	{"started", COUNTS_STARTED}, {"completed", COUNTS_COMPLETED}, {NULL, 0}};

static const struct word month_words[] = {{"month", 0}, {NULL, 0}};

static const struct word dispute_words[] = {
	{"stops", RUNS_STOPS}, {"runs", RUNS_RUNS}, {NULL, 0}};

static const struct word stage_channels[] = {{"email", CHANNEL_EMAIL},
					     {"post", CHANNEL_POST},
					     {"phone", CHANNEL_PHONE},
					     {NULL, 0}};

static const struct field interest_fields[] = {
	{"percent", FIELD_PERCENT, AT(interest_rule, percent), .example = "8",
	 .doc = "a contract rate a year; or reference"},
	{"reference", FIELD_NAME, AT(interest_rule, reference), .example = "boe",
	 .doc = "a table of rates, built in or yours"},
	{"plus", FIELD_PERCENT, AT(interest_rule, plus), .example = "8",
	 .doc = "percent over the reference", .standard = "0"},
	{"round_up_to", FIELD_PERCENT, AT(interest_rule, round_up_to), .example = "0.5",
	 .doc = "the next multiple of"},
	{"round_up", FIELD_WORD, AT(interest_rule, round_up), .words = round_up_words,
	 .doc = "what is rounded up", .standard = "sum"},
	{"fixed", FIELD_WORD, AT(interest_rule, fixed), .words = fixed_words,
	 .doc = "when the reference is looked up", .standard = "at-start"},
	{"year", FIELD_WORD, AT(interest_rule, year), .words = year_words,
	 .doc = "how days are counted", .standard = "365"},
	{"payment_day_counts", FIELD_FLAG, AT(interest_rule, payment_day_counts),
	 .example = "true", .doc = "whether the day of payment bears interest",
	 .standard = "true"},
	{"compound", FIELD_WORD, AT(interest_rule, compound), .words = compound_words,
	 .doc = "interest on interest", .standard = "never"},
	{"rounding", FIELD_WORD, AT(interest_rule, rounding), .words = rounding_words,
	 .doc = "where the one rounding is done", .standard = "once"},
	{"starts", FIELD_STARTS, AT(interest_rule, starts), .example = "due + 30",
	 .doc = "due, due + N, or a stage", .standard = "due"},
	{"claimed_from", FIELD_NAME, AT(interest_rule, claimed_from),
	 .example = "final-demand", .doc = "due, or the stage whose letter claims it"},
};
static const struct record interest_record =
	RECORD("an interest rule", interest_rule, interest_fields, .doc = "rule 10",
	       .apart = "percent reference");

static const struct field compensation_band_fields[] = {
	{"below", FIELD_MONEY, AT(band, below), .example = "1000",
	 .doc = "amounts under it; or upto; the last band has neither"},
	{"upto", FIELD_MONEY, AT(band, upto), .example = "1000",
	 .doc = "amounts up to and including it"},
	{"amount", FIELD_MONEY, AT(band, amount), .flags = REQUIRED, .example = "40",
	 .doc = "the fixed sum"},
};
static const struct record compensation_band = RECORD(
	"a band of compensation", band, compensation_band_fields, .apart = "below upto");

static const struct field compensation_fields[] = {
	{"bands", FIELD_RECORDS, AT(compensation_rule, bands),
	 .record = &compensation_band, .doc = "by the invoice's gross amount"},
	{"claimed_from", FIELD_NAME, AT(compensation_rule, claimed_from),
	 .example = "final-demand", .doc = "due, or the stage whose letter claims it"},
};
static const struct record compensation_record = RECORD(
	"a compensation rule", compensation_rule, compensation_fields, .doc = "rule 11");

static const struct field late_charge_fields[] = {
	{"amount", FIELD_MONEY, AT(late_charge_rule, amount), .example = "25",
	 .doc = "a fixed sum; or percent"},
	{"percent", FIELD_PERCENT, AT(late_charge_rule, percent), .example = "1.5",
	 .doc = "of what bears interest"},
	{"every", FIELD_WORD, NOWHERE, .words = month_words, .doc = "how often",
	 .standard = "month"},
	{"counts", FIELD_WORD, AT(late_charge_rule, counts), .words = counts_words,
	 .doc = "months begun, or months over"},
	{"max_percent", FIELD_PERCENT, AT(late_charge_rule, max_percent), .example = "12",
	 .doc = "of the gross amount, at most"},
	{"claimed_from", FIELD_NAME, AT(late_charge_rule, claimed_from),
	 .example = "reminder-2", .doc = "due, or the stage whose letter claims it"},
};
static const struct record late_charge_record =
	RECORD("a late charge", late_charge_rule, late_charge_fields, .doc = "rule 11",
	       .apart = "amount percent");

static const struct field fee_band_fields[] = {
	{"upto", FIELD_MONEY, AT(band, upto), .example = "2500",
	 .doc = "the part up to it; the last band has none"},
	{"percent", FIELD_PERCENT, AT(band, percent), .example = "15",
	 .doc = "of that part"},
	{"amount", FIELD_MONEY, AT(band, amount), .example = "40",
	 .doc = "replaces what lower bands add up to"},
};
static const struct record fee_band =
	RECORD("a band of a fee", band, fee_band_fields, .some_of = "percent amount",
	       .apart = "percent amount");

static const struct field fee_fields[] = {
	{"amount", FIELD_MONEY, AT(fee_rule, amount), .example = "5.00",
	 .doc = "a fixed sum; or percent, or bands"},
	{"percent", FIELD_PERCENT, AT(fee_rule, percent), .example = "1",
	 .doc = "of what the letter advances"},
	{"bands", FIELD_RECORDS, AT(fee_rule, bands), .record = &fee_band,
	 .doc = "marginal, like a tax"},
	{"min", FIELD_MONEY, AT(fee_rule, min), .example = "5.00", .doc = "at least"},
	{"max", FIELD_MONEY, AT(fee_rule, max), .example = "60.00", .doc = "at most"},
};
static const struct record fee_record =
	RECORD("a fee", fee_rule, fee_fields, .doc = "rule 11",
	       .some_of = "amount percent bands", .apart = "amount percent bands");

static const struct field stage_fields[] = {
	{"name", FIELD_ID, AT(stage, name), .flags = REQUIRED, .example = "reminder-1",
	 .doc = "what the log calls it"},
	{"after", FIELD_INTEGER, AT(stage, after), .flags = REQUIRED | SIGNED,
	 .least = -366, .most = 3660, .example = "5", .doc = "days from due; must climb"},
	{"letter", FIELD_TEXT, AT(stage, letter), .example = "reminder-1",
	 .doc = "the letter's template; absent: the stage's name"},
	{"deadline", FIELD_INTEGER, AT(stage, deadline), .most = 366, .absent = -1,
	 .example = "7", .doc = "days the letter gives"},
	{"delivery", FIELD_DELIVERY, NOWHERE, .example = "2 working days",
	 .doc = "days the letter travels", .standard = "0 days"},
	{"fee", FIELD_RECORD, AT(stage, fee), .record = &fee_record,
	 .doc = "once a letter"},
	{"channel", FIELD_WORD, AT(stage, channel), .words = stage_channels,
	 .doc = "the only way it may go"},
	{"final", FIELD_BOOL, AT(stage, final), .example = "true",
	 .doc = "nothing comes after it", .standard = "false"},
	{"was", FIELD_TEXTS, AT(stage, was), .example = "[first-reminder]",
	 .doc = "earlier names in the log"},
};
static const struct record stage_record = RECORD("a stage", stage, stage_fields, );

/* `valid` and `dispute` lie flat in struct policy: their records are read over it. */
static const struct field valid_fields[] = {
	{"from", FIELD_DATE, AT(policy, valid_from), .example = "2026-01-01",
	 .doc = "first day"},
	{"until", FIELD_DATE, AT(policy, valid_until), .example = "2027-12-31",
	 .doc = "last day"},
};
static const struct record valid_record =
	RECORD("a period", policy, valid_fields, .spanless = true);

static const struct field policy_dispute_fields[] = {
	{"interest", FIELD_WORD, AT(policy, dispute_interest), .words = dispute_words,
	 .doc = "on what is disputed", .standard = "stops"},
};
static const struct record policy_dispute =
	RECORD("a rule for disputes", policy, policy_dispute_fields, .spanless = true);

static const struct field policy_fields[] = {
	{"extends", FIELD_NAME, AT(policy, extends), .example = "gb-business",
	 .doc = "start from that policy"},
	{"title", FIELD_TEXT, AT(policy, title), .example = "Our terms, 2026",
	 .doc = "what people call it"},
	{"kind", FIELD_WORD, AT(policy, kind), .words = policy_kinds,
	 .doc = "for whom: business includes sole traders and public bodies",
	 .standard = "any"},
	{"currency", FIELD_CURRENCY, AT(policy, currency), .example = "GBP",
	 .doc = "of the amounts here; else the defaults'"},
	{"needs_terms", FIELD_FLAG, AT(policy, needs_terms), .example = "false",
	 .doc = "no charge on invoices issued before the customer's terms_signed",
	 .standard = "false"},
	{"valid", FIELD_RECORD, 0, .record = &valid_record,
	 .doc = "the invoices it is meant for, by date; others: a warning"},
	{"law", FIELD_LINES, AT(policy, law),
	 .example = "https://www.legislation.gov.uk/ukpga/1998/20",
	 .doc = "what it follows"},
	{"terms", FIELD_TERMS, AT(policy, terms), .example = "net 30",
	 .doc = "when invoices fall due"},
	{"grace_days", FIELD_INTEGER, AT(policy, grace_days), .most = 366, .absent = -1,
	 .example = "0", .doc = "no charges up to then", .standard = "0"},
	{"settles", FIELD_WORD, AT(policy, settles), .words = settles_words,
	 .doc = "what a payment pays first", .standard = "principal-first"},
	{"interest", FIELD_RECORD, AT(policy, interest), .flags = NONE_ALLOWED,
	 .record = &interest_record, .doc = "on what is overdue"},
	{"compensation", FIELD_RECORD, AT(policy, compensation), .flags = NONE_ALLOWED,
	 .record = &compensation_record, .doc = "once an invoice"},
	{"late_charge", FIELD_RECORD, AT(policy, late_charge), .flags = NONE_ALLOWED,
	 .record = &late_charge_record, .doc = "every month"},
	{"dispute", FIELD_RECORD, 0, .record = &policy_dispute,
	 .doc = "of disputed parts"},
	{"max_fees", FIELD_MONEY, AT(policy, max_fees), .example = "60.00",
	 .doc = "of one invoice, at most"},
	{"min_balance", FIELD_MONEY, AT(policy, min_balance), .example = "10.00",
	 .doc = "no letter about less", .standard = "0"},
	{"min_interval", FIELD_INTEGER, AT(policy, min_interval), .most = 366,
	 .absent = -1, .example = "7", .doc = "days between two letters",
	 .standard = "0"},
	{"buckets", FIELD_INTEGERS, AT(policy, buckets), .least = 1, .most = 3660,
	 .example = "[30, 60, 90]", .doc = "the ages of aging, climbing",
	 .standard = "[30, 60, 90]"},
	{"stages", FIELD_RECORDS, AT(policy, stages), .record = &stage_record,
	 .doc = "the letters, in their order"},
};

const struct record schema_policy =
	RECORD("a policy", policy, policy_fields, .spanless = true);
