"""made.py BINARY FOLDER: a template of many QR codes, their texts of all lengths and of any
printable characters; each is read back as it was. The same texts on every run.
"""

import os
import subprocess
import sys

from scan import scan

COUNT = 330
LONGEST = 331


def numbers(seed):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        yield seed >> 33


def texts():
    source = numbers(1)
    for i in range(COUNT):
        length = 1 + i * LONGEST // COUNT
        first = "x" if i % 3 else "BCD\n002\n1\nSCT\n"
        yield (first + "".join(chr(33 + next(source) % 93) for _ in range(length)))[:LONGEST]


def main(binary, folder):
    wanted = list(texts())
    template = os.path.join(folder, "codes.md")
    with open(template, "w", encoding="utf-8") as file:
        file.write("---\ntitle: Codes\n---\n")
        for text in wanted:
            code = "".join(f"%{byte:02X}" for byte in text.encode())
            file.write(f"![code](qr:{code})\n\n")
    view = os.path.join(folder, "view.yaml")
    with open(view, "w", encoding="utf-8") as file:
        file.write("today: 2026-11-30\n")
    pdf = os.path.join(folder, "codes.pdf")
    with open(pdf, "wb") as file:
        subprocess.run([binary, "render", template, "--view", view, "--to", "pdf",
                        "--as-of", "2026-11-30"],
                       stdout=file, check=True)
    found = set(scan(pdf))
    lost = [text for text in wanted if text not in found]
    print(f"codes: {len(wanted) - len(lost)} of {len(wanted)} texts read back")
    return 1 if lost or len(wanted) < 300 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
