#include "run/manifest.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/json.h"
#include "run/roll.h"

#define SENT "sent"
#define PIECE ((size_t)64 << 10) /* written at once */

struct manifest manifest_new(struct arena *arena)
{
	return (struct manifest){.arena = arena};
}

void manifest_add_file(struct manifest *manifest, struct manifest_file file)
{
	if (manifest->nfiles == manifest->files_room) {
		size_t room = manifest->files_room ? manifest->files_room * 2 : 16;

		manifest->files =
			arena_grow(manifest->arena, manifest->files, manifest->files_room,
				   room, sizeof *manifest->files);
		manifest->files_room = room;
	}
	manifest->files[manifest->nfiles++] = file;
}

void manifest_add(struct manifest *manifest, struct manifest_entry *entry)
{
	if (manifest->count == manifest->room) {
		size_t room = manifest->room ? manifest->room * 2 : 64;

		manifest->entries =
			arena_grow(manifest->arena, manifest->entries, manifest->room,
				   room, sizeof *manifest->entries);
		manifest->room = room;
	}
	manifest->entries[manifest->count++] = entry;
}

struct str manifest_kind(const struct manifest_entry *entry)
{
	return entry->stage.len ? STR("letter") : STR("statement");
}

static void put_text(struct json *json, const char *key, struct str text)
{
	json_key(json, key);
	if (text.len)
		json_str(json, text);
	else
		json_raw(json, STR("null"));
}

/* All zero stands for none: what nobody can rely on. */
static void put_digest(struct json *json, const char *key, struct digest digest)
{
	static const struct digest none;
	char text[80];
	struct buf hex = {.at = text, .room = sizeof text, .limit = sizeof text};

	if (!digest_equal(digest, none))
		digest_put(&hex, digest);
	put_text(json, key, buf_str(&hex));
}

static void put_count(struct json *json, const char *key, size_t count)
{
	char text[24];
	struct buf digits = {.at = text, .room = sizeof text, .limit = sizeof text};

	buf_int(&digits, (int64_t)count);
	json_key(json, key);
	json_raw(json, buf_str(&digits));
}

static void put_money(struct json *json, const char *key, money amount,
		      const struct currency *currency)
{
	char text[32];
	struct buf digits = {.at = text, .room = sizeof text, .limit = sizeof text};

	money_put(&digits, amount, currency->decimals);
	json_key(json, key);
	json_str(json, buf_str(&digits));
}

static void put_date(struct json *json, const char *key, date day)
{
	char text[16];
	struct buf digits = {.at = text, .room = sizeof text, .limit = sizeof text};

	if (day != DATE_NONE)
		date_put(&digits, day);
	put_text(json, key, buf_str(&digits));
}

static void put_entry(struct buf *out, const struct manifest_entry *entry)
{
	struct json json = json_new(out);
	bool letter = entry->stage.len > 0;

	json_open(&json, '{');
	put_text(&json, "path", entry->path);
	put_text(&json, "customer", entry->customer);
	put_text(&json, "kind", manifest_kind(entry));
	put_text(&json, "currency", str_from_c(entry->currency->code));
	put_text(&json, "stage", entry->stage);
	put_text(&json, "policy", entry->policy);
	put_money(&json, letter ? "demand" : "balance", entry->demand, entry->currency);
	put_date(&json, "pay_by", entry->pay_by);
	put_count(&json, "pages", entry->pages);
	put_count(&json, "bytes", entry->bytes);
	put_digest(&json, "sha256", entry->digest);
	put_text(&json, "template", entry->template);
	put_text(&json, "locale", entry->locale);
	put_digest(&json, "inputs", entry->inputs);
	put_digest(&json, "ground", entry->ground);
	if (letter) {
		json_key(&json, SENT);
		json_raw(&json, entry->sent ? STR("true") : STR("false"));
	}
	json_close(&json, '}');
}

/* A carried line stands as it stood, but what was logged since, or taken back, is told.
 */
static void put_carried(struct buf *out, const struct manifest_entry *entry)
{
	struct str was = roll_member(entry->line, SENT);

	if (!was.len) {
		buf_put(out, entry->line);
		return;
	}
	size_t from = (size_t)(was.at - entry->line.at);
	buf_put(out, str_slice(entry->line, 0, from));
	buf_put(out, entry->sent ? STR("true") : STR("false"));
	buf_put(out, str_slice(entry->line, from + was.len, entry->line.len));
}

static void put_line(struct buf *out, const struct manifest_entry *entry)
{
	if (entry->line.len)
		put_carried(out, entry);
	else
		put_entry(out, entry);
}

struct str manifest_line(struct arena *arena, const struct manifest_entry *entry)
{
	struct buf out = buf_new(arena, 0);

