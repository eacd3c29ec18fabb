/* confine: what this run does not need is given up before a file is read.
 * Floor 7. Owner: nothing is kept; it lasts until the process ends.
 *
 * Letters are other people's money, ledgers come by pull request. So whatever may go
 * wrong in a parser or a library: files can be read and written where the command line
 * says, no socket can be opened and no program started (Landlock from ABI 2 and seccomp,
 * where the kernel has them; where not, nothing is said). Before the first thread starts.
 */
#ifndef CMD_CONFINE_H
#define CMD_CONFINE_H

#include "call.h"

/* What could be shut. */
struct confinement confine(const struct call *call);

#endif
