/* block: what freezes an invoice's sequence on a day (rule 17).
 * Floor 3. Owner: the replay's arena. */
#ifndef RECKON_BLOCK_H
#define RECKON_BLOCK_H

#include "reckon/replay.h"

/* Lists the blocks of every invoice as of A: dispute, hold, plan, promise. */
void block_list(struct replay *replay);

#endif
