#!/usr/bin/env bash
# sent.sh BINARY: what was sent is logged once, moves each stage on once, and never changes
# behind anyone's back; what was built can be proven.
set -euo pipefail

binary=$(realpath "${1:?the collectgen to test}")
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch"
unset CI GITHUB_ACTIONS
export LC_ALL=C.UTF-8 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
passed=0 failed=0
day=2026-11-30
log=books/log/$day.yaml
acme=letters/acme/reminder-1-GBP-gb-business.pdf
bolt=letters/bolt/reminder-2-GBP-strict.pdf

tell() { # TEXT COMMAND...: the command is to succeed
	local text=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "tests/sent.sh: error: $text"
	fi
}

# ends CODE WORDS...: runs collectgen with the words, output in out.txt and err.txt.
ends() {
	local wanted=$1 code=0
	shift
	"$binary" "$@" >out.txt 2>err.txt </dev/null || code=$?
	[ "$code" -eq "$wanted" ] || {
		echo "exit code $code, not $wanted: collectgen $*"
		cat out.txt err.txt
		return 1
	}
}

said() { # TEXT, on either stream
	grep -qF -- "$1" out.txt err.txt || {
		echo "does not say '$1':"
		cat out.txt err.txt
		return 1
	}
}

not() {
	! "$@"
}

entries() { # NUMBER: of entries in the day's log
	[ "$(grep -c '^  - date:' "$log")" -eq "$1" ]
}

silent() {
	[ ! -s out.txt ] && [ ! -s err.txt ]
}

# stage INVOICE STAGE DAY: the stage the invoice has reached.
stage() {
	"$binary" status books --as-of "$3" --format json 2>err.txt |
		grep -qF "\"number\": \"$1\"" || return 1
	"$binary" status books --as-of "$3" --format json 2>err.txt |
		sed 's/"number"/\n&/g' | grep -F "\"number\": \"$1\"" |
		grep -qF "\"stage\": $2,"
}

letters() { # NUMBER DAY: that a build of the day would make
	ends 0 build books --as-of "$2" --kind letters --dry-run && said " $1 letter"
}

fresh() { # a ledger, and the run of its day
	rm -rf books out
	mkdir books
	cat >books/books.yaml <<'YAML'
creditor:
  name: Harbour & Finch Joinery Ltd
  address: Bristol
  country: GB
  payments_to: [2026-11-30, 2026-12-01, 2026-12-11, 2026-12-12]
defaults: {currency: GBP, kind: business, policy: gb-business, channel: [email, post]}
policies:
  strict:
    extends: gb-business
    stages:
      - {name: reminder-1, after: 5, letter: reminder-1, deadline: 7}
      - {name: reminder-2, after: 16, letter: reminder-2, deadline: 7, fee: {amount: 5.00}}
      - {name: final-demand, after: 30, letter: final-demand, deadline: 14, final: true}
customers:
  - {id: acme, name: Acme Tooling Ltd, address: Leeds, email: ap@acme.example}
  - {id: bolt, name: Bolt & Sons, address: Hull, policy: strict}
invoices:
  - {number: A-1, customer: acme, issued: 2026-10-01, due: 2026-11-20, amount: 1200.00}
  - {number: B-1, customer: bolt, issued: 2026-10-01, due: 2026-11-01, amount: 300.00}
  - {number: 'B 2: "o"', customer: bolt, issued: 2026-10-01, due: 2026-11-20, amount: 80.00}
log:
  - {date: 2026-11-10, customer: bolt, stage: reminder-1, invoices: [B-1], fee: 0.00}
YAML
	tell 'build' ends 0 build books --as-of $day
}

