"""steps.py FILE EVENT [NAME=VALUE]...: the commands that a workflow of GitHub, or a pipeline of
GitLab, runs on an event, as one bash script: each job's steps in order, without those that
install collectgen and those that only keep files. NAME=VALUE says what an expression is:
github.token=x. `steps.py --check FILE` looks a workflow over instead: its keys, triggers,
expressions and scripts, as far as a workflow of a ledger needs them."""
import re
import shlex
import subprocess
import sys

import yaml

TOP = {"name", "on", "permissions", "env", "defaults", "concurrency", "jobs"}
JOB = {"name", "if", "needs", "runs-on", "container", "permissions", "env", "steps",
       "timeout-minutes", "defaults", "strategy"}
STEP = {"name", "id", "if", "uses", "with", "run", "env", "shell", "working-directory",
        "continue-on-error", "timeout-minutes"}
TRIGGERS = {"push", "pull_request", "schedule", "workflow_dispatch"}
SCOPES = {"actions", "checks", "contents", "issues", "pull-requests", "statuses"}
CONTEXTS = {"github", "inputs", "vars", "secrets", "runner", "env", "steps", "needs"}
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
CRON = re.compile(r"[\d*/,-]+( [\d*/,-]+){4}$")


class Loader(yaml.SafeLoader):
    """YAML 1.2's booleans: `on` is a word."""


Loader.yaml_implicit_resolvers = {
    first: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:bool"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def strings(value):
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


def check_permissions(permissions):
    for scope, grant in permissions.items():
        if scope not in SCOPES or grant not in ("read", "write", "none"):
            yield f"permissions: {scope}: {grant}"


def check_step(where, step):
    for key in step.keys() - STEP:
        yield f"{where}: unknown key '{key}'"
    if ("run" in step) == ("uses" in step):
        yield f"{where}: a step either runs or uses"
    if "uses" in step and not re.fullmatch(r"[\w.-]+/[\w./-]+@v\d+", step["uses"]):
        yield f"{where}: '{step['uses']}' does not name a version"
    if "with" in step and "uses" not in step:
        yield f"{where}: 'with' without 'uses'"
    if "run" not in step:
        return
    if EXPRESSION.search(step["run"]):
        yield f"{where}: an expression in a script lets its value in as commands: use env"
    found = subprocess.run(["shellcheck", "-s", "bash", "-f", "gcc", "-"], text=True,
                           input=step["run"], capture_output=True, check=False)
    yield from (f"{where}: {line}" for line in found.stdout.splitlines())


def check_job(name, job, jobs):
    for key in job.keys() - JOB:
        yield f"{name}: unknown key '{key}'"
    for key in ("runs-on", "steps"):
        if key not in job:
            yield f"{name}: no '{key}'"
    for need in job.get("needs", []):
        if need not in jobs:
            yield f"{name}: needs unknown job '{need}'"
    yield from check_permissions(job.get("permissions", {}))
    for number, step in enumerate(job.get("steps", []), 1):
        yield from check_step(f"{name}: step {number}", step)


def check(workflow):
    for key in workflow.keys() - TOP:
        yield f"unknown key '{key}'"
    triggers = workflow.get("on") or {}
    for trigger in set(triggers) - TRIGGERS:
        yield f"unknown trigger '{trigger}'"
    if isinstance(triggers, dict):
        for entry in triggers.get("schedule") or []:
            if not CRON.match(entry["cron"]):
                yield f"'{entry['cron']}' is not a schedule"
    for text in strings(workflow):
        for expression in EXPRESSION.findall(text):
            if expression.split(".")[0] not in CONTEXTS:
                yield f"unknown context in '{expression}'"
    jobs = workflow.get("jobs") or {}
    if not jobs:
        yield "no jobs"
    for name, job in jobs.items():
        yield from check_job(name, job, jobs)


def fill(text, values):
    return EXPRESSION.sub(lambda match: values[match[1]], str(text))


def applies(condition, values):
    """`a == 'b' || c == 'd'`, all a workflow here needs."""
    if condition is None:
        return True
    for part in condition.split("||"):
        name, word = part.split("==")
        if values[name.strip()] == word.strip().strip("'\""):
            return True
    return False


def exports(env, values):
    return [f"export {name}={shlex.quote(fill(value, values))}"
            for name, value in (env or {}).items()]


def github(workflow, values):
    for job in workflow["jobs"].values():
        if not applies(job.get("if"), values):
            continue
        for step in job["steps"]:
            if "run" not in step or step.get("name") == "Install collectgen":
                continue
            if not applies(step.get("if"), values):
                continue
            script = "\n".join(exports(step.get("env"), values) + [step["run"]])
            # As the runner does: a fresh bash, with what earlier steps put aside.
            yield (f'bash --noprofile --norc -eo pipefail -c {shlex.quote(script)}\n'
                   'while IFS= read -r line; do export "${line?}"; done <"$GITHUB_ENV"')


def gitlab(pipeline, values):
    for name, value in pipeline["variables"].items():
        yield f'export {name}="${{{name}:-{value}}}"'
    for job in pipeline.values():
        if not isinstance(job, dict) or "script" not in job:
            continue
        rules = [rule["if"] for rule in job["rules"]]
        if any(applies(rule, values) for rule in rules):
            yield f"bash -eo pipefail -c {shlex.quote(chr(10).join(job['script']))}"


def main(path, *words):
    with open(path, encoding="utf-8") as file:
        content = yaml.load(file, Loader)
    if words == ("--check",):
        faults = list(check(content))
        print("".join(f"{path}:1: error: {fault}\n" for fault in faults), end="")
        return 1 if faults else 0
    values = dict(word.split("=", 1) for word in words[1:])
    if "jobs" in content:
        scripts = github(content, {"github.event_name": words[0], **values})
    else:
        scripts = gitlab(content, {"$CI_PIPELINE_SOURCE": words[0], **values})
    print("set -e")
    print("\n".join(scripts))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
