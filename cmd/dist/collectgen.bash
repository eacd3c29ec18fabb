# shellcheck shell=bash
# Completion of collectgen for bash. What may stand next is said by the program itself, from
# the tables that read its command line: commands, options, values, the customers,
# invoices and letters of the ledger on the line.

# Paths as bash completes them, quoted by it where need be.
_collectgen_paths() { # -d or -f, WORD
	local name

	compopt -o filenames 2>/dev/null || true
	while IFS= read -r name; do
		COMPREPLY+=("$name")
	done < <(compgen "$1" -- "$2")
}

_collectgen() {
	local -a words=()
	local word last='' line name i

	# Bash divides words at '='; "--format=json" is one to the program.
	for ((i = 1; i <= COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		# What was typed to quote a character is no part of the name.
		word=${word//[\\\"\']/}
		[[ ${word:0:2} != '~'/ ]] || word=$HOME${word:1}
		if [[ $last == --* && ($word == '=' || $last == *=) ]]; then
			last=$last$word
			words[${#words[@]} - 1]=$last
		else
			last=$word
			words+=("$word")
		fi
	done
	COMPREPLY=()
	while IFS= read -r line; do
		case $line in
		:folders) _collectgen_paths -d "$last" ;;
		:files) _collectgen_paths -f "$last" ;;
		*)
			name=${line%%$'\t'*}
			# What stands before '=' is on the line already.
			[[ $last != --*=* ]] || name=${name#*=}
			[[ $name != *[!A-Za-z0-9._,=/-]* ]] || printf -v name %q "$name"
			COMPREPLY+=("$name")
			;;
		esac
	done < <("${COMP_WORDS[0]}" --complete "${words[@]}" 2>/dev/null)
}

complete -F _collectgen collectgen