prints() {
	fresh
	tell 'sent prints' ends 0 sent books --as-of $day
	tell 'and writes nothing' test ! -e books/log
	tell 'one entry for acme, two for bolt' test "$(grep -c '^  - date: 2026-11-30' out.txt)" = 3
	tell 'the numbers as they are' grep -qxF '    invoices: ["B 2: \"o\""]' out.txt
	tell 'the fee on its own stage' \
		test "$(sed -n '/stage: reminder-2/,/fee:/p' out.txt | tail -1)" = '    fee: 5.00'
	tell 'none on the others' test "$(grep -c '^    fee: 0.00' out.txt)" = 2
	tell 'the same document twice' test "$(grep -cF "document: $day/$bolt" out.txt)" = 2
	tell 'its digest' grep -qF "digest: sha256-$(sha256sum <"out/$day/$bolt" | cut -c-64)" out.txt
	tell 'the version' grep -qx '    version: [0-9.]*' out.txt
	mkdir books/log
	cp out.txt $log
	tell 'what is printed is a file of the ledger' ends 0 check books --as-of $day
	tell 'and all there is to add' ends 0 sent books --as-of $day --write
	tell 'so nothing is' said '0 entries added'
}

moves_on_once() {
	local before
	fresh
	cp -R out before
	tell 'sent --write' ends 0 sent books --as-of $day --write
	tell 'three entries' entries 3
	tell 'check is clean' ends 0 check books --as-of $day --strict
	tell 'and silent' silent
	tell 'no left-over' test "$(ls -A books/log)" = $day.yaml
	before=$(sha256sum $log)
	tell 'again' ends 0 sent books --as-of $day --write
	tell 'changes nothing' test "$(sha256sum $log)" = "$before"

	tell 'build of the same day' ends 0 build books --as-of $day
	tell 'makes the same letters' diff -r -x manifest.json before/$day out/$day
	tell 'marked as sent' test "$(grep -c '"sent": true' out/$day/manifest.json)" = 2
	tell 'which they were not' test "$(grep -c '"sent": false' before/$day/manifest.json)" = 2
	steady() { # but for what the log says, and what covers the ledger or a customer as a whole
		sed 's/"sent": [a-z]*/sent/; s/"ground": "[0-9a-f]*"/ground/; /"seal"/d; /^ "inputs"/d' "$1"
	}
	tell 'only that has changed' diff <(steady before/$day/manifest.json) \
		<(steady out/$day/manifest.json)

	tell 'the day itself does not count' stage A-1 null $day
	tell 'the next day does' stage A-1 '"reminder-1"' 2026-12-01
	tell 'for each invoice' stage B-1 '"reminder-2"' 2026-12-01
	tell 'its own stage' stage 'B 2: \"o\"' '"reminder-1"' 2026-12-01
	tell 'no letter on the next day' letters 0 2026-12-01
	tell 'the next stage in its time' letters 2 2026-12-11
	tell 'build of that day' ends 0 build books --as-of 2026-12-11
	tell 'sent of that day' ends 0 sent books --as-of 2026-12-11 --write
	tell 'has moved on' stage A-1 '"reminder-2"' 2026-12-12
	tell 'what triggered' stage 'B 2: \"o\"' '"reminder-2"' 2026-12-12
	tell 'and nothing else' stage B-1 '"reminder-2"' 2026-12-12
	tell 'the first day can still be built' ends 0 build books --as-of $day
	rm -rf before
}

is_undone_by_git() {
	local state
	fresh
	cp -R out before
	git -c init.defaultBranch=main init -q books
	git -C books config user.name Sam
	git -C books config user.email sam@example.org
	git -C books add -A
	git -C books commit -qm 'Before'
	tell 'sent' ends 0 sent books --as-of $day --write
	git -C books add -A
	git -C books commit -qm 'Letters sent'
	tell 'no letter then' letters 0 2026-12-01
	git -C books revert --no-edit -q HEAD >/dev/null 2>&1 || git -C books revert --no-edit HEAD >/dev/null
	tell 'revert takes the file away' test ! -e $log
	tell 'the letters are due again' letters 2 2026-12-01
	tell 'and the run is as before' ends 0 build books --as-of $day
	tell 'byte for byte' diff -r before out
	state=$(git -C books status --porcelain)
	tell 'the repository is clean' test -z "$state"
	rm -rf before
}

