#!/usr/bin/env python3
"""fonts.py OUT: TrueType fonts of a few glyphs, for the font harness to start from. One of
them, `forbidden`, is also the font of tests/errors/font-forbidden."""

import os
import struct
import sys


def simple(points):
    """A glyph of one contour through these points."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    out = struct.pack(">hhhhh", 1, min(xs), min(ys), max(xs), max(ys))
    out += struct.pack(">HH", len(points) - 1, 0)
    out += bytes([1] * len(points))
    for values in (xs, ys):
        last = 0
        for value in values:
            out += struct.pack(">h", value - last)
            last = value
    return out + b"\0" * (-len(out) % 4)


def composite(*parts):
    out = struct.pack(">hhhhh", -1, 0, 0, 500, 700)
    for i, part in enumerate(parts):
        more = 0x20 if i < len(parts) - 1 else 0
        out += struct.pack(">HHhh", 0x0003 | more, part, 10 * i, 0)
    return out + b"\0" * (-len(out) % 4)


def cmap4(pairs):
    segments = [(c, c, (g - c) & 0xFFFF) for c, g in pairs] + [(0xFFFF, 0xFFFF, 1)]
    n = len(segments)
    body = struct.pack(">HHHH", n * 2, 0, 0, 0)
    body += b"".join(struct.pack(">H", s[1]) for s in segments) + b"\0\0"
    body += b"".join(struct.pack(">H", s[0]) for s in segments)
    body += b"".join(struct.pack(">H", s[2]) for s in segments)
    body += b"\0\0" * n
    return struct.pack(">HHH", 4, len(body) + 6, 0) + body


def cmap12(pairs):
    body = b"".join(struct.pack(">LLL", c, c, g) for c, g in pairs)
    return struct.pack(">HHLLL", 12, 0, len(body) + 16, 0, len(pairs)) + body


def kern(left, right, value):
    pairs = struct.pack(">HHHH", 1, 6, 0, 0) + struct.pack(">HHh", left, right, value)
    return struct.pack(">HH", 0, 1) + struct.pack(">HHH", 0, len(pairs) + 6, 1) + pairs


def gpos(left, right, value):
    coverage = struct.pack(">HHH", 1, 1, left)
    pair = struct.pack(">HHh", 1, right, value)
    lookup = struct.pack(">HHHHH", 1, 12 + len(pair), 4, 0, 1) + struct.pack(">H", 12) + pair + coverage
    lookups = struct.pack(">HH", 1, 4) + struct.pack(">HHHH", 2, 0, 1, 8) + lookup
    features = struct.pack(">H4sH", 1, b"kern", 8) + struct.pack(">HHH", 0, 1, 0)
    scripts = struct.pack(">H4sH", 1, b"DFLT", 8) + struct.pack(">HH", 4, 0)
    scripts += struct.pack(">HHHH", 0, 0xFFFF, 1, 0)
    start = 10
    return (struct.pack(">LHHH", 0x10000, start, start + len(scripts),
                        start + len(scripts) + len(features)) + scripts + features + lookups)


def build(glyphs, pairs, permission=0, wide=True, extra=(), kind=4):
    loca, glyf = [0], b""
    for glyph in glyphs:
        glyf += glyph
        loca.append(len(glyf))
    n = len(glyphs)
    sub = cmap4(pairs) if kind == 4 else cmap12(pairs)
    tables = {
        b"head": struct.pack(">LLLLHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, 1000,
                             0, 0, 0, -200, 600, 800, 0, 8, 2, int(wide), 0),
        b"hhea": struct.pack(">LhhhHhhhhhhhhhhhH", 0x10000, 900, -250, 0, 600, 0, 0, 600, 1, 0,
                             0, 0, 0, 0, 0, 0, n),
        b"maxp": struct.pack(">LH", 0x10000, n) + struct.pack(">13H", 64, 4, 64, 4, 1, 0, 0, 0, 0, 0, 0, 4, 4),
        b"hmtx": b"".join(struct.pack(">Hh", 500 + 10 * i, 0) for i in range(n)),
        b"cmap": struct.pack(">HHHHL", 0, 1, 3, 1 if kind == 4 else 10, 12) + sub,
        b"loca": b"".join(struct.pack(">L" if wide else ">H", at if wide else at // 2) for at in loca),
        b"glyf": glyf,
        b"OS/2": struct.pack(">HhHHH", 0, 500, 400, 5, permission) + b"\0" * 58,
    }
    tables.update(extra)
    out = struct.pack(">LHHHH", 0x10000, len(tables), 0, 0, 0)
    at, body = 12 + 16 * len(tables), b""
    for tag in sorted(tables):
        data = tables[tag]
        padded = data + b"\0" * (-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        out += tag + struct.pack(">LLL", total, at + len(body), len(data))
        body += padded
    return out + body


SQUARE = simple([(0, 0), (0, 700), (500, 700), (500, 0)])
BAR = simple([(0, 0), (100, 600), (200, 0)])
LETTERS = sorted({ord(c) for c in "nAJeop1230£.,:ö "})


def alphabet():
    return [SQUARE] + [SQUARE if i % 2 else BAR for i in range(len(LETTERS))]


def fonts():
    pairs = [(c, i + 1) for i, c in enumerate(LETTERS)]
    top = len(LETTERS) + 1
    yield "plain", build([SQUARE, b"", BAR], [(32, 1), (ord("n"), 2)])
    yield "forbidden", build([SQUARE, b"", BAR], [(32, 1), (ord("n"), 2)], permission=2)
    yield "short", build([SQUARE, b"", BAR], [(32, 1), (ord("n"), 2)], wide=False)
    yield "letters", build(alphabet(), pairs)
    yield "letters12", build(alphabet(), pairs, kind=12)
    yield "composite", build(alphabet() + [composite(1, 2), composite(top, 3)],
                             pairs[:-1] + [(LETTERS[-1], top + 1)])
    yield "loop", build(alphabet() + [composite(top)], pairs)
    yield "kerned", build(alphabet(), pairs, extra={b"kern": kern(1, 2, -80)})
    yield "placed", build(alphabet(), pairs, extra={b"GPOS": gpos(1, 2, -80)})


for name, data in fonts():
    with open(os.path.join(sys.argv[1], name), "wb") as file:
        file.write(data)
