#include "ledger/calendar.h"

#include "ledger/wording.h"

/* The three numbers of something like 2026/1/5 or 5.1.2026; false for anything else. */
static bool split_date(struct str text, int parts[3], size_t digits[3])
{
	size_t part = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c >= '0' && c <= '9' && digits[part] < 4) {
			parts[part] = parts[part] * 10 + (c - '0');
			digits[part]++;
		} else if ((c == '-' || c == '/' || c == '.' || c == ' ') &&
			   digits[part] && part < 2) {
			part++;
		} else {
			return false;
		}
	}
	return part == 2 && digits[2] > 0;
}

/* 2 Nov 2026, November 2, 2026, 2-Nov-2026: the day that must be meant. */
static bool guess_month_name(struct str text, date *day)
{
	static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	int numbers[2] = {0}, month = 0;
	size_t count = 0;
	for (size_t i = 0; i < text.len;) {
		size_t from = i;
		while (i < text.len && (text.at[i] | 32) >= 'a' &&
		       (text.at[i] | 32) <= 'z')
			i++;
		for (int m = 0; i - from >= 3 && m < 12; m++)
			if (str_equal_caseless(str_slice(text, from, from + 3),
					       (struct str){months + m * 3, 3}))
				month = m + 1;
		from = i;
		int number = 0;
		for (; i < text.len && text.at[i] >= '0' && text.at[i] <= '9'; i++)
			number = number < 10000 ? number * 10 + (text.at[i] - '0')
						: number;
		if (i > from && count++ < 2)
			numbers[count - 1] = number;
		else if (i == from)
			i++;
	}
	bool year_first = numbers[0] > 31;
	int year = numbers[!year_first], of_month = numbers[year_first];
	if (count != 2 || !month || year < 1990 || year > 2199 ||
	    !date_is_real(year, month, of_month))
		return false;
	*day = date_from_civil(year, month, of_month);
	return true;
}

/* 2026-11-02T10:30:00Z, 2026-11-02 10:30 and 20261102. */
static bool guess_stamp(struct arena *scratch, struct str text, date *day)
{
	bool stamp = text.len > 10 && (text.at[10] == 'T' || text.at[10] == ' ');
	if (stamp)
		return date_from_str(str_slice(text, 0, 10), day) == DATE_OK;
	if (text.len != 8)
		return false;
	struct str dashed =
		str_format(scratch, "%.4s-%.2s-%.2s", text.at, text.at + 4, text.at + 6);
	return date_from_str(dashed, day) == DATE_OK;
}

/* The day that must be meant, when the order of the numbers leaves no doubt. */
static bool guess_date(struct str text, date *day)
{
	int p[3] = {0};
	size_t digits[3] = {0};
	if (!split_date(text, p, digits))
		return false;
	if (digits[0] != 4 && digits[2] == 4) {
		bool day_first = p[0] > 12 || text.at[digits[0]] == '.' || p[0] == p[1];
		if (!day_first && p[1] <= 12)
			return false;
		int year = p[2];
		p[2] = day_first ? p[0] : p[1];
		p[1] = day_first ? p[1] : p[0];
		p[0] = year;
	} else if (digits[0] != 4) {
		return false;
	}
	if (p[0] < 1990 || p[0] > 2199 || !date_is_real(p[0], p[1], p[2]))
		return false;
	*day = date_from_civil(p[0], p[1], p[2]);
	return true;
}

static void help_date(struct reading *reading, struct notice *notice, date day,
		      const char *why)
{
	struct buf buf = buf_new(reading->scratch, 0);
	date_put(&buf, day);
	notice_help(reading->notices, notice, "write %.*s%s", STR_ARG(buf_str(&buf)),
		    why);
}

/* 05/06/2026 is May in one country and June in the next: both, to choose from. */
static bool help_either(struct reading *reading, struct notice *notice, struct str text)
{
	int p[3] = {0};
	size_t digits[3] = {0};
	if (!split_date(text, p, digits) || digits[2] != 4 || p[0] < 1 || p[0] > 12 ||
	    p[1] < 1 || p[1] > 12)
		return false;
	struct buf buf = buf_new(reading->scratch, 0);
	date_put(&buf, date_from_civil(p[2], p[1], p[0]));
	buf_put(&buf, STR(" or "));
	date_put(&buf, date_from_civil(p[2], p[0], p[1]));
	notice_help(reading->notices, notice, "write %.*s", STR_ARG(buf_str(&buf)));
	return true;
}

static bool report_date(struct reading *reading, const char *key, const struct node *node,
			enum date_fault fault)
{
	struct str text = node->text;
	struct notice *notice;
	date day;
	if (fault == DATE_UNREAL) {
		notice = NOTICE(reading->notices, DATE_UNREAL, node->span, STR_ARG(text));
		int p[3] = {0};
		size_t digits[3] = {0};
		if (split_date(text, p, digits) && p[1] >= 1 && p[1] <= 12 && p[2] > 0)
			help_date(reading, notice,
				  date_from_civil(p[0], p[1], month_length(p[0], p[1])),
				  ", that month's last day");
		else
			notice_help(
				reading->notices, notice,
				"months go from 01 to 12, days from 01: write YYYY-MM-DD");
		return false;
	}
	if (fault == DATE_RANGE) {
		notice = NOTICE(reading->notices, DATE_RANGE, node->span, STR_ARG(text));
		notice_help(reading->notices, notice, "check the year");
		return false;
	}
	notice = NOTICE(reading->notices, DATE_FORM, node->span, key, STR_ARG(text));
	if (guess_date(text, &day) || guess_month_name(text, &day) ||
	    guess_stamp(reading->scratch, text, &day))
		help_date(reading, notice, day, "");
	else if (!help_either(reading, notice, text))
		notice_help(
			reading->notices, notice,
			"write year, month and day as YYYY-MM-DD, such as 2026-01-15");
	return false;
}

bool calendar_date(struct reading *reading, const char *key, const struct node *node,
		   date *day)
{
	if (!wording_scalar(reading, key, node))
		return false;
	enum date_fault fault = date_from_str(node->text, day);
	return fault == DATE_OK || report_date(reading, key, node, fault);
}
