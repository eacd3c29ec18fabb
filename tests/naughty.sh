#!/usr/bin/env bash
# naughty.sh BINARY: strings that break programs, each as a customer's name: printed and read
# back exactly, or refused naming the character.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
export LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1
python3 "$(dirname "$0")/naughty/naughty.py" "$binary"
