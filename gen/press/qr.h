/* qr: texts as QR codes by libqrencode, the only room that knows it.
 * Floor 4, paper wing. Owner: the arena given. */
#ifndef PRESS_QR_H
#define PRESS_QR_H

#include "base/arena.h"
#include "base/str.h"

struct qr {
	size_t width; /* [modules] without the blank margin of 4 around it */
	/* Row by row, each from a byte of its own: a set bit is a light module. */
	struct str rows;
};

/* The code of 1 to LIMIT_SYMBOL bytes, at error correction level M. */
struct qr qr_encode(struct arena *arena, struct str text);
/* "libqrencode 4.1.1" */
struct str qr_library(void);

#endif
