/* script: writing that is refused by name rather than printed wrong.
 * Floor 4, paper wing. Owner: the collector's arena. */
#ifndef PRESS_SCRIPT_H
#define PRESS_SCRIPT_H

#include "diag/notice.h"

/* Reports that `point` of `text` cannot be printed, and what may be done about it. */
void script_refuse(struct notices *notices, uint32_t point, struct str text,
		   struct span span);

#endif
