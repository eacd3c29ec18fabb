"""rules.py: what PDF/A-2b (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) ask of a file, as far as
reading it can tell. A rule is a function that yields what is wrong; its name in the list is
the standard's clause. Clauses of ISO 32000-1 are those the two standards build on.
"""

import re
import xml.etree.ElementTree as xml

from document import text, tokens
from font import Program, cmap, widths

RULES = []


def rule(clause, about):
    def keep(function):
        RULES.append((clause, about, function))
        return function
    return keep


def every_value(value, path=""):
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from every_value(inner, path + key)
    elif isinstance(value, list):
        for inner in value:
            yield from every_value(inner, path)


def dictionaries(document):
    for reference, target in document.objects.items():
        value = target["stream"]["dict"] if "stream" in target else target.get("value")
        for _, inner in every_value(value):
            if isinstance(inner, dict):
                yield reference, inner


# ---- the file: ISO 19005-2, 6.1 ----

@rule("A 6.1.2", "header")
def header(d):
    lines = d.bytes.split(b"\n", 2)
    if not re.fullmatch(rb"%PDF-1\.[0-7]", lines[0]):
        yield "the first line is not %PDF-1.n"
    if lines[1][:1] != b"%" or len([c for c in lines[1][1:5] if c > 127]) < 4:
        yield "no comment of four bytes above 127 behind it"


@rule("A 6.1.3", "trailer")
def trailer(d):
    ids = d.trailer.get("/ID")
    if not isinstance(ids, list) or len(ids) != 2 or not all(len(text(i)) for i in ids):
        yield "no /ID of two strings"
    if "/Encrypt" in d.trailer:
        yield "encrypted"
    if not re.search(rb"%%EOF\r?\n?\Z", d.bytes):
        yield "something behind %%EOF"


@rule("A 6.1.7.1", "streams")
def streams(d):
    for match in re.finditer(rb"\bstream(\r?\n?)", d.bytes):
        before = d.bytes[max(0, match.start() - 3):match.start()]
        if before.endswith(b"end") or b">>" not in before.replace(b"\n", b"").replace(b"\r", b""):
            continue
        head = d.bytes[:match.start()].rsplit(b" obj", 1)[1]
        length = re.search(rb"/Length (\d+)(?! \d+ R)", head)
        if match.group(1) not in (b"\n", b"\r\n"):
            yield "no line end behind 'stream'"
        if length:
            rest = d.bytes[match.end() + int(length.group(1)):]
            if not re.match(rb"\r?\n?endstream", rest) or rest[:1] not in b"\r\n":
                yield f"/Length {int(length.group(1))} does not lead to endstream"


@rule("A 6.1.7.2", "filters")
def filters(d):
    for reference, target in d.objects.items():
        keys = target.get("stream", {}).get("dict", {})
        if {"/F", "/FFilter", "/FDecodeParms"} & set(keys):
            yield f"{reference}: a stream outside the file"
        if "/LZWDecode" in str(keys.get("/Filter")):
            yield f"{reference}: LZW"


@rule("A 6.1.9", "objects")
def objects(d):
    for match in re.finditer(rb"(?m)^(\d+)( +)(\d+)( +)obj(.?)", d.bytes):
        if match.group(2) != b" " or match.group(4) != b" " or match.group(5).strip():
            yield f"object {match.group(1).decode()} begins in another way"
    if len(re.findall(rb"\nendobj\r?\n", d.bytes)) != len(re.findall(rb"\bendobj\b", d.bytes)):
        yield "endobj does not stand on a line of its own"


@rule("A 6.1.13", "limits")
def limits(d):
    for reference, target in d.objects.items():
        value = target["stream"]["dict"] if "stream" in target else target.get("value")
        for path, inner in every_value(value):
            if isinstance(inner, str) and inner[:1] == "/" and len(inner.encode()) > 128:
                yield f"{reference}: a name of more than 127 bytes"
            if isinstance(inner, str) and inner[:2] in ("u:", "b:") and len(inner) > 32767:
                yield f"{reference}: a long string"
            if isinstance(inner, int) and abs(inner) > 2147483647:
                yield f"{reference}{path}: {inner} is too large"
    for reference, page in d.pages():
        box = inherited(d, page, "/MediaBox")
        if not all(3 <= side <= 14400 for side in (box[2] - box[0], box[3] - box[1])):
            yield f"{reference}: the page's size"


