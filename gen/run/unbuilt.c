#include "run/unbuilt.h"

static void report(struct notices *notices, struct span span, struct str name,
		   const char *help)
{
	struct notice *notice = NOTICE(notices, FIELD_NOT_BUILT, span, STR_ARG(name));

	notice_help(notices, notice, "%s", help);
}

void unbuilt_report(const struct ledger *ledger, struct notices *notices)
{
	const struct creditor *creditor = &ledger->creditor;

	if (creditor->fonts.span.file)
		report(notices, creditor->fonts.span, STR("fonts"),
		       "leave it out: the built-in family is used");
}
