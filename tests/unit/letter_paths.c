/* Every letter in every language on every path: whatever one name of the view is empty,
 * or is all there is, for a firm and for a private person. No rule of conduct is tripped,
 * and no sentence is left with a hole. */
#include <criterion/criterion.h>

#include <string.h>

#include "letter/lint.h"
#include "letter/names.h"

static const char *const tags[] = {"en-GB", "en-US", "en-IE", "de", "de-AT",
				   "de-CH", "fr",    "nl",    "es", "it"};
#define TAGS (sizeof tags / sizeof *tags)

static const char *const letters[] = {
	"statement",  "statement-activity", "courtesy",	   "reminder-1",
	"reminder-2", "fourteen-days",	    "final-demand"};
#define LETTERS (sizeof letters / sizeof *letters)

/* What must be there for a letter to make sense: who, what and how much. */
static const char *const always[] = {"title",
				     "today",
				     "payments_to",
				     "currency",
				     "salutation",
				     "closing",
				     "creditor",
				     "creditor.name",
				     "creditor.bank.holder",
				     "creditor.bank.sort_code",
				     "creditor.bank.account",
				     "creditor.bank.iban",
				     "creditor.signatory.name",
				     "customer",
				     "customer.id",
				     "customer.name",
				     "payment_reference",
				     "demand",
				     "to_pay",
				     "principal",
				     "balance",
				     "credit",
				     "interest",
				     "interest_run",
				     "any",
				     "invoices",
				     "invoices.number",
				     "invoices.due",
				     "invoices.issued",
				     "invoices.amount",
				     "invoices.principal",
				     "invoices.outstanding",
				     "invoices.paid",
				     "charges",
				     "charges.what",
				     "charges.amount",
				     "segments.invoice",
				     "segments.from",
				     "segments.to",
				     "segments.days",
				     "segments.rate",
				     "segments.base",
				     "segments.interest",
				     "daily_from",
				     "later.letter",
				     "next",
				     "next.letter",
				     "blocked.number",
				     "blocked.why",
				     "blocked.amount",
				     "aging.label",
				     "aging.amount",
				     "payments.date",
				     "payments.what",
				     "payments.amount",
				     "words",
				     "period",
				     "period.from",
				     "period.to",
				     "brought_forward",
				     "movements.date",
				     "movements.what",
				     "movements.amount",
				     "movements.balance",
				     "plans.agreed",
				     "plans.state",
				     "plans.numbers",
				     "plans.total",
				     "plans.paid",
				     "plans.open",
				     "plans.instalments",
				     "plans.instalments.due",
				     "plans.instalments.amount",
				     "plans.instalments.paid",
				     "plans.instalments.open",
				     "plans.instalments.state"};

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct templates templates;
	struct policy policy;
	struct stage stage;
	struct letter letter;
	struct ledger ledger;
	struct customer customer;
	struct account account;
	struct escalation escalation;
	struct document document;
	struct str
		country; /* of the customer, where the locale knows who advises there */
};

static void set_up(struct bench *bench)
{
	*bench = (struct bench){.arena = arena_new(0), .sources = sources_new()};
	bench->notices = notices_new(bench->arena, bench->sources);
	bench->templates = (struct templates){.arena = bench->arena,
					      .sources = bench->sources,
					      .folder = STR(""),
					      .locales = map_new(bench->arena),
					      .files = map_new(bench->arena)};
	bench->templates.lint =
		lint_rules_read(bench->arena, bench->sources, &bench->notices);
	bench->policy.stages = &bench->stage;
	bench->policy.nstages = 1;
	bench->letter = (struct letter){.policy = &bench->policy, .pay_by = DATE_NONE};
	bench->account =
		(struct account){.ledger = &bench->ledger, .customer = &bench->customer};
	bench->escalation.account = &bench->account;
	bench->document = (struct document){&bench->escalation, &bench->letter};
}

static void tear_down(struct bench *bench)
{
	lint_rules_free(bench->templates.lint);
	sources_free(bench->sources);
	arena_free(bench->arena);
}

static bool is_needed(struct str name)
{
	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		if (str_equal(name, str_from_c(always[i])))
			return true;
	return false;
}

/* Empties a name of the specimen. */
static void empty(struct value *view, struct str name)
{
	struct value *record = view;
	for (size_t from = 0;;) {
		size_t dot = str_index(name, '.', from);
		struct value_field *field = record->fields;
		while (field && !str_equal(field->name, str_slice(name, from, dot)))
			field = field->next;
		if (!field) /* its record is empty already */
			return;
		record = field->value->first ? field->value->first : field->value;
		from = dot + 1;
		if (dot < name.len)
			continue;
		*field->value = (struct value){.kind = VALUE_EMPTY};
		return;
	}
}

/* ---- the sentences ---- */

