#include "base/date.h"

#define YEAR_FIRST 1990
#define YEAR_LAST 2199

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* `len` digits as a number, or -1. */
static int number(const char *at, size_t len)
{
	int n = 0;
	for (size_t i = 0; i < len; i++) {
		if (at[i] < '0' || at[i] > '9')
			return -1;
		n = n * 10 + (at[i] - '0');
	}
	return n;
}

/* `n` with leading zeros to `width` digits. */
static void put_padded(struct buf *buf, int n, int width)
{
	int digits = 1;
	for (int rest = n; rest >= 10; rest /= 10)
		digits++;
	for (; digits < width; digits++)
		buf_byte(buf, '0');
	buf_int(buf, n);
}

/* Days count from 1 March of year 0, so that the leap day is the year's last; an era is
 * 400 years of 146097 days. */
date date_from_civil(int year, int month, int day)
{
	int64_t y = (int64_t)year - (month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int64_t day_of_era =
		year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return (date)(era * 146097 + day_of_era - 719468);
}

struct civil civil_from_date(date day)
{
	int64_t z = (int64_t)day + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097; /* day of era, 0 to 146096 */
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100); /* from 1 March */
	int64_t mp = (5 * doy + 2) / 153;
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);
	return (struct civil){
		.year = (int)(yoe + era * 400 + (month <= 2)),
		.month = month,
		.day = (int)(doy - (153 * mp + 2) / 5 + 1),
	};
}

int month_length(int year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

bool date_is_real(int year, int month, int day)
{
	return month >= 1 && month <= 12 && day >= 1 && day <= month_length(year, month);
}

date date_add_months(date day, int n)
{
	struct civil c = civil_from_date(day);
	int64_t months = (int64_t)c.year * 12 + c.month - 1 + n;
	int64_t year = (months >= 0 ? months : months - 11) / 12;
	int month = (int)(months - year * 12) + 1;
	int length = month_length((int)year, month);
	return date_from_civil((int)year, month, c.day < length ? c.day : length);
}

date date_month_end(date day)
{
	struct civil c = civil_from_date(day);
	return date_from_civil(c.year, c.month, month_length(c.year, c.month));
}

int date_weekday(date day)
{
	/* 1970-01-01 was a Thursday. */
	return (int)((((int64_t)day + 3) % 7 + 7) % 7);
}

enum date_fault date_from_str(struct str s, date *day)
{
	if (s.len != 10 || s.at[4] != '-' || s.at[7] != '-')
		return DATE_FORM;
	int year = number(s.at, 4), month = number(s.at + 5, 2), d = number(s.at + 8, 2);
	if (year < 0 || month < 0 || d < 0)
		return DATE_FORM;
	if (!date_is_real(year, month, d))
		return DATE_UNREAL;
	if (year < YEAR_FIRST || year > YEAR_LAST)
		return DATE_RANGE;
	*day = date_from_civil(year, month, d);
	return DATE_OK;
}

void date_put(struct buf *buf, date day)
{
	struct civil c = civil_from_date(day);
	put_padded(buf, c.year, 4);
	buf_byte(buf, '-');
	put_padded(buf, c.month, 2);
	buf_byte(buf, '-');
	put_padded(buf, c.day, 2);
}
