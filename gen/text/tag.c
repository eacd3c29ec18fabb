#include "text/tag.h"

void tag_report_partial(const struct tag *tag, struct notices *notices)
{
	struct notice *notice =
		NOTICE(notices, PARTIAL_UNKNOWN, tag->span, STR_ARG(tag->text));
	if (tag->nearest.len)
		notice_help(notices, notice, "did you mean '%.*s'?",
			    STR_ARG(tag->nearest));
}
