/* Every limit of base/limits.h that a test can afford, just reached and just passed.
 * Files in a ledger and the largest file are in tests/scale.sh, nesting in diag_yaml.c,
 * findings in diag_notice.c, pages in page_sheet.c, glyphs in glyphs in press_admit.c,
 * the bytes of a font in tests/fonts.sh, those of a code in press_qr.c, of a memo in
 * base_memo.c. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "diag/yaml.h"
#include "letter/logo.h"
#include "press/deflate.h"
#include "press/image.h"
#include "text/markdown.h"
#include "text/mustache.h"
#include "text/sample.h"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	unsigned depth; /* partials that there are */
};

static struct bench set_up(void)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	return bench;
}

static void tear_down(struct bench *bench)
{
	sources_free(bench->sources);
	arena_free(bench->arena);
}

/* Nothing was found, or this alone. */
static void expect(const struct bench *bench, bool reached, enum notice_code code)
{
	cr_assert_eq(bench->notices.errors, reached, "%zu errors", bench->notices.errors);
	if (reached)
		cr_assert_eq(bench->notices.first->code, code, "%s",
			     notice_code_name(bench->notices.first->code));
}

static void read_text(size_t len, bool reached)
{
	struct bench bench = set_up();
	struct buf buf = buf_new(bench.arena, 0);
	buf_put(&buf, STR("note: "));
	buf_fill(&buf, 'x', len);
	const struct source *source =
		source_from_bytes(bench.sources, STR("view.yaml"), buf_str(&buf));
	sample_read(bench.arena, source, &bench.notices);
	expect(&bench, reached, NOTICE_YAML_LONG);
	tear_down(&bench);
}

Test(limits, text_of_a_ledger)
{
	read_text(LIMIT_TEXT_BYTES, false);
	read_text(LIMIT_TEXT_BYTES + 1, true);
}

static const struct source *no_partial(const struct partials *self, struct str name)
{
	(void)self;
	(void)name;
	return NULL;
}

/* The partial "p7" holds the partial "p8", and so on; the last one nothing. */
static const struct source *next_partial(const struct partials *self, struct str name)
{
	const struct bench *bench = self->data;
	unsigned number = (unsigned)strtoul(name.at + 1, NULL, 10);
	struct str text = number == bench->depth
				  ? STR("end")
				  : str_format(bench->arena, "{{>p%u}}", number + 1);
	return source_from_bytes(bench->sources, name, text);
}

static struct rendered render(struct bench *bench, struct str text, struct str view,
			      const struct partials *partials)
{
	const struct source *source =
		source_from_bytes(bench->sources, STR("letter.md"), text);
	const struct source *values =
		source_from_bytes(bench->sources, STR("view.yaml"), view);
	struct mustache *mustache =
		mustache_parse(bench->arena, source, 0, partials, &bench->notices);
	struct value *value = sample_read(bench->arena, values, &bench->notices);
	cr_assert_not_null(mustache);
	return mustache_render(bench->arena, mustache, value,
			       (struct mustache_options){ESCAPE_NONE, true},
			       &bench->notices);
}

static void render_bytes(size_t len, bool reached)
{
	struct bench bench = set_up();
	const struct partials none = {.find = no_partial};
	struct buf buf = buf_new(bench.arena, 0);
	buf_fill(&buf, 'x', len);
	struct rendered got = render(&bench, buf_str(&buf), STR("a: b"), &none);
	cr_assert_leq(got.text.len, LIMIT_RENDERED_BYTES);
	expect(&bench, reached, NOTICE_RENDERED_LARGE);
	tear_down(&bench);
}

Test(limits, text_of_a_letter)
{
	render_bytes(LIMIT_RENDERED_BYTES, false);
	render_bytes(LIMIT_RENDERED_BYTES + 1, true);
}

