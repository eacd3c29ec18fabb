"""mail.py OUT/DAY WANTED: what Python reads back from a run's files for printing and mailing.

WANTED is JSON: for each draft, below outbox/, its From, To, and Subject as they are to be read.
"""
import csv
import email
import email.policy
import json
import pathlib
import subprocess
import sys

run = pathlib.Path(sys.argv[1])
wanted = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
faults = 0


def check(what, found, expected):
    global faults
    if found != expected:
        faults += 1
        print(f"mail.py: {what}: {found!r}, not {expected!r}")


def pages_of(path):
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return text.stdout.decode().split("\f")[:-1]


def check_draft(path):
    raw = path.read_bytes()
    name = path.relative_to(run / "outbox").as_posix()
    check(f"{name}: bare line ends", raw.replace(b"\r\n", b"").count(b"\n"), 0)
    check(f"{name}: long lines", [line for line in raw.split(b"\r\n") if len(line) > 78], [])
    message = email.message_from_bytes(raw, policy=email.policy.default)
    check(f"{name}: defects", message.defects, [])
    for key, expected in wanted.get(name, {}).items():
        if key in ("From", "To"):
            (address,) = message[key].addresses
            check(f"{name}: {key}", [address.display_name, address.addr_spec], expected)
        elif key not in ("file", "says"):
            check(f"{name}: {key}", message[key], expected)
    check(f"{name}: headers", sorted(set(message.keys())),
          sorted(["From", "To", "Subject", "Date", "Message-ID", "Content-Language",
                  "X-Unsent", "MIME-Version", "Content-Type"]))
    check(f"{name}: unsent", message["X-Unsent"], "1")
    check(f"{name}: day", message["Date"].datetime.date().isoformat(), run.name)
    text, attachment = message.iter_parts()
    check(f"{name}: text", text.get_content_type(), "text/plain")
    letter = run / "letters" / name.replace(".eml", ".pdf")
    check(f"{name}: attachment", attachment.get_payload(decode=True), letter.read_bytes())
    expected = wanted.get(name, {})
    if "file" in expected:
        check(f"{name}: file", attachment.get_filename(), expected["file"])
    if "says" in expected and expected["says"] not in text.get_content():
        check(f"{name}: text", text.get_content(), expected["says"])


def check_bundle():
    rows = list(csv.DictReader((run / "bundle/post.csv").open(newline="", encoding="utf-8")))
    bound = pages_of(run / "bundle/post.pdf")
    page = 1
    sheets = {}
    for row in rows:
        first, last = int(row["first_page"]), int(row["last_page"])
        check("bundle: first page", first, page)
        check("bundle: pages", int(row["pages"]), last - first + 1)
        check(f"bundle: {row['document']}", bound[first - 1:last], pages_of(run / row["document"]))
        sheets.setdefault(row["envelope"], []).append(int(row["pages"]))
        page = last + 1
    check("bundle: pages in all", len(bound), page - 1)
    for row in rows:
        check("bundle: sheets", int(row["envelope_sheets"]), sum(sheets[row["envelope"]]))
        check("bundle: sheets, both sides", int(row["envelope_sheets_duplex"]),
              sum((pages + 1) // 2 for pages in sheets[row["envelope"]]))


drafts = sorted(run.glob("outbox/**/*.eml"))
for draft in drafts:
    check_draft(draft)
known = {draft.relative_to(run / "outbox").as_posix() for draft in drafts}
check("drafts that are missing", sorted(key for key in wanted if key not in known), [])
if (run / "bundle").exists():
    check_bundle()
sys.exit(1 if faults else 0)