def inherited(d, page, key):
    while page:
        if key in page:
            return d.at(page[key])
        page = d.at(page.get("/Parent"))
    return None


# ---- what is drawn: 6.2 ----

OPERATORS = set("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs "
                "h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf "
                "Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split())


def content(d, page):
    parts = d.at(page["/Contents"])
    references = parts if isinstance(parts, list) else [page["/Contents"]]
    return list(tokens(b"\n".join(d.data(r) for r in references)))


@rule("A 6.2.2", "content streams")
def content_streams(d):
    for reference, page in d.pages():
        if "/Resources" not in page:
            yield f"{reference}: no resources of its own"
        depth = 0
        for operator, operands in content(d, page):
            depth += (operator == "q") - (operator == "Q")
            if operator not in OPERATORS:
                yield f"{reference}: unknown operator {operator}"
            if depth > 28:
                yield f"{reference}: q nested deeper than 28"
            if operator == "Tf" and operands[0] not in fonts(d, page):
                yield f"{reference}: no font {operands[0]}"


@rule("A 6.2.3", "output intent")
def output_intent(d):
    intents = [d.at(i) for i in d.get(d.catalog, "/OutputIntents") or []]
    ours = [i for i in intents if i.get("/S") == "/GTS_PDFA1"]
    if len(ours) != 1:
        yield "not exactly one of PDF/A"
        return
    reference = ours[0].get("/DestOutputProfile")
    profile = d.data(reference)
    if len(profile) < 128 or profile[36:40] != b"acsp":
        yield "no ICC profile"
        return
    if int.from_bytes(profile[:4], "big") != len(profile):
        yield "the profile's size is another"
    if profile[8] not in (2, 4) or profile[12:16] not in (b"mntr", b"prtr"):
        yield "the profile's version or class"
    components = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}.get(profile[16:20])
    if d.get(reference, "/N") != components:
        yield "/N is not the number of the profile's colours"
    if not ours[0].get("/OutputConditionIdentifier"):
        yield "no condition is named"


@rule("A 6.2.4.3", "device colours")
def device_colours(d):
    for reference, page in d.pages():
        if any(operator in ("k", "K") for operator, _ in content(d, page)):
            yield f"{reference}: CMYK without a CMYK profile"
    for reference, value in dictionaries(d):
        if value.get("/ColorSpace") == "/DeviceCMYK":
            yield f"{reference}: CMYK without a CMYK profile"


@rule("A 6.2.8", "images")
def images(d):
    for reference, value in dictionaries(d):
        if value.get("/Subtype") == "/Image":
            for key in ("/Alternates", "/OPI"):
                if key in value:
                    yield f"{reference}: {key}"
            if value.get("/Interpolate") is True:
                yield f"{reference}: interpolated"


@rule("A 6.2.10", "transparency")
def transparency(d):
    for reference, value in dictionaries(d):
        if value.get("/S") == "/Transparency":
            yield f"{reference}: a group"
        if value.get("/SMask") not in (None, "/None"):
            yield f"{reference}: a soft mask"
        if value.get("/CA", 1) != 1 or value.get("/ca", 1) != 1:
            yield f"{reference}: not opaque"
        if value.get("/BM", "/Normal") not in ("/Normal", "/Compatible"):
            yield f"{reference}: a blend mode"


# ---- fonts: 6.2.11 and ISO 14289-1, 7.21 ----

def fonts(d, page):
    """{"/F0": (dictionary, descendant)} of a page."""
    named = d.get(inherited(d, page, "/Resources"), "/Font") or {}
    found = {}
    for name, reference in named.items():
        font = d.at(reference)
        below = d.at(font.get("/DescendantFonts")) or [{}]
        found[name] = (font, d.at(below[0]))
    return found


def all_fonts(d):
    seen = {}
    for _, page in d.pages():
        for font, below in fonts(d, page).values():
            seen[font.get("/BaseFont")] = (font, below)
    return seen


