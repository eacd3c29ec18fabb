#!/usr/bin/env bash
# house_test.sh: breaks each law of the house in a small tree and sees house.sh trip, at the
# right file and line, and stay silent about the tree that breaks none.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

# A house in which every law is kept.
sound_house() {
	rm -rf "$scratch/house"
	mkdir -p "$scratch/house"
	cd "$scratch/house"
	mkdir -p cmd gen/{base,diag,ledger,text,reckon,page,press,run} templates examples tests/errors .ci
	touch Makefile README.md .clang-format .clang-tidy .gitignore .editorconfig .pre-commit-hooks.yaml
	write gen/base/sum.h '/* sum: adds.' ' * Floor 0. */' '#ifndef BASE_SUM_H' \
		'#define BASE_SUM_H' 'int sum_of(int a, int b);' '#endif'
	write gen/base/sum.c '#include "base/sum.h"' 'static const int zero = 0;' \
		'static const char *const names[] = {"a", "/*"};' 'int sum_of(int a, int b)' '{' \
		'	/* malloc(1), float: only words in a comment */' \
		'	return names[0][0] ? a + b + zero : 0;' '}'
	write gen/diag/catalogue.h '/* catalogue: findings.' ' * Floor 1. */' \
		'#ifndef DIAG_CATALOGUE_H' '#define DIAG_CATALOGUE_H' "#define NOTICES(X) \\" \
		'	X(KEY_UNKNOWN, "key-unknown", ERROR, "unknown key", "why")' '#endif'
	write tests/errors/key-unknown/expected 'a.yaml:1:1: error: unknown key [key-unknown]'
}

write() { # FILE LINES...
	local file=$1
	shift
	mkdir -p "$(dirname "$file")"
	printf '%s\n' "$@" >"$file"
}

# expect WHAT PATTERN: house.sh reports a line that begins so; nothing else may be wrong.
expect() {
	local out faults
	out=$("$here/house.sh" . 2>&1) || true
	faults=$(grep ': error: ' <<<"$out" || true)
	if [ -n "$2" ] && grep -q "^$2" <<<"$faults" && ! grep -qv "^$2" <<<"$faults"; then
		passed=$((passed + 1))
	elif [ -z "$2" ] && [ -z "$faults" ] && grep -q '^house: 0 breaches' <<<"$out"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "house_test: $1: expected '$2', got:"
		echo "$out"
	fi
}

# breach WHAT PATTERN FILE LINES...: a sound house but for one file.
breach() {
	local what=$1 pattern=$2
	shift 2
	sound_house
	write "$@"
	expect "$what" "$pattern"
}

# header FILE GUARD FLOOR LINES...: a header that is well but for what LINES hold (from line 5).
header() {
	local file=$1 guard=$2 floor=$3 name
	shift 3
	name=$(basename "$file" .h)
	write "$file" "/* $name: for the test." " * Floor $floor. */" "#ifndef $guard" "#define $guard" \
		"$@" '#endif'
}

repeat() { # COUNT TEXT
	local i
	for ((i = 0; i < $1; i++)); do echo "$2"; done
}

sound_house
expect 'a sound house' ''

# --- Floors, wings, cycles, libraries ---
breach 'a lower floor includes a higher one' 'gen/base/up.c:1: error: floor 0 (base) includes floor 1' \
	gen/base/up.c '#include "diag/catalogue.h"'
sound_house
header gen/ledger/book.h LEDGER_BOOK_H 2
write gen/page/frame.c '#include "ledger/book.h"'
expect 'paper includes money' 'gen/page/frame.c:1: error: the paper wing (page) includes the money wing'
sound_house
header gen/text/tree.h TEXT_TREE_H 2
write gen/reckon/sum.c '' '#include "text/tree.h"'
expect 'money includes paper' 'gen/reckon/sum.c:2: error: the money wing (reckon) includes the paper'
breach 'an include of no floor' "gen/base/x.c:1: error: 'cellar/x.h' is on no floor" \
	gen/base/x.c '#include "cellar/x.h"'
sound_house
header gen/base/a.h BASE_A_H 0 '#include "base/b.h"'
header gen/base/b.h BASE_B_H 0 '#include "base/a.h"'
expect 'an include cycle' "gen/base/[ab].h:5: error: an include cycle goes through 'gen/base/[ab].h'"
sound_house
header gen/base/a.h BASE_A_H 0
header gen/base/b.h BASE_B_H 0 '#include "base/a.h"'
write gen/base/a.c '#include "b.h"'
expect 'a room split in two' ''
breach 'libyaml outside its room' 'gen/ledger/x.c:1: error: <yaml.h> outside its room' \
	gen/ledger/x.c '#include <yaml.h>'
breach 'libharu outside press' 'gen/page/x.c:1: error: <hpdf_types.h> outside its room' \
	gen/page/x.c '#include <hpdf_types.h>'
sound_house
write gen/press/a.c '#include <harfbuzz/hb.h>'
write gen/press/b.c '#include <hb-ot.h>'
expect 'HarfBuzz in two rooms' 'gen/press/b.c:1: error: <hb-ot.h> already has its room'
breach 'a library nobody knows' 'gen/base/x.c:1: error: <curl/curl.h> is a library without a room' \
	gen/base/x.c '#include <curl/curl.h>'

