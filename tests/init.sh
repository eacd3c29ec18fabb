#!/usr/bin/env bash
# init.sh BINARY: the worked ledger that `init` writes passes check and makes letters, on the
# day it was written and on others, and nothing that stands is ever overwritten.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch"
unset CI GITHUB_ACTIONS
passed=0 failed=0

tell() { # TEXT COMMAND...: the command is to succeed
	local text=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "tests/init.sh: error: $text"
	fi
}

# ends CODE WORDS...: runs collectgen with the words, output in out and err.
ends() {
	local wanted=$1 code=0
	shift
	"$binary" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || code=$?
	[ "$code" -eq "$wanted" ] || {
		echo "exit code $code, not $wanted: collectgen $*"
		cat "$scratch/err"
		return 1
	}
}

said() { # TEXT
	grep -qF -- "$1" "$scratch/err" || {
		echo "does not say '$1':"
		cat "$scratch/err"
		return 1
	}
}

silent() {
	[ ! -s "$scratch/out" ] && [ ! -s "$scratch/err" ]
}

pdfs() { # FOLDER: at least one
	[ -n "$(find "$1" -name '*.pdf' -print -quit)" ]
}

# All that is in a folder, names and bytes.
state() {
	find "$1" -printf '%p %y %m\n' | LC_ALL=C sort
	find "$1" -type f -exec sha256sum {} + | LC_ALL=C sort
}

unchanged() { # FOLDER STATE
	[ "$(state "$1")" = "$2" ]
}

# The ledger of a day passes on that day, on an earlier one and a week later.
works_on() { # DAY EARLIER LATER
	local books=books-$1 day
	tell "init of $1" ends 0 init "$books" --as-of "$1"
	for day in "$@"; do
		tell "check of $1 on $day" ends 0 check "$books" --as-of "$day"
		tell "build of $1 on $day" ends 0 build "$books" --as-of "$day" -o "out-$1"
	done
	tell "statements on $1" pdfs "out-$1/$1/statements"
	tell "letters on $1" pdfs "out-$1/$1/letters"
}

# The clock's own day, whatever it is: no error, though laws and rates may have run out.
works_today() {
	tell 'init' ends 0 init books
	tell 'check' ends 0 check books
	tell 'build' ends 0 build books -o out-today
	tell 'a statement' pdfs out-today/*/statements
	tell 'a letter' pdfs out-today/*/letters
}

# What the comments offer can be taken up as it stands.
comments_are_true() { # COUNTRY
	local dispute books=taken-$1
	tell "init $1" ends 0 init "$books" --country "$1" --as-of 2026-11-30
	sed -i '/^# [a-z_]*:$/,$s/^# //; s/^    # hold/    hold/' "$books"/*.yaml
	sed -i 's/^    terms: net 14.*/&\n    policy: patient/' "$books/customers.yaml"
	dispute=$(sed -n 's/^    #   \(, dispute: .*\)/\1/p' "$books/invoices.yaml")
	sed -i "s/amount: 480.00/&$dispute/" "$books/invoices.yaml"
	sed -i 's/statement: open-item/statement: activity/' "$books/creditor.yaml"
	tell "$1: they stand in the ledger" test "$(cat "$books"/*.yaml |
		grep -cE '^(policies|credit_notes|promises):|^    (hold|policy):|480.00, dispute:')" = 6
	tell "$1: check" ends 0 check "$books" --as-of 2026-11-30
	tell "$1: build" ends 0 build "$books" --as-of 2026-11-30 -o "out-taken-$1"
}

# While the built-in policy is in force there is nothing to say at all.
is_clean() { # COUNTRY
	tell "init $1" ends 0 init "clean-$1" --country "$1" --as-of 2026-11-30
	tell "check $1" ends 0 check "clean-$1" --as-of 2026-11-30 --strict
	tell "check of $1 is silent" silent
}

# All documents are in the country's language and money, on its paper.
is_at_home() { # COUNTRY LOCALE CURRENCY POLICY PAPER
	local run=out-home-$1/2026-11-30 letter
	tell "build $1" ends 0 build "clean-$1" --as-of 2026-11-30 -o "out-home-$1"
	letter=$(find "$run/letters" -name "reminder-2-$3-$4.pdf")
	tell "$1: a second reminder in $3 under $4" test -f "$letter"
	tell "$1: on $5" grep -q "Page size:.*($5)" <(pdfinfo "$letter")
	tell "$1: in $2" test "$(jq -r '[.documents[] | .locale // empty] | unique | .[]' \
		"$run/manifest.json")" = "$2"
	tell "$1: by a letter of that language" test -z "$(jq -r '.documents[].template' \
		"$run/manifest.json" | grep -v "^letters/${2%-*}\(-..\)\?/")"
}

