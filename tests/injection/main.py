"""main.py BINARY SCRATCH: every text of TEXTS as customer's name, contact, address, reference,
note, reason and creditor's name at once, and what each output makes of it."""

import csv
import email
import email.policy
import io
import json
import os
import re
import subprocess
import sys

DAY = "2026-11-30"

# What can be printed: it must come out exactly as it went in.
TEXTS = [
    "=HYPERLINK(\"http://evil.example\",\"click\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "**bold** _it_ `code` ~~no~~",
    "# heading",
    "- item | cell | cell",
    "1. first",
    "> quote",
    "[pay here](https://evil.example/pay)",
    "![logo](file:///etc/passwd)",
    "<script>alert(1)</script> <b>&amp; &#x41;",
    "<https://evil.example>",
    "{{creditor.name}} {{{bank.iban}}} {{#x}}",
    "%PDF-1.7 ) /JS (app.alert) >> endobj",
    "\\) Tj ET Q \\(",
    "::error file=x,line=1::owned",
    "%0A::set-output name=x::y",
    "a,b;c\"d'e",
    "]]> <!-- --> ]]>",
    "\\u001b[31m $(id) `id` ; rm -rf / &",
    "..%2F..%2Fetc",
    "Zoë O’Brien & Söhne „GmbH“ Łódź",
    "Bcc: everyone@evil.example",
    "=?utf-8?q?Bcc=3A_x?=",
    "http://evil.example/?a=b&c=d",
    "null", "~", "true", "0x1F", "2026-01-01",
]

# What cannot: refused, and what is said of it commands no terminal.
REFUSED = [
    "\x1b[31mred", "\x1b]0;title\x07", "a\x00b", "a\x08b", "bell\x07", "\x9b31m",
    "line\r\nBcc: everyone@evil.example", "a\rb", "evil\u202etxt.exe", "zero\u200bwidth",
    "next\u0085line", "para\u2029graph", "\u2066iso", "tag\U000e0041",
]

failures = 0
passed = 0


def check(holds, what, detail=""):
    global failures, passed
    if holds:
        passed += 1
    else:
        failures += 1
        print(f"injection: {what}: {detail!r}")


def ledger(folder, text):
    quoted = json.dumps(text)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "books.yaml"), "w", encoding="utf-8") as out:
        out.write(f"""
creditor: {{name: {quoted}, address: "Dock Road", country: GB, email: a@harbour.example,
  bank: {{sort_code: 12-34-56, account: "12345678", holder: {quoted}}}, payments_to: 2026-11-27}}
defaults: {{currency: GBP, policy: gb-business, kind: business, terms: net 30}}
customers:
  - {{id: acme, name: {quoted}, contact: {quoted}, address: [{quoted}, Leeds], email: b@acme.example, note: {quoted}}}
invoices:
  - {{number: INV-1, customer: acme, issued: 2026-09-15, amount: 1250.00, reference: {quoted}, note: {quoted}}}
  - {{number: INV-2, customer: acme, issued: 2026-09-16, amount: 20.00, dispute: {{since: 2026-10-01, reason: {quoted}}}}}
payments:
  - {{date: 2026-10-30, customer: acme, amount: 5.00, reference: {quoted}}}
  - {{date: 2026-10-31, customer: acme, amount: -7.00, reference: {quoted}}}
log:
  - {{date: 2026-10-21, customer: acme, stage: reminder-1, invoices: [INV-1], note: {quoted}, by: {quoted}}}
""".replace(f"address: [{quoted}, Leeds]", f"address: {json.dumps(text + chr(10) + 'Leeds')}"))


