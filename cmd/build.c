#include "run/build.h"

#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "diag/hidden.h"
#include "meter.h"
#include "only.h"

#include "run/standing.h"

#define OUT "out" /* where runs go without -o */
#define MODE 0600 /* letters are personal data */

static const struct option options[] = {
	OPTION_ROW_AS_OF,
	{.id = OPTION_OUT,
	 .name = "--out",
	 .letter = 'o',
	 .value = "OUT",
	 .help = "where OUT/<as-of day> is made; else in 'out'"},
	{.id = OPTION_ONLY,
	 .name = "--only",
	 .value = "ID...",
	 .list = true,
	 .help = "these customers; the rest of that day's run stays"},
	{.id = OPTION_KIND,
	 .name = "--kind",
	 .value = "KIND",
	 .choices = "statements|letters",
	 .list = true,
	 .help = "statements or letters; else both"},
	{.id = OPTION_DRY_RUN, .name = "--dry-run", .help = "everything but writing"},
	OPTION_ROW_STALE_OK,
	{.id = OPTION_MODE,
	 .name = "--mode",
	 .value = "MODE",
	 .help = "permissions of the files, octal; else 0600"},
	OPTION_ROW_STRICT,
	OPTION_ROW_JOBS,
	{.id = OPTION_FORCE,
	 .name = "--force",
	 .help = "makes every document anew, also unchanged ones"},
	{.id = OPTION_BUNDLE,
	 .name = "--bundle",
	 .value = "CHANNEL",
	 .choices = "post",
	 .help = "also one PDF in post order, for the printer"},
	{.id = OPTION_OUTBOX,
	 .name = "--outbox",
	 .help = "also a draft of each e-mail, with its letter attached"},
	OPTION_END,
};

static bool read_mode(const struct call *call, unsigned *mode)
{
	const char *text = call_value(call, OPTION_MODE, NULL);
	char *end = NULL;

	*mode = MODE;
	if (!text)
		return true;
	unsigned long value = strtoul(text, &end, 8);
	if (*text < '0' || *text > '7' || *end || value > 0777 || !(value & 0400)) {
		call_fault(call, "'--mode' cannot be '%s'", text);
		call_help(call, "octal digits that let you read your own files, as 0640");
		return false;
	}
	*mode = (unsigned)value;
	return true;
}

static unsigned kinds(const struct call *call)
{
	const struct given *given = &call->options[OPTION_KIND];
	unsigned kinds = given->count ? 0 : BUILD_STATEMENTS | BUILD_LETTERS;

	for (size_t i = 0; i < given->count; i++)
		kinds |= strcmp(given->items[i], "letters") == 0 ? BUILD_LETTERS
								 : BUILD_STATEMENTS;
	return kinds;
}

/* What a run made, on standard output. */
static void tell(struct desk *desk, const struct build_result *result)
{
	struct buf out = buf_new(desk->arena, 0);

	hidden_show(&out, result->folder, false);
	buf_put(&out, STR(": "));
	buf_put(&out, result->summary);
	if (result->unchanged)
		buf_format(&out, "%zu unchanged, %zu made anew\n", result->unchanged,
			   result->statements + result->letters - result->unchanged);
	if (call_has(desk->call, OPTION_DRY_RUN))
		buf_put(&out, STR("dry run: nothing written\n"));
	call_write(desk->call, buf_str(&out));
}

static enum ending ending_of(struct desk *desk, const struct build_result *result)
{
	struct call *call = desk->call;

	switch (result->end) {
	case BUILD_DONE:
		break;
	case BUILD_STALE:
		book_refuse_letters(desk->book, &desk->notices);
		desk->outcome = result->statements ? "statements made, letters refused"
						   : "letters refused";
		break;
	case BUILD_ENVIRONMENT:
		desk_findings(desk);
		return call_obstacle(call, result->fault);
	case BUILD_FINDINGS:
	case BUILD_END__COUNT:
		return desk_findings(desk);
	}
	enum ending ending = desk_findings(desk);
	if (!call_has(call, OPTION_QUIET) &&
	    (ending == ENDING_DONE || result->end == BUILD_STALE))
		tell(desk, result);
	return ending;
}

