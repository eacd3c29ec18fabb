/* filing: a run's manifest, written with a pen piece by piece.
 * Floor 6. Owner: nothing is kept. */
#ifndef RUN_FILING_H
#define RUN_FILING_H

#include "run/manifest.h"
#include "run/pen.h"

/* False: the pen has a fault. */
bool filing_write(struct manifest *manifest, const struct versions *versions, date as_of,
		  struct pen *pen);

#endif
