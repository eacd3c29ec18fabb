#!/usr/bin/env bash
# batch.sh BINARY: a run is the same for any number of threads, and what has not changed is not
# made again; whatever does change is, whichever of the things a letter depends on it was.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
unset CI GITHUB_ACTIONS
export LC_ALL=C.UTF-8
passed=0 failed=0
day=2026-11-30

tell() { # TEXT COMMAND...: the command is to succeed
	local text=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "tests/batch.sh: error: $text"
	fi
}

build() { # OUT OPTION...: of the ledger `books`
	local out=$1
	shift
	"$binary" build books --as-of $day -o "$out" "$@" >out.txt 2>err.txt
}

said() { # TEXT, on either stream
	grep -qF -- "$1" out.txt err.txt || {
		echo "does not say '$1':"
		cat out.txt err.txt
		return 1
	}
}

same() { # OUT OUT: the same files with the same bytes
	diff -r "$1/$day" "$2/$day"
}

fresh() { # a ledger with warnings, several languages and currencies
	rm -rf books
	cp -r "$here/../examples/joinery" books
}

# ---- any number of threads ----

fresh
for jobs in 1 2 7; do
	build "j$jobs" -j $jobs
	sed -i "s,j$jobs/,OUT/," out.txt
	cat out.txt err.txt >"said$jobs"
done
tell 'two threads make the bytes of one' same j1 j2
tell 'seven threads make the bytes of one' same j1 j7
tell 'two threads say what one says' diff said1 said2
tell 'seven threads say what one says' diff said1 said7

printf '\ninvoices:\n  - {number: X-1, customer: nobody, issued: 2026-01-01, amount: 1.00}\n' >books/z.yaml
sed -i 's/{{demand}}/{{dmand}}/' books/z.yaml
for jobs in 1 4; do
	code=0
	build wrong -j $jobs || code=$?
	echo "code $code" | cat - out.txt err.txt >"said$jobs"
done
tell 'faults are told alike by any number of threads' diff said1 said4
tell 'and end with exit code 1' grep -q 'code 1' said1
tell 'nothing is left of a run that was refused' test ! -e wrong
fresh

# ---- what has not changed ----

documents=$(find j1 -name '*.pdf' | wc -l)
build run
cp -a run first
build run
tell 'a second build makes nothing' said "$documents unchanged, 0 made anew"
tell 'and leaves the same run' same run first
tell 'its files are those of the run before' test "$(find run -name '*.pdf' -links 1 | wc -l)" -eq "$documents"
inode() {
	stat -c %i "run/$day/statements/gorse/GBP.pdf"
}
before=$(inode)
build run
tell 'a file taken over is the same file' test "$(inode)" = "$before"
build run --force
tell '--force makes all of them' test "$(inode)" != "$before"
tell 'with the same bytes' same run first
tell 'and does not speak of what is unchanged' test "$(grep -c unchanged out.txt)" -eq 0

# ---- permissions ----

modes() { # MODE: of every file of the run
	find "run/$day" -type f -not -perm "$1" | grep . && return 1
	return 0
}
build run --mode 0640
tell 'other permissions: every file has them' modes 0640
tell 'and its bytes' same run first
build run --mode 0640
tell 'they stand then' said "$documents unchanged, 0 made anew"
build run
tell 'files are private again without being asked' modes 0600
tell 'with the same bytes' same run first
(
	umask 077
	build shared --mode 0644
)
tell 'a new folder is open to those whom its files are open to' test "$(stat -c %a shared)" = 755
rm -r shared

# ---- who is held back ----

build run --dry-run
tell 'who is held back is told' grep -q 'whose next letter is not due yet' out.txt
tell 'by name' grep -qxF '  avonmouth-pc, brule, calder, lodz' out.txt
build run --dry-run --only lodz
tell 'of those who are asked for' grep -qxF '1 overdue invoice whose next letter is not due yet' out.txt
tell 'and nobody else' test "$(grep -c harlow out.txt)" -eq 0
seq 12 | sed 's/.*/  - {id: many-&, name: Many &, address: There, email: m@many.example}/;1i customers:' >books/many.yaml
seq 12 | sed 's/.*/  - {number: MANY-&, customer: many-&, issued: 2026-10-28, due: 2026-11-28, amount: 9.00}/;1i invoices:' >>books/many.yaml
build run --dry-run
tell 'no more than can be read' grep -qE "^  (\S+, ){7}\S+ and 8 more: see 'collectgen plan'$" out.txt
rm books/many.yaml

