/* explanation: why a figure is what it is, step by step, before it is written (rule 24).
 * Floor 7. Owner: `arena`; records are borrowed from the book.
 *
 * Sections of steps; each step has its words, its figure, its rule and its place. The
 * text and the JSON are two ways to write the same steps. */
#ifndef CMD_EXPLANATION_H
#define CMD_EXPLANATION_H

#include "print.h"
#include "reckon/trace.h"
#include "run/book.h"

/* A member of a step's JSON that its words already say. */
struct fact {
	const char *key;
	struct str value;
	bool number; /* not a text */
	struct fact *next;
};

struct step {
	struct str mark; /* a day or a word in front; empty: none */
	struct str text;
	struct str amount; /* "1250.00"; empty: none */
	const char *rule;  /* "4b"; NULL: none */
	struct span span;  /* file 0: none */
	bool total;	   /* what the steps above come to */
	struct fact *facts, **last_fact;
	struct step *next;
};

struct chapter {
	const char *name;
	struct step *first, **last;
	struct chapter *next;
};

struct explanation {
	struct arena *arena;
	const struct book *book;
	const struct escalation *escalation; /* the account as status has it */
	const struct trace_list *told;	     /* what its replay told */
	const char *kind;		     /* "invoice", "customer", "letter" */
	struct str subject, title;
	struct chapter *first, **last, *open;
	struct chapter *checks;
	bool agrees; /* the steps come to status' figures */
};

/* A new section; the steps that follow belong to it. */
void explanation_section(struct explanation *explanation, const char *name);
/* A new step in words. */
struct step *explanation_step(struct explanation *explanation, const char *rule,
			      struct span span, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* Its figure, in the account's currency; its day. */
void explanation_amount(struct explanation *explanation, struct step *step, money amount);
void explanation_day(struct explanation *explanation, struct step *step, date day);
void explanation_fact(struct explanation *explanation, struct step *step, const char *key,
		      struct str value);
void explanation_number(struct explanation *explanation, struct step *step,
			const char *key, int64_t value);
/* An explanation of one account: its replay is listened to. `i` is its place in the book.
 */
struct explanation *explanation_new(struct arena *arena, const struct book *book,
				    size_t i);
/* Ends it: what was checked becomes the last section. */
void explanation_close(struct explanation *explanation);
/* Says that the steps come to what status says, or that they do not. */
void explanation_check(struct explanation *explanation, const char *figure, money told,
		       money status);

#endif
