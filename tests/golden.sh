#!/usr/bin/env bash
# golden.sh BINARY: the letters of the example are sound PDF files with all their fonts inside,
# and their bytes depend on nothing but the ledger and the day: not on the folder, the time
# zone, the locale, the umask or the clock.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
top=$(cd "$(dirname "$0")/.." && pwd)
as_of=2026-11-30
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

judge() { # WHAT COMMAND...: the command says nothing and ends well
	local what=$1
	shift
	if "$@" >"$scratch/said" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "golden: $what"
		head -20 "$scratch/said"
	fi
}

# Every font of the file is embedded, and there is one.
fonts_inside() {
	pdffonts "$1" | awk 'NR > 2 { n++; if ($(NF - 4) != "yes") bad = 1 } END { exit bad || !n }'
}

build() { # LEDGER OUT
	"$binary" build "$1" --as-of $as_of -o "$2" --color never
}

elsewhere() {
	mkdir -p "$scratch/some where/else" "$scratch/locales"
	cp -R "$top/examples/joinery" "$scratch/some where/else/books"
	localedef -i de_DE -f UTF-8 "$scratch/locales/de_DE.UTF-8"
	cd "$scratch/some where/else"
	umask 077
	env LOCPATH="$scratch/locales" LC_ALL=de_DE.UTF-8 TZ=FAR-14 \
		faketime -f '@2031-02-28 23:59:58' "$binary" build books --as-of $as_of \
		-o "$scratch/elsewhere" --color never
}

in_a_subshell() {
	("$@")
}

judge 'the example builds' build "$top/examples/joinery" "$scratch/here"
judge 'the example builds elsewhere' in_a_subshell elsewhere
judge 'both trees are byte for byte the same' diff -r "$scratch/here" "$scratch/elsewhere"
while read -r document; do
	judge "$document is a sound PDF" qpdf --check "$scratch/here/$document"
	judge "$document has its fonts inside" fonts_inside "$scratch/here/$document"
done < <(cd "$scratch/here" && find . -name '*.pdf' | LC_ALL=C sort)
echo "golden: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 3 ]
