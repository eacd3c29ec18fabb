#!/usr/bin/env bash
# peers.sh BUILD NOTO: the same letters by the typesetters that Debian has. Their text is taken
# from a build beforehand, so they have no ledger to read and nothing to reckon or lay out: each
# sets the lines as they are (bench/peers), fonts embedded, one file a letter, in one process
# where it can. Scaled down to LETTERS (100) letters; processor time.
set -euo pipefail

build=$(realpath "${1:?the build folder}")
noto=${2:?the folder with Noto Sans}
letters=${LETTERS:-100}
here=$(cd "$(dirname "$0")" && pwd)
room=${TMPDIR:-/tmp}
[ ! -w /dev/shm ] || room=/dev/shm
scratch=$(mktemp -d "$room/collectgen-peers.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
day=2026-11-30

say() { # NAME SECONDS LETTERS
	awk -v name="$1" -v s="$2" -v n="$3" \
		'BEGIN { printf "bench: %-24s %12.1f letters/s (processor time, %d letters)\n", name, n / s, n }'
}

took() { # COMMAND...: its processor time, in `cpu`
	"$build/bench/peak" usage "$@" >said 2>&1 || {
		tail -5 said
		exit 1
	}
	read -r _ _ cpu _ <usage
}

peer() { # NAME COMMAND...
	local name=$1 files
	shift
	rm -rf out
	mkdir out
	took "$@"
	files=$(find out -name '*.pdf' -size +0 | wc -l)
	[ "$files" -eq "${#made[@]}" ] || {
		echo "bench: $name made $files letters of ${#made[@]}"
		exit 1
	}
	say "$name" "$cpu" "$files"
}

mkdir -p ledger text
cp "$here/creditor.yaml" ledger/
awk -v OUT=ledger -v CUSTOMERS=$((letters * 4)) -f "$here/month.awk"
took "$build/collectgen" build ledger --as-of $day --kind letters -j 1 -q -o run
mapfile -t made < <(find run -name '*.pdf' | sort | head -n "$letters")
say collectgen "$cpu" "$(find run -name '*.pdf' | wc -l)"
for i in "${!made[@]}"; do
	pdftotext -layout "${made[i]}" "text/$i.txt"
done

peer cairo+pango /usr/bin/python3 "$here/peers/by_pango.py"
peer reportlab /usr/bin/python3 "$here/peers/by_reportlab.py" "$noto"
peer groff "$here/peers/by_groff.sh"
peer latex "$here/peers/by_latex.sh"
peer weasyprint /usr/bin/python3 "$here/peers/by_weasyprint.py"
