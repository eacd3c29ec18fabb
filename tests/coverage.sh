#!/usr/bin/env bash
# coverage.sh FOLDER BINARY: what the tests leave untried, by folder. FOLDER has the product with
# its branches counted (unit, collectgen, torture; objects and notes below gen/ and cmd/), BINARY
# is the product as it is. Everything that looks at the product at work runs, two at a time; then
# a table, and a failure below 90 % of the branches in gen/ as a whole or below 100 % in the
# folders of the money and of what everything stands on. `coverage.sh FOLDER BINARY --untried`
# lists the branches that were not taken, too.
#
# A branch that an invariant keeps from being taken carries GCOVR_EXCL_BR_LINE and the reason on
# the same line; they are counted. A switch has a case for every value and one for the count of
# them, which is none: whether all its cases are tried, the lines of the cases say.
set -euo pipefail

cov=$(realpath "${1:?the folder of the instrumented product}")
binary=$(realpath "${2:?the collectgen that is not}")
untried=${3-}
cd "$(dirname "$0")/.."

whole='gen/base gen/reckon gen/escalate'
# These repeat one thing many thousand times, which takes minutes without the optimiser.
patient='paths/trip_no_rule_and_leave_no_hole|sheet/refuses_more_pages_than_anyone_reads'
patient+='|admit/survives_any_byte_turned_behind_mended_sums'

bare=$(grep -rn 'GCOVR_EXCL' gen cmd --include='*.[ch]' |
	grep -vE 'GCOVR_EXCL(_BR)?_LINE: [a-z].{7,}' || true)
if [ -n "$bare" ]; then
	printf '%s\n' "$bare"
	echo 'coverage: error: a branch marked as never taken gives its reason'
	exit 1
fi

# One line a run, the longest first.
runs() {
	echo "RECKON_ROUNDS=${RECKON_ROUNDS:-40} $cov/unit --filter '!($patient)'"
	echo "tests/torture.sh --short $binary $cov/torture"
	for script in spec cascades batch errors naughty init orders sent mustache post; do
		echo "tests/$script.sh $cov/collectgen"
	done
}

find "$cov" -name '*.gcda' -delete
rm -f "$cov"/*.log
# shellcheck disable=SC2016 # for the shell that xargs starts
runs | xargs -d '\n' -P "$(nproc)" -I RUN bash -c '
	log=$1/$$.log
	if bash -c "$2" >"$log" 2>&1; then rm "$log"; else echo "failed: $2" >>"$log"; fi' bash "$cov" RUN
for log in "$cov"/*.log; do
	[ ! -e "$log" ] || { tail -n 30 "$cov"/*.log; exit 1; }
done

gcovr --root . --object-directory "$cov" --exclude-unreachable-branches -j "$(nproc)" \
	--filter 'gen/' --filter 'cmd/' --exclude-branches-by-pattern '\s*switch \(.*' \
	--exclude-lines-by-pattern '\s*case \w+__COUNT:.*' \
	--json-summary "$cov/summary.json" --json "$cov/branches.json" "$cov/gen" "$cov/cmd"

if [ -n "$untried" ]; then
	jq -r '.files[] | .file as $file | .lines[] | .line_number as $line |
		select(any(.branches[]; .count == 0)) | "\($file):\($line): a branch is not tried"' \
		"$cov/branches.json"
fi

code=0
jq -r '.files[] | [(.filename | sub("/[^/]*$"; "")), .line_total, .line_covered,
	.branch_total, .branch_covered] | @tsv' "$cov/summary.json" |
	awk -v whole="$whole" -f tests/coverage/table.awk || code=$?

# shellcheck disable=SC2086 # the folders are words
for folder in $whole; do
	{ grep -rhoE 'GCOVR_EXCL(_BR)?_LINE' "$folder" --include='*.c' || true; } | wc -l |
		sed "s,.*,$folder: & lines and branches carry the invariant that keeps them from being taken,"
done
exit $code
