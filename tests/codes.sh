#!/usr/bin/env bash
# codes.sh BINARY: QR codes are read off the pages by zbarimg. Those of the examples ask for
# exactly the sum of the letter and lead exactly where the link does; and hundreds of made-up
# texts of all lengths come back as they were.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
failed=0

for ledger in examples/*/; do
	grep -qs '^creditor:' "$ledger"/*.yaml || continue # not a ledger
	"$binary" build "$ledger" --as-of 2026-11-30 -o "$scratch/$(basename "$ledger")" \
		--color never >"$scratch/said" 2>&1 && continue
	echo "codes: $ledger could not be built:" >&2
	cat "$scratch/said" >&2
	failed=1
done
python3 tests/codes/examples.py "$scratch" || failed=1
python3 tests/codes/made.py "$binary" "$scratch" || failed=1
exit $failed
