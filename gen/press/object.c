#include "press/object.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <stdlib.h>

enum {
	POOL = 16 << 10,    /* [bytes] lent to libharu at a time */
	CALL = 2 << 10,	    /* [bytes] no call needs more, ... */
	TABLE_STEP = 1024,  /* ... unless its table of objects grows, by so many places */
	FILE_PART = 64,	    /* [bytes] of an object's frame and its line in the table */
	FILE_REST = 2 << 10 /* [bytes] of head and trailer */
};

/* One object's content. libharu's dictionaries are kept empty: `entries` is written by
 * the hook that it calls before ">>", the stream by the one it calls after. */
struct piece {
	HPDF_Dict dict;
	struct str entries, bytes;
	bool streams;
	HPDF_Stream out; /* while the file is written */
};

struct objects {
	struct arena *arena;
	HPDF_Doc_Rec doc;
	HPDF_MMgr_Rec memory;
	struct piece *pieces; /* by number */
	size_t room;
	struct buf file;
};

static void insist(HPDF_STATUS status)
{
	if (status != HPDF_OK)
		abort();
}

/* libharu's allocator has no place for an arena: it is given pools that are always large
 * enough for the next call instead, and this is never reached. */
static void *refuse(HPDF_UINT size)
{
	(void)size;
	return NULL;
}

static void keep(void *memory)
{
	(void)memory;
}

/* Sees to it that the next call finds its memory. */
static void stock(struct objects *objects)
{
	HPDF_MPool_Node node = objects->memory.mpool;
	size_t need = CALL,
	       count = objects->doc.xref ? objects->doc.xref->entries->count : 0;
	if (count % TABLE_STEP <= 1)
		need += (count + TABLE_STEP) * sizeof(void *);
	if (node && node->size - node->used_size >= need)
		return;
	size_t size = need > POOL ? 2 * need : POOL;
	struct pool {
		HPDF_MPool_Node_Rec node;
		_Alignas(16) HPDF_BYTE bytes[];
	} *pool = arena_alloc(objects->arena, sizeof *pool + size);
	pool->node = (HPDF_MPool_Node_Rec){
		.buf = pool->bytes, .size = (HPDF_UINT)size, .next_node = node};
	objects->memory.mpool = &pool->node;
}

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream out)
{
	struct piece *piece = dict->attr;
	piece->out = out;
	return HPDF_Stream_Write(out, (const HPDF_BYTE *)piece->entries.at,
				 (HPDF_UINT)piece->entries.len);
}

static HPDF_STATUS write_bytes(HPDF_Dict dict)
{
	const struct piece *piece = dict->attr;
	if (!piece->streams)
		return HPDF_OK;
	insist(HPDF_Stream_WriteStr(piece->out, "stream\n"));
	insist(HPDF_Stream_Write(piece->out, (const HPDF_BYTE *)piece->bytes.at,
				 (HPDF_UINT)piece->bytes.len));
	return HPDF_Stream_WriteStr(piece->out, "\nendstream");
}

static HPDF_STATUS take(HPDF_Stream stream, const HPDF_BYTE *at, HPDF_UINT size)
{
	buf_put(stream->attr, (struct str){(const char *)at, size});
	return HPDF_OK;
}

static void enlist(struct objects *objects, unsigned number, HPDF_Dict dict)
{
	if (number >= objects->room) {
		objects->pieces =
			arena_grow(objects->arena, objects->pieces, objects->room,
				   objects->room * 2, sizeof *objects->pieces);
		objects->room *= 2;
	}
	objects->pieces[number].dict = dict;
}

unsigned object_reserve(struct objects *objects)
{
	stock(objects);
	HPDF_Dict dict = HPDF_Dict_New(&objects->memory);
	insist(HPDF_Xref_Add(objects->doc.xref, dict));
	unsigned number = dict->header.obj_id & 0x00FFFFFF;
	enlist(objects, number, dict);
	return number;
}

struct objects *object_open(struct arena *arena)
{
	struct objects *objects = ARENA_NEW(arena, struct objects);
	HPDF_Doc doc = &objects->doc;
	objects->arena = arena;
	objects->room = 64;
	objects->pieces = ARENA_ARRAY(arena, struct piece, objects->room);
	/* What HPDF_NewEx does, with memory of our own and no more than a file needs. */
	objects->memory = (HPDF_MMgr_Rec){.error = &doc->error,
					  .alloc_fn = refuse,
					  .free_fn = keep,
					  .buf_size = POOL};
	doc->mmgr = &objects->memory;
	doc->sig_bytes = HPDF_SIG_BYTES;
	doc->pdf_version = HPDF_VER_17;
	stock(objects);
	doc->xref = HPDF_Xref_New(&objects->memory, 0);
	doc->trailer = doc->xref->trailer;
	objects->pieces[OBJECT_TRAILER].dict = doc->trailer;
	doc->catalog = objects->pieces[object_reserve(objects)].dict;
	doc->root_pages = objects->pieces[object_reserve(objects)].dict;
	doc->info = objects->pieces[object_reserve(objects)].dict;
	return objects;
}

void object_dictionary(struct objects *objects, unsigned number, struct str entries)
{
	objects->pieces[number].entries = entries;
}

void object_stream(struct objects *objects, unsigned number, struct str entries,
		   struct str bytes)
{
	struct buf buf = buf_new(objects->arena, 0);
	buf_put(&buf, STR("/Length "));
	buf_int(&buf, (int64_t)bytes.len);
	buf_put(&buf, entries);
	struct piece *piece = &objects->pieces[number];
	piece->entries = buf_str(&buf);
	piece->bytes = bytes;
	piece->streams = true;
}

/* The file's length is guessed well, so that it is written into one place. */
static void prepare_file(struct objects *objects, size_t count)
{
	size_t size = FILE_REST;
	for (size_t i = 0; i < count; i++)
		size += FILE_PART + objects->pieces[i].entries.len +
			objects->pieces[i].bytes.len;
	objects->file = buf_new(objects->arena, 0);
	objects->file.at = arena_text(objects->arena, size);
	objects->file.room = size;
}

struct str object_save(struct objects *objects)
{
	HPDF_Doc doc = &objects->doc;
	size_t count = doc->xref->entries->count;
	for (size_t i = 0; i < count; i++) {
		HPDF_Dict dict = objects->pieces[i].dict;
		dict->attr = &objects->pieces[i];
		dict->write_fn = write_entries;
		dict->after_write_fn = write_bytes;
	}
	prepare_file(objects, count);
	stock(objects);
	doc->stream = HPDF_CallbackWriter_New(&objects->memory, take, &objects->file);
	insist(HPDF_SaveToStream(doc));
	insist(doc->error.error_no);
	return buf_str(&objects->file);
}

struct str object_library(void)
{
	bool same = str_equal(str_from_c(HPDF_GetVersion()), STR(HPDF_VERSION_TEXT));
	return same ? STR("libharu " HPDF_VERSION_TEXT)
		    : STR("libharu, another than " HPDF_VERSION_TEXT);
}
