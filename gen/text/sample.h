/* sample: a view written by hand, as YAML.
 * Floor 2, paper wing. Owner: the arena given.
 *
 * Lists are lists, mappings records, plain true and false truths, plain null, ~ and
 * nothing at all empty; every other scalar is the text that stands there. The entry "."
 * of a mapping is what its name itself prints: {".": 14 February 2026, iso: 2026-02-14}
 * prints the day for {{due}} and the number for {{due.iso}}. */
#ifndef TEXT_SAMPLE_H
#define TEXT_SAMPLE_H

#include "diag/notice.h"
#include "text/value.h"

/* NULL after an error notice. */
struct value *sample_read(struct arena *arena, const struct source *source,
			  struct notices *notices);

#endif