chooses() {
	fresh
	tell '--only' ends 0 sent books --as-of $day --write --only bolt
	tell 'logs those' entries 2
	tell 'no others' not grep -q acme $log
	cp $log first
	tell 'the rest later' ends 0 sent books --as-of $day --write
	tell 'is added' entries 3
	tell 'at the end' cmp -s first <(head -c "$(stat -c %s first)" $log)
	tell '--only nobody' ends 2 sent books --as-of $day --only bold
	tell 'helps' said "did you mean 'bolt'?"

	fresh
	tell '--channel and --date' ends 0 sent books --as-of $day --write --channel visit --date 2026-12-02
	tell 'channel' test "$(grep -c '^    channel: visit' $log)" = 3
	tell 'date' test "$(grep -c '^  - date: 2026-12-02' $log)" = 3
	tell 'the document has its own day' test "$(grep -cF "document: $day/" $log)" = 3
	tell 'check is clean' ends 0 check books --as-of $day --strict
	tell 'counts from the day after' stage A-1 '"reminder-1"' 2026-12-03
	tell 'not before' stage A-1 null 2026-12-02
	tell 'build marks them' ends 0 build books --as-of $day
	tell 'as sent' grep -q '"sent": true' out/$day/manifest.json
	tell 'a day before' ends 2 sent books --as-of $day --date 2026-11-29
	tell 'a day that is none' ends 2 sent books --as-of $day --date 2026-02-30
	tell 'a channel that is none' ends 2 sent books --as-of $day --channel fax
}

# Files of every form that a log may have keep their bytes.
adds_to_what_stands() {
	local note='- {date: 2026-11-29, customer: acme, channel: phone, note: promised}'
	fresh
	mkdir books/log
	printf 'log:\n%s\n# the end, without a line end' "$note" >$log
	cp $log first
	tell 'a list without indent' ends 0 sent books --as-of $day --write
	tell 'is taken up' test "$(grep -c '^- ' $log)" = 4
	tell 'its bytes stand' cmp -s first <(head -c "$(stat -c %s first)" $log)
	tell 'check' ends 0 check books --as-of $day --strict

	fresh
	mkdir books/log
	printf 'log:\n    %s\n\n# Promises\npromises: []\n' "$note" >$log
	tell 'another section behind it' ends 0 sent books --as-of $day --write
	tell 'keeps its comment' test "$(tail -2 $log)" = $'# Promises\npromises: []'
	tell 'and its indent' test "$(grep -c '^    - ' $log)" = 4
	tell 'check' ends 0 check books --as-of $day --strict

	fresh
	mkdir books/log
	printf 'promises: []\n' >$log
	tell 'a file without log' ends 0 sent books --as-of $day --write
	tell 'check' ends 0 check books --as-of $day --strict

	fresh
	mkdir books/log
	printf 'log: [%s]\n' "${note#- }" >$log
	cp $log first
	tell 'a list in brackets' ends 1 sent books --as-of $day --write
	tell 'says why' said "'log' is not a list with a dash before each entry"
	tell 'stays' cmp -s first $log

	fresh
	"$binary" sent books --as-of $day 2>err.txt >books/elsewhere.yaml
	tell 'entries in another file' ends 0 sent books --as-of $day --write
	tell 'are known' said '3 already in the log'
	tell 'and not repeated' test ! -e books/log
}

refused() { # TEXT WORDS...: exit 1, says the text, writes nothing
	local text=$1
	shift
	ends 1 sent books --as-of $day --write "$@" && said "$text" && [ ! -e books/log ]
}

