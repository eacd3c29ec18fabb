"""What status prints of an account, worked out from the replay (rules 14 to 19, 21)."""

from datetime import timedelta
from days import ONE, off_weekend, plus_working_days
from debt import CHARGES, Debt
from interest import fee_of


def decimal(minor):
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100}.{abs(minor) % 100:02d}"


def deadline(stage, sent):
    if "deadline" not in stage:
        return None
    count, working = stage.get("delivery", (0, False))
    arrived = plus_working_days(sent, count) if working else sent + timedelta(days=count)
    return off_weekend(arrived + timedelta(days=stage["deadline"]))


class Report:
    def __init__(self, account):
        self.account, self.as_of, self.ledger = account, account.as_of, account.ledger
        self.debts = [d for d in account.oldest() if self.unsettled(d)]

    def unsettled(self, debt):
        return debt.open or any(debt.charge(k) for k in CHARGES)

    # -- rules 15 and 16 --

    def next(self, debt):
        stages = debt.policy["stages"]
        index = debt.stage + 1
        while index < len(stages) and stages[index]["after"] < 0 and self.as_of > debt.due:
            index += 1
        ended = debt.stage >= 0 and stages[debt.stage].get("final", False)
        return None if ended or index >= len(stages) else index

    def earliest(self, debt):
        index = self.next(debt)
        if index is None:
            return None
        stages = debt.policy["stages"]
        day = debt.due + timedelta(days=stages[index]["after"])
        logged = [when for when, stage in debt.log if stage == index - 1]
        if index and logged:
            before = stages[index - 1]
            last = max(logged)
            day = max(day, last + timedelta(days=stages[index]["after"] - before["after"]))
            limit = deadline(before, last)
            day = max(day, limit + ONE) if limit else day
        return day

    # -- rule 17 --

    def running(self, promise):
        return promise["made"] <= self.as_of <= promise["by"]

    def blocked(self, debt):
        blocks = []
        if debt.whole_dispute(self.as_of) or 0 < debt.open <= debt.disputed(self.as_of):
            blocks.append("dispute")
        holds = debt.record.get("holds", []) + self.ledger.get("holds", [])
        if any(h["since"] <= self.as_of <= h.get("until", self.as_of) for h in holds):
            blocks.append("hold")
        if any(p.blocks_now(self.as_of) and debt.number in p.record["invoices"]
               for p in self.account.plans):
            blocks.append("plan")
        if any(self.running(p) and debt.number in p.get("invoices", [debt.number])
               for p in self.ledger["promises"]):
            blocks.append("promise")
        return blocks

    # -- rule 19 --

    def demanded(self, debt, stage):
        """Undisputed principal, and the charges claimed once that stage is sent."""
        sum_ = debt.open - debt.disputed(self.as_of)
        for kind, key in (("interest", "interest"), ("compensation", "compensation"),
                          ("late_charges", "late_charge")):
            rule = debt.policy.get(key)
            names = [s["name"] for s in debt.policy["stages"]]
            reaches = rule and stage is not None and debt.open and rule["claimed_from"] != "due" \
                and stage >= names.index(rule["claimed_from"])
            was = debt.claimed[kind]
            debt.claimed[kind] = bool(was or reaches)
            sum_ += debt.charge(kind)
            debt.claimed[kind] = was
        return sum_ + debt.charge("fees")

    def triggers(self, debt):
        index = self.next(debt)
        if index is None or self.blocked(debt) or self.as_of < self.earliest(debt):
            return False
        return self.as_of > debt.due or debt.policy["stages"][index]["after"] < 0

    def letter(self, name, debts, credit):
        policy = debts[0].policy
        trigger = [d for d in debts if self.triggers(d)]
        stage = max(self.next(d) for d in trigger)
        before = policy["stages"][stage]["after"] < 0
        listed = [d for d in debts if not self.blocked(d) and
                  (d in trigger if before else self.as_of > d.due)]
        advancing = [d for d in listed if d in trigger]
        demand = sum(self.demanded(d, self.next(d) if d in advancing else None) for d in listed)
        demand -= credit
        advance = [d for d in advancing if self.next(d) == stage]
        fee = self.fee(policy, stage, advance)
        return {"policy": name, "stage": policy["stages"][stage]["name"],
                "pay_by": deadline(policy["stages"][stage], self.as_of), "fee": fee,
                "demand": demand + fee, "before_fee": demand,
                "advances": {d.number: policy["stages"][self.next(d)]["name"]
                             for d in advancing}}

    def fee(self, policy, stage, advance):
        rule = policy["stages"][stage].get("fee")
        oldest = min(advance, key=Debt.order)
        if not rule or oldest.barred or "fees" in oldest.waived:
            return 0
        fee = fee_of(rule, sum(d.open - d.disputed(self.as_of) for d in advance))
        if "max_fees" in policy:
            fee = min(fee, max(policy["max_fees"] - oldest.owed["fees"], 0))
        return fee

    def rested(self, name, policy):
        days = [e["date"] for e in self.ledger["log"] if e["date"] < self.as_of and
                self.account.debts[e["invoices"][0]].record["policy"] == name]
        return not days or (self.as_of - max(days)).days >= policy.get("min_interval", 0)

    def letters(self):
        letters = []
        credit = self.account.credit + self.account.held_credit()
        groups = {}
        for debt in self.debts:
            groups.setdefault(debt.record["policy"], []).append(debt)
        for name in sorted(groups):
            policy = self.ledger["policies"][name]
            if not any(self.triggers(d) for d in groups[name]) or not self.rested(name, policy):
                continue
            letter = self.letter(name, groups[name], credit)
            due = letter["before_fee"] + credit
            credit = min(credit - min(credit, max(due, 0)), credit) if credit > 0 else 0
            if letter["before_fee"] <= 0 or letter["before_fee"] < policy.get("min_balance", 0):
                continue
            letters.append(letter)
        return letters

    # -- rule 18 --

    def promise_states(self):
        states = []
        for record in sorted(self.ledger["promises"], key=lambda p: (p["made"], p["by"])):
            if record["made"] > self.as_of:
                continue
            got = sum(money for day, money in self.account.received.items()
                      if record["made"] <= day <= record["by"])
            kept = got >= self.account.promised[id(record)]
            states.append({"by": str(record["by"]), "state": "running" if self.running(record)
                           else "kept" if kept else "broken"})
        return states

    def plan_states(self):
        rows = []
        for plan in sorted(self.account.plans, key=lambda p: p.record["id"]):
            state = plan.state
            if state == "kept" and plan.finished is not None and self.as_of > plan.finished:
                state = "done"
            rows.append({"id": plan.record["id"], "state": state,
                         "required": decimal(plan.required(self.as_of)),
                         "paid": decimal(plan.paid),
                         "broken": str(plan.broken) if plan.broken else None})
        return rows

    # -- the whole --

    def invoice(self, debt):
        never = debt.barred or (not debt.policy.get("interest") and not debt.opened)
        row = {"number": debt.number, "amount": decimal(debt.gross),
               "principal": decimal(debt.open), "disputed": decimal(debt.disputed(self.as_of)),
               "days_overdue": (self.as_of - debt.due).days,
               "accrued": decimal(0 if never or "interest" in debt.waived
                                  else debt.owed["interest"]),
               "stage": debt.policy["stages"][debt.stage]["name"] if debt.stage >= 0 else None}
        for kind in CHARGES:
            row[kind] = decimal(debt.charge(kind))
        index, earliest = self.next(debt), self.earliest(debt)
        row["next"] = None if index is None else debt.policy["stages"][index]["name"]
        row["earliest"] = str(earliest) if earliest else None
        row["ended"] = debt.stage >= 0 and debt.policy["stages"][debt.stage].get("final", False)
        row["blocked"] = self.blocked(debt)
        return row

    def account_row(self):
        row = {"principal": sum(d.open for d in self.account.debts.values()),
               "disputed": sum(d.disputed(self.as_of) for d in self.account.debts.values()),
               "credit": self.account.credit + self.account.held_credit()}
        for kind in CHARGES:
            row[kind] = sum(d.charge(kind) for d in self.account.debts.values())
        row["balance"] = row["principal"] + sum(row[k] for k in CHARGES) - row["credit"]
        row = {key: decimal(value) for key, value in row.items()}
        row["invoices"] = sorted((self.invoice(d) for d in self.debts), key=lambda r: r["number"])
        row["plans"], row["promises"] = self.plan_states(), self.promise_states()
        row["letters"] = [{
            "policy": l["policy"], "stage": l["stage"],
            "pay_by": str(l["pay_by"]) if l["pay_by"] else None, "fee": decimal(l["fee"]),
            "demand": decimal(l["demand"]), "advances": l["advances"]} for l in self.letters()]
        return row
