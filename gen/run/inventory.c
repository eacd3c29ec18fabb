#include "run/inventory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/crew.h"
#include "base/map.h"
#include "run/swap.h"
#include "run/sweep.h"

#define TEMPLATES "templates"

/* One file, once it is read. */
struct stock {
	struct str path;
	struct digest digest;
	uint64_t imprint;
	struct str fault; /* of the first that could not be read, in its scratch */
};

struct counting {
	struct arena *arena;
	struct str folder;
	struct stock *stocks; /* by path, others last */
	size_t count, room;
	struct arena **scratch; /* by worker */
	struct str *fault;
	atomic_bool failed;
};

static void add(struct counting *counting, struct str path)
{
	if (counting->count == counting->room) {
		size_t room = counting->room ? counting->room * 2 : 64;

		counting->stocks =
			arena_grow(counting->arena, counting->stocks, counting->room,
				   room, sizeof *counting->stocks);
		counting->room = room;
	}
	counting->stocks[counting->count++] = (struct stock){.path = path};
}

static bool add_template(void *data, struct str path)
{
	struct counting *counting = data;

	add(counting, str_copy(counting->arena, path));
	return true;
}

static int by_path(const void *a, const void *b)
{
	const struct stock *x = a, *y = b;

	return str_compare(x->path, y->path);
}

static bool fail(struct counting *counting, struct str path)
{
	*counting->fault = str_format(counting->arena, "cannot read '%.*s': %s",
				      STR_ARG(path), strerror(errno));
	return false;
}

static bool list(struct counting *counting)
{
	struct str *paths, where;
	size_t count;
	int fd = open(str_c(counting->arena, counting->folder),
		      O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return fail(counting, counting->folder);
	if (sources_list(counting->arena, counting->folder, &paths, &count, &where) !=
	    SOURCE_OK) {
		close(fd);
		return fail(counting, where);
	}
	for (size_t i = 0; i < count; i++)
		add(counting, paths[i]);
	/* The walk gives names back to its arena as it goes: it has one of its own. */
	struct arena *walk = arena_new(0);
	bool walked = sweep_walk(walk, fd, STR(TEMPLATES), add_template, counting);
	arena_free(walk);
	close(fd);
	if (!walked)
		fail(counting, STR(TEMPLATES));
	if (counting->count)
		qsort(counting->stocks, counting->count, sizeof *counting->stocks,
		      by_path);
	return walked;
}

static void read_one(void *subject, unsigned worker, size_t index)
{
	struct counting *counting = subject;
	struct stock *stock = &counting->stocks[index];
	struct arena **scratch = &counting->scratch[worker];
	struct str text, fault;

	if (atomic_load(&counting->failed))
		return;
	if (*scratch)
		arena_free(*scratch);
	*scratch = arena_new(0);
	if (!swap_read(*scratch, counting->folder, stock->path, &text, &fault)) {
		if (!atomic_exchange(&counting->failed, true))
			stock->fault = fault;
		return;
	}
	stock->digest = digest_from_str(text);
	stock->imprint = str_hash(text);
}

static bool read_all(struct counting *counting, unsigned workers)
{
	unsigned hands = workers ? workers : 1;

	counting->scratch = ARENA_ARRAY(counting->arena, struct arena *, hands);
	crew_run(hands, counting->count, read_one, counting);
	for (size_t i = 0; i < counting->count; i++)
		if (counting->stocks[i].fault.len)
			*counting->fault =
				str_copy(counting->arena, counting->stocks[i].fault);
	for (unsigned i = 0; i < hands; i++)
		arena_free(counting->scratch[i]);
	return !atomic_load(&counting->failed);
}

static struct digest sum(const struct counting *counting)
{
	struct digesting digesting;

	digest_begin(&digesting);
	for (size_t i = 0; i < counting->count; i++) {
		const struct stock *stock = &counting->stocks[i];

		digest_add_text(&digesting, stock->path);
		digest_add_digest(&digesting, &stock->digest);
	}
	return digest_end(&digesting);
}

static bool take(struct counting *counting, unsigned workers, struct inventory *inventory)
{
	for (size_t i = 0; i < inventory->nothers; i++)
		add(counting, inventory->others[i]);
	if (!read_all(counting, workers))
		return false;
	inventory->digest = sum(counting);
	return true;
}

bool inventory_take(struct arena *arena, struct str folder, unsigned workers,
		    struct inventory *inventory)
{
	struct str fault;
	struct counting counting = {.arena = arena, .folder = folder, .fault = &fault};

	return list(&counting) && take(&counting, workers, inventory);
}

/* Files that were read and are not listed: whatever the ledger names itself. */
static void find_others(struct counting *counting, const struct sources *sources,
			struct inventory *inventory)
{
	size_t count = sources_count(sources);
	struct map listed = map_new(counting->arena);

	for (size_t i = 0; i < counting->count; i++)
		*map_at(&listed, counting->stocks[i].path) = &counting->stocks[i];
	inventory->others = ARENA_ARRAY(counting->arena, struct str, count);
	for (uint32_t file = 1; file <= count; file++) {
		const struct source *source = source_at(sources, file);
		void **known = map_at(&listed, source->path);

		if (!source->on_disk || *known)
			continue;
		*known = counting;
		inventory->others[inventory->nothers++] = source->path;
	}
}

/* Every file that was read is here and has the same bytes, and every file of the ledger
 * was read: a template may have been left alone. */
static bool agrees(const struct counting *counting, const struct sources *sources)
{
	struct map read = map_new(counting->arena);
	size_t count = sources_count(sources);
	uint64_t *imprints = ARENA_ARRAY(counting->arena, uint64_t, count);

	for (uint32_t file = 1; file <= count; file++) {
		imprints[file - 1] = source_imprint(sources, file);
		if (source_at(sources, file)->on_disk)
			*map_at(&read, source_at(sources, file)->path) =
				&imprints[file - 1];
	}
	for (size_t i = 0; i < counting->count; i++) {
		const struct stock *stock = &counting->stocks[i];
		const uint64_t *imprint = map_find(&read, stock->path);

		if (imprint ? *imprint != stock->imprint
			    : !str_starts(stock->path, STR(TEMPLATES "/")))
			return false;
	}
	return true;
}

bool inventory_of_run(struct arena *arena, struct str folder, unsigned workers,
		      const struct sources *sources, struct inventory *inventory,
		      struct str *fault)
{
	struct counting counting = {.arena = arena, .folder = folder, .fault = fault};

	*fault = STR("");
	*inventory = (struct inventory){0};
	if (!list(&counting))
		return false;
	find_others(&counting, sources, inventory);
	return take(&counting, workers, inventory) && agrees(&counting, sources);
}