def shown(d):
    """{base font: the codes that pages show in it}."""
    codes = {}
    for _, page in d.pages():
        named, font = fonts(d, page), None
        for operator, operands in content(d, page):
            if operator == "Tf" and operands[0] in named:
                font = named[operands[0]][0].get("/BaseFont")
            elif operator in ("Tj", "TJ"):
                strings = operands[0] if operator == "TJ" else operands
                for part in strings:
                    if isinstance(part, bytes):
                        codes.setdefault(font, set()).update(
                            int.from_bytes(part[i:i + 2], "big")
                            for i in range(0, len(part), 2))
    return codes


@rule("A 6.2.11.3", "composite fonts")
def composite(d):
    for name, (font, below) in all_fonts(d).items():
        info = d.at(below.get("/CIDSystemInfo")) or {}
        if text(info.get("/Registry")) != "Adobe" or text(info.get("/Ordering")) != "Identity":
            yield f"{name}: its characters' collection"
        if font.get("/Encoding") != "/Identity-H":
            yield f"{name}: its encoding"
        if below.get("/Subtype") == "/CIDFontType2":
            target = below.get("/CIDToGIDMap")
            if target != "/Identity" and not d.data(target):
                yield f"{name}: no CIDToGIDMap"


@rule("A 6.2.11.4.1", "embedding")
def embedding(d):
    for name, (_, below) in all_fonts(d).items():
        reference = (d.get(below, "/FontDescriptor") or {}).get("/FontFile2")
        if not d.data(reference):
            yield f"{name}: not embedded"


def programs(d):
    for name, (font, below) in all_fonts(d).items():
        reference = (d.get(below, "/FontDescriptor") or {}).get("/FontFile2")
        if d.data(reference):
            yield name, font, below, Program(d.data(reference), d.data(below.get("/CIDToGIDMap")))


@rule("A 6.2.11.5", "widths")
def font_widths(d):
    codes = shown(d)
    for name, _, below, program in programs(d):
        said = widths(d.at(below.get("/W")), d.at(below.get("/DW")))
        for code in sorted(codes.get(name, ())):
            if abs(said(code) - program.width(code)) > 1:
                yield f"{name}: {code:04X} is {program.width(code):.0f} wide, said {said(code)}"


@rule("A 6.2.11.8", "glyphs that are not there")
def no_glyph(d):
    codes = shown(d)
    for name, _, _, program in programs(d):
        for code in sorted(codes.get(name, ())):
            if not 0 < program.glyph(code) < program.count:
                yield f"{name}: {code:04X} has no glyph"


@rule("UA 7.21.7", "characters of codes")
def unicode_maps(d):
    codes = shown(d)
    for name, (font, _) in all_fonts(d).items():
        meant = cmap(d.data(font.get("/ToUnicode")))
        for code in sorted(codes.get(name, ())):
            if meant.get(code, 0) in (0, 0xFEFF, 0xFFFE):
                yield f"{name}: {code:04X} is no character"


# ---- annotations and actions: 6.3, 6.5; ISO 14289-1, 7.18 ----

def annotations(d):
    for reference, page in d.pages():
        for annotation in d.at(page.get("/Annots")) or []:
            yield reference, annotation, d.at(annotation)


@rule("A 6.3.1", "kinds of annotations")
def annotation_kinds(d):
    for _, reference, annotation in annotations(d):
        if annotation.get("/Subtype") not in ("/Link", "/Text", "/Highlight", "/Popup"):
            yield f"{reference}: {annotation.get('/Subtype')}"


@rule("A 6.3.2", "flags of annotations")
def annotation_flags(d):
    for _, reference, annotation in annotations(d):
        flags = annotation.get("/F", 0)
        if not flags & 4 or flags & (1 | 2 | 32 | 256):
            yield f"{reference}: /F {flags}"


@rule("A 6.5.1", "actions")
def actions(d):
    allowed = ("/URI", "/GoTo", "/GoToR", "/Named", "/Thread")
    for reference, value in dictionaries(d):
        action = d.at(value.get("/A"))
        if value.get("/Type") == "/Annot" and isinstance(action, dict):
            if action.get("/S") not in allowed:
                yield f"{reference}: {action.get('/S')}"
        if "/AA" in value or "/JS" in value:
            yield f"{reference}: an action of its own accord"
    if "/OpenAction" in d.catalog:
        yield "an action at opening"


