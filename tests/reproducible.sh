#!/usr/bin/env bash
# reproducible.sh: the product built from the same files in two folders is the same, byte for
# byte: whoever has the compiler and the libraries can prove what a binary was made of.
set -euo pipefail

cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for folder in one another/and/longer; do
	mkdir -p "$scratch/$folder"
	cp -R cmd gen templates tests Makefile "$scratch/$folder"
	if ! make -C "$scratch/$folder" BUILD=build build/collectgen >"$scratch/log" 2>&1; then
		tail -20 "$scratch/log"
		exit 1
	fi
done
sum=$(sha256sum <"$scratch/one/build/collectgen")
if cmp "$scratch/one/build/collectgen" "$scratch/another/and/longer/build/collectgen"; then
	echo "reproducible: two folders, one binary: sha256 ${sum%% *}"
else
	echo "reproducible: error: the folder a binary is built in changes its bytes"
	exit 1
fi
