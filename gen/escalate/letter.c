#include "escalate/letter.h"

#include "escalate/channel.h"
#include "escalate/fee.h"
#include "escalate/group.h"
#include "escalate/held.h"
#include "escalate/line.h"
#include "escalate/stage.h"
#include "escalate/trigger.h"
#include "reckon/deadline.h"

#define RATE_DAYS 31 /* how long a half-year's letters may go without its own rate */

/* One account's judgement while it is made. */
struct judge {
	struct arena *arena;
	const struct account *account;
	struct escalation *escalation;
	struct held_list held;
	money credit; /* not yet used by a policy */
	bool overflow;
	struct notices *notices;
};

/* The line moves on to the letter's own stage; at least one does, or there were no
 * letter. */
static bool is_own(const struct letter *letter, const struct letter_line *line)
{
	return line->advances && line->stage == letter->stage;
}

/* The fee belongs to the oldest invoice that advances to the letter's own stage (rule
 * 11). */
static money fee(struct judge *judge, const struct letter *letter)
{
	const struct letter_line *oldest = letter->lines;
	const struct letter_line *end = letter->lines + letter->nlines;
	money sum = 0;

	while (!is_own(letter, oldest))
		oldest++;
	for (const struct letter_line *line = oldest; line < end; line++)
		if (is_own(letter, line))
			sum = money_add(sum, line->principal, &judge->overflow);
	return fee_of_letter(judge->account, oldest->item,
			     &letter->policy->stages[letter->stage], sum,
			     &judge->overflow);
}

/* Credit below zero is asked for by the first policy that comes along (rule 19). */
static money use_credit(struct judge *judge, money asked)
{
	money used = judge->credit < asked ? judge->credit : asked;

	judge->credit -= used;
	return used;
}

/* What the letter asks for before its fee and before credit. */
static money asked(struct judge *judge, const struct letter *letter)
{
	money sum = letter->principal;

	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		sum = money_add(sum, letter->charges[c], &judge->overflow);
	return sum;
}

static struct letter draft(struct judge *judge, const struct progress *progress,
			   const struct group *group)
{
	struct letter letter = {.policy = group->policy, .stage = group->stage};

	line_list(judge->arena, &letter, judge->account, progress, &judge->overflow);
	money sum = asked(judge, &letter);
	letter.credit = use_credit(judge, sum);
	letter.demand = money_subtract(sum, letter.credit, &judge->overflow);
	return letter;
}

/* Rule 13: the smallest sum worth a letter is in the policy's currency. */
static money least(const struct account *account, const struct policy *policy)
{
	money min = fee_currency_fits(account, policy) ? policy->min_balance : 0;
	return min > 1 ? min : 1;
}

static void warn_unreachable(struct judge *judge, const struct stage *stage)
{
	const struct customer *customer = judge->account->customer;
	struct notice *notice = NOTICE(judge->notices, CHANNEL_NONE, customer->span,
				       STR_ARG(stage->letter), STR_ARG(customer->id));

	if (stage->channel == CHANNEL_EMAIL)
		notice_help(
			judge->notices, notice,
			"give the customer an 'email', or let stage '%.*s' go by post",
			STR_ARG(stage->name));
	else
		notice_help(judge->notices, notice,
			    "let 'channel' name post or email, with the address for it");
}

/* Rule 10: a letter may claim interest on the last known rate for 31 days of a half-year.
 */
static void refuse_stale_rate(struct judge *judge, const struct letter_line *line)
{
	const struct interest_rule *rule = &line->item->policy->interest;
	date since = line->item->rate_stale;
	struct buf day = buf_new(judge->arena, 0);

	if (line->charges[CHARGE_INTEREST] <= 0 || since == DATE_NONE ||
	    judge->account->as_of < since + RATE_DAYS)
		return;
	date_put(&day, since);
	struct notice *notice =
		NOTICE(judge->notices, RATE_OUTDATED, rule->reference.span,
		       STR_ARG(line->item->invoice->number),
		       STR_ARG(rule->reference.text), STR_ARG(buf_str(&day)));
	notice_help(judge->notices, notice, "rates: {%.*s: [{from: %.*s, percent: …}]}",
		    STR_ARG(rule->reference.text), STR_ARG(buf_str(&day)));
}

static void finish(struct judge *judge, struct letter *letter)
{
	const struct account *account = judge->account;
	const struct stage *stage = &letter->policy->stages[letter->stage];

	letter->fee = fee(judge, letter);
	letter->demand = money_add(letter->demand, letter->fee, &judge->overflow);
	letter->pay_by = deadline_from_stage(stage, account->as_of);
	letter->channel = channel_choose(account->ledger, account->customer, stage);
	if (letter->channel == CHANNEL_NONE)
		warn_unreachable(judge, stage);
	for (size_t i = 0; i < letter->nlines; i++)
		refuse_stale_rate(judge, &letter->lines[i]);
	judge->escalation->letters[judge->escalation->nletters++] = *letter;
}

static void judge_group(struct judge *judge, const struct progress *progress,
			const struct group *group)
{
	struct held held = {.policy = group->policy, .until = DATE_LAST};
	date free_from = group_free_from(group);

	if (group->stage == STAGE_NONE)
		return;
	if (judge->account->as_of < free_from) {
		held.why = HELD_INTERVAL;
		held.until = free_from - 1;
		held_add(&judge->held, held);
		return;
	}
	struct letter letter = draft(judge, progress, group);
	if (letter.demand >= least(judge->account, group->policy)) {
		finish(judge, &letter);
		return;
	}
	held.why = HELD_BALANCE;
	held.amount = letter.demand;
	held_add(&judge->held, held);
}

static void report_overflow(const struct judge *judge)
{
	const struct customer *customer = judge->account->customer;

	if (judge->overflow)
		NOTICE(judge->notices, AMOUNT_OVERFLOW, customer->span,
		       STR_ARG(customer->id));
}

struct escalation *letter_judge(struct arena *arena, struct account *account,
				struct notices *notices)
{
	size_t ngroups;
	struct escalation *escalation = ARENA_NEW(arena, struct escalation);
	struct progress *progress = trigger_list(arena, account);
	struct group *groups = group_list(arena, account, progress, &ngroups);
	struct judge judge = {
		.arena = arena,
		.account = account,
		.escalation = escalation,
		.held = {.arena = arena},
		.credit = account->credit,
		.notices = notices,
	};

	*escalation = (struct escalation){.account = account, .progress = progress};
	escalation->letters = ARENA_ARRAY(arena, struct letter, ngroups);
	for (size_t i = 0; i < ngroups; i++) {
		judge_group(&judge, progress, &groups[i]);
		held_items(&judge.held, account, progress, groups[i].policy);
	}
	escalation->held = judge.held.items;
	escalation->nheld = judge.held.count;
	report_overflow(&judge);
	return escalation;
}
