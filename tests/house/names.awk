# Words that may stand in some rooms only, on strip.awk's output.

function fault(text) {
	print $1 ":" $2 ": error: " text
}

# `words` are calls (how = "call") or any mention (how = "word") allowed in `rooms` alone.
function allow(how, words, rooms, why,    list, n, i) {
	n = split(words, list, " ")
	for (i = 1; i <= n; i++) {
		kind[list[i]] = how
		allowed[list[i]] = rooms
		reason[list[i]] = why
	}
}

BEGIN {
	FS = "\t"
	tool = "^gen/press/tool/"
	front = "^(gen/run/|cmd/)"
	nowhere = "^$"
	memory = "^(gen/base/arena\\.c$|gen/press/tool/)"
	files = "^(gen/diag/(source|listing)\\.c$|gen/run/|cmd/|gen/press/tool/)"

	allow("word", "malloc calloc realloc reallocarray aligned_alloc posix_memalign strdup " \
		"strndup asprintf vasprintf getline mmap", memory, "memory comes from the arena")
	allow("call", "free", memory, "nobody frees but the arena")
	allow("call", "time clock rand srand random", front, "floors 0-5 know no clock and no chance")
	allow("word", "clock_gettime gettimeofday localtime localtime_r gmtime gmtime_r mktime " \
		"strftime getrandom drand48", front, "floors 0-5 know no clock and no chance")
	allow("word", "getenv secure_getenv setlocale newlocale uselocale environ", front, \
		"floors 0-5 know no environment and no locale")
	allow("word", "fopen freopen fdopen openat opendir fdopendir mkstemp tmpfile", files, \
		"files are read by diag/source")
	allow("call", "open creat", files, "files are read by diag/source")
	allow("call", "printf puts putchar perror", "^(cmd/|gen/press/tool/)", \
		"findings are notices; only cmd/ prints")
	allow("word", "stdout stderr", "^(cmd/|gen/base/arena\\.c$|gen/press/tool/)", \
		"findings are notices; only cmd/ prints")
	allow("call", "exit _exit", "^(cmd/|gen/base/arena\\.c$|gen/press/tool/)", \
		"only cmd/ ends the program")
	allow("word", "strcpy strcat stpcpy strncpy strncat sprintf vsprintf gets strtok strtok_r " \
		"scanf sscanf fscanf atoi atol atoll atof strtod alloca", nowhere, "unsafe; see base/str.h")
	allow("word", "system popen", nowhere, "collectgen starts no shell")
	allow("word", "setjmp longjmp sigsetjmp siglongjmp", nowhere, "errors are values")
	allow("call", "socket connect getaddrinfo", nowhere, "collectgen opens no socket")
	allow("word", "float double", "^gen/press/", "no float outside gen/press")
}

{
	text = $3
	before = " "
	while (match(text, /[A-Za-z_][A-Za-z0-9_]*/)) {
		word = substr(text, RSTART, RLENGTH)
		if (RSTART > 1)
			before = substr(text, RSTART - 1, 1)
		text = substr(text, RSTART + RLENGTH)
		# x->free(...) and x.open are the struct's own names.
		if (word in kind && before != "." && before != ">" && $1 !~ allowed[word] &&
		    (kind[word] == "word" || text ~ /^[ \t]*\(/))
			fault("'" word "': " reason[word])
		before = substr(word, length(word))
	}
}

# Exported names: the function names that a header declares.
$1 ~ /\.h$/ && $3 !~ /^[ \t]*#/ {
	text = $3
	while (match(text, /[a-z_][a-z0-9_]*\(/)) {
		word = substr(text, RSTART, RLENGTH - 1)
		text = substr(text, RSTART + RLENGTH)
		if (("_" word "_") ~ /_(get|do|handle|process|util|utils|misc|manager)_/)
			fault("'" word "' says nothing: name what it gives or makes")
	}
}