refuses() {
	fresh
	rm -rf out
	tell 'no run' refused "there is no run 'out/$day'"
	fresh
	sed -i 's/amount: 1200.00/amount: 1300.00/' books/books.yaml
	tell 'an amount that changed' refused "letter '$acme' would be another one now: demand 1200.00 became 1300.00"
	tell 'others are not blamed' not grep -qF "$bolt" err.txt
	tell 'and can be logged' ends 0 sent books --as-of $day --write --only bolt
	fresh
	sed -i 's/Acme Tooling Ltd/Acme Tools Ltd/' books/books.yaml
	tell 'a name that changed' refused 'a value it prints, its template or its locale'
	fresh
	echo 'payments: [{date: 2026-11-30, customer: acme, amount: 1200.00}]' >books/paid.yaml
	tell 'who has paid' refused "letter '$acme' is no longer made"
	fresh
	tell 'a run of statements' ends 0 build books --as-of $day --kind statements -o other
	tell 'has no letters' refused 'is not in that run' -o other
	rm -rf other
	fresh
	printf x >>"out/$day/$acme"
	tell 'a letter altered on disk' refused "letter '$acme' was altered after it was built"
	rm "out/$day/$acme"
	tell 'a letter that is gone' refused 'its file is gone'
	fresh
	sed -i 's/libharu [0-9.]*/libharu 9.9.9/; s/^{"collectgen": "[^"]*"/{"collectgen": "0.1.0"/' out/$day/manifest.json
	tell 'other versions' refused 'collectgen 0.1.0 became collectgen'
	tell 'and libraries' said 'libharu 9.9.9 became libharu'
	fresh
	sed -i 's/payments_to: .*/payments_to: 2026-11-20/' books/books.yaml
	tell 'stale payments' refused 'payments-stale'
	fresh
	echo nonsense: 1 >books/wrong.yaml
	tell 'a ledger with errors' refused 'section-unknown'
	fresh
	touch books/log
	tell 'a file in the place of the folder' ends 3 sent books --as-of $day --write
}

# contradicted SED TEXT: after that edit of the log.
contradicted() {
	fresh
	tell 'sent' ends 0 sent books --as-of $day --write
	sed -i "$1" $log
	cp $log first
	tell "otherwise: $2" ends 1 sent books --as-of $day --write
	tell 'names both' said "$2"
	tell 'writes nothing' cmp -s first $log
}

is_not_contradicted() {
	contradicted '0,/sha256-/s/sha256-..../sha256-0000/' "log/$day.yaml:4:5: the log says otherwise of '$day/$acme': digest sha256-0000"
	contradicted '0,/fee: 0.00/s/fee: 0.00/fee: 7.00/' 'fee 7.00 there, 0.00 now'
	contradicted 's/channel: email/channel: visit/' 'channel visit there, email now'
	contradicted "0,/date: $day/s/date: $day/date: 2026-12-01/" "date 2026-12-01 there, $day now"
	contradicted 's/\[B-1\]/[B-1, "B 2: \\"o\\""]/' 'invoices B-1, B 2: "o" there, B-1 now'
	contradicted '0,/stage: reminder-1/s/stage: reminder-1/stage: reminder-2/' 'stage reminder-2 there, reminder-1 now'
	fresh
	tell 'sent' ends 0 sent books --as-of $day --write
	sed -i 's/^    version: .*/&\n    by: Sam\n    note: by hand/' $log
	tell 'who and notes are free' ends 0 sent books --as-of $day --write
}

stays_as_it_was() {
	fresh
	tell 'sent' ends 0 sent books --as-of $day --write
	cp -R out before
	sed -i 's/amount: 1200.00/amount: 1300.00/' books/books.yaml
	tell 'a build that would change a letter' ends 1 build books --as-of $day
	tell 'is refused at its entry' said "log/$day.yaml:4:5: error: letter '$acme' was sent"
	tell 'with what changed' said 'since then: demand 1200.00 became 1300.00'
	tell 'writes nothing' diff -r before out
	tell 'nor does a dry run pass' ends 1 build books --as-of $day --dry-run
	tell 'statements do' ends 0 build books --as-of $day --kind statements
	tell 'other customers do' ends 0 build books --as-of $day --only bolt
	rm -rf out
	tell 'without the old run' ends 1 build books --as-of $day
	tell 'less is known' said 'the run it was sent from is not there'
	sed -i 's/^    version: .*/    version: 0.1.0/' $log
	tell 'with another version' ends 1 build books --as-of $day
	tell 'that is named' said 'collectgen 0.1.0 became collectgen'
	fresh
	tell 'sent' ends 0 sent books --as-of $day --write
	echo 'payments: [{date: 2026-11-30, customer: acme, amount: 1200.00}]' >books/paid.yaml
	tell 'a letter that is no longer due' ends 1 build books --as-of $day
	tell 'is told too' said 'the ledger asks for no such letter'
	rm -rf before
}