/* Marks and spaces that only stand beside one another where something fell out. */
static const char *const holes[] = {"  ", " .",	  " ,", "..", ",,", "()", "( ", " )",
				    "{{", "****", ",.", ":.", " ;", " ?", "“”", "«»"};

static bool has(struct str text, const char *piece)
{
	return memmem(text.at, text.len, piece, strlen(piece)) != NULL;
}

static void expect_no_holes(const char *where, struct str name, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t end = str_index(text, '\n', at);
		struct str line = str_slice(text, at, end);
		at = end + 1;
		if (!line.len || line.at[0] == '|' || line.at[0] == '>')
			continue;
		for (size_t i = 0; i < sizeof holes / sizeof *holes; i++)
			cr_expect_not(has(line, holes[i]), "%s, %.*s: '%s' in: %.*s",
				      where, STR_ARG(name), holes[i], STR_ARG(line));
	}
}

/* ---- the paths ---- */

static void judge(struct bench *bench, const char *where, struct str name,
		  const struct template *template, const struct value *view)
{
	struct mustache_options options = {ESCAPE_NONE, false};
	struct rendered subject = mustache_render(bench->arena, template->subject, view,
						  options, &bench->notices);
	struct rendered body = mustache_render(bench->arena, template->body, view,
					       options, &bench->notices);
	const struct value *consumer =
		value_field(value_field(view, STR("customer")), STR("consumer"));
	bool advised = value_field(view, STR("advice"))->kind != VALUE_EMPTY;
	bool dated = value_field(view, STR("pay_by"))->kind != VALUE_EMPTY;

	bench->customer.kind =
		consumer->kind == VALUE_EMPTY ? KIND_BUSINESS : KIND_CONSUMER;
	bench->customer.country = advised ? bench->country : STR("XX");
	bench->letter.pay_by = dated ? bench->account.as_of + 14 : DATE_NONE;
	struct lint lint = {.rules = bench->templates.lint,
			    .document = &bench->document,
			    .template = template,
			    .view = view,
			    .subject = &subject,
			    .body = &body,
			    .notices = &bench->notices};
	lint_check(bench->arena, &lint);
	cr_expect_null(
		bench->notices.first, "%s, %.*s: %.*s", where, STR_ARG(name),
		STR_ARG(bench->notices.first ? bench->notices.first->text : STR("")));
	bench->notices = notices_new(bench->arena, bench->sources);
	expect_no_holes(where, name, subject.text);
	expect_no_holes(where, name, body.text);
}

/* The specimen without that name, or with nothing of what may be absent but it. */
static struct value *view_of(struct bench *bench, struct value *words, struct str name,
			     bool alone)
{
	struct value *view = name_specimen(bench->arena, words);
	const struct name_entry *entry = NULL;

	for (size_t i = 0; (entry = name_at(i)); i++) {
		bool same = str_equal(entry->name, name);
		bool around = str_starts(name, entry->name);
		if (is_needed(entry->name) || (alone ? around : !same))
			continue;
		empty(view, entry->name);
	}
	return view;
}

static void walk(struct bench *bench, const char *where, const struct locale *locale,
		 const struct template *template)
{
	const struct name_entry *entry = NULL;

	for (size_t i = 0; (entry = name_at(i)); i++) {
		if (is_needed(entry->name))
			continue;
		struct arena_mark mark = arena_mark(bench->arena);
		for (int alone = 0; alone < 2; alone++)
			judge(bench, where, entry->name, template,
			      view_of(bench, locale->words, entry->name, alone));
		arena_rewind(bench->arena, mark);
		bench->notices = notices_new(bench->arena, bench->sources);
	}
}

static void walk_letter(struct bench *bench, const char *tag, const char *letter)
{
	struct span span = {0, 0};
	const struct locale *locale = template_prepare_locale(
		&bench->templates, str_from_c(tag), span, &bench->notices);
	const struct template *template =
		template_prepare(&bench->templates, str_from_c(tag), str_from_c(letter),
				 span, &bench->notices);
	char where[64];

	cr_assert(locale && template, "%s/%s", tag, letter);
	snprintf(where, sizeof where, "%s/%s", tag, letter);
	bench->stage.letter = str_from_c(letter);
	bench->document.letter =
		strncmp(letter, "statement", 9) == 0 ? NULL : &bench->letter;
	walk(bench, where, locale, template);
}

Test(paths, trip_no_rule_and_leave_no_hole)
{
	static const char *const countries[] = {"GB", "US", "IE", "DE", "AT",
						"CH", "FR", "NL", "ES", "IT"};
	for (size_t i = 0; i < TAGS; i++)
		for (size_t k = 0; k < LETTERS; k++) {
			struct bench bench;
			set_up(&bench);
			bench.customer.name = STR("Kim Meier");
			bench.country = str_from_c(countries[i]);
			walk_letter(&bench, tags[i], letters[k]);
			tear_down(&bench);
		}
}