static void put_seconds(struct buf *out, const char *what, int64_t ns)
{
	int64_t tenths = ns / 100000000;

	buf_format(out, "%s%lld.%lld s", what, (long long)tenths / 10,
		   (long long)tenths % 10);
}

/* What the threads spent, added up, within what one waits for. */
static void tell_times(struct desk *desk, const struct build_times *times, bool watched)
{
	if (watched) {
		struct buf line = buf_new(desk->arena, 0);

		put_seconds(&line, "read in ", desk->book->reading_ns);
		put_seconds(&line, ", made in ", times->making_ns);
		put_seconds(&line, ", put in place in ", times->placing_ns);
		call_note(desk->call, "%.*s", STR_ARG(buf_str(&line)));
	}
	desk_phase(desk, "making", times->making_ns);
	desk_phase(desk, "placing", times->placing_ns);
	desk_phase(desk, "reckoning", times->reckoning_ns);
	desk_phase(desk, "composing", times->composing_ns);
	desk_phase(desk, "pressing", times->pressing_ns);
	desk_phase(desk, "writing", times->writing_ns);
}

static enum ending build_book(struct desk *desk, struct build_options *asked)
{
	if (!desk_is_sound(desk))
		return desk_findings(desk);
	if (!only_read(desk, &asked->only, &asked->nonly))
		return ENDING_USAGE;
	desk_say_day(desk);
	struct meter meter = meter_new(desk->call);
	asked->watcher = meter_watcher(&meter);
	struct build_result result =
		build_run(desk->arena, desk->book, asked, &desk->notices);
	meter_wipe(&meter);
	tell_times(desk, &result.times, meter.on);
	return ending_of(desk, &result);
}

/* A run that stands is not built again: the ledger is not even read. */
static bool stands(struct call *call, const struct build_options *now, date as_of,
		   unsigned workers, enum ending *ending)
{
	struct desk desk = {.call = call, .arena = call->arena, .as_of = as_of};
	struct build_result result;
	struct str ledger = str_from_c(call->operands.items[0]);
	bool found = standing_find(call->arena, ledger, workers, as_of, now, &result);

	*ending = ENDING_DONE;
	if (found) {
		desk_say_day(&desk);
		if (!call_has(call, OPTION_QUIET))
			tell(&desk, &result);
	} else if (result.end == BUILD_ENVIRONMENT) {
		*ending = ENDING_ENVIRONMENT;
		call_fault(call, "%.*s", STR_ARG(result.fault));
	}
	return found || result.end == BUILD_ENVIRONMENT;
}

static enum ending run(struct call *call)
{
	struct build_options now = {
		.out = str_from_c(call_value(call, OPTION_OUT, OUT)),
		.kinds = kinds(call),
		.dry_run = call_has(call, OPTION_DRY_RUN),
		.stale_ok = call_has(call, OPTION_STALE_OK),
		.force = call_has(call, OPTION_FORCE),
		.strict = call_has(call, OPTION_STRICT),
		.bundle = call_has(call, OPTION_BUNDLE),
		.outbox = call_has(call, OPTION_OUTBOX),
	};
	enum ending ending;
	struct desk desk;
	date as_of;
	unsigned workers;
	bool only = call_has(call, OPTION_ONLY);

	if (!read_mode(call, &now.mode) || !call_day(call, &as_of) ||
	    !call_jobs(call, &workers))
		return ENDING_USAGE;
	if (!only && stands(call, &now, as_of, workers, &ending))
		return ending;
	if (!desk_read(&desk, call))
		return ENDING_USAGE;
	ending = build_book(&desk, &now);
	desk_close(&desk);
	return ending;
}

static const struct reach reaches[] = {
	{.kind = REACH_READS},
	{.kind = REACH_WRITES, .option = OPTION_OUT, .absent = OUT},
	{.kind = REACH_END},
};

const struct command command_build = {
	.name = "build",
	.operands = "LEDGER",
	.summary = "statements and letters as PDF, in OUT/<as-of day>",
	.description =
		"Makes every document aside and puts the run in place at once: whoever looks\n"
		"sees the old run or the new one, whole. With an error nothing is written. When\n"
		"'payments_to' is over 7 days old, statements are made and letters refused.",
	.least = 1,
	.most = 1,
	.options = options,
	.reaches = reaches,
	.run = run,
};
