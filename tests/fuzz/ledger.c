/* Entrance: ledger files, from memory; parts are divided by lines "%% name". */
#include "base/arena.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t size)
{
	enum { FILES = 8 };
	struct fuzz fuzz = fuzz_begin();
	const struct source *files[FILES];
	struct str rest = {(const char *)at, size}, name, next = STR("a.yaml");
	size_t count = 0;

	while (rest.len && count < FILES) {
		struct str bytes = fuzz_part(rest, &name, &rest);
		files[count++] = source_from_bytes(fuzz.sources, next, bytes);
		next = name;
	}
	struct ledger *ledger = ledger_from_sources(fuzz.arena, fuzz.sources, files,
						    count, fuzz.day, &fuzz.notices);
	fuzz_book(&fuzz, ledger, STR("/nonexistent"));
	fuzz_end(&fuzz);
	return 0;
}
