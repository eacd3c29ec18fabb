/* reading FOLDER...: reads each ledger into a frozen book and prints, for all of them,
 * the seconds it took, the bytes the books hold, and the bytes of YAML they were made
 * from. */
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
	double start = now();
	size_t held = 0, bytes = 0;
	for (int i = 1; i < argc; i++) {
		struct arena *book = arena_new(0), *arena = arena_new(0);
		struct sources *sources = sources_new();
		struct notices notices = notices_new(arena, sources);
		ledger_read(book, sources, str_from_c(argv[i]), 1, DATE_NONE, &notices);
		held += arena_bytes(book);
		bytes += sizes(sources);
		if (notices.errors)
			notices_print(&notices, stderr, false);
		sources_free(sources);
		arena_free(arena);
		arena_free(book);
	}
	printf("%.3f %zu %zu\n", now() - start, held, bytes);
	return EXIT_SUCCESS;
}
