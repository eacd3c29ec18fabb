#include "reckon/trace.h"

static void append(void *data, const struct trace_step *step)
{
	struct trace_list *list = data;
	if (list->count == list->room) {
		size_t wanted = list->room == 0 ? 32 : 2 * list->room;
		list->items = arena_grow(list->arena, list->items, list->room, wanted,
					 sizeof *list->items);
		list->room = wanted;
	}
	list->items[list->count++] = *step;
}

struct trace_list trace_list_new(struct arena *arena)
{
	return (struct trace_list){.arena = arena};
}

struct trace trace_to_list(struct trace_list *list)
{
	return (struct trace){append, list};
}

void trace_tell(const struct trace *trace, const struct trace_step *step)
{
	trace->step(trace->data, step);
}
