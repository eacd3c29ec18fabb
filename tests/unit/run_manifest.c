#include <criterion/criterion.h>

#include "base/arena.h"
#include "run/manifest.h"
#include "run/roll.h"

static void add(struct manifest *manifest, struct str path, money demand)
{
	struct manifest_entry *entry = ARENA_NEW(manifest->arena, struct manifest_entry);

	*entry = (struct manifest_entry){
		.path = path,
		.customer = STR("acme"),
		.stage = STR("reminder-1"),
		.policy = STR("plain"),
		.currency = currency_find(STR("GBP")),
		.demand = demand,
		.pay_by = DATE_NONE,
		.pages = 1,
		.bytes = 10,
	};
	manifest_add(manifest, entry);
}

Test(manifest, is_sorted_by_path_and_keeps_a_carried_line)
{
	struct arena *arena = arena_new(0);
	struct manifest first = manifest_new(arena), second = manifest_new(arena);
	struct str items[] = {STR("collectgen 1.0.0"), STR("libharu 2.3.0")};
	struct versions versions = {items, 2};
	struct str text, again;
	struct map read;

	add(&first, STR("letters/b/x.pdf"), 200);
	add(&first, STR("letters/a/x.pdf"), 100);
	text = manifest_text(&first, &versions, date_from_civil(2026, 11, 30));
	read = roll_documents(arena, text);
	cr_assert_eq(read.count, 2);
	cr_assert(str_equal(read.entries[0].key, STR("letters/a/x.pdf")));
	for (size_t i = 0; i < read.count; i++) {
		struct manifest_entry *entry = ARENA_NEW(arena, struct manifest_entry);

		entry->path = read.entries[i].key;
		entry->line = *(struct str *)read.entries[i].value;
		manifest_add(&second, entry);
	}
	again = manifest_text(&second, &versions, date_from_civil(2026, 11, 30));
	cr_assert(str_equal(text, again), "%.*s", STR_ARG(again));
	arena_free(arena);
}

Test(manifest, reads_nothing_from_what_is_not_one)
{
	struct arena *arena = arena_new(0);

	cr_assert_eq(roll_documents(arena, STR("")).count, 0);
	cr_assert_eq(roll_documents(arena, STR("{\"path\": \"x\"}\nhello\n")).count, 0);
	arena_free(arena);
}

Test(manifest, reads_a_member_and_is_not_deceived_by_a_text)
{
	struct str line =
		STR("{\"path\": \"a\\\"sha256\\\": \\\"x\", \"sha256\": \"00\", "
		    "\"pay_by\": null, \"pages\": 2, \"sent\": true}");

	cr_assert(str_equal(roll_member(line, "sha256"), STR("00")));
	cr_assert(str_equal(roll_member(line, "path"), STR("a\\\"sha256\\\": \\\"x")));
	cr_assert(str_equal(roll_member(line, "pages"), STR("2")));
	cr_assert(str_equal(roll_member(line, "sent"), STR("true")));
	cr_assert_eq(roll_member(line, "pay_by").len, 0);
	cr_assert_eq(roll_member(line, "demand").len, 0);
	cr_assert_eq(roll_member(STR(""), "path").len, 0);
}

Test(manifest, tells_of_a_carried_letter_whether_it_was_sent_since)
{
	struct arena *arena = arena_new(0);
	struct manifest_entry entry = {.line = STR("{\"path\": \"x\", \"sent\": false}")};

	cr_assert(str_equal(manifest_line(arena, &entry), entry.line));
	entry.sent = true;
	cr_assert(str_equal(manifest_line(arena, &entry),
			    STR("{\"path\": \"x\", \"sent\": true}")));
	entry.line = STR("{\"path\": \"statements/x.pdf\"}");
	cr_assert(str_equal(manifest_line(arena, &entry), entry.line));
	arena_free(arena);
}
