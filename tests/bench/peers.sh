#!/usr/bin/env bash
# peers.sh BUILD: the same letters by the typesetters that Debian has, those that are installed.
# Their text is taken from a build beforehand; each peer sets it as plain paragraphs, one file a
# letter, in one process where it can. Scaled down to LETTERS (100) letters; processor time.
set -euo pipefail

build=$(realpath "${1:?the build folder}")
letters=${LETTERS:-100}
here=$(cd "$(dirname "$0")" && pwd)
room=${TMPDIR:-/tmp}
[ ! -w /dev/shm ] || room=/dev/shm
scratch=$(mktemp -d "$room/collectgen-peers.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
day=2026-11-30

say() { # NAME SECONDS LETTERS
	awk -v name="$1" -v s="$2" -v n="$3" \
		'BEGIN { printf "bench: %-24s %12.1f letters/s (processor time, %d letters)\n", name, n / s, n }'
}

took() { # COMMAND...: its processor time, in `cpu`
	"$build/bench/peak" usage "$@" >said 2>&1 || {
		tail -5 said
		return 1
	}
	read -r _ _ cpu <usage
}

mkdir -p ledger text out
cp "$here/creditor.yaml" ledger/
awk -v OUT=ledger -v CUSTOMERS=$((letters * 4)) -f "$here/month.awk"
took "$build/collectgen" build ledger --as-of $day --kind letters -j 1 -q -o run
mapfile -t made < <(find run -name '*.pdf' | sort | head -n "$letters")
all=$(find run -name '*.pdf' | wc -l)
say collectgen "$cpu" "$all"
for i in "${!made[@]}"; do
	pdftotext -layout "${made[i]}" "text/$i.txt"
done

device=
for candidate in pdf ps; do
	[ -n "$device" ] || ! echo x | groff -T$candidate >out/probe 2>/dev/null || device=$candidate
done
if [ -n "$device" ]; then
	cat >groff.sh <<'SH'
for text in text/*.txt; do
	{ printf '.nf\n'; sed 's/^\([.'"'"']\)/\\\&\1/' "$text"; } | groff -k -T"$DEVICE" >"out/$(basename "$text").$DEVICE"
done
SH
	DEVICE=$device took bash groff.sh && say "groff-$device" "$cpu" "${#made[@]}"
else
	echo 'bench: groff (groff, with its devices for paper) is not installed'
fi

if python3 -c 'import reportlab' 2>/dev/null; then
	cat >reportlab_letters.py <<'PY'
import pathlib
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Preformatted, SimpleDocTemplate

style = getSampleStyleSheet()["Code"]
for text in pathlib.Path("text").glob("*.txt"):
    story = [Preformatted(text.read_text().replace("\f", ""), style)]
    SimpleDocTemplate(f"out/{text.stem}.pdf", pagesize=A4).build(story)
PY
	took python3 reportlab_letters.py && say reportlab "$cpu" "${#made[@]}"
else
	echo 'bench: ReportLab (python3-reportlab) is not installed'
fi

if python3 -c 'import weasyprint' 2>/dev/null; then
	cat >weasy.py <<'PY'
import html
import pathlib
import weasyprint

for text in pathlib.Path("text").glob("*.txt"):
    body = html.escape(text.read_text().replace("\f", ""))
    weasyprint.HTML(string=f"<pre>{body}</pre>").write_pdf(f"out/{text.stem}.pdf")
PY
	took python3 weasy.py && say weasyprint "$cpu" "${#made[@]}"
else
	echo 'bench: WeasyPrint (weasyprint) is not installed'
fi

if python3 -c 'import gi; gi.require_version("PangoCairo", "1.0"); import cairo' 2>/dev/null; then
	cat >pango.py <<'PY'
import pathlib
import cairo
import gi

gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo

for text in pathlib.Path("text").glob("*.txt"):
    surface = cairo.PDFSurface(f"out/{text.stem}.pdf", 595.275, 841.889)
    context = cairo.Context(surface)
    layout = PangoCairo.create_layout(context)
    layout.set_font_description(Pango.FontDescription("Noto Sans 10"))
    layout.set_text(text.read_text().replace("\f", ""), -1)
    context.move_to(56, 56)
    PangoCairo.show_layout(context, layout)
    surface.finish()
PY
	took python3 pango.py && say cairo+pango "$cpu" "${#made[@]}"
else
	echo 'bench: cairo and Pango (python3-gi-cairo, gir1.2-pango-1.0) are not installed'
fi

if command -v pdflatex >/dev/null; then
	cat >latex.sh <<'SH'
for text in text/*.txt; do
	name=out/$(basename "$text" .txt)
	{
		printf '\\documentclass[a4paper]{article}\\usepackage[T1]{fontenc}\\begin{document}\\begin{verbatim}\n'
		tr -d '\f' <"$text"
		printf '\\end{verbatim}\\end{document}\n'
	} >"$name.tex"
	pdflatex -interaction=batchmode -output-directory=out "$name.tex" >/dev/null || true
done
SH
	took bash latex.sh && say latex "$cpu" "${#made[@]}"
else
	echo 'bench: LaTeX (texlive-latex-base) is not installed'
fi
