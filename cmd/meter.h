/* meter: how far a build is, on a terminal.
 * Floor 7. Owner: the caller; one build, one meter.
 *
 * One line on standard error, drawn over itself at most ten times a second and wiped at
 * the end. Where nobody watches – a pipe, a dumb terminal, -q – there is none. */
#ifndef CMD_METER_H
#define CMD_METER_H

#include "call.h"
#include "run/build.h"

struct meter {
	bool on;
	int64_t start, drawn; /* [ns] of book_clock */
};

struct meter meter_new(const struct call *call);
/* For build_options.watcher; draws when it is time to. */
struct build_watcher meter_watcher(struct meter *meter);
/* The line itself: a bar, documents, their rate, the time left. */
struct str meter_line(struct arena *arena, size_t done, size_t of, size_t documents,
		      int64_t elapsed_ns);
void meter_wipe(const struct meter *meter);

#endif
