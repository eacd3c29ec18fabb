#!/usr/bin/env bash
# fonts.sh BINARY: letters in fonts of the ledger's own, of two families that are drawn, kerned
# and built unlike the carried one: embedded, read back exactly, kept to the standards, made
# again when a font changes, and refused by name where a font will not do.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
unset CI GITHUB_ACTIONS
export LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1
passed=0 failed=0
day=2026-11-30
dejavu=/usr/share/fonts/truetype/dejavu
noto=/usr/share/fonts/truetype/noto
walk=$here/standards/walk.py

tell() { # TEXT COMMAND...: the command is to succeed
	local text=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "tests/fonts.sh: error: $text"
	fi
}

# A ledger without findings, in the three fonts named; a face that is not is left out.
ledger() { # FONT...
	local keys=(regular bold italic) i=0 named=''
	rm -rf books run
	mkdir -p books/fonts
	for font; do
		cp "$font" "books/fonts/${keys[i]}.ttf"
		named+="${named:+, }${keys[i]}: fonts/${keys[i]}.ttf"
		i=$((i + 1))
	done
	cat >books/books.yaml <<-END
		creditor: {name: Vašek & Tomé AVATAR Ltd, address: "Łódzka 7, Bristol", country: GB,
		  email: us@tome.example, payments_to: 2026-11-27, fonts: {$named},
		  bank: {sort_code: 12-34-56, account: "12345678"}}
		defaults: {currency: GBP, locale: en-GB, policy: gb-business, kind: business, terms: net 30}
		customers:
		  - {id: a, name: "Łukasz Ω Ж “office” To. VA", address: "Ťažká 9, Leeds", email: a@b.example}
		invoices:
		  - {number: INV-1, customer: a, issued: 2026-09-15, amount: 1711.11}
		log:
		  - {date: 2026-10-21, customer: a, stage: reminder-1, invoices: [INV-1]}
	END
}

build() { # OPTION...
	"$binary" build books --as-of $day -o run "$@" >out.txt 2>err.txt
}

said() { # TEXT
	grep -qF -- "$1" out.txt err.txt || {
		echo "does not say '$1':"
		cat out.txt err.txt
		return 1
	}
}

letter() {
	echo run/$day/letters/a/reminder-2-GBP-gb-business.pdf
}

reads() { # TEXT, in the letter as it comes out of the PDF
	pdftotext -layout "$(letter)" - | sed 's/\xC2\xA0/ /g' | grep -qF -- "$1" || {
		echo "the letter does not read '$1'"
		return 1
	}
}

