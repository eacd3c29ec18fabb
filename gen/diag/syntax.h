/* syntax: libyaml's complaints in plain words, at the place that helps.
 * Floor 1. Owner: the notices. */
#ifndef DIAG_SYNTAX_H
#define DIAG_SYNTAX_H

#include "diag/notice.h"

/* The last text in quotes before the fault. */
struct quote {
	size_t from, to;	      /* [bytes] opening quote, behind the closing one */
	size_t first_line, last_line; /* from 0; 0 and 0 also when there was none */
};

struct syntax {
	const struct source *source;
	struct notices *notices;
	const char *problem, *context; /* libyaml's own words; "" for none */
	size_t at;		       /* [bytes] of the problem */
	size_t from;		       /* [bytes] where what is being read began */
	size_t end;		       /* [bytes] of the text */
	size_t open; /* [bytes] innermost bracket still open; SIZE_MAX: none */
	struct quote quote;
};

/* Makes the one notice of a syntax error. */
void syntax_report(const struct syntax *syntax);

#endif
