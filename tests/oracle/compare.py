"""compare.py BINARY FIRST COUNT: random ledgers, each reckoned by the program and by the model
of the rules beside this file; every figure of `status --format json` has to be the same."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from account import Account
from draft import Draft, text
from report import Report


def differences(ours, theirs, where=""):
    if isinstance(ours, dict):
        for key in ours:
            if key == "blocked":
                told = [block["by"] for block in theirs[key]]
                yield from differences(ours[key], sorted(set(told), key=told.index), where + "." + key)
            else:
                yield from differences(ours[key], theirs.get(key), f"{where}.{key}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for i, (one, other) in enumerate(zip(ours, theirs)):
            yield from differences(one, other, f"{where}[{i}]")
    elif isinstance(ours, list) and isinstance(theirs, list):
        name = lambda rows: [row.get("number", row.get("stage", row)) if isinstance(row, dict) else row for row in rows]
        yield f"{where}: the rules say {name(ours)}, the program {name(theirs)}"
    elif ours != theirs:
        yield f"{where}: the rules say {ours}, the program {theirs}"


def run(binary, seed, folder):
    draft = Draft(seed)
    ledger = draft.ledger()
    path = Path(folder) / str(seed)
    path.mkdir()
    (path / "ledger.yaml").write_text(text(ledger))
    told = subprocess.run([binary, "status", str(path), "--as-of", str(draft.as_of), "--format",
                           "json"], capture_output=True, text=True)
    if told.returncode:
        return "refused", [told.stderr]
    account = Account(ledger, draft.as_of)
    account.replay()
    shown = json.loads(told.stdout)["accounts"]
    if not account.debts and not shown:
        return "same", []
    ours = Report(account).account_row()
    found = list(differences(ours, shown[0] if shown else {}))
    return ("different" if found else "same"), found


def main():
    binary, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    tally = {"same": 0, "different": 0, "refused": 0}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            verdict, found = run(binary, seed, folder)
            tally[verdict] += 1
            if verdict == "different":
                print(f"seed {seed}:", *found[:6], sep="\n  ")
            elif verdict == "refused" and tally["refused"] < 3:
                print(f"seed {seed}:", found[0][:600])
    print("oracle:", ", ".join(f"{n} {verdict}" for verdict, n in tally.items()))
    sys.exit(tally["different"] > 0 or tally["same"] < count // 2)


if __name__ == "__main__":
    main()
