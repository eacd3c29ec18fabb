/* late_list: how the late charges of a letter come about (rule 11), charge by charge.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_LATE_LIST_H
#define LETTER_LATE_LIST_H

#include "letter/fill.h"

/* `late`, its sum, what was paid on it and where it ends; empty where the letter claims
 * none. */
void late_list_fill(const struct fill *fill);

#endif
