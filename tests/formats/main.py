"""main.py BINARY ERRORS SCRATCH: tells findings in every format; see formats.sh."""

import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import readers

BINARY, ERRORS, SCRATCH = sys.argv[1:]
FORMATS = list(readers.READERS)
COUNTS = {True: 0, False: 0}
HEAD = """\
creditor:
  name: Harbour & Finch Joinery Ltd
  address: "Unit 4, Bristol BS1 6QH"
  country: GB
  email: accounts@harbourfinch.example
  bank: {holder: Harbour & Finch Joinery Ltd, sort_code: 12-34-56, account: "12345678"}
  payments_to: 2026-11-27
defaults: {currency: GBP, policy: gb-business, kind: business, terms: net 30, channel: email}
customers:
  - {id: acme, name: Acme, address: "9 Foundry Lane, Leeds LS1 4AB", email: a@acme.example}
"""
# What somebody else may have chosen, each as YAML: a customer's id, say.
HOSTILE = ['"::error::x"', '"%0A::set-output name=x::y"', '"%250A%25"', '"]]><boom/>"',
           '"quoted \\"x\\" <tag> & &amp; \'y\'"', '"##[add-matcher]x"',
           '"[click](http://evil.example) {0} {{x}}"', '"a,b=c:d;e"', '"\\e[31mred\\e[0m"',
           '"\\0"', '"\\u2028::error::z"', '"\\r\\n::warning::w"', '"ünï — 😀"', '"\\\\n\\\\"',
           "|\n      block\n      ::error::scalar"]


def judge(what, fine, said=""):
    COUNTS[bool(fine)] += 1
    if not fine:
        print("formats: %s" % what)
        if said:
            print(said)


def run(folder, *words, env=None):
    done = subprocess.run([BINARY, *words], cwd=folder, stdin=subprocess.DEVNULL, timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                          env={**os.environ, **(env or {})})
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def check(folder, *words, **more):
    return run(folder, "check", *words, "--as-of", "2026-11-30", **more)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def human(text, ledger="/nowhere"):
    """The findings in the text for people: code, severity, line, text. In a file that is
    none of the ledger's, but comes with the program, no other program can go to the line."""
    first = re.compile(r"^(.*?)(?::(\d+):(\d+))?: (error|warning): (.*) \[([a-z0-9-]+)\]$", re.M)
    return [(m[6], m[4],
             int(m[2]) if m[2] and os.path.exists(os.path.join(ledger, m[1])) else None, m[5])
            for m in first.finditer(text)]


def slices(folder, report):
    """The characters that a finding and its notes mean, read from the files."""
    for finding in report["findings"]:
        for spot in [finding] + finding["notes"]:
            if spot["line"] is None or "<U+" in spot["file"]:
                continue
            path = os.path.join(folder, spot["file"])
            with open(path, encoding="utf-8-sig", errors="replace", newline="\n") as file:
                line = file.read().split("\n")[spot["line"] - 1].removesuffix("\r")
            yield line, spot["column"], spot["end_column"]


def agree(folder, words):
    """Every format tells what the text for people tells. Gives a list of faults."""
    code, _, told = check(folder, *words)
    wanted = human(told, os.path.join(folder, words[0]))
    said = {name: check(folder, *words, "--format", name) for name in FORMATS}
    faults, found = [], {}
    for name, (ended, out, err) in said.items():
        if ended != code:
            faults.append("%s: exit code %d, not %d" % (name, ended, code))
        if human(err):
            faults.append("%s: tells people too" % name)
        try:
            found[name] = readers.READERS[name](out)
        except Exception as fault:  # whatever a broken format makes its reader raise
            faults.append("%s: %r" % (name, fault))
    if faults:
        return faults
    exact = found["json"]
    if [(c, s, l) for c, s, _, l in exact] != [one[:3] for one in wanted]:
        faults.append("json: %s, not %s" % (exact, wanted))
    messages = [finding["message"] for finding in json.loads(said["json"][1])["findings"]]
    if not all(one.endswith(two[3]) for one, two in zip(messages, wanted)):
        faults.append("json: other texts: %s" % messages)
    for name in ("github", "sarif", "junit"):
        if found[name] != exact:
            faults.append("%s: %s, not %s" % (name, found[name], exact))
    for (c, s, p, l), (code_, severity, path, line) in zip(exact, found["gitlab"]):
        if (c, s, p or words[0], l or 1) != (code_, severity, path, line):
            faults.append("gitlab: %s" % code_)
    if len(found["gitlab"]) != len(exact):
        faults.append("gitlab: %d findings, not %d" % (len(found["gitlab"]), len(exact)))
    try:
        for line, column, end in slices(folder, json.loads(said["json"][1])):
            if end > max(len(line) + 1, column):
                faults.append("json: columns %d to %d of %r" % (column, end, line))
    except OSError as fault:
        faults.append("json: %s" % fault)
    return faults


