/* The buffers of str.h. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

#define BUF_FIRST ((size_t)64)

/* Makes room for so many bytes more, and for as many again; never beyond the limit. */
static void grow(struct buf *buf, size_t more)
{
	size_t room = buf->room ? buf->room * 2 : BUF_FIRST;
	if (room - buf->len < more)
		room = buf->len + more;
	if (buf->limit && room > buf->limit)
		room = buf->limit;
	buf->at = arena_grow(buf->arena, buf->at, buf->room, room, 1);
	buf->room = room;
}

/* How many of `more` bytes may still be put; makes room for them. */
static size_t reserve(struct buf *buf, size_t more)
{
	if (more <= buf->room - buf->len)
		return more;
	if (buf->limit && more > buf->limit - buf->len) {
		more = buf->limit - buf->len;
		buf->full = true;
	}
	if (more > buf->room - buf->len)
		grow(buf, more);
	return more;
}

struct buf buf_new(struct arena *arena, size_t limit)
{
	return (struct buf){.arena = arena, .limit = limit};
}

void buf_put(struct buf *buf, struct str s)
{
	size_t len = reserve(buf, s.len);
	if (len)
		memcpy(buf->at + buf->len, s.at, len);
	buf->len += len;
}

char *buf_open(struct buf *buf, size_t size)
{
	if (size > buf->room - buf->len || !buf->at)
		grow(buf, size);
	return buf->at + buf->len;
}

void buf_byte(struct buf *buf, char c)
{
	if (reserve(buf, 1))
		buf->at[buf->len++] = c;
}

void buf_format(struct buf *buf, const char *format, ...)
{
	char small[256];
	va_list arguments, again;
	va_start(arguments, format);
	va_copy(again, arguments);
	int len = vsnprintf(small, sizeof small, format, arguments);
	va_end(arguments);
	size_t size = len > 0 ? (size_t)len : 0;
	const char *text = small;
	if (size >= sizeof small) {
		char *large = arena_text(buf->arena, size + 1);
		vsnprintf(large, size + 1, format, again);
		text = large;
	}
	va_end(again);
	buf_put(buf, (struct str){text, size});
}

void buf_int(struct buf *buf, int64_t n)
{
	char digits[20];
	size_t at = sizeof digits;
	uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (n < 0)
		digits[--at] = '-';
	buf_put(buf, (struct str){digits + at, sizeof digits - at});
}

void buf_fill(struct buf *buf, char c, size_t count)
{
	size_t len = reserve(buf, count);
	if (len)
		memset(buf->at + buf->len, c, len);
	buf->len += len;
}

struct str buf_str(const struct buf *buf)
{
	return (struct str){buf->at, buf->len};
}
