#include "press/deflate.h"

#include <libdeflate.h>

struct deflate {
	struct arena *arena;
	struct libdeflate_compressor *compressors[EFFORT__COUNT];
};

static const int levels[EFFORT__COUNT] = {
	[EFFORT_PAGE] = 1, [EFFORT_FONT] = 10, [EFFORT_PICTURE] = 9};

struct deflate *deflate_open(struct arena *arena)
{
	struct deflate *deflate = ARENA_NEW(arena, struct deflate);
	deflate->arena = arena;
	return deflate;
}

void deflate_close(struct deflate *deflate)
{
	for (int i = 0; i < EFFORT__COUNT; i++)
		libdeflate_free_compressor(deflate->compressors[i]);
}

static struct libdeflate_compressor *compressor(struct deflate *deflate,
						enum effort effort)
{
	struct libdeflate_compressor **at = &deflate->compressors[effort];
	if (!*at)
		*at = libdeflate_alloc_compressor(levels[effort]);
	if (!*at)
		arena_exhausted();
	return *at;
}

struct str deflate_pack(struct arena *arena, struct deflate *deflate, enum effort effort,
			struct str bytes)
{
	struct libdeflate_compressor *with = compressor(deflate, effort);
	size_t room = libdeflate_zlib_compress_bound(with, bytes.len);
	char *out = arena_text(arena, room);
	return (struct str){
		out, libdeflate_zlib_compress(with, bytes.at, bytes.len, out, room)};
}

struct str deflate_library(void)
{
	return STR("libdeflate " LIBDEFLATE_VERSION_STRING);
}
