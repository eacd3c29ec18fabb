/* percent: addresses whose bytes are written as `%0A`.
 * Floor 2, paper wing. Owner: the arena given. */
#ifndef TEXT_PERCENT_H
#define TEXT_PERCENT_H

#include "base/arena.h"
#include "base/str.h"

/* The bytes meant; what is no `%` with two digits or capitals stands for itself. */
struct str percent_text(struct arena *arena, struct str address);

#endif
