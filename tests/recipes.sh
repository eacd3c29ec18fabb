#!/usr/bin/env bash
# recipes.sh BINARY: the recipes of examples/ci/ at work. Each runs a ledger in a git repository
# for a year, month by month, with the commands that stand in it: the person enters what the
# bank shows, every push is checked, the first of the month makes letters, and what is merged
# counts as sent. In the end each stage has been reached once, on its day, by each recipe
# alike, and every logged letter can be proven.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
top=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
unset CI GITHUB_ACTIONS MAKEFLAGS MFLAGS MAKELEVEL
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 GIT_CONFIG_SYSTEM=/dev/null
export GH_LOG=$scratch/gh.log GIT_CONFIG_GLOBAL=$scratch/gitconfig GITHUB_ENV=$scratch/github.env RUNNER_TEMP=$scratch/temp
passed=0 failed=0

judge() { # TEXT COMMAND...
	local text=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "tests/recipes.sh: error: $text"
	fi
}

# The tools the recipes call: the day is the test's, GitHub is told nothing.
mkdir bin temp
ln -s "$binary" bin/collectgen
cat >bin/date <<'SH'
#!/bin/sh
[ "$*" = +%F ] || exec /bin/date "$@"
echo "$TODAY"
SH
cat >bin/gh <<'SH'
#!/bin/sh
echo "gh $*" >>"$GH_LOG"
case $* in
*--edit-last*) exit 1 ;; # there is no comment yet
*--body-file*) cat "$(echo "$*" | sed 's/.*--body-file //')" >>"$GH_LOG" ;;
esac
SH
chmod +x bin/date bin/gh
export PATH=$scratch/bin:$PATH
git config --global init.defaultBranch main
git config --global user.name 'Ruth Finch'
git config --global user.email ruth@harbourfinch.example

# The ledger as it is before the first month.
begin() { # NAME: origin, and the person's clone
	git init -q --bare "$1.git"
	git -C "$1.git" config receive.advertisePushOptions true
	git clone -q "$1.git" "$1" 2>/dev/null
	cat >"$1/books.yaml" <<'YAML'
creditor:
  name: Harbour & Finch Joinery Ltd
  address: "Dock Road, Bristol BS1 6QH"
  country: GB
  payments_to: [2025-12-01]
  email: hello@harbourfinch.example
  bank: {sort_code: 12-34-56, account: "12345678"}
defaults: {currency: GBP, locale: en-GB, policy: gb-business, kind: business, terms: net 30}
customers:
  - {id: never, name: Never & Sons Ltd, address: "1 Mill Road, Derby DE1 2GU", email: a@never.example}
  - {id: late, name: Late Tooling Ltd, address: "2 Mill Road, Derby DE1 2GU", email: a@late.example}
  - {id: good, name: Good Hotels Ltd, address: "3 Mill Road, Derby DE1 2GU", email: a@good.example}
  - id: held
    name: Held Builders Ltd
    address: "4 Mill Road, Derby DE1 2GU"
    email: a@held.example
    hold: {since: 2026-03-01, until: 2026-06-15, reason: A new bookkeeper}
invoices:
  - {number: N-1, customer: never, issued: 2025-11-10, amount: 1200.00}
  - {number: N-2, customer: never, issued: 2026-06-20, amount: 300.00}
  - {number: L-1, customer: late, issued: 2026-02-05, amount: 800.00}
  - {number: G-1, customer: good, issued: 2026-02-05, amount: 500.00}
  - {number: H-1, customer: held, issued: 2026-02-05, amount: 640.00}
payments:
  - {date: 2026-03-05, customer: good, amount: 500.00, reference: G-1}
  - {date: 2026-04-20, customer: late, amount: 800.00, reference: L-1}
YAML
	echo /out/ >"$1/.gitignore"
	[ "$1" != plain ] || cp "$top/examples/ci/Makefile" "$1/"
}

# What each recipe runs, with its own words, in a fresh clone as a runner has it.
on_github() { # EVENT
	python3 "$top/tests/recipes/steps.py" "$top/examples/ci/github.yml" "$1" \
		github.token=none github.event.number=7 inputs.day= >script
	: >"$GITHUB_ENV"
	rm -rf runner temp && mkdir temp
	git clone -q github.git runner
	(cd runner && GITHUB_ACTIONS=true CI=true bash ../script) >said 2>&1
}

on_gitlab() { # EVENT
	local event=$1
	[ "$event" != pull_request ] || event=merge_request_event
	python3 "$top/tests/recipes/steps.py" "$top/examples/ci/gitlab-ci.yml" "$event" >script
	rm -rf runner
	git clone -q gitlab.git runner
	(cd runner && CI=true PUSH_URL=$scratch/gitlab.git bash ../script) >said 2>&1
}

on_plain() { # EVENT
	case $1 in
	push) make -s -C plain check ;;
	pull_request) make -s -C plain plan ;;
	schedule) make -s -C plain letters && git -C plain push -q origin --all ;;
	esac >said 2>&1
}

