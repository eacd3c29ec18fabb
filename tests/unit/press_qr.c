/* qr: codes that readers read. tests/codes.sh has them read. */
#include <criterion/criterion.h>
#include <signal.h>

#include "base/limits.h"
#include "press/qr.h"

static struct str text_of(struct arena *arena, size_t length)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < length; i++)
		buf_byte(&buf, (char)('!' + i * 37 % 94));
	return buf_str(&buf);
}

static bool is_dark(struct qr qr, size_t x, size_t y)
{
	size_t stride = (qr.width + 7) / 8;
	return !(qr.rows.at[y * stride + x / 8] & 0x80 >> x % 8);
}

Test(qr, grows_with_its_text_up_to_version_13)
{
	struct arena *arena = arena_new(0);
	cr_assert_eq(qr_encode(arena, text_of(arena, 1)).width, 21);
	cr_assert_eq(qr_encode(arena, text_of(arena, 14)).width, 21);
	cr_assert_eq(qr_encode(arena, text_of(arena, 15)).width, 25);
	cr_assert_eq(qr_encode(arena, text_of(arena, LIMIT_SYMBOL)).width, 69);
	arena_free(arena);
}

/* Whoever asks has to have looked. */
Test(qr, is_never_asked_for_more_than_the_limit, .signal = SIGABRT)
{
	qr_encode(arena_new(0), text_of(arena_new(0), LIMIT_SYMBOL + 1));
}

/* Dark ring, light ring, dark heart, in three corners. */
Test(qr, has_its_finder_patterns)
{
	struct arena *arena = arena_new(0);
	struct qr qr = qr_encode(arena, text_of(arena, 100));
	const size_t far = qr.width - 7, corners[3][2] = {{0, 0}, {far, 0}, {0, far}};
	for (size_t c = 0; c < 3; c++)
		for (size_t i = 0; i < 49; i++) {
			size_t x = i % 7, y = i / 7;
			bool edge = x == 0 || y == 0 || x == 6 || y == 6;
			bool heart = x > 1 && x < 5 && y > 1 && y < 5;
			cr_assert_eq(is_dark(qr, corners[c][0] + x, corners[c][1] + y),
				     edge || heart);
		}
	arena_free(arena);
}

/* The 15 bits of the format: level M, mask 7, as ISO/IEC 18004 tables them. */
Test(qr, says_its_level_and_mask)
{
	struct arena *arena = arena_new(0);
	struct qr qr = qr_encode(arena, text_of(arena, 60));
	unsigned bits = 0;
	for (size_t x = 0; x < 6; x++)
		bits = bits << 1 | is_dark(qr, x, 8);
	cr_assert_eq(bits, 0x4AA0 >> 9 & 0x3F, "%x", bits);
	arena_free(arena);
}
