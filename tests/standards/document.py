"""document.py: a PDF file as plain values, by qpdf's JSON.

Values: numbers, True, None, [..], {"/Key": ..}, "/Name", "12 0 R", and strings as "u:text" or
"b:hex", as qpdf writes them.
"""

import base64
import json
import re
import subprocess


class Document:
    """What a file says: its bytes, its objects by reference, its trailer."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        command = ["qpdf", "--json=2", "--json-stream-data=inline",
                   "--decode-level=generalized", path]
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode not in (0, 3):  # 3: it had to mend something
            raise ValueError(done.stderr.decode())
        self.model = json.loads(done.stdout)["qpdf"]
        self.objects = {key[4:]: value for key, value in self.model[1].items()
                        if key.startswith("obj:")}
        self.trailer = self.model[1]["trailer"]["value"]

    def at(self, value):
        """The value itself, or the one it refers to; a stream gives its dictionary."""
        while isinstance(value, str) and value in self.objects:
            target = self.objects[value]
            value = target["stream"]["dict"] if "stream" in target else target.get("value")
        return value

    def get(self, value, *keys):
        for key in keys:
            value = self.at(value)
            value = value.get(key) if isinstance(value, dict) else None
        return self.at(value)

    def data(self, reference):
        """The bytes of a stream, decoded."""
        stream = self.objects.get(reference, {}).get("stream")
        return base64.b64decode(stream["data"]) if stream else b""

    @property
    def catalog(self):
        return self.get(self.trailer, "/Root")

    def pages(self):
        """[(reference, dictionary)], in order."""
        def below(reference):
            node = self.at(reference)
            if node.get("/Type") == "/Pages":
                for kid in self.at(node["/Kids"]):
                    yield from below(kid)
            else:
                yield reference, node
        return list(below(self.catalog["/Pages"]))


def text(value):
    """A string object as text."""
    if not isinstance(value, str):
        return ""
    return value[2:] if value[:2] == "u:" else bytes.fromhex(value[2:]).decode("latin-1")


SPACE = b"\0\t\n\f\r "
DELIMITERS = b"()<>[]{}/%"
ESCAPES = {ord("n"): 10, ord("r"): 13, ord("t"): 9, ord("b"): 8, ord("f"): 12}


def literal(data, at):
    """A string in parentheses that begins at `at`: (bytes, where it ends)."""
    out, depth, at = bytearray(), 1, at + 1
    while True:
        c = data[at]
        at += 1
        if c == ord("\\"):
            c = data[at]
            at += 1
            if c in b"01234567":
                digits = bytes([c])
                while len(digits) < 3 and data[at] in b"01234567":
                    digits += bytes([data[at]])
                    at += 1
                c = int(digits, 8) & 255
            else:
                c = ESCAPES.get(c, c)
        elif c == ord("("):
            depth += 1
        elif c == ord(")"):
            depth -= 1
            if depth == 0:
                return bytes(out), at
        out.append(c)


def tokens(data):
    """The operators of a content stream: (operator, operands). Strings are bytes, names are
    "/Name", arrays lists, dictionaries dicts."""
    at, stack = 0, [[]]
    while at < len(data):
        c = data[at]
        if c in SPACE:
            at += 1
        elif c == ord("("):
            value, at = literal(data, at)
            stack[-1].append(value)
        elif data[at:at + 2] == b"<<" or c == ord("["):
            stack.append([])
            at += 2 if c == ord("<") else 1
        elif data[at:at + 2] == b">>":
            flat = stack.pop()
            stack[-1].append(dict(zip(flat[::2], flat[1::2])))
            at += 2
        elif c == ord("]"):
            done = stack.pop()
            stack[-1].append(done)
            at += 1
        elif c == ord("<"):
            end = data.index(b">", at)
            stack[-1].append(bytes.fromhex(data[at + 1:end].decode()))
            at = end + 1
        else:
            end = at + 1
            while end < len(data) and data[end] not in SPACE + DELIMITERS:
                end += 1
            word = data[at:end].decode("latin-1")
            at = end
            if word[0] == "/":
                stack[-1].append(word)
                continue
            if word in ("true", "false", "null"):
                stack[-1].append({"true": True, "false": False}.get(word))
                continue
            try:
                stack[-1].append(float(word))
            except ValueError:
                yield word, stack[0]
                stack = [[]]
                if word == "ID":  # an inline image: its bytes are no operators
                    at = re.compile(rb"\sEI\s").search(data, at).start()
