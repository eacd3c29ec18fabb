/* mutate STEP FOLDER...: every ledger cut at every STEP-th byte, and with one bit of
 * every STEP-th byte turned: findings or documents, never a crash, a hang or money lost.
 *
 * The files are read once; a variant is one of them with other bytes. Children take some
 * hundred variants each and say in shared memory which one they are at, so that one that
 * dies is named, and the next child goes on behind it. */
#include <ftw.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "run/reprint.h"

enum {
	FILES = 64,
	BATCH = 512,   /* variants a child */
	SECONDS = 20,  /* for one of them */
	SET_EVERY = 8, /* sound ledgers are typeset now and then: it takes longest */
	DAY = 20787    /* 2026-11-30 */
};

static struct file {
	char path[256];
	char *bytes;
	size_t size;
} files[FILES];
static size_t nfiles;

static struct shared {
	atomic_ulong at, sound, set;
} * shared;

static struct file *mutated; /* and how: */
static size_t place;
static bool cut;

static int load(const char *path, const struct stat *status, int type, struct FTW *at)
{
	(void)at;
	size_t len = strlen(path);
	if (type != FTW_F || len < 6 || strcmp(path + len - 5, ".yaml") != 0 ||
	    strstr(path, "/."))
		return 0;
	if (nfiles == FILES)
		return 1;
	struct file *file = &files[nfiles++];
	FILE *in = fopen(path, "rb");
	snprintf(file->path, sizeof file->path, "%s", path);
	file->size = (size_t)status->st_size;
	file->bytes = malloc(file->size + 1);
	if (!in || !file->bytes || fread(file->bytes, 1, file->size, in) != file->size)
		exit(2);
	fclose(in);
	return 0;
}

static _Noreturn void breach(const char *law)
{
	fprintf(stderr, "mutate: a law is broken: %s\n", law);
	abort();
}

static struct ledger *read_variant(struct arena *arena, struct sources *sources,
				   struct notices *notices)
{
	const struct source *read[FILES];
	for (size_t i = 0; i < nfiles; i++) {
		const struct file *file = &files[i];
		size_t size = cut && file == mutated ? place : file->size;
		read[i] = source_from_bytes(sources, str_from_c(file->path),
					    (struct str){file->bytes, size});
	}
	return ledger_from_sources(arena, sources, read, nfiles, DAY, notices);
}

static void judge(struct book *book, struct notices *notices)
{
	size_t count;
	struct account_key *keys = account_list(book->arena, book->ledger, DAY, &count);
	book->accounts = ARENA_ARRAY(book->arena, struct escalation *, count);
	for (size_t i = 0; i < count && !notices->errors; i++) {
		struct account *account =
			account_reckon(book->arena, book->ledger, &keys[i], DAY, notices);
		book->accounts[book->naccounts++] =
			letter_judge(book->arena, account, notices);
	}
	if (notices_have(notices, NOTICE_INTERNAL_CONSERVATION))
		breach("money is neither lost nor made");
}

static void set(const struct book *book, struct notices *notices)
{
	const struct build_options all = {.kinds = BUILD_STATEMENTS | BUILD_LETTERS};
	struct reprint reprint;
	if (atomic_fetch_add(&shared->sound, 1) % SET_EVERY != 0)
		return;
	atomic_fetch_add(&shared->set, 1);
	if (!reprint_run(book->arena, book, &all, notices, &reprint) && !notices->errors)
		breach("what is not set is reported");
}

static void try_variant(FILE *nowhere)
{
	struct arena *arena = arena_new(0);
	struct sources *sources = sources_new();
	struct notices notices = notices_new(arena, sources);
	struct book book = {.arena = arena,
			    .sources = sources,
			    .folder = STR("/nonexistent"),
			    .payments_to = DAY,
			    .as_of = DAY};
	book.ledger = read_variant(arena, sources, &notices);
	if (!notices.errors)
		judge(&book, &notices);
	if (!notices.errors)
		set(&book, &notices);
	notices_print(&notices, nowhere, true);
	sources_free(sources);
	arena_free(arena);
}

/* Variants 2n and 2n + 1 of a file: cut before byte n, a bit of byte n turned. Which bit
 * goes with n, the highest too: then it is no UTF-8 any more. */
static void choose(struct file *file, size_t number)
{
	mutated = file;
	place = number / 2;
	cut = number % 2 == 0;
	if (!cut)
		file->bytes[place] = (char)(file->bytes[place] ^ 1 << place % 8);
}

static _Noreturn void work(struct file *file, size_t from, size_t step)
{
	FILE *nowhere = fopen("/dev/null", "w");
	size_t end = from + 2 * BATCH * step;
	for (size_t n = from; n < end && n < 2 * file->size;
	     n += n % 2 ? 2 * step - 1 : 1) {
		atomic_store(&shared->at, n);
		alarm(SECONDS);
		choose(file, n);
		try_variant(nowhere);
		if (!cut)
			choose(file, n); /* turned back */
	}
	_exit(0);
}

static unsigned long try_file(struct file *file, size_t step, unsigned long *bad)
{
	unsigned long tried = 0;
	for (size_t from = 0; from < 2 * file->size;) {
		int status;
		pid_t child = fork();
		if (child == 0)
			work(file, from, step);
		if (child < 0 || waitpid(child, &status, 0) < 0)
			exit(2);
		size_t at = atomic_load(&shared->at);
		tried += (at - from) / (2 * step) * 2 + 1 + at % 2;
		if (status != 0) {
			++*bad;
			printf("mutate: %s, byte %zu, %s: %s\n", file->path, at / 2,
			       at % 2 ? "turned" : "cut",
			       WIFSIGNALED(status) ? strsignal(WTERMSIG(status))
						   : "an exit");
		}
		from = at % 2 ? at + 2 * step - 1 : at + (status ? 1 : 2 * step);
	}
	return tried;
}

int main(int argc, char **argv)
{
	unsigned long tried = 0, bad = 0;
	size_t step = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
	shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
		      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (step == 0 || shared == MAP_FAILED)
		return 2;
	for (int i = 2; i < argc; i++) {
		nfiles = 0;
		if (nftw(argv[i], load, 16, FTW_PHYS) != 0 || nfiles == 0)
			return 2;
		for (size_t f = 0; f < nfiles; f++)
			tried += try_file(&files[f], step, &bad);
	}
	printf("mutate: %lu ledgers tried, %lu of them sound, %lu of these set, %lu bad\n",
	       tried, atomic_load(&shared->sound), atomic_load(&shared->set), bad);
	return bad != 0;
}
