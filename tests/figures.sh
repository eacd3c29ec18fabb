#!/usr/bin/env bash
# figures.sh BINARY: what the example's documents say is what `status --format json` says,
# figure by figure, read back from the PDF in the places where they belong.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
top=$(cd "$(dirname "$0")/.." && pwd)
as_of=2026-11-30
ledger=$top/examples/joinery
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

judge() { # WHAT FILE PATTERN: a line of the file is like the pattern
	if grep -Eq -- "$3" "$2"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "figures: $1: no line like '$3' in ${2#"$scratch/"}"
	fi
}

# 1250.00 → 1,250\.00, ready for a pattern
grouped() {
	awk -v n="$1" 'BEGIN {
		split(n, part, ".")
		whole = part[1]
		sign = sub(/^-/, "", whole) ? "-" : ""
		while (length(whole) > 3) {
			tail = "," substr(whole, length(whole) - 2) tail
			whole = substr(whole, 1, length(whole) - 3)
		}
		printf "%s%s%s\\.%s", sign, whole, tail, part[2]
	}'
}

sign() { # CURRENCY
	case $1 in GBP) printf '£' ;; EUR) printf '€' ;; *) printf '%s' "$1" ;; esac
}

"$binary" build -q "$ledger" --as-of $as_of -o "$scratch/out" --color never 2>"$scratch/said"
"$binary" status -q "$ledger" --as-of $as_of --format json --color never >"$scratch/status.json" \
	2>>"$scratch/said"
run=$scratch/out/$as_of
while read -r pdf; do
	pdftotext -layout "$pdf" "${pdf%.pdf}.txt"
done < <(find "$run" -name '*.pdf')

# Statements: every open invoice on a line of its own with its amount and what is open, and
# the sums of the account.
jq -r '.accounts[] | . as $a | .invoices[] | [$a.customer, $a.currency, .number, .amount,
	.principal] | @tsv' "$scratch/status.json" >"$scratch/invoices"
while IFS=$'\t' read -r customer currency number amount principal; do
	judge "$customer" "$run/statements/$customer/$currency.txt" \
		"^ *$number .* $(grouped "$amount") .*$(grouped "$principal")\$"
done <"$scratch/invoices"
jq -r '.accounts[] | select(.invoices | length > 0) | [.customer, .currency, .balance,
	.interest, .compensation, .aging.not_due, .aging.buckets[].amount] | @tsv' \
	"$scratch/status.json" >"$scratch/accounts"
while IFS=$'\t' read -r customer currency balance interest compensation aging; do
	text=$run/statements/$customer/$currency.txt
	judge "$customer's balance" "$text" " $(sign "$currency")$(grouped "$balance")\$"
	[ "$interest" = 0.00 ] || judge "$customer's interest" "$text" \
		"^ *Statutory interest .*$(grouped "$interest")\$"
	[ "$compensation" = 0.00 ] || judge "$customer's compensation" "$text" \
		"^ *Late payment compensation .*$(grouped "$compensation")\$"
	pattern='^ *'
	for bucket in $aging; do pattern+=" *$(grouped "$bucket")"; done
	judge "$customer's aging" "$text" "$pattern\$"
done <"$scratch/accounts"

# Letters: the demand in the subject or the first lines and again in the payment box, the day
# to pay by, and a line for each invoice that moves on.
jq -r '.accounts[] | . as $a | .letters[] | . as $l | .advances | keys[] | [$a.customer,
	$a.currency, $l.policy, $l.stage, $l.demand, $l.pay_by, .] | @tsv' \
	"$scratch/status.json" >"$scratch/letters"
while IFS=$'\t' read -r customer currency policy stage demand pay_by number; do
	text=$run/letters/$customer/$stage-$currency-$policy.txt
	sum="$(sign "$currency")$(grouped "$demand")"
	judge "$customer's demand" "$text" "^ *(Payment reminder|Second reminder|Final demand).*$sum"
	judge "$customer's payment box" "$text" "^ *To pay +$sum\$"
	judge "$customer's deadline" "$text" \
		"^ *Please pay by +$(LC_ALL=C date -d "$pay_by" '+%-d %B %Y')\$"
	judge "$customer's invoice" "$text" "^ *$number "
done <"$scratch/letters"

made=$(find "$run/letters" -name '*.pdf' | wc -l)
wanted=$(jq '[.accounts[].letters[]] | length' "$scratch/status.json")
if [ "$made" -eq "$wanted" ]; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "figures: $made letters made, $wanted in status"
fi
echo "figures: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 100 ]