# The person: what the bank shows up to yesterday, then, on the first, the merge.
enter() { # NAME YESTERDAY
	sed -i "s/^  payments_to: \[/&$2, /" "$1/books.yaml"
	git -C "$1" add -A
	git -C "$1" commit -qm "Enter the bank up to $2"
	git -C "$1" push -q origin main
}

merge() { # NAME DAY
	git -C "$1" fetch -q
	if git -C "$1" rev-parse -q --verify "origin/letters-$2" >/dev/null; then
		git -C "$1" merge -q --ff-only "origin/letters-$2"
		git -C "$1" push -q origin main
	fi
}

# "2026-01-01 never reminder-1 N-1" for each entry of the log.
logged() { # NAME
	cat "$1"/log/*.yaml | awk '
		/^ *- date:/ { date = $3 }
		/^ *customer:/ { customer = $2 }
		/^ *stage:/ { stage = $2 }
		/^ *invoices:/ { sub(/^ *invoices: */, ""); print date, customer, stage, $0 }' |
		LC_ALL=C sort
}

cat >wanted <<'END'
2026-01-01 never reminder-1 [N-1]
2026-02-01 never reminder-2 [N-1]
2026-03-01 never final-demand [N-1]
2026-04-01 late reminder-1 [L-1]
2026-07-01 held reminder-1 [H-1]
2026-08-01 held reminder-2 [H-1]
2026-08-01 never reminder-1 [N-2]
2026-09-01 held final-demand [H-1]
2026-09-01 never reminder-2 [N-2]
2026-10-01 never final-demand [N-2]
END

year_of() { # NAME
	local month fails=0
	begin "$1"
	for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
		TODAY=2026-$month-01
		export TODAY
		enter "$1" "$(/bin/date -d "$TODAY - 1 day" +%F)"
		for event in push pull_request schedule; do
			"on_$1" $event || {
				fails=$((fails + 1))
				cat said
			}
		done
		merge "$1" "$TODAY"
	done
	judge "$1: a step failed" test $fails -eq 0
	logged "$1" >got || true
	judge "$1: other letters than the year wants" diff wanted got
	for log in "$1"/log/*.yaml; do
		judge "$1: $log is not proven" "$binary" verify -q "$1" \
			--as-of "$(basename "$log" .yaml)"
	done
}

# A slip of the pen does not get through: its line is named, and no letter is made of it.
slip_in() { # NAME TEXT
	export TODAY=2026-12-02
	sed -i 's/amount: 300.00/amonut: 300.00/' "$1/books.yaml"
	git -C "$1" commit -qam 'Correct an invoice'
	git -C "$1" push -q origin main
	judge "$1: a slip passes" not "on_$1" push
	judge "$1: the slip has no place" grep -qF -- "$2" said runner/gl-code-quality-report.json
	judge "$1: letters in spite of a slip" not "on_$1" schedule
}

# Payments that were not entered: no letter, nothing logged.
stale_in() { # NAME
	export TODAY=2026-12-28
	git -C "$1" revert -n HEAD
	git -C "$1" commit -qm 'Take it back'
	git -C "$1" push -q origin main
	judge "$1: letters without payments" not "on_$1" schedule
	judge "$1: does not say why" grep -qF 'payments' said
	merge "$1" $TODAY
	logged "$1" >got || true
	judge "$1: logs letters that were not made" diff wanted got
}

not() {
	! "$@"
}

mkdir runner && touch runner/gl-code-quality-report.json
for workflow in "$top"/examples/ci/github.yml "$top"/templates/init/*/dot-github/workflows/*.yml; do
	judge 'a workflow has faults' python3 "$top/tests/recipes/steps.py" "$workflow" --check
done
judge "the workflow of 'init' is another one" \
	cmp "$top/examples/ci/github.yml" "$top/templates/init/any/dot-github/workflows/collectgen.yml"
year_of github
judge 'no comment shows the plan' grep -qE '^ +reminder-2: GBP 1200.00 by 2026-02' gh.log
judge 'no pull request asks to log' grep -q '^gh pr create --head letters-2026-10-01' gh.log
slip_in github '::error file=books.yaml,line='
stale_in github
year_of gitlab
slip_in gitlab '"begin": '
stale_in gitlab
year_of plain
slip_in plain 'books.yaml:'
git -C plain switch -q main
stale_in plain
judge 'make hook' make -s -C plain hook
sed -i 's/amount: 300.00/amonut: 300.00/' plain/books.yaml
judge 'a slip is committed in spite of the hook' not git -C plain commit -qam 'A slip' 2>said
judge 'the hook does not say where' grep -qF 'books.yaml:' said
judge 'the recipes differ' diff -r github/log gitlab/log
judge 'the recipes differ' diff -r github/log plain/log
echo "recipes: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
