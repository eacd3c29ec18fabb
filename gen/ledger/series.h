/* series: invoice numbers that climb: gaps, and days out of order.
 * Floor 2. Owner: nothing but warnings, at most one of each kind a series.
 *
 * A series is what is alike but for the last digits of the number; credit notes may share
 * it. Only one that is whole but for a few is looked at: numbers that were never meant to
 * be in sequence say nothing. */
#ifndef LEDGER_SERIES_H
#define LEDGER_SERIES_H

#include "ledger/reading.h"

/* To be called when the records are known, of a ledger without errors: what could not be
 * read would look like a gap. */
void series_check(struct reading *reading);

#endif
