/* value: what a template can see: texts, truths, lists and records.
 * Floor 2, paper wing. Owner: the arena given; strs are borrowed. */
#ifndef TEXT_VALUE_H
#define TEXT_VALUE_H

#include "base/arena.h"
#include "base/str.h"

enum value_kind {
	VALUE_EMPTY, /* exists but has nothing: an empty section, prints nothing */
	VALUE_TEXT,
	VALUE_TRUTH,
	VALUE_LIST,
	VALUE_RECORD,
	VALUE_KIND__COUNT
};

struct value;

struct value_field {
	struct str name;
	uint64_t key; /* of the name, to tell names apart at a glance */
	struct value *value;
	struct value_field *next;
};

struct value {
	enum value_kind kind;
	bool truth;
	bool markup; /* a text that is Markdown already (captions made by us): not escaped
		      */
	struct str text; /* VALUE_TEXT; for a VALUE_RECORD what {{name}} itself prints
			    (may be empty) */
	struct value *first, **last, *next; /* list items */
	struct value_field *fields, **last_field;
};

struct value *value_empty(struct arena *arena);
struct value *value_text(struct arena *arena, struct str text);
struct value *value_truth(struct arena *arena, bool truth);
struct value *value_list(struct arena *arena);
struct value *value_record(struct arena *arena);
/* Adds a field (names are unique by construction) and returns `value`. */
struct value *value_set(struct arena *arena, struct value *record, struct str name,
			struct value *value);
void value_push(struct value *list, struct value *item);
const struct value *value_field(const struct value *record, struct str name);
/* A bytes form that two equal views share and no two others, for the inputs' digest. A
 * record that prints as a text (money, a date) is told by that text: its fields are other
 * forms. */
void value_put(struct buf *buf, const struct value *value);

#endif
