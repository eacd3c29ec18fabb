#!/usr/bin/env bash
# explain.sh BINARY: explain tells the truth about every invoice, customer and letter of the
# examples, on several days: its JSON is JSON, its steps come to status' figures and to what
# the letters print, and every place it cites is a line of a file.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
top=$(cd "$(dirname "$0")/.." && pwd)
letters_of=2026-11-30
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

judge() { # WHAT GOT WANTED
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "explain: $1: $2, not $3"
	fi
}

# Steps add up in whole minor units, so that no float rounds what is to be proved.
# shellcheck disable=SC2016 # jq's own variables
sums='def minor: sub("\\."; "") | tonumber;
	def of(name): .explained[0].sections[] | select(.name == name).steps[];
	def sum(f): [f | minor] | add // 0;'

explain() { # DAY NAME
	"$binary" explain -q "$ledger" "$2" --as-of "$1" --format json --color never \
		>"$scratch/told.json" 2>>"$scratch/said"
	jq -r '.explained[].sections[].steps[] | select(.file) | "\(.file):\(.line)"' \
		"$scratch/told.json" >>"$scratch/places"
	judge "$2 on $1 agrees with status" \
		"$(jq '[.explained[].agrees] | all' "$scratch/told.json")" true
}

told() { # WHAT FILTER WANTED: of the last explanation
	judge "$1" "$(jq "$sums $2" "$scratch/told.json")" "$3"
}

# Every invoice of status: amount, principal and interest are the sums of their steps.
invoices() { # DAY
	local number principal accrued
	jq -r "$sums"' .accounts[].invoices[] |
		[.number, (.principal | minor), (.accrued | minor)] | @tsv' \
		"$scratch/status.json" >"$scratch/invoices"
	while IFS=$'\t' read -r number principal accrued; do
		explain "$1" "$number"
		told "$number's principal on $1" \
			'sum(of("principal") | select(.mark and .total == null) | .amount // "0")' "$principal"
		told "$number's interest on $1" 'sum(of("interest") | select(.days).amount)' "$accrued"
		told "$number's periods on $1 follow each other" \
			'[of("interest") | select(.days) | .from, .to] | . == sort' true
	done <"$scratch/invoices"
}

# Every letter: its lines, its demand; and the interest it claims is that of the invoice.
letters() { # DAY
	local customer stage demand number claimed
	jq -r "$sums"' .accounts[] | .customer as $c | .letters[] |
		[$c, .stage, (.demand | minor)] | @tsv' "$scratch/status.json" >"$scratch/letters"
	while IFS=$'\t' read -r customer stage demand; do
		explain "$1" "$customer/$stage"
		told "$customer's demand on $1" \
			'sum(of("demand") | select(.total == null) | .amount // "0")' "$demand"
		jq -r "$sums"' [of("invoices")] | reduce .[] as $s ({}; if $s.invoice then
			.number = $s.invoice elif $s.charge == "interest" then
			.claimed[.number] = ($s.amount | minor) else . end) |
			.claimed // {} | to_entries[] | [.key, .value] | @tsv' \
			"$scratch/told.json" >"$scratch/claimed"
		while IFS=$'\t' read -r number claimed; do
			explain "$1" "$number"
			told "$number's interest in the letter of $1" \
				'sum(of("interest") | select(.days).amount)' "$claimed"
			[ "$1" != $letters_of ] || printed "$customer" "$stage" "$number" "$claimed"
		done <"$scratch/claimed"
	done <"$scratch/letters"
}

# The PDF of the letter prints that interest.
printed() { # CUSTOMER STAGE NUMBER MINOR
	local figure file
	[ -d "$scratch/$name" ] || "$binary" build -q "$ledger" --as-of $letters_of \
		--kind letters -o "$scratch/$name" --color never 2>>"$scratch/said"
	figure=$(printf '%d[.,]%02d' $(($4 / 100)) $(($4 % 100)))
	file=$(find "$scratch/$name" -path "*/$1/$2-*.pdf")
	judge "$3's interest $figure in the letter" \
		"$(pdftotext -layout "$file" - | grep -- "$figure" >"$scratch/found" && echo printed)" printed
}

customers() { # DAY
	local customer balance
	jq -r "$sums"' [.accounts[] | {customer, balance: (.balance | minor)}] |
		group_by(.customer)[] | [.[0].customer, (map(.balance) | add)] | @tsv' \
		"$scratch/status.json" >"$scratch/customers"
	while IFS=$'\t' read -r customer balance; do
		explain "$1" "$customer"
		told "$customer's balance on $1" '[.explained[].sections[] |
			select(.name == "aging").steps[] | select(.total).amount | minor] | add' "$balance"
	done <"$scratch/customers"
}

# file:line exists; what is carried stands in templates/.
places() {
	local place file line
	sort -u "$scratch/places" >"$scratch/unique"
	while read -r place; do
		file=$ledger/${place%:*} line=${place##*:}
		[ "${place#built-in/}" = "$place" ] || file=$top/templates/${place#built-in/}
		file=${file%:*}
		judge "$place" "$([ -f "$file" ] && [ "$line" -ge 1 ] &&
			[ "$line" -le "$(wc -l <"$file")" ] && echo there)" there
	done <"$scratch/unique"
}

for name in joinery tischlerei atelier studio; do
	ledger=$top/examples/$name
	: >"$scratch/places"
	for day in 2026-09-25 2026-11-30; do
		"$binary" status -q "$ledger" --as-of $day --format json --color never \
			>"$scratch/status.json" 2>>"$scratch/said"
		invoices $day
		letters $day
		customers $day
	done
	places
done
ledger=$top/examples/joinery
for name in gorse gorse/final-demand INV-2026-032 INV-2026-054; do
	"$binary" explain -q "$ledger" $name --as-of $letters_of --color never
done >"$scratch/text" 2>>"$scratch/said"
widest=$(LC_ALL=C.UTF-8 wc -L <"$scratch/text")
judge 'the text fits 80 columns' "$([ "$widest" -le 80 ] && echo fits)" fits
echo "explain: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 300 ]