@rule("A 6.4, 6.8, 6.9", "forms, files, layers")
def extras(d):
    for key in ("/AcroForm", "/OCProperties", "/Requirements", "/NeedsRendering"):
        if key in d.catalog:
            yield key
    if "/EmbeddedFiles" in (d.get(d.catalog, "/Names") or {}):
        yield "files inside"


@rule("UA 7.18.1", "annotations in the structure")
def annotations_tagged(d):
    parents = parent_tree(d)
    owners = {kid.get("/Obj"): reference for reference, element in elements(d)
              for kid in kids(d, element) if isinstance(kid, dict) and "/Obj" in kid}
    for _, reference, annotation in annotations(d):
        owner = owners.get(reference)
        if not owner or d.at(owner).get("/S") != "/Link":
            yield f"{reference}: in no element Link"
        elif parents.get(annotation.get("/StructParent")) != owner:
            yield f"{reference}: the tree of parents says otherwise"


@rule("UA 7.18.3", "order of tabs")
def tabs(d):
    for reference, page in d.pages():
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield f"{reference}: /Tabs is not /S"


@rule("UA 7.18.5", "what links are called")
def link_contents(d):
    for _, reference, annotation in annotations(d):
        if annotation.get("/Subtype") == "/Link" and not text(annotation.get("/Contents")):
            yield f"{reference}: no /Contents"


# ---- metadata: 6.6; ISO 14289-1, 5 and 7.1 ----

NAMES = {"dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
         "pdf": "http://ns.adobe.com/pdf/1.3/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
         "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
         "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
         "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
         "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#"}
KNOWN = {NAMES[key] for key in ("dc", "xmp", "pdf", "pdfaid", "rdf", "pdfaExtension")}


def packet(d):
    return d.data(d.catalog.get("/Metadata"))


def said(d, path):
    try:
        found = xml.fromstring(packet(d)).find(f".//rdf:Description/{path}", NAMES)
    except xml.ParseError:
        return ""
    return "" if found is None else "".join(found.itertext())


@rule("A 6.6.2.1", "metadata")
def metadata(d):
    keys = d.at(d.catalog.get("/Metadata")) or {}
    if keys.get("/Type") != "/Metadata" or keys.get("/Subtype") != "/XML":
        yield "no stream of XML"
    if "/Filter" in keys:
        yield "compressed"
    begin = re.match(rb"<\?xpacket begin=(.*?)\?>", packet(d))
    if not begin or b"bytes=" in begin.group(1) or b"encoding=" in begin.group(1):
        yield "how the packet begins"
    try:
        xml.fromstring(packet(d))
    except xml.ParseError as error:
        yield str(error)


@rule("A 6.6.2.3", "names of metadata")
def metadata_names(d):
    try:
        root = xml.fromstring(packet(d))
    except xml.ParseError:
        return
    explained = {"".join(e.itertext()) for e in root.iterfind(".//pdfaSchema:namespaceURI", NAMES)}
    for description in root.iterfind(".//rdf:Description", NAMES):
        for property_ in description:
            space = property_.tag[1:].split("}")[0]
            if space not in KNOWN | explained:
                yield f"{property_.tag} is not explained"


@rule("A 6.6.3", "information")
def information(d):
    info = d.at(d.trailer.get("/Info")) or {}
    pairs = (("/Title", "dc:title"), ("/Author", "dc:creator"), ("/Subject", "dc:description"),
             ("/Creator", "xmp:CreatorTool"), ("/Producer", "pdf:Producer"))
    for key, path in pairs:
        if key in info and text(d.at(info[key])) != said(d, path):
            yield f"{key} is not {path}"
    day = re.sub(r"\D", "", said(d, "xmp:CreateDate"))
    if "/CreationDate" in info and re.sub(r"\D", "", text(info["/CreationDate"])) != day:
        yield "/CreationDate is not xmp:CreateDate"


@rule("A 6.6.4", "says that it is PDF/A-2b")
def says_a(d):
    if said(d, "pdfaid:part") != "2" or said(d, "pdfaid:conformance") not in ("A", "B", "U"):
        yield "it does not"


