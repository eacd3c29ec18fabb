#include "run/manifest.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/json.h"

#define LINE_START "  {\"path\": \""

struct manifest manifest_new(struct arena *arena)
{
	return (struct manifest){.arena = arena};
}

struct manifest_entry *manifest_add(struct manifest *manifest)
{
	if (manifest->count == manifest->room) {
		size_t room = manifest->room ? manifest->room * 2 : 64;

		manifest->entries =
			arena_grow(manifest->arena, manifest->entries, manifest->room,
				   room, sizeof *manifest->entries);
		manifest->room = room;
	}
	return &manifest->entries[manifest->count++];
}

static int by_path(const void *a, const void *b)
{
	const struct manifest_entry *x = a, *y = b;

	return str_compare(x->path, y->path);
}

static void put_digest(struct json *json, const char *key, struct digest digest)
{
	char text[80];
	struct buf hex = {.at = text, .room = sizeof text, .limit = sizeof text};

	json_key(json, key);
	digest_put(&hex, digest);
	json_str(json, buf_str(&hex));
}

static void put_text(struct json *json, const char *key, struct str text)
{
	json_key(json, key);
	if (text.len)
		json_str(json, text);
	else
		json_raw(json, STR("null"));
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
	put_text(&json, "kind", entry->kind);
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
	json_close(&json, '}');
}

struct str manifest_text(struct manifest *manifest, struct str version, date as_of,
			 const struct str *libraries, size_t nlibraries)
{
	struct buf out = buf_new(manifest->arena, 0);
	struct json json = json_new(&out);

	qsort(manifest->entries, manifest->count, sizeof *manifest->entries, by_path);
	buf_put(&out, STR("{\"collectgen\": "));
	json_str(&json, version);
	buf_put(&out, STR(",\n \"as_of\": \""));
	date_put(&out, as_of);
	buf_put(&out, STR("\",\n \"libraries\": "));
	json.more = false;
	json_open(&json, '[');
	for (size_t i = 0; i < nlibraries; i++)
		json_str(&json, libraries[i]);
	json_close(&json, ']');
	buf_put(&out, STR(",\n \"documents\": ["));
	for (size_t i = 0; i < manifest->count; i++) {
		buf_put(&out, i ? STR(",\n  ") : STR("\n  "));
		if (manifest->entries[i].line.len)
			buf_put(&out, manifest->entries[i].line);
		else
			put_entry(&out, &manifest->entries[i]);
	}
	buf_put(&out, STR("\n ]}\n"));
	return buf_str(&out);
}

struct map manifest_read(struct arena *arena, struct str text)
{
	struct map map = map_new(arena);
	struct str line;

	while (str_line(&text, &line)) {
		size_t from = sizeof LINE_START - 1, end;
		struct str *kept;

		if (!str_starts(line, STR(LINE_START)))
			continue;
		end = str_index(line, '"', from);
		if (str_ends(line, STR(",")))
			line.len--;
		kept = ARENA_NEW(arena, struct str);
		*kept = str_slice(line, 2, line.len);
		*map_at(&map, str_slice(line, from, end)) = kept;
	}
	return map;
}
