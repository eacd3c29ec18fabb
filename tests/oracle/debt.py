"""One invoice, replayed day by day from the rules (5, 6, 8 to 14)."""

from copy import copy, deepcopy
from datetime import timedelta
from fractions import Fraction
from days import ONE, plus_months, rounded
from interest import Accrual, PPM, compensation_of

COSTS = ("compensation", "late_charges", "fees")
CHARGES = COSTS + ("interest",)


class Debt:
    """One invoice on its way."""

    def __init__(self, record, policy, tables, barred):
        self.record, self.policy, self.barred = record, policy, barred
        self.number, self.issued, self.due = (record[k] for k in ("number", "issued", "due"))
        self.gross = self.open = record["amount"]
        self.paid = self.credited = self.written = self.held = 0
        self.owed = dict.fromkeys(CHARGES, 0)        # run up
        self.settled = dict.fromkeys(CHARGES, 0)     # paid
        self.claimed = dict.fromkeys(CHARGES, False)
        self.claimed["fees"] = True
        self.waived = set()
        self.paid_today = 0
        self.gate = self.due + timedelta(days=policy.get("grace_days", 0))
        self.log = []                                # (day, stage index)
        self.stage = -1
        self.accrual, self.evening, self.tables = None, None, tables
        self.run_late = self.capital_paid = 0
        self.opened = 0
        self.counts = policy.get("interest", {}).get("payment_day_counts", True)
        self.late_turns = 1 if policy.get("late_charge", {}).get("counts") == "completed" else 0
        self.over = False        # was open when its days of grace ended
        self.discount, self.until = 0, None
        if record.get("discount"):
            percent, days = record["discount"]
            self.discount = rounded(Fraction(self.gross * percent, PPM))
            self.until = self.issued + timedelta(days=days)

    def order(self):
        return self.due, self.issued, self.number

    def disputed(self, day, principal=None):
        principal = self.open if principal is None else principal
        total = 0
        for dispute in self.record.get("disputes", []):
            if dispute["since"] <= day <= dispute.get("until", day):
                if "amount" not in dispute:
                    return principal
                total += dispute["amount"]
        return min(total, principal)

    def whole_dispute(self, day):
        return any("amount" not in dispute and dispute["since"] <= day <= dispute.get("until", day)
                   for dispute in self.record.get("disputes", []))

    # -- what is owed beside the principal --

    def charge(self, kind):
        """Claimed and open."""
        if kind in self.waived or self.barred:
            return 0
        if kind == "interest" and not self.claimed[kind]:
            return self.opened - self.settled[kind]
        return self.owed[kind] - self.settled[kind] if self.claimed[kind] else 0

    def capital(self):
        """Capitalised and still owed."""
        if not self.accrual or not self.claimed["interest"] or "interest" in self.waived:
            return 0
        return max(min(self.accrual.capital - self.capital_paid, self.charge("interest")), 0)

    def room(self, money, day, capped):
        """How much principal a payment may settle (rule 8)."""
        if not capped or not self.discount or day > self.until or self.written > self.discount:
            return min(money, self.open)
        target = self.gross - self.discount - self.paid - self.credited
        return max(min(money, self.open, target), 0)

    def pay_principal(self, money, day, capped, part=None):
        money = self.room(money, day, capped)
        if part is not None:
            money = min(money, part)
        self.open -= money
        self.paid += money
        self.paid_today += money
        return money

    def pay_charge(self, kind, money):
        money = min(money, max(self.charge(kind) - (self.capital() if kind == "interest" else 0), 0))
        self.settled[kind] += money
        return money

    def pay_capital(self, money):
        if self.open:
            return 0
        money = min(money, self.capital())
        self.settled["interest"] += money
        self.capital_paid += money
        return money

    def credit_note(self, amount, day):
        taken = min(amount, self.open)
        self.open -= taken
        self.credited += taken
        return amount - taken

    def take_discount(self, day):
        if self.discount and day <= self.until and self.open and \
           self.paid + self.credited >= self.gross - self.discount:
            self.open = 0

    # -- a day's end --

    def first_day(self):
        starts = self.policy.get("interest", {}).get("starts", "due")
        if starts == "due":
            return self.due + ONE
        if isinstance(starts, int):
            return self.due + timedelta(days=starts + 1)
        logged = [day for day, stage in self.log if self.policy["stages"][stage]["name"] == starts]
        return max(min(logged), self.due) + ONE if logged else None

    def accrue(self, day, plan_free):
        """The day counts, paid today or not (rule 10). Worked out before the day's payments,
        and once more after them, from the same evening."""
        self.accrual = copy(self.evening) if self.evening else None
        if self.accrual:
            self.accrual.segment = deepcopy(self.evening.segment)
        rule, opening = self.policy.get("interest"), self.record.get("opening")
        first = self.first_day() if rule and not self.barred else None
        if first and day >= first:
            if not self.accrual:
                self.accrual = Accrual(rule, self.tables, first)
            own = self.settled["interest"] - min(self.settled["interest"], self.opened)
            self.accrual.turn(day, own)
            if not opening or day > opening["as_of"]:
                self.accrual.day(day, 0 if plan_free else self.bearing(day))
        run_up = self.accrual.total() if self.accrual and self.over else 0
        self.owed["interest"] = run_up + self.opened

    def yesterday(self):
        """Where the day of a payment is free, a payment meets what had run up before it."""
        if not self.counts:
            self.accrual = self.evening
            run_up = self.accrual.total() if self.accrual and self.over else 0
            self.owed["interest"] = run_up + self.opened

    def bearing(self, day):
        runs = self.policy.get("dispute", {}).get("interest") == "runs"
        idle = self.whole_dispute(day) and not runs
        # Paid in full before it was claimed: nothing is left that could bear interest.
        bears = self.claimed["interest"] or self.base(day) > 0
        capital = self.accrual.capital if self.accrual else 0
        capital -= 0 if self.counts else self.capital_paid
        return self.base(day) + (capital if bears and not idle else 0)

    def evening_falls(self):
        """What the day's payments took from the capital bears none from tomorrow on."""
        if self.accrual:
            self.accrual.capital -= self.capital_paid
        self.evening, self.capital_paid, self.paid_today = self.accrual, 0, 0

    def base(self, day):
        principal = self.open + (self.paid_today if self.counts else 0)
        if self.policy.get("dispute", {}).get("interest") == "runs":
            return principal
        return principal - self.disputed(day, principal)

    def other_charges(self, day, plan_free):
        opening = self.record.get("opening")
        own = not opening or day > opening["as_of"]
        if self.barred:
            return
        rule = self.policy.get("compensation")
        if rule and self.over and day == self.gate + ONE and own:
            self.owed["compensation"] = compensation_of(rule, self.gross)
        rule = self.policy.get("late_charge")
        if rule:
            self.late(rule, day, plan_free, own)

    def late(self, rule, day, plan_free, own):
        started = rule.get("counts") == "started"
        while True:
            turn = plus_months(self.due, self.late_turns) + (ONE if started else 0 * ONE)
            if turn > day:
                break
            self.late_turns += 1
            base = 0 if plan_free else self.bearing(turn)
            if base <= 0 or not own:
                continue
            amount = rule["amount"] if "amount" in rule else \
                rounded(Fraction(base * rule["percent"], PPM))
            self.run_late += amount
            if "max_percent" in rule:
                most = rounded(Fraction(self.gross * rule["max_percent"], PPM))
                self.run_late = min(self.run_late, most)
        if self.over:
            self.owed["late_charges"] = self.run_late

    def claim(self, day):
        """At the day's end: what tomorrow's books may ask for (rule 12)."""
        if day == self.gate:
            self.over = self.open > 0
        for kind, key in (("interest", "interest"), ("compensation", "compensation"),
                          ("late_charges", "late_charge")):
            rule = self.policy.get(key)
            if not rule or self.claimed[kind]:
                continue
            wanted = rule["claimed_from"]
            if wanted == "due":
                self.claimed[kind] = day == self.gate and self.open > 0
            else:
                index = [s["name"] for s in self.policy["stages"]].index(wanted)
                self.claimed[kind] = self.open > 0 and any(
                    logged == day and stage >= index for logged, stage in self.log)
