#include "run/reprint.h"

#include "letter/template.h"
#include "run/batch.h"

/* As the jobs are listed: account after account. */
static void put_together(struct reprint *reprint, const struct batch *batch)
{
	size_t count = 0;

	for (size_t i = 0; i < batch->book->nkeys; i++)
		for (struct batch_document *document = batch->documents[i]; document;
		     document = document->next) {
			struct manifest_entry *entry = &reprint->entries[count++];

			*entry = document->entry;
			*map_at(&reprint->by_path, entry->path) = entry;
		}
}

bool reprint_run(struct arena *arena, const struct book *book,
		 const struct build_options *options, struct notices *notices,
		 struct reprint *reprint)
{
	struct batch batch = {.arena = arena, .book = book, .options = options};

	*reprint = (struct reprint){.by_path = map_new(arena)};
	reprint->jobs = jobs_list(arena, book, options);
	reprint->entries = ARENA_ARRAY(arena, struct manifest_entry, reprint->jobs.count);
	bool made = batch_prepare(&batch, notices) && batch_run(&batch, notices);
	reprint->fonts = batch.templates->fonts;
	if (made)
		put_together(reprint, &batch);
	else
		reprint->fault = batch.fault;
	batch_free(&batch);
	return made;
}
