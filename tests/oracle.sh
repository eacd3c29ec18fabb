#!/usr/bin/env bash
# oracle.sh BINARY: the rules of reckoning written a second time, in Python, day by day and in
# exact fractions, from gen/reckon/RULES.md alone. Random ledgers with every switch of a policy
# go through both; each figure of `status --format json` has to be the same. SEED and LEDGERS
# choose others; a difference names the ledger's seed.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
cd "$(dirname "$0")/oracle"
export PYTHONDONTWRITEBYTECODE=1
exec python3 compare.py "$binary" "${SEED:-1}" "${LEDGERS:-400}"