@rule("UA 5", "says that it is PDF/UA-1")
def says_ua(d):
    if said(d, "pdfuaid:part") != "1":
        yield "it does not"


@rule("UA 7.1 title", "title")
def title(d):
    if not said(d, "dc:title"):
        yield "no dc:title"
    if d.get(d.catalog, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield "it is not shown"


@rule("UA 7.2", "language")
def language(d):
    tag = text(d.catalog.get("/Lang"))
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", tag):
        yield f"'{tag}' is no language"
    if said(d, "dc:language") != tag:
        yield "dc:language is another"


# ---- structure: ISO 14289-1, 7.1 to 7.6; ISO 32000-1, 14.7 and 14.8 ----

def kids(d, element):
    inner = element.get("/K")
    if inner is None:
        return []
    inner = inner if isinstance(inner, list) else [inner]
    return [d.at(kid) if isinstance(kid, str) else kid for kid in inner]


def kid_references(element):
    inner = element.get("/K", [])
    inner = inner if isinstance(inner, list) else [inner]
    return [kid for kid in inner if isinstance(kid, str)]


def elements(d):
    """(reference, dictionary), depth first."""
    def below(reference):
        element = d.at(reference)
        yield reference, element
        for kid in kid_references(element):
            yield from below(kid)
    root = d.get(d.catalog, "/StructTreeRoot") or {}
    for reference in kid_references(root):
        yield from below(reference)


def marks(d, element):
    """The pieces of content: (page, MCID)."""
    for kid in kids(d, element):
        if isinstance(kid, int):
            yield element.get("/Pg"), kid
        elif isinstance(kid, dict) and "/MCID" in kid:
            yield kid.get("/Pg", element.get("/Pg")), kid["/MCID"]


def parent_tree(d):
    tree = d.get(d.catalog, "/StructTreeRoot", "/ParentTree", "/Nums") or []
    return {key: d.at(value) if isinstance(d.at(value), list) else value
            for key, value in zip(tree[::2], tree[1::2])}


def structure_children(d, element):
    return [d.at(kid).get("/S") for kid in kid_references(element)]


@rule("UA 7.1 marked", "tagged at all")
def marked(d):
    info = d.get(d.catalog, "/MarkInfo") or {}
    if info.get("/Marked") is not True or info.get("/Suspects"):
        yield "/MarkInfo"
    if not list(elements(d)):
        yield "no structure"


STANDARD = {f"/{name}" for name in "Document Part Sect Div P H1 H2 H3 H4 H5 H6 L LI Lbl LBody "
            "Table TR TH TD THead TBody TFoot Span Link Figure Caption Note Quote".split()}


@rule("UA 7.1 types", "standard types")
def standard_types(d):
    for reference, element in elements(d):
        if element.get("/S") not in STANDARD:
            yield f"{reference}: {element.get('/S')}"


@rule("UA 7.1 content", "all content is text or artifact")
def all_marked(d):
    for reference, page in d.pages():
        stack = []
        for operator, operands in content(d, page):
            if operator in ("BMC", "BDC"):
                tag = operands[0]
                inner = isinstance(operands[-1], dict) and "/MCID" in operands[-1]
                if (tag == "/Artifact" or inner) and stack and tag != "/Span":
                    yield f"{reference}: {tag} inside {stack[-1]}"
                stack.append(tag)
            elif operator == "EMC":
                if not stack:
                    yield f"{reference}: EMC too many"
                    return
                stack.pop()
            elif operator in ("Tj", "TJ", "f", "S", "s", "B", "b", "f*", "Do", "sh") and not stack:
                yield f"{reference}: {operator} outside of everything"
        if stack:
            yield f"{reference}: EMC is missing"


@rule("ISO 32000-1 14.7.4", "content and elements agree")
def content_owned(d):
    parents = parent_tree(d)
    owned = {}
    for reference, element in elements(d):
        for mark in marks(d, element):
            if mark in owned:
                yield f"{mark} belongs to two elements"
            owned[mark] = reference
    for reference, page in d.pages():
        there = [operands[-1]["/MCID"] for operator, operands in content(d, page)
                 if operator == "BDC" and isinstance(operands[-1], dict)
                 and "/MCID" in operands[-1]]
        if len(there) != len(set(there)):
            yield f"{reference}: a mark stands twice"
        own = parents.get(page.get("/StructParents")) or []
        for mark in there:
            owner = owned.pop((reference, int(mark)), None)
            if owner is None or int(mark) >= len(own) or own[int(mark)] != owner:
                yield f"{reference}: mark {int(mark)} belongs to {owner}"
    for mark in owned:
        yield f"{mark} is on no page"


@rule("ISO 32000-1 14.7.2", "parents and children agree")
def parents_agree(d):
    for reference, element in elements(d):
        for kid in kid_references(element):
            if d.at(kid).get("/P") != reference:
                yield f"{kid}: its parent is not {reference}"


@rule("UA 7.1 order", "reading order")
def reading_order(d):
    numbers = {reference: i for i, (reference, _) in enumerate(d.pages())}
    last = (-1, -1)
    for reference, element in elements(d):
        first = next(marks(d, element), None)
        if first:
            here = (numbers.get(first[0], -1), first[1])
            if here < last:
                yield f"{reference}: begins before what stands in front of it"
            last = here


INSIDE = {"/TR": {"/Table", "/THead", "/TBody", "/TFoot"}, "/TH": {"/TR"}, "/TD": {"/TR"},
          "/LI": {"/L"}, "/Lbl": {"/LI"}, "/LBody": {"/LI"}, "/Document": {None}}
HOLDS = {"/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"}, "/TR": {"/TH", "/TD"},
         "/L": {"/LI", "/L", "/Caption"}, "/LI": {"/Lbl", "/LBody"}}


