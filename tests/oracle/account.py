"""One account, replayed day by day (rules 1 to 9, 12 and 18)."""

import re
from datetime import timedelta
from days import ONE
from debt import CHARGES, COSTS, Debt


def visible(records, key, day):
    return [r for r in records if r[key] <= day]


class Plan:
    def __init__(self, record, account):
        self.record, self.account = record, account
        self.paid, self.state = 0, "kept"
        self.broken = self.finished = None
        if "count" not in record:
            self.instalments = [(i["due"], i["amount"]) for i in record["instalments"]]

    def debts(self):
        return sorted((self.account.debts[n] for n in self.record["invoices"]), key=Debt.order)

    def generate(self):
        if "count" in self.record:
            count, open_ = self.record["count"], sum(d.open for d in self.debts())
            days = self.record["days"]
            self.instalments = [(days[i], open_ // count) for i in range(count)]
            self.instalments[-1] = (days[-1], open_ - open_ // count * (count - 1))

    def required(self, day):
        grace = timedelta(days=self.record.get("grace_days", 0))
        return sum(amount for due, amount in self.instalments if due + grace < day)

    def total(self):
        return sum(amount for _, amount in self.instalments)

    def wanted(self):
        """Up to and including the first instalment not yet covered (rule 4c)."""
        sum_ = 0
        for _, amount in self.instalments:
            sum_ += amount
            if sum_ > self.paid:
                return sum_ - self.paid
        return 0

    def evening(self, day):
        if self.state != "kept" or self.finished is not None:
            return
        if self.paid < self.required(day):
            self.state, self.broken = "broken", day
        elif self.paid >= self.total():
            self.finished = day

    def blocks_now(self, day):
        done = self.finished is not None and day > self.finished
        return self.state == "kept" and day >= self.record["agreed"] and not done


class Account:
    def __init__(self, ledger, as_of):
        self.ledger, self.as_of = ledger, as_of
        self.debts, self.plans = {}, []
        self.credit = self.taken = 0
        self.received = {}      # by day: for promises (rule 18)
        self.promised = {}

    # -- allocation (rules 4 and 5) --

    def settle(self, debts, money, day, capped, plans=True, whole=True):
        """One step of rule 4 over its invoices in turn; what is left comes back."""
        self.current = plans
        if not debts:
            return money
        if debts[0].policy.get("settles", "principal-first") == "principal-first":
            return self.principal_first(debts, money, day, capped, whole)
        rounds = [False, True] if not whole else [True]
        for last in rounds:
            for debt in debts:
                money = self.by_invoice(debt, money, day, capped, whole, last)
        return money

    def put(self, debt, amount, day):
        for plan in self.plans:
            if debt.number in plan.record["invoices"] and day >= plan.record["agreed"]:
                plan.paid += amount
        return amount

    def undisputed(self, debt, day):
        return debt.open - debt.disputed(day)

    def principal_first(self, debts, money, day, capped, whole):
        for parts in ([True] if whole else [False, True]):
            for debt in debts:
                part = None if parts else self.undisputed(debt, day)
                money -= self.put(debt, debt.pay_principal(money, day, capped, part), day)
                money -= self.put(debt, debt.pay_capital(money), day)
        for debt in debts:
            for kind in COSTS:
                money -= self.put(debt, debt.pay_charge(kind, money), day)
        for debt in debts:
            money -= self.put(debt, debt.pay_charge("interest", money), day)
        return money

    def by_invoice(self, debt, money, day, capped, whole, last):
        order = debt.policy["settles"]
        part = None if last else self.undisputed(debt, day)

        def principal(money):
            money -= self.put(debt, debt.pay_principal(money, day, capped, part), day)
            return money - self.put(debt, debt.pay_capital(money), day)

        if last and not whole:
            return principal(money)
        for kind in COSTS:
            money -= self.put(debt, debt.pay_charge(kind, money), day)
        if order == "costs-principal-interest":
            money = principal(money)
        money -= self.put(debt, debt.pay_charge("interest", money), day)
        if order == "costs-interest-principal":
            money = principal(money)
        return money

    def oldest(self):
        return sorted(self.debts.values(), key=Debt.order)

    def step_c(self, money, day):
        kept = [p for p in self.plans if p.kept_before]
        for plan in sorted(kept, key=lambda p: (p.record["agreed"], p.record["id"])):
            part = min(money, plan.wanted())
            money -= part - self.settle(plan.debts(), part, day, True, whole=False)
        return money

    def from_c(self, money, day):
        money = self.step_c(money, day)
        return self.settle(self.oldest(), money, day, True, whole=False)

    def mentioned(self, reference):
        """Rule 4b: numbers as whole words, leftmost and longest first."""
        found = []
        taken = [False] * len(reference)
        hits = []
        for number, debt in self.debts.items():
            pattern = "".join(r"[-./ ]?" if c in "-./ " else re.escape(c) for c in number)
            for hit in re.finditer(r"(?<![^\W_])(?=(" + pattern + r")(?![^\W_]))", reference, re.I):
                hits.append((hit.start(1), -(hit.end(1) - hit.start(1)), hit.end(1), debt))
        for start, _, end, debt in sorted(hits, key=lambda h: h[:3]):
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                if debt not in found:
                    found.append(debt)
        return found

    def pay(self, payment, day):
        money = payment["amount"]
        named = payment.get("for")
        surplus = 0
        if isinstance(named, dict):
            for number, part in named.items():
                money -= part
                if number in self.debts:
                    surplus += self.settle([self.debts[number]], part, day, False)
                else:
                    self.hold(number, part, False)
        elif named:
            money = self.pay_list(named, money, day)
        money = self.settle(self.mentioned(payment.get("reference", "")), money, day, True)
        self.credit += self.from_c(money + surplus, day)

    def pay_list(self, named, money, day):
        """An invoice not yet issued takes all that is left when its turn comes."""
        issued = []
        for number in named:
            if number not in self.debts:
                money = self.settle(issued, money, day, True)
                self.hold(number, money, True)
                return 0
            issued.append(self.debts[number])
        return self.settle(issued, money, day, True)

    def hold(self, number, part, listed):
        if part:
            self.held.setdefault(number, []).append((part, listed))

    def held_credit(self):
        return sum(part for parts in self.held.values() for part, _ in parts)

    # -- the day --

    def morning(self, day):
        for debt in self.debts.values():
            for waiver in debt.record.get("waive", []):
                if waiver["date"] == day:
                    debt.waived |= set(waiver["what"])
            self.opening(debt, day)
            for logged, fee in debt.fees:
                if logged + ONE == day and not debt.barred:
                    most = debt.policy.get("max_fees")
                    room = max(most - debt.owed["fees"], 0) if most is not None else fee
                    debt.stage_fees += min(fee, room)
            debt.owed["fees"] = debt.stage_fees + debt.opening_costs
        for plan in self.plans:
            plan.kept_before = plan.state == "kept" and plan.finished is None

    def opening(self, debt, day):
        opening = debt.record.get("opening")
        if opening and opening["as_of"] <= day and not debt.barred:
            debt.opened = opening.get("interest", 0)
            debt.opening_costs = opening.get("costs", 0)
            debt.claimed_opening = True

    def barred(self, record):
        """Rule 13."""
        policy, signed = self.ledger["policies"][record["policy"]], self.ledger["signed"]
        return (self.ledger["kind"] == "consumer" and policy["kind"] == "business") or \
            (policy.get("needs_terms") and (not signed or record["issued"] < signed))

    def issue(self, day):
        new = [r for r in self.ledger["invoices"] if r["issued"] == day]
        for record in sorted(new, key=lambda r: (r["due"], r["issued"], r["number"])):
            if record.get("opening", {"as_of": day})["as_of"] > self.as_of:
                record = {key: value for key, value in record.items() if key != "opening"}
            debt = Debt(record, self.ledger["policies"][record["policy"]],
                        self.ledger["rates"], self.barred(record))
            debt.fees, debt.stage_fees, debt.opening_costs = [], 0, 0
            self.debts[debt.number] = debt
            self.opening(debt, day)
            for held, listed in self.held.pop(debt.number, []):
                taken = debt.room(held, day, listed)
                debt.open -= taken
                debt.paid += taken
                debt.take_discount(day)
                self.credit += held - taken
        for record in sorted(new, key=lambda r: (r["due"], r["issued"], r["number"])):
            debt = self.debts[record["number"]]
            taken = max(min(self.credit, debt.open), 0)
            debt.open -= taken
            debt.paid += taken
            self.credit -= taken
            debt.take_discount(day)

    def credit_notes(self, day):
        def when(note):
            day = note.get("effective", note["issued"])
            if note.get("invoice"):
                issued = [r["issued"] for r in self.ledger["invoices"]
                          if r["number"] == note["invoice"]][0]
                day = max(day, issued)
            return day
        notes = [n for n in visible(self.ledger["credit_notes"], "issued", self.as_of)
                 if when(n) == day]
        for note in sorted(notes, key=lambda n: (not n.get("invoice"), -n["amount"], n["number"])):
            money = note["amount"]
            if note.get("invoice"):
                debt = self.debts[note["invoice"]]
                money = debt.credit_note(money, day)
                debt.take_discount(day)
            if money:
                self.accrue(day, False)
                self.credit += self.from_c(money, day)
                self.count(day, money)
                self.discounts(day)

    def count(self, day, money):
        self.received[day] = self.received.get(day, 0) + money

    def discounts(self, day):
        for debt in self.debts.values():
            debt.take_discount(day)

    def write_offs(self, day):
        notes = [w for w in self.ledger["write_offs"] if w["date"] == day]
        for note in sorted(notes, key=lambda w: "amount" not in w):
            debt = self.debts[note["invoice"]]
            taken = note.get("amount", debt.open)
            debt.open -= taken
            debt.written += taken
            if "amount" not in note:
                debt.waived |= {"interest", "compensation", "late_charges", "fees"}

    def payments(self, day):
        todays = [p for p in self.ledger["payments"] if p["date"] == day
                  and not p.get("returned", self.as_of + ONE) <= self.as_of]

        def turn(p):
            kind = 0 if p.get("for") else 1 if self.mentioned(p.get("reference", "")) else 2
            return kind, -p["amount"], p.get("reference", ""), str(p.get("for", ""))
        for payment in sorted((p for p in todays if p["amount"] > 0), key=turn):
            self.count(day, payment["amount"])
            self.pay(payment, day)
            self.discounts(day)
        for payment in todays:
            if payment["amount"] < 0:
                self.credit += payment["amount"]

    def accrue(self, day, evening):
        """Before the day's payments, and again in the evening."""
        for debt in self.debts.values():
            free = any(p.record.get("interest", "stops") == "stops" and p.blocks_now(day)
                       and debt.number in p.record["invoices"] for p in self.plans)
            debt.accrue(day, free)
            if debt.counts != evening:
                debt.other_charges(day, free)
            if not evening:
                debt.yesterday()

    def day(self, day):
        self.morning(day)
        self.issue(day)
        self.credit_notes(day)
        self.write_offs(day)
        for record in self.ledger["plans"]:
            if record["agreed"] == day:
                plan = Plan(record, self)
                plan.generate()
                plan.kept_before = True
                self.plans.append(plan)
        self.promises(day)
        self.accrue(day, False)
        self.payments(day)
        for plan in self.plans:
            plan.evening(day)
        self.accrue(day, True)
        for debt in self.debts.values():
            debt.evening_falls()
        for entry in self.ledger["log"]:
            if entry["date"] == day and day < self.as_of:
                self.enter(entry)
        for debt in self.debts.values():
            debt.claim(day)

    def promises(self, day):
        for record in self.ledger["promises"]:
            if record["made"] == day:
                numbers = record.get("invoices") or list(self.debts)
                self.promised[id(record)] = record.get("amount") or sum(
                    self.debts[n].open + sum(self.debts[n].charge(k) for k in CHARGES)
                    for n in numbers)

    def enter(self, entry):
        stages = None
        debts = sorted((self.debts[n] for n in entry["invoices"]), key=Debt.order)
        for debt in debts:
            names = [s["name"] for s in debt.policy["stages"]]
            debt.log.append((entry["date"], names.index(entry["stage"])))
            debt.stage = max(debt.stage, names.index(entry["stage"]))
            stages = debt.policy["stages"][names.index(entry["stage"])]
        fee = entry.get("fee", stages.get("fee", {}).get("amount", 0))
        debts[0].fees.append((entry["date"], fee))

    def replay(self):
        self.held = {}
        first = min(r["issued"] for r in self.ledger["invoices"])
        first = min([first] + [p["made"] for p in self.ledger["promises"]] + [p["date"] for p in self.ledger["payments"]] +
                    [n["issued"] for n in self.ledger["credit_notes"]] +
                    [n.get("effective", first) for n in self.ledger["credit_notes"]])
        day = first
        while day <= self.as_of:
            self.day(day)
            day += ONE
