#!/usr/bin/env bash
# manual.sh BINARY PAGE...: the manual is clean, says all that the program knows, and each
# command's help fits on a screen of 24 lines by 80 columns with the prompt below it.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
shift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/man"
export LC_ALL=C.UTF-8
passed=0 failed=0

judge() { # TEXT COMMAND...
	local text=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "tests/manual.sh: error: $text"
	fi
}

fits() { # WORDS...: what help prints about them
	"$binary" help "$@" >"$scratch/help"
	[ "$(wc -l <"$scratch/help")" -le 23 ] && [ "$(wc -L <"$scratch/help")" -le 79 ]
}

# Beside the others, which it refers to.
is_clean() { # PAGE
	local findings
	findings=$(cd "$scratch/man"
		mandoc -T lint -W all "$1" 2>&1 || true)
	printf %s "$findings"
	[ -z "$findings" ]
}

# Words in the page as it is read, the first of each line of standard input.
has_all() { # PAGE
	local word
	while read -r word _; do
		grep -qF -- "$word" "$scratch/$1.text" || {
			echo "'$word' is not in $1"
			return 1
		}
	done
}

for page; do
	cp "$page" "$scratch/man"
	mandoc -T utf8 -O width=200 "$page" | sed 's/.\x08//g' >"$scratch/$(basename "$page").text"
done
for page; do
	judge "$page is not clean" is_clean "$(basename "$page")"
done

judge 'the overview is larger than a screen' fits
"$binary" --complete '' | cut -f1 >"$scratch/commands"
judge 'a command is missing' has_all collectgen.1 <"$scratch/commands"
while read -r command; do
	judge "'help $command' is larger than a screen" fits "$command"
	"$binary" --complete "$command" - | cut -f1 >"$scratch/options"
	judge "an option of $command is missing" has_all collectgen.1 <"$scratch/options"
done <"$scratch/commands"
"$binary" help ledger | grep '^ *[a-z_]\+  \|^[a-z_]*:' | tr -d : >"$scratch/keys"
judge 'keys are read from help ledger' test "$(wc -l <"$scratch/keys")" -gt 150
judge 'a key is missing' has_all collectgen-ledger.5 <"$scratch/keys"
"$binary" help view | grep -E '^ *[a-z_.]+ +(text|money|date|count|rate|yes/no|lines|list|record)\b' \
	>"$scratch/names"
judge 'names are read from help view' test "$(wc -l <"$scratch/names")" -gt 100
judge 'a name is missing' has_all collectgen-templates.5 <"$scratch/names"
"$binary" help policies | sed '1d;/^$/,$d' >"$scratch/policies"
judge 'a policy is missing' has_all collectgen-policies.7 <"$scratch/policies"
echo "manual: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
