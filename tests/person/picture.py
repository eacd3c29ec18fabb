"""picture.py CAST FROM UPTO: a recording as a picture of the terminal (SVG, on standard output):
all lines from the one with the words FROM up to, and not with, the one with the words UPTO."""
import json
import re
import sys
from html import escape

WIDTH, HEIGHT, MARGIN = 8.43, 18, 14  # of a character, of a line, around [px]
COLUMNS = 80
COLORS = {30: "#666", 31: "#ff6b68", 32: "#7ec16e", 33: "#e0c46c", 34: "#6fa8dc",
          35: "#c586c0", 36: "#56b6c2", 90: "#888"}
ERASE = re.compile(r"\x1b\[\d*[JK]")
CONTROL = re.compile(r"\x1b\[([0-9;]*)m")


def lines_of(cast):
    """Lines as lists of (text, style); a style is (colour, bold, dim)."""
    with open(cast, encoding="utf-8") as file:
        events = [json.loads(line) for line in file.read().splitlines()[1:]]
    text = ERASE.sub("", "".join(event[2] for event in events)).replace("\r\n", "\n")
    style = (None, False, False)
    for line in text.split("\n"):
        # A line written over again, as progress is: what stands there in the end.
        line = line.rpartition("\r")[2]
        spans, at = [], 0
        for match in CONTROL.finditer(line):
            spans.append((line[at:match.start()], style))
            style = restyle(style, match[1])
            at = match.end()
        spans.append((line[at:], style))
        yield [span for span in spans if span[0]]


def restyle(style, codes):
    color, bold, dim = style
    for code in (int(word or 0) for word in codes.split(";")):
        if code == 0:
            color, bold, dim = None, False, False
        elif code == 1:
            bold = True
        elif code == 2:
            dim = True
        elif code in COLORS:
            color = COLORS[code]
    return color, bold, dim


def broken(line):
    """A long line as the terminal shows it, in several."""
    rest = list(line)
    while rest:
        row, room = [], COLUMNS
        while rest and room:
            text, style = rest.pop(0)
            row.append((text[:room], style))
            if len(text) > room:
                rest.insert(0, (text[room:], style))
            room -= len(row[-1][0])
        yield row
    if not line:
        yield []


def draw(rows):
    width, height = COLUMNS * WIDTH + 2 * MARGIN, len(rows) * HEIGHT + 2 * MARGIN
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}">'
           '<rect width="100%" height="100%" rx="8" fill="#1e1f24"/>'
           '<g font-family="DejaVu Sans Mono" font-size="14" fill="#d8dae0">')
    for number, row in enumerate(rows):
        column = 0
        for text, (color, bold, dim) in row:
            looks = (f' fill="{color}"' if color else "") + \
                (' font-weight="bold"' if bold else "") + (' opacity=".6"' if dim else "")
            yield (f'<text xml:space="preserve" x="{MARGIN + column * WIDTH:.2f}" '
                   f'y="{MARGIN + (number + 0.78) * HEIGHT:.2f}"{looks}>{escape(text)}</text>')
            column += len(text)
    yield "</g></svg>"


def main(cast, first, last):
    shown, rows = False, []
    for line in lines_of(cast):
        text = "".join(span[0] for span in line)
        shown = (shown or first in text) and not (shown and last in text)
        if shown:
            rows += broken(line)
    print("\n".join(draw(rows)))


if __name__ == "__main__":
    main(*sys.argv[1:])
