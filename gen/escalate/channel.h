/* channel: how a letter reaches the customer (ledger.md, Required).
 * Floor 4, money wing. Owner: values only. */
#ifndef ESCALATE_CHANNEL_H
#define ESCALATE_CHANNEL_H

#include "ledger/ledger.h"

/* The first of the customer's list (else the defaults') that the stage allows and that
 * the customer has an address for. With no list anywhere: post, then e-mail. CHANNEL_NONE
 * when none will do; a telephone takes no letter. */
enum channel channel_choose(const struct ledger *ledger, const struct customer *customer,
			    const struct stage *stage);

/* "email", "post", "phone", "visit"; "none" for CHANNEL_NONE. */
const char *channel_name(enum channel channel);

#endif
