"""text/*.txt to out/*.pdf by ReportLab, in one process."""

import pathlib
import sys

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Preformatted, SimpleDocTemplate

pdfmetrics.registerFont(TTFont("Noto", f"{sys.argv[1]}/NotoSans-Regular.ttf"))
style = ParagraphStyle("letter", fontName="Noto", fontSize=7.5, leading=9)
for text in pathlib.Path("text").glob("*.txt"):
    story = []
    for page in text.read_text().rstrip("\f").split("\f"):
        story += [Preformatted(page, style), PageBreak()]
    SimpleDocTemplate(f"out/{text.stem}.pdf", pagesize=A4).build(story)
