#include "run/reprint.h"

#include "run/typesetter.h"
#include "run/unbuilt.h"

bool reprint_run(struct arena *arena, const struct book *book,
		 const struct build_options *options, struct notices *notices,
		 struct reprint *reprint)
{
	*reprint = (struct reprint){.by_path = map_new(arena)};
	reprint->jobs = jobs_list(arena, book, options);
	unbuilt_report(book->ledger, notices);
	struct typesetter *typesetter =
		typesetter_new(arena, book, &reprint->jobs, notices, &reprint->fault);
	if (!typesetter)
		return false;
	reprint->entries = ARENA_ARRAY(arena, struct manifest_entry, reprint->jobs.count);
	for (size_t i = 0; i < reprint->jobs.count; i++) {
		struct manifest_entry *entry = &reprint->entries[i];

		if (typesetter_set(typesetter, &reprint->jobs.items[i], entry).len)
			*map_at(&reprint->by_path, entry->path) = entry;
	}
	typesetter_free(typesetter);
	return notices->errors == 0;
}
