# Functions, objects and types at work, on strip.awk's output. Prints faults; writes each
# function as "length file line name" to the file LENGTHS.

function fault(at, text) {
	print file ":" at ": error: " text
}

# A variable that can change: no `const`, or none behind the last asterisk.
function check_object(head, at,    name) {
	sub(/=.*$/, "", head)
	gsub(/__attribute__[ ]*\(\([^)]*(\([^)]*\))?[^)]*\)\)/, "", head)
	gsub(/\[[^]]*\]/, "", head)
	if (head ~ /\(/ && head !~ /^[^(]*\([ ]*\*/)
		return
	name = head
	if (head ~ /\(/)
		sub(/\).*$/, "", name)
	sub(/^.*\*/, "", name)
	if ((" " name " ") !~ /[^A-Za-z0-9_]const[^A-Za-z0-9_]/)
		fault(at, "a variable that lives as long as the program must be const")
}

function check_typedef(head, at) {
	if (head ~ /^[^(]*\([ ]*[^* ]/) # the type of a function
		return
	if (head ~ /^[^(]*(struct|union|enum)( |$)/)
		fault(at, "a struct, union or enum keeps its tag: no typedef")
	if (head ~ /\*/)
		fault(at, "a pointer hides in this typedef")
}

# A statement has ended, by ';' or by the '{' of an initialiser.
function check_statement(at) {
	sub(/^__extension__ /, "", head)
	if (head ~ /^typedef[ ]/) {
		check_typedef(head, at)
	} else if (head ~ /^static[ ]/ || (depth == 0 && head ~ /^extern[ ]/)) {
		check_object(head, at)
		if (depth == 0 && file ~ /\.c$/ && head ~ /^static[ ][^=]*\)$/ && ++forward > 1)
			fault(at, "a second forward declaration: one can close a circle of calls")
	} else if (depth == 0 && head !~ /^(struct|union|enum)[ ][A-Za-z0-9_]+$/ &&
		   head ~ /^[A-Za-z_][A-Za-z0-9_]*[ *]+[A-Za-z_]/ && head !~ /^_Static_assert/) {
		check_object(head, at)
	}
}

function open_brace() {
	if (depth == 0 && head ~ /\(/ && head !~ /=/ && head !~ /^typedef/) {
		name = head
		sub(/[ ]*\(.*$/, "", name)
		sub(/^.*[ *]/, "", name)
		start = head_line
		inside = 1
	} else if (head ~ /=/ || head ~ /^typedef/) {
		check_statement(head_line)
	}
	depth++
	head = ""
}

function close_brace() {
	depth--
	head = ""
	if (depth > 0 || !inside)
		return
	inside = 0
	print $2 - start + 1, file, start, name > LENGTHS
	if ($2 - start + 1 > 60)
		fault(start, "'" name "' is " ($2 - start + 1) " lines long, 60 are allowed")
}

function feed(text) {
	gsub(/[ \t]+/, " ", text)
	if (head == "")
		sub(/^ /, "", text)
	if (head == "" && text != "")
		head_line = $2
	head = head text
}

BEGIN { FS = "\t" }

$1 != file {
	file = $1
	depth = inside = directive = forward = 0
	head = ""
}

directive || $3 ~ /^[ \t]*#/ {
	directive = $3 ~ /\\$/
	next
}

{
	text = $3
	while (match(text, /[{};]/)) {
		mark = substr(text, RSTART, 1)
		feed(substr(text, 1, RSTART - 1))
		text = substr(text, RSTART + 1)
		sub(/ $/, "", head)
		if (mark == "{") {
			open_brace()
		} else if (mark == "}") {
			close_brace()
		} else {
			check_statement(head_line)
			head = ""
		}
	}
	feed(text)
	if (head != "")
		head = head " "
}
