/* report: the findings of a run as other programs read them.
 * Floor 7. Owner: the arena given.
 *
 * Gathered once, then written in one of several forms. Texts have their hidden characters
 * made visible, as people see them; a finding in what the program carries (a built-in
 * policy) has no place for others, so its text begins with it. Paths lead from where the
 * command runs to the file. */
#ifndef CMD_REPORT_H
#define CMD_REPORT_H

#include "base/date.h"
#include "diag/notice.h"

struct spot {
	struct str path;     /* its very bytes; empty: no file */
	struct str shown;    /* the same, fit to be shown */
	uint32_t line;	     /* from 1; 0: none is known */
	uint32_t column;     /* [code points] from 1 */
	uint32_t end_column; /* [code points] behind the last one meant */
	struct str text;     /* the whole line */
};

struct remark {
	struct spot spot;
	struct str text;
};

struct finding {
	enum notice_code code;
	enum severity severity;
	struct spot spot;
	struct str text;
	struct str help;	/* empty: none */
	struct str fingerprint; /* 64 digits that stay when lines are put in above */
	struct remark *remarks;
	size_t nremarks;
};

struct report {
	struct arena *arena;
	struct str folder; /* the ledger's, "." when the command runs in it; shown */
	date as_of;
	size_t files, errors, warnings;
	bool strict; /* warnings fail */
	struct finding *findings;
	size_t count;
};

/* In the order in which people see them; `files` and `strict` are the caller's to set. */
struct report report_new(struct arena *arena, struct str folder, date as_of,
			 const struct notices *notices);

typedef struct str report_form(const struct report *report);

/* The form of that name ("json", …), or NULL: the one for people. */
report_form *report_form_named(const char *name);

/* As a program reads it best: keys and order are a promise. */
struct str report_json(const struct report *report);
/* Workflow commands, one a line, out of which no text of a ledger can break. */
struct str report_github(const struct report *report);
/* GitLab's Code Quality. */
struct str report_gitlab(const struct report *report);
/* SARIF 2.1.0. */
struct str report_sarif(const struct report *report);
/* JUnit's XML: a test case a finding, a failed one if it fails the run. */
struct str report_junit(const struct report *report);

/* "error", "warning". */
struct str report_severity(enum severity severity);
/* Text and help as one sentence: "payment names … (help: did you mean …)". */
struct str report_sentence(struct arena *arena, const struct finding *finding);
/* "books/2026.yaml:7:14: " before a text, as far as it is known. */
void report_put_spot(struct buf *out, const struct spot *spot);

#endif
