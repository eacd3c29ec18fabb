"""walk.py FILE...: every rule of rules.py, on every file. Prints what is wrong; exit 1."""

import sys

from document import Document
from rules import RULES


def faults(path):
    document = Document(path)
    for clause, about, check in RULES:
        for what in check(document):
            yield clause, about, what


def main(paths):
    count = 0
    for path in paths:
        for clause, about, what in faults(path):
            print(f"{path}: {clause}, {about}: {what}")
            count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
