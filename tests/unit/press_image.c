/* image: pictures of every kind, made ready for printing or refused by name. */
#include "press_paper.h"

#include <fcntl.h>

#include "base/limits.h"
#include "press/image.h"
#include "press/jpeg.h"
#include "press/raster.h"

#define ANY 0x1000000 /* more bytes than any picture here has */
#define PNG_END 12    /* bytes of a PNG's last chunk */

static struct str file(struct arena *arena, const char *name)
{
	struct str bytes;
	struct str path = str_format(arena, "tests/unit/pictures/%s", name);
	struct sources *sources = sources_new();
	cr_assert_eq(source_bytes(sources, arena, AT_FDCWD, path, ANY, &bytes), SOURCE_OK,
		     "%s", name);
	sources_free(sources);
	return bytes;
}

static void expect_fault(struct arena *arena, struct str bytes, const char *wanted)
{
	struct str fault;
	cr_assert_null(image_read(arena, bytes, &fault));
	cr_assert(str_starts(fault, str_from_c(wanted)), "'%.*s' is not '%s'",
		  STR_ARG(fault), wanted);
}

Test(image, is_the_same_whichever_way_a_png_holds_it)
{
	static const char *const names[] = {"interlaced.png", "sixteen.png",
					    "palette.png"};
	struct arena *arena = arena_new(0);
	struct raster base, other;
	struct str fault;
	cr_assert(raster_read(arena, file(arena, "base.png"), &base, &fault));
	cr_assert_eq(base.width, 12);
	cr_assert_eq(base.height, 6);
	cr_assert_eq(base.colours, 3);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		cr_assert(raster_read(arena, file(arena, names[i]), &other, &fault));
		cr_assert(str_equal(base.pixels, other.pixels), "%s", names[i]);
	}
	arena_free(arena);
}

Test(image, lies_on_white_paper_where_it_is_transparent)
{
	struct arena *arena = arena_new(0);
	struct raster raster;
	struct str fault;
	cr_assert(raster_read(arena, file(arena, "transparent.png"), &raster, &fault));
	cr_assert(str_equal(raster.pixels, STR("\xFF\x00\x00\xFF\xFF\xFF")));
	arena_free(arena);
}

Test(image, of_greys_needs_one_byte_a_pixel)
{
	struct arena *arena = arena_new(0);
	struct raster raster;
	struct str fault;
	cr_assert(raster_read(arena, file(arena, "grey.png"), &raster, &fault));
	cr_assert_eq(raster.colours, 1);
	cr_assert_eq(raster.pixels.len, 12 * 6);
	arena_free(arena);
}

Test(image, of_a_jpeg_is_its_own_bytes_without_what_was_noted)
{
	static const char *const names[] = {"baseline.jpg", "progressive.jpg", "grey.jpg",
					    "noted.jpg"};
	struct arena *arena = arena_new(0);
	struct str fault;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct jpeg jpeg;
		cr_assert(jpeg_read(arena, file(arena, names[i]), &jpeg, &fault), "%s",
			  names[i]);
		cr_assert_eq(jpeg.width, 12);
		cr_assert_eq(jpeg.height, 6);
		cr_assert_eq(jpeg.colours, i == 2 ? 1 : 3);
	}
	struct jpeg plain, noted;
	cr_assert(jpeg_read(arena, file(arena, "baseline.jpg"), &plain, &fault));
	cr_assert(jpeg_read(arena, file(arena, "noted.jpg"), &noted, &fault));
	cr_assert(str_equal(plain.bytes, noted.bytes));
	arena_free(arena);
}

Test(image, is_refused_with_the_reason)
{
	struct arena *arena = arena_new(0);
	expect_fault(arena, STR("GIF89a"), "it is neither PNG nor JPEG");
	expect_fault(arena, STR(""), "it is neither PNG nor JPEG");
	expect_fault(arena, file(arena, "cmyk.jpg"), "it is in CMYK: save it in RGB");
	expect_fault(arena, file(arena, "turned.jpg"), "it is turned only by a note");
	expect_fault(arena, file(arena, "huge.png"), "it has more than 4000000 pixels");
	expect_fault(arena,
		     STR("\xFF\xD8\xFF\xC9\x00\x0B\x08\x00\x01\x00\x01\x01\x01\x11\x00"),
		     "it is coded in a way");
	arena_free(arena);
}

/* No end that is cut off, and no byte that is another, leads outside the bytes given
 * (the sanitizers watch); a cut file is always refused. */
Test(image, survives_every_cut_and_every_changed_byte)
{
	static const char *const names[] = {"baseline.jpg",    "progressive.jpg",
					    "noted.jpg",       "interlaced.png",
					    "transparent.png", "sixteen.png"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct arena *arena = arena_new(0);
		struct str whole = file(arena, names[i]), fault;
		/* What follows the last pixel is not missed. */
		size_t rest = raster_is_png(whole) ? PNG_END : 0;
		rest = str_ends(whole, STR("trailing")) ? 8 : rest;
		for (size_t len = 0; len + rest < whole.len; len++) {
			char *cut = arena_text(arena, len);
			memcpy(cut, whole.at, len);
			cr_assert_null(image_read(arena, (struct str){cut, len}, &fault),
				       "%s of %zu bytes", names[i], len);
			cr_assert_gt(fault.len, 0);
		}
		for (size_t at = 0; at < whole.len; at++) {
			char *changed = arena_text(arena, whole.len);
			memcpy(changed, whole.at, whole.len);
			changed[at] = (char)~changed[at];
			image_read(arena, (struct str){changed, whole.len}, &fault);
		}
		arena_free(arena);
	}
}

Test(image, stands_in_the_file_as_other_programs_read_it)
{
	static const char *const names[] = {"base.png", "grey.png", "baseline.jpg",
					    "grey.jpg"};
	struct arena *arena = arena_new(0);
	struct str fault;
	struct press *press = press_new(arena, NULL, &fault);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct paper *paper = paper_letter(arena, press, 7);
		struct notices notices = notices_new(arena, NULL);
		struct meta meta = paper_meta();
		struct frame *frame =
			paper_frame(paper, FRAME_IMAGE,
				    (struct rect){62362, 30000, 24000, 12000}, STR("Us"));
		frame->image = image_read(arena, file(arena, names[i]), &fault);
		cr_assert_not_null(frame->image);
		struct str pdf = press_pdf(arena, press, &paper->layout, &meta, &notices);
		cr_assert_eq(paper_ask(arena, pdf, "qpdf --check \"$1\" >/dev/null").len,
			     0);
		struct str list = paper_ask(
			arena, pdf,
			"pdfimages -list \"$1\" | awk 'NR > 2 { print $4, $5, $6 }'");
		struct str wanted = str_format(arena, "12 6 %s", i % 2 ? "gray" : "rgb");
		cr_assert(str_starts(list, wanted), "%s: %.*s", names[i], STR_ARG(list));
		struct str again =
			press_pdf(arena, press, &paper->layout, &meta, &notices);
		cr_assert(str_equal(pdf, again));
	}
	press_free(press);
	arena_free(arena);
}
