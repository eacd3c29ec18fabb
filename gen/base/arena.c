#include "base/arena.h"

#include <errno.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#define ARENA_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#endif

#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
#define POISON(at, size) __asan_poison_memory_region((at), (size))
#define UNPOISON(at, size) __asan_unpoison_memory_region((at), (size))
#else
#define POISON(at, size) ((void)(at), (void)(size))
#define UNPOISON(at, size) ((void)(at), (void)(size))
#endif

#define BLOCK_DEFAULT ((size_t)64 << 10)
#define BLOCK_LARGEST ((size_t)256 << 10)
#define ALIGNMENT ((size_t)16)
#define PAGE 4096

struct block {
	struct block *next;
	size_t room;  /* [bytes] behind this header */
	size_t dirty; /* [bytes] ever used: what lies behind is still zero */
	alignas(16) unsigned char bytes[];
};

struct arena {
	struct block *first, *at; /* at == NULL: nothing used yet */
	size_t used;		  /* [bytes] of `at` */
	size_t wanted;		  /* [bytes] size of the next block */
	size_t held;		  /* [bytes] */
	long fail_after;	  /* 0: never */
};

static bool failure_is_due(struct arena *arena)
{
	return arena->fail_after > 0 && --arena->fail_after == 0;
}

/* An arena that needs blocks of this size fills them: it is quicker to be given all pages
 * at once than one after the other. Where the system cannot, it gives them later. */
static void populate(struct block *block)
{
	uintptr_t from = ((uintptr_t)block + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
	uintptr_t to = (uintptr_t)(block->bytes + block->room) & ~(uintptr_t)(PAGE - 1);
	int number = errno;
	madvise((void *)from, to - from, MADV_POPULATE_WRITE);
	errno = number;
}

static struct block *block_new(struct arena *arena, size_t size)
{
	size_t room = size > arena->wanted ? size : arena->wanted;
	if (room > SIZE_MAX - sizeof(struct block) || failure_is_due(arena))
		arena_exhausted();
	struct block *block = calloc(1, sizeof *block + room);
	if (!block)
		arena_exhausted();
	block->room = room;
	if (room == BLOCK_LARGEST)
		populate(block);
	arena->held += sizeof *block + room;
	if (arena->wanted < BLOCK_LARGEST)
		arena->wanted *= 2;
	POISON(block->bytes, room);
	return block;
}

/* Moves on to a block with `size` bytes: the next one kept by a rewind, or a new one. */
static void advance(struct arena *arena, size_t size)
{
	struct block **link = arena->at ? &arena->at->next : &arena->first;
	if (!*link || (*link)->room < size) {
		struct block *block = block_new(arena, size);
		block->next = *link;
		*link = block;
	}
	arena->at = *link;
	arena->used = 0;
}

/* Makes the `size` bytes from `from` of the current block usable and zero. */
static void *claim(struct arena *arena, size_t from, size_t size)
{
	struct block *block = arena->at;
	unsigned char *at = block->bytes + from;
	size_t end = from + size;
	UNPOISON(at, size);
	if (block->dirty > from)
		memset(at, 0, (block->dirty < end ? block->dirty : end) - from);
	if (block->dirty < end)
		block->dirty = end;
	arena->used = end;
	return at;
}

static void *take(struct arena *arena, size_t size, size_t alignment)
{
	size_t from = (arena->used + alignment - 1) & ~(alignment - 1);
	if (!arena->at || from > arena->at->room || size > arena->at->room - from) {
		advance(arena, size);
		from = 0;
	}
	return claim(arena, from, size);
}

static size_t product(size_t count, size_t size)
{
	size_t bytes = 0;
	if (__builtin_mul_overflow(count, size, &bytes))
		arena_exhausted();
	return bytes;
}

void arena_exhausted(void)
{
	static const char line[] =
		"collectgen: error: out of memory; nothing was written\n";
	ssize_t written = write(STDERR_FILENO, line, sizeof line - 1);
	(void)written;
	_exit(3);
}

struct arena *arena_new(size_t block)
{
	struct arena *arena = calloc(1, sizeof *arena);
	if (!arena)
		arena_exhausted();
	arena->wanted = block ? block : BLOCK_DEFAULT;
	arena->held = sizeof *arena;
	return arena;
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	for (struct block *block = arena->first, *next; block; block = next) {
		next = block->next;
		UNPOISON(block->bytes, block->room);
		free(block);
	}
	free(arena);
}

/* A type that wants 16 bytes has a size that 16 divides. */
void *arena_alloc(struct arena *arena, size_t size)
{
	return take(arena, size ? size : 1, size % ALIGNMENT ? ALIGNMENT / 2 : ALIGNMENT);
}

char *arena_text(struct arena *arena, size_t size)
{
	return take(arena, size ? size : 1, 1);
}

void *arena_record(struct arena *arena, size_t size)
{
	return take(arena, size, ALIGNMENT / 2);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	return arena_alloc(arena, product(count, size));
}

void *arena_grow(struct arena *arena, void *old, size_t count, size_t wanted, size_t size)
{
	size_t have = product(count, size), want = product(wanted, size);
	unsigned char *at = old;
	bool newest =
		have > 0 && arena->at && at + have == arena->at->bytes + arena->used;
	if (newest && want - have <= arena->at->room - arena->used) {
		claim(arena, arena->used, want - have);
		return old;
	}
	void *grown = arena_alloc(arena, want);
	if (have > 0)
		memcpy(grown, old, have);
	return grown;
}

struct arena_mark arena_mark(const struct arena *arena)
{
	return (struct arena_mark){arena->at, arena->used};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
	struct block *from = mark.block;
	for (struct block *b = from ? from->next : arena->first; b; b = b->next)
		POISON(b->bytes, b->room);
	if (from)
		POISON(from->bytes + mark.used, from->room - mark.used);
	arena->at = from;
	arena->used = mark.used;
}

/* Used blocks go before all others, where nothing new is laid into them; spare ones
 * behind.
 */
void arena_adopt(struct arena *arena, struct arena *from)
{
	if (!arena->at)
		arena_alloc(arena, 1);
	struct block *used = from->at ? from->first : NULL;
	struct block **spare = used ? &from->at->next : &from->first;
	struct block **end = &arena->at->next;
	while (*end)
		end = &(*end)->next;
	*end = *spare;
	*spare = NULL;
	if (used) {
		from->at->next = arena->first;
		arena->first = used;
	}
	arena->held += from->held - sizeof *from;
	free(from);
}

size_t arena_bytes(const struct arena *arena)
{
	return arena->held;
}

void arena_fail_after(struct arena *arena, long n)
{
	arena->fail_after = n;
}