@rule("UA 7.2 nesting", "tables and lists nest as they must")
def nesting(d):
    for reference, element in elements(d):
        kind = element.get("/S")
        parent = (d.at(element.get("/P")) or {}).get("/S")
        if parent not in INSIDE.get(kind, {parent}):
            yield f"{reference}: {kind} in {parent}"
        for child in structure_children(d, element):
            if child not in HOLDS.get(kind, {child}):
                yield f"{reference}: {child} in {kind}"


@rule("UA 7.3", "what figures show")
def figures(d):
    for reference, element in elements(d):
        if element.get("/S") == "/Figure" and not text(element.get("/Alt")):
            yield f"{reference}: no /Alt"


@rule("UA 7.4.2", "levels of headings")
def heading_levels(d):
    last = 0
    for reference, element in elements(d):
        match = re.fullmatch(r"/H([1-6])", element.get("/S", ""))
        if match:
            if int(match.group(1)) > last + 1:
                yield f"{reference}: H{match.group(1)} after H{last}"
            last = int(match.group(1))


def attribute(d, element, key):
    found = d.at(element.get("/A"))
    found = found if isinstance(found, list) else [found]
    return next((a[key] for a in map(d.at, found) if isinstance(a, dict) and key in a), None)


def rows(d, table):
    for kid in kid_references(table):
        element = d.at(kid)
        if element.get("/S") == "/TR":
            yield [d.at(cell) for cell in kid_references(element)]
        else:
            yield from rows(d, element)


@rule("UA 7.5 heads", "tables have heads")
def table_heads(d):
    for reference, element in elements(d):
        if element.get("/S") == "/TH" and attribute(d, element, "/Scope") not in (
                "/Row", "/Column", "/Both"):
            yield f"{reference}: TH without a scope"
        if element.get("/S") == "/Table":
            cells = [cell for row in rows(d, element) for cell in row]
            if cells and all(cell.get("/S") != "/TH" for cell in cells):
                yield f"{reference}: no heads"


@rule("UA 7.5 rows", "rows are equally long")
def table_rows(d):
    for reference, element in elements(d):
        if element.get("/S") == "/Table":
            lengths = {sum(attribute(d, cell, "/ColSpan") or 1 for cell in row)
                       for row in rows(d, element)}
            if len(lengths) > 1:
                yield f"{reference}: {sorted(lengths)} columns"


@rule("UA 7.6", "lists say how they count")
def list_numbering(d):
    for reference, element in elements(d):
        if element.get("/S") == "/L" and attribute(d, element, "/ListNumbering") is None:
            yield f"{reference}: no /ListNumbering"
