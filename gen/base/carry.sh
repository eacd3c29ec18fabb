#!/bin/sh
# carry.sh FONTS: writes, in assembler, the table of the files the binary carries (carried.h):
# all below templates/ by their path there, and FONTS/*.ttf as fonts/NAME. Run at the top of
# the repository by the Makefile; the fonts need not exist yet, only their names are used.
set -eu
fonts=$1

list() {
	find templates -type f ! -name '.*' | sed 's,^templates/\(.*\),\1 &,'
	for face in regular bold italic; do
		echo "fonts/$face.ttf $fonts/$face.ttf"
	done
}

# What the program was made from, whatever it is called.
sources=$(find gen templates -type f \( -name '*.[ch]' -o -path 'templates/*' \) | LC_ALL=C sort | xargs cat | sha256sum | cut -c 1-64)

list | LC_ALL=C sort | LC_ALL=C awk -v SOURCES="$sources" '
	{
		path[NR] = $1
		printf "\t.section .rodata\n"
		printf "path%d:\t.ascii \"%s\"\n", NR, $1
		printf "\t.balign 16\n"
		printf "from%d:\t.incbin \"%s\"\nupto%d:\t.byte 0\n", NR, $2, NR
	}
	END {
		# .dc.a is a word as wide as an address: pointers and size_t alike.
		printf "\t.section .data.rel.ro, \"aw\"\n\t.balign 16\n"
		printf "\t.globl carried_table\n\t.type carried_table, %%object\ncarried_table:\n"
		for (i = 1; i <= NR; i++)
			printf "\t.dc.a path%d, %d, from%d, upto%d - from%d\n", \
				i, length(path[i]), i, i, i
		printf "\t.size carried_table, . - carried_table\n"
		printf "\t.section .rodata\n\t.balign 16\n"
		printf "\t.globl carried_count\n\t.type carried_count, %%object\n"
		printf "carried_count:\n\t.dc.a %d\n", NR
		printf "\t.size carried_count, . - carried_count\n"
		printf "\t.globl carried_sources\n\t.type carried_sources, %%object\n"
		printf "carried_sources:\t.ascii \"%s\"\n", SOURCES
		printf "\t.size carried_sources, . - carried_sources\n"
		printf "\t.section .note.GNU-stack, \"\", %%progbits\n"
	}'
