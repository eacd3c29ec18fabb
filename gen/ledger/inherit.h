/* inherit: a policy's tree over the one it extends: mappings merge, lists are replaced.
 * Floor 2. Owner: the desk; nodes that do not change are shared. */
#ifndef LEDGER_INHERIT_H
#define LEDGER_INHERIT_H

#include "diag/yaml.h"

/* The child's entries, and the parent's where the child has none. A child's `percent`
 * drops an inherited `reference` (with its `plus`, `fixed` and `round_up`), and the
 * converse; likewise `amount` and `percent` (extends). A word such as `none` replaces a
 * mapping. */
struct node *inherit_merge(struct arena *arena, const struct node *parent,
			   const struct node *child);

#endif
