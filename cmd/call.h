/* call: one command line, read: the command, its options and operands, and where it
 * speaks. Floor 7. Owner: `arena` lives until the program ends; argv's words are
 * borrowed. */
#ifndef CMD_CALL_H
#define CMD_CALL_H

#include "base/date.h"
#include "base/near.h"
#include "command.h"

struct given {
	const char **items;
	size_t count; /* of a flag: how often */
};

struct call {
	struct arena *arena;
	const struct command *command; /* NULL until the verb is known */
	struct given options[OPTION__COUNT];
	struct given operands;
	bool color_out, color_err; /* colours on standard output, standard error */
	struct confinement {
		bool files;   /* shut: all but the command's reaches */
		bool sockets; /* shut: sockets, new programs, other processes */
	} confined;
	bool write_failed; /* standard output: disk full or the like, told once */
};

/* True when the option was given. */
bool call_has(const struct call *call, enum option_id id);
/* Its last value, or `absent`. */
const char *call_value(const struct call *call, enum option_id id, const char *absent);

/* Settles the colours from --color, NO_COLOR, TERM and whether these are terminals. */
void call_choose_colors(struct call *call);

/* The as-of day: --as-of, else today; required when CI is set. False after a usage error.
 */
bool call_day(const struct call *call, date *day);
date call_today(void); /* by the clock and the time zone of this machine */

/* How many threads: --jobs, else the cores this process may use. False after a usage
 * error.
 */
bool call_jobs(const struct call *call, unsigned *jobs);

/* Says "collectgen: error: …" on standard error; control characters are made visible. */
void call_fault(const struct call *call, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* A line "  = help: …" after it. */
void call_help(const struct call *call, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* What the environment (disk, memory, lock, font) stands in the way with, and what to do.
 */
enum ending call_obstacle(const struct call *call, struct str fault);
/* A line of news on standard error, not with -q. */
void call_note(const struct call *call, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Data to standard output. */
void call_write(struct call *call, struct str text);
/* Flushes it; `ending`, or ENDING_ENVIRONMENT when it could not all be written. A reader
 * that has gone (EPIPE) is no fault. */
enum ending call_close(struct call *call, enum ending ending);

#endif
