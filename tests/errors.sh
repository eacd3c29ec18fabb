#!/usr/bin/env bash
# errors.sh BINARY [CODE...]: each fixture of tests/errors/ (see its README) says exactly what
# it says in `expected`, with a way out. UPDATE=1 writes what is said now.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
shift
cd "$(dirname "$0")/errors"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

fail() { # FIXTURE TEXT
	failed=$((failed + 1))
	echo "tests/errors/$1: $2"
}

# The exit code a fixture wants: its own, else by what it expects to read.
wanted_exit() {
	if [ -f "$1/exit" ]; then
		cat "$1/exit"
	elif grep -qE '(^|: )error: ' "$1/expected"; then
		echo 1
	else
		echo 0
	fi
}

run() { # FIXTURE: writes $scratch/err and $scratch/out, sets $code
	local -a words=(check ledger --as-of 2026-11-30)
	[ ! -f "$1/args" ] || read -ra words <"$1/args"
	rm -rf "$scratch/copy"
	cp -R "$1" "$scratch/copy"
	code=0
	(cd "$scratch/copy" && env -u CI -u GITHUB_ACTIONS -u NO_COLOR TZ=UTC LC_ALL=C.UTF-8 \
		timeout 60 "$binary" "${words[@]}" --color never) \
		</dev/null >"$scratch/out" 2>"$scratch/err" || code=$?
}

check() { # FIXTURE
	run "$1"
	[ -z "${UPDATE-}" ] || cp "$scratch/err" "$1/expected"
	if [ ! -f "$1/expected" ]; then
		fail "$1" 'has no file expected'
	elif ! diff -u --label "$1/expected" --label 'what was said' \
		"$1/expected" "$scratch/err" >"$scratch/diff"; then
		fail "$1" 'says something else:'
		cat "$scratch/diff"
	elif grep -q 'help: .collectgen help .* says more' "$1/expected"; then
		fail "$1" 'says no way out'
	elif [ "$code" != "$(wanted_exit "$1")" ]; then
		fail "$1" "exit code $code, not $(wanted_exit "$1")"
	elif [ ! -f "$1/args" ] && [ -s "$scratch/out" ]; then
		fail "$1" 'writes to standard output:'
		cat "$scratch/out"
	else
		passed=$((passed + 1))
	fi
}

[ $# -gt 0 ] || set -- */
for fixture; do
	check "${fixture%/}"
done
echo "errors: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
