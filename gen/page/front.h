/* front: what stands on the first page before the letter begins: letterhead, sender line,
 * address in its window, reference block, fold marks.
 * Floor 3, paper wing. Owner: the setting's arena. */
#ifndef PAGE_FRONT_H
#define PAGE_FRONT_H

#include "page/frames.h"

/* Returns the first y of the body [mpt], or 0 after an error notice (the address does not
 * fit its window even set smaller). */
mpt front_set(struct frames *frames, const struct setting *setting,
	      const struct sheet *sheet, struct notices *notices);

#endif
