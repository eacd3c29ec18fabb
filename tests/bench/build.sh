#!/usr/bin/env bash
# build.sh BUILD [CUSTOMERS...]: a month-end of so many customers (1,000, 10,000 and 100,000), from
# YAML to files on a memory file system, with one thread and with two; how much of that nobody
# could do without (a bare libyaml loop over the ledger, and limit.c, which writes the same
# letters by hand, both on two threads in the same run); memory; and the same build again.
# Times are given twice where it matters: as waited for, and as processor time of all threads
# (cpu), which a machine shared with others does not blur. RUNS=5 tells the least, the middle
# and the most of the ratio over so many runs.
set -euo pipefail

build=$(realpath "${1:?the build folder}")
shift
sizes=("${@:-1000}")
[ $# -gt 0 ] || sizes=(1000 10000 100000)
runs=${RUNS:-1}
here=$(cd "$(dirname "$0")" && pwd)
room=${TMPDIR:-/tmp}
[ ! -w /dev/shm ] || room=/dev/shm
scratch=$(mktemp -d "$room/collectgen-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
day=2026-11-30

say() { # NAME VALUE UNIT
	printf 'bench: %-24s %12s %s\n' "$1" "$2" "$3"
}

least() { # A B
	awk -v a="$1" -v b="$2" 'BEGIN { print (a < b ? a : b) }'
}

calc() { # FORMAT EXPRESSION
	awk "BEGIN { printf \"$1\", $2 }"
}

run() { # THREADS OPTION...: sets seconds, kib, cpu, own
	local threads=$1
	shift
	"$build/bench/peak" "$scratch/usage" "$build/collectgen" build "$scratch/ledger" \
		--as-of $day -j "$threads" -v --color never -o "$scratch/out" "$@" \
		>"$scratch/stdout" 2>"$scratch/stderr" || {
		tail -40 "$scratch/stderr"
		exit 1
	}
	read -r seconds kib cpu own <"$scratch/usage"
}

phase() { # NAME: of the last run [s]
	sed -n "s/^phase: $1 \([0-9.]*\)\$/\1/p" "$scratch/stderr" | tail -1
}

loop() { # the bare event loop, its files dealt out to two processes: sets loop_s, loop_cpu
	local start
	start=$(date +%s%N)
	printf '%s\0' "${files[@]}" | xargs -0 -P 2 -n $(((${#files[@]} + 1) / 2)) \
		"$build/bench/yamlloop" >"$scratch/loops"
	loop_s=$(calc %.3f "($(date +%s%N) - $start) / 1e9")
	loop_cpu=$(awk '{ sum += $1 } END { printf "%.3f", sum }' "$scratch/loops")
}

read_ledger() { # the ledger alone, the least of the runs: sets loop_one, read_one, read_two
	local waited i
	loop_one=999999 read_one=999999 read_two=999999
	for ((i = 0; i < runs; i++)); do
		read -r waited _ < <(printf '%s\0' "${files[@]}" | xargs -0 "$build/bench/yamlloop" |
			awk '{ sum += $1 } END { print sum, NR }')
		loop_one=$(least "$loop_one" "$waited")
		read -r _ _ waited < <("$build/bench/reading" "$scratch/ledger" 1)
		read_one=$(least "$read_one" "$waited")
		read -r _ _ waited < <("$build/bench/reading" "$scratch/ledger" 2)
		read_two=$(least "$read_two" "$waited")
	done
}

limit() { # sets limit_s, limit_cpu
	rm -rf "$scratch/limit"
	read -r limit_s limit_cpu < <("$build/bench/limit" "$scratch/out/$day" "$scratch/limit" 2)
	rm -rf "$scratch/limit"
}

middle() { # least middle most of the numbers in a file
	sort -g "$1" | awk '{ v[NR] = $1 } END { printf "%.2f %.2f %.2f", v[1], v[int((NR + 1) / 2)], v[NR] }'
}

for customers in "${sizes[@]}"; do
	rm -rf "$scratch/ledger" "$scratch/out"
	mkdir -p "$scratch/ledger"
	cp "$here/creditor.yaml" "$scratch/ledger/"
	awk -v OUT="$scratch/ledger" -v CUSTOMERS="$customers" -f "$here/month.awk"
	mapfile -t files < <(find "$scratch/ledger" -name '*.yaml' | sort)
	bytes=$(cat "${files[@]}" | wc -c)
	name=$((customers / 1000))k
	say "$name-ledger" "$(calc %.1f "$bytes / 1048576")" MiB
	one=999999 one_own=999999 one_s=999999
	for ((i = 0; i < runs; i++)); do # the least: what the machine adds is not collectgen's
		rm -rf "$scratch/out"
		run 1
		one=$(least "$one" "$cpu") one_own=$(least "$one_own" "$own") one_s=$(least "$one_s" "$seconds")
	done
	documents=$(find "$scratch/out" -name '*.pdf' | wc -l)
	say "$name-documents" "$documents" documents
	say "$name-rate-j1" "$(calc %.0f "$documents / $one_s")" documents/s
	say "$name-rate-j1-cpu" "$(calc %.0f "$documents / $one")" documents/s
	: >"$scratch/ratios"
	: >"$scratch/ratios-cpu"
	for ((i = 0; i < runs; i++)); do
		rm -rf "$scratch/out"
		run 2
		loop
		limit
		calc '%.4f\n' "($loop_s + $limit_s) / $seconds" >>"$scratch/ratios"
		calc '%.4f\n' "($loop_cpu + $limit_cpu) / $cpu" >>"$scratch/ratios-cpu"
	done
	say "$name-rate-j2" "$(calc %.0f "$documents / $seconds")" documents/s
	say "$name-rate-j2-cpu" "$(calc %.0f "2 * $documents / $cpu")" documents/s
	say "$name-loop" "$loop_s" s
	say "$name-limit" "$limit_s" s
	say "$name-build" "$seconds" s
	say "$name-of-limit" "$(middle "$scratch/ratios")" "(least, middle, most of $runs; at least 0.35)"
	say "$name-of-limit-cpu" "$(middle "$scratch/ratios-cpu")" '(the same in processor time)'
	say "$name-read" "$(phase reading)" s
	read_ledger
	say "$name-loop/read" "$(calc %.2f "$loop_one / $read_one")" '(on one core; at least 0.6)'
	say "$name-read-cores" "$(calc %.2f "$read_one / $read_two")" '(one core / two; at least 1.7 on many files)'
	for floor in reckoning composing pressing writing; do
		say "$name-$floor" "$(calc %.1f "$(phase $floor) * 1e6 / $documents")" us/document
	done
	say "$name-memory" "$(calc %.1f "$kib / 1024")" MiB
	say "$name-memory-limit" "$(calc %.1f "1.5 * $bytes / 1048576 + 128")" MiB
	say "$name-per-document-cpu" "$(calc %.1f "$one * 1e6 / $documents")" us
	[ -n "${first-}" ] || first=$(calc %.6f "$one / $documents")
	[ -n "${first_own-}" ] || first_own=$(calc %.6f "$one_own / $documents")
	[ -n "${first_limit-}" ] || first_limit=$(calc %.6f "$limit_cpu / $documents")
	say "$name-per-document/first" "$(calc %.2f "$one / $documents / $first")" '(at most 1.1)'
	say "$name-of-its-own/first" "$(calc %.2f "$one_own / $documents / $first_own")" '(without what the system does for it)'
	say "$name-limit/first" "$(calc %.2f "$limit_cpu / $documents / $first_limit")" '(the same of the limit program: what the file system does to everybody)'
	while read -r floor micros; do
		say "$name-letter-$floor" "$micros" 'us/letter (an ordinary one)'
	done < <("$build/bench/floors" "$scratch/ledger" $day)
	full=$cpu full_s=$seconds
	run 2
	say "$name-again" "$(calc %.3f "$seconds / $full_s")" '(of a full build; below 0.25)'
	say "$name-again-cpu" "$(calc %.3f "$cpu / $full")" '(the same in processor time)'
	sed -i '0,/^  - {number: /s/amount: [0-9]*/&1/' "$scratch/ledger/000/invoices-10.yaml"
	run 2
	say "$name-one-edit-cpu" "$(calc %.3f "$cpu / $full")" "($(sed -n 's/.* unchanged, //p' "$scratch/stdout"))"
done
