#include "run/versions.h"

#include "base/arena.h"
#include "base/carried.h"
#include "base/digest.h"
#include "base/unicode.h"
#include "base/version.h"
#include "diag/event.h"
#include "diag/pattern.h"
#include "press/press.h"

/* md4c does not tell its version: what was there when this was built, says the Makefile.
 */
#ifndef MD4C
#define MD4C "of unknown version"
#endif

#define PROGRAM_START "{\"collectgen\": \""
#define LIBRARIES_START " \"libraries\": ["

static void add(struct arena *arena, struct versions *versions, struct str item)
{
	versions->items = arena_grow(arena, versions->items, versions->count,
				     versions->count + 1, sizeof *versions->items);
	versions->items[versions->count++] = item;
}

/* Named as in the ledger: where the file lies has no say in the bytes. */
static void add_own(struct arena *arena, struct versions *versions,
		    const struct fonts *fonts)
{
	static const char *const names[FACE__COUNT] = {[FACE_REGULAR] = "regular",
						       [FACE_BOLD] = "bold",
						       [FACE_ITALIC] = "italic"};

	for (int face = 0; face < FACE__COUNT; face++) {
		struct buf text = buf_new(arena, 0);

		buf_format(&text, "creditor.fonts.%s sha256-", names[face]);
		digest_put(&text, fonts->digests[face]);
		add(arena, versions, buf_str(&text));
	}
}

struct versions versions_now(struct arena *arena, const struct fonts *fonts)
{
	struct versions versions = {0};
	const struct carried *file;

	add(arena, &versions, STR("collectgen " VERSION));
	add(arena, &versions, pump_library(arena));
	add(arena, &versions, pattern_library(arena));
	add(arena, &versions, unicode_library(arena));
	add(arena, &versions, STR("MD4C " MD4C));
	for (size_t i = 0; press_library(i).len; i++)
		add(arena, &versions, press_library(i));
	for (size_t i = 0; (file = carried_at(i)); i++) {
		struct buf text = buf_new(arena, 0);

		if (!str_starts(file->path, STR("fonts/")))
			continue;
		buf_put(&text, file->path);
		buf_put(&text, STR(" sha256-"));
		digest_put(&text, digest_from_str(file->bytes));
		add(arena, &versions, buf_str(&text));
	}
	if (fonts && fonts->own)
		add_own(arena, &versions, fonts);
	return versions;
}

void versions_leave_own(struct versions *versions)
{
	while (versions->count &&
	       str_starts(versions->items[versions->count - 1], STR("creditor.fonts.")))
		versions->count--;
}

struct str versions_program(const struct versions *versions)
{
	struct str name = STR("collectgen ");

	return versions->count
		       ? str_slice(versions->items[0], name.len, versions->items[0].len)
		       : STR("");
}

/* The next quoted text of `line` from *at; false after the last. They hold no escapes. */
static bool next_text(struct str line, size_t *at, struct str *text)
{
	size_t from = str_index(line, '"', *at), end = str_index(line, '"', from + 1);

	*text = str_slice(line, from + 1, end);
	*at = end + 1;
	return end < line.len;
}

struct versions versions_from_manifest(struct arena *arena, struct str text)
{
	struct versions versions = {0};
	struct str line, item;

	if (!str_starts(text, STR(PROGRAM_START)))
		return versions;
	while (str_line(&text, &line)) {
		size_t at = sizeof LIBRARIES_START - 1;

		if (str_starts(line, STR(PROGRAM_START))) {
			at = sizeof PROGRAM_START - 2;
			if (next_text(line, &at, &item))
				add(arena, &versions,
				    str_format(arena, "collectgen %.*s", STR_ARG(item)));
		}
		if (!str_starts(line, STR(LIBRARIES_START)))
			continue;
		while (next_text(line, &at, &item))
			add(arena, &versions, item);
		break; /* the documents follow */
	}
	return versions;
}

static struct str name_of(struct str item)
{
	size_t end = 0;

	for (size_t at = str_index(item, ' ', 0); at < item.len;
	     at = str_index(item, ' ', at + 1))
		end = at;
	return str_slice(item, 0, end);
}

static const struct str *find(const struct versions *versions, struct str name)
{
	for (size_t i = 0; i < versions->count; i++)
		if (str_equal(name_of(versions->items[i]), name))
			return &versions->items[i];
	return NULL;
}

struct str versions_difference(struct arena *arena, const struct versions *then,
			       const struct versions *now)
{
	struct buf out = buf_new(arena, 0);

	for (size_t i = 0; i < then->count; i++) {
		const struct str *other = find(now, name_of(then->items[i]));

		if (other && str_equal(*other, then->items[i]))
			continue;
		buf_format(&out, "%s%.*s ", out.len ? ", " : "", STR_ARG(then->items[i]));
		if (other)
			buf_format(&out, "became %.*s", STR_ARG(*other));
		else
			buf_put(&out, STR("is no more"));
	}
	for (size_t i = 0; i < now->count; i++)
		if (!find(then, name_of(now->items[i])))
			buf_format(&out, "%s%.*s is new", out.len ? ", " : "",
				   STR_ARG(now->items[i]));
	return buf_str(&out);
}
