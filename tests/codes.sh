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
	"$binary" build "$ledger" --as-of 2026-11-30 -o "$scratch/$(basename "$ledger")" \
		--color never >/dev/null 2>&1 || failed=1
done
python3 tests/codes/examples.py "$scratch" || failed=1
python3 tests/codes/made.py "$binary" "$scratch" || failed=1
exit $failed
