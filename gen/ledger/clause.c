#include "ledger/clause.h"

#include "base/near.h"
#include "ledger/rates.h"

/* ---- stages ---- */

static bool names_stage(const struct stage *stage, struct str name)
{
	if (str_equal(stage->name, name))
		return true;
	for (size_t i = 0; i < stage->was.count; i++)
		if (str_equal(stage->was.items[i], name))
			return true;
	return false;
}

static bool check_stage_name(struct reading *reading, const struct policy *policy,
			     size_t at)
{
	const struct stage *stage = &policy->stages[at];
	for (size_t i = 0; i < at; i++) {
		if (!names_stage(&policy->stages[i], stage->name))
			continue;
		struct notice *notice = NOTICE(reading->notices, STAGE_DUPLICATE,
					       stage->span, STR_ARG(stage->name));
		notice_help(reading->notices, notice, "give one of them another name");
		notice_note(reading->notices, notice, policy->stages[i].span,
			    "it first stands here");
		return false;
	}
	return true;
}

static bool check_climb(struct reading *reading, const struct policy *policy, size_t at)
{
	const struct stage *stage = &policy->stages[at];
	if (at == 0 || stage->after > policy->stages[at - 1].after)
		return true;
	const struct stage *before = &policy->stages[at - 1];
	struct notice *notice =
		NOTICE(reading->notices, STAGES_CLIMB, stage->span, STR_ARG(stage->name),
		       (int)stage->after, STR_ARG(before->name), (int)before->after);
	notice_help(reading->notices, notice, "write after: %d or more",
		    (int)before->after + 1);
	notice_note(reading->notices, notice, before->span,
		    "the stage before it stands here");
	return false;
}

static bool check_bands(struct reading *reading, const struct band_list *bands)
{
	bool ok = true;
	for (size_t i = 0; i < bands->count; i++) {
		const struct band *band = &bands->items[i];
		money bound = band->below != MONEY_NONE ? band->below : band->upto;
		bool is_last = i + 1 == bands->count;
		bool both = band->below != MONEY_NONE && band->upto != MONEY_NONE;
		const struct band *before = i ? &bands->items[i - 1] : NULL;
		money lower = !before			    ? 0
			      : before->below != MONEY_NONE ? before->below
							    : before->upto;
		bool bounded = bound != MONEY_NONE;
		if (!both && bounded != is_last && (is_last || bound > lower))
			continue;
		ok = false;
		struct notice *notice =
			NOTICE_PLAIN(reading->notices, BANDS_FORM, band->span);
		notice_help(
			reading->notices, notice,
			"give each band one bound, 'below' or 'upto', higher than the one before; the last has none");
	}
	return ok;
}

/* Exactly one of them says how much. */
static bool check_one(struct reading *reading, struct span span, const char *what,
		      int stated, const char *choice)
{
	if (stated == 1)
		return true;
	struct notice *notice = NOTICE(reading->notices, CHARGE_FORM, span, what,
				       stated ? "more than one of" : "none of", choice);
	notice_help(reading->notices, notice, "write exactly one of %s", choice);
	return false;
}

static bool check_fee(struct reading *reading, const struct fee_rule *fee)
{
	if (fee->span.file == 0)
		return true;
	int stated = (fee->amount != MONEY_NONE) + (fee->percent != RATE_NONE) +
		     (fee->bands.count > 0);
	bool ok =
		check_one(reading, fee->span, "a fee", stated, "amount, percent, bands");
	for (size_t i = 0; i < fee->bands.count; i++) {
		const struct band *band = &fee->bands.items[i];
		int says = (band->amount != MONEY_NONE) + (band->percent != RATE_NONE);
		ok &= check_one(reading, band->span, "a band", says, "percent, amount");
	}
	return check_bands(reading, &fee->bands) && ok;
}

/* The bands of a fee have no `below` to read, those of a compensation no `percent`. */
static void settle_bands(struct band_list *bands, bool of_fee)
{
	for (size_t i = 0; i < bands->count; i++) {
		if (of_fee)
			bands->items[i].below = MONEY_NONE;
		else
			bands->items[i].percent = RATE_NONE;
	}
}

static bool check_stages(struct reading *reading, struct policy *policy)
{
	bool ok = true;
	for (size_t i = 0; i < policy->nstages; i++) {
		struct stage *stage = &policy->stages[i];
		if (stage->letter.len == 0)
			stage->letter = stage->name;
		bool named = check_stage_name(reading, policy, i);
		ok = check_climb(reading, policy, i) && named && ok;
		settle_bands(&stage->fee.bands, true);
		ok &= check_fee(reading, &stage->fee);
	}
	return ok;
}

/* ---- names of stages ---- */

