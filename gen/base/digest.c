#include "base/digest.h"

#include <nettle/sha2.h>
#include <string.h>

static const char digits[] = "0123456789abcdef";

_Static_assert(sizeof(struct sha256_ctx) <= sizeof(struct digesting),
	       "nettle's state must fit");
_Static_assert(_Alignof(struct sha256_ctx) <= _Alignof(struct digesting),
	       "nettle's state must lie well");

static struct sha256_ctx *inside(struct digesting *digesting)
{
	return (struct sha256_ctx *)(void *)digesting;
}

void digest_begin(struct digesting *digesting)
{
	sha256_init(inside(digesting));
}

void digest_add(struct digesting *digesting, struct str s)
{
	if (s.len)
		sha256_update(inside(digesting), s.len, (const uint8_t *)s.at);
}

void digest_add_number(struct digesting *digesting, int64_t number)
{
	uint8_t bytes[8];
	for (int i = 0; i < 8; i++)
		bytes[i] = (uint8_t)((uint64_t)number >> 8 * i);
	sha256_update(inside(digesting), sizeof bytes, bytes);
}

void digest_add_text(struct digesting *digesting, struct str s)
{
	digest_add_number(digesting, (int64_t)s.len);
	digest_add(digesting, s);
}

void digest_add_digest(struct digesting *digesting, const struct digest *digest)
{
	digest_add(digesting,
		   (struct str){(const char *)digest->bytes, sizeof digest->bytes});
}

struct digest digest_end(struct digesting *digesting)
{
	struct digest digest;
	sha256_digest(inside(digesting), sizeof digest.bytes, digest.bytes);
	return digest;
}

struct digest digest_from_str(struct str s)
{
	struct digesting digesting;
	digest_begin(&digesting);
	digest_add(&digesting, s);
	return digest_end(&digesting);
}

bool digest_equal(struct digest a, struct digest b)
{
	return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

void digest_put(struct buf *buf, struct digest d)
{
	for (size_t i = 0; i < sizeof d.bytes; i++) {
		buf_byte(buf, digits[d.bytes[i] >> 4]);
		buf_byte(buf, digits[d.bytes[i] & 15]);
	}
}

bool digest_read(struct str text, struct digest *d)
{
	if (text.len != 2 * sizeof d->bytes)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		const char *digit = memchr(digits, text.at[i], 16);
		if (!digit)
			return false;
		unsigned value = (unsigned)(digit - digits);
		unsigned high = i % 2 ? (unsigned)d->bytes[i / 2] << 4 : 0;
		d->bytes[i / 2] = (unsigned char)(high | value);
	}
	return true;
}
