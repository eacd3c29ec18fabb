#include <stdlib.h>

#include "desk.h"
#include "run/build.h"

static const struct option options[] = {
	OPTION_ROW_AS_OF,
	{.id = OPTION_FORMAT,
	 .name = "--format",
	 .value = "FORM",
	 .choices = "human|json|github|gitlab|sarif|junit",
	 .help = "human (default); github where GITHUB_ACTIONS is set"},
	{.id = OPTION_STALE_OK,
	 .name = "--stale-ok",
	 .help = "no error where 'payments_to' is over 7 days old"},
	OPTION_ROW_STRICT,
	OPTION_ROW_JOBS,
	OPTION_END,
};

/* Every document is composed, for what only a page can show: a rehearsal of the build. */
static enum ending rehearse(struct desk *desk)
{
	struct build_options asked = {.kinds = BUILD_STATEMENTS | BUILD_LETTERS,
				      .dry_run = true,
				      .stale_ok = true,
				      .rehearsal = true};
	struct build_result result =
		build_run(desk->arena, desk->book, &asked, &desk->notices);

	if (result.end != BUILD_ENVIRONMENT)
		return ENDING_DONE;
	return call_obstacle(desk->call, result.fault);
}

/* A runner of GitHub's makes annotations of what is printed in its form. */
static report_form *choose(const struct call *call)
{
	const char *runner = getenv("GITHUB_ACTIONS");

	return report_form_named(
		call_value(call, OPTION_FORMAT, runner && *runner ? "github" : "human"));
}

/* Silent when clean; the day is told only where it was not given and there is something
 * to read it with. */
static enum ending run(struct call *call)
{
	struct desk desk;

	if (!desk_read(&desk, call))
		return ENDING_USAGE;
	enum ending ending = ENDING_DONE;
	if (desk.notices.errors == 0)
		ending = rehearse(&desk);
	if (!call_has(call, OPTION_STALE_OK))
		book_refuse_letters(desk.book, &desk.notices);
	if (!call_has(call, OPTION_AS_OF) && desk.notices.first)
		desk_say_day(&desk);
	if (ending == ENDING_DONE)
		desk.form = choose(call);
	enum ending found = desk_findings(&desk);
	desk_close(&desk);
	return found == ENDING_DONE ? ending : found;
}

const struct command command_check = {
	.name = "check",
	.operands = "LEDGER",
	.summary = "every finding, silent when clean",
	.description =
		"Reads the ledger, reckons every account and rehearses its letters. Each finding\n"
		"is printed with its place, your own line and a way out; nothing is written.\n"
		"A form for programs goes to standard output; paths in it lead from where the\n"
		"command runs.",
	.least = 1,
	.most = 1,
	.options = options,
	.reaches = reach_ledger,
	.run = run,
};
