/* days: how much of a year an interval is, by the policy's `year` (rule 10).
 * Floor 3. Owner: values only. Intervals are half-open: [from, to).
 *
 * An interval is worth days_weight ÷ days_unit years, exactly. Weights add up: those of
 * [a, b) and [b, c) are that of [a, c), so a split changes nothing before rounding. */
#ifndef RECKON_DAYS_H
#define RECKON_DAYS_H

#include "ledger/ledger.h"

/* 365, 360, or 365 × 366 for `actual` (each calendar year its own length). */
int64_t days_unit(enum year year);
int64_t days_weight(enum year year, date from, date to);
/* What a letter prints: calendar days, or 30E/360 days. */
int32_t days_count(enum year year, date from, date to);
/* Days of the interval in years of 366 days, for `rounding: daily` under `actual`. */
int32_t days_leap(date from, date to);

#endif
