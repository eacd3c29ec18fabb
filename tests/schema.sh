#!/usr/bin/env bash
# schema.sh BINARY: the JSON Schema accepts every ledger that the reader accepts and refuses
# what a schema can see, the fixtures named in schema/caught (schema/validate.py does it).
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$binary" schema >"$scratch/schema.json"
"$binary" init "$scratch/init" --as-of 2026-11-30 >/dev/null
cmp "$scratch/schema.json" "$scratch/init/.schema.json"
# The recipes of examples/ci are no ledger.
shopt -s extglob
python3 tests/schema/validate.py "$scratch/schema.json" tests/schema/caught tests/errors \
	examples/!(ci)/ "$scratch/init" templates/policies templates/rates
