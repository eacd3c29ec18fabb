"""broken.py GOOD.pdf FOLDER: the good file passes every rule, also written anew by qpdf; each
rule is tripped by a file that is broken in one place, which is left in FOLDER.

What stands below is one way to break each rule, on qpdf's JSON of the good file, or on its
bytes where the rule is about those.
"""

import base64
import copy
import json
import os
import re
import subprocess
import sys

from document import Document
from rules import RULES
from walk import faults

BREAKS = {}


def breaks(clause):
    def keep(function):
        BREAKS[clause] = function
        return function
    return keep


class Model:
    """The good file's objects, to be broken."""

    def __init__(self, good):
        self.model = copy.deepcopy(good.model)
        self.objects = {key[4:]: value for key, value in self.model[1].items()
                        if key.startswith("obj:")}
        self.trailer = self.model[1]["trailer"]["value"]

    def of(self, **wanted):
        """The first dictionary with these entries."""
        for target in self.objects.values():
            value = target["stream"]["dict"] if "stream" in target else target["value"]
            if isinstance(value, dict) and all(
                    value.get("/" + key) == item for key, item in wanted.items()):
                return value
        raise KeyError(wanted)

    @property
    def catalog(self):
        return self.of(Type="/Catalog")

    @property
    def page(self):
        return self.of(Type="/Page")

    def stream(self, reference, change):
        stream = self.objects[reference]["stream"]
        data = change(base64.b64decode(stream["data"]))
        stream["data"] = base64.b64encode(data).decode()

    def content(self, old, new):
        def change(data):
            assert old in data, old
            return data.replace(old, new, 1)
        self.stream(self.page["/Contents"], change)

    def packet(self, old, new):
        def change(data):
            assert old in data, old
            return data.replace(old, new, 1)
        self.stream(self.catalog["/Metadata"], change)

    def descendant(self):
        return self.of(Subtype="/CIDFontType2")

    def write(self, path):
        source = {"version": 2, "parameters": {"decodelevel": "generalized"},
                  "qpdf": self.model}
        with open(path + ".json", "w", encoding="utf-8") as file:
            json.dump(source, file)
        subprocess.run(["qpdf", "--json-input", "--compress-streams=n", "--static-id",
                        "--newline-before-endstream",
                        path + ".json", path], check=True)
        os.remove(path + ".json")


# ---- broken bytes: a function of bytes ----

BYTES = {
    "A 6.1.2": lambda b: b.replace(b"%PDF-1.7", b"%PDF-2.0", 1),
    "A 6.1.3": lambda b: b + b"more",
    "A 6.1.7.1": lambda b: re.sub(rb"/Length (\d+)", rb"/Length 1\1", b, count=1),
    "A 6.1.9": lambda b: re.sub(rb"(?m)^(\d+) 0 obj", rb"\1  0 obj", b, count=1),
}


# ---- broken objects: a change of a Model ----

@breaks("A 6.1.7.2")
def _(m):
    m.of(Type="/Metadata")["/FFilter"] = "/FlateDecode"


@breaks("A 6.1.13")
def _(m):
    m.catalog["/Broken"] = "/" + "x" * 130


@breaks("A 6.2.2")
def _(m):
    m.of(Type="/Pages")["/Resources"] = m.page.pop("/Resources")


@breaks("A 6.2.3")
def _(m):
    m.stream(m.of(Type="/OutputIntent")["/DestOutputProfile"], lambda data: data[:-4])


@breaks("A 6.2.4.3")
def _(m):
    m.content(b" g\n", b" 0 0 0 k\n")


@breaks("A 6.2.8")
def _(m):
    m.catalog["/Broken"] = {"/Subtype": "/Image", "/Interpolate": True}


@breaks("A 6.2.10")
def _(m):
    m.page["/Group"] = {"/S": "/Transparency"}


@breaks("A 6.2.11.3")
def _(m):
    del m.descendant()["/CIDToGIDMap"]


@breaks("A 6.2.11.4.1")
def _(m):
    del m.of(Type="/FontDescriptor")["/FontFile2"]


@breaks("A 6.2.11.5")
def _(m):
    m.descendant()["/W"][1][0] += 20


@breaks("A 6.2.11.8")
def _(m):
    m.stream(m.descendant()["/CIDToGIDMap"], lambda data: data[:80])