def fixtures():
    names = [n for n in sorted(os.listdir(ERRORS)) if os.path.isdir(os.path.join(ERRORS, n))
             and not os.path.exists(os.path.join(ERRORS, n, "args"))]
    judge("there are fixtures", len(names) > 50)
    with ThreadPoolExecutor(os.cpu_count()) as crew:
        for name, faults in zip(names, crew.map(
                lambda n: agree(os.path.join(ERRORS, n), ["ledger"]), names)):
            judge("fixture %s" % name, not faults, "\n".join(faults))


def hostile_names(folder):
    """Each name in a ledger of its own, for some are refused and end the reading."""
    for i, name in enumerate(HOSTILE):
        write("%s/%d/book.yaml" % (folder, i), HEAD + "invoices:\n  - number: R-1\n"
              "    customer: %s\n    issued: 2026-11-02\n    amount: 5.00\n" % name)
        faults = agree(folder, [str(i)])
        judge("hostile name %s" % name, not faults, "\n".join(faults))
        code, out, _ = check(folder, str(i), "--format", "json")
        told = json.loads(out)["findings"]
        judge("hostile name %s is found" % name, code == 1 and told)
        text = told[0]["message"]
        judge("no control character in %s" % name, not re.search("[\0-\x1f\x7f-\x9f\u2028]", text))
        _, out, _ = check(folder, str(i), "--format", "github")
        judge("a runner reads the message of %s" % name,
              readers.commands(out)[0][2].split("\n")[0] == text, out)


def hostile_paths(folder):
    names = ["::warning file=x,line=1::a:%0A,b.yaml", "ü ä #?&+[x](y).yaml", "two\nlines.yaml",
             "]]>\"<'.yaml"]
    for name in names:
        write("%s/led ger:é/%s" % (folder, name), "invoices: 5\n")
    faults = agree(folder, ["led ger:é"])
    # One name has a line end: SARIF encodes it, the others show it, and none opens that file.
    faults = [fault for fault in faults if not fault.startswith(("sarif: [", "json: ["))]
    judge("hostile paths", not faults, "\n".join(faults))
    _, out, _ = check(folder, "led ger:é", "--format", "sarif")
    there = {path for _, _, path, _ in readers.read_sarif(out)}
    judge("SARIF names every file by its bytes", there == {"led ger:é/" + n for n in names})
    _, out, _ = check(folder, "led ger:é", "--format", "github")
    there = {path for _, _, path, _ in readers.read_github(out)}
    judge("GitHub's paths open", sum(os.path.exists(os.path.join(folder, p)) for p in there) == 3)


def bytes_that_are_no_text(folder):
    os.makedirs(folder + "/raw")
    with open(os.path.join(folder.encode(), b"raw", b"\xff\xfe.yaml"), "wb") as file:
        file.write(b"invoices: 5\n")
    for name in FORMATS:
        code, out, _ = check(folder, "raw", "--format", name)
        judge("a path that is not UTF-8 in %s" % name,
              code == 1 and readers.READERS[name](out), out)


def marks(folder, ledger):
    _, out, _ = check(folder, ledger, "--format", "gitlab")
    _, log, _ = check(folder, ledger, "--format", "sarif")
    results = json.loads(log)["runs"][0]["results"]
    return ([issue["fingerprint"] for issue in json.loads(out)],
            [result["partialFingerprints"]["finding/v1"] for result in results])


