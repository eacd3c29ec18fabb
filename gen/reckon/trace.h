/* trace: the reckoning tells what it does while it does it (rule 24).
 * Floor 3. Owner: a step is the teller's and gone when the call returns; a list keeps
 * copies in the arena given. Pointers in a step are borrowed from the ledger.
 *
 * Steps are told where money moves, with the figures just used, so that an explanation
 * cannot differ from what it explains. Without a sink each place costs one branch. What
 * the account keeps anyway (interest segments, blocks, plans) is read from there. */
#ifndef RECKON_TRACE_H
#define RECKON_TRACE_H

#include "reckon/account.h"

enum trace_kind {
	TRACE_BARRED,	   /* an invoice that bears no charges at all (rule 13) */
	TRACE_PAID,	   /* money put on principal (rules 4, 5) */
	TRACE_CREDITED,	   /* its own credit note lowers principal (rule 6) */
	TRACE_WRITTEN_OFF, /* a write-off lowers principal (rule 9) */
	TRACE_DISCOUNTED,  /* early-payment discount (rule 8) */
	TRACE_CHARGE_PAID, /* money put on a charge (rule 5) */
	TRACE_OPENING,	   /* a charge brought over from an older system (rule 9) */
	TRACE_OVERDUE,	   /* still open when due + grace ends (rules 10, 12) */
	TRACE_STARTED,	   /* the first day of interest, by a stage (rule 10) */
	TRACE_JOINED,	   /* interest joins the base (rule 10) */
	TRACE_LATE,	   /* one late charge runs up (rule 11) */
	TRACE_COMPENSATED, /* a fixed sum becomes due (rule 11) */
	TRACE_FEE,	   /* a letter's fee (rule 11) */
	TRACE_CLAIMED,	   /* a charge counts from now on (rule 12) */
	TRACE_WAIVED,	   /* a charge is given up (rules 9, 12) */
	TRACE_DISPUTED,	   /* a dispute begins (rule 10) */
	TRACE_AGREED,	   /* the day after the dispute's last */
	TRACE_PLANNED,	   /* a plan is agreed (rule 18) */
	TRACE_BROKEN,	   /* a plan breaks */
	TRACE_FULFILLED,   /* a plan is done from this day */
	TRACE_LETTER,	   /* a logged letter brings a stage (rule 15) */
	TRACE_KEPT,	   /* money becomes credit, WAY_HELD: held before; no invoice */
	TRACE_HELD,	   /* money is held for the invoice (rule 4) */
	TRACE_REFUNDED,	   /* credit goes back; no invoice (rule 6) */
	TRACE_KIND__COUNT
};

struct trace_step {
	enum trace_kind kind;
	date date;
	const struct invoice *invoice; /* NULL: the account's own credit */
	struct span span;   /* the record it came from; file 0: the invoice itself */
	money amount;	    /* [minor] moved, run up or given up */
	money left;	    /* [minor] what stays of that principal or charge; of a late
			     * charge its base, of a fee what its letter named */
	enum charge charge; /* of TRACE_CHARGE_PAID, OPENING, CLAIMED, WAIVED */
	enum movement_kind source; /* payment or credit note the money came by */
	enum way way;		   /* by which step of rule 4 */
	struct str reference; /* of the payment or credit note; a plan's id; the reason
			       * of a dispute or a waiver */
	int32_t stage;	      /* of the letter; -1: none */
};

struct trace {
	void (*step)(void *data, const struct trace_step *step);
	void *data;
};

/* Steps in the order they were told. */
struct trace_list {
	struct arena *arena;
	struct trace_step *items;
	size_t count, room;
};

struct trace_list trace_list_new(struct arena *arena);
/* A sink that appends to the list. */
struct trace trace_to_list(struct trace_list *list);
/* Hands a step to the sink. */
void trace_tell(const struct trace *trace, const struct trace_step *step);

#endif
