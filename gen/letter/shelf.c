#include "letter/shelf.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/carried.h"
#include "base/near.h"
#include "diag/yaml.h"

void shelf_blame(struct notices *notices, struct str path, enum source_fault fault)
{
	static const struct span nowhere = {0, 0};
	if (fault == SOURCE_REFUSED)
		NOTICE(notices, READING_REFUSED, nowhere, STR_ARG(path), strerror(errno));
	else if (fault == SOURCE_OUTSIDE)
		NOTICE(notices, TEMPLATE_OUTSIDE, nowhere, STR_ARG(path));
	else
		NOTICE(notices, TEMPLATE_UNREADABLE, nowhere, STR_ARG(path));
}

struct str shelf_reason(struct arena *arena, enum source_fault fault, size_t most)
{
	switch (fault) {
	case SOURCE_MISSING:
		return STR("there is no such file");
	case SOURCE_DENIED:
		return STR("reading it is not allowed");
	case SOURCE_NOT_FILE:
		return STR("it is no file");
	case SOURCE_LARGE:
		return str_format(arena, "it is larger than %zu KiB", most >> 10);
	case SOURCE_OK:
	case SOURCE_OUTSIDE:
	case SOURCE_UNREADABLE:
	case SOURCE_REFUSED:
	case SOURCE_FAULT__COUNT:
		break;
	}
	return STR("reading it failed");
}

bool shelf_name_is_good(struct str name)
{
	for (size_t i = 0; i < name.len; i++) {
		char c = name.at[i];
		bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			    (c >= '0' && c <= '9') || c == '-' || c == '_';
		if (!good)
			return false;
	}
	return name.len > 0;
}

/* A source whose bytes outlive the dropping of what was read from disk. */
static const struct source *keep(struct arena *arena, const struct source *read)
{
	struct source *source = ARENA_NEW(arena, struct source);
	/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): it was read */
	*source = *read;
	source->bytes = str_copy(arena, read->bytes);
	return source;
}

/* "templates/reminder-1.md" of the ledger; *stop when there is one that cannot be used.
 */
static const struct source *own(const struct shelf *shelf, struct str shown, bool *stop)
{
	const struct source *source = NULL;
	int root = source_root(shelf->sources, shelf->folder);
	enum source_fault fault =
		root < 0 ? source_fault_from_errno(errno)
			 : source_read(shelf->sources, root, shown, shown, &source);
	if (fault == SOURCE_MISSING)
		return NULL;
	*stop = true;
	if (fault != SOURCE_OK) {
		shelf_blame(shelf->notices, shown, fault);
		return NULL;
	}
	if (!text_is_clean(source, false, shelf->notices))
		return NULL;
	return keep(shelf->arena, source);
}

static const struct source *carried(const struct shelf *shelf, struct str tag,
				    struct str name)
{
	const struct carried *file = carried_find(str_format(
		shelf->arena, "letters/%.*s/%.*s.md", STR_ARG(tag), STR_ARG(name)));
	if (!file)
		return NULL;
	return source_from_bytes(shelf->sources, file->path, file->bytes);
}

/* The ledger's own file; *stop when there is one that cannot be used. */
static const struct source *find_own(const struct shelf *shelf, struct str tag,
				     struct str language, struct str name, bool *stop)
{
	struct str paths[] = {
		str_format(shelf->arena, "templates/%.*s/%.*s.md", STR_ARG(tag),
			   STR_ARG(name)),
		str_format(shelf->arena, "templates/%.*s/%.*s.md", STR_ARG(language),
			   STR_ARG(name)),
		str_format(shelf->arena, "templates/%.*s.md", STR_ARG(name)),
	};
	const struct source *source = NULL;
	for (size_t i = 0; i < 3 && !*stop; i++)
		source = own(shelf, paths[i], stop);
	return source;
}

const struct source *shelf_find(const struct shelf *shelf, struct str tag,
				struct str name)
{
	struct str language = str_slice(tag, 0, str_index(tag, '-', 0));
	const struct source *source = NULL;
	bool stop = false;
	if (shelf->folder.len && shelf_name_is_good(tag))
		source = find_own(shelf, tag, language, name, &stop);
	struct str tags[] = {tag, language, STR("en")};
	for (size_t i = 0; i < 3 && !source && !stop; i++)
		source = carried(shelf, tags[i], name);
	return source;
}

const struct source *shelf_find_locale(const struct shelf *shelf, struct str tag)
{
	bool stop = false;
	if (!shelf->folder.len || !shelf_name_is_good(tag))
		return NULL;
	return own(shelf,
		   str_format(shelf->arena, "templates/locales/%.*s.yaml", STR_ARG(tag)),
		   &stop);
}

/* The partials of a folder of the ledger. */
static void offer_own(const struct shelf *shelf, struct str below, struct near *near)
{
	struct str *names = NULL;
	struct str folder = str_format(shelf->arena, "%.*s/templates/%.*spartials",
				       STR_ARG(shelf->folder), STR_ARG(below));
	size_t count = sources_in(shelf->arena, folder, STR(".md"), &names);
	for (size_t i = 0; i < count; i++)
		near_offer(near, names[i]);
}

static void offer_carried(struct near *near)
{
	struct str folder = STR("/partials/");
	const struct carried *file = NULL;
	for (size_t i = 0; (file = carried_at(i)); i++) {
		size_t slash = file->path.len;
		while (slash > 0 && file->path.at[slash - 1] != '/')
			slash--;
		bool partial = str_ends(str_slice(file->path, 0, slash), folder);
		struct str leaf = str_slice(file->path, slash, file->path.len);
		if (partial && str_ends(leaf, STR(".md")))
			near_offer(near, str_slice(leaf, 0, leaf.len - 3));
	}
}

struct str shelf_nearest_partial(const struct shelf *shelf, struct str tag,
				 struct str name)
{
	struct near near = near_new(shelf->arena, name);
	struct str language = str_slice(tag, 0, str_index(tag, '-', 0));
	if (shelf->folder.len && shelf_name_is_good(tag)) {
		offer_own(shelf, str_format(shelf->arena, "%.*s/", STR_ARG(tag)), &near);
		offer_own(shelf, str_format(shelf->arena, "%.*s/", STR_ARG(language)),
			  &near);
		offer_own(shelf, STR(""), &near);
	}
	offer_carried(&near);
	return near.best;
}
