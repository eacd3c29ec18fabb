/* wording: values that are words: texts, ids, numbers, countries.
 * Floor 2. Owner: texts are copied to the book. False: a notice was made. */
#ifndef LEDGER_WORDING_H
#define LEDGER_WORDING_H

#include "ledger/reading.h"

/* The node as one scalar that is not empty; a list or mapping is a notice. */
bool wording_scalar(struct reading *reading, const char *key, const struct node *node);
/* A text, normalised; `lines`: it may have several. Trailing line ends are dropped. */
bool wording_text(struct reading *reading, const char *key, const struct node *node,
		  bool lines, struct str *text);
/* A text of one line that is not kept: it lives until scratch is rewound, or stays where
 * it stands in the node. */
bool wording_passing(struct reading *reading, const char *key, const struct node *node,
		     struct str *text);
/* [A-Za-z0-9][A-Za-z0-9._-]{0,63}, and no name a file system reserves. */
bool wording_id(struct reading *reading, const char *key, const struct node *node,
		struct str *id);
/* The same for a text that is already known, a mapping's key say. */
bool wording_id_form(struct reading *reading, const char *key, struct str text,
		     struct span span);
/* One line that can name a file. */
bool wording_number(struct reading *reading, const char *key, const struct node *node,
		    struct str *number);
bool wording_country(struct reading *reading, const char *key, const struct node *node,
		     struct str *country);

#endif
