#!/usr/bin/env bash
# bench.sh BUILD: how fast is it? Builds a generated ledger of CUSTOMERS customers with six
# invoices each on a memory file system, where disks do not blur the picture, and prints one
# line a figure: bench: NAME VALUE UNIT.
set -euo pipefail

build=$(realpath "${1:?the build folder}")
customers=${CUSTOMERS:-10000}
here=$(cd "$(dirname "$0")" && pwd)
room=${TMPDIR:-/tmp}
[ ! -w /dev/shm ] || room=/dev/shm
scratch=$(mktemp -d "$room/collectgen-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

say() { # NAME VALUE UNIT
	printf 'bench: %-12s %12s %s\n' "$1" "$2" "$3"
}

over() { # A B: A / B with one decimal
	awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", (b > 0 ? a / b : 0) }'
}

mkdir -p "$scratch/ledger/invoices"
cp "$here/creditor.yaml" "$scratch/ledger/"
awk -v OUT="$scratch/ledger" -v CUSTOMERS="$customers" -f "$here/ledger.awk"
mapfile -t files < <(find "$scratch/ledger" -name '*.yaml' | LC_ALL=C sort)
say customers "$customers" customers
say invoices $((customers * 6)) invoices
say ledger "$(cat "${files[@]}" | wc -c | awk '{ printf "%.1f", $1 / 1048576 }')" MiB

code=0
"$build/bench/peak" "$scratch/usage" "$build/collectgen" build "$scratch/ledger" \
	--as-of 2026-11-30 -v --color never -o "$scratch/out" \
	>"$scratch/stdout" 2>"$scratch/stderr" || code=$?
if [ $code -ne 0 ]; then
	tail -40 "$scratch/stderr"
	echo "bench: the build failed with exit code $code"
	exit 1
fi
read -r seconds kib _ <"$scratch/usage"
documents=$(find "$scratch/out" -name '*.pdf' | wc -l)
say documents "$documents" documents
say output "$(du -sm --apparent-size "$scratch/out" | cut -f1)" MiB
say build "$seconds" s
say rate "$(over "$documents" "$seconds")" documents/s
say memory "$(over "$kib" 1024)" MiB
sed -n 's/^phase: \([a-z-]*\) \([0-9.]*\)$/\1 \2/p' "$scratch/stderr" >"$scratch/phases"
while read -r phase value; do
	say "$phase" "$value" s
done <"$scratch/phases"

# The best of five runs each, one after the other: seconds of one core, for a bare event loop
# over the files and for a frozen book of them.
bare=999 reading=999
for _ in 1 2 3 4 5; do
	read -r seconds events < <("$build/bench/yamlloop" "${files[@]}")
	bare=$(awk -v a="$bare" -v b="$seconds" 'BEGIN { print (b < a ? b : a) }')
	read -r seconds held _ < <("$build/bench/reading" "$scratch/ledger")
	reading=$(awk -v a="$reading" -v b="$seconds" 'BEGIN { print (b < a ? b : a) }')
done
bytes=$(cat "${files[@]}" | wc -c)
say yaml-loop "$bare" s
say yaml-events "$events" events
say read-one-core "$reading" s
awk -v a="$bare" -v b="$reading" \
	'BEGIN { printf "bench: %-12s %12.2f %s\n", "loop/read", a / b, "(at least 0.6)" }'
awk -v a="$held" -v b="$bytes" \
	'BEGIN { printf "bench: %-12s %12.2f %s\n", "book/yaml", a / b, "(at most 1.5)" }'

# Reckoning: one pass over an account's events (invoices, payments, letters), on one core; the
# time of an invoice among 100,000 of one customer, against one among ten.
reckoning() { # LEDGER: the best of five
	for _ in 1 2 3 4 5; do
		"$build/collectgen" status "$1" --as-of 2026-11-30 --format csv -j 1 -v \
			--color never 2>&1 >/dev/null |
			sed -n 's/^phase: reckoning \([0-9.]*\)$/\1/p'
	done | sort -n | head -1
}

# Every customer is invoiced from January to September, in order, and pays every second one.
large() { # FOLDER CUSTOMERS INVOICES-EACH
	mkdir -p "$1"
	cp "$here/creditor.yaml" "$1/"
	awk -v customers="$2" -v each="$3" '
	function day(i, later,    at) {
		at = int(i * 252 / each)
		return sprintf("2026-%02d-%02d", 1 + later + int(at / 28), 1 + at % 28)
	}
	BEGIN {
		print "customers:"
		for (c = 0; c < customers; c++)
			printf "  - {id: c%d, name: Customer %d, address: Lane}\n", c, c
		print "invoices:"
		for (c = 0; c < customers; c++)
			for (i = 0; i < each; i++)
				printf "  - {number: R-%d-%d, customer: c%d, issued: %s, amount: %d.00}\n",
					c, i, c, day(i, 0), 100 + i % 900
		print "payments:"
		for (c = 0; c < customers; c++)
			for (i = 0; i < each; i += 2)
				printf "  - {customer: c%d, date: %s, amount: %d.00}\n",
					c, day(i, 1), 100 + i % 900
	}' >"$1/book.yaml"
}

counted=$(grep -hcE '^  - \{?(number|date):' "${files[@]}" | awk '{ sum += $1 } END { print sum }')
spent=$(reckoning "$scratch/ledger")
say accounts "$(awk -v s="$spent" -v n="$customers" 'BEGIN { printf "%.0f", n / s }')" accounts/s
say event "$(awk -v s="$spent" -v n="$counted" 'BEGIN { printf "%.0f", s * 1e9 / n }')" ns/event
large "$scratch/few" 10000 10
large "$scratch/many" 1 100000
few=$(reckoning "$scratch/few")
many=$(reckoning "$scratch/many")
say among-10 "$(awk -v s="$few" 'BEGIN { print s * 10 }')" us/invoice
say among-100000 "$(awk -v s="$many" 'BEGIN { print s * 10 }')" us/invoice
say many/few "$(awk -v a="$many" -v b="$few" 'BEGIN { printf "%.2f", a / b }')" times
