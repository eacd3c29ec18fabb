#include "plan.h"

#include <string.h>

#include "desk.h"

static const struct option options[] = {
	OPTION_ROW_AS_OF,
	{.id = OPTION_FORMAT,
	 .name = "--format",
	 .value = "FORM",
	 .choices = "human|json",
	 .help = "human (default), or json for other programs"},
	OPTION_ROW_STALE_OK,
	OPTION_ROW_STRICT,
	OPTION_ROW_JOBS,
	OPTION_END,
};

static struct str text(const struct call *call, const struct desk *desk, bool refused)
{
	if (strcmp(call_value(call, OPTION_FORMAT, "human"), "json") == 0)
		return plan_json(desk->arena, desk->book, refused);
	desk_say_day(desk);
	return plan_text(desk->arena, desk->book, refused, call->color_out);
}

static enum ending run(struct call *call)
{
	struct desk desk;

	if (!desk_open(&desk, call))
		return ENDING_USAGE;
	bool sound = desk_is_sound(&desk);
	bool refused = desk.book->letters_stale && !call_has(call, OPTION_STALE_OK);
	if (refused)
		book_refuse_letters(desk.book, &desk.notices);
	enum ending ending = desk_findings(&desk);
	if (sound)
		call_write(call, text(call, &desk, refused));
	desk_close(&desk);
	return ending;
}

const struct command command_plan = {
	.name = "plan",
	.operands = "LEDGER",
	.summary = "who would get what, and who is held back and why",
	.description =
		"Lists every letter that a build would make: its invoices, from which stage to\n"
		"which, what it demands and by when; then who is held back, by what and until\n"
		"when. Writes nothing.",
	.least = 1,
	.most = 1,
	.options = options,
	.reaches = reach_ledger,
	.run = run,
};
