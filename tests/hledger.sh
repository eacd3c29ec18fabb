#!/usr/bin/env bash
# hledger.sh BINARY: another program, asked about the same books. Random ledgers' invoices,
# credit notes, payments, refunds, returned payments and write-offs are written as a journal
# too; what hledger says is owed on the day must be principal less credit, for every customer
# and currency. SEED and LEDGERS choose others; a difference names the ledger's seed.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
here=$(cd "$(dirname "$0")" && pwd)
seed=${SEED:-1}
ledgers=${LEDGERS:-250}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 "$here/hledger/draft.py" "$scratch/books" "$seed" "$ledgers"

# Both as lines: seed:customer currency amount, with what is nothing left out.
ours() { # AS_OF
	local n
	for ((n = seed; n < seed + ledgers; n++)); do
		"$binary" status "$scratch/books/$n" --as-of "$1" --format json --color never \
			>"$scratch/$n.json" 2>"$scratch/stderr" || {
			cat "$scratch/stderr" >&2
			echo "hledger: seed $n as of $1: collectgen status failed" >&2
			return 1
		}
	done
	jq -r '(input_filename | sub(".*/"; "") | sub(".json"; "")) as $n | .accounts[] |
		[$n + ":" + .customer, .currency, .principal, .credit] | @tsv' "$scratch"/*.json |
		awk '{ places = index($3, ".") ? length($3) - index($3, ".") : 0
			owed = sprintf("%.*f", places, $3 - $4)
			if (owed + 0 != 0) print $1, $2, owed }'
}

theirs() { # AS_OF
	hledger -f "$scratch/books/all.journal" balance receivable --flat --no-total --layout=bare \
		--output-format csv --end "$(date -d "$1 + 1 day" +%F)" |
		tr -d '"' | awk -F, 'NR > 1 { sub(/^receivable:/, "", $1)
			if ($3 + 0 != 0) print $1, $2, $3 }'
}

accounts=0
for as_of in 2025-09-17 2026-03-01 2026-11-30; do
	ours "$as_of" | LC_ALL=C sort >"$scratch/ours"
	theirs "$as_of" | LC_ALL=C sort >"$scratch/theirs"
	if ! diff "$scratch/theirs" "$scratch/ours" >"$scratch/diff"; then
		head -20 "$scratch/diff"
		echo "hledger: as of $as_of the books differ (< hledger, > collectgen)"
		exit 1
	fi
	accounts=$((accounts + $(wc -l <"$scratch/ours")))
done
[ "$accounts" -gt "$ledgers" ] || {
	echo "hledger: only $accounts accounts owe anything: nothing was tried"
	exit 1
}
echo "hledger: $ledgers ledgers from seed $seed on three days: $accounts balances agree"
