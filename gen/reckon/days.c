#include "reckon/days.h"

#define COMMON 365
#define LEAP 366
#define BANK 360

/* Days since year 0 where every month has 30 (30E/360: the 31st counts as the 30th). */
static int32_t thirties(date day)
{
	struct civil c = civil_from_date(day);
	return c.year * BANK + (c.month - 1) * 30 + (c.day < 30 ? c.day : 30);
}

static date earlier(date a, date b)
{
	return a < b ? a : b;
}

int32_t days_leap(date from, date to)
{
	int32_t sum = 0;
	while (from < to) {
		int year = civil_from_date(from).year;
		date end = earlier(date_from_civil(year + 1, 1, 1), to);
		if (month_length(year, 2) == 29)
			sum += end - from;
		from = end;
	}
	return sum;
}

int64_t days_unit(enum year year)
{
	switch (year) {
	case YEAR_360:
	case YEAR_30_360:
		return BANK;
	case YEAR_ACTUAL:
		return (int64_t)COMMON * LEAP;
	case YEAR_UNSET:
	case YEAR_365:
	case YEAR__COUNT:
		break;
	}
	return COMMON;
}

int32_t days_count(enum year year, date from, date to)
{
	return year == YEAR_30_360 ? thirties(to) - thirties(from) : to - from;
}

int64_t days_weight(enum year year, date from, date to)
{
	if (year != YEAR_ACTUAL)
		return days_count(year, from, to);
	int64_t leap = days_leap(from, to);
	return leap * COMMON + (to - from - leap) * LEAP;
}
