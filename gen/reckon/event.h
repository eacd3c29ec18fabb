/* event: what happens to an account, day by day and within a day (rule 3).
 * Floor 3. Owner: the replay's arena. */
#ifndef RECKON_EVENT_H
#define RECKON_EVENT_H

#include "reckon/mention.h"

/* In the order within a day: from its start (waivers, opening, disputes, promises made)
 * over the money of the day to its end (what the evening decides: plans, claims). */
enum event_kind {
	EVENT_WAIVE,
	EVENT_OPENING,
	EVENT_DISPUTE_END, /* the day after its last */
	EVENT_DISPUTE,
	EVENT_INVOICE,
	EVENT_PLAN,    /* agreed */
	EVENT_PROMISE, /* made */
	EVENT_CREDIT_NOTE,
	EVENT_WRITE_OFF,
	EVENT_DIVIDE, /* generated instalments are worked out */
	EVENT_PAYMENT,
	EVENT_REFUND,
	EVENT_INSTALMENT, /* is a plan still kept? */
	EVENT_OVERDUE,	  /* due + grace ends with something open */
	EVENT_LOG,	  /* a letter was sent */
	EVENT_PROMISE_END,
	EVENT_MONTH_END, /* of the month before A's: charges are taken into movements */
	EVENT_KIND__COUNT
};

struct event {
	date date;
	enum event_kind kind;
	size_t place;	    /* of its debt, plan, promise; else 0 */
	size_t part;	    /* which instalment */
	const void *record; /* the ledger's, by kind */
	struct debt *debt;
	struct mention_list named; /* by a payment's reference */
};

struct event_list {
	struct event *items;
	size_t count;
};

/* Every event up to the end of A, in order. Also fills the replay's plans and promises.
 */
struct event_list event_list_new(struct replay *replay, const struct account_key *key);

#endif
