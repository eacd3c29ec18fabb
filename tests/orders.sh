#!/usr/bin/env bash
# orders.sh BINARY [SEED [COUNT]]: files, sections and records in any order give the same
# bytes of `status --format json` (orders/orders.py does it).
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
shift
cd "$(dirname "$0")"
python3 orders/orders.py "$binary" "$@"
