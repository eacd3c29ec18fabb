"""The rules of SARIF 2.1.0 (OASIS) for what a log of ours may hold: which members each
object has, of what type, which are required; and what a schema cannot say."""

import json
import os
import re
from urllib.parse import unquote

# object: {member: type}; a type is a Python type, an object's name, or a list of one of
# these; a member with '!' is required.
RULES = {
    "log": {"$schema": str, "version!": str, "runs!": ["run"]},
    "run": {"tool!": "tool", "columnKind": str, "results": ["result"], "properties": dict},
    "tool": {"driver!": "component"},
    "component": {"name!": str, "version": str, "semanticVersion": str,
                  "informationUri": str, "rules": ["rule"]},
    "rule": {"id!": str, "name": str, "shortDescription": "text", "fullDescription": "text",
             "help": "text", "helpUri": str, "defaultConfiguration": "configuration"},
    "text": {"text!": str, "markdown": str},
    "configuration": {"level": str, "enabled": bool},
    "result": {"ruleId": str, "ruleIndex": int, "level": str, "message!": "text",
               "locations": ["location"], "relatedLocations": ["location"],
               "partialFingerprints": dict},
    "location": {"id": int, "physicalLocation": "physical", "message": "text"},
    "physical": {"artifactLocation!": "artifact", "region": "region"},
    "artifact": {"uri": str, "uriBaseId": str},
    "region": {"startLine": int, "startColumn": int, "endColumn": int},
}
# RFC 3986: no raw character that is none of a URI's, each '%' with its two digits, and no
# colon in the first step of a relative reference.
URI = re.compile(r"(?:file:///)?(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+")


def want(condition, text):
    if not condition:
        raise ValueError("SARIF: " + text)


def check(value, kind, where):
    if isinstance(kind, list):
        want(isinstance(value, list), where + " is no array")
        for i, one in enumerate(value):
            check(one, kind[0], "%s[%d]" % (where, i))
        return
    if not isinstance(kind, str):
        want(type(value) is kind, where + " has the wrong type")
        return
    want(isinstance(value, dict), where + " is no object")
    rules = {name.rstrip("!"): (rule, name.endswith("!")) for name, rule in RULES[kind].items()}
    for name, (_, required) in rules.items():
        want(name in value or not required, "%s lacks %s" % (where, name))
    for name, one in value.items():
        want(name in rules, "%s may not have %s" % (where, name))
        check(one, rules[name][0], where + "." + name)


def check_location(location):
    if "physicalLocation" not in location:
        return
    physical = location["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    want(URI.fullmatch(uri), "no URI: " + uri)
    region = physical.get("region")
    if region:
        want(region["startLine"] >= 1, "startLine")
        want(1 <= region["startColumn"] <= region["endColumn"], "columns")


def check_message(message):
    rest = message["text"].replace("{{", "").replace("}}", "")
    want(message["text"], "an empty message")
    want("{" not in rest and "}" not in rest, "a placeholder: " + message["text"])
    want("](" not in message["text"], "a link: " + message["text"])


def check_result(result, rules):
    want(result["level"] in ("error", "warning"), "level")
    want(rules[result["ruleIndex"]]["id"] == result["ruleId"], "ruleIndex")
    related = result.get("relatedLocations", [])
    for location in result["locations"] + related:
        check_location(location)
    want(len({json.dumps(one) for one in related}) == len(related), "a location twice")
    for location in related:
        check_message(location["message"])
    check_message(result["message"])
    want(all(isinstance(v, str) for v in result["partialFingerprints"].values()), "fingerprint")


def check_by_schema(log):
    path = os.environ.get("SARIF_SCHEMA")
    if path:
        import jsonschema
        with open(path, encoding="utf-8") as file:
            jsonschema.Draft7Validator(json.load(file)).validate(log)


def path_of(result):
    if not result["locations"]:
        return None
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return unquote(re.sub("^file://", "", uri), errors="surrogateescape")


def line_of(result):
    if not result["locations"]:
        return None
    return result["locations"][0]["physicalLocation"].get("region", {}).get("startLine")


def read(log):
    check(log, "log", "log")
    want(log["version"] == "2.1.0" and len(log["runs"]) == 1, "version")
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    want(run["columnKind"] == "unicodeCodePoints", "columnKind")
    want(len({rule["id"] for rule in rules}) == len(rules), "a rule twice")
    for rule in rules:
        for part in ("shortDescription", "fullDescription", "help"):
            want(rule[part]["text"], "an empty " + part)
        want("%" not in rule["shortDescription"]["text"], "a printf form in a description")
    for result in run["results"]:
        check_result(result, rules)
    check_by_schema(log)
    return [(r["ruleId"], r["level"], path_of(r), line_of(r)) for r in run["results"]]
