/* memo: what was worked out before, found again by what it was worked out from.
 * Floor 0. Owner: the arena given; one thread uses it.
 *
 * Of a fixed size (limits.h): when it is full all is forgotten at once, and two keys that
 * want one place take it from each other. So only what a pure function gives belongs in
 * it: no output can depend on what was found. */
#ifndef BASE_MEMO_H
#define BASE_MEMO_H

#include "base/str.h"

struct memo;

/* A key in two parts, which saves putting them together: a few numbers, and a text. */
struct memo_key {
	struct str head, text;
};

struct memo *memo_new(struct arena *arena);
/* What was kept under an equal key, aligned for pointers, or NULL; valid until the next
 * memo_keep. */
const void *memo_find(const struct memo *memo, struct memo_key key);
/* Room of so many bytes for what belongs to a key, to be filled now; aligned for
 * pointers. NULL when key and bytes are too large to be worth it. */
void *memo_keep(struct memo *memo, struct memo_key key, size_t size);
/* How often something was kept so far: after memo_keep a number of that alone. */
uint64_t memo_count(const struct memo *memo);

#endif
