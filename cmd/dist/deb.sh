#!/usr/bin/env bash
# deb.sh BUILD RELEASE: the Debian package, built from the release's tarball in BUILD/deb as
# any packager would: debian/ is laid at the top there, and only there. Its tests run while
# it is built (not with DEB_BUILD_OPTIONS=nocheck), then lintian looks it over.
set -euo pipefail

build=$(realpath "${1:?the folder with the tarball}")
release=${2:?its name, as collectgen-1.0.0}

rm -rf "$build/deb"
mkdir "$build/deb"
cd "$build/deb"
tar -xzf "../$release.tar.gz"
cd "$release"
mv cmd/dist/debian debian
if [ "$(dpkg-parsechangelog -S Version)" != "${release#collectgen-}" ]; then
	echo "cmd/dist/debian/changelog:1: error: another version than $release" >&2
	exit 1
fi
# A make of its own, with nothing inherited from the one that runs this.
env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL -u BUILD -u CI dpkg-buildpackage --no-sign
cd ..
lintian --allow-root --fail-on error,warning --info collectgen_*.changes
echo "$build/deb/$(basename ./*_"$(dpkg --print-architecture)".deb)"
