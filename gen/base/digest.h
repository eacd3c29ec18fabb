/* digest: SHA-256 (nettle), the only room that knows it.
 * Floor 0. Owner: values only.
 *
 * nettle takes the processor's own instructions where there are any (a ninth of the time
 * of portable code), needs no memory and opens nothing.
 *
 * Calling sequence for what comes in pieces: digest_begin, any number of digest_add,
 * digest_end. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/str.h"

struct digest {
	unsigned char bytes[32];
};

/* A digest in the making; what is in it is digest.c's own. */
struct digesting {
	uint64_t state[16];
};

void digest_begin(struct digesting *digesting);
void digest_add(struct digesting *digesting, struct str s);
/* The same with the length told, so that no two rows of texts look alike. */
void digest_add_text(struct digesting *digesting, struct str s);
void digest_add_number(struct digesting *digesting, int64_t number);
void digest_add_digest(struct digesting *digesting, const struct digest *digest);
struct digest digest_end(struct digesting *digesting);

struct digest digest_from_str(struct str s);
bool digest_equal(struct digest a, struct digest b);
/* 64 lower-case hexadecimal digits. */
void digest_put(struct buf *buf, struct digest d);
/* Reads them back; false when they are none. */
bool digest_read(struct str text, struct digest *d);

#endif
