/* date: civil days as numbers, months with the end-of-month rule, weekdays.
 * Floor 0. Owner: values only. Proleptic Gregorian; no clock, no time zone. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/str.h"

typedef int32_t date; /* [days since 1970-01-01] */

#define DATE_NONE INT32_MIN /* absent; smaller than every day */
#define DATE_LAST INT32_MAX /* without end; greater than every day */

struct civil {
	int year, month, day; /* month and day count from 1 */
};

date date_from_civil(int year, int month, int day);
struct civil civil_from_date(date day);
bool date_is_real(int year, int month, int day);
int month_length(int year, int month);
/* n months on, the day clamped to the month's end (31 Jan + 1 month = 28 or 29 Feb). */
date date_add_months(date day, int n);
/* The last day of the month that `day` is in. */
date date_month_end(date day);
/* 0 = Monday … 6 = Sunday. */
int date_weekday(date day);

enum date_fault {
	DATE_OK,
	DATE_FORM,   /* not YYYY-MM-DD */
	DATE_UNREAL, /* 2026-02-30 */
	DATE_RANGE,  /* outside 1990 to 2199 */
	DATE_FAULT__COUNT
};

enum date_fault date_from_str(struct str s, date *day);
/* "2026-02-14". */
void date_put(struct buf *buf, date day);

#endif