# ---- on a terminal ----

watched() { # a build on a terminal of its own
	TERM=xterm script -qec "'$binary' build books --as-of $day -o seen --force" /dev/null >seen.txt </dev/null
}
tell 'a build is watched on a terminal' watched
tell 'with a bar, documents, a rate and the time left' grep -qE '\[[#.]{20}\] [0-9]+ documents?, [0-9]+/s, [0-9]+:[0-9]{2} left' seen.txt
tell 'and the time of each phase' grep -qE 'read in [0-9.]+ s, made in [0-9.]+ s' seen.txt
build seen --force
tell 'but not in a pipe' test "$(grep -cE 'left|read in' err.txt out.txt | grep -cv ':0$')" -eq 0

# ---- what has: each change makes its documents anew, as a build from nothing would ----

# changes WHAT AT-LEAST AT-MOST: builds over `run` and from nothing, and compares.
changes() {
	local made
	rm -rf nothing
	build nothing "${options[@]}"
	build run "${options[@]}"
	made=$(sed -n 's/.* unchanged, \([0-9]*\) made anew$/\1/p' out.txt)
	[ -n "$made" ] || made=$documents
	tell "$1: as from nothing" same run nothing
	tell "$1: at least $2 made anew, not $made" test "$made" -ge "$2"
	tell "$1: at most $3 made anew, not $made" test "$made" -le "$3"
}

# reseals SED: edits the manifest of `run` the way a run that said so would have written it.
reseals() {
	local manifest=run/$day/manifest.json
	sed -i -e '/^ "seal": /d' -e "$1" $manifest
	printf ' "seal": "%s"}\n' "$(sha256sum <$manifest | cut -d' ' -f1)" >>$manifest
}

options=()
file=run/$day/statements/gorse/GBP.pdf
printf x >>"$file"
changes 'a file with other bytes' 1 1
dd if=/dev/zero of="$file" bs=1 seek=200 count=1 conv=notrunc status=none
changes 'a file with one byte turned' 1 1
rm "$file"
changes 'a file that is gone' 1 1
ln -sf /etc/hostname "$file"
changes 'a link in its place' 1 1
reseals '/statements\/gorse\/GBP.pdf/s/"inputs": "[0-9a-f]*"/"inputs": null/'
changes 'a manifest that does not say what it was made from' 1 1
sed -i '/statements\/gorse\/GBP.pdf/s/"pages": [0-9]*/"pages": 99/' run/$day/manifest.json
changes 'a manifest that was edited: nothing it says is believed' "$documents" "$documents"
cp run/$day/manifest.json kept.json
printf '{}\n' >run/$day/manifest.json
code=0
build run || code=$?
tell 'files that no manifest names are not written over' test $code -eq 3
cp kept.json run/$day/manifest.json
build run
tell 'and are as they were' same run nothing

edit() { # FILE SED...
	local name=$1
	shift
	sed -i "$@" "books/$name"
}
edit customers.yaml '/id: gorse/,/address/s/name: .*/name: Gorse and Sons/'
changes 'one customer' 1 3
cp -r books plain-books
edit customers.yaml '/id: gorse/,/address/s/^\( *\)name: /\1note: rings on Mondays\n&/'
changes 'a note that is never printed' 0 0
edit customers.yaml 's/^    address:/    # their own remark\n&/'
changes 'a remark, and every record behind it a line further down' 0 0
cp -r books/invoices books/more-invoices
rm -r books/invoices
changes 'files with other names' 0 0
cat >books/more.yaml <<'YAML'
payments:
  - {date: 2026-11-20, customer: gorse, amount: 1.00}
YAML
changes 'a payment' 1 3
sed -i 's/1.00}/2.00}/' books/more.yaml
changes 'the amount of a payment' 1 3
cat >>books/more.yaml <<'YAML'
promises:
  - {customer: gorse, made: 2026-11-29, by: 2026-12-20}
