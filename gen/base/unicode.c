#include "base/unicode.h"

#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistring/version.h>

#include "base/arena.h"
#include "base/memory.h"

static bool is_ascii(struct str s)
{
	uint64_t all = 0, eight;
	size_t at = 0;
	for (; s.len - at >= sizeof eight; at += sizeof eight) {
		memcpy(&eight, s.at + at, sizeof eight);
		all |= eight;
	}
	for (; at < s.len; at++)
		all |= (unsigned char)s.at[at];
	return (all & UINT64_C(0x8080808080808080)) == 0;
}

static bool has_capital(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] >= 'A' && s.at[i] <= 'Z')
			return true;
	return false;
}

static struct str lower_ascii(struct arena *arena, struct str s)
{
	if (!has_capital(s))
		return s;
	char *at = arena_text(arena, s.len);
	for (size_t i = 0; i < s.len; i++)
		at[i] = s.at[i] >= 'A' && s.at[i] <= 'Z' ? (char)(s.at[i] + 32) : s.at[i];
	return (struct str){at, s.len};
}

/* Room for the outcome: folding and NFC lengthen a text at most threefold each, in
 * practice never together; should the library want more it says so by allocating, which
 * is an error. */
static size_t room_for(struct str s)
{
	return s.len * 9 + 16;
}

struct str unicode_nfc(struct arena *arena, struct str s)
{
	if (is_ascii(s))
		return s;
	size_t len = room_for(s);
	uint8_t *room = arena_alloc(arena, len);
	memory_watch();
	uint8_t *at = u8_normalize(UNINORM_NFC, (const uint8_t *)s.at, s.len, room, &len);
	memory_settle();
	if (at != room) /* GCOVR_EXCL_BR_LINE: the room is large enough for every text */
		return s; /* GCOVR_EXCL_LINE: the same */
	return (struct str){(const char *)at, len};
}

struct str unicode_caseless(struct arena *arena, struct str s)
{
	if (is_ascii(s))
		return lower_ascii(arena, s);
	size_t len = room_for(s);
	uint8_t *room = arena_alloc(arena, len);
	memory_watch();
	uint8_t *at =
		u8_casefold((const uint8_t *)s.at, s.len, NULL, UNINORM_NFC, room, &len);
	memory_settle();
	if (at != room) /* GCOVR_EXCL_BR_LINE: the room is large enough for every text */
		return s; /* GCOVR_EXCL_LINE: the same */
	return (struct str){(const char *)at, len};
}

uint64_t unicode_hash_caseless(struct arena *arena, struct str s)
{
	return str_hash_caseless(is_ascii(s) ? s : unicode_caseless(arena, s));
}

bool unicode_is_word(uint32_t point)
{
	if (point < 0x80)
		return (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') ||
		       (point >= 'a' && point <= 'z');
	return uc_is_property_alphabetic(point) ||
	       uc_is_general_category(point, UC_NUMBER);
}

void unicode_breaks(struct str text, char *marks)
{
	memory_watch();
	u8_possible_linebreaks((const uint8_t *)text.at, text.len, "UTF-8", marks);
	memory_settle();
	for (size_t i = 0; i < text.len; i++)
		marks[i] = marks[i] == UC_BREAK_POSSIBLE;
}

size_t unicode_cluster(struct str text, size_t at)
{
	const uint8_t *from = (const uint8_t *)text.at + at;
	const uint8_t *end = (const uint8_t *)text.at + text.len;
	const uint8_t *next = u8_grapheme_next(from, end);
	return next ? (size_t)(next - (const uint8_t *)text.at) : text.len;
}

struct str unicode_library(struct arena *arena)
{
	int version = _libunistring_version;

	return str_format(arena, "libunistring %d.%d.%d", version >> 16,
			  version >> 8 & 255, version & 255);
}
