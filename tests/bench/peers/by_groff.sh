#!/usr/bin/env bash
# text/*.txt to out/*.pdf by groff, a process a letter.
set -euo pipefail

for text in text/*.txt; do
	{
		printf '.nf\n.ps 7.5\n'
		sed -e "s/^\([.']\)/\\\\\&\1/" -e 's/^\f/.bp\n/' -e 's/\f$//' "$text"
	} | groff -k -Tpdf -P-e >"out/$(basename "$text" .txt).pdf"
done