static int32_t stage_index(const struct policy *policy, struct str name)
{
	for (size_t i = 0; i < policy->nstages; i++)
		if (names_stage(&policy->stages[i], name))
			return (int32_t)i;
	return -1;
}

static bool report_stage(struct reading *reading, const struct policy *policy,
			 const struct name *name, const char *key)
{
	/* What it extends is in order: it is the policy's own stages that lack the name.
	 */
	bool inherited = name->span.file != policy->span.file;
	struct notice *notice = NOTICE(reading->notices, CLAIM_UNKNOWN,
				       inherited ? policy->span : name->span, key,
				       STR_ARG(name->text), STR_ARG(policy->name));
	if (inherited)
		notice_note(reading->notices, notice, name->span,
			    "'%s' is inherited from here", key);
	struct near near = near_new(reading->scratch, name->text);
	struct buf known = buf_new(reading->scratch, 0);
	buf_put(&known, STR("due"));
	near_offer(&near, STR("due"));
	for (size_t i = 0; i < policy->nstages; i++) {
		near_offer(&near, policy->stages[i].name);
		buf_format(&known, ", %.*s", STR_ARG(policy->stages[i].name));
	}
	if (near.best.len)
		notice_help(reading->notices, notice, "did you mean '%.*s'?",
			    STR_ARG(near.best));
	else
		notice_help(reading->notices, notice, "write one of: %.*s",
			    STR_ARG(buf_str(&known)));
	return false;
}

/* `claimed_from: due | STAGE`; it has no default, because nobody should charge by
 * accident. */
static bool resolve_claim(struct reading *reading, const struct policy *policy,
			  struct span span, const char *what, const struct name *name,
			  int32_t *claim)
{
	*claim = CLAIM_UNSET;
	if (name->text.len == 0) {
		struct notice *notice = NOTICE(reading->notices, CLAIM_MISSING, span,
					       what, STR_ARG(policy->name));
		const struct stage *last =
			policy->nstages ? &policy->stages[policy->nstages - 1] : NULL;
		if (last)
			notice_help(reading->notices, notice,
				    "add claimed_from: %.*s, or an earlier stage, or due",
				    STR_ARG(last->name));
		else
			notice_help(reading->notices, notice, "add claimed_from: due");
		return false;
	}
	*claim = str_equal(name->text, STR("due")) ? CLAIM_DUE
						   : stage_index(policy, name->text);
	if (*claim != CLAIM_DUE || str_equal(name->text, STR("due")))
		return true;
	*claim = CLAIM_UNSET;
	return report_stage(reading, policy, name, "claimed_from");
}

static bool resolve_starts(struct reading *reading, const struct policy *policy,
			   struct starts *starts)
{
	struct str text = starts->name.text;
	starts->stage = -1;
	bool is_due = text.len == 0 || str_equal_caseless(str_trim(text), STR("due")) ||
		      starts->days > 0 || str_index(text, '+', 0) < text.len;
	if (is_due)
		return true;
	starts->stage = stage_index(policy, text);
	return starts->stage >= 0 ||
	       report_stage(reading, policy, &starts->name, "starts");
}

/* ---- charges ---- */

static bool resolve_table(struct reading *reading, struct interest_rule *interest)
{
	bool broken = false;
	if (interest->reference.text.len == 0)
		return true;
	interest->table = rates_find(reading, interest->reference.text, &broken);
	if (interest->table || broken || reading->lost[SECTION_RATES])
		return interest->table != NULL;
	struct notice *notice =
		NOTICE(reading->notices, RATES_UNKNOWN, interest->reference.span,
		       STR_ARG(interest->reference.text));
	struct str near = rates_near(reading, interest->reference.text);
	if (near.len)
		notice_help(reading->notices, notice, "did you mean '%.*s'?",
			    STR_ARG(near));
	else
		notice_help(
			reading->notices, notice,
			"declare it: rates: {%.*s: [{from: 2026-07-01, percent: 3.75}]}",
			STR_ARG(interest->reference.text));
	return false;
}

static void settle_interest(struct interest_rule *interest)
{
	if (interest->plus == RATE_NONE)
		interest->plus = 0;
	if (interest->round_up_to == RATE_NONE)
		interest->round_up_to = 0;
	if (interest->round_up == ROUND_UP_UNSET && interest->round_up_to)
		interest->round_up = ROUND_UP_SUM;
	if (interest->fixed == FIXED_UNSET)
		interest->fixed = FIXED_AT_START;
	if (interest->year == YEAR_UNSET)
		interest->year = YEAR_365;
	if (interest->payment_day_counts == FLAG_UNSET)
		interest->payment_day_counts = FLAG_YES;
	if (interest->compound == COMPOUND_UNSET)
		interest->compound = COMPOUND_NEVER;
	if (interest->rounding == ROUNDING_UNSET)
		interest->rounding = ROUNDING_ONCE;
}

