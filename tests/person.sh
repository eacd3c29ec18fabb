#!/usr/bin/env bash
# person.sh BUILD [DEB]: the first two months of somebody new, on a bare Debian made for it in
# BUILD/bare (root is needed, and an archive of Debian): the package is installed, then
# tests/person/path is typed. The recording is BUILD/first-months.cast.
set -euo pipefail

build=$(realpath "${1:?the folder with the package}")
here=$(cd "$(dirname "$0")" && pwd)
deb=${2:-$(echo "$build"/deb/collectgen_*_"$(dpkg --print-architecture)".deb)}
archive=${DEBIAN_ARCHIVE:-http://deb.debian.org/debian}
root=$build/bare

[ "$(id -u)" -eq 0 ] || {
	echo 'person: only root can make a system to try it on' >&2
	exit 1
}
[ -s "$deb" ] || {
	echo "person: there is no package $deb: make deb" >&2
	exit 1
}
# Kept for the next time, less what the path leaves behind.
if [ ! -e "$build/bare.tar" ]; then
	rm -rf "$root"
	debootstrap --variant=minbase bookworm "$root" "$archive" >"$build/bare.log"
	chroot "$root" apt-get -qq update
	chroot "$root" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y \
		--no-install-recommends git faketime >>"$build/bare.log" 2>&1
	tar -C "$root" --exclude=./dev -cf "$build/bare.tar" .
fi
rm -rf "$root"
mkdir -p "$root/dev/shm"
chmod 1777 "$root/dev/shm"
tar -C "$root" -xf "$build/bare.tar"
for device in null:3 zero:5 urandom:9 tty:0; do
	number=${device#*:}
	major=1
	[ "${device%:*}" != tty ] || major=5
	mknod -m 666 "$root/dev/${device%:*}" c $major "$number"
done
cp "$deb" "$root/root/collectgen.deb"
printf '[user]\n\tname = Ruth Finch\n\temail = ruth@finch.example\n[init]\n\tdefaultBranch = main\n' \
	>"$root/root/.gitconfig"
PYTHONDONTWRITEBYTECODE=1 python3 "$here/person/record.py" "$root" "$here/person/path" \
	"$build/first-months.cast"
rm -rf "$root"
