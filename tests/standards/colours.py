"""colours.py FILE: the file's ICC profile says what IEC 61966-2-1 defines as sRGB. Everything is
worked out anew from the standard's own numbers: the chromaticities of the primaries and of the
white D65, taken to the white D50 by Bradford's matrix, and the curve.
"""

import struct
import sys

from document import Document

PRIMARIES = [(0.64, 0.33), (0.30, 0.60), (0.15, 0.06)]
D65 = (0.3127, 0.3290)
D50 = [0.9642, 1.0, 0.8249]
BRADFORD = [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]


def product(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(3)) for j in range(len(b[0]))] for i in range(3)]


def inverse(m):
    def minor(i, j):
        r = [[m[a][b] for b in range(3) if b != j] for a in range(3) if a != i]
        return r[0][0] * r[1][1] - r[0][1] * r[1][0]
    det = sum((-1) ** j * m[0][j] * minor(0, j) for j in range(3))
    return [[(-1) ** (i + j) * minor(j, i) / det for j in range(3)] for i in range(3)]


def xyz(x, y):
    return [x / y, 1.0, (1 - x - y) / y]


def column(values):
    return [[v] for v in values]


def adaptation():
    source, target = product(BRADFORD, column(xyz(*D65))), product(BRADFORD, column(D50))
    scale = [[target[i][0] / source[i][0] if i == j else 0 for j in range(3)] for i in range(3)]
    return product(inverse(BRADFORD), product(scale, BRADFORD))


def primaries():
    raw = [list(row) for row in zip(*(xyz(x, y) for x, y in PRIMARIES))]
    share = product(inverse(raw), column(xyz(*D65)))
    device = [[raw[i][j] * share[j][0] for j in range(3)] for i in range(3)]
    return product(adaptation(), device)


def tags(profile):
    count = struct.unpack(">I", profile[128:132])[0]
    for i in range(count):
        name, at, size = struct.unpack(">4sII", profile[132 + 12 * i:144 + 12 * i])
        yield name.decode(), profile[at:at + size]


def numbers(tag, skip):
    return [n / 65536 for n in struct.unpack(f">{(len(tag) - skip) // 4}i", tag[skip:])]


def expected():
    matrix = primaries()
    said = {name: [matrix[i][j] for i in range(3)]
            for j, name in enumerate(("rXYZ", "gXYZ", "bXYZ"))}
    said["wtpt"] = D50
    said["chad"] = [v for row in adaptation() for v in row]
    curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
    return said | {name: curve for name in ("rTRC", "gTRC", "bTRC")}


def main(path):
    document = Document(path)
    intent = document.at(document.at(document.catalog["/OutputIntents"])[0])
    found = dict(tags(document.data(intent["/DestOutputProfile"])))
    worst = 0
    for name, wanted in expected().items():
        values = numbers(found[name], 12 if name.endswith("TRC") else 8)
        assert len(values) == len(wanted), name
        worst = max(worst, *(abs(a - b) for a, b in zip(values, wanted)))
    print(f"colours: {len(found)} tags, at most {worst:.5f} beside sRGB")
    return 0 if worst < 0.0005 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
