#!/usr/bin/env bash
# injection.sh BINARY: hostile names, addresses, references and notes through every output
# (injection/main.py): each comes out as the text it is, or is refused where it stands.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset CI GITHUB_ACTIONS NO_COLOR
export LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1

python3 injection/main.py "$binary" "$scratch"
