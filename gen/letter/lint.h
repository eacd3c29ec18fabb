/* lint: letters held to the rules of conduct L01 to L24 (templates/lint.yaml).
 * Floor 5. Owner: the job arena.
 *
 * Patterns look at the words of the template, as they came out for this customer; what a
 * value brought is masked, so no name or reference can trip them. What is decided by
 * figures, days and kinds is in lint_facts. Findings stand at the template's line, or at
 * the record of the ledger they come from. */
#ifndef LETTER_LINT_H
#define LETTER_LINT_H

#include "letter/lint_rules.h"
#include "letter/template.h"

/* One composed text and what it is about. */
struct lint {
	struct lint_rules *rules;
	const struct document *document;
	const struct template *template;
	const struct value *view;
	const struct rendered *subject; /* NULL: none */
	const struct rendered *body;
	struct notices *notices;
};

/* Tries every rule on the text. */
void lint_check(struct arena *job, const struct lint *lint);
/* Tries what no text may say to anyone on all the words of a template that goes with
 * letters (letter/cover). */
void lint_cover(struct arena *job, struct lint_rules *rules,
		const struct template *template, struct notices *notices);
/* A finding of a rule, unless the template excuses it; `what` completes the catalogue's
 * text. */
void lint_report(const struct lint *lint, int rule, struct span span, struct str what);

#endif
