#!/usr/bin/env bash
# fuzz.sh [--short] BUILD SECONDS HARNESS...: runs the harnesses one after the other, SECONDS in
# all, from the seeds (fuzz/seeds.sh), the kept inputs (fuzz/kept/HARNESS: regressions) and what
# earlier runs learnt. --short: what CI does: every kept input and seed, then a fixed count of
# new ones from a fixed start, the same every time.
set -euo pipefail

short=false
if [ "${1:-}" = --short ]; then
	short=true
	shift
fi
build=$(realpath "${1:?the folder with bin/}")
seconds=${2:?how long}
shift 2
here=$(cd "$(dirname "$0")" && pwd)
code=0
rm -rf "$build/seeds"
"$here/fuzz/seeds.sh" "$build/seeds"
mkdir -p "$build/found" "$build/none"
share=$((seconds / $#))
[ $share -gt 0 ] || share=1

for harness in "$@"; do
	dictionary=$here/fuzz/ledger.dict
	case $harness in
	template | markdown) dictionary=$here/fuzz/template.dict ;;
	font | logo) dictionary=$here/fuzz/binary.dict ;;
	esac
	corpus=$build/corpus/$harness
	kept=$here/fuzz/kept/$harness
	[ -d "$kept" ] || kept=$build/none
	options=(-timeout=30 -rss_limit_mb=2048 -max_len=6000 "-dict=$dictionary"
		"-artifact_prefix=$build/found/$harness-" -print_final_stats=1)
	if $short; then
		corpus=$(mktemp -d)
		count=$(find "$kept" "$build/seeds/$harness" -type f | wc -l)
		options+=(-seed=1 "-runs=$((count + 300))")
	else
		mkdir -p "$corpus"
		options+=("-max_total_time=$share")
	fi
	if "$build/bin/$harness" "${options[@]}" "$corpus" "$kept" "$build/seeds/$harness" \
		>"$build/$harness.log" 2>&1; then
		echo "fuzz: $harness: $(sed -n 's/^#\([0-9]*\)\s*DONE\s*\(cov: [0-9]*\).*/\1 inputs, \2/p' "$build/$harness.log")"
	else
		code=1
		echo "fuzz: $harness: error: see $build/$harness.log"
		grep -E 'law is broken|^SUMMARY|runtime error|Test unit written' "$build/$harness.log" || true
	fi
	! $short || rm -rf "$corpus"
done
exit $code
