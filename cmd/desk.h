/* desk: the steps that commands on a ledger share: the day, the book, the findings.
 * Floor 7. Owner: the desk owns its arena and sources until desk_close. */
#ifndef CMD_DESK_H
#define CMD_DESK_H

#include "call.h"
#include "report.h"
#include "run/book.h"

struct desk {
	struct call *call;
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct book *book;
	date as_of;
	report_form *form; /* of the findings, as data; NULL: for people */
	const char
		*outcome; /* last words of the line that counts, when something fails */
};

/* Reads and reckons the ledger named first on the command line. False after a usage
 * error: nothing to close then. */
bool desk_open(struct desk *desk, struct call *call);
/* The same without reckoning any account: what is done with them is done one by one. */
bool desk_read(struct desk *desk, struct call *call);
/* As desk_open, for a day that the command knows itself. */
bool desk_open_on(struct desk *desk, struct call *call, date as_of);

/* Tells on standard error which day this is about; data in other forms carry it
 * themselves. */
void desk_say_day(const struct desk *desk);

/* True while there are no errors, nor warnings with --strict: data may be given out. */
bool desk_is_sound(const struct desk *desk);

/* Prints every finding (in the desk's form, if it has one) and the line that counts them.
 * What they mean for the exit code: done, findings (errors, or warnings with --strict),
 * or a bug. */
enum ending desk_findings(struct desk *desk);

/* Time of a phase on standard error, with -v: "phase: reading 0.125". */
void desk_phase(const struct desk *desk, const char *phase, int64_t ns);

void desk_close(struct desk *desk);

#endif
