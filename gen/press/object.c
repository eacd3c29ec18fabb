#include "press/object.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <stdlib.h>
#include <string.h>

enum {
	POOL = 1 << 10,	    /* [bytes] lent to libharu: the trailer needs a few of them */
	TRAILER = 4,	    /* entries that it adds there */
	FILE_PART = 64,	    /* [bytes] of an object's frame and its line in the table */
	FILE_REST = 2 << 10 /* [bytes] of head and trailer */
};

/* One object's content. */
struct piece {
	struct str entries, bytes;
	bool streams;
	HPDF_Stream out; /* while the file is written */
};

struct objects {
	struct arena *arena;
	struct piece *pieces; /* by number */
	size_t count, room;
	struct buf file;
};

/* What libharu is handed, of which it makes nothing itself: that would cost it ten times
 * what it has to write. Its dictionaries are empty but for the trailer; the entries are
 * written by the hook that it calls before ">>", the stream by the one it calls after. */
struct library {
	HPDF_Doc_Rec doc;
	HPDF_MMgr_Rec memory;
	struct pool {
		HPDF_MPool_Node_Rec node;
		_Alignas(16) HPDF_BYTE bytes[POOL];
	} pool;
	HPDF_List_Rec table, empty;
	HPDF_Xref_Rec xref;
	HPDF_Stream_Rec stream;
	HPDF_XrefEntry_Rec *entries; /* by number */
	HPDF_Dict_Rec *dicts;
};

static void insist(HPDF_STATUS status)
{
	if (status != HPDF_OK)
		abort();
}

/* libharu's allocator has no place for an arena: it is given a pool that is large enough
 * instead, and this is never reached. */
static void *refuse(HPDF_UINT size)
{
	(void)size;
	return NULL;
}

static void keep(void *memory)
{
	(void)memory;
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
	struct buf *file = stream->attr;
	memcpy(buf_open(file, size), at, size);
	file->len += size;
	return HPDF_OK;
}

unsigned object_reserve(struct objects *objects)
{
	if (objects->count == objects->room) {
		objects->pieces =
			arena_grow(objects->arena, objects->pieces, objects->room,
				   objects->room * 2, sizeof *objects->pieces);
		objects->room *= 2;
	}
	return (unsigned)objects->count++;
}

struct objects *object_open(struct arena *arena)
{
	struct objects *objects = ARENA_NEW(arena, struct objects);
	objects->arena = arena;
	objects->room = 128;
	objects->pieces = ARENA_ARRAY(arena, struct piece, objects->room);
	objects->count = OBJECT__COUNT;
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
static void prepare_file(struct objects *objects)
{
	size_t size = FILE_REST;
	for (size_t i = 0; i < objects->count; i++)
		size += FILE_PART + objects->pieces[i].entries.len +
			objects->pieces[i].bytes.len;
	objects->file = buf_new(objects->arena, 0);
	buf_open(&objects->file, size);
}

/* The table's first line is of no object; the trailer has its place, not its line. */
static void prepare_table(struct library *library, struct objects *objects)
{
	size_t count = objects->count;
	void **lines = ARENA_ARRAY(objects->arena, void *, count);
	library->entries = ARENA_ARRAY(objects->arena, HPDF_XrefEntry_Rec, count);
	library->dicts = ARENA_ARRAY(objects->arena, HPDF_Dict_Rec, count);
	for (size_t i = 0; i < count; i++) {
		HPDF_Dict dict = &library->dicts[i];
		dict->header.obj_class = HPDF_OCLASS_DICT;
		dict->header.obj_id = (HPDF_UINT32)i | HPDF_OTYPE_INDIRECT;
		dict->list = &library->empty;
		dict->write_fn = write_entries;
		dict->after_write_fn = write_bytes;
		dict->attr = &objects->pieces[i];
		library->entries[i] =
			(HPDF_XrefEntry_Rec){.entry_typ = HPDF_IN_USE_ENTRY, .obj = dict};
		lines[i] = &library->entries[i];
	}
	library->entries[0] = (HPDF_XrefEntry_Rec){.entry_typ = HPDF_FREE_ENTRY,
						   .gen_no = HPDF_MAX_GENERATION_NUM};
	library->table.obj = lines;
	library->table.count = (HPDF_UINT)count;
}

/* libharu adds to the trailer, with memory of its own. */
static void prepare_trailer(struct library *library)
{
	HPDF_MMgr memory = &library->memory;
	HPDF_Dict trailer = &library->dicts[OBJECT_TRAILER];
	*memory = (HPDF_MMgr_Rec){.error = &library->doc.error,
				  .alloc_fn = refuse,
				  .free_fn = keep,
				  .buf_size = POOL,
				  .mpool = &library->pool.node};
	library->pool.node =
		(HPDF_MPool_Node_Rec){.buf = library->pool.bytes, .size = POOL};
	trailer->header.obj_id = 0;
	trailer->mmgr = memory;
	trailer->error = memory->error;
	trailer->list = HPDF_List_New(memory, TRAILER);
}

/* What HPDF_NewEx does, with no more than a file needs. */
static HPDF_Doc open_library(struct library *library, struct objects *objects)
{
	HPDF_Doc doc = &library->doc;
	HPDF_Error error = &doc->error;
	prepare_table(library, objects);
	prepare_trailer(library);
	library->xref = (HPDF_Xref_Rec){.mmgr = &library->memory,
					.error = error,
					.entries = &library->table,
					.trailer = &library->dicts[OBJECT_TRAILER]};
	library->stream = (HPDF_Stream_Rec){.sig_bytes = HPDF_STREAM_SIG_BYTES,
					    .type = HPDF_STREAM_CALLBACK,
					    .mmgr = &library->memory,
					    .error = error,
					    .write_fn = take,
					    .attr = &objects->file};
	doc->mmgr = &library->memory;
	doc->sig_bytes = HPDF_SIG_BYTES;
	doc->pdf_version = HPDF_VER_17;
	doc->xref = &library->xref;
	doc->trailer = library->xref.trailer;
	doc->catalog = &library->dicts[OBJECT_CATALOG];
	doc->root_pages = &library->dicts[OBJECT_PAGES];
	doc->info = &library->dicts[OBJECT_INFO];
	doc->stream = &library->stream;
	return doc;
}

struct str object_save(struct objects *objects)
{
	struct library *library = ARENA_NEW(objects->arena, struct library);
	prepare_file(objects);
	HPDF_Doc doc = open_library(library, objects);
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
