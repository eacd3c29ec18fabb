#!/usr/bin/env bash
# confine.sh BINARY PROBE: a run opens no socket and no file but those of the ledger and of the
# output, whatever it is asked to do (watched by strace), and could not if it wanted to (PROBE).
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
probe=$(realpath "${2:?tests/confine/probe.c}")
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(realpath "$(mktemp -d)")
trap 'rm -rf "$scratch"' EXIT
unset CI GITHUB_ACTIONS
passed=0 failed=0

bad() { # TEXT
	failed=$((failed + 1))
	echo "tests/confine.sh: $1"
}

cd "$scratch"
cp -R "$here/torture/ledger" "$here/torture/letter.md" "$here/torture/view.yaml" .
mkdir other run
echo secret >other/secret
if "$probe" ledger other; then
	passed=$((passed + 1))
else
	bad 'the probe got through'
fi

# Every file that was opened once the program itself was loaded, as its place in the file
# system: strace writes it behind the descriptor. What is opened as a mere path is not read.
opened() {
	sed -n '/PR_SET_NO_NEW_PRIVS/,$p' trace | grep -v O_PATH |
		sed -n 's/.*open[at2]*(.* = [0-9]*<\(.*\)>$/\1/p' | sort -u
}

# watch ALLOWED WORD...: ALLOWED is an extended regular expression of places.
watch() {
	local allowed=$1 outside
	shift
	strace -f -y -s 4096 -o trace -e trace=%file,%network,openat2,prctl,io_uring_setup \
		"$binary" "$@" >out.txt 2>err.txt || true
	outside=$(opened | grep -vE "^$scratch/($allowed)(/|\$)" || true)
	if [ -n "$outside" ]; then
		bad "'$*' opens $outside"
	elif grep -qE '(socket|connect|bind|io_uring_setup|sendto)\(' trace; then
		bad "'$*' asks for a socket: $(grep -E '(socket|connect)\(' trace | head -1)"
	elif ! grep -q 'PR_SET_NO_NEW_PRIVS' trace; then
		bad "'$*' gives nothing up"
	else
		passed=$((passed + 1))
	fi
}

if strace -o trace true 2>err.txt; then
	day=--as-of=2026-11-30
	watch 'ledger|run' build ledger "$day" -o run -j 4
	watch 'ledger|run' build ledger "$day" -o run --only acme
	watch 'ledger|run' verify ledger run "$day"
	watch 'ledger|run' sent ledger "$day" -o run --write
	for verb in check status plan; do
		watch 'ledger' "$verb" ledger "$day"
	done
	watch 'ledger' explain ledger acme "$day"
	watch 'letter.md|view.yaml|partials' render letter.md --view view.yaml "$day"
	watch 'fresh' init fresh
	watch '-' help ledger
	watch '-' schema
	watch '-' --version -v
else
	echo "confine: strace may not trace here ($(head -1 err.txt)): only the probe was run"
fi

# What a ledger may not lead to, by name.
leads() { # LINK TARGET TEXT
	rm -rf trap
	cp -R ledger trap
	mkdir -p trap/templates
	ln -s "$2" "trap/$1"
	"$binary" build trap --as-of 2026-11-30 -o run >out.txt 2>err.txt && bad "'$2' is followed"
	if grep -qF -- "$3" err.txt; then
		passed=$((passed + 1))
	else
		bad "'$1' to '$2': does not say: $3"
		cat err.txt
	fi
}

leads more.yaml ../other/secret "'more.yaml' cannot be read: it leads out of the ledger's folder"
leads more.yaml /etc/passwd "'more.yaml' cannot be read: it leads out of the ledger's folder"
leads more.yaml /proc/self/environ "'more.yaml' cannot be read: it leads out"
leads templates/statement.md "$scratch/other/secret" "'templates/statement.md' leads out"
leads templates/statement.md /proc/self/environ "'templates/statement.md' leads out"
leads templates/en-GB ../../other "'templates/en-GB/"
echo "confine: $passed passed, $failed failed"
[ $failed -eq 0 ]