	put_line(&out, entry);
	return buf_str(&out);
}

/* ---- the whole, in pieces ---- */

static void put_list(struct json *json, const struct str *items, size_t count)
{
	json_open(json, '[');
	for (size_t i = 0; i < count; i++)
		json_str(json, items[i]);
	json_close(json, ']');
}

static void put_head(struct buf *out, const struct manifest *manifest,
		     const struct versions *versions, date as_of)
{
	struct json json = json_new(out);

	buf_put(out, STR("{\"collectgen\": "));
	json_str(&json, versions_program(versions));
	buf_put(out, STR(",\n \"as_of\": \""));
	date_put(out, as_of);
	buf_put(out, STR("\",\n \"libraries\": "));
	json.more = false;
	put_list(&json, versions->items + 1, versions->count ? versions->count - 1 : 0);
	buf_put(out, STR(",\n "));
	json.more = false;
	put_digest(&json, "inputs", manifest->inputs);
	buf_put(out, STR(",\n \"others\": "));
	json.more = false;
	put_list(&json, manifest->others, manifest->nothers);
	buf_put(out, STR(",\n \"documents\": ["));
}

static void put_file(struct buf *out, const struct manifest_file *file)
{
	struct json json = json_new(out);

	json_open(&json, '{');
	put_text(&json, "file", file->path);
	put_count(&json, "bytes", file->bytes);
	put_digest(&json, "sha256", file->digest);
	put_digest(&json, "inputs", file->inputs);
	json_close(&json, '}');
}

/* What has been written, and a digest of it. */
struct sealing {
	const struct manifest_sink *sink;
	struct digesting digesting;
};

static bool hand_over(struct sealing *sealing, struct str piece)
{
	digest_add(&sealing->digesting, piece);
	return sealing->sink->put(sealing->sink->data, piece);
}

static bool put_documents(struct manifest *manifest, struct buf *out,
			  struct sealing *sealing)
{
	struct arena_mark mark = arena_mark(out->arena);

	for (size_t i = 0; i < manifest->count; i++) {
		buf_put(out, i ? STR(",\n  ") : STR("\n  "));
		put_line(out, manifest->entries[i]);
		if (out->len < PIECE)
			continue;
		if (!hand_over(sealing, buf_str(out)))
			return false;
		arena_rewind(out->arena, mark);
		*out = buf_new(out->arena, 0);
	}
	return true;
}

static void put_files(struct buf *out, const struct manifest *manifest)
{
	buf_put(out, STR("\n ],\n \"files\": ["));
	for (size_t i = 0; i < manifest->nfiles; i++) {
		buf_put(out, i ? STR(",\n  ") : STR("\n  "));
		put_file(out, &manifest->files[i]);
	}
	buf_put(out, STR("\n ],\n"));
}

static bool put_seal(struct arena *scratch, struct sealing *sealing)
{
	struct buf out = buf_new(scratch, 0);

	buf_put(&out, STR(ROLL_SEAL));
	digest_put(&out, digest_end(&sealing->digesting));
	buf_put(&out, STR("\"}\n"));
	return sealing->sink->put(sealing->sink->data, buf_str(&out));
}

static int by_path(const void *a, const void *b)
{
	const struct manifest_entry *const *x = a, *const *y = b;

	return str_compare((*x)->path, (*y)->path);
}

static int by_file(const void *a, const void *b)
{
	const struct manifest_file *x = a, *y = b;

	return str_compare(x->path, y->path);
}

bool manifest_write(struct manifest *manifest, const struct versions *versions,
		    date as_of, const struct manifest_sink *sink)
{
	struct arena *scratch = arena_new(0);
	struct buf out = buf_new(scratch, 0);

	if (manifest->count)
		qsort(manifest->entries, manifest->count, sizeof *manifest->entries,
		      by_path);
	if (manifest->nfiles)
		qsort(manifest->files, manifest->nfiles, sizeof *manifest->files,
		      by_file);
	struct sealing sealing = {.sink = sink};
	digest_begin(&sealing.digesting);
	put_head(&out, manifest, versions, as_of);
	bool done = put_documents(manifest, &out, &sealing);
	if (done) {
		put_files(&out, manifest);
		done = hand_over(&sealing, buf_str(&out)) && put_seal(scratch, &sealing);
	}
	arena_free(scratch);
	return done;
}

static bool append(void *data, struct str piece)
{
	buf_put(data, piece);
	return true;
}

struct str manifest_text(struct manifest *manifest, const struct versions *versions,
			 date as_of)
{
	struct buf out = buf_new(manifest->arena, 0);
	struct manifest_sink sink = {append, &out};

	manifest_write(manifest, versions, as_of, &sink);
	return buf_str(&out);
}
