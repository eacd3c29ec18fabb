/* allocate: what a payment pays, step by step (rules 4, 6).
 * Floor 3. Owner: the replay's arena. */
#ifndef RECKON_ALLOCATE_H
#define RECKON_ALLOCATE_H

#include "reckon/event.h"

void allocate_payment(struct replay *replay, const struct event *event);
void allocate_refund(struct replay *replay, const struct payment *payment);
void allocate_credit_note(struct replay *replay, const struct event *event);
void allocate_write_off(struct replay *replay, const struct event *event);

#endif
