#!/usr/bin/env bash
# reproducible.sh BINARY COMMIT: the product built from the same files in another folder is the
# same, byte for byte: whoever has the compiler and the libraries can prove what a binary was
# made of.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to make again}")
commit=${2-}
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
folder=$scratch/another/and/longer
mkdir -p "$folder"
cp -R cmd gen templates tests Makefile "$folder"
if ! make -C "$folder" BUILD=made COMMIT="$commit" made/collectgen >"$scratch/log" 2>&1; then
	tail -20 "$scratch/log"
	exit 1
fi
sum=$(sha256sum <"$binary")
if cmp "$binary" "$folder/made/collectgen"; then
	echo "reproducible: two folders, one binary: sha256 ${sum%% *}"
else
	echo 'reproducible: error: the folder a binary is built in changes its bytes'
	exit 1
fi
