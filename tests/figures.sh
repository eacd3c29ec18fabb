#!/usr/bin/env bash
# figures.sh BINARY: what the examples' documents say is what `status --format json` says,
# figure by figure, read back from the PDF in the places where they belong, in the language
# of each document.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
top=$(cd "$(dirname "$0")/.." && pwd)
as_of=2026-11-30
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8
passed=0 failed=0

judge() { # WHAT FILE PATTERN: a line of the file is like the pattern
	if grep -Eq -- "$3" "$2"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "figures: $1: no line like '$3' in ${2#"$scratch/"}"
	fi
}

agree() { # WHAT GOT WANTED
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "figures: $1: $2, not $3"
	fi
}

# How the locale writes figures and days: patterns, in which a dot also stands for the
# blanks that are no-break ones.
speak() { # LOCALE
	mark='\.' group=',' order=before months=(January February March April May June July
		August September October November December)
	case $1 in
	de*) mark=',' group='\.' order=behind months=(Januar Februar März April Mai Juni Juli
		August September Oktober November Dezember) ;;
	fr*) mark=',' group='.' order=behind months=(janvier février mars avril mai juin juillet
		août septembre octobre novembre décembre) ;;
	esac
	tongue=$1
}

# 1250.00 → 1,250\.00
figure() { # AMOUNT
	local whole=${1%.*} sign='' tail=''
	[ "${whole#-}" = "$whole" ] || sign=. whole=${whole#-}
	while [ ${#whole} -gt 3 ]; do
		tail=$group${whole: -3}$tail
		whole=${whole::-3}
	done
	printf '%s' "$sign$whole$tail$mark${1##*.}"
}

# With its currency's sign.
money() { # CURRENCY AMOUNT
	local sign
	case $1 in GBP) sign='£' ;; EUR) sign='€' ;; USD) sign="\\\$" ;; *) sign=$1 ;; esac
	if [ $order = before ]; then
		local plain
		plain=$(figure "$2")
		[ "${2#-}" = "$2" ] || sign=.$sign plain=${plain#.}
		printf '%s' "$sign$plain"
	else
		printf '%s.%s' "$(figure "$2")" "$sign"
	fi
}

# 2026-12-07 → 7 December 2026
day() { # YYYY-MM-DD
	local month=${months[10#${1:5:2} - 1]} n=$((10#${1:8:2}))
	case $tongue in
	en-US) printf '%s.%s,.%s' "$month" $n "${1::4}" ;;
	de*) printf '%s..%s.%s' $n "$month" "${1::4}" ;;
	*) printf '%s.%s.%s' $n "$month" "${1::4}" ;;
	esac
}

locale_of() { # DOCUMENT
	jq -r --arg path "$1" '.documents[] | select(.path == $path).locale' "$run/manifest.json"
}

# Statements of open items: every open invoice on a line of its own with its amount and what
# is open. Of the month's activity: the balance that it closes with. Both: the sums of the
# account.
statements() { # LEDGER
	local customer currency number amount principal balance interest compensation aging text
	while IFS=$'\t' read -r customer currency number amount principal; do
		text=$run/statements/$customer/$currency.txt
		speak "$(locale_of "statements/$customer/$currency.pdf")"
		! is_activity "$customer" "$currency" || continue
		judge "$customer" "$text" "^ *$number .* $(figure "$amount") .*$(figure "$principal")\$"
	done < <(jq -r '.accounts[] | . as $a | .invoices[] | [$a.customer, $a.currency, .number,
		.amount, .principal] | @tsv' "$scratch/status.json")
	while IFS=$'\t' read -r customer currency balance interest compensation aging; do
		text=$run/statements/$customer/$currency.txt
		speak "$(locale_of "statements/$customer/$currency.pdf")"
		judge "$customer's balance" "$text" " $(money "$currency" "$balance")\$"
		[ "$interest" = 0.00 ] || judge "$customer's interest" "$text" \
			"^ *(Statutory interest|Interest|Verzugszinsen|Intérêts de retard) .*$(figure "$interest")\$"
		[ "$compensation" = 0.00 ] || judge "$customer's compensation" "$text" \
			"^ *(Late payment compensation|Verzugspauschale|Indemnité forfaitaire.*) .*$(figure "$compensation")\$"
		pattern='^ *'
		for bucket in $aging; do pattern+=" *$(figure "$bucket")"; done
		judge "$customer's aging" "$text" "$pattern\$"
	done < <(jq -r '.accounts[] | select(.invoices | length > 0) | [.customer, .currency,
		.balance, .interest, .compensation, .aging.not_due, .aging.buckets[].amount] | @tsv' \
		"$scratch/status.json")
}

