#include "press/font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <string.h>

#include "base/limits.h"
#include "base/memory.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct inside {
	hb_face_t *face;
	hb_font_t *font;
	hb_buffer_t *buffer;
	struct arena *arena;
	struct drawn *drawn;
	size_t room;
	int upem;
};

static int bounded(int64_t value, int least, int most)
{
	return value < least ? least : value > most ? most : (int)value;
}

/* Font units to thousandths, half away from zero. */
static int thousandths(const struct inside *inside, int64_t units)
{
	int64_t scaled = units * 1000, half = inside->upem / 2;
	scaled = (scaled + (scaled < 0 ? -half : half)) / inside->upem;
	return bounded(scaled, -FONT_FAR, FONT_FAR);
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	bool there = hb_blob_get_length(blob) > 0;
	hb_blob_destroy(blob);
	return there;
}

static int metric(const struct inside *inside, hb_ot_metrics_tag_t tag, int otherwise)
{
	hb_position_t units = 0;
	return hb_ot_metrics_get_position(inside->font, tag, &units)
		       ? thousandths(inside, units)
		       : otherwise;
}

/* A name is letters, digits and hyphens: anything else would need escapes in a PDF. */
static struct str read_name(struct arena *arena, hb_face_t *face)
{
	char name[64] = "";
	unsigned room = sizeof name, length = 0;
	hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
			    hb_language_from_string("en", 2), &room, name);
	for (unsigned i = 0; i < room; i++) {
		char c = name[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (letter || (c >= '0' && c <= '9') || c == '-')
			name[length++] = c;
	}
	return length ? str_copy(arena, (struct str){name, length}) : STR("Font");
}

/* The box of all glyphs: four signed 16-bit numbers from byte 36 of the table 'head'. */
static void read_box(struct font *font)
{
	hb_blob_t *head =
		hb_face_reference_table(font->inside->face, HB_TAG('h', 'e', 'a', 'd'));
	unsigned length = 0;
	const char *at = hb_blob_get_data(head, &length);
	for (size_t i = 0; i < 4 && length >= 44; i++) {
		/* NOLINTNEXTLINE(bugprone-signed-char-misuse): the sign stands here */
		int high = (int8_t)at[36 + 2 * i], low = (uint8_t)at[37 + 2 * i];
		font->box[i] = thousandths(font->inside, high * 256 + low);
	}
	hb_blob_destroy(head);
}

static void read_facts(struct arena *arena, struct font *font)
{
	const struct inside *inside = font->inside;
	font->name = read_name(arena, inside->face);
	font->ascent = metric(inside, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 1000);
	font->ascent = bounded(font->ascent, 1, FONT_FAR);
	font->descent = -metric(inside, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -300);
	font->descent = bounded(font->descent, 0, FONT_FAR);
	font->cap_height = metric(inside, HB_OT_METRICS_TAG_CAP_HEIGHT, font->ascent);
	font->angle = bounded(
		(int64_t)hb_style_get_value(inside->font, HB_STYLE_TAG_SLANT_ANGLE), -90,
		90);
	font->weight = (int)hb_style_get_value(inside->font, HB_STYLE_TAG_WEIGHT);
	read_box(font);
}

struct font *font_open(struct arena *arena, struct str bytes)
{
	if (bytes.len > UINT32_MAX)
		return NULL;
	memory_watch();
	hb_blob_t *blob = hb_blob_create(bytes.at, (unsigned)bytes.len,
					 HB_MEMORY_MODE_READONLY, NULL, NULL);
	struct font *font = ARENA_NEW(arena, struct font);
	struct inside *inside = font->inside = ARENA_NEW(arena, struct inside);
	inside->face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	inside->font = hb_font_create(inside->face);
	inside->buffer = hb_buffer_create();
	inside->arena = arena;
	inside->upem = (int)hb_face_get_upem(inside->face);
	font->nglyphs = hb_face_get_glyph_count(inside->face);
	bool usable = font->nglyphs > 0 && font->nglyphs <= UINT16_MAX &&
		      has_table(inside->face, HB_TAG('g', 'l', 'y', 'f'));
	memory_settle();
	if (!usable || !font_glyph(font, 'n')) {
		font_close(font);
		return NULL;
	}
	memory_watch();
	read_facts(arena, font);
	memory_settle();
	return font;
}

void font_close(struct font *font)
{
	hb_buffer_destroy(font->inside->buffer);
	hb_font_destroy(font->inside->font);
	hb_face_destroy(font->inside->face);
}

/* Tables of a font may name glyphs that it has not. */
static uint16_t known_glyph(const struct font *font, hb_codepoint_t glyph)
{
	return glyph < font->nglyphs ? (uint16_t)glyph : 0;
}

uint16_t font_glyph(const struct font *font, uint32_t point)
{
	hb_codepoint_t glyph = 0;
	memory_watch();
	bool found = hb_font_get_nominal_glyph(font->inside->font, point, &glyph);
	memory_settle();
	return found ? known_glyph(font, glyph) : 0;
}

int font_advance(const struct font *font, uint16_t glyph)
{
	memory_watch();
	hb_position_t units = hb_font_get_glyph_h_advance(font->inside->font, glyph);
	memory_settle();
	return thousandths(font->inside, units);
}