def fingerprints(folder):
    path = folder + "/led/book.yaml"
    line = "  - {number: R-%d, customer: acmee, issued: 2026-11-02, amount: 5.00}\n"
    lines = "invoices:\n" + "".join(line % (i // 2) for i in range(8))
    write(path, HEAD + lines)
    before, same = marks(folder, "led")
    judge("fingerprints are unique", len(before) >= 8 and len(set(before)) == len(before))
    judge("SARIF has the same fingerprints", before == same)
    write(path, "# a comment\n\n" + HEAD + "# another\n" + lines.replace("  - ", "    - "))
    judge("fingerprints stay when lines are inserted", marks(folder, "led")[0] == before)
    write(path, HEAD + lines.replace("amount: 5.00", "amount: 6.00", 1))
    changed = marks(folder, "led")[0]
    judge("a changed line has another fingerprint", set(changed) - set(before))
    judge("and the others keep theirs", len(set(changed) & set(before)) >= len(before) - 4)


def columns(folder):
    write(folder + "/wide/book.yaml", HEAD + 'invoices:\n  - {number: "Ré 😀", customer: "nö-one", '
          "issued: 2026-11-02, amount: 5.00}\n")
    _, out, _ = check(folder, "wide", "--format", "json")
    told = [line[column - 1:end - 1] for line, column, end in slices(folder, json.loads(out))]
    judge("columns count code points", "nö-one" in "".join(told), str(told))


def paths(folder):
    write(folder + "/at/book.yaml", "invoices: 5\n")
    for where, word, path in [(folder, "at", "at/book.yaml"), (folder, "./at//", "at/book.yaml"),
                              (folder + "/at", ".", "book.yaml"),
                              (folder + "/at", "../at", "../at/book.yaml"),
                              (folder, os.path.realpath(folder) + "/at", "at/book.yaml"),
                              ("/", folder + "/at", None)]:
        _, out, _ = check(where, word, "--format", "json")
        told = json.loads(out)["findings"][0]["file"]
        judge("path from %s to %s" % (where, word), told == (path or folder + "/at/book.yaml"), told)
    _, out, _ = check("/", folder + "/at", "--format", "sarif")
    judge("an absolute path is a URI", '"uri": "file:///' in out, out)


def command_line(folder):
    write(folder + "/fine/book.yaml", HEAD)
    write(folder + "/warned/book.yaml", HEAD + "payments:\n"
          "  - {date: 2026-11-02, customer: acme, amount: 5.00}\n")
    for name in FORMATS:
        code, out, err = check(folder, "fine", "--format", name)
        judge("%s of a clean ledger" % name, (code, err) == (0, "") and
              (readers.READERS[name](out) if out else []) == [], out + err)
        code, out, _ = check(folder, "nowhere", "--format", name)
        judge("%s without a place" % name, code == 1 and
              readers.READERS[name](out)[0][0] == "ledger-missing", out)
        code, out, _ = check(folder, "warned", "--format", name)
        judge("%s of a warning" % name, code == 0 and
              [f[1] for f in readers.READERS[name](out)] == ["warning"], out)
        code, out, _ = check(folder, "warned", "--format", name, "--strict")
        judge("--strict fails in %s" % name, code == 1 and readers.READERS[name](out), out)
        judge("and says so in JUnit", name != "junit" or "<failure" in out, out)
    code, out, err = check(folder, "fine", "--format", "yaml")
    named = re.search(r"one of (\S+)", err)
    judge("an unknown format is a usage error that names them",
          code == 2 and named and named[1].split("|") == ["human"] + FORMATS, err)


def runner(folder):
    plain = check(folder, "warned")
    told = check(folder, "warned", "--format", "github")
    judge("github is automatic in a runner",
          check(folder, "warned", env={"GITHUB_ACTIONS": "true"}) == told != plain)
    judge("an empty variable is none", check(folder, "warned", env={"GITHUB_ACTIONS": ""}) == plain)
    judge("a format given is the one", check(folder, "warned", "--format", "human",
                                             env={"GITHUB_ACTIONS": "true"}) == plain)


def main():
    fixtures()
    for test in (hostile_names, hostile_paths, bytes_that_are_no_text, fingerprints, columns,
                 paths, command_line, runner):
        folder = os.path.join(SCRATCH, "runner" if test is runner else test.__name__)
        if test is runner:
            folder = os.path.join(SCRATCH, "command_line")
        os.makedirs(folder, exist_ok=True)
        try:
            test(folder)
        except Exception as fault:  # a format so broken that its reader gives up
            judge(test.__name__, False, repr(fault))
    shutil.rmtree(SCRATCH, ignore_errors=True)
    print("formats: %d passed, %d failed" % (COUNTS[True], COUNTS[False]))
    return 1 if COUNTS[False] else 0


sys.exit(main())
