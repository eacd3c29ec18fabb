/* group: the invoices of an account under one policy; letters are made for groups (rule
 * 19). Floor 4, money wing. Owner: the arena given. */
#ifndef ESCALATE_GROUP_H
#define ESCALATE_GROUP_H

#include "escalate/letter.h"

struct group {
	const struct policy *policy;
	int32_t stage; /* highest next stage among those that trigger; STAGE_NONE: none
			  does */
	date last;     /* latest letter logged before A; DATE_NONE: none */
};

/* The groups of an account by policy name; progress is trigger_list's. */
struct group *group_list(struct arena *arena, const struct account *account,
			 const struct progress *progress, size_t *count);

/* First day on which min_interval has passed; DATE_NONE when nothing was logged. */
date group_free_from(const struct group *group);

#endif
