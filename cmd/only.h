/* only: the customers that --only names.
 * Floor 7. Owner: the desk's arena. */
#ifndef CMD_ONLY_H
#define CMD_ONLY_H

#include "desk.h"

/* Their ids, none without the option. False after a usage error: one is unknown. */
bool only_read(const struct desk *desk, const struct str **ids, size_t *count);

#endif
