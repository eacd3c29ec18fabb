#!/usr/bin/env bash
# crash.sh BINARY [KILLS]: on a bad day the run is the old one or the new one, whole, and the next
# build is as if nothing had been: builds killed at random moments, disks that are full at every
# size, have no inodes or may not be written, things that stand in the way, two builds at once.
# (Calls that fail or are interrupted one by one: torture.sh.)
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
kills=${2:-60}
here=$(cd "$(dirname "$0")" && pwd)
room=${TMPDIR:-/tmp}
[ ! -w /dev/shm ] || room=/dev/shm
scratch=$(mktemp -d "$room/collectgen-crash.XXXXXX")
disk=$scratch/disk
trap 'umount "$disk" "$scratch/out/.new-$day/letters" 2>/dev/null || true; rm -rf "$scratch"' EXIT
cd "$scratch"
unset CI GITHUB_ACTIONS
export LC_ALL=C
passed=0 failed=0
day=2026-11-30

tell() { # TEXT COMMAND...: the command is to succeed
	local text=$1
	shift
	if "$@" >said.txt 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "tests/crash.sh: error: $text"
		head -5 said.txt
		[ ! -s err.txt ] || tail -5 err.txt
	fi
}

build() { # LEDGER OUT OPTION...
	local ledger=$1 out=$2
	shift 2
	"$binary" build "$ledger" --as-of $day -o "$out" --bundle post --outbox -q "$@" >out.txt 2>err.txt
}

# Two states of a ledger, and what a build makes of each.
cp -r "$here/../examples/joinery" old
cp -r old new
sed -i 's/^  phone: .*/  phone: +44 117 496 0999/' new/creditor.yaml
build old old-run
build new new-run

is() { # OUT RUN...: OUT/day is one of these runs, byte for byte
	local out=$1 run
	shift
	for run in "$@"; do
		diff -rq "$out/$day" "$run/$day" >/dev/null 2>&1 && return
	done
	diff -rq "$out/$day" "$run/$day" | head -3
	return 1
}

tidy() { # OUT: nothing but the run, the marker and the lock
	[ "$(find "$1" -mindepth 1 -maxdepth 1 -printf '%f\n' | sort | tr '\n' ' ')" = ".collectgen .lock $day " ]
}

none_or() { # OUT RUN
	[ ! -e "$1/$day" ] || is "$1" "$2"
}

# ---- killed at random moments ----

RANDOM=20261
start=$(date +%s%N)
span=$((($(date +%s%N) - start) / 1000)) # a build takes so many microseconds
wait_for() { # a moment within a build, and a little behind it
	printf '%d.%06d' $((moment / 1000000)) $((moment % 1000000))
}
hits=0
for ((i = 0; i < kills; i++)); do
	moment=$(((RANDOM * 32768 + RANDOM) % (span * 5 / 4)))
	rm -rf out
	[ $((i % 3)) -eq 0 ] || cp -a old-run out
	option=()
	[ $((i % 3)) -ne 2 ] || option=(--force)
	code=0
	# The shell speaks of the kill; nobody needs to read it.
	{ timeout -s KILL "$(wait_for)" "$binary" build new --as-of $day -o out --bundle post --outbox -q \
		"${option[@]}" >out.txt 2>err.txt; } 2>/dev/null || code=$?
	[ $code -ne 137 ] || hits=$((hits + 1))
	if [ $((i % 3)) -eq 0 ]; then
		tell "killed after $moment us: no run or the new one" none_or out new-run
	else
		tell "killed after $moment us: the old run or the new one" is out old-run new-run
	fi
	tell "killed after $moment us: the next build ends well" build new out
	tell "killed after $moment us: and makes the new run" is out new-run
	tell "killed after $moment us: nothing is left over" tidy out
done
tell 'builds were killed at work' test $hits -ge $((kills / 3))

# ---- things in the way ----

refuses() { # TEXT-IN-THE-MESSAGE OUT OPTION...
	local text=$1 code=0
	shift
	build new "$@" || code=$?
	[ $code -eq 3 ] && grep -qF -- "$text" err.txt && return
	echo "exit code $code, without '$text'"
	return 1
}

fresh() { # OUT with the old run
	rm -rf out
	cp -a old-run out
}