static bool check_interest(struct reading *reading, struct policy *policy)
{
	struct interest_rule *interest = &policy->interest;
	interest->claim = CLAIM_UNSET;
	settle_interest(interest);
	if (interest->span.file == 0)
		return true;
	int stated =
		(interest->percent != RATE_NONE) + (interest->reference.text.len > 0);
	bool ok = check_one(reading, interest->span, "an interest rule", stated,
			    "percent, reference");
	ok = resolve_table(reading, interest) && ok;
	ok = resolve_starts(reading, policy, &interest->starts) && ok;
	return resolve_claim(reading, policy, interest->span, "interest",
			     &interest->claimed_from, &interest->claim) &&
	       ok;
}

static bool check_compensation(struct reading *reading, struct policy *policy)
{
	struct compensation_rule *compensation = &policy->compensation;
	compensation->claim = CLAIM_UNSET;
	if (compensation->span.file == 0)
		return true;
	settle_bands(&compensation->bands, false);
	bool ok = check_one(reading, compensation->span, "a compensation rule",
			    compensation->bands.count > 0, "bands");
	ok = check_bands(reading, &compensation->bands) && ok;
	return resolve_claim(reading, policy, compensation->span, "compensation",
			     &compensation->claimed_from, &compensation->claim) &&
	       ok;
}

static bool check_late_charge(struct reading *reading, struct policy *policy)
{
	struct late_charge_rule *charge = &policy->late_charge;
	charge->claim = CLAIM_UNSET;
	if (charge->span.file == 0)
		return true;
	int stated = (charge->amount != MONEY_NONE) + (charge->percent != RATE_NONE);
	bool ok = check_one(reading, charge->span, "a late charge", stated,
			    "amount, percent");
	if (charge->counts == COUNTS_UNSET)
		ok = check_one(reading, charge->span, "a late charge", 0,
			       "counts: started, counts: completed") &&
		     false;
	return resolve_claim(reading, policy, charge->span, "late charge",
			     &charge->claimed_from, &charge->claim) &&
	       ok;
}

/* ---- the rest ---- */

static bool check_buckets(struct reading *reading, const struct policy *policy)
{
	for (size_t i = 1; i < policy->nbuckets; i++) {
		if (policy->buckets[i] > policy->buckets[i - 1])
			continue;
		struct notice *notice = NOTICE(reading->notices, BUCKETS_CLIMB,
					       policy->span, STR_ARG(policy->name));
		notice_help(reading->notices, notice,
			    "write them climbing, such as [30, 60, 90]");
		return false;
	}
	return true;
}

static bool check_valid(struct reading *reading, const struct policy *policy)
{
	if (policy->valid_until == DATE_NONE || policy->valid_until >= policy->valid_from)
		return true;
	struct notice *notice =
		NOTICE(reading->notices, DATES_ORDER, policy->span, "until", "from");
	notice_help(reading->notices, notice, "exchange the days of 'valid'");
	return false;
}

static void settle_rest(struct reading *reading, struct policy *policy)
{
	static const int32_t buckets[] = {30, 60, 90};
	if (policy->kind == KIND_NONE)
		policy->kind = KIND_ANY;
	if (policy->needs_terms == FLAG_UNSET)
		policy->needs_terms = FLAG_NO;
	if (policy->grace_days < 0)
		policy->grace_days = 0;
	if (policy->settles == SETTLES_UNSET)
		policy->settles = SETTLES_PRINCIPAL_FIRST;
	if (policy->dispute_interest == RUNS_UNSET)
		policy->dispute_interest = RUNS_STOPS;
	if (policy->min_balance == MONEY_NONE)
		policy->min_balance = 0;
	if (policy->min_interval < 0)
		policy->min_interval = 0;
	if (policy->nbuckets)
		return;
	policy->nbuckets = sizeof buckets / sizeof *buckets;
	policy->buckets = ARENA_ARRAY(reading->book, int32_t, policy->nbuckets);
	for (size_t i = 0; i < policy->nbuckets; i++)
		policy->buckets[i] = buckets[i];
}

bool clause_check(struct reading *reading, struct policy *policy)
{
	bool ok = check_stages(reading, policy);
	ok = check_interest(reading, policy) && ok;
	ok = check_compensation(reading, policy) && ok;
	ok = check_late_charge(reading, policy) && ok;
	ok = check_buckets(reading, policy) && ok;
	ok = check_valid(reading, policy) && ok;
	settle_rest(reading, policy);
	return ok;
}
