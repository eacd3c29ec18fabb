#include "diag/source.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "diag/lines.h"

/* A folder that files were read from, held open so that they can be read again. */
struct folder {
	int open;
	dev_t device;
	ino_t inode;
};

struct slot {
	struct source source;
	struct arena
		*arena; /* of the bytes; NULL when they are someone else's or dropped */
	struct lines lines; /* count 0: not counted yet */
	uint64_t imprint;   /* of the bytes, once dropped: have they stayed the same? */
	int folder;	    /* an open folder, or AT_FDCWD */
	const char *path;   /* below it */
};

struct sources {
	pthread_mutex_t
		lock; /* of all that follows: files may be added by several threads */
	struct arena *arena;
	struct slot **slots;
	size_t count, room;
	struct folder *folders;
	size_t nfolders, folders_room;
	struct str root; /* the folder asked for last, ... */
	int root_open;	 /* ... open */
};

/* Reads to the end of the file, which may be longer or shorter than it was said to be. */
static enum source_fault drain(int file, size_t expected, struct arena *arena,
			       struct str *bytes)
{
	size_t len = 0, room = expected + 1;
	char *at = arena_text(arena, room);
	for (;;) {
		ssize_t n = read(file, at + len, room - len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return source_fault_from_errno(errno);
		if (n == 0)
			break;
		len += (size_t)n;
		if (len > LIMIT_FILE_BYTES) {
			errno = EFBIG;
			return SOURCE_LARGE;
		}
		if (len < room)
			continue;
		at = arena_grow(arena, at, room, 2 * room, 1);
		room *= 2;
	}
	*bytes = (struct str){at, len};
	return SOURCE_OK;
}

/* The bytes of an open file, in an arena of their own. */
static enum source_fault load_open(int file, struct arena **arena, struct str *bytes)
{
	struct stat status;
	if (fstat(file, &status) != 0)
		return source_fault_from_errno(errno);
	if (!S_ISREG(status.st_mode)) {
		errno = S_ISDIR(status.st_mode) ? EISDIR : ENXIO;
		return SOURCE_NOT_FILE;
	}
	if (status.st_size > (off_t)LIMIT_FILE_BYTES) {
		errno = EFBIG;
		return SOURCE_LARGE;
	}
	size_t size = (size_t)status.st_size;
	*arena = arena_new(size + 1);
	enum source_fault fault = drain(file, size, *arena, bytes);
	if (fault != SOURCE_OK) {
		arena_free(*arena);
		*arena = NULL;
	}
	return fault;
}

/* Opens what lies below an open folder, whatever its links say. A kernel before 5.6
 * cannot tell where a link leads: then it follows none at the end of the path. */
static int open_below(int folder, const char *path, int flags)
{
	const struct open_how how = {
		.flags = (unsigned)flags,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
	};
	int file = (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
	if (file < 0 && errno == ENOSYS)
		return openat(folder, path, flags | O_NOFOLLOW);
	return file;
}

/* O_NONBLOCK: opening a pipe without a writer must not wait. */
static enum source_fault load(int folder, const char *path, struct arena **arena,
			      struct str *bytes)
{
	const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
	int file;
	do
		file = folder == AT_FDCWD ? openat(folder, path, flags)
					  : open_below(folder, path, flags);
	while (file < 0 && (errno == EINTR || errno == EAGAIN));
	if (file < 0)
		return source_fault_from_errno(errno);
	enum source_fault fault = load_open(file, arena, bytes);
	int number = errno;
	close(file);
	errno = number;
	return fault;
}

/* A descriptor of the folder that stays open as long as the sources live. */
static int keep_folder(struct sources *sources, int folder)
{
	struct stat status;
	if (folder == AT_FDCWD || fstat(folder, &status) != 0)
		return folder;
	for (size_t i = 0; i < sources->nfolders; i++) {
		const struct folder *known = &sources->folders[i];
		if (known->device == status.st_dev && known->inode == status.st_ino)
			return known->open;
	}
	int open = fcntl(folder, F_DUPFD_CLOEXEC, 0);
	if (open < 0)
		return folder;
	if (sources->nfolders == sources->folders_room) {
		size_t room = sources->folders_room * 2 + 2;
		sources->folders =
			arena_grow(sources->arena, sources->folders, sources->nfolders,
				   room, sizeof(struct folder));
		sources->folders_room = room;
	}
	sources->folders[sources->nfolders++] =
		(struct folder){open, status.st_dev, status.st_ino};
	return open;
}

/* The lock must be held. */
static struct slot *add(struct sources *sources, struct str shown, struct str bytes)
{
	if (sources->count == sources->room) {
		size_t room = sources->room ? sources->room * 2 : 16;
		sources->slots = arena_grow(sources->arena, sources->slots,
					    sources->count, room, sizeof(struct slot *));
		sources->room = room;
	}
	struct slot *slot = ARENA_NEW(sources->arena, struct slot);
	sources->slots[sources->count++] = slot;
	slot->source.path = str_copy(sources->arena, shown);
	slot->source.bytes = bytes;
	slot->source.file = (uint32_t)sources->count;
	return slot;
}

/* The bytes of a file that was dropped, read again; none if it is no longer the same. */
static void recall(struct slot *slot)
{
	struct str bytes = {0};
	if (slot->source.bytes.at || !slot->source.on_disk)
		return;
	if (load(slot->folder, slot->path, &slot->arena, &bytes) != SOURCE_OK)
		return;
	if (str_hash(bytes) == slot->imprint) {
		slot->source.bytes = bytes;
		return;
	}
	arena_free(slot->arena);
	slot->arena = NULL;
}

struct sources *sources_new(void)
{
	struct arena *arena = arena_new(0);
	struct sources *sources = ARENA_NEW(arena, struct sources);
	sources->arena = arena;
	pthread_mutex_init(&sources->lock, NULL);
	return sources;
}

void sources_free(struct sources *sources)
{
	if (!sources)
		return;
	sources_drop(sources);
	for (size_t i = 0; i < sources->nfolders; i++)
		close(sources->folders[i].open);
	pthread_mutex_destroy(&sources->lock);
	arena_free(sources->arena);
}

int source_root(struct sources *sources, struct str folder)
{
	pthread_mutex_lock(&sources->lock);
	if (!sources->root.len || !str_equal(sources->root, folder)) {
		const char *path = folder.len ? str_c(sources->arena, folder) : ".";
		int open_now = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
		sources->root_open = open_now < 0 ? -1 : keep_folder(sources, open_now);
		sources->root = str_copy(sources->arena, folder);
		if (open_now < 0)
			sources->root.len = 0;
		else if (sources->root_open != open_now)
			close(open_now);
	}
	int open_folder = sources->root_open;
	pthread_mutex_unlock(&sources->lock);
	return open_folder;
}

enum source_fault source_read(struct sources *sources, int folder, struct str path,
			      struct str shown, const struct source **source)
{
	struct str bytes = {NULL, 0};
	struct arena *arena = NULL;
	*source = NULL;
	pthread_mutex_lock(&sources->lock);
	const char *name = str_c(sources->arena, path);
	int kept = keep_folder(sources, folder);
	pthread_mutex_unlock(&sources->lock);
	enum source_fault fault = load(kept, name, &arena, &bytes);
	if (fault != SOURCE_OK)
		return fault;
	pthread_mutex_lock(&sources->lock);
	struct slot *slot = add(sources, shown, bytes);
	slot->arena = arena;
	slot->source.on_disk = true;
	slot->folder = kept;
	slot->path = name;
	pthread_mutex_unlock(&sources->lock);
	*source = &slot->source;
	return SOURCE_OK;
}

/* So that who asks what was read hears of it, and can tell it from another. */
static void note_dropped(struct sources *sources, int folder, struct str path,
			 struct str bytes)
{
	pthread_mutex_lock(&sources->lock);
	struct slot *slot = add(sources, path, (struct str){NULL, 0});
	slot->path = str_c(sources->arena, path);
	slot->folder = keep_folder(sources, folder);
	slot->imprint = str_hash(bytes);
	slot->source.on_disk = true;
	pthread_mutex_unlock(&sources->lock);
}

enum source_fault source_bytes(struct sources *sources, struct arena *arena, int folder,
			       struct str path, size_t most, struct str *bytes)
{
	struct arena *own = NULL;
	enum source_fault fault = load(folder, str_c(arena, path), &own, bytes);
	if (fault != SOURCE_OK)
		return fault;
	if (bytes->len > most)
		fault = SOURCE_LARGE;
	else
		*bytes = str_copy(arena, *bytes);
	arena_free(own);
	if (fault == SOURCE_OK)
		note_dropped(sources, folder, path, *bytes);
	return fault;
}

uint32_t source_announce(struct sources *sources, int folder, struct str path,
			 struct str shown)
{
	pthread_mutex_lock(&sources->lock);
	struct slot *slot = add(sources, shown, (struct str){NULL, 0});
	slot->path = str_c(sources->arena, path);
	slot->folder = keep_folder(sources, folder);
	pthread_mutex_unlock(&sources->lock);
	return slot->source.file;
}

enum source_fault source_fetch(struct sources *sources, uint32_t file,
			       const struct source **source)
{
	struct str bytes = {NULL, 0};
	struct arena *arena = NULL;
	*source = NULL;
	pthread_mutex_lock(&sources->lock);
	struct slot *slot = sources->slots[file - 1];
	pthread_mutex_unlock(&sources->lock);
	enum source_fault fault = load(slot->folder, slot->path, &arena, &bytes);
	if (fault != SOURCE_OK)
		return fault;
	pthread_mutex_lock(&sources->lock);
	slot->arena = arena;
	slot->source.bytes = bytes;
	slot->source.on_disk = true;
	pthread_mutex_unlock(&sources->lock);
	*source = &slot->source;
	return SOURCE_OK;
}

const struct source *source_from_bytes(struct sources *sources, struct str shown,
				       struct str bytes)
{
	if (!bytes.at)
		bytes = STR("");
	pthread_mutex_lock(&sources->lock);
	struct slot *slot = add(sources, shown, bytes);
	pthread_mutex_unlock(&sources->lock);
	return &slot->source;
}

const struct source *source_at(const struct sources *sources, uint32_t file)
{
	/* The lock alone is changed; pthread has no const form. */
	pthread_mutex_t *lock = (pthread_mutex_t *)&sources->lock;
	pthread_mutex_lock(lock);
	bool known = file > 0 && file <= sources->count;
	const struct source *source = known ? &sources->slots[file - 1]->source : NULL;
	pthread_mutex_unlock(lock);
	return source;
}

size_t sources_count(const struct sources *sources)
{
	pthread_mutex_t *lock = (pthread_mutex_t *)&sources->lock;
	pthread_mutex_lock(lock);
	size_t count = sources->count;
	pthread_mutex_unlock(lock);
	return count;
}

uint64_t source_imprint(const struct sources *sources, uint32_t file)
{
	const struct slot *slot = sources->slots[file - 1];
	return slot->source.bytes.at ? str_hash(slot->source.bytes) : slot->imprint;
}

/* `imprint` is of the slot's bytes. */
static void drop(struct slot *slot, uint64_t imprint)
{
	slot->imprint = imprint;
	arena_free(slot->arena);
	slot->arena = NULL;
	slot->source.bytes = (struct str){NULL, 0};
	slot->lines = (struct lines){NULL, 0};
}

/* Bytes are hashed outside the lock: each thread drops what it has read. */
void source_drop(struct sources *sources, uint32_t file)
{
	uint64_t imprint = str_hash(source_at(sources, file)->bytes);
	pthread_mutex_lock(&sources->lock);
	if (sources->slots[file - 1]->arena)
		drop(sources->slots[file - 1], imprint);
	pthread_mutex_unlock(&sources->lock);
}

void sources_drop(struct sources *sources)
{
	pthread_mutex_lock(&sources->lock);
	for (size_t i = 0; i < sources->count; i++) {
		struct slot *slot = sources->slots[i];
		if (slot->arena)
			drop(slot, str_hash(slot->source.bytes));
	}
	pthread_mutex_unlock(&sources->lock);
}

struct place source_place(struct sources *sources, struct span span)
{
	struct place place = {0};
	pthread_mutex_lock(&sources->lock);
	if (span.file > 0 && span.file <= sources->count) {
		struct slot *slot = sources->slots[span.file - 1];
		recall(slot);
		struct str bytes = slot->source.bytes;
		struct arena *arena = slot->arena ? slot->arena : sources->arena;
		if (bytes.at && slot->lines.count == 0)
			slot->lines = lines_new(arena, bytes);
		if (bytes.at)
			place = lines_place(&slot->lines, bytes, span.at);
	}
	pthread_mutex_unlock(&sources->lock);
	return place;
}
