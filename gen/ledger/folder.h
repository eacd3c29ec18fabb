/* folder: every file of a ledger's folder, read by several threads.
 * Floor 2. Owner: see reading.h; each thread's arenas are joined to the book's and the
 * desk's.
 *
 * Whatever the number of threads, the reading is the same as if one had read the files in
 * the order of their paths. */
#ifndef LEDGER_FOLDER_H
#define LEDGER_FOLDER_H

#include "ledger/reading.h"

/* Adds all that the files hold to the reading; `workers` threads at most. */
void folder_read(struct reading *reading, struct str folder, unsigned workers);

#endif
