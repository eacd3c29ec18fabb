#!/usr/bin/env bash
# house.sh [TOP]: the laws of the house, checked by script. Prints file:line: error: ... for
# every breach, then the measures, and exits 1 when there is one. house_test.sh breaks each
# law on purpose.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-$here/..}"
export LC_ALL=C

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Files over 400 lines, each with its reason.
declare -A LONG_FILES=(
	[gen/ledger/ledger.h]='the whole book as records, one picture for every floor above'
)
# Names at the top besides what git or make puts there.
TOP_LEVEL=(cmd gen templates examples tests Makefile README.md
	.ci .clang-format .clang-tidy .gitignore .editorconfig .pre-commit-hooks.yaml)

c_files() {
	find gen cmd -name '*.[ch]' 2>/dev/null | sort || true
}

fault() { # FILE LINE TEXT
	echo "$1:$2: error: $3"
}

top_level() {
	local name
	for name in "${TOP_LEVEL[@]}"; do
		[ -e "$name" ] || fault "$name" 1 'missing at the top level'
	done
	shopt -s dotglob nullglob
	for name in *; do
		case " ${TOP_LEVEL[*]} .git build " in
		*" $name "*) ;;
		*) fault "$name" 1 'does not belong at the top level' ;;
		esac
	done
}

# shellcheck disable=SC2094 # the loop is only read, twice
cycles() {
	local room next
	[ -s "$scratch/edges" ] || return 0
	tsort "$scratch/edges" >/dev/null 2>"$scratch/loops" || true
	sed -n 's/^tsort: //p' "$scratch/loops" | grep -v ':' >"$scratch/loop" || return 0
	while read -r room; do
		next=$(awk -v room="$room" 'NR == FNR { loop[$1]; next }
			$1 == room && $2 in loop { print $3, $2; exit }' \
			"$scratch/loop" "$scratch/edges.where")
		[ -z "$next" ] || fault "$room" "${next% *}" "an include cycle goes through '${next#* }'"
	done <"$scratch/loop"
}

# Headers: guard, and a first comment that names the room and its true floor.
headers() {
	c_files | grep '\.h$' | while read -r header; do
		awk -v path="$header" '
		BEGIN {
			split("base diag ledger text reckon page escalate press letter run cmd", names, " ")
			split("0 1 2 2 3 3 4 4 5 6 7", numbers, " ")
			for (i in names)
				floor[names[i]] = numbers[i]
			room = path
			sub(/^gen\//, "", room)
			folder = room
			sub(/\/.*$/, "", folder)
			guard = toupper(room)
			gsub(/[^A-Z0-9]/, "_", guard)
			sub(/^.*\//, "", room)
			sub(/\.h$/, "", room)
		}
		function fault(line, text) { print path ":" line ": error: " text }
		NR == 1 && index($0, "/* " room ": ") != 1 {
			fault(1, "a header begins with \047/* " room ": what it is for\047")
		}
		match($0, /Floor [0-9]+/) && !said {
			said = substr($0, RSTART + 6, RLENGTH - 6) ""
			if (said != floor[folder] "")
				fault(NR, "says floor " said ", stands on floor " floor[folder])
		}
		/^#/ && ++directives == 1 && $0 != "#ifndef " guard { fault(NR, "the guard is " guard) }
		/^#/ && directives == 2 && $0 != "#define " guard { fault(NR, "the guard is " guard) }
		END {
			if (!said)
				fault(1, "the first comment does not name its floor")
			if (directives < 3)
				fault(1, "no include guard")
		}' "$header"
	done
}

file_lengths() {
	c_files | xargs -r wc -l | awk '$2 != "total" { print $1, $2 }' >"$scratch/files"
	while read -r lines path; do
		[ "$lines" -le 400 ] || [ -n "${LONG_FILES[$path]-}" ] ||
			fault "$path" 400 "$lines lines, 400 are allowed without a reason in tests/house.sh"
	done <"$scratch/files"
}

# Each code of the catalogue has its smallest ledger, each ledger its code. Not these:
#   internal-conservation: only a bug in collectgen can bring it about
#   reading-refused: only a broken machine can (tests/torture)
#   yaml-long: its smallest ledger is a megabyte (tests/unit/base_limits.c)
NO_LEDGER=' internal-conservation reading-refused yaml-long '

fixtures() {
	local path line code folder
	grep -Hno 'X([A-Z][A-Z0-9_]*, *"[a-z0-9-]*"' gen/diag/catalogue*.h 2>/dev/null |
		sed 's/^\([^:]*\):\([0-9]*\):.*"\(.*\)"$/\1 \2 \3/' >"$scratch/codes" || true
	while read -r path line code; do
		folder=tests/errors/$code
		[ "${NO_LEDGER/ $code /}" = "$NO_LEDGER" ] || continue
		if [ ! -f "$folder/expected" ]; then
			fault "$path" "$line" "no $folder/expected shows '$code'"
		elif ! grep -qF "[$code]" "$folder/expected"; then
			fault "$folder/expected" 1 "does not show '$code'"
		fi
	done <"$scratch/codes"
	for folder in tests/errors/*/; do
		[ -d "$folder" ] || continue
		code=$(basename "$folder")
		grep -q " ${code%%.*}\$" "$scratch/codes" ||
			fault "$folder" 1 "'${code%%.*}' is not a code of the catalogue"
	done
}

unfinished() {
	{
		find gen cmd tests templates -type f -not -name '*.pdf' 2>/dev/null
		find Makefile README.md -type f 2>/dev/null
	} | grep -v -e '^tests/house' -e '^tests/naughty/strings' | sort |
		xargs -r -d '\n' grep -HnIwE 'TODO|FIXME|(/\*|//|#).*XXX' /dev/null |
		sed 's/^\([^:]*:[0-9]*\):.*$/\1: error: unfinished work is not left in the house/' || true
}

# measure NAME FILE MEDIAN P90: the file's first column against its limits.
measure() {
	sort -n "$2" | awk -v name="$1" -v median="$3" -v p90="$4" '
		{ length_of[NR] = $1 }
		END {
			if (NR == 0)
				exit
			m = length_of[int((NR + 1) / 2)]
			p = length_of[int(NR * 0.9 + 0.999999)]
			printf "house: %d %s, median %d, p90 %d, longest %d lines\n", \
				NR, name, m, p, length_of[NR]
			if (NR >= 20 && (m > median || p > p90))
				printf "gen:1: error: %s: median %d (at most %d), p90 %d (at most %d)\n", \
					name, m, median, p, p90
		}'
}

laws() {
	c_files | xargs -r awk -f "$here/house/strip.awk" >"$scratch/code"
	: >"$scratch/lengths"
	top_level
	awk -v EDGES="$scratch/edges" -f "$here/house/includes.awk" "$scratch/code"
	cycles
	awk -f "$here/house/names.awk" "$scratch/code"
	awk -v LENGTHS="$scratch/lengths" -f "$here/house/shape.awk" "$scratch/code"
	headers
	file_lengths
	fixtures
	unfinished
}

laws >"$scratch/faults"
sort -u -t: -k1,1 -k2,2n "$scratch/faults" -o "$scratch/faults"
measure functions "$scratch/lengths" 12 30 >"$scratch/measures"
measure files "$scratch/files" 220 400 >>"$scratch/measures"
cat "$scratch/faults" "$scratch/measures"
faults=$(cat "$scratch/faults" "$scratch/measures" | grep -c ': error: ' || true)
echo "house: $faults breaches"
[ "$faults" -eq 0 ]
