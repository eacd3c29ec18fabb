"""Order never changes a result: files, sections and records may stand in any order.

orders.py BINARY [SEED [COUNT]]: makes COUNT random ledgers, writes each twice, the second
time with its files, sections and records shuffled, and wants the same bytes from
`status --format json`. The seed is printed; give it again to see the same ledgers.
"""

import datetime
import os
import pathlib
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

CREDITOR = "creditor: {name: Us, address: Here, country: GB, payments_to: 2026-11-27}\n"
DEFAULTS = "defaults: {currency: GBP, terms: net 30, kind: business, policy: ours}\n"
POLICIES = """policies:
  ours: {extends: gb-business, dispute: {interest: runs}}
  theirs: {extends: ours, grace_days: 3, settles: costs-interest-principal}
"""
CURRENCIES = ["GBP", "EUR"]


def day(rng, least=0, most=420):
    start = datetime.date(2025, 9, 9)
    return (start + datetime.timedelta(days=rng.randint(least, most))).isoformat()


def later(rng, text, most=60):
    start = datetime.date.fromisoformat(text)
    return (start + datetime.timedelta(days=rng.randint(0, most))).isoformat()


def amount(rng):
    whole = rng.choice([rng.randint(1, 40) * 25, rng.randint(1, 9999)])
    return f"{whole}.{rng.choice(['00', '00', '50', '37'])}"


def invoice_of(rng, number, customer):
    parts = [f"number: R-{number}", f"customer: {customer}", f"amount: {amount(rng)}"]
    issued = day(rng)
    parts.append(f"issued: {issued}")
    if rng.random() < 0.3:
        parts.append(f"due: {later(rng, issued)}")
    if rng.random() < 0.3:
        parts += [f"currency: {rng.choice(CURRENCIES)}", "policy: plain"]
    if rng.random() < 0.1:
        since = later(rng, issued)
        parts.append(f"dispute: {{since: {since}, until: {later(rng, since)}}}")
    if rng.random() < 0.1:
        parts.append(f"waive: {{date: {later(rng, issued)}, what: [interest]}}")
    rng.shuffle(parts)
    return "{" + ", ".join(parts) + "}"


def payment_of(rng, customer, numbers):
    parts = [f"date: {day(rng)}", f"customer: {customer}", f"amount: {amount(rng)}"]
    chance = rng.random()
    if chance < 0.4:
        parts.append(f"reference: R-{rng.choice(numbers)} thanks")
    elif chance < 0.5:
        parts.append(f"reference: {rng.choice('abc')}")
    if rng.random() < 0.1:
        parts.append("returned: 2026-11-20")
    rng.shuffle(parts)
    return "{" + ", ".join(parts) + "}"


def sections_of(rng):
    """Section name → list of records, in words."""
    ids = [f"c{n}" for n in range(rng.randint(1, 5))]
    customers, invoices, payments, credits = [], [], [], []
    log, promises, plans = [], [], []
    number = 0
    for name in ids:
        extra = rng.choice(["", "", ", policy: theirs", ", kind: consumer, policy: plain",
                            ", terms: 2/10 net 30"])
        customers.append(f"{{id: {name}, name: N {name}, address: There{extra}}}")
        numbers = []
        for _ in range(rng.randint(1, 6)):
            number += 1
            numbers.append(number)
            invoices.append(invoice_of(rng, number, name))
        for _ in range(rng.randint(0, 6)):
            payments.append(payment_of(rng, name, numbers))
        if rng.random() < 0.4:
            credits.append(f"{{number: CN-{number}, customer: {name}, issued: {day(rng)}, "
                           f"amount: {rng.randint(1, 90)}}}")
        if rng.random() < 0.5:
            log.append(f"{{date: {day(rng)}, customer: {name}, channel: phone, "
                       f"note: {rng.choice('xyz')}}}")
        if rng.random() < 0.2:
            first = day(rng)
            plans.append(f"{{id: p-{name}, customer: {name}, agreed: {first}, "
                         f"invoices: [R-{number}], first: {later(rng, first)}, "
                         f"every: month, count: {rng.randint(1, 4)}}}")
        if rng.random() < 0.3:
            made = day(rng)
            promises.append(f"{{customer: {name}, made: {made}, by: {later(rng, made)}, "
                            f"amount: {rng.randint(1, 500)}}}")
    return {"customers": customers, "invoices": invoices, "payments": payments,
            "credit_notes": credits, "log": log, "promises": promises,
            "plans": plans}


def write(rng, folder, sections, shuffled):
    """The ledger in one file, or in any order over several."""
    files = [CREDITOR + DEFAULTS + POLICIES]
    if shuffled:
        single = [CREDITOR, DEFAULTS, POLICIES]
        rng.shuffle(single)
        files = ["" for _ in range(rng.randint(1, 4))]
        pieces = [(None, text) for text in single]
        for name, records in sections.items():
            records = records[:]
            rng.shuffle(records)
            cuts = sorted(rng.sample(range(len(records) + 1), min(2, len(records) + 1)))
            for a, b in zip([0] + cuts, cuts + [len(records)]):
                pieces.append((name, records[a:b]))
        rng.shuffle(pieces)
        held = [dict() for _ in files]
        for name, content in pieces:
            at = rng.randrange(len(files))
            if name is None:
                files[at] += content
            else:
                held[at].setdefault(name, []).extend(content)
        for at, parts in enumerate(held):
            for name, records in parts.items():
                files[at] += f"{name}:\n" + "".join(f"  - {r}\n" for r in records)
    else:
        for name, records in sections.items():
            files[0] += f"{name}:\n" + "".join(f"  - {r}\n" for r in records)
    names = rng.sample(["a", "b/c", "m", "z", "y/x"], len(files))
    for name, text in zip(names, files):
        path = pathlib.Path(folder, name + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def status(binary, folder):
    run = subprocess.run(
        [binary, "status", folder, "--as-of", "2026-11-30", "--format", "json",
         "--color", "never"],
        capture_output=True, timeout=60, check=False)
    return run.returncode, run.stdout, run.stderr


def one(binary, room, seed, n):
    rng = random.Random(f"{seed}/{n}")
    sections = sections_of(rng)
    results = []
    for way in ("straight", "shuffled"):
        folder = os.path.join(room, str(n), way, "ledger")
        os.makedirs(folder)
        write(rng, folder, sections, way == "shuffled")
        results.append(status(binary, folder))
    return results


def main(binary, seed=None, count="250"):
    seed = seed or str(random.SystemRandom().randrange(10**9))
    print(f"orders: seed {seed}", flush=True)
    failed = reckoned = 0
    with tempfile.TemporaryDirectory() as room, ThreadPoolExecutor() as pool:
        jobs = [pool.submit(one, binary, room, seed, n) for n in range(int(count))]
        for n, job in enumerate(jobs):
            (code, out, err), (code2, out2, _) = job.result()
            reckoned += code == 0 and b'"invoices"' in out
            if code in (0, 1) and (code, out) == (code2, out2):
                continue
            failed += 1
            print(f"orders: ledger {n} of seed {seed} differs when it is shuffled")
            for a, b in zip(out.splitlines(), out2.splitlines()):
                if a != b:
                    print(f"  {a.decode()}\n  {b.decode()}")
                    break
            print(err.decode()[:600])
    print(f"orders: {count} ledgers, {reckoned} reckoned, {failed} differ")
    return 1 if failed or reckoned < int(count) * 0.8 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
