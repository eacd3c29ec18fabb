#include "status.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "desk.h"

#define WIDTH 80 /* where there is no terminal to ask */

static const struct option options[] = {
	OPTION_ROW_AS_OF,
	{.id = OPTION_FORMAT,
	 .name = "--format",
	 .value = "FORM",
	 .choices = "human|json|csv",
	 .help = "human (default): a table; json, csv: for other programs"},
	OPTION_ROW_STRICT,
	OPTION_ROW_JOBS,
	OPTION_END,
};

static size_t terminal_width(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return WIDTH;
}

money status_charges(const struct account *account)
{
	bool overflow = false; /* refused by reckoning */
	money sum = 0;

	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		sum = money_add(sum, account->charges[c], &overflow);
	return sum;
}

static struct str text(const struct call *call, const struct desk *desk)
{
	const char *format = call_value(call, OPTION_FORMAT, "human");

	if (strcmp(format, "json") == 0)
		return status_json(desk->arena, desk->book);
	if (strcmp(format, "csv") == 0)
		return status_csv(desk->arena, desk->book);
	desk_say_day(desk);
	return status_table(desk->arena, desk->book, terminal_width(), call->color_out);
}

static enum ending run(struct call *call)
{
	struct desk desk;

	if (!desk_open(&desk, call))
		return ENDING_USAGE;
	enum ending ending = desk_findings(&desk);
	if (ending == ENDING_DONE)
		call_write(call, text(call, &desk));
	desk_close(&desk);
	return ending;
}

const struct command command_status = {
	.name = "status",
	.operands = "LEDGER",
	.summary = "aged receivables, with totals per currency",
	.description =
		"What each customer owes in each currency, by age, with charges claimed and\n"
		"credit, and the letter that comes next.",
	.least = 1,
	.most = 1,
	.options = options,
	.reaches = reach_ledger,
	.run = run,
};
