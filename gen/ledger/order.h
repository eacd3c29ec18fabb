/* order: the frozen order of every array, whatever order the files had.
 * Floor 2. Owner: the book.
 *
 * Every order is total: what is equal in all that is compared is equal in all that
 * matters, and falls back to the number or to the texts. */
#ifndef LEDGER_ORDER_H
#define LEDGER_ORDER_H

#include "ledger/reading.h"

/* Moves the shelves into the ledger's arrays, sorted as ledger.h says. Records that no
 * customer could be found for stand first. */
void order_freeze(struct reading *reading);

#endif
