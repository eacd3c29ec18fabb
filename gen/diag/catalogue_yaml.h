/* catalogue_yaml: what diag reports of files and of YAML itself (floor 1).
 * Floor 1. See catalogue.h for the form of a line. */
#ifndef DIAG_CATALOGUE_YAML_H
#define DIAG_CATALOGUE_YAML_H

#define NOTICES_YAML(X) \
	X(TAB_INDENT, "tab-indent", ERROR, "a tab in the indentation", \
	  "YAML does not allow tabs for indentation. Replace each with spaces.") \
	X(ENCODING, "encoding", ERROR, "the file is not UTF-8: %s", \
	  "Every file is read as UTF-8 and as nothing else, so that no name can be misread. " \
	  "Save the file as UTF-8 in your editor, or convert it with iconv.") \
	X(HIDDEN_CHARACTER, "hidden-character", ERROR, "a hidden character: U+%04X, %s", \
	  "The text holds a character that cannot be seen: a control character, a zero-width " \
	  "one or one that turns the reading direction. It could make a reviewer see " \
	  "something else than the program reads, so it is refused. Delete it.") \
	X(LONE_RETURN, "lone-return", ERROR, "a carriage return without a line feed", \
	  "Some programs take a lone carriage return for the end of a line and others do " \
	  "not, so that one line could hide in another. End lines with LF or CR LF.") \
	X(CONFLICT_MARKER, "conflict-marker", ERROR, \
	  "a merge conflict was left unresolved", \
	  "The line is a conflict marker of git. Keep one of the two versions that follow " \
	  "it and delete the lines with the markers.") \
	X(YAML_SYNTAX, "yaml-syntax", ERROR, "%s", \
	  "The file is not valid YAML from here on; what follows is not read. The most " \
	  "common causes are a missing quote, a missing blank after a ':' and lines that " \
	  "are not indented alike.") \
	X(YAML_ROOT, "yaml-root", ERROR, "expected a mapping of sections, found %s", \
	  "A file of the ledger is one mapping: 'customers:', 'invoices:' and so on begin " \
	  "in the first column, and everything else stands below one of them.") \
	X(YAML_LONG, "yaml-long", ERROR, "a text longer than %u bytes", \
	  "No name, note or address is a megabyte long: a quote or a bar '|' too many has " \
	  "swallowed what follows, or another file was pasted in.") \
	X(YAML_ANCHOR, "yaml-anchor", ERROR, "an anchor '&%.*s' is not allowed", \
	  "Anchors and aliases make one line mean another, so a reviewer would have to look " \
	  "elsewhere. Write the value out wherever it is used.") \
	X(YAML_ALIAS, "yaml-alias", ERROR, "an alias '*%.*s' is not allowed", \
	  "Anchors and aliases make one line mean another, so a reviewer would have to look " \
	  "elsewhere. Write the value out wherever it is used.") \
	X(YAML_TAG, "yaml-tag", ERROR, "a tag '%.*s' is not allowed", \
	  "Every value is read by the type its field has; a YAML tag cannot change it. " \
	  "Remove the tag, or put the text in quotes if it is meant.") \
	X(YAML_MERGE, "yaml-merge", ERROR, "the merge key '<<' is not allowed", \
	  "A merge key takes entries from elsewhere in the file. Write them out.") \
	X(YAML_DIRECTIVE, "yaml-directive", ERROR, "a directive is not allowed", \
	  "Lines that begin with '%' before the first key give orders to the YAML reader. " \
	  "Remove them.") \
	X(YAML_DOCUMENTS, "yaml-documents", ERROR, "a second document in one file", \
	  "A '---' begins a new document. A file holds one: remove the line, or move what " \
	  "follows into a file of its own.") \
	X(YAML_DEPTH, "yaml-depth", ERROR, "nested deeper than %u levels", \
	  "Nothing in the language nests that deep; brackets were probably left open.") \
	X(YAML_KEYS, "yaml-keys", ERROR, "a mapping of more than %u keys", \
	  "No record of the language has so many keys; the dashes that begin each record " \
	  "of a list are probably missing. What follows in the file is not read.") \
	X(YAML_KEY, "yaml-key", ERROR, "a key must be plain text, found %s", \
	  "What stands before a ':' names a field and must be a word or text in quotes.") \
	X(DUPLICATE_KEY, "duplicate-key", ERROR, \
	  "the key '%.*s' stands twice in one mapping", \
	  "One of the two would be ignored. Keep one, or join their contents.") \
	X(HIDDEN_ESCAPE, "hidden-escape", ERROR, \
	  "the text holds a hidden character: U+%04X, %s", \
	  "An escape such as \"\\u202E\" in double quotes stands for a character that no " \
	  "text may hold because it cannot be seen. Remove it.")

#endif
