"""text/*.txt to out/*.pdf by cairo and Pango, in one process."""

import pathlib

import cairo
import gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402 (needs the version first)

FONT = Pango.FontDescription("Noto Sans 7.5")

for text in pathlib.Path("text").glob("*.txt"):
    surface = cairo.PDFSurface(f"out/{text.stem}.pdf", 595.275, 841.889)
    context = cairo.Context(surface)
    for page in text.read_text().rstrip("\f").split("\f"):
        layout = PangoCairo.create_layout(context)
        layout.set_font_description(FONT)
        layout.set_text(page, -1)
        context.move_to(56, 56)
        PangoCairo.show_layout(context, layout)
        context.show_page()
    surface.finish()
