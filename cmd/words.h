/* words: reads the words of a command line by the command's own tables.
 * Floor 7. Owner: the call's arena; the words are borrowed. */
#ifndef CMD_WORDS_H
#define CMD_WORDS_H

#include "call.h"

/* The options every command takes, ended by a row without a name. */
extern const struct option words_common[];

/* Fills the call from the words behind the verb: `--name VALUE`, `--name=VALUE`, `-o
 * VALUE`,
 * `-oVALUE`, `-qv`, and `--`, behind which all are operands. False after a usage error,
 * which names the nearest option. */
bool words_read(struct call *call, int count, char **words);

/* The option of that command called so: "--out" or "-o"; NULL when it has none. */
const struct option *words_option(const struct command *command, struct str word);

/* Finds a command or says why not, with the nearest name. */
const struct command *words_command(struct call *call, const char *name);

#endif