proves() {
	fresh
	tell 'verify' ends 0 verify books
	tell 'of the newest run' said "out/$day: 4 of 4 documents proven"
	tell 'in a folder by name' ends 0 verify books out --as-of $day
	tell 'as data' ends 0 verify books --format json
	tell 'it is proven' said '"proven": true, "versions": null'
	tell 'and all there is' test ! -s err.txt
	printf x >>"out/$day/$acme"
	tell 'a letter altered on disk' ends 1 verify books
	tell 'is named' said "$acme: altered"
	tell 'alone' said '3 of 4 documents proven'
	tell 'as data' ends 1 verify books --format json
	tell 'too' said '"faults": ["altered"]'
	rm "out/$day/$acme"
	tell 'a letter that is gone' ends 1 verify books
	tell 'is named' said "$acme: missing from the run"
	fresh
	sed -i 's/amount: 1200.00/amount: 1300.00/' books/books.yaml
	tell 'a ledger that changed' ends 1 verify books
	tell 'letter' said "$acme: different: it would be another one now: demand 1200.00 became 1300.00"
	tell 'statement' said 'balance 1200.00 became 1300.00'
	fresh
	sed -i 's/libharu [0-9.]*/libharu 9.9.9/' out/$day/manifest.json
	tell 'another library, the same bytes' ends 0 verify books
	tell 'is told' said 'versions: libharu 9.9.9 became libharu'
	fresh
	tell 'a new customer' sed -i '/^customers:/a\  - {id: cole, name: Cole Ltd, address: York}' books/books.yaml
	tell 'changes no proof' ends 0 verify books
	sed -i 's/customer: acme, issued/customer: cole, issued/' books/books.yaml
	tell 'a letter no longer due' ends 1 verify books
	tell 'is gone' said "$acme: gone"
}

proves_without_run() {
	fresh
	rm -rf out
	tell 'nothing at all' ends 1 verify books
	tell 'says so' said 'there is nothing to verify'
	fresh
	tell 'sent' ends 0 sent books --as-of $day --write
	cp -R out kept
	rm -rf out
	tell 'the log alone' ends 0 verify books
	tell 'proves the letters' said "2 of 2 documents proven by the log's digests"
	tell 'a day without any' ends 1 verify books --as-of 2026-12-01
	sed -i 's/amount: 1200.00/amount: 1300.00/' books/books.yaml
	tell 'a ledger that changed' ends 1 verify books
	tell 'letter' said "$acme: different"
	cp -R kept out
	sed -i 's/amount: 1300.00/amount: 1200.00/' books/books.yaml
	sed -i '0,/sha256-/s/sha256-..../sha256-0000/' $log
	tell 'a log that says otherwise' ends 1 verify books
	tell 'is told' said "$acme: not what the log says was sent"
	rm -rf out
	cp -R kept out
	sed -i '0,/sha256-0000/s/sha256-0000/sha256-1111/' $log
	tell 'or one of another form' sed -i '0,/sha256-1111/s/sha256-1111/md5-1111/' $log
	tell 'ends so too' ends 1 verify books
	tell 'and is told' said "$acme: not what the log says was sent"
	echo nonsense: 1 >books/wrong.yaml
	tell 'a ledger with errors' ends 1 verify books
	tell 'is told' said 'section-unknown'
	rm -rf kept
}

# A letter that advances invoices to two stages has two entries: either may be altered.
proves_every_entry() {
	fresh
	tell 'sent' ends 0 sent books --as-of $day --write
	tell 'two entries of one letter' test "$(grep -cF "document: $day/$bolt" $log)" = 2
	cp $log first
	for nth in 1 2; do
		awk -v path="$day/$bolt" -v nth=$nth '
			index($0, "document: " path) { seen++ }
			/digest:/ && seen == nth { sub(/sha256-..../, "sha256-0000"); seen = 9 }
			{ print }' first >$log
		tell "entry $nth altered" not cmp -s first $log
		tell 'verify' ends 1 verify books
		tell 'tells' said "$bolt: not what the log says was sent"
		tell 'build' ends 1 build books --as-of $day
		tell 'tells' said "letter '$bolt' was sent and would be another one now"
		mv out aside
		tell 'verify by the log' ends 1 verify books
		tell 'tells' said "$bolt: different"
		mv aside out
	done
}

