#!/usr/bin/env bash
# spec.sh BINARY [DOCUMENT...]: the documents of tests/spec/ and the README are run, so that
# what they say stays true. In a document,
#
#   ```yaml file=NAME      writes the block to NAME (any language before file=)
#   ```console             runs each line after `$ `; the lines up to the next `$ ` are what
#                          it prints, standard output and error together
#   ```console file=...    is not run, like every other block
#
# Each document has one fresh folder, in which its blocks work one after the other. The
# commands see `collectgen`, and `examples` and `templates` of the repository (as copies).
# A line `...` alone stands for any lines; `[exit N]` as the last line wants that exit code,
# else 0 is wanted. `make` commands and `git clone` are not run: the tests run them anyway.
# UPDATE=1 writes into the documents what was printed where it differs.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
shift
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
[ $# -gt 0 ] || set -- README.md tests/spec/*.md
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$binary" "$scratch/bin/collectgen"
passed=0 failed=0

# A document → numbered files: files/NAME, N.run (the command), N.want (its output), N.line.
cut_up() { # DOCUMENT FOLDER
	awk -v folder="$2" '
	function close_case() { if (wanting) close(folder "/" n ".want"); wanting = 0 }
	/^```/ && !fence {
		fence = 1
		name = ""
		console = $0 ~ /^```console[ \t]*$/
		if (match($0, /file=[^ \t]+/))
			name = substr($0, RSTART + 5, RLENGTH - 5)
		if (name != "") {
			n++
			print name > (folder "/" n ".file")
			printf "" > (folder "/" n ".text")
		}
		next
	}
	/^```/ { close_case(); fence = 0; next }
	!fence { next }
	name != "" { print > (folder "/" n ".text"); next }
	console && /^\$ / {
		close_case()
		n++
		print substr($0, 3) > (folder "/" n ".run")
		print FNR > (folder "/" n ".line")
		printf "" > (folder "/" n ".want")
		wanting = 1
		continued = $0 ~ /\\$/
		next
	}
	console && continued {
		print > (folder "/" n ".run")
		continued = $0 ~ /\\$/
		next
	}
	console && wanting { print > (folder "/" n ".want") }
	END { print n + 0 }' "$1"
}

# Does FILE agree with WANT, in which `...` stands for any lines?
agrees() { # WANT FILE
	awk '
	NR == FNR { want[++n] = $0; next }
	{ line[++m] = $0 }
	function matches(i, j) {
		for (; i <= n; i++) {
			if (want[i] == "...") {
				for (; j <= m + 1; j++)
					if (matches(i + 1, j))
						return 1
				return 0
			}
			if (j > m || want[i] != line[j])
				return 0
			j++
		}
		return j > m
	}
	END { exit !matches(1, 1) }' "$1" "$2"
}

run_case() { # DOCUMENT FOLDER N
	local case=$2/$3 code=0
	(cd "$2/work" && env -u CI -u GITHUB_ACTIONS -u NO_COLOR TZ=UTC LC_ALL=C.UTF-8 \
		PATH="$scratch/bin:$PATH" timeout 300 bash "../$3.run") </dev/null >"$case.got" 2>&1 || code=$?
	[ $code -eq 0 ] || echo "[exit $code]" >>"$case.got"
	if agrees "$case.want" "$case.got"; then
		passed=$((passed + 1))
		cp "$case.want" "$case.got"
	else
		failed=$((failed + 1))
		echo "$1:$(cat "$case.line"): error: prints something else: $(head -1 "$case.run")"
		diff -u --label 'what the document says' --label 'what was printed' \
			"$case.want" "$case.got" || true
	fi
}

# The document with what was printed in place of what it says.
rewrite() { # DOCUMENT FOLDER
	awk -v folder="$2" '
	/^```/ && !fence {
		fence = 1
		console = $0 ~ /^```console[ \t]*$/
		wanting = 0
		if ($0 ~ /file=/)
			n++
		print
		next
	}
	/^```/ { fence = 0 }
	fence && console && /^\$ / {
		n++
		print
		while (/\\$/ && (getline > 0))
			print
		got = folder "/" n ".got"
		wanting = (getline line < got) > 0
		if (wanting) {
			do print line; while ((getline line < got) > 0)
		} else {
			wanting = system("test -e " got) == 0
		}
		next
	}
	fence && console && wanting { next }
	{ print }' "$1" >"$2/rewritten"
	cmp -s "$2/rewritten" "$1" || cp "$2/rewritten" "$1"
}

run_document() { # DOCUMENT
	local folder=$scratch/document count i
	rm -rf "$folder"
	mkdir -p "$folder/work"
	cp -R "$top/examples" "$top/templates" "$folder/work/"
	count=$(cut_up "$1" "$folder")
	for ((i = 1; i <= count; i++)); do
		if [ -f "$folder/$i.file" ]; then
			mkdir -p "$folder/work/$(dirname "$(cat "$folder/$i.file")")"
			cp "$folder/$i.text" "$folder/work/$(cat "$folder/$i.file")"
		elif ! grep -qE '^(make|git clone|sudo|cd)( |$)' "$folder/$i.run"; then
			run_case "$1" "$folder" "$i"
		fi
	done
	[ -z "${UPDATE-}" ] || rewrite "$1" "$folder"
}

for document; do
	[ ! -f "$document" ] || run_document "$document"
done
echo "spec: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
