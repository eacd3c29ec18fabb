/* Whatever a value says is printed as it stands: it never becomes markup, a cell's end, a
 * link or a new line. Every built-in letter is filled once with harmless values and once
 * with hostile ones: both make the same tree of blocks, and the second has what the
 * values say, to the letter. */
#include <criterion/criterion.h>

#include "base/carried.h"
#include "letter/front.h"
#include "letter/names.h"
#include "letter/template.h"
#include "text/markdown.h"

static const char *const hostile[] = {
	"| **x** [y](z) # <b>",
	"a | b",
	"|",
	"\\",
	"x\\",
	"\\|",
	"**bold**",
	"*",
	"**",
	"_under_ __score__",
	"`code`",
	"``",
	"~~gone~~",
	"# heading",
	"#",
	"## ",
	"- item",
	"+ item",
	"1. item",
	"1) item",
	"> quote",
	"---",
	"===",
	"***",
	"```",
	"~~~",
	"[y](z)",
	"[y](<z>)",
	"![image](z.png)",
	"[ref]: http://evil.example",
	"<b>",
	"</b>",
	"<script>alert(1)</script>",
	"<!-- comment -->",
	"<http://evil.example>",
	"<mail@evil.example>",
	"http://evil.example",
	"www.evil.example",
	"mail@evil.example",
	"&amp;",
	"&#124;",
	"&lt;b&gt;",
	"&",
	"{{demand}}",
	"{{{demand}}}",
	"{{#invoices}}",
	"{{/invoices}}",
	"{{>payment}}",
	"{{=<% %>=}}",
	"}}",
	" leading",
	"trailing ",
	"two  blanks",
	"    four blanks",
	"\xC2\xA0hard\xC2\xA0",
	"\"quoted\" 'single'",
	"$1 %s %n ${x} $(id)",
	"100% (or so) !",
	"a:b:c",
	"|---|---|",
	":-:",
	"|a|b|\\",
	"x](<y>) [z",
	"a>)b",
	"(((((",
	"]]]]]",
	"Łódź Ω Ж €",
	"O'Brien & Sons <Ltd.> \"Co\"",
	"=cmd|' /C calc'!A0",
	"../../etc/passwd",
	"NULL",
	"undefined",
	"-1",
	"1e9",
};

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct templates templates;
};

static struct bench set_up(void)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	bench.templates = (struct templates){
		.arena = bench.arena,
		.sources = bench.sources,
		.folder = STR(""),
		.locales = map_new(bench.arena),
		.files = map_new(bench.arena),
	};
	return bench;
}

static void tear_down(struct bench *bench)
{
	sources_free(bench->sources);
	arena_free(bench->arena);
}

/* Every text of the view says that. Truths and the other forms' kinds stay. */
static void say(struct value *value, struct str text)
{
	if (value->kind == VALUE_TEXT || (value->kind == VALUE_RECORD && value->text.len))
		value->text = text;
	for (struct value *item = value->first; item; item = item->next)
		say(item, text);
	for (struct value_field *f = value->fields; f; f = f->next)
		if (!str_equal(f->name, STR("words")))
			say(f->value, text);
}

/* ---- what a text becomes ---- */

static void put_runs(struct buf *shape, struct buf *words, const struct run *runs)
{
	char last = 0;
	for (const struct run *run = runs; run; run = run->next) {
		char look = (char)('a' + (char)run->style + (run->link.len ? 8 : 0));
		if (run->text.len && look != last)
			buf_byte(shape, look);
		last = run->text.len ? look : last;
		buf_put(shape, run->breaks ? STR("/") : STR(""));
		buf_put(words, run->text);
	}
	buf_byte(words, '\n');
}

static void put_parts(struct buf *shape, struct buf *words, const struct part *parts)
{
	for (const struct part *part = parts; part; part = part->next) {
		buf_format(shape, "(%d.%u.%zu", (int)part->kind, part->level,
			   part->columns);
		put_runs(shape, words, part->runs);
		put_parts(shape, words, part->first);
		buf_byte(shape, ')');
	}
}

struct made {
	struct str shape, words;
};

static struct made make(struct bench *bench, const struct template *template,
			struct str text)
{
	struct arena *arena = bench->arena;
	const struct locale *locale = template_locale(&bench->templates, STR("en-GB"));
	struct value *view = name_specimen(arena, locale->words);
	struct mustache_options options = {ESCAPE_MARKDOWN, false};
	struct buf shape = buf_new(arena, 0), words = buf_new(arena, 0);
	say(view, text);
	struct rendered body =
		mustache_render(arena, template->body, view, options, &bench->notices);
	put_parts(&shape, &words, markdown_parse(arena, &body, &bench->notices));
	return (struct made){buf_str(&shape), buf_str(&words)};
}

static size_t times(struct str text, struct str part)
{
	size_t count = 0;
	for (size_t at = 0; at + part.len <= text.len; at++)
		count += str_starts(str_slice(text, at, text.len), part);
	return count;
}

/* A mark that no template holds says how often values are printed at all. */
static void expect_as_written(struct bench *bench, const struct template *template)
{
	struct str mark = STR("QXZ");
	struct made plain = make(bench, template, mark);
	size_t printed = times(plain.words, mark);
	cr_assert_gt(printed, 2, "%.*s", STR_ARG(template->path));
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		struct arena_mark memory = arena_mark(bench->arena);
		struct str text = str_from_c(hostile[i]);
		struct made page = make(bench, template, text);
		cr_expect(str_equal(page.shape, plain.shape),
			  "%.*s: '%s' makes another page", STR_ARG(template->path),
			  hostile[i]);
		cr_expect_geq(times(page.words, text), printed,
			      "%.*s: '%s' is printed otherwise", STR_ARG(template->path),
			      hostile[i]);
		arena_rewind(bench->arena, memory);
	}
}

/* "letters/de/reminder-1.md" → de and reminder-1; false for a partial. */
static bool letter_of(struct str path, struct str *tag, struct str *letter)
{
	struct str folder = STR("letters/");
	if (!str_starts(path, folder))
		return false;
	size_t slash = str_index(path, '/', folder.len);
	*tag = str_slice(path, folder.len, slash);
	*letter = str_slice(path, slash + 1, path.len - STR(".md").len);
	return str_index(*letter, '/', 0) == letter->len;
}

Test(hostile, values_are_printed_as_they_stand_in_every_letter)
{
	struct bench bench = set_up();
	struct span nowhere = {0, 0};
	const struct carried *file;
	size_t tried = 0;
	cr_assert(template_prepare_locale(&bench.templates, STR("en-GB"), nowhere,
					  &bench.notices));
	for (size_t i = 0; (file = carried_at(i)); i++) {
		struct str tag, letter;
		if (!letter_of(file->path, &tag, &letter))
			continue;
		const struct template *template = template_prepare(
			&bench.templates, tag, letter, nowhere, &bench.notices);
		cr_assert(template, "%.*s", STR_ARG(file->path));
		expect_as_written(&bench, template);
		tried++;
	}
	cr_expect_geq(tried, 42);
	cr_expect_eq(bench.notices.errors, 0);
	if (bench.notices.errors)
		notices_print(&bench.notices, stderr, false);
	tear_down(&bench);
}