static void render_partials(unsigned depth, bool reached)
{
	struct bench bench = set_up();
	const struct partials chain = {.find = next_partial, .data = &bench};
	bench.depth = depth;
	render(&bench, STR("{{>p1}}"), STR("a: b"), &chain);
	expect(&bench, reached, NOTICE_PARTIAL_DEEP);
	tear_down(&bench);
}

Test(limits, partials_in_partials)
{
	render_partials(LIMIT_PARTIAL_DEPTH, false);
	render_partials(LIMIT_PARTIAL_DEPTH + 1, true);
}

/* `items` things in a list, `tags` empty comments a thing: a step each, and one more for
 * the thing and for the section. */
static void render_steps(unsigned outer, unsigned inner, bool reached)
{
	struct bench bench = set_up();
	const struct partials none = {.find = no_partial};
	struct buf view = buf_new(bench.arena, 0);
	buf_put(&view, STR("a: ["));
	for (unsigned i = 0; i < outer; i++)
		buf_put(&view, STR("1,"));
	buf_put(&view, STR("]\nb: ["));
	for (unsigned i = 0; i < inner; i++)
		buf_put(&view, STR("1,"));
	buf_put(&view, STR("]\n"));
	render(&bench, STR("{{#a}}{{#b}}{{/b}}{{/a}}"), buf_str(&view), &none);
	expect(&bench, reached, NOTICE_TEMPLATE_ENDLESS);
	tear_down(&bench);
}

/* Steps: 1 for {{#a}}, and for each of its items 1, 1 for {{#b}} and one each of its. */
Test(limits, tags_followed)
{
	cr_assert_eq(1 + 3999 * (2 + 998), LIMIT_TEMPLATE_STEPS - 999);
	render_steps(3999, 998, false);
	render_steps(4000, 998, true);
}

static void set_cells(size_t rows, bool reached)
{
	struct bench bench = set_up();
	struct buf buf = buf_new(bench.arena, 0);
	buf_put(&buf,
		STR("|a|b|c|d|e|f|g|h|i|j|\n|---|---|---|---|---|---|---|---|---|---|\n"));
	for (size_t i = 1; i < rows; i++)
		buf_put(&buf, STR("|x\n"));
	struct rendered rendered = {.text = buf_str(&buf)};
	markdown_parse(bench.arena, &rendered, &bench.notices);
	expect(&bench, reached, NOTICE_MARKDOWN_REFUSED);
	tear_down(&bench);
}

Test(limits, cells_of_tables)
{
	set_cells(LIMIT_TABLE_CELLS / 10, false);
	set_cells(LIMIT_TABLE_CELLS / 10 + 1, true);
}

/* ---- keys ---- */

static void read_keys(unsigned count, bool reached)
{
	struct bench bench = set_up();
	struct buf buf = buf_new(bench.arena, 0);
	for (unsigned i = 0; i < count; i++)
		buf_format(&buf, "k%u: 1\n", i);
	const struct source *source =
		source_from_bytes(bench.sources, STR("view.yaml"), buf_str(&buf));
	sample_read(bench.arena, source, &bench.notices);
	expect(&bench, reached, NOTICE_YAML_KEYS);
	tear_down(&bench);
}

Test(limits, keys_of_a_mapping)
{
	read_keys(LIMIT_KEYS, false);
	read_keys(LIMIT_KEYS + 1, true);
}

/* ---- pictures ---- */

static void put_long(struct buf *buf, uint32_t value)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_byte(buf, (char)(value >> shift));
}

