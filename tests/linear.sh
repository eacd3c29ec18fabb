#!/usr/bin/env bash
# linear.sh LINEAR: each pathological input of linear.c at twice its size takes at most 2.5 times
# the instructions (counted by callgrind, so that a busy machine changes nothing). Prints the
# worst; says every input that grows faster.
set -euo pipefail

linear=$(realpath "${1:?tests/linear/linear.c}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

count() { # NAME N
	valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=measured \
		"$linear" "$1" "$2" 2>&1 >/dev/null | sed -n 's/.*Collected : //p'
}

try() { # N NAME
	printf '%s\t%s\t%s\n' "$(count "$2" "$1")" "$(count "$2" $((2 * $1)))" "$2"
}

"$linear" >names
while read -r n name; do
	[ "$(jobs -pr | wc -l)" -lt "$(nproc)" ] || wait -n
	try "$n" "$name" >"counted $name" &
done <names
wait
cat counted* >counts
awk -F '\t' '
	{
		ratio = $2 / ($1 > 0 ? $1 : 1)
		if (ratio > worst) { worst = ratio; where = $3 }
		if ($1 == "" || $2 == "") { bad++; print "linear: " $3 ": was not counted" }
		else if (ratio > 2.5) { bad++; printf "linear: %s: %.2f times the instructions at twice the size (%.1f million)\n", $3, ratio, $2 / 1e6 }
	}
	END {
		printf "linear: %d inputs, %d grow too fast; the worst: %.2f at twice the size, %s\n", NR, bad, worst, where
		exit bad > 0
	}' counts
