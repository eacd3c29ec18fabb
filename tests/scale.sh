#!/usr/bin/env bash
# scale.sh [--short|--limits] BINARY: large and hostile ledgers. --short leaves out what takes
# more than a second or two; --limits tries the largest file and the most files that there may
# be, and one byte and one file more. Each answer has a generous limit of time, far below what a quadratic step
# anywhere would need.
set -euo pipefail

part=all
if [[ "${1:-}" == --* ]]; then
	part=${1#--}
	shift
fi
binary=$(realpath "${1:?the collectgen to test}")
here=$(cd "$(dirname "$0")" && pwd)
room=${TMPDIR:-/tmp}
[ ! -w /dev/shm ] || room=/dev/shm
scratch=$(mktemp -d "$room/collectgen-scale.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

ok() {
	passed=$((passed + 1))
}

bad() { # TEXT
	failed=$((failed + 1))
	echo "tests/scale.sh: $1"
}

check() { # FOLDER SECONDS [OPTION...]: sets $code; findings in $scratch/err
	local folder=$1 seconds=$2
	shift 2
	code=0
	env -u CI -u GITHUB_ACTIONS timeout "$seconds" "$binary" check "$folder" \
		--as-of 2026-11-30 --color never "$@" \
		>"$scratch/out" 2>"$scratch/err" || code=$?
}

expect() { # NAME CODE TEXT
	if [ "$code" -ne "$2" ]; then
		bad "$1: exit code $code, not $2"
	elif ! grep -qF -- "$3" "$scratch/err"; then
		bad "$1: does not say '$3'"
	else
		ok
	fi
}

repeat() { # COUNT TEXT: on standard output, without line ends
	awk -v n="$1" -v text="$2" 'BEGIN { while (n-- > 0) printf "%s", text }'
}

ledger() { # FOLDER: a creditor and one customer
	mkdir -p "$1"
	cp "$here/bench/creditor.yaml" "$1/creditor.yaml"
	printf 'customers:\n  - {id: acme, name: Acme, address: Foundry Lane}\n' \
		>"$1/customers.yaml"
}

# Every number of threads gives the same bytes: on findings of every kind, and on figures.
jobs() {
	local fixture folder=$scratch/all form
	for fixture in "$here"/errors/*/ledger; do
		mkdir -p "$folder"
		cp -R "$fixture" "$folder/$(basename "$(dirname "$fixture")")"
	done
	check "$folder" 100 -j 1
	cp "$scratch/err" "$scratch/one"
	check "$folder" 100 -j 8
	if [ "$code" -eq 1 ] && cmp -s "$scratch/one" "$scratch/err"; then
		ok
	else
		bad "findings differ between -j 1 and -j 8 (exit code $code)"
	fi
	mkdir -p "$scratch/months/invoices"
	awk -v OUT="$scratch/months" -v CUSTOMERS=20 -f "$here/bench/ledger.awk"
	cp "$here/bench/creditor.yaml" "$scratch/months/"
	for form in json csv; do
		"$binary" status "$scratch/months" --as-of 2026-11-30 --format $form -j 1 \
			>"$scratch/one"
		"$binary" status "$scratch/months" --as-of 2026-11-30 --format $form -j 8 \
			>"$scratch/eight"
		if cmp -s "$scratch/one" "$scratch/eight"; then
			ok
		else
			bad "status --format $form differs between -j 1 and -j 8"
		fi
	done
}

# A megabyte of one sign: an answer at once, which names the place.
hostile() { # NAME COUNT SIGNS
	mkdir -p "$scratch/$1"
	repeat "$2" "$3" >"$scratch/$1/a.yaml"
	check "$scratch/$1" 10
	expect "$1" 1 'a.yaml:1:'
	rm -rf "${scratch:?}/$1"
}

scalar() {
	ledger "$scratch/scalar"
	{
		printf 'log:\n  - {date: 2026-01-01, customer: acme, note: '
		repeat 1048576 x
		printf '}\n'
	} >"$scratch/scalar/log.yaml"
	check "$scratch/scalar" 20
	if [ "$code" -eq 0 ]; then
		ok
	else
		bad "a text of a megabyte: exit code $code"
	fi
	rm -rf "$scratch/scalar"
}

keys() {
	ledger "$scratch/keys"
	awk 'BEGIN { print "policies:\n  own:"; for (i = 0; i < 1000000; i++) print "    k" i ": 1" }' \
		>"$scratch/keys/keys.yaml"
	check "$scratch/keys" 10
	expect 'a million keys' 1 'keys.yaml:10003:5: error: a mapping of more than 10000 keys'
	awk 'BEGIN { for (i = 0; i < 1000000; i++) print "k" i ": 1" }' \
		>"$scratch/keys/keys.yaml"
	check "$scratch/keys" 10
	expect 'a million sections' 1 'keys.yaml:10001:1: error: a mapping of more than 10000 keys'
	rm -rf "$scratch/keys"
}

# 64 MiB are read, and a place at their end is exact; a byte more is refused by name.
large() {
	local file=$scratch/large/log.yaml size
	ledger "$scratch/large"
	{
		echo 'log:'
		awk 'BEGIN {
			line = "  - {date: 2026-01-01, customer: acme, note: "
			for (i = 0; i < 100; i++) line = line "a longer note, "
			for (i = 0; i < 43000; i++) print line "no " i "}"
		}' | sed 's/, no /; no /; s/, a longer/; a longer/g'
		printf '  - {date: 2026-01-01, customer: acmf, note: x}\n#'
	} >"$file"
	size=$(stat -c %s "$file")
	repeat $((67108864 - size)) x >>"$file"
	check "$scratch/large" 120
	expect '64 MiB' 1 'log.yaml:43002:34: error: '
	printf x >>"$file"
	check "$scratch/large" 120
	expect 'a byte more than 64 MiB' 1 "'log.yaml' cannot be read: it is too large"
	rm -rf "$scratch/large"
}

# More files than a process may have open, in many folders.
small() {
	ledger "$scratch/small"
	awk -v OUT="$scratch/small" 'BEGIN {
		for (i = 0; i < 20000; i++) {
			folder = OUT "/" int(i / 1000)
			if (i % 1000 == 0)
				system("mkdir " folder)
			file = folder "/" i ".yaml"
			printf "invoices:\n  - {number: R-%05d, customer: acme, issued: 2026-11-01, amount: 10.00}\n", i > file
			close(file)
		}
		file = OUT "/19/z.yaml"
		printf "payments:\n  - {date: 2026-11-20, customer: acme, amount: 1.00, for: [R-2]}\n" > file
	}'
	check "$scratch/small" 120
	expect '20,000 files' 1 '19/z.yaml:2:60: error: '
	rm -rf "$scratch/small"
}

# As many files as there may be (base/limits.h), all of them one: each is read and reckoned with
# by itself. Then one more.
files() {
	ledger "$scratch/files"
	python3 - "$scratch/files" <<-'PY'
		import os, sys
		os.chdir(sys.argv[1])
		with open("note.yaml", "w") as file:
		    file.write("# nothing\n")
		for i in range(999997):
		    os.link("note.yaml", f"{i}.yaml")
	PY
	check "$scratch/files" 240 --strict
	if [ "$code" -eq 0 ]; then
		ok
	else
		bad "a million files: exit code $code, $(cat "$scratch/err")"
	fi
	printf 'log:\n  - {date: 2026-01-01, customer: acmf, note: x}\n' >"$scratch/files/x.yaml"
	rm "$scratch/files/0.yaml"
	check "$scratch/files" 240
	expect 'the last of a million files' 1 'x.yaml:2:34: error: '
	echo >"$scratch/files/one-more.yaml"
	check "$scratch/files" 240
	expect 'a file more than a million' 1 'a ledger a million files: split it'
	rm -rf "$scratch/files"
}

# Links are made in memory; a disk takes minutes, and no more than 65,000 of one file.
has_room() {
	[[ "$scratch" == /dev/shm/* ]]
}

if [ "$part" = limits ]; then
	large
	if has_room; then
		files
	else
		echo 'scale: /dev/shm is not there: a million files were not tried'
	fi
	echo "scale: $passed passed, $failed failed"
	[ $failed -eq 0 ]
	exit
fi
jobs
hostile brackets 1048576 '['
hostile mappings 262144 '{a: '
hostile dashes 524288 '- '
hostile quotes 1048576 '"'
if [ "$part" = all ]; then
	scalar
	keys
	large
	small
fi
echo "scale: $passed passed, $failed failed"
[ $failed -eq 0 ]