# The bundle and the drafts hold letters too.
proves_what_goes_out() {
	local bundle=out/$day/bundle/post.pdf draft=out/$day/${acme/letters/outbox}
	draft=${draft/.pdf/.eml}
	fresh
	tell 'build' ends 0 build books --as-of $day --bundle post --outbox
	tell 'verify' ends 0 verify books
	tell 'counts documents' said '4 of 4 documents proven'
	printf x >>"$bundle"
	tell 'an altered bundle' ends 1 verify books
	tell 'is named' said 'bundle/post.pdf: altered: the file is not what was built'
	rm "$bundle"
	tell 'one that was printed and removed is none' ends 0 verify books
	sed -i 's/^X-Unsent: 1/X-Unsent: 0/' "$draft"
	tell 'an altered draft' ends 1 verify books
	tell 'as data' ends 1 verify books --format json
	tell 'too' said '.eml", "proven": false, "faults": ["altered"]'
}

# A process that is killed leaves the file whole; what it leaves aside goes next time.
keeps_the_file_whole() {
	fresh
	mkdir books/log
	echo left >books/log/.$day.yaml.new
	tell 'a left-over' ends 0 sent books --as-of $day --write
	tell 'is gone' test "$(ls -A books/log)" = $day.yaml
	fresh
	mkdir books/log
	printf 'log:\n  - {date: 2026-11-29, customer: acme, channel: phone}\n' >$log
	chmod 640 $log
	tell 'permissions' ends 0 sent books --as-of $day --write
	tell 'stay' test "$(stat -c %a $log)" = 640
	cp $log first
	rm -rf out
	tell 'build' ends 0 build books --as-of $day
	sed -i '/document:/,$d' $log
	head -3 first >$log
	[ "$(id -u)" -eq 0 ] || {
		chmod a-w books/log
		tell 'a read-only folder' ends 3 sent books --as-of $day --write
		tell 'changes nothing' test "$(wc -l <$log)" = 3
		chmod u+w books/log
	}
}

# at_once WORDS: `sent --write` of everything, while another process writes to the log.
at_once() {
	local ours=0 theirs=0 other
	"$binary" sent books --as-of $day --write "$@" >other.txt 2>&1 </dev/null &
	other=$!
	"$binary" sent books --as-of $day --write --only acme >out.txt 2>err.txt </dev/null || ours=$?
	wait $other || theirs=$?
	[ $ours -eq 0 ] || [ $ours -eq 3 ] || return 1
	[ $theirs -eq 0 ] || [ $theirs -eq 3 ] || return 1
	entries "$(sed -n 's/.*: \([0-9]*\) entr.* added.*/\1/p' out.txt other.txt | awk '{ n += $1 } END { print n }')"
}

# Two at once: what one says it has added, the other neither loses nor adds again.
is_alone() {
	local other i
	fresh
	for ((i = 0; i < 8; i++)); do
		rm -rf books/log
		tell 'two at once, different letters' at_once --only bolt
		tell 'no left-over' test "$(ls -A books/log)" = $day.yaml
		rm -rf books/log
		tell 'two at once, the same letter' at_once
	done
	rm -rf books/log
	mkdir books/log
	flock books/log sleep 20 &
	other=$!
	while flock -n books/log true; do :; done
	tell 'a folder in use' ends 3 sent books --as-of $day --write
	tell 'is told' said "'books/log' is in use: another process is writing there"
	tell 'and left alone' test -z "$(ls -A books/log)"
	kill "$(ps -o pid= --ppid $other)"
	wait $other 2>/dev/null || true
	tell 'until it is free' ends 0 sent books --as-of $day --write
}

prints
moves_on_once
is_undone_by_git
chooses
adds_to_what_stands
refuses
is_not_contradicted
stays_as_it_was
proves
proves_without_run
proves_every_entry
proves_what_goes_out
is_alone
keeps_the_file_whole
echo "sent: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
