"""Breaks every line of a ledger once, in several ways, and wants at most one finding.

cascades.py BINARY LEDGER: a fault is told once. What follows from it (an invoice whose
customer could not be read, an instalment without its plan) is not told again.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

LINE = re.compile(r"^(\s*(?:- )?)([^\s:#][^:]*):(?: (.*))?$")
LAST = re.compile(r"^1 file read: (?:(\d+) errors?)?(?:, )?(?:(\d+) warnings?)?", re.M)


# Names may be anything of their form: then whatever names them is rightly told.
ANY_NAME = {"number": ["signs", "a day that is none", "minus one"],
            "id": ["a day that is none"],
            "name": ["a day that is none"],
            "for": ["a mapping"],
            "strict": ["the key misspelt"]}


def breaks(lines):
    """Yields (what was done, line number, the lines)."""
    for at, line in enumerate(lines):
        found = LINE.match(line)
        if not found:
            continue
        head, key, value = found.groups()
        ways = {"the key misspelt": f"{head}{key}x: {value or ''}".rstrip()}
        if value:
            ways["a list of lists"] = f"{head}{key}: [[x]]"
            ways["a mapping"] = f"{head}{key}: {{x: y}}"
            ways["signs"] = f'{head}{key}: "?!"'
            ways["nothing"] = f"{head}{key}:"
            ways["a day that is none"] = f"{head}{key}: 2026-02-30"
            ways["minus one"] = f"{head}{key}: -1"
            ways["a tab"] = f'{head}{key}: "a\\tb"'
            if not head.strip():
                ways["taken out"] = None
        for what in ANY_NAME.get(key, []):
            ways.pop(what, None)
        for what, new in ways.items():
            changed = [new] if new is not None else []
            yield what, at + 1, lines[:at] + changed + lines[at + 1 :]


def count(binary, lines):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "ledger", "book.yaml")
        path.parent.mkdir()
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        run = subprocess.run(
            [binary, "check", "ledger", "--as-of", "2026-11-30", "--color", "never"],
            cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    if run.returncode not in (0, 1):
        return 99, 0, run.stderr
    last = LAST.search(run.stderr)
    errors, warnings = (int(n or 0) for n in last.groups()) if last else (0, 0)
    return errors, warnings, run.stderr


def main(binary, ledger):
    lines = pathlib.Path(ledger).read_text(encoding="utf-8").splitlines()
    cases = list(breaks(lines))
    with ThreadPoolExecutor() as pool:
        results = list(pool.map(lambda case: count(binary, case[2]), cases))
    failed = told = 0
    for (what, at, _), (errors, warnings, text) in zip(cases, results):
        told += errors + warnings == 1
        if errors + warnings <= 1:
            continue
        failed += 1
        print(f"{ledger}:{at}: error: {what}: {errors} errors, {warnings} warnings")
        print("\n".join(s for s in text.splitlines() if re.search(r"\[[a-z-]+\]$", s)))
    print(f"cascades: {len(cases)} broken, {told} told, {failed} told more than once")
    return 1 if failed or told < len(cases) // 2 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
