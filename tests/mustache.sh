#!/usr/bin/env bash
# mustache.sh BINARY: `collectgen render --lenient --to text` does what the Mustache
# specification asks, and what our own cases (mustache/*.yml, in the specification's form)
# ask on top; where the specification's core lies beside the repository, all of it too.
# MUSTACHE_SPEC=FOLDER says where else it is.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
cd "$(dirname "$0")"
spec=${MUSTACHE_SPEC:-../../shared/data/mustache-spec}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset CI GITHUB_ACTIONS NO_COLOR
export LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1

folders=(mustache)
if [ -d "$spec" ]; then
	folders+=("$spec")
else
	echo 'mustache: the specification is not here: 136 cases skipped'
fi
python3 mustache/run.py "$binary" "$scratch" "${folders[@]}"
