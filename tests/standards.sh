#!/usr/bin/env bash
# standards.sh PROOFS: every document of the golden ledgers and of the examples keeps the rules
# of PDF/A-2b and PDF/UA-1 that reading the file can check, each rule is tripped by a file that
# is broken on purpose, and the colour profile is sRGB's. No independent validator is asked.
set -euo pipefail

proofs=$(realpath "${1:?the program that makes proofs}")
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1
walk=tests/standards/walk.py
documents=0 failed=0

# Examples without a line of their own are set on the day of the others.
ledgers() {
	local ledger
	grep -v '^#' tests/golden/ledgers
	for ledger in examples/*/; do
		ledger=${ledger%/}
		grep -qs '^creditor:' "$ledger"/*.yaml || continue # not a ledger
		awk -v ledger="$ledger" '$2 == ledger { found = 1 } END { exit found }' \
			tests/golden/ledgers && echo "$(basename "$ledger") $ledger 2026-11-30"
	done
}

# A ledger is a folder, or files joined by commas that make one.
gather() { # LEDGER
	local files
	if [ -d "$1" ]; then
		echo "$1"
		return
	fi
	IFS=, read -ra files <<<"$1"
	rm -rf "$scratch/ledger"
	mkdir "$scratch/ledger"
	cp "${files[@]}" "$scratch/ledger"
	echo "$scratch/ledger"
}

while read -r name ledger as_of; do
	mkdir -p "$scratch/$name"
	"$proofs" "$(gather "$ledger")" "$as_of" "$scratch/$name" >/dev/null || failed=$((failed + 1))
	documents=$((documents + $(find "$scratch/$name" -name '*.pdf' | wc -l)))
	python3 $walk "$scratch/$name"/*.pdf || failed=$((failed + 1))
done < <(ledgers)

example=$(find "$scratch/joinery" -name '*gorse*final*.pdf' -o -name '*final*gorse*.pdf' | head -1)
mkdir "$scratch/broken"
python3 tests/standards/broken.py "$example" "$scratch/broken" || failed=$((failed + 1))
python3 tests/standards/colours.py "$example" || failed=$((failed + 1))
echo "standards: $documents documents, $failed failed"
[ "$failed" -eq 0 ] && [ "$documents" -gt 20 ]
