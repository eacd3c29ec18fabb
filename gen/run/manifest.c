#include "run/manifest.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/json.h"

#define LINE_START "  {\"path\": \""
#define SENT "sent"

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

/* Where the value of a key begins: inside a text, a quote has a backslash before it, so
 * that no text looks like a key. */
static size_t value_at(struct str line, struct str key)
{
	for (size_t at = str_index(line, '"', 0); at < line.len;
	     at = str_index(line, '"', at + 1)) {
		struct str rest = str_slice(line, at + 1, line.len);

		if (str_starts(rest, key) &&
		    str_starts(str_slice(rest, key.len, rest.len), STR("\": ")))
			return at + 1 + key.len + 3;
	}
	return line.len;
}

struct str manifest_member(struct str line, const char *key)
{
	size_t from = value_at(line, str_from_c(key)), end;
	bool is_text = from < line.len && line.at[from] == '"';

	from += is_text;
	for (end = from; end < line.len; end++) {
		char c = line.at[end];

		if (is_text ? c == '"' : c == ',' || c == '}')
			break;
		end += is_text && c == '\\';
	}
	struct str value = str_slice(line, from, end);
	return !is_text && str_equal(value, STR("null")) ? STR("") : value;
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
	struct str was = manifest_member(entry->line, SENT);

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

struct str manifest_text(struct manifest *manifest, const struct versions *versions,
			 date as_of)
{
	struct buf out = buf_new(manifest->arena, 0);
	struct json json = json_new(&out);

	if (manifest->count)
		qsort(manifest->entries, manifest->count, sizeof *manifest->entries,
		      by_path);
	buf_put(&out, STR("{\"collectgen\": "));
	json_str(&json, versions_program(versions));
	buf_put(&out, STR(",\n \"as_of\": \""));
	date_put(&out, as_of);
	buf_put(&out, STR("\",\n \"libraries\": "));
	json.more = false;
	json_open(&json, '[');
	for (size_t i = 1; i < versions->count; i++)
		json_str(&json, versions->items[i]);
	json_close(&json, ']');
	buf_put(&out, STR(",\n \"documents\": ["));
	for (size_t i = 0; i < manifest->count; i++) {
		buf_put(&out, i ? STR(",\n  ") : STR("\n  "));
		put_line(&out, &manifest->entries[i]);
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
