/* reading FOLDER [THREADS]: reads the ledger, with one thread unless told, into a frozen
 * book and prints the seconds of processor time it took, the bytes the book holds, and
 * the seconds waited. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "ledger/ledger.h"

static double clock_of(clockid_t id)
{
	struct timespec at;
	clock_gettime(id, &at);
	return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	unsigned threads = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 1;
	struct arena *book = arena_new(0), *arena = arena_new(0);
	struct sources *sources = sources_new();
	struct notices notices = notices_new(arena, sources);
	double used = clock_of(CLOCK_PROCESS_CPUTIME_ID);
	double waited = clock_of(CLOCK_MONOTONIC);
	ledger_read(book, sources, str_from_c(argv[1]), threads, DATE_NONE, &notices);
	used = clock_of(CLOCK_PROCESS_CPUTIME_ID) - used;
	waited = clock_of(CLOCK_MONOTONIC) - waited;
	if (notices.errors) {
		notices_print(&notices, stderr, false);
		return EXIT_FAILURE;
	}
	printf("%.3f %zu %.3f\n", used, arena_bytes(book), waited);
	return EXIT_SUCCESS;
}
