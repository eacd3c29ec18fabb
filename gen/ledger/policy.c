#include "ledger/policy.h"

#include <stdlib.h>

#include "base/carried.h"
#include "base/limits.h"
#include "base/near.h"
#include "base/unicode.h"
#include "ledger/clause.h"
#include "ledger/inherit.h"
#include "ledger/record.h"
#include "ledger/section.h"

/* Reads a carried file, once: "policies/NAME.yaml". */
static void read_carried(struct reading *reading, struct str name)
{
	struct str path = str_format(reading->desk, "policies/%.*s.yaml", STR_ARG(name));
	const struct carried *file = carried_find(path);
	if (!file)
		return;
	struct str shown = str_format(reading->book, "built-in/%.*s", STR_ARG(path));
	bool carried = reading->carried;
	reading->carried = true;
	section_gather(reading, source_from_bytes(reading->sources, shown, file->bytes));
	section_settle(reading);
	reading->carried = carried;
}

static struct policy_draft *find_draft(struct reading *reading, struct str name)
{
	struct policy_draft *draft = map_find(&reading->drafts[0], name);
	if (!draft)
		draft = map_find(&reading->drafts[1], name);
	if (draft)
		return draft;
	read_carried(reading, name);
	return map_find(&reading->drafts[1], name);
}

static void offer_names(struct reading *reading, struct near *near)
{
	for (size_t i = 0; i < reading->drafts[0].count; i++)
		near_offer(near, reading->drafts[0].entries[i].key);
	const struct carried *file;
	for (size_t i = 0; (file = carried_at(i)); i++)
		if (str_starts(file->path, STR("policies/")) &&
		    str_ends(file->path, STR(".yaml")))
			near_offer(near,
				   str_slice(file->path, sizeof "policies/" - 1,
					     file->path.len - (sizeof ".yaml" - 1)));
}

static void report_unknown(struct reading *reading, const struct name *name,
			   const char *who)
{
	struct notice *notice = NOTICE(reading->notices, POLICY_UNKNOWN, name->span, who,
				       STR_ARG(name->text));
	struct near near = near_new(reading->scratch, name->text);
	offer_names(reading, &near);
	if (near.best.len)
		notice_help(reading->notices, notice, "did you mean '%.*s'?",
			    STR_ARG(near.best));
	else
		notice_help(
			reading->notices, notice,
			"declare it under 'policies', or name a built-in one such as gb-business");
}

static bool report_cycle(struct reading *reading, const struct policy *policy)
{
	struct notice *notice = NOTICE(reading->notices, POLICY_CYCLE,
				       policy->extends.span, STR_ARG(policy->name));
	if (carried_find(str_format(reading->scratch, "policies/%.*s.yaml",
				    STR_ARG(policy->name))))
		notice_help(
			reading->notices, notice,
			"give yours another name, then it can extend the built-in one");
	else
		notice_help(reading->notices, notice,
			    "let one of them stand alone, or extend a built-in policy");
	return false;
}

static bool report_deep(struct reading *reading, const struct policy_draft *draft)
{
	struct notice *notice = NOTICE(reading->notices, POLICY_DEEP, draft->span,
				       STR_ARG(draft->policy->name), LIMIT_DEPTH);
	notice_help(reading->notices, notice, "let one of them stand alone");
	return false;
}

/* The tree of what the policy extends, with all its own ancestors; false: broken. */
static bool find_parent(struct reading *reading, struct policy_draft *draft,
			struct policy_draft **parent)
{
	const struct name *extends = &draft->policy->extends;
	*parent = NULL;
	if (extends->text.len == 0)
		return true;
	*parent = find_draft(reading, extends->text);
	if (!*parent) {
		if (!reading_lost(reading, SECTION_POLICIES, extends->text))
			report_unknown(reading, extends, "policy");
		return false;
	}
	return true;
}

/* First alone, so that faults are reported once and where they stand; inherited faults
 * are the parent's. */
static bool read_alone(struct reading *reading, struct policy_draft *draft)
{
	struct policy alone = {.name = draft->policy->name};
	reading->record = NULL;
	reading->currency = NULL;
	if (draft->broken)
		return false;
	bool ok = record_read(reading, &schema_policy, draft->tree, &alone, true).ok;
	draft->policy->extends = alone.extends;
	return ok;
}

static bool has_money(const struct policy *policy)
{
	return policy_has_amounts(policy) || policy->min_balance != MONEY_NONE;
}

/* Then with everything inherited, in its currency. */
static bool read_merged(struct reading *reading, struct policy_draft *draft)
{
	struct policy *policy = draft->policy;
	const struct node *currency = node_find(draft->merged, STR("currency"));
	reading->record = NULL;
	reading->currency = currency ? currency_find(currency->text)
				     : reading->ledger->defaults.currency;
	bool ok = record_read(reading, &schema_policy, draft->merged, policy, true).ok;
	policy->currency = reading->currency;
	reading->currency = NULL;
	if (ok && !policy->currency && has_money(policy)) {
		struct notice *notice =
			NOTICE(reading->notices, CURRENCY_MISSING, draft->span, "policy",
			       STR_ARG(policy->name));
		notice_help(reading->notices, notice,
			    "add currency: GBP to it, or to 'defaults'");
		return false;
	}
	return ok && clause_check(reading, policy);
}

