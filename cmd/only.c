#include "only.h"

#include "base/arena.h"
#include "base/near.h"

static bool is_customer(const struct desk *desk, struct str id)
{
	const struct ledger *ledger = desk->book->ledger;
	struct near near = near_new(desk->arena, id);

	if (ledger_customer(ledger, id))
		return true;
	for (size_t i = 0; i < ledger->ncustomers; i++)
		near_offer(&near, ledger->customers[i]->id);
	call_fault(desk->call, "'--only' names unknown customer '%.*s'", STR_ARG(id));
	if (near.best.len)
		call_help(desk->call, "did you mean '%.*s'?", STR_ARG(near.best));
	return false;
}

bool only_read(const struct desk *desk, const struct str **ids, size_t *count)
{
	const struct given *given = &desk->call->options[OPTION_ONLY];
	struct str *only = ARENA_ARRAY(desk->arena, struct str, given->count);

	for (size_t i = 0; i < given->count; i++) {
		only[i] = str_from_c(given->items[i]);
		if (!is_customer(desk, only[i]))
			return false;
	}
	*ids = only;
	*count = given->count;
	return true;
}