@breaks("UA 7.21.7")
def _(m):
    m.stream(m.of(Subtype="/Type0")["/ToUnicode"], lambda data: data.replace(b"<0065>", b""))


@breaks("A 6.3.1")
def _(m):
    m.of(Subtype="/Link")["/Subtype"] = "/Movie"


@breaks("A 6.3.2")
def _(m):
    m.of(Subtype="/Link")["/F"] = 6


@breaks("A 6.5.1")
def _(m):
    m.of(Subtype="/Link")["/A"]["/S"] = "/Launch"


@breaks("A 6.4, 6.8, 6.9")
def _(m):
    m.catalog["/AcroForm"] = {"/Fields": []}


@breaks("UA 7.18.1")
def _(m):
    m.of(Subtype="/Link")["/StructParent"] = 0


@breaks("UA 7.18.3")
def _(m):
    for target in m.objects.values():
        if isinstance(target.get("value"), dict):
            target["value"].pop("/Tabs", None)


@breaks("UA 7.18.5")
def _(m):
    del m.of(Subtype="/Link")["/Contents"]


@breaks("A 6.6.2.1")
def _(m):
    m.packet(b"</dc:title>", b"")


@breaks("A 6.6.2.3")
def _(m):
    m.packet(b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua", b"<pdfaSchema:namespaceURI>x")


@breaks("A 6.6.3")
def _(m):
    m.packet(b"<xmp:CreateDate>20", b"<xmp:CreateDate>19")


@breaks("A 6.6.4")
def _(m):
    m.packet(b"<pdfaid:part>2", b"<pdfaid:part>1")


@breaks("UA 5")
def _(m):
    m.packet(b"<pdfuaid:part>1</pdfuaid:part>", b"")


@breaks("UA 7.1 title")
def _(m):
    del m.catalog["/ViewerPreferences"]


@breaks("UA 7.2")
def _(m):
    del m.catalog["/Lang"]


@breaks("UA 7.1 marked")
def _(m):
    del m.catalog["/MarkInfo"]


@breaks("UA 7.1 types")
def _(m):
    m.of(S="/P")["/S"] = "/Paragraph"


@breaks("UA 7.1 content")
def _(m):
    m.content(b"/Artifact BMC\n", b"")


@breaks("ISO 32000-1 14.7.4")
def _(m):
    m.content(b"/MCID 1>>", b"/MCID 0>>")


@breaks("ISO 32000-1 14.7.2")
def _(m):
    m.of(S="/H1")["/P"] = m.of(S="/TR")["/P"]


@breaks("UA 7.1 order")
def _(m):
    m.of(S="/Document")["/K"].reverse()


@breaks("UA 7.2 nesting")
def _(m):
    m.of(S="/TR")["/S"] = "/P"


@breaks("UA 7.3")
def _(m):
    m.of(S="/P")["/S"] = "/Figure"


@breaks("UA 7.4.2")
def _(m):
    m.of(S="/H1")["/S"] = "/H3"


@breaks("UA 7.5 heads")
def _(m):
    del m.of(S="/TH")["/A"]


@breaks("UA 7.5 rows")
def _(m):
    m.of(S="/TD")["/A"] = {"/O": "/Table", "/ColSpan": 3}


@breaks("UA 7.6")
def _(m):
    m.of(S="/P")["/S"] = "/L"


def tripped(path):
    return sorted({clause for clause, _, _ in faults(path)})


def judge(what, good):
    if not good:
        print(f"broken: {what}")
    return bool(good)


def break_rules(path, folder):
    good = Document(path)
    anew = os.path.join(folder, "anew.pdf")
    Model(good).write(anew)
    yield judge(f"{path} breaks {tripped(path)}", not tripped(path))
    yield judge(f"written anew it breaks {tripped(anew)}", not tripped(anew))
    for clause, _, _ in RULES:
        bad = os.path.join(folder, re.sub(r"\W+", "-", clause) + ".pdf")
        if clause in BYTES:
            with open(bad, "wb") as file:
                file.write(BYTES[clause](good.bytes))
        else:
            model = Model(good)
            BREAKS[clause](model)
            model.write(bad)
        found = tripped(bad)
        yield judge(f"{clause}: not found where it is broken, but {found}", clause in found)


def main(path, folder):
    results = list(break_rules(path, folder))
    print(f"broken: {sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) and len(results) > 40 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