/* CRC-32, bit by bit. */
static uint32_t sum(struct str bytes)
{
	uint32_t crc = 0xFFFFFFFF;
	for (size_t i = 0; i < bytes.len; i++) {
		crc ^= (unsigned char)bytes.at[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc & 1 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
	}
	return ~crc;
}

static void put_chunk(struct buf *buf, struct str name, struct str bytes)
{
	size_t from = buf->len + 4;
	put_long(buf, (uint32_t)bytes.len);
	buf_put(buf, name);
	buf_put(buf, bytes);
	put_long(buf, sum(str_slice(buf_str(buf), from, buf->len)));
}

/* A grey PNG with so many bytes in a chunk that nobody reads. */
static struct str png(struct arena *arena, uint32_t width, uint32_t height, size_t filler)
{
	struct deflate *deflate = deflate_open(arena);
	struct buf rows = buf_new(arena, 0), head = buf_new(arena, 0),
		   rest = buf_new(arena, 0), out = buf_new(arena, 0);
	buf_fill(&rows, 0, (size_t)(width + 1) * height);
	buf_fill(&rest, 'x', filler);
	put_long(&head, width);
	put_long(&head, height);
	buf_put(&head, STR("\x08\0\0\0\0"));
	buf_put(&out, STR("\x89PNG\r\n\x1A\n"));
	put_chunk(&out, STR("IHDR"), buf_str(&head));
	put_chunk(&out, STR("fiLl"), buf_str(&rest));
	put_chunk(&out, STR("IDAT"),
		  deflate_pack(arena, deflate, EFFORT_PAGE, buf_str(&rows)));
	put_chunk(&out, STR("IEND"), STR(""));
	deflate_close(deflate);
	return buf_str(&out);
}

/* A JPEG is not unpacked: its frame says how large it is. */
static struct str jpeg(struct arena *arena, unsigned width, unsigned height)
{
	struct buf out = buf_new(arena, 0);
	buf_put(&out, STR("\xFF\xD8\xFF\xC0\x00\x0B\x08"));
	put_long(&out, height << 16 | width);
	buf_put(&out, STR("\x01\x01\x11\x00\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00"
			  "x\xFF\xD9"));
	return buf_str(&out);
}

Test(limits, pixels_of_a_picture)
{
	struct bench bench = set_up();
	struct str fault;
	cr_assert_eq(2000 * 2000, LIMIT_LOGO_PIXELS);
	cr_assert_not_null(
		image_read(bench.arena, png(bench.arena, 2000, 2000, 0), &fault));
	cr_assert_null(image_read(bench.arena, png(bench.arena, 2000, 2001, 0), &fault));
	cr_assert(str_ends(fault, STR("pixels")), "%.*s", STR_ARG(fault));
	cr_assert_not_null(
		image_read(bench.arena, jpeg(bench.arena, 2000, 2000), &fault));
	cr_assert_null(image_read(bench.arena, jpeg(bench.arena, 2000, 2001), &fault));
	cr_assert(str_ends(fault, STR("pixels")), "%.*s", STR_ARG(fault));
	tear_down(&bench);
}

/* A PNG of so many bytes as the logo of a ledger in a folder of its own. */
static void read_logo(size_t bytes, bool reached)
{
	struct bench bench = set_up();
	char folder[] = "/tmp/limits-XXXXXX";
	cr_assert_not_null(mkdtemp(folder));
	size_t least = png(bench.arena, 1, 1, 0).len;
	struct str picture = png(bench.arena, 1, 1, bytes - least);
	cr_assert_eq(picture.len, bytes);
	char *path = str_c(bench.arena, str_format(bench.arena, "%s/logo.png", folder));
	FILE *file = fopen(path, "wb");
	cr_assert_eq(fwrite(picture.at, 1, bytes, file), bytes);
	cr_assert_eq(fclose(file), 0);
	const struct creditor creditor = {.logo = STR("logo.png")};
	struct logo logo = logo_read(bench.arena, bench.sources, str_from_c(folder),
				     &creditor, &bench.notices);
	expect(&bench, reached, NOTICE_LOGO_UNREADABLE);
	cr_assert_eq(logo.image == NULL, reached);
	unlink(path);
	rmdir(folder);
	tear_down(&bench);
}

Test(limits, bytes_of_a_logo)
{
	read_logo(LIMIT_LOGO_BYTES, false);
	read_logo(LIMIT_LOGO_BYTES + 1, true);
}
