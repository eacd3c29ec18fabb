/* remedy: the way out of a finding where it is the same in every case. Floor 1.
 * Owns nothing: constant texts. */
#ifndef DIAG_REMEDY_H
#define DIAG_REMEDY_H

#include "diag/catalogue.h"

/* What to do about a finding of `code`, as the text behind `help:`; "" where whoever
 * reports it knows better (notice_help). */
const char *remedy(enum notice_code code);

#endif
