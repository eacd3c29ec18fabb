/* change: why a document is no longer the one that was made, as far as can be known.
 * Floor 6. Owner: the arena given. */
#ifndef RUN_CHANGE_H
#define RUN_CHANGE_H

#include "run/manifest.h"
#include "run/past.h"

/* From two lines of manifests and the versions behind them: "demand 1250.00 became
 * 1300.00, libharu 2.3.0 became libharu 2.4.0". With `then` empty only versions can be
 * told. Never empty. */
struct str change_between(struct arena *arena, struct str then, struct str now,
			  const struct versions *versions_then,
			  const struct versions *versions_now);

#endif
