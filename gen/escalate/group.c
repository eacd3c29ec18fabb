#include "escalate/group.h"

#include <stdlib.h>

#include "escalate/stage.h"

/* The first log entry of the customer; the log is sorted by customer, then date. */
static size_t first_entry(const struct ledger *ledger, const struct customer *customer)
{
	size_t low = 0, high = ledger->nlog;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (ledger->log[middle]->customer->index < customer->index)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* An entry's invoices share customer, currency and policy (rule 20). */
static bool is_letter_of(const struct log_entry *entry, const struct account *account,
			 const struct policy *policy)
{
	if (entry->stage < 0 || entry->invoice_names.count == 0)
		return false;
	const struct invoice *invoice = entry->invoices[0];
	return invoice->policy == policy && invoice->currency == account->currency;
}

static date last_letter(const struct account *account, const struct policy *policy)
{
	const struct ledger *ledger = account->ledger;
	date last = DATE_NONE;

	for (size_t i = first_entry(ledger, account->customer); i < ledger->nlog; i++) {
		const struct log_entry *entry = ledger->log[i];
		if (entry->customer != account->customer || entry->date >= account->as_of)
			break;
		if (is_letter_of(entry, account, policy))
			last = entry->date;
	}
	return last;
}

static int by_name(const void *a, const void *b)
{
	const struct group *left = a, *right = b;
	return str_compare(left->policy->name, right->policy->name);
}

static struct group *group_of(struct arena *arena, struct group **groups, size_t *count,
			      const struct policy *policy)
{
	for (size_t i = 0; i < *count; i++)
		if ((*groups)[i].policy == policy)
			return &(*groups)[i];
	*groups = arena_grow(arena, *groups, *count, *count + 1, sizeof **groups);
	struct group *group = &(*groups)[(*count)++];
	*group = (struct group){.policy = policy, .stage = STAGE_NONE, .last = DATE_NONE};
	return group;
}

struct group *group_list(struct arena *arena, const struct account *account,
			 const struct progress *progress, size_t *count)
{
	struct group *groups = NULL;

	*count = 0;
	for (size_t i = 0; i < account->nitems; i++) {
		struct group *group =
			group_of(arena, &groups, count, account->items[i].policy);
		if (progress[i].triggers && progress[i].next > group->stage)
			group->stage = progress[i].next;
	}
	if (*count == 0)
		return groups;
	qsort(groups, *count, sizeof *groups, by_name);
	for (size_t i = 0; i < *count; i++)
		groups[i].last = last_letter(account, groups[i].policy);
	return groups;
}

date group_free_from(const struct group *group)
{
	if (group->last == DATE_NONE)
		return DATE_NONE;
	return group->last + group->policy->min_interval;
}
