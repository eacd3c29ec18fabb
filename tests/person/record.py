"""record.py ROOT PATH CAST: a person's path, typed into a bare system.

ROOT is the folder of a Debian system, PATH says what is typed and what is to come of it (its
head explains how), CAST is the recording to write: asciinema's format, version 2. The timing
is made up, so that the same path gives the same recording.
"""
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from fcntl import ioctl

COLUMNS, LINES = 80, 24
KEY, PAUSE = 0.03, 1.2  # [s]
PROMPT = "\x1b[1;32m$\x1b[0m "
CONTROL = re.compile(r"\x1b\[[0-9;]*m")


class Recording:
    """What appears on the terminal, and when."""

    def __init__(self):
        self.now = 0.5
        self.events = []

    def show(self, text, after=0.0):
        self.now = round(self.now + after, 3)
        self.events.append([self.now, "o", text])

    def type(self, text):
        self.show(PROMPT)
        for key in text:
            self.show(key, KEY)
        self.show("\r\n", 0.2)

    def write(self, path):
        header = {"version": 2, "width": COLUMNS, "height": LINES,
                  "title": "collectgen: the first two months",
                  "env": {"SHELL": "/bin/bash", "TERM": "xterm-256color"}}
        with open(path, "w", encoding="utf-8") as file:
            for line in [header, *self.events]:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


def read_path(path):
    """[day, what is typed, exit code, words it prints], in order."""
    steps, day = [], None
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    while lines and lines[0].startswith("#"):
        lines.pop(0)
    for line in lines:
        if line.startswith("= "):
            day = line[2:]
        elif line.startswith("["):
            steps[-1][2] = int(line.strip("[]"))
        elif line.startswith("~ "):
            steps[-1][3].append(line[2:])
        else:
            steps.append([day, line.removeprefix("$ "), 0, []])
    return steps


def run(root, day, command):
    """What the command prints on a terminal, and how it ends."""
    inside = f'cd "$(cat /tmp/folder)" && {{ {command}\n}}; code=$?; pwd >/tmp/folder; exit $code'
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    child = subprocess.Popen(
        ["chroot", root, "/usr/bin/env", "-i", "HOME=/root", "TERM=xterm-256color",
         "LANG=C.UTF-8", "TZ=UTC", "GIT_PAGER=cat", "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
         *(["faketime", "-f", f"{day} 09:00:00"] if day else []), "bash", "-c", inside],
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    said = b""
    try:
        while piece := os.read(ours, 65536):
            said += piece
    except OSError:
        pass  # the terminal is closed with its last process
    os.close(ours)
    return said.decode("utf-8", "replace"), child.wait()


def judge(step, said, code):
    _, typed, wanted, words = step
    plain = CONTROL.sub("", said)
    if code != wanted:
        yield f"'{typed}' ends with {code}, not {wanted}"
    for word in words:
        if word not in plain:
            yield f"'{typed}' does not say '{word}'"


def main(root, path, cast):
    recording, faults, steps, passed = Recording(), [], read_path(path), 0
    with open(f"{root}/tmp/folder", "w", encoding="utf-8") as file:
        file.write("/root\n")
    for step in steps:
        recording.type(step[1])
        if step[1].startswith("#"):
            continue
        said, code = run(root, step[0], step[1])
        if said:
            recording.show(said)
        recording.show("", PAUSE)
        found = list(judge(step, said, code))
        passed += not found
        if found:
            print(said)
        faults += found
    recording.write(cast)
    for fault in faults:
        print(f"{path}:1: error: {fault}")
    print(f"person: {passed} passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
