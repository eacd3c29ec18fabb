/* arena: memory that is handed in, grown in blocks, and given back all at once.
 * Floor 0. Owner: whoever called arena_new frees it; nobody frees a part.
 *
 * Running out of memory is not a value anyone handles: the arena prints one fixed line to
 * standard error and ends the process with exit code 3. Nothing half-written survives
 * that, because output is put in place by one rename (letters.md, Output). */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena_mark {
	void *block;
	size_t used; /* [bytes] */
};

/* A new arena; `block` is the size of its first block [bytes], 0 for the default. */
struct arena *arena_new(size_t block);

/* Gives everything back. NULL is allowed. */
void arena_free(struct arena *arena);

/* Ends the process as running out of memory does: for libraries that report their own. */
_Noreturn void arena_exhausted(void);

/* Zeroed memory, aligned for any type of that size; never NULL. size 0 gives a valid
 * pointer. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, aligned for pointers and 64-bit numbers alone: no gaps between many records.
 */
void *arena_record(struct arena *arena, size_t size);

/* `count` things of `size` bytes, the product checked; zeroed. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* `size` bytes of text, zeroed but not aligned: short texts lie side by side. */
char *arena_text(struct arena *arena, size_t size);

/* Grows the array at `old` from `count` to `wanted` things of `size` bytes: in place when
 * it is the arena's newest piece, else by copying. The new part is zeroed. */
void *arena_grow(struct arena *arena, void *old, size_t count, size_t wanted,
		 size_t size);

/* What has been allocated since the mark is given back by arena_rewind (blocks are kept).
 */
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

/* Takes over all that lives in `from`, at its addresses; the arena `from` is gone. */
void arena_adopt(struct arena *arena, struct arena *from);

/* Bytes this arena holds from the system, for the bench. */
size_t arena_bytes(const struct arena *arena);

/* Test hook: the n-th block asked of the system from now on fails (n ≥ 1; 0 = never). */
void arena_fail_after(struct arena *arena, long n);

/* One object of a type, zeroed. */
#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))

/* An array of a type, zeroed. */
#define ARENA_ARRAY(arena, type, count) \
	((type *)arena_array((arena), (count), sizeof(type)))

#endif
