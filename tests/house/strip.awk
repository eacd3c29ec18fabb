# C files → "file TAB line TAB code": comments gone, literals emptied, #include lines whole,
# tabs turned into blanks.

function strip(line,    out, token) {
	out = ""
	while (line != "") {
		if (comment) {
			if (!(at = index(line, "*/")))
				return out
			line = substr(line, at + 2)
			comment = 0
			out = out " "
			continue
		}
		if (!match(line, /"|'|\/\*|\/\//))
			return out line
		out = out substr(line, 1, RSTART - 1)
		token = substr(line, RSTART, RLENGTH)
		line = substr(line, RSTART + RLENGTH)
		if (token == "/*") {
			comment = 1
		} else if (token == "//") {
			return out
		} else {
			match(line, token == "\"" ? "^([^\"\\\\]|\\\\.)*\"" : "^([^'\\\\]|\\\\.)*'")
			line = substr(line, RLENGTH > 0 ? RLENGTH + 1 : 1)
			out = out token token
		}
	}
	return out
}

FNR == 1 { comment = 0 }
{ gsub(/\t/, " ") }
!comment && /^[ ]*#[ ]*include/ { print FILENAME "\t" FNR "\t" $0; next }
{ print FILENAME "\t" FNR "\t" strip($0) }
