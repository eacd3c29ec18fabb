#!/usr/bin/env bash
# text/*.txt to out/*.pdf by pdfTeX, a process a letter.
set -euo pipefail

for text in text/*.txt; do
	name=out/$(basename "$text" .txt)
	{
		printf '\\documentclass[a4paper]{article}\\usepackage[T1]{fontenc}\\begin{document}\n'
		printf '{\\scriptsize\\begin{verbatim}\n'
		sed -e 's/\f$//' -e 's/^\f/\\end{verbatim}\\clearpage\\begin{verbatim}\n/' "$text"
		printf '\n\\end{verbatim}}\\end{document}\n'
	} >"$name.tex"
	pdflatex -halt-on-error -interaction=batchmode -output-directory=out "$name.tex" >/dev/null
done
