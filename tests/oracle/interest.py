"""What one invoice accrues (rules 10 and 11), day by day in exact fractions."""

from fractions import Fraction
from days import ONE, day_weight, half_year, plus_months, rounded

PPM = 1000000


def rate_of(rule, tables, day, first):
    """The yearly rate in force on a day, in parts per million."""
    if "percent" in rule:
        return rule["percent"]
    table = tables[rule["reference"]]
    asked = {"at-start": half_year(first), "half-yearly": half_year(day),
             "on-change": day}[rule.get("fixed", "at-start")]
    reference = max(entry for entry in table if entry[0] <= asked)[1]
    step = rule.get("round_up_to")
    upward = lambda value: -(-value // step) * step
    if step and rule.get("round_up", "sum") == "reference":
        reference = upward(reference)
    rate = reference + rule.get("plus", 0)
    if step and rule.get("round_up", "sum") == "sum":
        rate = upward(rate)
    return max(rate, 0)


class Accrual:
    """Fed with one base a day; answers what has run up so far."""

    def __init__(self, rule, tables, first):
        self.rule, self.tables, self.first = rule, tables, first
        self.done = 0           # segments that are closed: exact or rounded, by the rule
        self.segment = None     # what is open: key, pieces
        self.capital = 0        # interest that bears interest
        self.months = {"never": 0, "monthly": 1, "yearly": 12}[rule.get("compound", "never")]
        self.turns = 1
        entries = tables.get(rule.get("reference"), [])
        self.cuts = {entry[0] for entry in entries} if rule.get("rounding") == "segment" else set()

    def value(self, segment):
        """One segment: days of one base and rate, by the length of their year."""
        base, rate = segment["key"][:2]
        rounding = self.rule.get("rounding", "once")
        if rounding == "daily":
            return sum(rounded(Fraction(base * rate, PPM * length)) * days
                       for length, days in segment["days"].items())
        exact = sum(Fraction(base * rate * days, PPM * length)
                    for length, days in segment["days"].items())
        return rounded(exact) if rounding == "segment" else exact

    def total(self):
        return rounded(self.done + (self.value(self.segment) if self.segment else 0))

    def close(self):
        if self.segment:
            self.done += self.value(self.segment)
        self.segment = None

    def turn(self, day, paid):
        """An anniversary: what has run up joins the capital."""
        if not self.months or day <= self.first:
            return
        if day == plus_months(self.first, self.turns * self.months):
            self.turns += 1
            self.capital = max(self.total() - paid, 0)

    def day(self, day, base):
        rate = rate_of(self.rule, self.tables, day, self.first)
        key = (base, rate, self.capital)
        if self.segment and (self.segment["key"] != key or day in self.cuts):
            self.close()
        if base <= 0:
            return
        if not self.segment:
            self.segment = {"key": key, "days": {}}
        days, length = day_weight(day, self.rule.get("year", "365"))
        counted = self.segment["days"]
        counted[length] = counted.get(length, 0) + days


def compensation_of(rule, gross):
    for band in rule["bands"]:
        if ("below" in band and gross < band["below"]) or \
           ("upto" in band and gross <= band["upto"]) or \
           not {"below", "upto"} & set(band):
            return band["amount"]
    raise ValueError("the last band has no bound")


def fee_of(rule, principal):
    """A stage's fee on the undisputed principal that advances (rule 11)."""
    if "amount" in rule:
        return rule["amount"]
    if "percent" in rule:
        fee = rounded(Fraction(principal * rule["percent"], PPM))
    else:
        fee, lower = Fraction(0), 0
        for band in rule["bands"]:
            if principal <= lower:
                break
            upper = band.get("upto", band.get("below"))
            within = (principal if upper is None else min(principal, upper)) - lower
            if "amount" in band:
                fee = Fraction(band["amount"])
            else:
                fee += Fraction(within * band["percent"], PPM)
            lower = upper
        fee = rounded(fee)
    fee = max(fee, rule.get("min", fee))
    return min(fee, rule["max"]) if "max" in rule else fee
