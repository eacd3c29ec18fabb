#!/usr/bin/env bash
# hardening.sh BINARY: what the linker and the compiler were asked for is in the binary.
set -euo pipefail

binary=${1:?the collectgen to test}
failed=0

has() { # WHAT PATTERN TEXT
	if ! grep -qE -- "$2" <<<"$3"; then
		failed=$((failed + 1))
		echo "hardening: error: $1: no '$2' in $binary"
	fi
}

lacks() { # WHAT PATTERN TEXT
	if grep -qE -- "$2" <<<"$3"; then
		failed=$((failed + 1))
		echo "hardening: error: $1: $binary has $(grep -E -m1 -- "$2" <<<"$3")"
	fi
}

head=$(readelf -hW "$binary")
segments=$(readelf -lW "$binary")
dynamic=$(readelf -dW "$binary")
symbols=$(readelf --dyn-syms -W "$binary")
has 'position independent' 'Type: +DYN' "$head"
has 'position independent' 'FLAGS_1.*PIE' "$dynamic"
has 'relocations read-only' 'GNU_RELRO' "$segments"
has 'bound at start' 'BIND_NOW|FLAGS.*NOW' "$dynamic"
has 'stack not executable' 'GNU_STACK +0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ RW +' "$segments"
lacks 'nothing both writable and executable' 'LOAD.* RWE ' "$segments"
has 'stack protector' '__stack_chk_fail' "$symbols"
has 'checked calls' '__[a-z]+_chk(@|$| )' "$symbols"
lacks 'libraries from the system alone' 'RPATH|RUNPATH' "$dynamic"
lacks 'nothing that speaks to the network or starts a program' \
	' (socket|connect|getaddrinfo|gethostbyname|system|popen|exec[lv][a-z]*|posix_spawn[a-z]*)@' "$symbols"
lacks 'no unbounded copy' ' (gets|strcpy|strcat|sprintf|vsprintf)@' "$symbols"
if [ $failed -eq 0 ]; then
	echo "hardening: PIE, RELRO, BIND_NOW, NX, stack protector, fortified, no socket, no shell"
fi
[ $failed -eq 0 ]
