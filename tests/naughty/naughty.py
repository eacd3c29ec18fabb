"""naughty.py BINARY: each of the big list of naughty strings (strings.json, see LICENSE) as a
customer's name. It is printed and read back exactly by pdftotext, or refused at the customer's
own line, naming a character of it that cannot be printed.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).parent
CREDITOR = """
creditor: {name: Us, address: Here, country: GB, payments_to: 2026-11-27}
defaults: {currency: GBP, locale: en-GB, policy: plain, terms: net 30, page: plain-a4}
"""
CUSTOMER = """
customers:
  - {id: "%s", name: %s, address: Here, country: GB}
invoices:
  - {number: "%s", customer: "%s", issued: 2026-11-01, amount: 1.00}
"""
# No character is at fault, as there is none.
WITHOUT_CHARACTER = ("value-empty",)


def write(folder, names):
    folder.mkdir()
    (folder / "creditor.yaml").write_text(CREDITOR, encoding="utf-8")
    for key, name in names.items():
        quoted = json.dumps(name, ensure_ascii=False).replace("\x7f", "\\x7f")
        text = CUSTOMER % (key, quoted, key, key)
        (folder / f"{key}.yaml").write_text(text, encoding="utf-8", errors="surrogatepass")


def build(binary, ledger, out):
    command = [binary, "build", ledger, "--as-of", "2026-11-30", "-o", out, "--color", "never"]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode, done.stderr.decode()


def refusals(said):
    """The findings by customer: key -> first line of each."""
    found = {}
    for key, what in re.findall(r"^(n\d{4})\.yaml:\d+:\d+: error: (.*)$", said, re.M):
        found.setdefault(key, []).append(what)
    return found


def names_character(name, findings):
    points = {int(p, 16) for what in findings for p in re.findall(r"U\+([0-9A-F]{4,6})", what)}
    return any(chr(point) in name for point in points)


def is_fair(name, findings):
    codes = [code for what in findings for code in re.findall(r"\[([a-z0-9-]+)\]$", what)]
    return names_character(name, findings) or any(code in WITHOUT_CHARACTER for code in codes)


def bare(text):
    """What is left when lines may end anywhere and blanks are one."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def reads(pdf, name):
    command = ["pdftotext", "-raw", pdf, "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return bare(name) in bare(done.stdout.decode())


def main(binary):
    strings = sorted(set(json.loads((HERE / "strings.json").read_text(encoding="utf-8"))))
    names = {f"n{i:04d}": name for i, name in enumerate(strings)}
    left, faults, refused = dict(names), [], 0
    with tempfile.TemporaryDirectory() as scratch:
        for turn in range(12):
            ledger = pathlib.Path(scratch, f"ledger{turn}")
            out = pathlib.Path(scratch, f"out{turn}")
            write(ledger, left)
            code, said = build(binary, ledger, out)
            found = refusals(said)
            if code == 0:
                break
            if code != 1 or not found:
                faults.append(f"exit {code}: {said[:2000]}")
                break
            refused += len(found)
            for key, findings in found.items():
                name = left.pop(key)
                if not is_fair(name, findings):
                    faults.append(f"{name!r} is refused: {findings}")
        for key, name in left.items():
            pdf = out / "2026-11-30" / "statements" / key / "GBP.pdf"
            if not pdf.exists() or not reads(pdf, name):
                faults.append(f"{name!r} is not read back from {key}")
    print("\n".join(faults) or f"naughty: {len(left)} printed, {refused} refused by name")
    return 1 if faults or not left or not refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
