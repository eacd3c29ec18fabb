"""text/*.txt to out/*.pdf by WeasyPrint, in one process."""

import html
import pathlib

import weasyprint

STYLE = "<style>pre { font: 7.5pt 'Noto Sans'; break-after: page }</style>"

for text in pathlib.Path("text").glob("*.txt"):
    pages = text.read_text().rstrip("\f").split("\f")
    body = "".join(f"<pre>{html.escape(page)}</pre>" for page in pages)
    weasyprint.HTML(string=STYLE + body).write_pdf(f"out/{text.stem}.pdf")
