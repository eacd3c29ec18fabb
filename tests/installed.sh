#!/usr/bin/env bash
# installed.sh BUILD: `make install` puts everything below PREFIX, and what it put there
# works; `make uninstall` takes all of it away and nothing else.
set -euo pipefail

build=${1:?the folder with the built program}
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/root
passed=0 failed=0

judge() { # TEXT COMMAND...
	local text=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "tests/installed.sh: error: $text"
	fi
}

quiet_make() { # WORDS...
	env -u MAKEFLAGS -u MFLAGS make -s BUILD="$build" DESTDIR="$root" PREFIX=/usr "$@" >/dev/null
}

files() {
	(cd "$root" && find . ! -type d | LC_ALL=C sort)
}

version() {
	sed -n 's/^#define VERSION "\(.*\)"/\1/p' gen/base/version.h
}

# "collectgen 1.0.0", and in a git repository the commit.
says_which() {
	local line
	line=$("$root/usr/bin/collectgen" --version)
	[ "${line%% (*}" = "collectgen $(version)" ] || return 1
	[ ! -e .git ] || [ "$line" = "collectgen $(version)" ] ||
		[ "${line#* (}" = "$(git describe --always --dirty --match 'v[0-9]*'))" ]
}

mkdir -p "$root/usr/bin"
touch "$root/usr/bin/other"
judge 'make install' quiet_make install
for file in bin/collectgen share/man/man1/collectgen.1 share/man/man5/collectgen-ledger.5 \
	share/man/man5/collectgen-templates.5 share/man/man7/collectgen-policies.7 \
	share/bash-completion/completions/collectgen share/zsh/site-functions/_collectgen \
	share/fish/vendor_completions.d/collectgen.fish share/doc/collectgen/README.md \
	share/doc/collectgen/licences/noto-sans.txt; do
	judge "$file is not installed" test -s "$root/usr/$file"
done
judge 'the version is another' says_which
judge 'the installed example builds' "$root/usr/bin/collectgen" build -q \
	"$root/usr/share/doc/collectgen/examples/joinery" --as-of 2026-11-30 -o "$scratch/out"
for library in libyaml libunistring MD4C libharu HarfBuzz libdeflate fonts/regular.ttf; do
	judge "--version -v is silent about $library" \
		grep -q "^$library [^ ]" <("$root/usr/bin/collectgen" --version -v)
done
judge 'make uninstall' quiet_make uninstall
judge 'uninstall left something, or took too much' test "$(files)" = ./usr/bin/other
echo "installed: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
