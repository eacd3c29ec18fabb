#!/usr/bin/env bash
# analyzer.sh COMPILER FLAG... -- FILE...: what gcc's -fanalyzer finds in the files is what
# tests/analyzer/known says, one false positive a line and why it is one. A finding that is new
# fails, and so does a line whose finding is gone. The list is true of one release of gcc.
set -euo pipefail

release=12
known=$(dirname "$0")/analyzer/known
flags=()
while [ "$1" != -- ]; do
	flags+=("$1")
	shift
done
shift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if ! "${flags[0]}" -v 2>&1 | grep -q "^gcc version $release\."; then
	echo "analyzer: the list of false positives is of gcc $release: nothing was looked for"
	exit 0
fi
if grep -vE '^(#.*|[a-z/_]+\.c [a-z_]+ -Wanalyzer-[a-z-]+: [a-z].{15,})$' "$known"; then
	echo 'analyzer: error: a line of tests/analyzer/known has a file, a function, the warning and a reason'
	exit 1
fi

# shellcheck disable=SC2016 # for the shell that xargs starts
printf '%s\0' "$@" | LC_ALL=C xargs -0 -P "$(nproc)" -n 4 bash -c '
	out=$1; shift
	while [ "$1" != -- ]; do flags+=("$1"); shift; done
	shift
	for file; do
		"${flags[@]}" -O2 -fanalyzer -c "$file" -o /dev/null || echo "$file does not compile"
	done >"$out/$$" 2>&1' bash "$scratch" "${flags[@]}" --
if grep -hE 'error: |does not compile' "$scratch"/*; then
	exit 1
fi

# "file function warning", from the heading of a finding and its line.
cat "$scratch"/* | sed -nE "
	s/.*[Ii]n function '([a-z_0-9]+)'.*/\1/; t hold
	s/^([a-z/_]+\.c):[0-9:]+ warning: .*\[(-Wanalyzer-[a-z-]+)\]\$/\1 \2/; t finding
	b
	: hold
	h; b
	: finding
	G; s/(.*) (.*)\n(.*)/\1 \3 \2/p" | sort -u >"$scratch.found"
sed '/^#/d; s/: .*//' "$known" | sort -u >"$scratch.known"
trap 'rm -rf "$scratch" "$scratch.found" "$scratch.known"' EXIT

fresh=$(comm -23 "$scratch.found" "$scratch.known")
gone=$(comm -13 "$scratch.found" "$scratch.known")
if [ -n "$fresh" ]; then
	grep -hE 'warning: .*-Wanalyzer' "$scratch"/* | sort -u
	printf 'analyzer: error: not known: %s\n' "$fresh"
fi
[ -z "$gone" ] || printf 'analyzer: error: found no more, take the line out: %s\n' "$gone"
[ -z "$fresh$gone" ] || exit 1
echo "analyzer: $# files, $(wc -l <"$scratch.known") findings, each a known false positive"
