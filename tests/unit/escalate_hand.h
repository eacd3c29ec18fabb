/* escalate_hand: accounts made by hand, for tests of escalation without reckoning.
 * One customer, acme, in GBP, whose policy 'steady' has reminder-1 (5, deadline 7),
 * reminder-2 (16, deadline 7) and final-demand (30, deadline 14, final), as gb-business
 * has. */
#ifndef TESTS_ESCALATE_HAND_H
#define TESTS_ESCALATE_HAND_H

#include "escalate/letter.h"

#define HAND_ROOM 12

enum { REMINDER_1, REMINDER_2, FINAL_DEMAND };

struct hand {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct ledger ledger;
	struct customer customer;
	struct policy policy;
	struct stage stages[3];
	struct account account;
	struct item items[HAND_ROOM];
	struct invoice invoices[HAND_ROOM];
	struct log_entry entries[HAND_ROOM];
	struct log_entry *log[HAND_ROOM];
};

struct hand *hand_new(date as_of);
void hand_free(struct hand *hand);
/* An open invoice of the account; call in order of due. */
struct item *hand_item(struct hand *hand, const char *number, date due, money amount);
/* Puts the invoice at a stage whose letter was logged on that day, in the log too. */
void hand_logged(struct hand *hand, struct item *item, int32_t stage, date on);
void hand_block(struct hand *hand, struct item *item, enum block_by by, date until);
/* A charge not yet claimed that names the stage it is claimed from. */
void hand_charge(struct item *item, enum charge charge, money accrued, int32_t claim);
/* A second policy with the same stages. */
struct policy *hand_policy(struct hand *hand, const char *name);
struct escalation *hand_judge(struct hand *hand);
date day(int year, int month, int day_of_month);

#endif
