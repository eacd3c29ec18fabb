#include "base/digest.h"

#include <sha2.h>
#include <string.h>

struct digest digest_from_str(struct str s)
{
	struct digest digest;
	SHA2_CTX context;
	SHA256Init(&context);
	SHA256Update(&context, (const uint8_t *)s.at, s.len);
	SHA256Final(digest.bytes, &context);
	return digest;
}

bool digest_equal(struct digest a, struct digest b)
{
	return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

void digest_put(struct buf *buf, struct digest d)
{
	static const char hex[] = "0123456789abcdef";
	for (size_t i = 0; i < sizeof d.bytes; i++) {
		buf_byte(buf, hex[d.bytes[i] >> 4]);
		buf_byte(buf, hex[d.bytes[i] & 15]);
	}
}
