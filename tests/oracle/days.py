"""Days, months and roundings, each written once more from the rules alone."""

from datetime import date, timedelta
from fractions import Fraction

ONE = timedelta(days=1)


def rounded(exact):
    """Half away from zero, to a whole minor unit."""
    exact = Fraction(exact)
    whole = (abs(exact) + Fraction(1, 2)) // 1
    return int(whole if exact >= 0 else -whole)


def month_length(year, month):
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


def plus_months(day, months):
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def half_year(day):
    return date(day.year, 1 if day.month < 7 else 7, 1)


def thirties(day):
    return day.year * 360 + day.month * 30 + min(day.day, 30)


def day_weight(day, year):
    """What one day is of a year (rule 10): days counted, days of the year."""
    if year == "30/360":
        return thirties(day + ONE) - thirties(day), 360
    if year == "actual":
        leap = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
        return 1, leap
    return 1, int(year)


def off_weekend(day):
    while day.weekday() >= 5:
        day += ONE
    return day


def plus_working_days(day, count):
    while count:
        day += ONE
        count -= day.weekday() < 5
    return day