YAML
changes 'a promise' 1 3
sed -i 's/12-20/12-18/' books/more.yaml
changes 'its day' 0 3
rm books/more.yaml
changes 'without them' 1 3
edit policies.yaml 's/after: 7, letter: reminder-1, deadline: 14/after: 7, letter: reminder-1, deadline: 15/'
changes 'the deadline of a policy' 0 "$documents"
cat >books/rates.yaml <<'YAML'
rates:
  boe: [{from: 2025-07-01, percent: 2}, {from: 2026-01-01, percent: 2}, {from: 2026-07-01, percent: 2}]
YAML
changes 'a rate' 1 "$documents"
rm books/rates.yaml
changes 'the built-in rate again' 1 "$documents"
python3 - books/logo.png <<'PY'
import struct
import sys
import zlib

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
rows = b"".join(b"\0" + b"\x20\x80\x40" * 8 for _ in range(8))
with open(sys.argv[1], "wb") as out:
    out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
PY
changes 'another logo' "$documents" "$documents"
for was in 's/^{"collectgen": "[^"]*"/{"collectgen": "0.9.0"/' 's/"libharu [0-9.]*"/"libharu 2.2.0"/' \
	's/"libunistring [0-9.]*"/"libunistring 0.9.10"/' 's/"MD4C [^"]*"/"MD4C 0.4.7"/' \
	's/"PCRE2 [^"]*"/"PCRE2 10.30"/' \
	's,"fonts/bold.ttf sha256-[0-9a-f]*","fonts/bold.ttf sha256-00",'; do
	reseals "$was"
	changes "a run of other versions: $was" "$documents" "$documents"
done
reseals 's/"ground": "[0-9a-f]*"/"ground": null/'
changes 'a manifest that does not say on what its documents stand' 0 0
rm -rf books
mv plain-books books
changes 'all of that taken back' "$documents" "$documents"

mkdir -p books/templates/partials
for letter in statement reminder-1; do
	cp "$here/../templates/letters/en/$letter.md" "books/templates/$letter.md"
done
changes 'a template of its own that says the same' 0 "$documents"
echo 'One more line.' >>books/templates/statement.md
changes 'one more line in a template' 1 "$documents"
{
	cat "$here/../templates/letters/en/partials/closing.md"
	echo 'Post scriptum.'
} >books/templates/partials/closing.md
changes 'one more line in a partial' 1 "$documents"
mkdir -p books/templates/locales
sed 's/^\(  *\)customer_no: .*/\1customer_no: Client/' "$here/../templates/locales/en-GB.yaml" \
	>books/templates/locales/en-GB.yaml
changes 'a word of a locale' 1 "$documents"
edit creditor.yaml 's/^  phone: .*/  phone: +44 117 496 0999/'
changes "the creditor's telephone" 1 "$documents"
edit creditor.yaml 's/^defaults:/defaults:\n  page: plain-a4/'
changes 'the page profile' "$documents" "$documents"
edit creditor.yaml 's/^  page: plain-a4/  page: din-b/'
changes 'another page profile' "$documents" "$documents"

# ---- a run that stands as it is: nothing in its ledger raises a finding ----

rm -rf books run
mkdir books
cat >books/books.yaml <<'END'
creditor: {name: Us Ltd, address: Here, country: GB, logo: logo.png, payments_to: 2026-11-27}
defaults: {currency: GBP, policy: gb-business, kind: business, terms: net 30}
customers:
  - {id: acme, name: Acme Ltd, address: There, email: ap@acme.example}
invoices:
  - {number: INV-1, customer: acme, issued: 2026-11-15, amount: 1250.00}
END
documents=1
cp "$here/unit/pictures/base.png" books/logo.png
build run
changes 'nothing at all' 0 0
cp "$here/unit/pictures/grey.png" books/logo.png
changes 'another logo' 1 1
mv books/logo.png books/mark.png
ln -s mark.png books/logo.png
changes 'the same logo by a link' 0 0
cp "$here/unit/pictures/base.png" books/mark.png
changes 'another logo by a link' 1 1

echo "batch: $passed passed, $failed failed"
[ $failed -eq 0 ]
