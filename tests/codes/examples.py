"""examples.py FOLDER: every document below it with something to pay has the codes it should:
a transfer of exactly the sum demanded where that is in euro, and the link it shows.
"""

import glob
import json
import os
import re
import subprocess
import sys

from scan import scan


def links(path):
    """The addresses that areas of the pages lead to."""
    said = subprocess.run(["qpdf", "--json=2", path], capture_output=True, check=True).stdout
    return set(re.findall(r'"/URI": "u:(http[^"]*)"', said.decode()))


def has_pay_url(ledger):
    files = glob.glob(os.path.join("examples", ledger, "**", "*.yaml"), recursive=True)
    return any(re.search(r"^\s*pay_url:", open(file, encoding="utf-8").read(), re.M)
               for file in files)


def faults(path, document, payable):
    codes = scan(path)
    transfers = [code.split("\n") for code in codes if code.startswith("BCD\n")]
    pages = [code for code in codes if code.startswith("http")]
    if len(transfers) + len(pages) != len(codes):
        yield f"other codes: {codes}"
    for lines in transfers:
        if lines[7] != "EUR" + document.get("demand", lines[7][3:]):
            yield f"asks for {lines[7]}, the letter for {document['demand']}"
    for page in pages:
        if page not in links(path):
            yield f"leads to {page}, the links to {links(path)}"
    if document["kind"] == "letter" and len(transfers) != (document["currency"] == "EUR"):
        yield f"{len(transfers)} transfers in {document['currency']}"
    if document["kind"] == "letter" and len(pages) != payable:
        yield f"{len(pages)} codes of a link"


def main(folder):
    count = failed = 0
    for manifest in glob.glob(os.path.join(folder, "*", "*", "manifest.json")):
        with open(manifest, encoding="utf-8") as file:
            documents = json.load(file)["documents"]
        payable = has_pay_url(manifest.split(os.sep)[-3])
        for document in documents:
            path = os.path.join(os.path.dirname(manifest), document["path"])
            for fault in faults(path, document, payable):
                print(f"codes: {document['path']}: {fault}")
                failed += 1
            count += 1
    print(f"codes: {count} documents, {failed} faults")
    return 0 if count > 20 and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
