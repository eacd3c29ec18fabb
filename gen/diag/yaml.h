/* yaml: YAML files as spanned nodes (libyaml), the only room that knows it.
 * Floor 1. Owner: nodes live in the arena given to each call.
 *
 * Refused where they stand, with a notice each (ledger.md, What is refused): invalid
 * UTF-8, a BOM other than UTF-8's, control characters, hidden characters (bidi controls,
 * zero-width, U+0085, U+2028, U+2029, lone CR), tabs in the indentation, merge conflict
 * markers, anchors, aliases, tags, merge keys, directives, several documents, nesting
 * over LIMIT_DEPTH, mappings of more than LIMIT_KEYS, duplicate keys (both places), keys
 * that are not plain text. The pre-scan for characters runs on the raw bytes before
 * libyaml sees them. Text is returned as YAML decodes it; the ledger's text types do
 * their own NFC normalisation. */
#ifndef DIAG_YAML_H
#define DIAG_YAML_H

#include "diag/hidden.h"
#include "diag/notice.h"

enum node_kind {
	NODE_SCALAR,
	NODE_LIST,
	NODE_MAPPING,
	NODE_BROKEN, /* a notice was already made: stay silent about it */
	NODE_KIND__COUNT
};

/* A value; in a mapping also its key, in a list an item. */
struct node {
	enum node_kind kind;
	bool plain; /* a scalar written without quotes and not as a block */
	struct span
		span; /* of the value's first byte (of the quote, the dash's content) */
	struct span key_span; /* of the key, in a mapping */
	struct str key;	      /* in a mapping */
	struct str text;      /* of a scalar, as YAML decodes it */
	struct node *first;   /* list items, mapping entries, in file order */
	struct node *next;
	size_t count; /* children */
};

struct yaml; /* a reader over one source */

/* Opens a source whose root must be a mapping (or empty / only comments: no entries).
 * Keys and the texts of items that stand in the source byte for byte are not copied:
 * these must not outlive its bytes. */
struct yaml *yaml_open(struct arena *arena, const struct source *source,
		       struct notices *notices);
/* The next entry of the root mapping: fills key and key_span of *entry; false at the end.
 * The entry's value must then be taken by yaml_value, yaml_item, or is skipped. */
bool yaml_entry(struct yaml *yaml, struct node *entry);
/* The current entry's whole value, as a tree in `arena`, texts and all. Never NULL. */
struct node *yaml_value(struct yaml *yaml, struct arena *arena);
/* For a value that is a list: its items one by one, so that a long section needs memory
 * for one record only. *is_list false (and NULL) when the value is not a list: then call
 * yaml_value. NULL with *is_list true: the list has ended. */
struct node *yaml_item(struct yaml *yaml, struct arena *arena, bool *is_list);
/* What stands in the source for the mapping that yaml_item gave last: from its
 * indentation (without which the same bytes can mean something else) to what follows it,
 * comments there included, blanks and line ends not. Equal bytes are equal mappings. */
struct str yaml_written(const struct yaml *yaml);
/* True once a part of the file is lost (a notice tells why): what it declared is unknown,
 * so nothing that is missing may be blamed on others. */
bool yaml_broken(const struct yaml *yaml);
void yaml_close(struct yaml *yaml);

/* Whole small files (front matter, locales, views): the root as a tree. Never NULL; kind
 * NODE_BROKEN when it could not be read. */
struct node *yaml_read(struct arena *arena, const struct source *source,
		       struct notices *notices);
/* The same of the bytes [from, to) of a source: the front matter of a template. */
struct node *yaml_read_part(struct arena *arena, const struct source *source, size_t from,
			    size_t to, struct notices *notices);
/* The entry of a mapping, or NULL. */
struct node *node_find(const struct node *mapping, struct str key);

/* Checks raw bytes of any text file: encoding, hidden characters, conflict markers, lone
 * CR; with `yaml_rules` tabs in the indentation too. True when clean. */
bool text_is_clean(const struct source *source, bool yaml_rules, struct notices *notices);

#endif
