"""run.py BINARY SCRATCH FOLDER...: the cases of every FOLDER/*.yml, one by one.

A case has template, data, partials and expected, as in the Mustache specification. The data
are written out as a file of values, in which every number is text already: how a number
prints is not the template's affair. A case may have 'strict: true' (then an unknown name is
an error), 'to' (the form; text) and, in place of expected, 'error': a text that the findings
have in them.
"""

import pathlib
import shutil
import subprocess
import sys

import yaml


def as_text(data):
    """The same data with its numbers as texts."""
    if isinstance(data, dict):
        return {str(key): as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text(item) for item in data]
    if data is None or isinstance(data, bool):
        return data
    return str(data)


def write(path, text):
    path.write_bytes(text.encode())


def render(binary, scratch, case):
    folder = scratch / "case"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    write(folder / "template", case["template"])
    values = yaml.safe_dump(as_text(case.get("data")), allow_unicode=True)
    write(folder / "values.yaml", values)
    for name, text in (case.get("partials") or {}).items():
        write(folder / name, text)
    words = [binary, "render", "template", "--view", "values.yaml", "--color", "never"]
    words += ["--to", case.get("to", "text")]
    if not case.get("strict"):
        words.append("--lenient")
    return subprocess.run(words, cwd=folder, capture_output=True, check=False)


def fault(done, case):
    """What is wrong, or None."""
    said = done.stderr.decode()
    if "error" in case:
        if done.returncode != 1 or done.stdout:
            return f"ended with {done.returncode} and {done.stdout!r}, not with findings"
        return None if case["error"] in said else f"found\n{said}not {case['error']!r}"
    if done.returncode != 0 or said:
        return f"ended with {done.returncode}:\n{said}"
    if done.stdout != case["expected"].encode():
        return f"gave {done.stdout.decode()!r}, not {case['expected']!r}"
    return None


def main(binary, scratch, folders):
    passed = failed = 0
    for path in sorted(p for f in folders for p in pathlib.Path(f).glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["tests"]:
            wrong = fault(render(binary, pathlib.Path(scratch), case), case)
            passed += not wrong
            failed += bool(wrong)
            if wrong:
                print(f"{path}: {case['name']}: {wrong}")
    print(f"mustache: {passed} passed, {failed} failed")
    return failed > 0 or passed < 30


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
