#!/usr/bin/env bash
# post.sh BINARY: what a run offers for the printer, the mail program and the telephone.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
unset CI GITHUB_ACTIONS
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
passed=0 failed=0
day=2026-11-30

tell() { # TEXT COMMAND...: the command is to succeed
	local text=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "tests/post.sh: error: $text"
	fi
}

build() { # LEDGER OUT OPTION...
	local ledger=$1 out=$2
	shift 2
	"$binary" build "$ledger" --as-of $day -o "$out" "$@" >out.txt 2>err.txt
}

has() { # FILE TEXT
	grep -qF -- "$2" "$1" || {
		cat "$1"
		return 1
	}
}

# ---- the example ----

ledger=$here/../examples/joinery
build "$ledger" run --bundle post --outbox
echo '{}' >wanted.json
tell 'Python reads every draft and the bundle back' python3 "$here/mail.py" run/$day wanted.json
tell 'the bundle is a sound file' qpdf --check run/$day/bundle/post.pdf >qpdf.txt
fonts() {
	pdffonts "$1" | tail -n +3 | wc -l
}
tell 'its fonts are carried once' test "$(fonts run/$day/bundle/post.pdf)" -le 3
build "$ledger" again --bundle post --outbox -j 3
tell 'all of it is the same for any number of threads' diff -r run/$day again/$day
build "$ledger" again --bundle post --outbox
tell 'and when it is taken over' diff -r run/$day again/$day
build "$ledger" again
tell 'what is not asked for is gone' test ! -e again/$day/outbox -a ! -e again/$day/bundle
build "$ledger" run --outbox --kind statements
tell 'drafts of letters that are not asked for stay' test -e run/$day/outbox/reed
tell 'and so does the list of calls' test -e run/$day/calls.csv
tell 'files are private' test -z "$(find run -type f -perm /077)"

# ---- names that would break a header or a table ----

mkdir odd
cat >odd/books.yaml <<'YAML'
creditor: {name: 'Müller "& Söhne", Inhaber', address: "Weg 1\n80331 München", country: DE, email: post@mueller.example, phone: "+49 89 1", payments_to: 2026-11-27}
defaults: {currency: EUR, locale: de, policy: plain, kind: business, terms: net 10}
customers:
  - {id: a, name: 'Żółć, Sp. z o.o. <boss@zolc.example>', address: "Ulica 1\n00-001 Warszawa", country: PL, email: a@zolc.example, phone: "+48 22 1", channel: [email]}
  - {id: b, name: '=HYPERLINK("x")', address: "Straße 2\n10115 Berlin", country: DE, phone: "+49 30 1", channel: [post]}
  - {id: c, name: 'A name that goes on and on, as names of authorities do, until no line of a header can hold it any more GmbH', address: "Straße 3\n20095 Hamburg", country: DE, email: c@lang.example, channel: [email]}
  - {id: d, name: 'Back\slash "quoted" =?UTF-8?B?eA==?=', address: "Straße 4\n01067 Dresden", country: DE, email: d@d.example, channel: [email], locale: fr}
  - {id: e, name: Adelaide Pty Ltd, address: "1 King St\nAdelaide SA 5000", country: AU, phone: "+61 8 1", channel: [post], locale: en}
invoices:
  - {number: A-1, customer: a, issued: 2026-10-01, amount: 100.00}
  - {number: B-1, customer: b, issued: 2026-10-01, amount: 100.00}
  - {number: C-1, customer: c, issued: 2026-10-01, amount: 100.00}
  - {number: D-1, customer: d, issued: 2026-10-01, amount: 100.00}
  - {number: E-1, customer: e, issued: 2026-10-01, amount: 100.00}
YAML
cat >wanted.json <<'JSON'
{"a/reminder-1-EUR-plain.eml": {
  "From": ["Müller \"& Söhne\", Inhaber", "post@mueller.example"],
  "To": ["Żółć, Sp. z o.o. <boss@zolc.example>", "a@zolc.example"],
  "Content-Language": "de", "file": "Zahlungserinnerung a 2026-11-30.pdf",
  "says": "Sie erhalten anbei unser Schreiben"},
 "c/reminder-1-EUR-plain.eml": {
  "To": ["A name that goes on and on, as names of authorities do, until no line of a header can hold it any more GmbH", "c@lang.example"]},
 "d/reminder-1-EUR-plain.eml": {
  "To": ["Back\\slash \"quoted\" =?UTF-8?B?eA==?=", "d@d.example"],
  "Content-Language": "fr", "says": "Veuillez trouver ci-joint"}}
JSON
build odd odd-out --bundle post --outbox
tell 'Python reads odd names back as they are' python3 "$here/mail.py" odd-out/$day wanted.json
tell 'a cell is no formula' has odd-out/$day/calls.csv "\"'=HYPERLINK(\"\"x\"\")\""
tell 'nor is one of the bundle' has odd-out/$day/bundle/post.csv "\"'=HYPERLINK("
tell 'hours are told where an authority names them' has odd-out/$day/calls.csv 'Mon-Fri 7:30-21:00'
tell 'the line to say is in the language of the customer' has odd-out/$day/calls.csv 'Guten Tag, hier ist'
tell "the creditor's own country is posted first" test "$(sed -n 2p odd-out/$day/bundle/post.csv | cut -d, -f7)" = b

mkdir line
sed "/id: b/s/name: '[^']*'/name: \"x\\\\nBcc: y@z.example\"/" odd/books.yaml >line/books.yaml
code=0
build line line-out --outbox || code=$?
tell 'a name with a line end is refused' test $code -eq 1
tell 'by the ledger, at its place' has err.txt '[text-lines]'

echo "post: $passed passed, $failed failed"
[ $failed -eq 0 ]
