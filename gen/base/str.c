#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str str_from_c(const char *text)
{
	return (struct str){text, strlen(text)};
}

struct str str_copy(struct arena *arena, struct str s)
{
	return (struct str){str_c(arena, s), s.len};
}

char *str_c(struct arena *arena, struct str s)
{
	char *copy = arena_text(arena, s.len + 1);
	if (s.len)
		memcpy(copy, s.at, s.len);
	return copy;
}

struct str str_format(struct arena *arena, const char *format, ...)
{
	va_list arguments, again;
	va_start(arguments, format);
	va_copy(again, arguments);
	int len = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	size_t size = len > 0 ? (size_t)len : 0;
	char *at = arena_text(arena, size + 1);
	vsnprintf(at, size + 1, format, again);
	va_end(again);
	return (struct str){at, size};
}

/* Most that differ do so in the first byte. */
bool str_equal(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): of no bytes */
	return a.len == 0 || (a.at[0] == b.at[0] && memcmp(a.at, b.at, a.len) == 0);
}

bool str_equal_caseless(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	return true;
}

int str_compare(struct str a, struct str b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.at, b.at, len) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix)
{
	return s.len >= prefix.len && str_equal((struct str){s.at, prefix.len}, prefix);
}

bool str_ends(struct str s, struct str suffix)
{
	if (s.len < suffix.len)
		return false;
	return str_equal(str_slice(s, s.len - suffix.len, s.len), suffix);
}

struct str str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	return (struct str){s.at ? s.at + from : NULL, to - from};
}

struct str str_trim(struct str s)
{
	while (s.len && is_blank(s.at[s.len - 1]))
		s.len--;
	while (s.len && is_blank(*s.at))
		s = str_slice(s, 1, s.len);
	return s;
}

size_t str_index(struct str s, char c, size_t from)
{
	if (from >= s.len)
		return s.len;
	const char *found = memchr(s.at + from, c, s.len - from);
	return found ? (size_t)(found - s.at) : s.len;
}

bool str_line(struct str *rest, struct str *line)
{
	if (rest->len == 0)
		return false;
	size_t end = str_index(*rest, '\n', 0);
	*line = str_slice(*rest, 0, end);
	*rest = str_slice(*rest, end + 1, rest->len);
	return true;
}

uint64_t str_piece(struct str s, size_t at)
{
	uint64_t piece = 0;
	uint32_t four;
	uint16_t two;
	size_t left = s.len - at;
	unsigned bits = 0;
	if (left >= sizeof piece) {
		memcpy(&piece, s.at + at, sizeof piece);
		return piece;
	}
	if (left & 4) {
		memcpy(&four, s.at + at, 4);
		piece = four;
		at += 4;
		bits = 32;
	}
	if (left & 2) {
		memcpy(&two, s.at + at, 2);
		piece |= (uint64_t)two << bits;
		at += 2;
		bits += 16;
	}
	if (left & 1)
		piece |= (uint64_t)(unsigned char)s.at[at] << bits;
	return piece;
}

static uint64_t fold(uint64_t hash, uint64_t piece)
{
	__extension__ typedef unsigned __int128 product;
	product mixed = (product)(hash ^ piece) * UINT64_C(0xD6E8FEB86659FD93);
	return (uint64_t)mixed ^ (uint64_t)(mixed >> 64) ^ (piece << 1);
}

/* Eight bytes at a time, with bits set in each, and folded in by a 64 × 64 → 128 bit
 * product. */
static inline uint64_t hash_with(struct str s, uint64_t bits)
{
	uint64_t hash = UINT64_C(0x9E3779B97F4A7C15) ^ s.len, eight;
	size_t at = 0;
	for (; s.len - at >= sizeof eight; at += sizeof eight) {
		memcpy(&eight, s.at + at, sizeof eight);
		hash = fold(hash, eight | bits);
	}
	if (at < s.len)
		hash = fold(hash, str_piece(s, at) | bits);
	return hash ^ (hash >> 29);
}

uint64_t str_hash(struct str s)
{
	return hash_with(s, 0);
}

/* The bit that tells a small letter from its capital. */
uint64_t str_hash_caseless(struct str s)
{
	return hash_with(s, UINT64_C(0x2020202020202020));
}
