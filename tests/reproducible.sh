#!/usr/bin/env bash
# reproducible.sh TARBALL: the release builds in two folders with names of different length,
# by different numbers of jobs, to the same program and the same manual.
set -euo pipefail

tarball=$(realpath "${1:?the tarball of make dist}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset MAKEFLAGS MFLAGS MAKELEVEL BUILD

build() { # FOLDER JOBS
	mkdir -p "$scratch/$1"
	tar -xzf "$tarball" -C "$scratch/$1" --strip-components=1
	make -s -j"$2" -C "$scratch/$1" install DESTDIR="$scratch/$1/root" PREFIX=/usr >/dev/null
}

build here 1
build a/longer/way/to/the/sources 2
diff -r "$scratch/here/root" "$scratch/a/longer/way/to/the/sources/root" || {
	echo 'tests/reproducible.sh: error: another folder, another program'
	exit 1
}
sha256sum "$scratch/here/root/usr/bin/collectgen" | sed "s,$scratch/here/root,,"
echo 'reproducible: 1 passed, 0 failed'