# --- Names outside their room ---
for call in 'malloc(1)' 'free(p)' 'calloc(1, 1)' 'time(0)' 'getenv(p)' 'rand()' 'fopen(p, p)' \
	'open(p, 0)' 'sprintf(p, p)' 'strcpy(p, p)' 'atoi(p)' 'strtok(p, p)' 'alloca(1)' \
	'system(p)' 'longjmp(p, 1)' 'socket(1, 1, 1)' 'printf(p)' 'exit(1)' 'setlocale(1, p)'; do
	breach "$call on floor 0" "gen/base/x.c:3: error: '${call%%(*}':" \
		gen/base/x.c 'void x_of(char *p)' '{' "	$call;" '}'
done
breach 'malloc by its address' "gen/base/x.c:1: error: 'malloc':" \
	gen/base/x.c 'static void *(*const make)(size_t) = malloc;'
breach 'the clock in the run floor' '' gen/run/x.c 'void x(void)' '{' '	time(0);' '}'
breach "a struct's own open" '' gen/base/x.c 'int x(struct s *s)' '{' '	return s->open(1);' '}'
breach 'a float outside press' "gen/page/x.c:1: error: 'double':" gen/page/x.c 'int x(double d);'
breach 'a float in press' '' gen/press/x.c 'int x(double d);'
breach 'an empty word in an exported name' "gen/base/x.h:5: error: 'x_get_all' says nothing" \
	gen/base/x.h '/* x: for the test.' ' * Floor 0. */' '#ifndef BASE_X_H' '#define BASE_X_H' \
	'int x_get_all(void);' '#endif'

# --- Shape ---
breach 'a static that changes' 'gen/base/x.c:1: error: a variable that lives' \
	gen/base/x.c 'static int count;'
breach 'a global that changes' 'gen/base/x.c:1: error: a variable that lives' \
	gen/base/x.c 'int count = 3;'
breach 'a table of pointers that change' 'gen/base/x.c:1: error: a variable that lives' \
	gen/base/x.c 'static const char *names[] = {"a"};'
breach 'a pointer to a function that changes' 'gen/base/x.c:1: error: a variable that lives' \
	gen/base/x.c 'static int (*hook)(int a);'
breach 'a function that takes a function' '' gen/base/x.c 'int x(int (*hook)(int a), int b);'
breach 'a static inside a function' 'gen/base/x.c:3: error: a variable that lives' \
	gen/base/x.c 'int x(void)' '{' '	static int calls = 0;' '	return calls++;' '}'
breach 'a typedef of a struct' 'gen/base/x.c:1: error: a struct, union or enum keeps its tag' \
	gen/base/x.c 'typedef struct x x;'
breach 'a typedef of a struct with its body' 'gen/base/x.c:1: error: a struct, union or enum keeps' \
	gen/base/x.c 'typedef struct {' '	int a;' '} x;'
breach 'a typedef of a pointer' 'gen/base/x.c:1: error: a pointer hides' \
	gen/base/x.c 'typedef const char *text;'
breach 'a typedef of a scalar' '' gen/base/x.c 'typedef int day;'
breach 'the type of a function' '' gen/base/x.c 'typedef void act(struct x *x);'
breach 'a table of functions' '' gen/base/x.c \
	'static int (*const acts[])(struct str, struct x *) = {' '	one, two};'
breach 'two forward declarations' 'gen/base/x.c:2: error: a second forward declaration' \
	gen/base/x.c 'static int later(int a);' 'static int latest(int a);'
mapfile -t body < <(repeat 58 '	a++;')
breach 'a function of 61 lines' "gen/base/x.c:1: error: 'x' is 61 lines long" \
	gen/base/x.c 'void x(int a)' '{' "${body[@]}" '}'
breach 'a function of 60 lines' '' gen/base/x.c 'void x(int a)' '{' "${body[@]:1}" '}'
mapfile -t body < <(repeat 401 '')
breach 'a file of 401 lines' 'gen/base/x.c:400: error: 401 lines' gen/base/x.c "${body[@]}"

# --- Headers, catalogue, top level ---
sound_house
header gen/base/x.h BASE_X_H 3
expect 'a header on the wrong floor' 'gen/base/x.h:2: error: says floor 3, stands on floor 0'
sound_house
header gen/base/x.h X_H 0
expect 'a wrong guard' 'gen/base/x.h:[34]: error: the guard is BASE_X_H'
breach 'a header without words' 'gen/base/x.h:1: error: ' gen/base/x.h 'int x(void);'
sound_house
rm tests/errors/key-unknown/expected
expect 'a code without fixture' 'gen/diag/catalogue.h:6: error: no tests/errors/key-unknown/expected'
breach 'a fixture that shows something else' 'tests/errors/key-unknown/expected:1: error: does not show' \
	tests/errors/key-unknown/expected 'a.yaml:1:1: error: other [other]'
breach 'a fixture of no code' "tests/errors/gone/:1: error: 'gone' is not a code" \
	tests/errors/gone/expected 'a'
breach 'a stranger at the top' 'src:1: error: does not belong' src 'x'
sound_house
rm README.md
expect 'no README' 'README.md:1: error: missing'
breach 'unfinished work' 'gen/base/x.c:2: error: unfinished' gen/base/x.c '' '/* TODO: later */'

echo "house_test: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
