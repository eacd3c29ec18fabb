#!/usr/bin/env bash
# coverage.sh UNIT COV: what the unit tests of gen/reckon and gen/escalate leave untried.
# Runs UNIT, whose money wing is instrumented (objects and notes below COV), and prints lines
# and branches per file. Fails below 100 % of branches. A branch that an invariant keeps from
# being taken carries GCOVR_EXCL_BR_LINE and the reason on the same line; they are counted.
set -euo pipefail

unit=${1:?the instrumented unit tests}
cov=${2:?the folder of the instrumented objects}
cd "$(dirname "$0")/.."

# A switch has a case for every value and one for the count of them, which is none: whether all
# its cases are tried, the lines of the cases say.
find "$cov" -name '*.gcda' -delete
RECKON_ROUNDS=${RECKON_ROUNDS:-100} "$unit" 2>"$cov/log" || {
	cat "$cov/log"
	exit 1
}

report() {
	gcovr --root . --object-directory "$cov" --exclude-unreachable-branches \
		--filter 'gen/(reckon|escalate)/' --exclude-branches-by-pattern '\s*switch \(.*' \
		--exclude-lines-by-pattern '\s*case \w+__COUNT:.*' \
		"$@" "$cov"
}

bare=$(grep -rn 'GCOVR_EXCL' gen --include='*.[ch]' |
	grep -vE 'GCOVR_EXCL(_BR)?_LINE: [a-z].{7,}' || true)
if [ -n "$bare" ]; then
	printf '%s\n' "$bare"
	echo "coverage: error: a branch marked as never taken gives its reason"
	exit 1
fi

code=0
report --fail-under-line 100 || code=$?
report --branches --fail-under-branch 100 || code=$?
marked=$(grep -rE 'GCOVR_EXCL(_BR)?_LINE' gen/reckon gen/escalate --include='*.c' | wc -l)
echo "coverage: $marked lines and branches marked with the invariant that keeps them from being taken"
exit $code
