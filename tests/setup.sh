#!/usr/bin/env bash
# setup.sh [--install] build|test|deb|peers: is everything there that building (testing,
# packing, comparing) needs?
# Libraries are probed by compiling and linking, because libhpdf and libunistring have no
# pkg-config file and a header alone proves nothing. With --install, what is missing comes
# from Debian by apt-get, through sudo when not root; without, it is only named (exit 1).
set -euo pipefail

CC=${CC:-cc}
NOTO=${NOTO:-/usr/share/fonts/truetype/noto}

missing=()

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# link FLAGS PROGRAM: does the program compile and link?
link() {
	printf '%s\n' "$2" >"$scratch/probe.c"
	# shellcheck disable=SC2086 # the flags are words
	"$CC" -o "$scratch/probe" "$scratch/probe.c" $1 >/dev/null 2>&1
}

# library PACKAGE FLAGS HEADER USE
library() {
	link "$2" "#include <stddef.h>
#include <stdio.h>
#include <$3>
int main(void) { return (int)(size_t)($4); }" || missing+=("$1")
}

# exports PACKAGE FLAGS FUNCTION: one that no header names
exports() {
	link "$2" "extern void $3(void);
int main(void) { $3(); }" || missing+=("$1")
}

module() { # PACKAGE NAME, of Python
	python3 -c "import $2" 2>/dev/null || missing+=("$1")
}

debian_module() { # PACKAGE NAME, of Debian's own Python, whichever is first in PATH
	/usr/bin/python3 -c "import $2" 2>/dev/null || missing+=("$1")
}

tool() { # PACKAGE COMMAND
	command -v "$2" >/dev/null || missing+=("$1")
}

file() { # PACKAGE PATH
	[ -r "$2" ] || missing+=("$1")
}

# libFuzzer and the sanitizers' runtimes are a package of their own, named for the version.
fuzzer() {
	local runtime
	runtime=$(clang --print-file-name=libclang_rt.fuzzer-x86_64.a 2>/dev/null) || return 0
	[ -r "$runtime" ] || runtime=$(clang --print-file-name=libclang_rt.fuzzer.a)
	[ -r "$runtime" ] || missing+=("libclang-rt-$(clang -dumpversion | cut -d. -f1)-dev")
}

probe_build() {
	missing=()
	tool gcc "$CC"
	library libc6-dev '' stdlib.h 'abort'
	library libyaml-dev -lyaml yaml.h yaml_parser_initialize
	library libhpdf-dev -lhpdf hpdf.h HPDF_NewEx
	library libpcre2-dev -lpcre2-8 'stdio.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h' pcre2_compile
	library libmd4c-dev -lmd4c md4c.h md_parse
	library libunistring-dev -lunistring uninorm.h u8_normalize
	library libqrencode-dev -lqrencode qrencode.h QRcode_encodeString
	exports libqrencode-dev -lqrencode QRcode_encodeMask
	library libharfbuzz-dev '-lharfbuzz -lharfbuzz-subset' harfbuzz/hb-subset.h hb_subset_or_fail
	library libpng-dev -lpng png.h png_image_finish_read
	library libdeflate-dev -ldeflate libdeflate.h libdeflate_alloc_compressor
	library nettle-dev -lnettle nettle/sha2.h nettle_sha256_init
	file fonts-noto-core "$NOTO/NotoSans-Regular.ttf"
}

probe_test() {
	missing=()
	library libcriterion-dev -lcriterion criterion/criterion.h criterion_initialize
	tool clang-format clang-format
	tool cppcheck cppcheck
	tool shellcheck shellcheck
	tool qpdf qpdf
	tool zbar-tools zbarimg
	file fonts-dejavu-core /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
	file fonts-dejavu-extra /usr/share/fonts/truetype/dejavu/DejaVuSans-Oblique.ttf
	tool poppler-utils pdftotext
	tool jq jq
	tool faketime faketime
	tool gcovr gcovr
	tool hledger hledger
	module python3-jsonschema jsonschema
	module python3-yaml yaml
	file locales /usr/share/i18n/locales/de_DE
	tool libc-bin localedef
	tool strace strace
	tool valgrind valgrind
	tool clang clang
	tool clang-tidy clang-tidy
	fuzzer
	tool mandoc mandoc
	tool zsh zsh
	tool fish fish
}

# To make the Debian package, look it over, and try it on a bare system.
probe_deb() {
	missing=()
	tool dpkg-dev dpkg-buildpackage
	tool debhelper dh
	tool lintian lintian
	tool debootstrap debootstrap
	tool librsvg2-bin rsvg-convert
	file fonts-dejavu-core /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf
}

# The other typesetters that `make bench-peers` compares with.
probe_peers() {
	missing=()
	debian_module python3-reportlab reportlab
	debian_module weasyprint weasyprint
	debian_module python3-gi-cairo gi._gi_cairo
	file gir1.2-pango-1.0 "/usr/lib/$(uname -m)-linux-gnu/girepository-1.0/PangoCairo-1.0.typelib"
	file groff /usr/share/groff/current/font/devpdf/DESC
	tool texlive-latex-base pdflatex
	tool poppler-utils pdftotext
	file fonts-noto-core "$NOTO/NotoSans-Regular.ttf"
}

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
		sudo "$@"
	else
		return 127
	fi
}

give_up() {
	echo "setup: $1; as root, run: apt-get install -y ${missing[*]}" >&2
	exit 1
}

install_missing() {
	command -v apt-get >/dev/null || give_up 'there is no apt-get here'
	as_root true || give_up 'neither root nor sudo'
	echo "setup: installing ${missing[*]}" >&2
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update >&2
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y \
		--no-install-recommends "${missing[@]}" >&2
}

wish=name
if [ "${1-}" = --install ]; then
	wish=install
	shift
fi
group=${1:?build, test, deb or peers}

"probe_$group"
[ ${#missing[@]} -eq 0 ] && exit 0
echo "setup: missing for '$group': ${missing[*]}" >&2
[ $wish = install ] || give_up "'make setup' installs them"
install_missing
"probe_$group"
[ ${#missing[@]} -eq 0 ] || give_up "still missing after the installation: ${missing[*]}"
