#include <criterion/criterion.h>

#include <string.h>

#include "ledger/ledger.h"

#define BASE \
	"creditor: {name: Us, address: Here, country: GB, payments_to: 2026-11-27}\n" \
	"defaults: {currency: GBP, terms: net 30, kind: business}\n"

/* How something is written, and the value it has, or the code of the one finding. */
struct shape {
	const char *written, *value, *code;
};

static struct arena *book;
static struct sources *sources;
static struct notices notices;

static void open_book(void)
{
	book = arena_new(0);
	sources = sources_new();
	notices = notices_new(book, sources);
}

static void close_book(void)
{
	arena_free(book);
	sources_free(sources);
}

static const struct ledger *read_text(const char *text)
{
	open_book();
	const struct source *source =
		source_from_bytes(sources, STR("shape.yaml"), str_from_c(text));
	return ledger_from_sources(book, sources, &source, 1,
				   date_from_civil(2026, 11, 30), &notices);
}

static void expect_code(const char *text, const char *code)
{
	cr_assert_not_null(notices.first, "%s: nothing was said", text);
	cr_assert_null(notices.first->next, "%s: more than one thing was said", text);
	cr_assert_str_eq(notice_code_name(notices.first->code), code, "%s", text);
}

static void expect_value(const char *text, struct str value, const char *wanted)
{
	if (notices.first)
		cr_assert_fail("%s: %.*s", text, STR_ARG(notices.first->text));
	cr_assert(str_equal(value, str_from_c(wanted)), "%s: '%.*s', not '%s'", text,
		  STR_ARG(value), wanted);
}

/* Each shape as the customer's address, behind `    address: `. */
static void check_addresses(const struct shape *shapes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		open_book();
		const char *text = str_c(
			book, str_format(book,
					 BASE "customers:\n  - id: acme\n    name: A\n"
					      "    address: %s\n",
					 shapes[i].written));
		struct arena *kept = book;
		sources_free(sources);
		const struct ledger *ledger = read_text(text);
		if (shapes[i].code)
			expect_code(text, shapes[i].code);
		else
			expect_value(text, ledger->customers[0]->address,
				     shapes[i].value);
		close_book();
		arena_free(kept);
	}
}

/* Each shape as a whole file: the first customer's name, or the finding. */
static void check_files(const struct shape *shapes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct ledger *ledger = read_text(shapes[i].written);
		if (shapes[i].code)
			expect_code(shapes[i].written, shapes[i].code);
		else
			expect_value(shapes[i].written, ledger->customers[0]->name,
				     shapes[i].value);
		close_book();
	}
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

Test(shapes, of_words_that_other_readers_change_stay_text)
{
	static const struct shape shapes[] = {
		{"no", "no", NULL},
		{"yes", "yes", NULL},
		{"on", "on", NULL},
		{"true", "true", NULL},
		{"null", "null", NULL},
		{"~", "~", NULL},
		{"010", "010", NULL},
		{"0o10", "0o10", NULL},
		{"0x10", "0x10", NULL},
		{"1_000", "1_000", NULL},
		{"12:30", "12:30", NULL},
		{"12:30:45", "12:30:45", NULL},
		{".inf", ".inf", NULL},
		{"-.inf", "-.inf", NULL},
		{".nan", ".nan", NULL},
		{"1e3", "1e3", NULL},
		{"2026-11-30", "2026-11-30", NULL},
		{"2026-11-30T00:00:00Z", "2026-11-30T00:00:00Z", NULL},
		{"=", "=", NULL},
		{"-Acme", "-Acme", NULL},
		{"?Acme", "?Acme", NULL},
		{":Acme", ":Acme", NULL},
	};
	check_addresses(shapes, COUNT(shapes));
}

Test(shapes, of_quotes_say_what_stands_in_them)
{
	static const struct shape shapes[] = {
		{"\"Acme\"", "Acme", NULL},
		{"'Acme''s'", "Acme's", NULL},
		{"\"Acme \\\"Tools\\\"\"", "Acme \"Tools\"", NULL},
		{"\"\\u00e9\"", "\xC3\xA9", NULL},
		{"\"e\\u0301\"", "\xC3\xA9", NULL},
		{"\"a\\nb\"", "a\nb", NULL},
		{"\"a\n      b\"", "a b", NULL},
		{"'a\n\n      b'", "a\nb", NULL},
		{"\"\\u200b\"", NULL, "hidden-escape"},
		{"\"\\u202e\"", NULL, "hidden-escape"},
		{"\"\\0\"", NULL, "hidden-escape"},
		{"\"\"", NULL, "value-empty"},
		{"\"Acme", NULL, "yaml-syntax"},
		{"'Acme' Ltd", NULL, "yaml-syntax"},
	};
	check_addresses(shapes, COUNT(shapes));
}

