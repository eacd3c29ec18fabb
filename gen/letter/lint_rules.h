/* lint_rules: what a letter may not say and what it must, as templates/lint.yaml has it.
 * Floor 5. Owner: the book arena; compiled patterns are freed by lint_rules_free. Frozen
 * before the first job starts, but for `clean`. */
#ifndef LETTER_LINT_RULES_H
#define LETTER_LINT_RULES_H

#include <stdatomic.h>

#include "base/money.h"
#include "diag/pattern.h"
#include "diag/yaml.h"

#define LINT_RULES 24	/* L01 to L24; index 0 is none */
#define LINT_SHAPES 256 /* texts remembered as clean */

/* When a pattern counts. */
enum lint_when {
	LINT_ALWAYS,
	LINT_CONSUMER, /* to a consumer */
	LINT_BARRED,   /* an invoice is too old for a claim */
	LINT_SHORT,    /* an individual in the United Kingdom, fewer than 30 days */
	LINT_SWISS,    /* in German as written in Switzerland */
	LINT_WHEN__COUNT
};

/* The patterns of one language. */
struct lint_tongue {
	struct str language;
	struct pattern *any; /* all of `forbid` in one: without a hit nothing is looked at
			      */
	struct pattern *forbid[LINT_WHEN__COUNT][LINT_RULES + 1]; /* NULL: none */
	struct pattern *allow[LINT_RULES + 1];
	struct lint_need *needs;
	struct lint_tongue *next;
};

/* What a text must say, where the conditions agree; an empty one always does. */
struct lint_need {
	int rule;
	struct str letter, country, kind, what;
	struct pattern *says;
	struct lint_need *next;
};

/* The highest fee. */
struct lint_cap {
	struct str country, kind;
	const struct currency *currency;
	money most;	 /* [minor] */
	bool first_free; /* none in the first letter after the due day */
	struct lint_cap *next;
};

struct lint_rules {
	struct arena *arena;
	const struct node *rules[LINT_RULES + 1];
	struct str law[LINT_RULES + 1], advice[LINT_RULES + 1];
	struct lint_tongue *tongues;
	struct lint_cap *caps;
	const struct node *years; /* country → years after which a claim is barred */
	struct pattern *names;	  /* of nobody in particular */
	struct str fault;	  /* of a pattern; empty: none (a test says so) */
	/* Shapes of texts, by hash, that had no finding: letters of one template differ
	 * mostly in their values, and those no pattern looks at. */
	_Atomic uint64_t clean[LINT_SHAPES];
};

/* Reads the carried rules. */
struct lint_rules *lint_rules_read(struct arena *book, struct sources *sources,
				   struct notices *notices);
/* The patterns of a language, compiled when they are first asked for (not by jobs); of a
 * language without any, the English ones. */
const struct lint_tongue *lint_rules_tongue(struct lint_rules *rules,
					    struct str language);
void lint_rules_free(struct lint_rules *rules);
/* 1 to 24 for "L01" to "L24", else 0. */
int lint_rules_number(struct str name);

#endif
