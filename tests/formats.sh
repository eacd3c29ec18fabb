#!/usr/bin/env bash
# formats.sh BINARY: the findings of `check` as other programs read them. Every fixture of
# tests/errors/ and ledgers with hostile names are told in each format, and the formats are
# held against each other, against the text for people and against their own rules
# (formats/*.py). SARIF_SCHEMA=FILE also validates with SARIF's own JSON Schema (python3's
# jsonschema is wanted then); without it the rules in formats/sarif.py are what counts.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset CI GITHUB_ACTIONS NO_COLOR
export LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1

python3 formats/main.py "$binary" "$PWD/errors" "$scratch"