is_activity() { # CUSTOMER CURRENCY
	jq -e --arg path "statements/$1/$2.pdf" '.documents[] | select(.path == $path).template |
		endswith("statement-activity.md")' "$run/manifest.json" >"$scratch/is"
}

# Activity statements: what is brought forward is the balance of the evening before, and the
# amounts between it and the balance add up.
activities() { # LEDGER
	local path customer currency text before
	while IFS=$'\t' read -r path customer currency; do
		text=$run/${path%.pdf}.txt
		speak "$(locale_of "$path")"
		before=$("$binary" status -q "$1" --as-of 2026-10-31 --format json --color never \
			2>>"$scratch/said" | jq -r --arg c "$customer" --arg u "$currency" \
			'[.accounts[] | select(.customer == $c and .currency == $u).balance][0] // "0.00"')
		judge "$customer brings forward" "$text" \
			"(Balance brought forward|Balance forward|Saldovortrag|Solde reporté) .*$(figure "$before")\$"
		agree "$customer's movements" "$(added "$text")" "$(jq -r --arg c "$customer" \
			--arg u "$currency" '.accounts[] | select(.customer == $c and .currency == $u).balance' \
			"$scratch/status.json")"
	done < <(jq -r '.documents[] | select(.template | endswith("statement-activity.md")) |
		[.path, .customer, .currency] | @tsv' "$run/manifest.json")
}

# The sum of the amounts of the first table, read back into plain figures.
added() { # TEXT
	sed -n '/\(Amount\|Betrag\|Montant\)$/,/^\(Balance on\|Saldo am\|Solde au\)/p' "$1" | sed '1d;$d' |
		sed 's/.* //; s/−/-/' | if [ "$mark" = ',' ]; then sed 's/[^0-9,-]//g; y/,/./'; else
		sed 's/,//g'; fi | awk '/[0-9]/ { sum += $1 } END { printf "%.2f", sum }'
}

# Letters: the demand in the subject and again in the payment box, the day to pay by, and a
# line for each invoice that moves on.
letters() { # LEDGER
	local customer currency policy stage demand pay_by number text sum
	while IFS=$'\t' read -r customer currency policy stage demand pay_by number; do
		text=$run/letters/$customer/$stage-$currency-$policy.txt
		speak "$(locale_of "letters/$customer/$stage-$currency-$policy.pdf")"
		sum=$(money "$currency" "$demand")
		judge "$customer's demand" "$text" "^[^ ].* $sum( .*)?\$"
		judge "$customer's payment box" "$text" "^ *(To pay|Zu zahlen|À régler) +$sum\$"
		[ "$pay_by" = null ] || judge "$customer's deadline" "$text" \
			"^ *(Please pay by|Spätestens am|Au plus tard le) +$(day "$pay_by")\$"
		judge "$customer's invoice" "$text" "^ *$number "
	done < <(jq -r '.accounts[] | . as $a | .letters[] | . as $l | .advances | keys[] |
		[$a.customer, $a.currency, $l.policy, $l.stage, $l.demand, $l.pay_by // "null", .] |
		@tsv' "$scratch/status.json")
	agree "letters of $(basename "$1")" "$(find "$run/letters" -name '*.pdf' | wc -l)" \
		"$(jq '[.accounts[].letters[]] | length' "$scratch/status.json")"
}

for name in joinery tischlerei atelier studio; do
	ledger=$top/examples/$name
	"$binary" build -q "$ledger" --as-of $as_of -o "$scratch/$name" --color never \
		2>>"$scratch/said"
	"$binary" status -q "$ledger" --as-of $as_of --format json --color never \
		>"$scratch/status.json" 2>>"$scratch/said"
	run=$scratch/$name/$as_of
	while read -r pdf; do
		pdftotext -layout "$pdf" "${pdf%.pdf}.txt"
	done < <(find "$run" -name '*.pdf')
	statements "$ledger"
	activities "$ledger"
	letters "$ledger"
done
echo "figures: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 200 ]
