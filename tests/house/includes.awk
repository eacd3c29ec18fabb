# The include law, on strip.awk's output. Prints faults; writes "from to" pairs of files to
# the file EDGES for tsort, and "from to line" to EDGES ".where".

function fault(text) {
	print file ":" line ": error: " text
}

function folder(path) {
	sub(/^gen\//, "", path)
	sub(/\/.*$/, "", path)
	return path
}

# One library, one room: `header` (a pattern) belongs to the files matching `rooms`; "" means
# any one file of the product.
function library(header, rooms) {
	libraries++
	library_header[libraries] = "^" header "$"
	library_rooms[libraries] = rooms
}

BEGIN {
	FS = "\t"
	split("base diag ledger text reckon page escalate press letter run cmd", names, " ")
	split("0 1 2 2 3 3 4 4 5 6 7", numbers, " ")
	for (i in names)
		floor[names[i]] = numbers[i]
	wing["ledger"] = wing["reckon"] = wing["escalate"] = "money"
	wing["text"] = wing["page"] = wing["press"] = "paper"

	library("yaml\\.h", "^gen/diag/yaml\\.c$")
	library("pcre2(posix)?\\.h", "^gen/diag/pattern\\.c$")
	library("nettle/[a-z0-9]+\\.h", "^gen/base/digest\\.c$")
	library("md4c(-html)?\\.h", "^gen/text/markdown\\.c$")
	library("hpdf[a-z_]*\\.h", "^gen/press/[^/]*$")
	library("(harfbuzz/)?hb(-[a-z]+)*\\.h", "")
	library("png\\.h", "^gen/press/raster\\.c$")
	library("qrencode\\.h", "")
	library("libdeflate\\.h", "")
	library("uni(str|norm|lbrk|ctype|name|width|case|wbrk|gbrk|conv|stdio|types|script)\\.h|unistring/.*\\.h", "")

	# What the C library and the kernel offer; anything else is a library without a room.
	system_headers = "^(assert|ctype|dirent|errno|fcntl|getopt|inttypes|limits|locale|poll" \
		"|pthread|pwd|sched|signal|spawn|stdalign|stdarg|stdatomic|stdbool|stddef|stdint" \
		"|stdio|stdlib|string|strings|threads|time|unistd|wchar|sys/[a-z_]+|linux/[a-z0-9_]+" \
		"|sanitizer/[a-z_]+)\\.h$"
}

$3 !~ /^[ \t]*#[ \t]*include/ { next }
{
	file = $1
	line = $2
	tool = file ~ /^gen\/press\/tool\//
	text = $3
}

text ~ /</ {
	header = text
	sub(/^[^<]*</, "", header)
	sub(/>.*$/, "", header)
	if (header ~ system_headers)
		next
	for (i = 1; i <= libraries; i++) {
		if (header !~ library_header[i])
			continue
		# The font tool runs when collectgen is built and is not part of it.
		if (tool)
			next
		if (library_rooms[i] == "") {
			if (!(i in home))
				home[i] = file
			if (home[i] != file)
				fault("<" header "> already has its room, '" home[i] "'")
		} else if (file !~ library_rooms[i]) {
			fault("<" header "> outside its room")
		}
		next
	}
	fault("<" header "> is a library without a room: see tests/house/includes.awk")
	next
}

{
	header = text
	sub(/^[^"]*"/, "", header)
	sub(/".*$/, "", header)
	target = header
	from = folder(file)
	if (header !~ /\//) {
		target = file
		sub(/[^\/]*$/, header, target)
		sub(/^gen\//, "", target)
	}
	to = folder(target)
	if (!(to in floor)) {
		fault("'" header "' is on no floor")
		next
	}
	if (floor[to] + 0 > floor[from] + 0)
		fault("floor " floor[from] " (" from ") includes floor " floor[to] " (" to ")")
	if (wing[from] != "" && wing[to] != "" && wing[from] != wing[to])
		fault("the " wing[from] " wing (" from ") includes the " wing[to] " wing (" to ")")
	if (target !~ /^cmd\//)
		target = "gen/" target
	print file, target > EDGES
	print file, target, line > (EDGES ".where")
}
