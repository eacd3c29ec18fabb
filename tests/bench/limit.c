/* limit RUN OUT THREADS: how fast could the documents of a run be written? Reads up to
 * 2,000 of them from the run directory RUN beforehand, then writes as many files as RUN
 * has, to the same paths below OUT, each with the same objects, text and fonts: numbers
 * formatted and operators put together by hand, pages deflated by libdeflate as the
 * product does, fonts as ready-compressed streams, the file assembled by hand. No ledger,
 * no layout, no digest: the floor under any program that writes these letters. Prints
 * seconds waited and seconds of processor time. */
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <libdeflate.h>

#include "press/lexeme.h"
#include "press/reread.h"

#define SAMPLES 2000u
#define MOST 65536u /* [bytes] of a page's operators, and more than any has here */

/* A stretch of operators as it stands, then a number [0.001] to be formatted. */
struct token {
	struct str text;
	long number;
	bool more;
};

struct part {
	struct str value;     /* of the object */
	struct str ready;     /* a stream to be copied; at NULL: none */
	struct token *tokens; /* of a page's contents, to be made */
	size_t ntokens;
};

struct letter {
	struct part *parts; /* by object, from 1 */
	size_t count;
	struct str trailer;
};

static struct arena *arena;
static struct letter letters[SAMPLES];
static size_t nletters;
static char **paths;
static size_t npaths, paths_room, root_length;
static atomic_size_t next;
static const char *out;

