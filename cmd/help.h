/* help: pages made from the tables that also drive reading, so that they stay true.
 * Floor 7. Owner: the arena given, or the call's. */
#ifndef CMD_HELP_H
#define CMD_HELP_H

#include "call.h"

/* All commands, one line each. */
struct str help_overview(struct arena *arena);
/* One command's page on standard output. */
enum ending help_page(struct call *call, const struct command *command);

#endif
