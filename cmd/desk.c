#include "desk.h"

#include <stdio.h>

typedef struct book *book_way(struct arena *arena, struct sources *sources,
			      struct str folder, unsigned workers, date as_of,
			      struct notices *notices);

static bool open_book(struct desk *desk, struct call *call, date as_of, book_way *way)
{
	*desk = (struct desk){.call = call, .as_of = as_of, .outcome = "nothing written"};
	unsigned jobs;

	if (!call_jobs(call, &jobs))
		return false;
	desk->arena = arena_new(0);
	desk->sources = sources_new();
	desk->notices = notices_new(desk->arena, desk->sources);
	desk->book = way(desk->arena, desk->sources, str_from_c(call->operands.items[0]),
			 jobs, desk->as_of, &desk->notices);
	desk_phase(desk, "reading", desk->book->reading_ns);
	return true;
}

bool desk_open_on(struct desk *desk, struct call *call, date as_of)
{
	if (!open_book(desk, call, as_of, book_open))
		return false;
	desk_phase(desk, "reckoning", desk->book->reckoning_ns);
	return true;
}

bool desk_open(struct desk *desk, struct call *call)
{
	date as_of;

	return call_day(call, &as_of) && desk_open_on(desk, call, as_of);
}

bool desk_read(struct desk *desk, struct call *call)
{
	date as_of;

	return call_day(call, &as_of) && open_book(desk, call, as_of, book_read);
}

void desk_say_day(const struct desk *desk)
{
	struct buf day = buf_new(desk->arena, 0);

	date_put(&day, desk->as_of);
	call_note(desk->call, "as of %.*s", STR_ARG(buf_str(&day)));
}

/* With -q warnings stay silent, unless they fail: a collector of the errors alone. */
static struct notices errors_of(const struct desk *desk)
{
	struct notices errors = notices_new(desk->arena, desk->sources);
	struct notice **last = &errors.first;

	for (const struct notice *at = desk->notices.first; at; at = at->next) {
		if (notice_severity(at->code) != SEVERITY_ERROR)
			continue;
		*last = ARENA_NEW(desk->arena, struct notice);
		**last = *at;
		(*last)->next = NULL;
		last = &(*last)->next;
		errors.errors++;
	}
	errors.last = last;
	return errors;
}

static const char *plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* "12 files read: 4 errors, 1 warning; nothing written" */
static void count(const struct desk *desk, size_t errors, size_t warnings, bool fails)
{
	size_t files = desk->book->ledger->files;

	fprintf(stderr, "%zu file%s read: ", files, plural(files));
	if (errors)
		fprintf(stderr, "%zu error%s", errors, plural(errors));
	if (warnings)
		fprintf(stderr, "%s%zu warning%s", errors ? ", " : "", warnings,
			plural(warnings));
	fprintf(stderr, "%s%s\n", fails ? "; " : "", fails ? desk->outcome : "");
}

/* The findings as they are printed: repeats count once. */
static void tally(const struct notices *notices, size_t *errors, size_t *warnings)
{
	size_t total;
	const struct notice **sorted = notices_sorted(notices, &total);

	for (size_t i = 0; i < total; i++)
		if (notice_severity(sorted[i]->code) == SEVERITY_ERROR)
			++*errors;
		else
			++*warnings;
}

/* On standard output, also when there is nothing to tell. */
static void report(const struct desk *desk, const struct notices *findings)
{
	struct report report =
		report_new(desk->arena, desk->book->folder, desk->as_of, findings);

	report.files = desk->book->ledger->files;
	report.strict = call_has(desk->call, OPTION_STRICT);
	call_write(desk->call, desk->form(&report));
}

bool desk_is_sound(const struct desk *desk)
{
	bool strict = call_has(desk->call, OPTION_STRICT);
	return desk->notices.errors == 0 && !(strict && desk->notices.warnings);
}

enum ending desk_findings(struct desk *desk)
{
	const struct call *call = desk->call;
	bool terse = call_has(call, OPTION_QUIET) && !call_has(call, OPTION_STRICT);
	struct notices shown = terse ? errors_of(desk) : desk->notices;
	bool fails = !desk_is_sound(desk);
	size_t errors = 0, warnings = 0;

	tally(&shown, &errors, &warnings);
	if (desk->form)
		report(desk, &shown);
	else if (errors + warnings)
		notices_print(&shown, stderr, call->color_err);
	if (errors + warnings)
		count(desk, errors, warnings, fails);
	if (notices_have(&desk->notices, NOTICE_INTERNAL_CONSERVATION))
		return ENDING_BUG;
	if (notices_have(&desk->notices, NOTICE_READING_REFUSED))
		return ENDING_ENVIRONMENT;
	return fails ? ENDING_FINDINGS : ENDING_DONE;
}

void desk_phase(const struct desk *desk, const char *phase, int64_t ns)
{
	int64_t milliseconds = ns / 1000000;

	if (call_has(desk->call, OPTION_VERBOSE))
		fprintf(stderr, "phase: %s %lld.%03lld\n", phase,
			(long long)milliseconds / 1000, (long long)milliseconds % 1000);
}

void desk_close(struct desk *desk)
{
	sources_free(desk->sources);
	arena_free(desk->arena);
}
