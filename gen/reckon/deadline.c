#include "reckon/deadline.h"

#define SATURDAY 5

static date working_day(date day)
{
	int weekday = date_weekday(day);
	return weekday >= SATURDAY ? day + 7 - weekday : day;
}

/* n working days on: Monday to Friday. */
static date add_working(date day, int32_t n)
{
	for (; n > 0; n--)
		day = working_day(day + 1);
	return day;
}

date deadline_from_stage(const struct stage *stage, date sent)
{
	if (stage->deadline < 0)
		return DATE_NONE;
	date delivered = stage->delivery_working ? add_working(sent, stage->delivery)
						 : sent + stage->delivery;
	return working_day(delivered + stage->deadline);
}
