"""words.py FOLDER: `pdftotext -layout` gives the words of each proof (NAME.txt) out of the PDF
beside it, in their order.

Lines and frames, which the proof draws with - + | (a long word may touch one), are no words; nor
are its own lines about pages, pictures and links. Address and references stand side by side at the
head of page one, where the two may divide rows differently: up to there the same words are enough.
So it is with the captions of QR codes, which stand between the rows beside them: their words need
only be there. And in a narrow column -layout closes the gap of "4 %".
"""

import difflib
import pathlib
import re
import subprocess
import sys

HEAD = 100  # words


def words(text):
    text = re.sub(r"(?<=\d)\s%", "%", text)
    return [word for word in text.split() if not re.fullmatch(r"[-+|]+", word)]


def proof_words(path):
    """Its words, and those of the captions of QR codes."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    own = re.compile(r"=== page \d+ of \d+ ===$|\((link to|picture of|QR code of) .*\)$")
    codes = [re.match(r"\(QR code of .*: (.*)\)$", line) for line in lines]
    captions = [word for code in codes if code for word in code.group(1).split()]
    lines = [line for line in lines if not own.match(line)]
    return words("\n".join(re.sub(r"\|$", "", line) for line in lines)) + captions, captions


def pdf_words(path):
    command = ["pdftotext", "-layout", path, "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return words(done.stdout.decode())


def agree(proof, pdf, captions):
    one = [word for word in proof if word not in captions]
    other = [word for word in pdf if word not in captions]
    unlike = [i for i, (a, b) in enumerate(zip(one, other)) if a != b]
    return sorted(proof) == sorted(pdf) and (not unlike or unlike[-1] < HEAD)


def compare(proof_path):
    """What differs, or nothing."""
    proof, captions = proof_words(proof_path)
    pdf = pdf_words(proof_path.with_suffix(".pdf"))
    if agree(proof, pdf, captions):
        return ""
    lines = difflib.unified_diff(proof, pdf, proof_path.name, "its PDF", lineterm="")
    return "\n".join(lines)


def main(folder):
    proofs = sorted(pathlib.Path(folder).glob("*.txt"))
    found = list(filter(None, map(compare, proofs)))
    print("\n".join(found))
    return 1 if found or not proofs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
