#include "meter.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

#define SECOND INT64_C(1000000000)
#define PAUSE (SECOND / 10) /* between two drawings */
#define CELLS 20u	    /* of the bar */
#define WIPE "\r\033[K"

struct meter meter_new(const struct call *call)
{
	const char *term = getenv("TERM");
	bool dumb = !term || !*term || strcmp(term, "dumb") == 0;

	return (struct meter){.on = isatty(STDERR_FILENO) && !dumb &&
				    !call_has(call, OPTION_QUIET),
			      .start = book_clock()};
}

static void put_bar(struct buf *out, size_t done, size_t of)
{
	size_t full = of ? done * CELLS / of : CELLS;

	buf_byte(out, '[');
	buf_fill(out, '#', full);
	buf_fill(out, '.', CELLS - full);
	buf_byte(out, ']');
}

struct str meter_line(struct arena *arena, size_t done, size_t of, size_t documents,
		      int64_t elapsed_ns)
{
	struct buf out = buf_new(arena, 0);
	int64_t milliseconds = elapsed_ns / 1000000 + 1;

	put_bar(&out, done, of);
	buf_format(&out, " %zu document%s", documents, documents == 1 ? "" : "s");
	buf_format(&out, ", %" PRId64 "/s", (int64_t)documents * 1000 / milliseconds);
	if (done) {
		int64_t left = milliseconds * (int64_t)(of - done) / (int64_t)done / 1000;

		buf_format(&out, ", %" PRId64 ":%02" PRId64 " left", left / 60,
			   left % 60);
	}
	return buf_str(&out);
}

static void see(void *data, size_t done, size_t of, size_t documents)
{
	struct meter *meter = data;
	int64_t now = book_clock();

	if (now - meter->drawn < PAUSE)
		return;
	meter->drawn = now;
	struct arena *arena = arena_new(256);
	struct str line = meter_line(arena, done, of, documents, now - meter->start);
	fprintf(stderr, WIPE "%.*s", STR_ARG(line));
	arena_free(arena);
}

struct build_watcher meter_watcher(struct meter *meter)
{
	return (struct build_watcher){meter->on ? see : NULL, meter};
}

void meter_wipe(const struct meter *meter)
{
	if (meter->on && meter->drawn)
		fputs(WIPE, stderr);
}
