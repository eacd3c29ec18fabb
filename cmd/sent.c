#include "run/sent.h"

#include <string.h>

#include "desk.h"
#include "diag/hidden.h"
#include "only.h"

#define OUT "out" /* where runs go without -o */
#define SHOWN 20  /* refusals: the first ones tell what is wrong */

static const struct option options[] = {
	OPTION_ROW_AS_OF,
	{.id = OPTION_OUT,
	 .name = "--out",
	 .letter = 'o',
	 .value = "OUT",
	 .help = "the folder of runs; else 'out'"},
	{.id = OPTION_WRITE,
	 .name = "--write",
	 .help = "add them to the ledger; else they are printed"},
	{.id = OPTION_ONLY,
	 .name = "--only",
	 .value = "ID...",
	 .list = true,
	 .help = "letters to these; the others were not sent"},
	{.id = OPTION_CHANNEL,
	 .name = "--channel",
	 .value = "CHANNEL",
	 .choices = "email|post|phone|visit",
	 .help = "how they went; else as each letter was made to go"},
	{.id = OPTION_DATE,
	 .name = "--date",
	 .value = "YYYY-MM-DD",
	 .help = "the day they went; else the as-of day"},
	OPTION_ROW_STALE_OK,
	OPTION_ROW_STRICT,
	OPTION_ROW_JOBS,
	OPTION_END,
};

static enum channel read_channel(const struct call *call)
{
	static const struct {
		const char *word;
		enum channel channel;
	} words[] = {{"email", CHANNEL_EMAIL},
		     {"post", CHANNEL_POST},
		     {"phone", CHANNEL_PHONE},
		     {"visit", CHANNEL_VISIT}};
	const char *given = call_value(call, OPTION_CHANNEL, "");

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].word, given) == 0)
			return words[i].channel;
	return CHANNEL_NONE;
}

/* A letter of a day went on that day or later: entries of days before would count in the
 * build of that very day (rule 1). */
static bool read_date(const struct desk *desk, date *day)
{
	const char *given = call_value(desk->call, OPTION_DATE, NULL);

	*day = desk->as_of;
	if (!given)
		return true;
	if (date_from_str(str_from_c(given), day) != DATE_OK) {
		call_fault(desk->call, "'--date' cannot be '%s'", given);
		call_help(desk->call, "a day, as 2026-11-30");
		return false;
	}
	if (*day >= desk->as_of)
		return true;
	call_fault(desk->call, "'--date' is before the day of the letters");
	call_help(desk->call, "letters go on their own day or later");
	return false;
}

static const char *plural(size_t n, const char *one, const char *other)
{
	return n == 1 ? one : other;
}

static enum ending refuse(const struct desk *desk, const struct sent *sent)
{
	const struct call *call = desk->call;

	for (size_t i = 0; i < sent->nrefusals && i < SHOWN; i++)
		call_fault(call, "%.*s", STR_ARG(sent->refusals[i]));
	if (sent->nrefusals > SHOWN)
		call_fault(call, "and %zu more", sent->nrefusals - SHOWN);
	call_help(
		call,
		sent->otherwise
			? "what the log says stays: say the same with --date or "
			  "--channel, leave them out with --only, or correct the entry"
			: "only letters that are what the ledger says are logged: build "
			  "that day again and send what it made, or name others with "
			  "--only");
	call_note(call, "%zu reason%s; nothing written", sent->nrefusals,
		  plural(sent->nrefusals, "", "s"));
	return ENDING_FINDINGS;
}

/* What was written, on standard output. */
static struct str summary(const struct desk *desk, const struct sent *sent)
{
	struct buf out = buf_new(desk->arena, 0);
	size_t stood = sent->nrecords - sent->nadded;

	hidden_show(&out,
		    str_format(desk->arena, "%.*s/%.*s", STR_ARG(sent->folder),
			       STR_ARG(sent->name)),
		    false);
	buf_format(&out, ": %zu %s added for %zu letter%s", sent->nadded,
		   plural(sent->nadded, "entry", "entries"), sent->nletters,
		   plural(sent->nletters, "", "s"));
	if (stood)
		buf_format(&out, ", %zu already in the log", stood);
	buf_byte(&out, '\n');
	return buf_str(&out);
}

static enum ending ending_of(struct desk *desk, const struct sent *sent)
{
	switch (sent->end) {
	case SENT_DONE:
	case SENT_FINDINGS:
	case SENT_END__COUNT:
		return desk_findings(desk);
	case SENT_REFUSED:
		desk_findings(desk);
		return refuse(desk, sent);
	case SENT_ENVIRONMENT:
		break;
	}
	desk_findings(desk);
	return call_obstacle(desk->call, sent->fault);
}

static enum ending log_letters(struct desk *desk, struct sent_options *asked)
{
	struct call *call = desk->call;
	bool write = call_has(call, OPTION_WRITE);

	if (desk->book->letters_stale && !call_has(call, OPTION_STALE_OK))
		book_refuse_letters(desk->book, &desk->notices);
	if (!desk_is_sound(desk))
		return desk_findings(desk);
	if (!read_date(desk, &asked->date) ||
	    !only_read(desk, &asked->only, &asked->nonly))
		return ENDING_USAGE;
	desk_say_day(desk);
	struct sent sent = sent_list(desk->arena, desk->book, asked, &desk->notices);
	if (write && sent.end == SENT_DONE && desk_is_sound(desk))
		sent_write(desk->arena, desk->book, &sent);
	enum ending ending = ending_of(desk, &sent);
	if (ending != ENDING_DONE)
		return ending;
	if (sent.nletters == 0)
		call_note(call, "that day has no letters");
	else if (!write)
		call_write(call, sent_text(desk->arena, &sent));
	else if (!call_has(call, OPTION_QUIET))
		call_write(call, summary(desk, &sent));
	return ENDING_DONE;
}

static enum ending run(struct call *call)
{
	struct sent_options asked = {
		.out = str_from_c(call_value(call, OPTION_OUT, OUT)),
		.channel = read_channel(call),
	};
	struct desk desk;

	if (!desk_open(&desk, call))
		return ENDING_USAGE;
	enum ending ending = log_letters(&desk, &asked);
	desk_close(&desk);
	return ending;
}

static const struct reach reaches[] = {
	{.kind = REACH_READS},
	{.kind = REACH_READS, .option = OPTION_OUT, .absent = OUT},
	{.kind = REACH_WRITES, .below = "log", .when = OPTION_WRITE},
	{.kind = REACH_END},
};

const struct command command_sent = {
	.name = "sent",
	.operands = "LEDGER",
	.summary = "log entries for the letters of a build",
	.description =
		"The letters of OUT/<as-of day> as entries of the log: only the log moves a\n"
		"follow-up on. With --write they go into LEDGER/log/<as-of day>.yaml; entries\n"
		"that stand there stay. Refused when the ledger now makes other letters.\n"
		"Entries count from the day after. To undo, revert the commit.",
	.least = 1,
	.most = 1,
	.options = options,
	.reaches = reaches,
	.run = run,
};
