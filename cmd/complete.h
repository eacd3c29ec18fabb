/* complete: what may stand next on a command line, for the shells' completion scripts
 * (cmd/dist/): `collectgen --complete WORD...`, the last word being the one begun.
 * Floor 7. Owner: the call's arena.
 *
 * One candidate a line, a tab, what it is; or the line ":folders" or ":files", which the
 * shell completes itself. Nothing when nothing is known. */
#ifndef CMD_COMPLETE_H
#define CMD_COMPLETE_H

#include "call.h"

enum ending complete_words(struct call *call, int count, char **words);

#endif
