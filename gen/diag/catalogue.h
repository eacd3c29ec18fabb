/* catalogue: every finding there is, in one table.
 * Floor 1. Each line: C name, code as printed, severity, text (printf form), paragraph
 * for `collectgen help CODE`. Every code has the smallest ledger that produces it in
 * tests/errors/. Texts: lower case, no full stop, the fault first, the subject in single
 * quotes. */
#ifndef DIAG_CATALOGUE_H
#define DIAG_CATALOGUE_H

/* Split by who reports, so that several rooms can grow without treading on each other. */
#include "diag/catalogue_ledger.h"
#include "diag/catalogue_money.h"
#include "diag/catalogue_paper.h"
#include "diag/catalogue_run.h"
#include "diag/catalogue_yaml.h"

#define NOTICE_CATALOGUE(X) \
	NOTICES_YAML(X) NOTICES_LEDGER(X) NOTICES_MONEY(X) NOTICES_PAPER(X) NOTICES_RUN(X)

/* clang-format off */
enum notice_code {
#define NOTICE_ENUM(NAME, code, severity, text, paragraph) NOTICE_##NAME,
	NOTICE_CATALOGUE(NOTICE_ENUM)
#undef NOTICE_ENUM
	NOTICE_CODE__COUNT
};
/* clang-format on */

/* The texts as constants, so that the compiler checks them against their arguments. */
#define NOTICE_TEXT(NAME, code, severity, text, paragraph) \
	__attribute__((unused)) static const char NOTICE_TEXT_##NAME[] = text;
NOTICE_CATALOGUE(NOTICE_TEXT)
#undef NOTICE_TEXT

#endif
