/* Entrance: a font of the creditor's own. What is admitted sets a page, the same on every
 * press. The sums of its tables are mended first, or no turned byte would be read. */
#include "press/admit.h"

#include <string.h>

#include "base/arena.h"
#include "fuzz.h"
#include "page/sheet.h"
#include "paper.h"

static void put_long(char *at, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (char)(value >> (24 - 8 * i));
}

static uint32_t sum(struct str table, bool head)
{
	uint32_t all = 0;
	for (size_t i = 0; i < table.len; i++)
		if (!head || i < 8 || i >= 12)
			all += (uint32_t)sfnt_byte(table, i) << (24 - 8 * (i % 4));
	return all;
}

static struct str mended(struct arena *arena, const uint8_t *at, size_t size)
{
	char *text = arena_text(arena, size + 1);
	struct str bytes = {text, size};
	memcpy(text, at, size);
	size_t count = size < 12 ? 0 : sfnt_word(bytes, 4);
	for (size_t i = 0; i < count && 28 + 16 * i <= size; i++) {
		char *entry = text + 12 + 16 * i;
		struct str name = {entry, 4};
		size_t from = sfnt_long(bytes, 20 + 16 * i);
		size_t length = sfnt_long(bytes, 24 + 16 * i);
		if (from <= size && length <= size - from)
			put_long(entry + 4, sum(str_slice(bytes, from, from + length),
						str_equal(name, STR("head"))));
	}
	return bytes;
}

/* Findings of its own: a repeated one would count for nothing. */
static struct str print(struct fuzz *fuzz, struct press *press, bool marks)
{
	struct notices notices = notices_new(fuzz->arena, fuzz->sources);
	const struct meta meta = {.title = STR("T"), .date = {2026, 11, 30}};
	struct text_line line = {.text = STR("ne no \xC3\xB6 \xC2\xA3 1,230.00")};
	struct text_line marked = {.text = STR("no \xC3\xB6 o\xCC\x88")};
	struct sheet sheet = {.profile = profile_at(0),
			      .letterhead = STR("Joe Ann"),
			      .letterhead_lines = &line,
			      .sender_line = STR("no pen"),
			      .address = marks ? &marked : &line,
			      .subject = STR("ne ne Ane"),
			      .footer = &line,
			      .page_of = STR("{n}:{m}"),
			      .continued = STR("no")};
	struct layout *layout =
		sheet_set(fuzz->arena, &sheet, press_metrics(press), &notices);
	struct str pdf = {"", 0};
	if (layout)
		pdf = press_pdf(fuzz->arena, press, layout, &meta, &notices);
	fuzz_law(pdf.len || notices.errors, "what is not printed is a finding");
	return pdf;
}

/* Marks have all of a font looked up: now and then. So is the second press. */
static void use(struct fuzz *fuzz, struct str bytes)
{
	static unsigned turn;
	bool marks = turn++ % 16 == 0, twice = turn % 8 == 0;
	const struct str own[FACE__COUNT] = {bytes, bytes, bytes};
	struct str printed[2], fault;
	for (int i = 0; i < 1 + twice; i++) {
		struct press *press = press_new(fuzz->arena, own, &fault);
		fuzz_law(press, "a font that was admitted can be opened");
		printed[i] = print(fuzz, press, marks);
		press_free(press);
	}
	fuzz_law(!twice || str_equal(printed[0], printed[1]),
		 "the same font prints the same");
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t size)
{
	struct fuzz fuzz = fuzz_begin();
	struct str why, bytes = mended(fuzz.arena, at, size);
	enum sfnt_fault fault = admit_font(fuzz.arena, bytes, &why);
	fuzz_law((fault == SFNT_SOUND) == (why.len == 0), "a refusal says why");
	if (fault == SFNT_SOUND)
		use(&fuzz, bytes);
	fuzz_end(&fuzz);
	return 0;
}