# The built-in letters written out make the same letters; what is changed there is used.
lends_its_letters() { # COUNTRY LOCALE
	local books=lent-$1 document
	tell "init $1 --templates" ends 0 init "$books" --country "$1" --templates \
		--as-of 2026-11-30
	tell "$1: check" ends 0 check "$books" --as-of 2026-11-30 --strict
	tell "$1: check is silent" silent
	tell "$1: build" ends 0 build "$books" --as-of 2026-11-30 -o "out-$books"
	tell "$1: with its own letters" test -z "$(jq -r '.documents[].template' \
		"out-$books/2026-11-30/manifest.json" | grep -v "^templates/$2/")"
	while read -r document; do
		tell "$1: $document is the same" cmp "out-$books/$document" "out-home-$1/$document"
	done < <(cd "out-$books" && find . -name '*.pdf')
	sed -i 's/^title: .*/title: Zweimal täglich/; s/^subject: .*/subject: Zweimal täglich/' \
		"$books/templates/$2/reminder-2.md"
	tell "$1: build again" ends 0 build "$books" --as-of 2026-11-30 -o "out-$books"
	tell "$1: what is changed is used" grep -q 'Zweimal täglich' \
		<(find "out-$books" -name 'reminder-2-*.pdf' -exec pdftotext {} - \;)
}

overwrites_nothing() {
	local before
	before=$(state books)
	tell 'init twice' ends 2 init books
	tell 'says what stands there' said "has a file 'creditor.yaml' already"
	tell 'changes nothing' unchanged books "$before"

	mkdir mine
	echo mine >mine/policies.yaml
	before=$(state mine)
	tell 'init over one file' ends 2 init mine
	tell 'names that file' said "'mine' has a file 'policies.yaml' already"
	tell 'writes no other' unchanged mine "$before"

	mkdir linked
	ln -s nowhere linked/log.yaml
	before=$(state linked)
	tell 'init over a dangling link' ends 2 init linked
	tell 'leaves the link' unchanged linked "$before"

	echo text >file
	tell 'DIR is a file' ends 2 init file
	tell 'says so' said "'file' is not a folder"
	tell 'leaves the file' test "$(cat file)" = text

	mkdir blocked
	echo text >blocked/.github
	before=$(state blocked)
	tell 'a file in the place of a folder' ends 2 init blocked
	tell 'leaves it alone' unchanged blocked "$before"

	mkdir empty
	echo 'Read me' >empty/README
	tell 'a folder with other files' ends 0 init empty
	tell 'keeps them' test "$(cat empty/README)" = 'Read me'
}

# The schema is larger than this many KiB.
with_little_room() { # KIB WORDS...
	(
		ulimit -f "$1"
		trap '' XFSZ
		shift
		ends "$@"
	)
}

takes_back() {
	tell 'a disk that is full' with_little_room 8 3 init short/of/room
	tell 'says so' said 'File too large'
	tell 'leaves no folder' test ! -e short
	mkdir kept
	echo text >kept/README
	tell 'a disk that is full, in a folder' with_little_room 8 3 init kept
	tell 'leaves what was there' test "$(ls -A kept)" = README
	tell 'a parent that takes nothing' ends 3 init /proc/books
	[ "$(id -u)" -ne 0 ] || return 0 # to root nothing is read-only
	mkdir locked
	chmod a-w locked
	tell 'a read-only parent' ends 3 init locked/books
	tell 'is left empty' test ! -e locked/books
}

refuses() {
	tell 'a country without one' ends 2 init other --country SE
	tell 'says which there are' said 'there is one for AT, CH, DE, ES, FR, GB, IE, IT, NL, US'
	tell 'GB in small letters' ends 2 init other --country gb
	tell 'helps' said 'write --country GB'
	tell 'the folder of all countries' ends 2 init other --country any
	tell 'no country at all' ends 2 init other --country 'GB/dot-github'
	tell 'writes nothing' test ! -e other
	CI=true tell 'CI without a day' ends 2 init other
}

suits_git() {
	local names
	tell 'init for git' ends 0 init repository
	cd repository
	git -c init.defaultBranch=main init -q
	tell 'build inside it' ends 0 build .
	git add -A
	names=$(git diff --cached --name-only)
	tell 'makes letters in out' pdfs out
	tell 'the letters are ignored' test -z "$(grep '^out/' <<<"$names")"
	tell 'the ledger is not' grep -qx 'creditor.yaml' <<<"$names"
	tell 'nor is the schema' grep -qx '.schema.json' <<<"$names"
	tell 'nor what CI runs' grep -qx '.github/workflows/collectgen.yml' <<<"$names"
	# shellcheck disable=SC2016 # the modeline's own dollar
	tell 'every file binds the schema' test "$(head -qn1 ./*.yaml | sort -u)" = \
		'# yaml-language-server: $schema=.schema.json'
	tell 'no placeholder is left' test -z "$(grep -r '{{today' .)"
	cd ..
}

works_today
while read -r country locale currency policy paper; do
	is_clean "$country"
	is_at_home "$country" "$locale" "$currency" "$policy" "$paper"
	comments_are_true "$country"
	lends_its_letters "$country" "$locale"
done <<-'END'
	GB en-GB GBP gb-business A4
	IE en-IE EUR ie-business A4
	US en-US USD us-business letter
	DE de EUR de-business A4
	AT de-AT EUR at-business A4
	CH de-CH CHF ch-business A4
	FR fr EUR fr-business A4
	NL nl EUR nl-business A4
	ES es EUR eu-business A4
	IT it EUR eu-business A4
END
works_on 2026-11-30 2026-10-15 2026-12-06
works_on 2024-02-29 2024-01-01 2024-03-06
works_on 2031-01-01 2030-12-31 2031-01-07
overwrites_nothing
takes_back
refuses
suits_git
echo "init: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
