#!/usr/bin/env bash
# completion.sh BINARY: the completion scripts in the shells they are for: bash, zsh and fish
# complete commands, options, values, folders, customers and invoices.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
top=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/work"
ln -s "$binary" "$scratch/bin/collectgen"
export PATH=$scratch/bin:$PATH HOME=$scratch/work TERM=dumb LC_ALL=C.UTF-8
cd "$scratch/work"
passed=0 failed=0

mkdir -p books/more
cat >books/books.yaml <<'YAML'
creditor: {name: Harbour & Finch, address: Dock Road, country: GB}
customers:
  - {id: acme, name: Acme Tooling Ltd, address: Leeds}
  - {id: acorn, name: "Acorn: Sons", address: Leeds}
  - {id: bolt, name: Bolt Ltd, adress: Derby}
invoices:
  - {number: INV-1, customer: acme, issued: 2026-09-15, amount: 1.00}
  - {number: INV 2, customer: bolt, issued: 2026-09-15, amount: 1.00}
YAML
mkdir chased
cat >chased/books.yaml <<'YAML'
creditor: {name: Harbour & Finch, address: Dock Road, country: GB, payments_to: 2026-11-30}
defaults: {policy: gb-business, currency: GBP, kind: business}
customers: [{id: acme, name: Acme Tooling Ltd, address: Leeds}]
invoices: [{number: INV-1, customer: acme, issued: 2026-09-15, due: 2026-10-15, amount: 100.00}]
YAML
touch reminder.md

in_bash() { # WORDS..., the last one begun: what bash offers, sorted
	bash --norc -c '
		source "$1"
		shift
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		_collectgen
		[ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"' \
		bash "$top/cmd/dist/collectgen.bash" "$@" | LC_ALL=C sort
}

in_fish() { # WORDS...: what fish offers, without what it is
	# shellcheck disable=SC2016 # fish's own variables
	fish --no-config -c '
		source $argv[1]
		complete -C "$argv[2]"' "$top/cmd/dist/collectgen.fish" "$*" |
		sed 's/\t.*//' | LC_ALL=C sort
}

in_zsh() { # WORDS...: the line once Tab was pressed, where there is one way to go on
	zsh -f "$top/tests/completion.zsh" "$top/cmd/dist" "$*"
}

is() { # SHELL WANTED WORDS...
	local shell=$1 wanted=$2 got
	shift 2
	got=$("in_$shell" "$@" | paste -sd' ')
	if [ "$got" = "$wanted" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "tests/completion.sh: error: $shell completes '$*' to '$got', not '$wanted'"
	fi
}

for shell in bash fish; do
	is $shell 'schema sent status' collectgen s
	is $shell '' collectgen nothing ''
	is $shell '--only' collectgen build books --on
	is $shell 'acme acorn' collectgen build books --only ac
	is $shell 'bolt' collectgen sent books --only acme b
	is $shell 'acme,bolt' collectgen sent books --only acme,b
	is $shell 'acme acorn' collectgen explain books a
	is $shell 'acme acme/reminder-1' collectgen explain --as-of 2026-11-30 chased ac
	is $shell 'acme' collectgen explain --as-of 2026-10-01 chased ac
	is $shell 'acme/reminder-1' collectgen explain --as-of 2026-11-30 chased acme/
	is $shell 'letters' collectgen build books --kind l
	is $shell 'post' collectgen sent books --channel po
	is $shell 'gb-business gb-consumer gb-sole-trader' collectgen help gb
	is $shell '' collectgen build books --as-of ''
	is $shell '' collectgen build nowhere --only ''
done
is bash 'INV-1 INV\ 2' collectgen explain books INV
is fish 'INV 2 INV-1' collectgen explain books INV
is bash 'books' collectgen check b
is bash 'books/more' collectgen check books/m
is bash 'reminder.md' collectgen render r
is bash 'github gitlab' collectgen check books --format = g
# shellcheck disable=SC2088 # the shell under test expands it
is bash 'acme acorn' collectgen explain '~/books' a
is fish 'books/' collectgen check b
is fish '--format=github --format=gitlab' collectgen check books --format=g
is fish 'reminder.md' collectgen render r
is zsh 'collectgen status' collectgen sta
is zsh 'collectgen sent books --write' collectgen sent books --w
is zsh 'collectgen check --format=sarif' collectgen check --format=s
is zsh 'collectgen check books/' collectgen check b
is zsh 'collectgen explain books bolt' collectgen explain books b
is zsh 'collectgen explain books INV\ 2' collectgen explain books 'INV\ '
is zsh 'collectgen build books --only acorn' collectgen build books --only aco
is zsh 'collectgen render reminder.md' collectgen render r
echo "completion: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
