/* command: what a verb is: a name, what it takes, and what it does.
 * Floor 7. Owner: static storage; one file cmd/<verb>.c has one `const struct command`.
 *
 * Commands are data: the tables here drive reading the command line, usage errors and
 * help, so these three cannot disagree. To add a command: write cmd/<verb>.c, name it
 * below and in commands.c; its help page and its option hints follow. */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

struct call;

/* Exit codes (the whole set). */
enum ending {
	ENDING_DONE,
	ENDING_FINDINGS,    /* in the ledger or a template; nothing written */
	ENDING_USAGE,	    /* the command line */
	ENDING_ENVIRONMENT, /* disk, memory, lock, font */
	ENDING_BUG,	    /* of collectgen itself */
	ENDING__COUNT
};

enum option_id {
	OPTION_NONE,
	OPTION_AS_OF,
	OPTION_FORMAT,
	OPTION_OUT,
	OPTION_ONLY,
	OPTION_KIND,
	OPTION_DRY_RUN,
	OPTION_STALE_OK,
	OPTION_MODE,
	OPTION_FORCE,
	OPTION_BUNDLE,
	OPTION_OUTBOX,
	OPTION_WRITE,
	OPTION_CHANNEL,
	OPTION_DATE,
	OPTION_COUNTRY,
	OPTION_TEMPLATES,
	OPTION_VIEW,
	OPTION_LENIENT,
	OPTION_TO,
	OPTION_LOCALE,
	OPTION_PAGE,
	OPTION_REGULAR,
	OPTION_BOLD,
	OPTION_ITALIC,
	OPTION_STRICT,
	OPTION_JOBS,
	OPTION_COLOR,
	OPTION_QUIET,
	OPTION_VERBOSE,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_LATER, /* not built yet: refused by name, not shown in help */
	OPTION__COUNT
};

struct option {
	enum option_id id;
	const char *name;	   /* "--as-of"; NULL ends a table */
	char letter;		   /* 'o' of -o; 0: none */
	const char *value;	   /* what it takes, for help; NULL: nothing */
	const char *choices;	   /* "human|json"; NULL: anything */
	const char *later_choices; /* words of later versions, refused by name */
	bool list; /* may be given again, commas divide, and takes the words
		    * that are too many for the operands */
	const char *help;
};

/* Rows that several commands share. */
#define OPTION_ROW_AS_OF \
	{ \
		.id = OPTION_AS_OF, .name = "--as-of", .value = "YYYY-MM-DD", \
		.help = "which day; else today (required when CI is set)" \
	}
#define OPTION_ROW_STRICT \
	{ \
		.id = OPTION_STRICT, .name = "--strict", \
		.help = "warnings fail like errors" \
	}
#define OPTION_ROW_STALE_OK \
	{ \
		.id = OPTION_STALE_OK, .name = "--stale-ok", \
		.help = "letters although 'payments_to' is over 7 days old" \
	}
#define OPTION_ROW_JOBS \
	{ \
		.id = OPTION_JOBS, .name = "--jobs", .letter = 'j', .value = "N", \
		.help = "threads; else one a core, with the same outcome" \
	}
#define OPTION_ROW_LATER(text, c, takes) \
	{ \
		.id = OPTION_LATER, .name = text, .letter = c, .value = takes \
	}
#define OPTION_END \
	{ \
		.name = NULL \
	}

/* Where a command may go in the file system; confine.h shuts all the rest. */
struct reach {
	enum reach_kind {
		REACH_END,
		REACH_READS,
		REACH_BESIDE, /* reads it and what lies beside it */
		REACH_WRITES  /* and makes it, when it is not there */
	} kind;
	size_t operand;	       /* this operand names it, ... */
	enum option_id option; /* ... or this option, unless OPTION_NONE */
	const char *absent;    /* what stands in for it; NULL: nothing */
	const char *below;     /* a folder below it is meant; NULL: itself */
	enum option_id when;   /* only with this option, unless OPTION_NONE */
};

/* A ledger that is read, and nothing else. */
extern const struct reach reach_ledger[];

struct command {
	const char *name;
	const char *operands; /* "LEDGER"; "" none */
	const char *summary;  /* one line, lower case */
	const char *description;
	size_t least, most;	      /* operands */
	const struct option *options; /* its own; the common ones come on top */
	const struct reach *reaches;  /* NULL: nowhere */
	enum ending (*run)(struct call *call);
};

extern const struct command command_build, command_check, command_explain, command_help,
	command_init, command_plan, command_render, command_schema, command_sent,
	command_status, command_verify, command_version;

/* The i-th command in the order of help, NULL after the last. */
const struct command *command_at(size_t index);
const struct command *command_find(const char *name);

#endif