static double clock_of(clockid_t id)
{
	struct timespec at;
	clock_gettime(id, &at);
	return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static _Noreturn void give_up(const char *what)
{
	perror(what);
	exit(EXIT_FAILURE);
}

/* ---- beforehand ---- */

static int note(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	size_t length = strlen(path);
	(void)st;
	(void)ftw;
	if (type != FTW_F || length < 4 || strcmp(path + length - 4, ".pdf") != 0)
		return 0;
	if (npaths == paths_room) {
		size_t room = paths_room ? paths_room * 2 : 1024;
		paths = arena_grow(arena, paths, paths_room, room, sizeof *paths);
		paths_room = room;
	}
	paths[npaths++] = str_c(arena, (struct str){path, length});
	return 0;
}

static struct str load(const char *path)
{
	struct stat st;
	int fd = open(path, O_RDONLY);
	if (fd < 0 || fstat(fd, &st) != 0)
		give_up(path);
	char *at = arena_text(arena, (size_t)st.st_size);
	if (read(fd, at, (size_t)st.st_size) != st.st_size)
		give_up(path);
	close(fd);
	return (struct str){at, (size_t)st.st_size};
}

/* Operators as stretches and numbers. */
static void tokenize(struct part *part, struct str text)
{
	size_t from = 0, at = 0;
	part->tokens = ARENA_ARRAY(arena, struct token, text.len / 2 + 2);
	while (at < text.len) {
		struct lexeme lexeme = lexeme_next(text, at);
		struct str word = str_slice(text, lexeme.from, lexeme.to);
		at = lexeme.to;
		if (lexeme.kind == LEXEME_END)
			break;
		if (lexeme.kind != LEXEME_NUMBER)
			continue;
		part->tokens[part->ntokens++] =
			(struct token){str_slice(text, from, lexeme.from),
				       (long)(atof(str_c(arena, word)) * 1000), true};
		from = lexeme.to;
	}
	part->tokens[part->ntokens++] =
		(struct token){str_slice(text, from, text.len), 0, false};
}

static void unpack(struct part *part, struct str packed)
{
	static struct libdeflate_decompressor *with;
	char *at = arena_text(arena, MOST);
	size_t size;
	if (!with)
		with = libdeflate_alloc_decompressor();
	if (libdeflate_zlib_decompress(with, packed.at, packed.len, at, MOST, &size) != 0)
		give_up("a page's contents");
	tokenize(part, (struct str){at, size});
	part->ready = (struct str){NULL, 0};
}

/* The objects that are pages' contents. */
static bool *contents_of(const struct reread *reread)
{
	bool *contents = ARENA_ARRAY(arena, bool, reread->count);
	for (size_t i = 1; i < reread->count; i++) {
		size_t number = reread_number(reread_member(reread, i, STR("/Contents")));
		if (number > 0 && number < reread->count)
			contents[number] = true;
	}
	return contents;
}

static void read_letter(struct letter *letter, const char *path)
{
	struct reread reread;
	if (!reread_open(arena, load(path), &reread))
		give_up(path);
	const bool *contents = contents_of(&reread);
	letter->count = reread.count;
	letter->parts = ARENA_ARRAY(arena, struct part, reread.count);
	letter->trailer = str_format(arena,
				     "trailer\n<</Size %zu/Root 1 0 R/Info 3 0 R>>\n"
				     "startxref\n",
				     reread.count);
	for (size_t i = 1; i < reread.count; i++) {
		struct part *part = &letter->parts[i];
		part->value = reread_value(&reread, i);
		part->ready = reread_stream(&reread, part->value);
		if (contents[i])
			unpack(part, part->ready);
	}
}

/* ---- the work ---- */

struct bench {
	char *at;
	size_t len;
};

static void put(struct bench *to, struct str s)
{
	memcpy(to->at + to->len, s.at, s.len);
	to->len += s.len;
}

static void put_number(struct bench *to, unsigned long n)
{
	char digits[24];
	size_t at = sizeof digits;
	do
		digits[--at] = (char)('0' + n % 10);
	while (n /= 10);
	put(to, (struct str){digits + at, sizeof digits - at});
}

static void put_thousandths(struct bench *to, long n)
{
	unsigned long size = (unsigned long)(n < 0 ? -n : n);
	if (n < 0)
		put(to, STR("-"));
	put_number(to, size / 1000);
	if (size % 1000) {
		char digits[4] = {'.', (char)('0' + size / 100 % 10),
				  (char)('0' + size / 10 % 10), (char)('0' + size % 10)};
		size_t len = 4;
		while (digits[len - 1] == '0')
			len--;
		put(to, (struct str){digits, len});
	}
}

struct room {
	struct libdeflate_compressor *with;
	struct bench file, page;
	char *packed;
};

static void put_stream(struct bench *to, struct str stream)
{
	put(to, STR("\nstream\n"));
	put(to, stream);
	put(to, STR("\nendstream"));
}

static void assemble(struct room *room, const struct letter *letter)
{
	struct bench *file = &room->file;
	size_t offsets[4096];
	file->len = 0;
	put(file, STR("%PDF-1.7\n"));
	for (size_t i = 1; i < letter->count && i < 4096; i++) {
		const struct part *part = &letter->parts[i];
		offsets[i] = file->len;
		put_number(file, i);
		put(file, STR(" 0 obj\n"));
		if (!part->ntokens)
			put(file, part->value);
		if (part->ready.at)
			put_stream(file, part->ready);
		if (part->ntokens) {
			room->page.len = 0;
			for (size_t t = 0; t < part->ntokens; t++) {
				put(&room->page, part->tokens[t].text);
				if (part->tokens[t].more)
					put_thousandths(&room->page,
							part->tokens[t].number);
			}
			size_t size = libdeflate_zlib_compress(room->with, room->page.at,
							       room->page.len,
							       room->packed, 2 * MOST);
			put(file, STR("<</Filter/FlateDecode/Length "));
			put_number(file, size);
			put(file, STR(">>"));
			put_stream(file, (struct str){room->packed, size});
		}
		put(file, STR("\nendobj\n"));
	}
	size_t table = file->len;
	put(file, STR("xref\n0 "));
	put_number(file, letter->count);
	put(file, STR("\n0000000000 65535 f \n"));
	for (size_t i = 1; i < letter->count && i < 4096; i++) {
		char line[] = "0000000000 00000 n \n";
		size_t at = 10;
		for (size_t n = offsets[i]; n; n /= 10)
			line[--at] = (char)('0' + n % 10);
		put(file, (struct str){line, 20});
	}
	put(file, letter->trailer);
	put_number(file, table);
	put(file, STR("\n%%EOF\n"));
}

static void write_file(const struct room *room, const char *path)
{
	char name[4096];
	snprintf(name, sizeof name, "%s%s", out, path + root_length);
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
	if (fd < 0) {
		for (char *at = name + strlen(out) + 1; (at = strchr(at, '/'));
		     *at++ = '/') {
			*at = 0;
			mkdir(name, 0700);
		}
		fd = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
	}
	if (fd < 0 ||
	    write(fd, room->file.at, room->file.len) != (ssize_t)room->file.len ||
	    close(fd) != 0)
		give_up(name);
}

static void *work(void *data)
{
	struct room *room = data;
	for (size_t i; (i = atomic_fetch_add(&next, 1)) < npaths;) {
		assemble(room, &letters[i % nletters]);
		write_file(room, paths[i]);
	}
	return NULL;
}

int main(int argc, char **argv)
{
	pthread_t threads[64];
	struct room rooms[64];
	int count = argc == 4 ? atoi(argv[3]) : 0;
	if (count < 1 || count > 64)
		return 2;
	arena = arena_new(0);
	root_length = strlen(argv[1]);
	if (nftw(argv[1], note, 16, FTW_PHYS) != 0 || npaths == 0)
		give_up(argv[1]);
	/* A sample from all over the run. */
	for (; nletters < SAMPLES && nletters < npaths; nletters++)
		read_letter(&letters[nletters],
			    paths[npaths <= SAMPLES ? nletters
						    : nletters * (npaths / SAMPLES)]);
	out = argv[2];
	mkdir(out, 0700);
	for (int i = 0; i < count; i++)
		rooms[i] = (struct room){.with = libdeflate_alloc_compressor(1),
					 .file.at = arena_text(arena, 1u << 22),
					 .page.at = arena_text(arena, 2 * MOST),
					 .packed = arena_text(arena, 2 * MOST)};
	double start = clock_of(CLOCK_MONOTONIC),
	       used = clock_of(CLOCK_PROCESS_CPUTIME_ID);
	for (int i = 0; i < count; i++)
		if (pthread_create(&threads[i], NULL, work, &rooms[i]) != 0)
			give_up("thread");
	for (int i = 0; i < count; i++)
		pthread_join(threads[i], NULL);
	printf("%.3f %.3f\n", clock_of(CLOCK_MONOTONIC) - start,
	       clock_of(CLOCK_PROCESS_CPUTIME_ID) - used);
	return EXIT_SUCCESS;
}
