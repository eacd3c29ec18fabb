/* call_day and call_today of call.h: the only place where today matters. */
#include <stdlib.h>
#include <time.h>

#include "call.h"

static bool in_ci(void)
{
	const char *ci = getenv("CI");
	return ci && *ci;
}

static bool parse(const struct call *call, const char *text, date *day)
{
	switch (date_from_str(str_from_c(text), day)) {
	case DATE_OK:
		return true;
	case DATE_FORM:
		call_fault(call, "'%s' is not a date", text);
		break;
	case DATE_UNREAL:
		call_fault(call, "there is no day '%s'", text);
		break;
	case DATE_RANGE:
	case DATE_FAULT__COUNT:
		call_fault(call, "'%s' is outside 1990-01-01 to 2199-12-31", text);
		break;
	}
	call_help(call, "write year, month and day, as 2026-11-30");
	return false;
}

date call_today(void)
{
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	return date_from_civil(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

bool call_day(const struct call *call, date *day)
{
	const char *text = call_value(call, OPTION_AS_OF, NULL);

	if (text)
		return parse(call, text, day);
	*day = call_today();
	if (!in_ci())
		return true;
	call_fault(call, "'--as-of' is required when CI is set");
	call_help(call, "a run must not depend on the day it happens to start: "
			"add --as-of YYYY-MM-DD");
	return false;
}
