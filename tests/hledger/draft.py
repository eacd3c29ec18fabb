"""draft.py FOLDER SEED COUNT: random ledgers, and the same books as one hledger journal.

Writes FOLDER/<n>/ledger.yaml for COUNT ledgers and FOLDER/all.journal, in which the
account of ledger n, customer c is receivable:<n>:<c>. Nothing is charged: the policy is
'plain', so that what is owed is invoices less what lowers them.

Customers w1, w2 have write-offs: their first invoice is older and larger than all they ever
pay, so payments without a name stay on it and every other invoice is open in full until it
is written off. The others pay too much, too early, for several invoices at once, and have
payments returned and refunded.
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

DECIMALS = {"GBP": 2, "EUR": 2, "JPY": 0, "KWD": 3}
FIRST = date(2025, 1, 1)


class Draft:
    def __init__(self, chance, name, journal):
        self.chance, self.name, self.journal = chance, name, journal
        self.sections = {key: [] for key in
                         ("invoices", "credit_notes", "payments", "write_offs")}
        self.numbers, self.issued = 0, {}

    def money(self, amount, currency):
        places = DECIMALS[currency]
        text = f"{abs(amount):0{places + 1}d}"
        if places:
            text = f"{text[:-places]}.{text[-places:]}"
        return ("-" if amount < 0 else "") + text

    def day(self, since=0, span=700):
        return FIRST + timedelta(days=since + self.chance.randrange(span))

    def post(self, day, customer, amount, currency, what):
        self.journal.append(f"{day} {what}\n"
                            f"    receivable:{self.name}:{customer}  "
                            f"{self.money(amount, currency)} {currency}\n"
                            f"    rest\n\n")

    def add(self, section, **fields):
        pairs = ", ".join(f"{key}: {value}" for key, value in fields.items()
                          if value is not None)
        self.sections[section].append("  - {" + pairs + "}\n")

    def invoice(self, customer, currency, day, amount):
        self.numbers += 1
        number = f"R-{self.numbers}"
        self.issued[number] = day
        self.add("invoices", number=number, customer=customer, issued=day,
                 amount=self.money(amount, currency), currency=currency)
        self.post(day, customer, amount, currency, f"invoice {number}")
        return number

    def credit_note(self, customer, currency, day, amount, invoice):
        self.numbers += 1
        effective = None
        if invoice and self.chance.random() < 0.3:
            effective = day - timedelta(days=self.chance.randrange(40))
        self.add("credit_notes", number=f"C-{self.numbers}", customer=customer, issued=day,
                 amount=self.money(amount, currency), currency=currency, invoice=invoice,
                 effective=effective)
        # Rule 6: not before its invoice.
        day = max(day, self.issued.get(invoice, day))
        self.post(day, customer, -amount, currency, "credit note")

    def payment(self, customer, currency, amount, reference=None, named=None):
        day, returned = self.day(), None
        if amount > 0 and self.chance.random() < 0.15:
            returned = day + timedelta(days=1 + self.chance.randrange(90))
        self.add("payments", date=day, customer=customer, currency=currency,
                 amount=self.money(amount, currency), reference=reference,
                 returned=returned, **({"for": named} if named else {}))
        self.post(day, customer, -amount, currency, "payment" if amount > 0 else "refund")
        if returned:
            self.post(returned, customer, amount, currency, "returned")

    def write_off(self, customer, currency, number, issued, amount, rest):
        day = issued + timedelta(days=self.chance.randrange(300))
        self.add("write_offs", date=day, invoice=number, reason="Uneconomic",
                 amount=None if rest else self.money(amount, currency))
        self.post(day, customer, -amount, currency, "write-off")

    def payer(self, customer, currency):
        chance = self.chance
        numbers = [self.invoice(customer, currency, self.day(), 1 + chance.randrange(300000))
                   for _ in range(1 + chance.randrange(6))]
        for _ in range(chance.randrange(9)):
            amount = 1 + chance.randrange(250000)
            one, two = chance.choice(numbers), chance.choice(numbers)
            named, reference = chance.choice([
                (None, None), (f"[{one}]", None), (None, f'"for {one.lower()} and {two}"'),
                (None, '"thank you"'), (f"{{{one}: {self.money(amount, currency)}}}", None),
                (f"[{one}, {two}]" if one != two else None, None)])
            self.payment(customer, currency, amount, reference, named)
        for _ in range(chance.randrange(3)):
            self.payment(customer, currency, -1 - chance.randrange(60000))
        for _ in range(chance.randrange(3)):
            self.credit_note(customer, currency, self.day(450, 300),
                             1 + chance.randrange(90000),
                             chance.choice(numbers + [None]))

    def debtor(self, customer, currency):
        chance = self.chance
        self.invoice(customer, currency, FIRST, 5000000)
        for _ in range(1 + chance.randrange(5)):
            issued, amount = self.day(40, 500), 10 + chance.randrange(200000)
            number = self.invoice(customer, currency, issued, amount)
            if chance.random() < 0.6:
                rest = chance.random() < 0.5
                self.write_off(customer, currency, number, issued,
                               amount if rest else 1 + chance.randrange(amount), rest)
        for _ in range(chance.randrange(6)):
            self.payment(customer, currency, 1 + chance.randrange(200000))

    def text(self):
        customers = "".join(f"  - {{id: {name}, name: {name.upper()} Ltd, address: Lane}}\n"
                            for name in ("p1", "p2", "p3", "w1", "w2"))
        parts = [f"{key}:\n" + "".join(self.chance.sample(rows, len(rows)))
                 for key, rows in self.sections.items() if rows]
        return ("creditor: {name: Books, address: Dock Road, country: GB}\n"
                "defaults: {currency: GBP, policy: plain, kind: business, terms: net 30}\n"
                f"customers:\n{customers}" + "".join(parts))


def main():
    folder, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    journal = [f"commodity 1000.{'0' * places} {currency}\n"
               for currency, places in DECIMALS.items()]
    for n in range(seed, seed + count):
        chance = random.Random(n)
        draft = Draft(chance, str(n), journal)
        for customer in ("p1", "p2", "p3"):
            for currency in chance.sample(sorted(DECIMALS), chance.choice([1, 1, 2, 4])):
                draft.payer(customer, currency)
        for customer in ("w1", "w2"):
            draft.debtor(customer, chance.choice(sorted(DECIMALS)))
        room = folder / str(n)
        room.mkdir(parents=True)
        (room / "ledger.yaml").write_text(draft.text())
    (folder / "all.journal").write_text("".join(journal))


main()
