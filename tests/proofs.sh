#!/usr/bin/env bash
# proofs.sh PROOFS: the documents of the ledgers in golden/ledgers, page by page, against what
# is kept below golden/: readable proofs, and the digests of the PDF files' bytes, which are
# compared where the libraries and fonts are the same. And for every document, kept or not:
# pdftotext reads the proof's words out of the PDF, in their order.
# UPDATE=1 writes what is kept anew: read the difference before you commit it.
set -euo pipefail

proofs=$(realpath "${1:?the program that makes proofs}")
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1
passed=0 failed=0

judge() { # WHAT COMMAND...: the command says nothing and ends well
	local what=$1
	shift
	if "$@" >"$scratch/said" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "proofs: $what"
		head -40 "$scratch/said"
	fi
}

# The names of its documents: those that a pattern of FOLDER/documents names, or of the folder
# above; without either all of them.
kept() { # FOLDER MADE
	local list pattern
	for list in "$1/documents" "$1/../documents"; do
		[ -f "$list" ] || continue
		while read -r pattern; do
			(cd "$2" && compgen -G "$pattern.txt") || echo "$pattern.txt: none"
		done <"$list" | sed 's/\.txt$//'
		return
	done
	basename -s .txt "$2"/*.txt
}

# A ledger is a folder, or files joined by commas that make one.
gather() { # LEDGER
	if [ -d "$1" ]; then
		echo "$1"
		return
	fi
	local files
	IFS=, read -ra files <<<"$1"
	rm -rf "$scratch/ledger"
	mkdir "$scratch/ledger"
	cp "${files[@]}" "$scratch/ledger"
	echo "$scratch/ledger"
}

digests() { # FOLDER MADE: what touches the bytes, then the bytes
	cat "$2/versions"
	kept "$1" "$2" | (cd "$2" && sed 's/$/.pdf/' | xargs sha256sum)
}

update() { # FOLDER MADE
	local name
	rm -f "$1"/*.txt
	while read -r name; do
		cp "$2/$name.txt" "$1/$name.txt"
	done < <(kept "$1" "$2")
	digests "$1" "$2" >"$1/pdf.sha256"
}

names() { # FOLDER
	(cd "$1" && basename -s .txt ./*.txt)
}

compare() { # FOLDER MADE
	local name
	kept "$1" "$2" | LC_ALL=C sort >"$scratch/wanted"
	names "$1" | LC_ALL=C sort >"$scratch/there"
	judge "$1 keeps other documents than it should" diff "$scratch/wanted" "$scratch/there"
	while read -r name; do
		judge "$1/$name.txt is another page" diff -u "$1/$name.txt" "$2/$name.txt"
	done <"$scratch/there"
	if grep '^#' "$1/pdf.sha256" | cmp -s - "$2/versions"; then
		digests "$1" "$2" >"$scratch/digests"
		judge "$1: other bytes" diff "$1/pdf.sha256" "$scratch/digests"
	else
		echo "proofs: $1: other libraries or fonts, bytes not compared"
	fi
}

while read -r name ledger as_of; do
	made=$scratch/$name
	mkdir -p "$made" "tests/golden/$name"
	judge "$ledger cannot be proved" "$proofs" "$(gather "$ledger")" "$as_of" "$made"
	[ -f "$made/versions" ] || continue
	[ -z "${UPDATE-}" ] || update "tests/golden/$name" "$made"
	compare "tests/golden/$name" "$made"
	judge "$name: a proof has other words than its PDF" python3 tests/golden/words.py "$made"
done < <(grep -v '^#' tests/golden/ledgers)
echo "proofs: $passed passed, $failed failed"
[ "$failed" -eq 0 ] || echo "proofs: where the new pages are right, UPDATE=1 keeps them instead"
[ "$failed" -eq 0 ] && [ "$passed" -gt 10 ]
