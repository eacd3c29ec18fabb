/* csv: cells and records of RFC 4180.
 * Floor 0. Owner: the buffer's arena. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/str.h"

struct csv {
	struct buf *out;
	bool more; /* a cell stands before on this line */
};

/* A cell of text, quoted where needed. One that a spreadsheet would take for a formula
 * gets an apostrophe in front. */
void csv_text(struct csv *csv, struct str text);
/* A number as it stands: a minus sign is no formula here. */
void csv_number(struct csv *csv, struct str number);
/* Ends the record with CRLF. */
void csv_end(struct csv *csv);

#endif
