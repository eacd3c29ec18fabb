#!/usr/bin/env bash
# torture.sh [--short] BINARY TORTURE: every command with its n-th allocation failing, and its n-th
# call of every other kind failing in every way, for every n (torture.c judges). --short tries
# some allocations only, and one error a kind. Not here: standard output,
# which stdio writes without asking anyone.
set -euo pipefail

short=false
if [ "${1:-}" = --short ]; then
	short=true
	shift
fi
binary=$(realpath "${1:?the collectgen to test}")
torture=$(realpath "${2:?the same with torture.c around it}")
here=$(cd "$(dirname "$0")" && pwd)
room=${TMPDIR:-/tmp}
[ ! -w /dev/shm ] || room=/dev/shm
scratch=$(mktemp -d "$room/collectgen-torture.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
export TZ=UTC TERM=dumb
unset CI GITHUB_ACTIONS

day=--as-of=2026-11-30
calls=(open read write close mkdir rename link unlink sync stat chmod lock folder mmap)
errors=(EIO ENOSPC EINTR EMFILE)
steps=1
if $short; then
	errors=(EIO)
	steps=149
fi
code=0

# The folder a command finds: a ledger, a run of that day from an older state of it, a template.
prepare() {
	local before=$scratch/$1/before
	mkdir -p "$before"
	cp -R "$here/torture/ledger" "$here/torture/letter.md" "$here/torture/view.yaml" "$before"
	(cd "$before" && "$binary" build ledger "$day" -o out --mode 0640 >/dev/null 2>&1)
	[ "$1" = same ] || sed -i 's/1250.00/1350.00/' "$before/ledger/books.yaml"
}

attack() { # FOLDER WORD...
	local folder=$scratch/$1 call error
	shift
	"$torture" "$folder" "$steps" memory "$@" || code=1
	for call in "${calls[@]}"; do
		for error in "${errors[@]}"; do
			"$torture" "$folder" 1 "$call:$error" "$@" || code=1
		done
	done
}

# Calls that a signal may interrupt, and a file system that cannot exchange two names.
attack_always() { # FOLDER WORD...
	local folder=$scratch/$1 fault
	shift
	for fault in open:EINTR read:EINTR write:EINTR lock:EINTR rename:EINVAL; do
		"$torture" "$folder" 1 "$fault" "$@" || code=1
	done
}

prepare other
prepare same
{
	attack_always other build ledger "$day" -o out --mode 0640 -j 1
	attack_always same sent ledger "$day" -o out --write -j 1
	attack other build ledger "$day" -o out --mode 0640 -j 1
	attack same sent ledger "$day" -o out --write -j 1
	if ! $short; then
		attack other build ledger "$day" -o out --mode 0640 -j 4
		attack other build ledger "$day" -o fresh -j 1
		attack other build ledger "$day" -o out --mode 0640 --only acme --kind letters -j 1
		attack same verify ledger out "$day" -j 1
		attack same check ledger "$day" -j 1
		attack same status ledger "$day" --format json -j 1
		attack same plan ledger "$day" -j 1
		attack same explain ledger acme "$day" -j 1
		attack same render letter.md --view view.yaml "$day" --to pdf
		attack same init new --country GB --templates
	fi
} >"$scratch/log" || true
grep -v ' 0 borne badly$' "$scratch/log" || true
awk '/borne badly$/ {
	match($0, /: [0-9]+ faults/); faults += substr($0, RSTART + 2)
	match($0, /[0-9]+ of them/); none += substr($0, RSTART)
	match($0, /[0-9]+ borne/); bad += substr($0, RSTART)
} END { printf "torture: %d faults in all, %d of no consequence, %d borne badly\n", faults, none, bad }' \
	"$scratch/log"
exit $code
