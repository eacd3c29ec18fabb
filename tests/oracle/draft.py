"""Random ledgers of one customer, as values for the model and as YAML for the program."""

import random
from datetime import date, timedelta

from days import plus_months
from report import decimal

FIRST = date(2025, 1, 1)
MONEY = {"amount", "below", "upto", "min", "max", "max_fees", "min_balance", "interest_",
         "fee"}


def percent(ppm):
    return f"{ppm // 10000}.{ppm % 10000:04d}"


class Draft:
    """`calm` leaves out what is rarely combined, so that a difference is easier to read."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.seed = seed
        self.as_of = FIRST + timedelta(days=self.chance.randrange(200, 700))
        self.settles = self.pick("principal-first", "principal-first",
                                 "costs-interest-principal", "costs-principal-interest")

    def pick(self, *options):
        return self.chance.choice(options)

    def odds(self, share):
        return self.chance.random() < share

    def day(self, since=0, span=600):
        return FIRST + timedelta(days=since + self.chance.randrange(span))

    # -- policies --

    def interest(self, claims):
        rule = {}
        if self.odds(0.5):
            rule["percent"] = self.chance.randrange(0, 160001)
        else:
            rule |= {"reference": "own", "plus": self.chance.randrange(0, 100001, 100)}
            rule["fixed"] = self.pick("at-start", "half-yearly", "on-change")
            if self.odds(0.3):
                rule |= {"round_up_to": self.pick(5000, 2500, 10000),
                         "round_up": self.pick("sum", "reference")}
        rule["year"] = self.pick("365", "365", "360", "actual", "30/360")
        rule["payment_day_counts"] = self.odds(0.75)
        rule["compound"] = self.pick("never", "never", "never", "yearly", "monthly")
        rule["rounding"] = self.pick("once", "once", "segment", "daily")
        rule["starts"] = self.pick("due", "due", "due", self.chance.randrange(1, 20), "reminder-1")
        rule["claimed_from"] = self.pick(*claims)
        return rule

    def bands(self):
        key = self.pick("below", "upto")
        first = self.chance.randrange(10000, 100000)
        return [{key: first, "amount": self.chance.randrange(1, 5000)},
                {key: first * 3, "amount": self.chance.randrange(1, 8000)},
                {"amount": self.chance.randrange(1, 10000)}]

    def fee(self):
        shape = self.chance.randrange(3)
        if shape == 0:
            return {"amount": self.chance.randrange(1, 2000)}
        if shape == 1:
            rule = {"percent": self.chance.randrange(1, 200000)}
        else:
            rule = {"bands": [{"upto": 50000, "percent": self.chance.randrange(1, 200000)},
                              {"upto": 120000, "percent": self.chance.randrange(1, 100000)},
                              {"percent": self.chance.randrange(1, 50000)}]}
        if self.odds(0.5):
            rule["min"] = self.chance.randrange(1, 4000)
            rule["max"] = rule["min"] + self.chance.randrange(1, 4000)
        return rule

    def stages(self):
        stages, after = [], self.pick(-5, 1, 5)
        names = ["courtesy"] if after < 0 else []
        for name in names + ["reminder-1", "reminder-2", "final-demand"]:
            stage = {"name": name, "after": after, "letter": name}
            if self.odds(0.7):
                stage["deadline"] = self.chance.randrange(3, 20)
                if self.odds(0.3):
                    stage["delivery"] = (self.chance.randrange(1, 5), self.odds(0.5))
            if after >= 0 and self.odds(0.25):
                stage["fee"] = self.fee()
            after = max(after, 0) + self.chance.randrange(1, 15)
            stages.append(stage)
        if self.odds(0.6):
            stages[-1]["final"] = True
        return stages

    def policy(self):
        claims = ["due", "reminder-1", "reminder-2", "final-demand"]
        rule = {"settles": self.settles, "stages": self.stages(),
                "grace_days": self.pick(0, 0, 0, 2, 10)}
        if self.odds(0.8):
            rule["interest"] = self.interest(claims)
        if self.odds(0.5):
            rule["compensation"] = {"bands": self.bands(), "claimed_from": self.pick(*claims)}
        if self.odds(0.35):
            late = {"every": "month", "counts": self.pick("started", "completed"),
                    "claimed_from": self.pick(*claims)}
            late |= {"amount": self.chance.randrange(1, 3000)} if self.odds(0.5) else \
                {"percent": self.chance.randrange(1, 40000)}
            if self.odds(0.5):
                late["max_percent"] = self.chance.randrange(1, 120000)
            rule["late_charge"] = late
        if self.odds(0.3):
            rule["dispute"] = {"interest": "runs"}
        if self.odds(0.2):
            rule["max_fees"] = self.chance.randrange(1, 4000)
        if self.odds(0.5):
            rule |= {"min_balance": self.chance.randrange(1, 20000),
                     "min_interval": self.chance.randrange(0, 15)}
        return rule

    # -- records --

    def span(self, since):
        record = {"since": since, "reason": "Asked"}
        if self.odds(0.7):
            record["until"] = since + timedelta(days=self.chance.randrange(120))
        return record

    def invoice(self, number, policy):
        issued = self.day(0, 500)
        record = {"number": number, "customer": "c", "issued": issued, "policy": policy,
                  "due": issued + timedelta(days=self.chance.randrange(45)),
                  "amount": self.pick(self.chance.randrange(1, 500),
                                      self.chance.randrange(1, 300000))}
        if self.odds(0.15):
            dispute = self.span(self.day(0, 650))
            if self.odds(0.5):
                dispute["amount"] = self.chance.randrange(1, record["amount"] + 1)
            record["disputes"] = [dispute]
        if self.odds(0.1):
            record["holds"] = [self.span(self.day(0, 650))]
        if self.odds(0.08):
            what = ["interest", "compensation", "late_charges", "fees"]
            record["waive"] = [{"date": issued + timedelta(days=self.chance.randrange(200)),
                                "what": self.chance.sample(what, self.chance.randrange(1, 5)),
                                "reason": "Goodwill"}]
        if self.odds(0.08):
            record["opening"] = {"as_of": issued + timedelta(days=self.chance.randrange(90)),
                                 "interest": self.chance.randrange(1, 3000),
                                 "costs": self.chance.randrange(1, 3000)}
        if self.odds(0.12):
            record["discount"] = (self.chance.randrange(1, 50000), self.chance.randrange(5, 20))
        return record

    def payments(self, invoices):
        rows = []
        for _ in range(self.chance.randrange(8)):
            amount = self.pick(self.chance.randrange(1, 200000), self.chance.randrange(1, 3000),
                               self.pick(*invoices)["amount"])
            row = {"date": self.day(30, 640), "customer": "c", "amount": amount}
            one, two = (self.pick(*invoices)["number"] for _ in range(2))
            shape = self.chance.randrange(6)
            if shape == 0:
                row["for"] = [one] if one == two else [one, two]
            elif shape == 1:
                row["for"] = {one: self.chance.randrange(1, amount + 1)}
            elif shape == 2:
                row["reference"] = f"ref {one.lower().replace('-', self.pick('', ' ', '/'))} x"
            if self.odds(0.1):
                row["returned"] = row["date"] + timedelta(days=self.chance.randrange(60))
            rows.append(row)
        if self.odds(0.15):
            rows.append({"date": self.day(200, 400), "customer": "c",
                         "amount": -self.chance.randrange(1, 50000)})
        return rows

    def credit_notes(self, invoices):
        rows = []
        for i in range(self.pick(0, 0, 0, 1, 2)):
            row = {"number": f"CN-{i}", "customer": "c", "issued": self.day(60, 600),
                   "amount": self.chance.randrange(1, 80000), "reason": "Damaged"}
            if self.odds(0.7):
                row["invoice"] = self.pick(*invoices)["number"]
                row["issued"] = max(row["issued"], FIRST)
                if self.odds(0.4):
                    row["effective"] = row["issued"] - timedelta(days=self.chance.randrange(60))
            rows.append(row)
        return rows

    def write_offs(self, invoices):
        """Of invoices nobody pays by name, and not for more than is certainly open."""
        rows = []
        if self.odds(0.2):
            invoice = self.pick(*invoices)
            row = {"date": invoice["issued"] + timedelta(days=self.chance.randrange(300)),
                   "invoice": invoice["number"], "reason": "Uneconomic"}
            if self.odds(0.4):
                row["amount"] = self.chance.randrange(1, invoice["amount"] // 3 + 2)
            rows.append(row)
        return rows

    def plans(self, invoices):
        if not self.odds(0.3):
            return []
        chosen = self.chance.sample(invoices, self.chance.randrange(1, len(invoices) + 1))
        agreed = max(i["issued"] for i in chosen) + timedelta(days=self.chance.randrange(80))
        plan = {"id": "p1", "customer": "c", "agreed": agreed,
                "invoices": [i["number"] for i in chosen],
                "interest": self.pick("stops", "stops", "runs"),
                "grace_days": self.pick(0, 0, 3)}
        first = agreed + timedelta(days=self.chance.randrange(1, 30))
        if self.odds(0.5):
            count = self.chance.randrange(1, 6)
            plan |= {"first": first, "every": "month", "count": count,
                     "days": [plus_months(first, i) for i in range(count)]}
        else:
            total = sum(i["amount"] for i in chosen)
            parts = self.chance.randrange(1, 4)
            plan["instalments"] = [{"due": first + timedelta(days=30 * i),
                                    "amount": max(total // parts // 2, 1)} for i in range(parts)]
        return [plan]

    def promises(self, invoices):
        if not self.odds(0.3):
            return []
        made = self.day(60, 560)
        promise = {"customer": "c", "made": made,
                   "by": made + timedelta(days=self.chance.randrange(40))}
        if self.odds(0.7):
            promise["amount"] = self.chance.randrange(1, 200000)
        issued = [i["number"] for i in invoices if i["issued"] <= made]
        if issued and self.odds(0.5):
            promise["invoices"] = self.chance.sample(issued, 1)
        return [promise]

    def log(self, invoices, policies):
        rows = []
        for policy in sorted({i["policy"] for i in invoices}):
            group = [i for i in invoices if i["policy"] == policy]
            day, stages = None, policies[policy]["stages"]
            for stage in stages[:self.chance.randrange(len(stages) + 1)]:
                start = max(i["due"] for i in group) if self.odds(0.5) else \
                    min(i["due"] for i in group)
                day = max(day or start, start) + timedelta(days=self.chance.randrange(1, 30))
                named = [i for i in group if i["issued"] < day and self.odds(0.8)]
                if not named:
                    continue
                row = {"date": day, "customer": "c", "stage": stage["name"],
                       "invoices": [i["number"] for i in named]}
                fee = stage.get("fee")
                if fee and ("amount" not in fee or self.odds(0.3)):
                    row["fee"] = self.chance.randrange(0, 2000)
                rows.append(row)
        return rows

    def ledger(self):
        policies = {name: self.policy() for name in self.pick(["one"], ["one"], ["one", "two"])}
        table, rate = [], self.chance.randrange(0, 50000, 2500)
        for year in range(2024, 2027):
            for month in (1, 7):
                table.append((date(year, month, 1), rate))
                if self.odds(0.4):
                    later = date(year, month, 1) + timedelta(days=self.chance.randrange(1, 170))
                    table.append((later, self.chance.randrange(0, 50000, 2500)))
                rate = self.chance.randrange(-2500, 50000, 2500)
        invoices = [self.invoice(f"R-{i + 1}", self.pick(*policies))
                    for i in range(self.chance.randrange(1, 6))]
        kind = self.pick("business", "business", "business", "business", "consumer")
        signed = self.day(0, 500) if self.odds(0.5) else None
        for policy in policies.values():
            policy["kind"] = self.pick("any", "any", "business")
            if self.odds(0.1):
                policy["needs_terms"] = True
        ledger = {"kind": kind, "signed": signed, "policies": policies, "rates": {"own": table}, "invoices": invoices,
                  "payments": self.payments(invoices),
                  "credit_notes": self.credit_notes(invoices), "write_offs": self.write_offs(invoices),
                  "plans": self.plans(invoices), "promises": self.promises(invoices),
                  "log": self.log(invoices, policies)}
        return ledger


# -- as YAML --

def put(value, key=""):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {put(v, k)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(put(v, key) for v in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return str(value)
    if key in MONEY:
        return decimal(value)
    if isinstance(value, int) and key in ("percent", "plus", "round_up_to", "max_percent"):
        return percent(value) if value >= 0 else "-" + percent(-value)
    return str(value) if not isinstance(value, str) else '"' + value + '"'


def policy_text(policy):
    out = dict(policy) | {"currency": "GBP", "title": "t"}
    out["stages"] = []
    for stage in policy["stages"]:
        stage = dict(stage)
        if "delivery" in stage:
            count, working = stage["delivery"]
            stage["delivery"] = f"{count} {'working ' if working else ''}days"
        out["stages"].append(stage)
    if isinstance(policy.get("interest", {}).get("starts"), int):
        out["interest"] = dict(policy["interest"]) | \
            {"starts": f"due + {policy['interest']['starts']}"}
    return put(out)


def invoice_text(record):
    out = dict(record)
    for many, one in (("disputes", "dispute"), ("holds", "hold")):
        if many in out:
            out[one] = out.pop(many)
    if "opening" in out:
        opening = out["opening"]
        out["opening"] = {"as_of": opening["as_of"], "interest": decimal(opening["interest"]),
                          "costs": decimal(opening["costs"])}
    if "discount" in out:
        rate, days = out.pop("discount")
        out["terms"] = f"{percent(rate)}/{days} net 30"
    return put(out)


def payment_text(record):
    out = dict(record)
    if isinstance(out.get("for"), dict):
        out["for"] = {k: decimal(v) for k, v in out["for"].items()}
    return put(out).replace('"for"', "for")


def text(ledger):
    lines = ["creditor: {name: Joinery, address: 1 Dock Road, country: GB, email: a@b.example, "
             "payments_to: 2027-12-31}",
             "defaults: {currency: GBP, locale: en-GB, kind: business, policy: one, terms: net 30}",
             'customers: [{id: c, name: Acme, address: 9 Foundry Lane, email: ap@acme.example, '
             f'kind: {ledger["kind"]}'
             + (f', terms_signed: {ledger["signed"]}' if ledger["signed"] else "") + "}]",
             "policies:"]
    lines += [f"  {name}: {policy_text(p)}" for name, p in ledger["policies"].items()]
    lines.append("rates: {own: [" + ", ".join(
        f"{{from: {day}, percent: {put(rate, 'percent')}}}"
        for day, rate in ledger["rates"]["own"]) + "]}")
    writers = {"invoices": invoice_text, "payments": payment_text}
    for section in ("invoices", "payments", "credit_notes", "write_offs", "plans", "promises", "log"):
        rows = ledger[section]
        if rows:
            lines.append(f"{section}:")
        for row in rows:
            row = {k: v for k, v in row.items() if k != "days"}
            lines.append("  - " + writers.get(section, put)(row))
    return "\n".join(lines) + "\n"