is_sound() { # what readers of PDF and the walk through the standards say
	local pdf
	for pdf in run/"$day"/*/a/*.pdf; do
		qpdf --check "$pdf" >/dev/null && python3 "$walk" "$pdf" || return 1
		[ "$(pdffonts "$pdf" | awk 'NR > 2 && $(NF-4) == "yes" && $(NF-3) == "yes" && $(NF-2) == "yes"' | wc -l)" \
			-eq "$(pdffonts "$pdf" | tail -n +3 | wc -l)" ] || return 1
	done
}

carries() { # NAME COUNT: so many fonts whose names hold this, and no other
	pdffonts "$(letter)" | tail -n +3 >names
	[ "$(wc -l <names)" -eq "$2" ] && [ "$(grep -c "+$1" names)" -eq "$2" ]
}

families=(
	"DejaVuSans $dejavu/DejaVuSans.ttf $dejavu/DejaVuSans-Bold.ttf $dejavu/DejaVuSans-Oblique.ttf"
	"DejaVuSerif $dejavu/DejaVuSerif.ttf $dejavu/DejaVuSerif-Bold.ttf"
	"NotoSerif $noto/NotoSerif-Regular.ttf $noto/NotoSerif-Bold.ttf $noto/NotoSerif-Italic.ttf"
)
for family in "${families[@]}"; do
	read -ra fonts <<<"$family"
	family=${fonts[0]}
	ledger "${fonts[@]:1}"
	tell "$family: builds" build
	tell "$family: is what is embedded" carries "$family" 2
	tell "$family: keeps the standards" is_sound
	for text in 'Łukasz Ω Ж “office” To. VA' 'Vašek & Tomé AVATAR Ltd' '£1,711.11' \
		'Ťažká 9, Leeds'; do
		tell "$family: reads '$text'" reads "$text"
	done
	tell "$family: stays under 60 kB" test "$(stat -c %s "$(letter)")" -lt 60000
	tell "$family: verifies" "$binary" verify books run --as-of $day >/dev/null
	cp "$(letter)" first.pdf
	build --force -j 3
	tell "$family: the same bytes again" cmp "$(letter)" first.pdf
done

# ---- one font for all faces ----

ledger $dejavu/DejaVuSans.ttf
sed -i 's/name: Va[^,]*,/name: Us Ltd,/; s/address: "Ł[^"]*"/address: Here/; s/name: "Ł[^"]*"/name: A Ltd/; s/address: "Ť[^"]*"/address: There/' books/books.yaml
build
tell 'a face that is not named is the regular one' carries DejaVuSans 2
tell 'whose program is carried once' test "$(qpdf --qdf "$(letter)" - | grep -a FontFile2 | sort -u | wc -l)" -eq 1

# ---- a change of font ----

ledger $dejavu/DejaVuSans.ttf $dejavu/DejaVuSans-Bold.ttf
build
cp "$(letter)" first.pdf
build
tell 'nothing is made anew while nothing changes' said '2 unchanged, 0 made anew'
cp $dejavu/DejaVuSerif-Bold.ttf books/fonts/bold.ttf
code=0
"$binary" verify books run --as-of $day >out.txt 2>err.txt || code=$?
tell 'verify sees another font' test $code -ne 0
tell 'and names it' said 'creditor.fonts.bold sha256-'
build
tell 'another font makes another letter' test "$(cmp -s "$(letter)" first.pdf || echo other)" = other
cp "$(letter)" then.pdf
build --force
tell 'as a build from nothing does' cmp "$(letter)" then.pdf
tell 'the manifest names the fonts' grep -q "creditor.fonts.regular sha256-$(sha256sum <books/fonts/regular.ttf | cut -d' ' -f1)" run/$day/manifest.json

# ---- what a font has and letters do not ----

refused() { # NAME CODE-POINT HELP
	sed -i "s/name: \"Ł[^\"]*\"/name: \"$1\"/" books/books.yaml
	code=0
	build || code=$?
	tell "'$1' is refused" test $code -eq 1
	tell "'$1' is refused by name" said "no font has character $2"
	tell "'$1' is refused with its reason" said "$3"
	ledger $dejavu/DejaVuSans.ttf $dejavu/DejaVuSans-Bold.ttf
}
ledger $dejavu/DejaVuSans.ttf $dejavu/DejaVuSans-Bold.ttf
refused 'שלום' U+05E9 'it is Hebrew, which runs from right to left'
refused 'سلام' U+0633 'it is Arabic, which runs from right to left'
refused 'ສະບາຍ' U+0EAA 'it is Lao, whose letters change'
refused '株式会社' U+682A 'it is Chinese or Japanese, which cannot be set yet'
ledger $noto/NotoSerif-Regular.ttf
refused 'Ա LLC' U+0531 'the font NotoSerif-Regular lacks it'
ledger $dejavu/DejaVuSans.ttf
sed -i 's/name: "Ł[^"]*"/name: "Արմեն ქართული x̊"/' books/books.yaml
build
tell 'letters of its own that need no shaping are printed' reads 'Արմեն ქართული x̊'
tell 'and keep the standards' is_sound

# ---- render ----

printf -- '---\ntitle: T\n---\nTo *Łódź*: **1,234.00**\n' >letter.md
"$binary" render letter.md --to pdf --as-of $day --regular $dejavu/DejaVuSerif.ttf >page.pdf
tell 'render takes a font' test "$(pdffonts page.pdf | grep -c DejaVuSerif)" -ge 1
tell 'and prints with it' test "$(pdftotext page.pdf - | grep -c 'To Łódź: 1,234.00')" -eq 1
code=0
"$binary" render letter.md --regular letter.md >out.txt 2>err.txt || code=$?
tell 'render refuses what is no font' test $code -eq 1
tell 'by name' said "the font 'letter.md' cannot be used: it is no font"
code=0
"$binary" render letter.md --bold $dejavu/DejaVuSerif.ttf >out.txt 2>err.txt || code=$?
tell 'render wants a regular font first' test $code -eq 2

# ---- the largest file ----

ledger $dejavu/DejaVuSans.ttf
truncate -s 4M books/fonts/regular.ttf
tell 'a font of 4 MiB is read' build
truncate -s 4194305 books/fonts/regular.ttf
code=0
build || code=$?
tell 'one byte more is not' test $code -eq 1
tell 'and the reason is told' said 'it is larger than 4096 KiB [font-unreadable]'

echo "fonts: $passed passed, $failed failed"
[ $failed -eq 0 ]
