"""words.py PROOF PDF: `pdftotext -layout` gives the proof's words, in their order.

Lines and frames, which the proof draws with - + | (a long word may touch one), are no words; nor are its own lines about
pages and links. Address and references stand side by side at the head of page one, where the
two may divide rows differently: up to there the same words are enough.
"""

import difflib
import re
import subprocess
import sys

HEAD = 100  # words


def words(text):
    return [word for word in text.split() if not re.fullmatch(r"[-+|]+", word)]


def proof_words(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    own = re.compile(r"=== page \d+ of \d+ ===$|\(link to .*\)$")
    lines = [line for line in lines if not own.match(line)]
    return words("\n".join(re.sub(r"\|$", "", line) for line in lines))


def pdf_words(path):
    command = ["pdftotext", "-layout", path, "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return words(done.stdout.decode())


def agree(proof, pdf):
    unlike = [i for i, (a, b) in enumerate(zip(proof, pdf)) if a != b]
    return sorted(proof) == sorted(pdf) and (not unlike or unlike[-1] < HEAD)


def main(proof_path, pdf_path):
    proof, pdf = proof_words(proof_path), pdf_words(pdf_path)
    if agree(proof, pdf):
        return 0
    print("\n".join(difflib.unified_diff(proof, pdf, "proof", "pdf", lineterm="")))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
