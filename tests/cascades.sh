#!/usr/bin/env bash
# cascades.sh BINARY: a whole ledger is broken in every line, one at a time and in several
# ways, and never says more than one finding (cascades/cascades.py does it).
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
cd "$(dirname "$0")/cascades"
python3 cascades.py "$binary" ledger/book.yaml