static void fill_buffer(hb_buffer_t *buffer, const uint32_t *points, size_t count)
{
	hb_buffer_clear_contents(buffer);
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_add_utf32(buffer, points, (int)count, 0, (int)count);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	/* Said here, because the default would be the machine's locale. */
	hb_buffer_set_language(buffer, hb_language_from_string("en", 2));
	hb_buffer_guess_segment_properties(buffer);
}

/* Kerning and marks; no ligature and no alternate, which would lose characters. */
static void shape(struct inside *inside, bool kerning)
{
	const hb_feature_t features[] = {
		{HB_TAG('k', 'e', 'r', 'n'), kerning, 0, UINT32_MAX},
		{HB_TAG('l', 'i', 'g', 'a'), 0, 0, UINT32_MAX},
		{HB_TAG('c', 'l', 'i', 'g'), 0, 0, UINT32_MAX},
		{HB_TAG('c', 'a', 'l', 't'), 0, 0, UINT32_MAX},
		{HB_TAG('l', 'o', 'c', 'l'), 0, 0, UINT32_MAX},
		{HB_TAG('r', 'l', 'i', 'g'), 0, 0, UINT32_MAX},
		{HB_TAG('r', 'c', 'l', 't'), 0, 0, UINT32_MAX},
	};
	hb_shape(inside->font, inside->buffer, features, COUNT(features));
}

static bool is_mark(uint32_t point)
{
	switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), point)) {
	case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
		return true;
	default:
		return false;
	}
}

/* Where the text from `from` on is cut: HarfBuzz compares every mark on a letter with
 * every other. */
static size_t piece_end(const uint32_t *points, size_t count, size_t from)
{
	unsigned marks = 0;
	for (size_t at = from; at < count; at++) {
		marks = is_mark(points[at]) ? marks + 1 : 0;
		if (marks > LIMIT_MARKS)
			return at;
	}
	return count;
}

/* What is in the buffer, the piece from character `from` on, behind `known` others. */
static size_t keep_drawn(const struct font *font, size_t known, size_t from)
{
	struct inside *inside = font->inside;
	unsigned length = 0;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(inside->buffer, &length);
	const hb_glyph_position_t *place =
		hb_buffer_get_glyph_positions(inside->buffer, &length);
	if (known + length > inside->room) {
		size_t room = (known + length) * 2;
		inside->drawn = arena_grow(inside->arena, inside->drawn, inside->room,
					   room, sizeof *inside->drawn);
		inside->room = room;
	}
	for (unsigned i = 0; i < length; i++)
		inside->drawn[known + i] = (struct drawn){
			.glyph = known_glyph(font, info[i].codepoint),
			.cluster = (uint32_t)from + info[i].cluster,
			.advance = thousandths(inside, place[i].x_advance),
			.right = thousandths(inside, place[i].x_offset),
			.up = thousandths(inside, place[i].y_offset),
		};
	return known + length;
}

size_t font_shape(struct font *font, const uint32_t *points, size_t count, bool kerning,
		  const struct drawn **drawn)
{
	struct inside *inside = font->inside;
	size_t length = 0;
	memory_watch();
	for (size_t from = 0, end; from < count; from = end) {
		end = piece_end(points, count, from);
		fill_buffer(inside->buffer, points + from, end - from);
		shape(inside, kerning);
		memory_settle();
		length = keep_drawn(font, length, from);
	}
	*drawn = inside->drawn;
	return length;
}

static const hb_tag_t needless[] = {
	HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
	HB_TAG('G', 'D', 'E', 'F'), HB_TAG('c', 'm', 'a', 'p'),
	HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'),
	HB_TAG('p', 'o', 's', 't'), HB_TAG('k', 'e', 'r', 'n'),
	HB_TAG('g', 'a', 's', 'p'),
};

static hb_subset_input_t *wish(const struct font *font, const bool *wanted)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	memory_settle();
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	hb_set_t *glyphs = hb_subset_input_glyph_set(input);
	for (unsigned i = 0; i < font->nglyphs; i++) {
		if (wanted[i])
			hb_set_add(glyphs, i);
	}
	hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < COUNT(needless); i++)
		hb_set_add(drop, needless[i]);
	return input;
}

static void renumber(const hb_subset_plan_t *plan, const struct font *font,
		     const bool *wanted, uint16_t *renumbered)
{
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	for (unsigned i = 0; i < font->nglyphs; i++)
		renumbered[i] = wanted[i] ? (uint16_t)hb_map_get(map, i) : 0;
}

static struct str copy_bytes(struct arena *arena, hb_face_t *face)
{
	hb_blob_t *blob = hb_face_reference_blob(face);
	unsigned length = 0;
	const char *at = hb_blob_get_data(blob, &length);
	struct str bytes = str_copy(arena, (struct str){at, length});
	hb_blob_destroy(blob);
	return bytes;
}

struct str font_subset(struct arena *arena, const struct font *font, const bool *wanted,
		       uint16_t *renumbered)
{
	memory_watch();
	hb_subset_input_t *input = wish(font, wanted);
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(font->inside->face, input);
	hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
	struct str bytes = {"", 0};
	if (face) {
		renumber(plan, font, wanted, renumbered);
		bytes = copy_bytes(arena, face);
	}
	hb_face_destroy(face);
	memory_settle();
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	return bytes;
}

struct str font_library(void)
{
	bool same = str_equal(str_from_c(hb_version_string()), STR(HB_VERSION_STRING));
	return same ? STR("HarfBuzz " HB_VERSION_STRING)
		    : STR("HarfBuzz, another than " HB_VERSION_STRING);
}
