/* digest: SHA-256 (libmd), the only room that knows it.
 * Floor 0. Owner: values only. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/str.h"

struct digest {
	unsigned char bytes[32];
};

struct digest digest_from_str(struct str s);
bool digest_equal(struct digest a, struct digest b);
/* 64 lower-case hexadecimal digits. */
void digest_put(struct buf *buf, struct digest d);

#endif
