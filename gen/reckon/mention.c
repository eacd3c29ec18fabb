#include "reckon/mention.h"

static bool issued_by(const void *value, const void *context)
{
	const struct debt *debt = value;
	const date *day = context;
	return debt->item.invoice->issued <= *day;
}

static bool listed(const struct mention_list *list, const struct debt *debt)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->debts[i] == debt)
			return true;
	return false;
}

struct reference *mention_index(struct replay *r)
{
	struct reference *index = reference_new(r->arena, r->ndebts);
	for (size_t i = 0; i < r->ndebts; i++)
		reference_add(index, r->debts[i].item.invoice->number, &r->debts[i]);
	return index;
}

struct mention_list mention_find(struct arena *arena, const struct reference *index,
				 struct str text, date day)
{
	size_t count = 0;
	struct reference_filter filter = {issued_by, &day};
	struct reference_hit *hits = reference_search(arena, index, text, filter, &count);
	struct mention_list list = {ARENA_ARRAY(arena, struct debt *, count), 0};
	for (size_t i = 0; i < count; i++)
		if (!listed(&list, hits[i].value))
			list.debts[list.count++] = hits[i].value;
	return list;
}