touch file
tell 'a file in the place of OUT' refuses "'file'" file
fresh
rm -rf out/$day
touch out/$day
tell 'a file in the place of the run' refuses "out/$day" out
fresh
rm out/.lock
mkdir out/.lock
tell 'a folder in the place of the lock' refuses 'out/.lock' out
tell 'leaves the old run' is out old-run
fresh
mkdir out/.new-$day
mkdir "out/$day/statements/gorse/new.pdf"
touch "out/$day/statements/gorse/new.pdf/mine"
tell 'what others put into a run goes on into the next' build new out
tell 'with its folder' test -e "out/$day/statements/gorse/new.pdf/mine"
fresh
"$binary" build old --as-of $day -o out -q 2>/dev/null
mkdir "out/$day/bundle"
echo mine >"out/$day/bundle/post.csv"
tell 'a file of somebody else where the run has one' refuses "'out/$day/bundle/post.csv' is in the way: collectgen did not write it, and the new run has a file there; move it elsewhere" out
tell 'is left alone' grep -qx mine "out/$day/bundle/post.csv"
fresh
rm "out/$day/manifest.json"
mkdir "out/$day/manifest.json"
tell 'a folder in the place of the manifest' refuses "manifest.json" out
fresh
flock out/.lock sleep 20 &
holder=$!
sleep 0.2
tell 'a lock held by another' refuses "'out' is in use" out
tell 'leaves the old run alone' is out old-run
pkill -P $holder sleep 2>/dev/null || true
wait $holder 2>/dev/null || true
fresh
echo 'process 1 on elsewhere' >out/.lock
tell 'a lock that nobody holds, whatever stands in it' build new out

# Some network file systems know no exchange of two names.
cat >plain.c <<'C'
#include <errno.h>

int renameat2(int from, const char *old, int to, const char *new, unsigned how)
{
	(void)from, (void)old, (void)to, (void)new, (void)how;
	errno = EINVAL;
	return -1;
}
C
"${CC:-cc}" -shared -fPIC -o plain.so plain.c
fresh
poor() { # OUT OPTION...: refuses to put a run in place there
	LD_PRELOAD=$PWD/plain.so refuses "the file system of '$1' cannot put a run in place in one step; give a folder on another one with -o" "$@"
}
tell 'a file system that cannot put a run in place in one step' poor out
tell 'keeps the old run' is out old-run
tell 'and nothing of the new one once it can' build new out
tell 'which is in place then' is out new-run
tell 'alone' tidy out
rm -rf out
tell 'such a file system and no run yet' poor out
tell 'gets none' test ! -e out/$day

fresh
codes=()
for n in 1 2 3; do
	"$binary" build new --as-of $day -o out --bundle post --outbox --force -q >"out$n.txt" 2>"err$n.txt" &
	codes+=($!)
done
others=0
for process in "${codes[@]}"; do
	code=0
	wait "$process" || code=$?
	[ $code -eq 0 ] || [ $code -eq 3 ] || others=$((others + 1))
done
tell 'of builds at once each ends well or says who is at work' test $others -eq 0
tell 'and the run is one of them' is out new-run
tell 'with nothing beside it' tidy out

# ---- disks ----

mounted() { # OPTIONS
	umount "$disk" 2>/dev/null || true
	mount -t tmpfs -o "mode=0700,$1" collectgen "$disk" 2>/dev/null
}

mkdir -p "$disk"
if ! mounted size=64m; then
	echo 'crash: full disks not tried: this user may not mount any'
	echo "crash: $passed passed, $failed failed"
	exit $((failed > 0))
fi

# full SIZE-OPTION OLD?: a build there ends well, or says which file and why and leaves the old run.
full() {
	local code=0
	build new disk/out || code=$?
	case $code in
	0) is disk/out new-run && whole=$((whole + 1)) ;;
	3)
		grep -qE "'disk/out.*No space left on device" err.txt || return 1
		if [ "$2" = old ]; then is disk/out old-run; else none_or disk/out new-run; fi
		;;
	*) return 1 ;;
	esac
}

fresh
mkdir -p "out/.new-$day/letters"
mount -t tmpfs collectgen "out/.new-$day/letters"
tell 'a left-over that will not go is told by its path' refuses "cannot remove the left-over 'out/.new-$day/letters'" out
umount "out/.new-$day/letters"

need=$(du -sk new-run | cut -f1)
nodes=$(find new-run | wc -l)
whole=0
for ((size = 4; size < need * 2; size += 4 + size / 12)); do
	mounted "size=${size}k"
	tell "a disk of $size KiB" full "$size" none
done
tell 'a disk that is large enough' test $whole -gt 0
whole=0
for ((size = need + 8; size < need * 5 / 2; size += 8 + size / 24)); do
	mounted size=64m
	cp -a old-run disk/out
	mount -o "remount,size=${size}k" "$disk"
	tell "a disk of $size KiB with an old run" full "$size" old
done
tell 'a disk that is large enough for both' test $whole -gt 0
whole=0
for ((n = 2; n < nodes * 2 + 20; n += 1 + n / 12)); do
	mounted "size=64m,nr_inodes=$n"
	tell "a disk of $n inodes" full "$n" none
done
tell 'a disk with inodes enough' test $whole -gt 0
mounted size=64m
cp -a old-run disk/out
mount -o remount,ro "$disk"
tell 'a disk that may not be written' refuses 'Read-only file system' disk/out
tell 'keeps its run' is disk/out old-run
umount "$disk"

echo "crash: $passed passed, $failed failed"
[ $failed -eq 0 ]
