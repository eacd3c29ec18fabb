"""Readers of the formats: each takes what `check` printed and gives a list of findings
(code, severity, path or None, line or None), and raises ValueError where a rule of the
format is broken."""

import json
import re
import xml.etree.ElementTree as tree

import sarif


def want(condition, text):
    if not condition:
        raise ValueError(text)


def read_json(text):
    report = json.loads(text)
    want(list(report) == ["as_of", "files", "errors", "warnings", "findings"], "keys of the report")
    for finding in report["findings"]:
        want(list(finding) == ["code", "severity", "file", "line", "column", "end_column",
                               "message", "help", "notes"], "keys of a finding")
        for spot in [finding] + finding["notes"]:
            known = [spot[key] is not None for key in ("line", "column", "end_column")]
            want(all(known) or not any(known), "half a place")
            want(spot["file"] is not None or not known[0], "a line of no file")
            want(not known[0] or 1 <= spot["column"] <= spot["end_column"], "columns")
    severities = [finding["severity"] for finding in report["findings"]]
    want(severities.count("error") == report["errors"], "count of errors")
    want(severities.count("warning") == report["warnings"], "count of warnings")
    return [(f["code"], f["severity"], f["file"], f["line"]) for f in report["findings"]]


def unescape(text, signs):
    for sign in signs:
        text = text.replace("%%%02X" % ord(sign), sign)
    return text.replace("%25", "%")


def command(line):
    """One line as a runner reads it: name, properties and message, or None."""
    line = line.lstrip()
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    head, message = line[2:].split("::", 1)
    name, _, rest = head.partition(" ")
    pairs = [pair.split("=", 1) for pair in rest.strip().split(",")]
    properties = {key: unescape(value, "\r\n:,") for key, value in pairs}
    want(len(properties) == len(pairs), "a property twice")
    return name, properties, unescape(message, "\r\n")


def commands(text):
    """A runner's lines end with LF, CR or CR LF."""
    return [command(line) for line in re.split("\r\n|\r|\n", text) if line]


def read_github(text):
    findings = []
    for given in commands(text):
        want(given and given[0] in ("error", "warning"), "a line that is no annotation")
        name, properties, message = given
        want(message, "no message")
        allowed = {"file", "line", "col", "endColumn", "title"}
        want(set(properties) <= allowed, "other properties: %s" % properties)
        want("line" not in properties or "file" in properties, "a line of no file")
        findings.append((properties["title"], name, properties.get("file"),
                         int(properties["line"]) if "line" in properties else None))
    return findings


def read_gitlab(text):
    issues = json.loads(text)
    marks = [issue["fingerprint"] for issue in issues]
    want(len(set(marks)) == len(marks), "a fingerprint twice")
    levels = {"major": "error", "minor": "warning"}
    for issue in issues:
        want(set(issue) == {"description", "check_name", "fingerprint", "severity", "location"},
             "keys of an issue")
        want(re.fullmatch("[0-9a-f]{64}", issue["fingerprint"]), "no digest")
        want(issue["location"]["path"], "no path")
        want(issue["location"]["lines"]["begin"] >= 1, "no line")
    return [(i["check_name"], levels[i["severity"]], i["location"]["path"],
             i["location"]["lines"]["begin"]) for i in issues]


def read_sarif(text):
    return sarif.read(json.loads(text))


def read_junit(text):
    root = tree.fromstring(text.encode())
    suite, = root
    cases = suite.findall("testcase")
    failures = suite.findall("testcase/failure")
    want(root.tag == "testsuites" and suite.tag == "testsuite", "tags")
    for one in (root, suite):
        want(int(one.get("tests")) == len(cases), "count of tests")
        want(int(one.get("failures")) == len(failures), "count of failures")
    names = [(case.get("classname"), case.get("name")) for case in cases]
    want(len(set(names)) == len(names), "a test case twice")
    findings = []
    for case in cases:
        said = case.findall("failure") + case.findall("system-out")
        if not said:
            want(len(cases) == 1, "a test case that says nothing")
            continue
        code = re.search(r"(error|warning): .* \[([a-z0-9-]+)\]$", said[0].text.split("\n")[0])
        line = case.get("line")
        findings.append((code.group(2), code.group(1), case.get("file"),
                         int(line) if line else None))
    return findings


READERS = {"json": read_json, "github": read_github, "gitlab": read_gitlab,
           "sarif": read_sarif, "junit": read_junit}