/* Follows `extends` to its end; the chain is as deep as nesting may be. */
static bool resolve(struct reading *reading, struct policy_draft *draft, unsigned depth)
{
	struct policy_draft *parent;
	if (draft->done)
		return !draft->broken;
	if (draft->visiting)
		return report_cycle(reading, draft->policy);
	if (depth > LIMIT_DEPTH)
		return report_deep(reading, draft);
	draft->visiting = true;
	bool ok = read_alone(reading, draft);
	ok = find_parent(reading, draft, &parent) && ok;
	if (parent)
		ok = resolve(reading, parent, depth + 1) && ok;
	if (ok) {
		draft->merged =
			parent ? inherit_merge(reading->desk, parent->merged, draft->tree)
			       : draft->tree;
		ok = read_merged(reading, draft);
	}
	draft->broken = !ok;
	draft->done = true;
	draft->visiting = false;
	return ok;
}

const struct policy *policy_find(struct reading *reading, struct str name)
{
	struct policy_draft *draft = find_draft(reading, name);
	return draft && resolve(reading, draft, 0) ? draft->policy : NULL;
}

const struct policy *policy_call(struct reading *reading, const struct name *name,
				 const char *who)
{
	struct policy_draft *draft = find_draft(reading, name->text);
	if (draft)
		return resolve(reading, draft, 0) ? draft->policy : NULL;
	if (!reading_lost(reading, SECTION_POLICIES, name->text))
		report_unknown(reading, name, who);
	return NULL;
}

void policy_resolve_all(struct reading *reading)
{
	for (size_t i = 0; i < reading->drafts[0].count; i++)
		resolve(reading, reading->drafts[0].entries[i].value, 0);
}

static void report_case(struct reading *reading, const struct policy *policy,
			const struct policy *other)
{
	struct notice *notice = NOTICE(reading->notices, ID_CASE, policy->span, "policy",
				       STR_ARG(policy->name), STR_ARG(other->name));
	notice_help(
		reading->notices, notice,
		"they name files, and some file systems see one name: write %.*s-2, say",
		STR_ARG(policy->name));
	notice_note(reading->notices, notice, other->span,
		    "policy '%.*s' is declared here", STR_ARG(other->name));
}

/* Letters carry the policy's name in theirs. */
static void check_case(struct reading *reading)
{
	struct map seen = map_new(reading->desk);
	for (int carried = 0; carried < 2; carried++) {
		const struct map *drafts = &reading->drafts[carried];
		for (size_t i = 0; i < drafts->count; i++) {
			const struct policy_draft *draft = drafts->entries[i].value;
			struct policy *policy = draft->policy, *first;
			void **slot = map_at(
				&seen, unicode_caseless(reading->desk, policy->name));
			first = *slot;
			if (!first)
				*slot = policy;
			else if (!str_equal(first->name, policy->name))
				report_case(reading, carried ? first : policy,
					    carried ? policy : first);
		}
	}
}

static int by_name(const void *a, const void *b)
{
	const struct policy *const *x = a, *const *y = b;
	return str_compare((*x)->name, (*y)->name);
}

void policy_freeze(struct reading *reading)
{
	struct ledger *ledger = reading->ledger;
	check_case(reading);
	size_t most = reading->drafts[0].count + reading->drafts[1].count;
	ledger->policies = ARENA_ARRAY(reading->book, struct policy *, most);
	for (int carried = 0; carried < 2; carried++) {
		const struct map *drafts = &reading->drafts[carried];
		for (size_t i = 0; i < drafts->count; i++) {
			struct policy_draft *draft = drafts->entries[i].value;
			bool hidden = carried &&
				      map_find(&reading->drafts[0], draft->policy->name);
			if (!hidden && draft->done && !draft->broken)
				ledger->policies[ledger->npolicies++] = draft->policy;
		}
	}
	if (ledger->npolicies)
		qsort(ledger->policies, ledger->npolicies, sizeof(struct policy *),
		      by_name);
}

static bool has_fee(const struct stage *stage)
{
	return stage->fee.span.file != 0;
}

bool policy_charges(const struct policy *policy)
{
	bool fees = false;
	for (size_t i = 0; i < policy->nstages; i++)
		fees = fees || has_fee(&policy->stages[i]);
	return fees || policy->interest.span.file || policy->compensation.span.file ||
	       policy->late_charge.span.file;
}

static bool fee_has_amounts(const struct fee_rule *fee)
{
	return fee->amount != MONEY_NONE || fee->bands.count || fee->min != MONEY_NONE ||
	       fee->max != MONEY_NONE;
}

bool policy_has_amounts(const struct policy *policy)
{
	bool fees = policy->max_fees != MONEY_NONE;
	for (size_t i = 0; i < policy->nstages; i++)
		fees = fees || (has_fee(&policy->stages[i]) &&
				fee_has_amounts(&policy->stages[i].fee));
	return fees || policy->compensation.span.file ||
	       (policy->late_charge.span.file &&
		policy->late_charge.amount != MONEY_NONE);
}
