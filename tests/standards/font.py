"""font.py: as much of a TrueType program and of a PDF's font as the rules ask for."""

import re


def number(data, at, size=2):
    return int.from_bytes(data[at:at + size], "big")


class Program:
    """Glyphs by code, and how wide they are [thousandths of an em]."""

    def __init__(self, data, glyphs):
        self.glyphs = glyphs
        tables = {data[at:at + 4]: data[number(data, at + 8, 4):][:number(data, at + 12, 4)]
                  for at in range(12, 12 + 16 * number(data, 4), 16)}
        self.em = number(tables[b"head"], 18)
        self.count = number(tables[b"maxp"], 4)
        self.full = number(tables[b"hhea"], 34)
        self.metrics = tables[b"hmtx"]

    def glyph(self, code):
        return number(self.glyphs, 2 * code) if 2 * code < len(self.glyphs) else 0

    def width(self, code):
        at = min(self.glyph(code), self.full - 1)
        return number(self.metrics, 4 * at) * 1000 / self.em


def widths(array, otherwise):
    """What /W says of a code."""
    said, at = {}, 0
    array = array or []
    while at < len(array):
        if isinstance(array[at + 1], list):
            said.update({array[at] + i: w for i, w in enumerate(array[at + 1])})
            at += 2
        else:
            said.update({code: array[at + 2] for code in range(array[at], array[at + 1] + 1)})
            at += 3
    return lambda code: said.get(code, 1000 if otherwise is None else otherwise)


def cmap(data):
    """{code: first character} of a ToUnicode map made of single rows."""
    rows = re.findall(rb"<([0-9A-F]{4})>\s*<([0-9A-F]{4})[0-9A-F]*>", data)
    return {int(a, 16): int(b, 16) for a, b in rows}