/* Line ends at the end are dropped whatever the chomping says: addresses have none. */
Test(shapes, of_blocks_keep_their_lines_and_lose_their_end)
{
	static const struct shape shapes[] = {
		{"|\n      a\n      b", "a\nb", NULL},
		{"|-\n      a\n      b", "a\nb", NULL},
		{"|+\n      a\n      b\n\n", "a\nb", NULL},
		{"|\n      a\n\n      b", "a\n\nb", NULL},
		{"|\n      a\n        b", "a\n  b", NULL},
		{"|2\n      a\n      b", "a\nb", NULL},
		{"|1-\n     a\n     b", "a\nb", NULL},
		{"|\n      a # b", "a # b", NULL},
		{">\n      a\n      b", "a b", NULL},
		{">-\n      a\n      b", "a b", NULL},
		{">+\n      a\n      b\n\n", "a b", NULL},
		{">\n      a\n\n      b", "a\nb", NULL},
		{"a\n      b", "a b", NULL},
		{"|", NULL, "value-empty"},
		{"|0\n      a", NULL, "yaml-syntax"},
		{"|x\n      a", NULL, "yaml-syntax"},
	};
	check_addresses(shapes, COUNT(shapes));
}

Test(shapes, that_say_one_thing_and_mean_another_are_refused)
{
	static const struct shape shapes[] = {
		{"&a Acme", NULL, "yaml-anchor"},
		{"*a", NULL, "yaml-alias"},
		{"!!str Acme", NULL, "yaml-tag"},
		{"!!binary QWNtZQ==", NULL, "yaml-tag"},
		{"!local Acme", NULL, "yaml-tag"},
		{"!<tag:yaml.org,2002:str> Acme", NULL, "yaml-tag"},
		{"! Acme", NULL, "yaml-tag"},
		{"%Acme", NULL, "yaml-syntax"},
		{"@Acme", NULL, "yaml-syntax"},
		{"`Acme", NULL, "yaml-syntax"},
		{"Acme: Ltd", NULL, "yaml-syntax"},
		{"[Acme]", NULL, "value-shape"},
		{"{a: b}", NULL, "value-shape"},
		{"", NULL, "value-empty"},
		{"Acme #1", "Acme", "comment-close"},
	};
	check_addresses(shapes, COUNT(shapes));
}

Test(shapes, of_files_that_are_one_mapping_are_read)
{
	static const struct shape shapes[] = {
		{BASE "customers:\n- id: a\n  name: N\n  address: T\n", "N", NULL},
		{BASE "customers:\n       -   id: a\n           name: N\n"
		      "           address: T\n",
		 "N", NULL},
		{BASE "customers: [{id: a, name: N, address: T}]\n", "N", NULL},
		{BASE "customers: [{id: a, name: N, address: T,},]\n", "N", NULL},
		{BASE "customers: [\n  {id: a,\n   name: N, # a comment\n"
		      "   address: T}\n]\n",
		 "N", NULL},
		{BASE "\"customers\": [{\"id\":\"a\",\"name\":\"N\",\"address\":\"T\"}]",
		 "N", NULL},
		{BASE "customers:\n  - ? id\n    : a\n    name: N\n    address: T\n", "N",
		 NULL},
		{"---\n" BASE "customers: [{id: a, name: N, address: T}]\n...\n", "N",
		 NULL},
		{"\xEF\xBB\xBF" BASE "customers: [{id: a, name: N, address: T}]\n", "N",
		 NULL},
		{BASE "customers: [{id: a, name: N, address: T}]", "N", NULL},
		{BASE "customers:\r\n- id: a\r\n  name: N\r\n  address: T\r\n", "N",
		 NULL},
	};
	check_files(shapes, COUNT(shapes));
}

Test(shapes, of_files_that_are_anything_else_are_refused_once)
{
	static const struct shape shapes[] = {
		{BASE "---\npayments:\n", NULL, "yaml-documents"},
		{BASE "...\n---\npayments:\n", NULL, "yaml-documents"},
		{"%YAML 1.1\n---\n" BASE, NULL, "yaml-directive"},
		{"%TAG ! tag:x,2026:\n---\n" BASE, NULL, "yaml-directive"},
		{"- a\n", NULL, "yaml-root"},
		{"just text\n", NULL, "yaml-root"},
		{BASE "? [a, b]\n: c\n", NULL, "yaml-key"},
		{BASE "? {a: b}\n: c\n", NULL, "yaml-key"},
		{BASE "? |\n  customers\n: c\n", NULL, "yaml-key"},
		{BASE ": c\n", NULL, "yaml-syntax"},
		{BASE "&a customers: []\n", NULL, "yaml-anchor"},
		{BASE "!x customers: []\n", NULL, "yaml-tag"},
		{BASE "customers: !!seq []\n", NULL, "yaml-tag"},
		{BASE "customers: []\ncustomers: []\n", NULL, "duplicate-key"},
		{BASE "customers:\n  - <<: {id: a}\n    name: N\n    address: T\n", NULL,
		 "yaml-merge"},
		{BASE "customers:\n  - id: a\n    name: N\n   address: T\n", NULL,
		 "yaml-syntax"},
		{BASE "customers:\n  - id: a\n\tname: N\n", NULL, "tab-indent"},
		{BASE "customers: {}\n", NULL, "value-shape"},
		{BASE "customers: ~\n", NULL, "value-shape"},
		{BASE "customers:\n  -\n", NULL, "value-shape"},
		{BASE "customers:\n  - - id: a\n", NULL, "value-shape"},
		{BASE "~: x\n", NULL, "section-unknown"},
	};
	check_files(shapes, COUNT(shapes));
}
