"""validate.py SCHEMA CAUGHT FIXTURES LEDGER...

Holds the schema to the reader: every LEDGER validates, so does every fixture without an
error, and a fixture with one validates unless CAUGHT names it. Each file is taken twice, as
YAML 1.1 types it and with all its values as text, because quotes make no difference.
"""
import json
import sys
from pathlib import Path

import jsonschema
import yaml

passed = failed = 0


def tell(fine, text):
    global passed, failed
    if fine:
        passed += 1
    else:
        failed += 1
        print(f"schema: {text}")


def plain(value):
    """What a YAML-to-JSON layer makes of it: keys and days are text."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def readings(path):
    """The file as types and as text, what YAML itself does not refuse of it."""
    for loader in (yaml.SafeLoader, yaml.BaseLoader):
        try:
            value = plain(yaml.load(path.read_bytes(), loader))
        except (yaml.YAMLError, ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            value = {key: None if item == "" else item for key, item in value.items()}
        yield None if value == "" else value


def files(folder):
    """The files that the reader reads."""
    for path in sorted(folder.rglob("*.y*ml")):
        parts = path.relative_to(folder).parts
        hidden = any(part[0] in "._" for part in parts) or parts[0] == "templates"
        if path.is_file() and path.suffix in (".yaml", ".yml") and not hidden:
            yield path


def refusals(validator, folder):
    """For each reading that is refused, why."""
    for path in files(folder):
        for reading in readings(path):
            error = jsonschema.exceptions.best_match(validator.iter_errors(reading))
            if error:
                yield f"{path}: {error.json_path}: {error.message}"


def check_itself(schema):
    """Examples and standards fit their own field; every definition is used."""
    jsonschema.Draft7Validator.check_schema(schema)
    tell(True, "is a schema")
    whole = json.dumps(schema)
    for name, definition in schema["definitions"].items():
        tell(f'"#/definitions/{name}"' in whole, f"definition {name} is not used")
        for key, form in definition.get("properties", {}).items():
            field = jsonschema.Draft7Validator({**form, "definitions": schema["definitions"]})
            samples = form.get("examples", []) + [form[word] for word in form if word == "default"]
            for sample in samples:
                tell(field.is_valid(sample), f"{name}.{key}: {sample!r} is refused")
            tell("description" in form, f"{name}.{key} has no description")


def check_fixtures(validator, folder, caught):
    for fixture in sorted(path for path in folder.iterdir() if path.is_dir()):
        found = list(refusals(validator, fixture / "ledger"))
        if fixture.name in caught:
            caught.discard(fixture.name)
            tell(found, f"{fixture} is not caught")
        elif ": error: " in (fixture / "expected").read_text():
            tell(not found, f"{fixture} is caught: name it in tests/schema/caught")
        else:
            tell(not found, "\n  ".join([f"{fixture} is refused without an error", *found]))
    tell(not caught, f"there is no fixture {', '.join(sorted(caught))}")


def main():
    schema = json.loads(Path(sys.argv[1]).read_text())
    caught = set(Path(sys.argv[2]).read_text().split())
    validator = jsonschema.Draft7Validator(
        schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER
    )
    check_itself(schema)
    for ledger in map(Path, sys.argv[4:]):
        found = list(refusals(validator, ledger))
        tell(list(files(ledger)), f"{ledger} has no files")
        tell(not found, "\n  ".join([f"{ledger} is refused", *found]))
    check_fixtures(validator, Path(sys.argv[3]), caught)
    print(f"schema: {passed} passed, {failed} failed")
    return failed != 0


sys.exit(main())
