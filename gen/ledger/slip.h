/* slip: payments whose point looks misplaced: ten or a hundred times an open invoice, or
 * a tenth or hundredth of one. Floor 2. Owner: nothing but warnings.
 *
 * Only amounts with enough digits to mean something are compared: 1,200 is a tenth of
 * 12,000 by chance, 1,234.56 of 12,345.60 hardly. */
#ifndef LEDGER_SLIP_H
#define LEDGER_SLIP_H

#include "ledger/tally.h"

/* The invoice whose amount the payment seems to have missed by its point, or NULL;
 * *times tells how. The payment is one of the tally's. */
const struct invoice *slip_find(const struct tally *tally, const struct payment *payment,
				const char **times);
void slip_warn(struct reading *reading, const struct payment *payment,
	       const struct invoice *invoice, const char *times);

#endif
