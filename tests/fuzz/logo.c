/* Entrance: a logo, PNG or JPEG. What is read stands on a page. The sums of PNG's chunks
 * are mended first, or no turned byte would be read. */
#include "press/image.h"

#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "fuzz.h"
#include "paper.h"

#define SIGNATURE STR("\x89PNG\r\n\x1A\n")

static uint32_t long_at(const char *at)
{
	uint32_t all = 0;
	for (int i = 0; i < 4; i++)
		all = all << 8 | (unsigned char)at[i];
	return all;
}

static void put_long(char *at, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (char)(value >> (24 - 8 * i));
}

/* CRC-32 as PNG has it, bit by bit. */
static uint32_t sum(const char *at, size_t length)
{
	uint32_t crc = 0xFFFFFFFF;
	for (size_t i = 0; i < length; i++) {
		crc ^= (unsigned char)at[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc & 1 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
	}
	return ~crc;
}

static struct str mended(struct arena *arena, const uint8_t *from, size_t size)
{
	char *text = arena_text(arena, size + 1);
	struct str bytes = {text, size};
	memcpy(text, from, size);
	if (!str_starts(bytes, SIGNATURE))
		return bytes;
	for (size_t at = SIGNATURE.len; size - at >= 12;) {
		size_t length = long_at(text + at);
		if (length > size - at - 12)
			break;
		put_long(text + at + 8 + length, sum(text + at + 4, 4 + length));
		at += 12 + length;
	}
	return bytes;
}

static void print(struct fuzz *fuzz, const struct image *logo)
{
	struct text_line line = {.text = STR("A Ltd")};
	struct sheet sheet = {.profile = profile_at(0),
			      .letterhead = STR("Joinery"),
			      .logo = logo,
			      .letterhead_lines = &line,
			      .sender_line = STR("Joinery"),
			      .address = &line,
			      .subject = STR("Reminder"),
			      .footer = &line,
			      .page_of = STR("Page {n} of {m}"),
			      .continued = STR("Joinery")};
	struct layout *layout = sheet_set(fuzz->arena, &sheet,
					  press_metrics(paper_press()), &fuzz->notices);
	fuzz_law(layout, "a logo is in nobody's way");
	paper_check(fuzz, layout);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t size)
{
	struct fuzz fuzz = fuzz_begin();
	struct str fault;
	const struct image *logo =
		image_read(fuzz.arena, mended(fuzz.arena, at, size), &fault);
	fuzz_law(!logo == (fault.len > 0), "a refusal says why");
	if (logo) {
		fuzz_law(logo->width > 0 && logo->height > 0, "a picture has pixels");
		fuzz_law((uint64_t)logo->width * logo->height <= LIMIT_LOGO_PIXELS,
			 "a picture has no more pixels than are allowed");
		print(&fuzz, logo);
	}
	fuzz_end(&fuzz);
	return 0;
}
