"""scan.py: the QR codes on a PDF's pages, read by zbarimg."""

import glob
import os
import subprocess
import tempfile


def scan(path, resolution=150):
    """The texts of all codes, in no order."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(resolution), "-gray", path,
                        os.path.join(folder, "page")], check=True)
        texts = []
        for page in sorted(glob.glob(os.path.join(folder, "*"))):
            command = ["zbarimg", "-q", "--xml", "-Sdisable", "-Sqrcode.enable", page]
            said = subprocess.run(command, capture_output=True, check=False).stdout.decode()
            for piece in said.split("<data")[1:]:
                piece = piece.split("<![CDATA[", 1)[1].split("]]>", 1)[0]
                texts.append(piece)
        return texts
