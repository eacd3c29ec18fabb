#!/usr/bin/env bash
# seeds.sh OUT: what every harness starts from, made of fixtures, goldens and examples, in
# OUT/<harness>/. A ledger of several files becomes one input: parts headed "%% path".
set -euo pipefail

out=${1:?the folder for the seeds}
cd "$(dirname "$0")/../.."
mkdir -p "$out"/{ledger,folder,template,markdown,fields,laws,font,logo}

joined() { # FOLDER
	local path first=true
	find "$1" -type f ! -path '*/.*' ! -path '*/out/*' | LC_ALL=C sort | while read -r path; do
		$first || printf '\n%%%% %s\n' "${path#"$1"/}"
		first=false
		cat "$path"
	done
}

for ledger in tests/errors/*/ledger examples/*/ tests/torture/ledger tests/hledger/*/; do
	[ -d "$ledger" ] || continue
	name=$(tr '/' '-' <<<"${ledger%/}")
	joined "$ledger" >"$out/folder/$name"
	[ "$(stat -c %s "$out/folder/$name")" -lt 20000 ] || continue
	cp "$out/folder/$name" "$out/ledger/$name"
done
for template in templates/letters/*/*.md templates/letters/en/partials/*.md; do
	name=$(tr '/' '-' <<<"$template")
	{
		cat "$template"
		printf '\n%%%% view\n'
		cat tests/torture/view.yaml
	} >"$out/template/$name"
	sed '1,/^---$/{/^---$/!b};s/{{[^}]*}}/word/g' "$template" | sed '1s/^/A/' \
		>"$out/markdown/$name"
done
awk -v OUT="$out/markdown/spec-" '/^```/ { n++; next } n % 2 { print > (OUT int(n / 2) ".md") }' \
	tests/spec/*.md
i=0
while read -r text; do
	i=$((i + 1))
	for field in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
		printf "\\x$(printf %02x $field)%s" "$text" >"$out/fields/$i-$field"
	done
done <tests/fuzz/fields.txt
# Choices need no sense: any bytes make a ledger.
for i in 1 2 3 4 5 6 7 8; do
	awk -v seed=$i 'BEGIN { srand(seed); for (n = 0; n < 50 * seed; n++) printf "%c", int(rand() * 94) + 33 }' \
		>"$out/laws/$i"
done
python3 tests/fuzz/fonts.py "$out/font"
find tests/unit/pictures examples/joinery -name '*.png' -size -12k -o -name '*.jpg' -size -12k |
	while read -r picture; do
		cp "$picture" "$out/logo/$(basename "$picture")"
	done
