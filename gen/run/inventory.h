/* inventory: the files of a ledger that a run is made from, and one digest of them all.
 * Floor 6. Owner: the arena given.
 *
 * These are the ledger's YAML files, whatever is below its templates/, and other files
 * that were read when the run was made (a logo). Which there are counts as much as what
 * is in them: a new file is another ledger. */
#ifndef RUN_INVENTORY_H
#define RUN_INVENTORY_H

#include "base/digest.h"
#include "diag/source.h"

struct inventory {
	struct str *others; /* relative to the ledger's folder */
	size_t nothers;
	struct digest digest;
};

/* The files as they are now, the others as named. False: one cannot be read. */
bool inventory_take(struct arena *arena, struct str folder, unsigned workers,
		    struct inventory *inventory);
/* The same after a run, whose sources say what it read. False when a file is no longer
 * what was read, or with *fault when one cannot be read. */
bool inventory_of_run(struct arena *arena, struct str folder, unsigned workers,
		      const struct sources *sources, struct inventory *inventory,
		      struct str *fault);

#endif