def run(binary, *words):
    done = subprocess.run([binary, *words, "--as-of", DAY], capture_output=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def quiet(what, data):
    """No byte that a terminal would obey, and nothing that hides."""
    text = data.decode("utf-8", "replace")
    bad = [c for c in text if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160
           or 0x200B <= ord(c) <= 0x200F or 0x2028 <= ord(c) <= 0x202E
           or 0x2066 <= ord(c) <= 0x2069 or 0xE0000 <= ord(c) <= 0xE007F]
    check(not bad, f"{what} prints control characters", bad)


def formulas(what, data):
    """No cell that a spreadsheet would work out; negative numbers stay numbers."""
    for row in csv.reader(io.StringIO(data.decode("utf-8"), newline="")):
        for cell in row:
            number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
            check(number or cell[:1] not in ("=", "+", "-", "@", "\t", "\r"), f"{what}: a formula", cell)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def strings(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


def documents(folder):
    for root, _, names in os.walk(folder):
        for name in names:
            yield os.path.join(root, name)


def paper(path, text):
    raw = open(path, "rb").read()
    shown = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    check(squeezed(text) in squeezed(shown), f"{os.path.basename(path)} does not say", text)
    flat = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True, check=False)
    check(flat.returncode == 0, f"{os.path.basename(path)} is not sound", flat.stderr)
    for word in (b"/JS", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/SubmitForm", b"/OpenAction"):
        names = re.findall(rb"<<[^()]*?" + word + rb"\b", raw)
        check(not names, f"{os.path.basename(path)} has {word!r}", names)
    for link in re.findall(rb"/URI\s*\(([^)]*)\)", flat.stdout):
        check(link.startswith(b"mailto:a@harbour.example"), "a link that nobody wrote", link)
    title = subprocess.run(["pdfinfo", "-enc", "UTF-8", path], capture_output=True, check=True).stdout.decode()
    author = [line for line in title.splitlines() if line.startswith("Author:")]
    check(len(author) == 1 and squeezed(text) in squeezed(author[0]), "the author is not the creditor", author)


def mail(path):
    message = email.message_from_bytes(open(path, "rb").read(), policy=email.policy.default)
    allowed = {"from", "to", "subject", "date", "message-id", "mime-version", "content-type",
               "content-transfer-encoding", "x-unsent", "reply-to", "content-language", "x-mailer"}
    names = {name.lower() for name in message.keys()}
    check(names <= allowed, f"{os.path.basename(path)}: headers that nobody wrote", sorted(names - allowed))
    to = [a.addr_spec for a in message["to"].addresses] if message["to"] else []
    check(to in ([], ["b@acme.example"]), "another recipient", str(message["to"]))


def accepted(binary, scratch, text, mails):
    folder, out = os.path.join(scratch, "ledger"), os.path.join(scratch, "out")
    subprocess.run(["rm", "-rf", folder, out], check=True)
    ledger(folder, text)
    options = ["--outbox"] if mails else []
    code, _, err = run(binary, "build", folder, "-o", out, *options)
    quiet("build", err)
    check(code == 0, f"build refuses {text!r}", err.decode()[-400:])
    if code != 0:
        return
    for path in documents(out):
        name = os.path.relpath(path, out)
        check(re.fullmatch(r"[A-Za-z0-9._/@-]+", name), "a file is called", name)
        if path.endswith(".pdf"):
            paper(path, text)
        if path.endswith(".eml"):
            mail(path)
    json.load(open(os.path.join(out, DAY, "manifest.json"), encoding="utf-8"))
    for verb in ("status", "plan", "explain"):
        words = [verb, folder] + (["acme"] if verb == "explain" else [])
        _, data, err = run(binary, *words)
        quiet(verb, data + err)
        _, data, err = run(binary, *words, "--format", "json")
        said = list(strings(json.loads(data)))
        check(verb == "explain" or not any("\x1b" in s for s in said), f"{verb} json", said)
    _, data, _ = run(binary, "status", folder, "--format", "csv")
    formulas("status", data)
    _, data, err = run(binary, "check", folder, "--format", "github")
    for line in data.decode().splitlines():
        check(line.startswith(("::error ", "::warning ", "::notice ")), "an annotation that is not ours", line)
        check("owned" not in line.split("::")[1], "an annotation is forged", line)


def refused(binary, scratch, text):
    folder = os.path.join(scratch, "ledger")
    subprocess.run(["rm", "-rf", folder], check=True)
    ledger(folder, text)
    # JSON escapes are YAML's: the same text once more as it is.
    for raw in (False, True):
        if raw:
            path = os.path.join(folder, "books.yaml")
            data = open(path, encoding="utf-8").read().replace(json.dumps(text), '"' + text + '"')
            with open(path, "w", encoding="utf-8", newline="") as out:
                out.write(data)
        code, data, err = run(binary, "check", folder)
        check(code == 1, f"check takes {text!r}", err.decode()[-300:])
        quiet(f"check of {text!r}", data + err)
        for form in ("json", "sarif", "gitlab", "junit", "github"):
            _, data, err = run(binary, "check", folder, "--format", form)
            quiet(f"check --format {form} of {text!r}", data + err)


def main():
    binary, scratch = sys.argv[1:]
    page = subprocess.run([binary, "help", "build"], capture_output=True, check=True).stdout
    for text in TEXTS:
        accepted(binary, scratch, text, b"--outbox" in page)
    for text in REFUSED:
        refused(binary, scratch, text)
    print(f"injection: {len(TEXTS)} texts printed, {len(REFUSED)} refused: {passed} passed, {failures} failed")
    return failures > 0


sys.exit(main())
