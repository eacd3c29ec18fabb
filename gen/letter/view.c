#include "letter/view.h"

#include "escalate/fee.h"
#include "ledger/rf.h"
#include "letter/activity.h"
#include "letter/aging.h"
#include "letter/agreements.h"
#include "letter/charges.h"
#include "letter/codes.h"
#include "letter/items.h"
#include "letter/late_list.h"
#include "letter/parties.h"
#include "letter/payment.h"

date view_payments_to(const struct ledger *ledger, date as_of)
{
	const struct date_list *days = &ledger->creditor.payments_to;
	date best = DATE_NONE;
	for (size_t i = 0; i < days->count; i++)
		if (days->items[i] <= as_of && days->items[i] > best)
			best = days->items[i];
	return best == DATE_NONE ? as_of : best;
}

/* "Late Payment … Act 1998, https://…": the law's name, and where to read it. */
static void fill_law(const struct fill *fill, struct str law)
{
	size_t at = str_index(law, 'h', 0);
	while (at < law.len && !str_starts(str_slice(law, at, law.len), STR("http")))
		at = str_index(law, 'h', at + 1);
	struct str name = str_trim(str_slice(law, 0, at));
	while (name.len && name.at[name.len - 1] == ',')
		name.len--;
	fill_text(fill, fill->view, STR("law"), locale_law(fill->locale, name));
	fill_text(fill, fill->view, STR("law_url"), str_slice(law, at, law.len));
}

/* Whether the policy may charge this customer at all (rule 13). */
static bool may_charge(const struct fill *fill, const struct policy *policy)
{
	const struct customer *customer = fill->account->customer;
	bool barred = customer->kind == KIND_CONSUMER && policy->kind == KIND_BUSINESS;
	bool unsigned_terms =
		policy->needs_terms == FLAG_YES && customer->terms_signed == DATE_NONE;
	return !barred && !unsigned_terms;
}

/* What a later letter of the policy would claim and this one does not. */
static struct value *later(const struct fill *fill)
{
	const struct letter *letter = fill->letter;
	if (!letter || !may_charge(fill, letter->policy))
		return value_empty(fill->arena);
	const struct policy *policy = letter->policy;
	bool interest =
		policy->interest.span.file && policy->interest.claim > letter->stage;
	bool compensation = policy->compensation.bands.count &&
			    policy->compensation.claim > letter->stage;
	if (!interest && !compensation)
		return value_empty(fill->arena);
	int32_t stage = interest ? policy->interest.claim : policy->compensation.claim;
	if (compensation && policy->compensation.claim < stage)
		stage = policy->compensation.claim;
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("letter"), fill_title(fill, policy, stage));
	fill_truth(fill, record, STR("interest"), interest);
	fill_truth(fill, record, STR("compensation"), compensation);
	return record;
}

/* The earliest day of the stage after this letter, were it sent today (rule 16). */
static date next_day(const struct letter *letter, date as_of)
{
	const struct stage *stage = &letter->policy->stages[letter->stage];
	date day = as_of + (stage[1].after - stage->after);
	if (letter->pay_by != DATE_NONE && letter->pay_by >= day)
		day = letter->pay_by + 1;
	return day;
}

/* The fee of the stage after this letter, if nothing were paid until then: some laws want
 * it named beforehand. */
static money next_fee(const struct fill *fill, const struct stage *stage)
{
	const struct letter *letter = fill->letter;
	money sum = 0;
	bool overflow = false;

	if (!stage->fee.span.file || !may_charge(fill, letter->policy))
		return MONEY_NONE;
	for (size_t i = 0; i < letter->nlines; i++)
		if (letter->lines[i].stage == letter->stage)
			sum = money_add(sum, letter->lines[i].principal, &overflow);
	money fee = fee_from_rule(&stage->fee, sum, &overflow);
	return overflow ? MONEY_NONE : fee;
}

static struct value *next(const struct fill *fill)
{
	const struct letter *letter = fill->letter;
	if (!letter || (size_t)letter->stage + 1 >= letter->policy->nstages)
		return value_empty(fill->arena);
	const struct stage *stage = &letter->policy->stages[letter->stage + 1];
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("stage"), stage->name);
	fill_text(fill, record, STR("letter"),
		  fill_title(fill, letter->policy, letter->stage + 1));
	fill_date(fill, record, STR("date"), next_day(letter, fill->account->as_of));
	fill_money(fill, record, STR("fee"), next_fee(fill, stage));
	return record;
}

/* The invoice's number when there is just one. */
static struct str only_number(const struct fill *fill)
{
	const struct value *list = value_field(fill->view, STR("invoices"));
	bool one = list->first && !list->first->next;
	return one ? value_field(list->first, STR("number"))->text : STR("");
}

static void fill_payment(const struct fill *fill, struct notices *notices)
{
	struct arena *arena = fill->arena;
	const struct value *to_pay = value_field(fill->view, STR("to_pay"));
	const struct value *plain = value_field(to_pay, STR("plain"));
	struct str reference = payment_reference(arena, fill->account, only_number(fill));
	fill_text(fill, fill->view, STR("payment_reference"),
		  rf_valid(reference) ? payment_iban(arena, reference) : reference);
	struct str url = payment_url(
		arena, fill->templates->pay_url, reference, fill->account->customer->id,
		plain ? plain->text : STR(""), str_from_c(fill->currency->code), notices);
	fill_text(fill, fill->view, STR("pay_url"), url);
	codes_fill(fill, reference);
}

static void fill_head(const struct fill *fill, struct str title)
{
	const struct account *account = fill->account;
	const struct letter *letter = fill->letter;
	const struct policy *policy = letter ? letter->policy : account->policy;
	const struct stage *stage = letter ? &policy->stages[letter->stage] : NULL;
	fill_text(fill, fill->view, STR("title"), title);
	fill_date(fill, fill->view, STR("today"), account->as_of);
	fill_date(fill, fill->view, STR("payments_to"),
		  view_payments_to(account->ledger, account->as_of));
	fill_text(fill, fill->view, STR("currency"), str_from_c(fill->currency->code));
	fill_text(fill, fill->view, STR("stage"), stage ? stage->name : STR(""));
	fill_truth(fill, fill->view, STR("final"), stage && stage->final);
	fill_date(fill, fill->view, STR("pay_by"), letter ? letter->pay_by : DATE_NONE);
	fill_law(fill, policy->law);
}

struct value *view_build(struct arena *job, const struct templates *templates,
			 const struct document *document, struct str title,
			 struct notices *notices)
{
	const struct account *account = document->escalation->account;
	struct span span;
	struct fill fill = {.arena = job, .templates = templates, .account = account};
	fill.tag = template_tag(account->ledger, account->customer, &span);
	fill.locale = template_locale(templates, fill.tag);
	fill.letter = document->letter;
	fill.currency = account->currency;
	fill.amounts = ARENA_ARRAY(job, struct written, FILL_WRITTEN);
	fill.days = ARENA_ARRAY(job, struct written, FILL_WRITTEN);
	fill.view = value_record(job);
	fill.any = value_record(job);
	value_set(job, fill.view, STR("any"), fill.any);
	value_set(job, fill.view, STR("words"), fill.locale->words);
	fill_head(&fill, title);
	parties_fill(&fill);
	items_fill(&fill);
	charges_fill(&fill);
	late_list_fill(&fill);
	aging_fill(&fill);
	activity_fill(&fill);
	agreements_fill(&fill);
	value_set(job, fill.view, STR("later"), later(&fill));
	value_set(job, fill.view, STR("next"), next(&fill));
	fill_payment(&fill, notices);
	return fill.view;
}
