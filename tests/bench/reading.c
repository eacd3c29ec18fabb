/* reading FOLDER: reads the ledger with one thread into a frozen book and prints the
 * seconds of processor time it took, the bytes the book holds, and the bytes of YAML it
 * was made from. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "ledger/ledger.h"

static double now(void)
{
	struct timespec at;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
	return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static size_t sizes(const struct sources *sources)
{
	size_t bytes = 0;
	for (size_t i = 1; i <= sources_count(sources); i++)
		bytes += source_at(sources, (uint32_t)i)->bytes.len;
	return bytes;
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 2;
	struct arena *book = arena_new(0), *arena = arena_new(0);
	struct sources *sources = sources_new();
	struct notices notices = notices_new(arena, sources);
	double start = now();
	ledger_read(book, sources, str_from_c(argv[1]), 1, DATE_NONE, &notices);
	double seconds = now() - start;
	if (notices.errors) {
		notices_print(&notices, stderr, false);
		return EXIT_FAILURE;
	}
	printf("%.3f %zu %zu\n", seconds, arena_bytes(book), sizes(sources));
	return EXIT_SUCCESS;
}
