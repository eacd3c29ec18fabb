#include "command.h"
#include "manual.h"
#include "mdoc.h"
#include "topic.h"
#include "words.h"

struct row {
	const char *what, *meaning;
};

static const struct str description = STR_LIT(
	"collectgen works out what each customer of a ledger owes on a given day (balances, "
	"interest, compensation, fees) and how far the follow-up has come, and typesets "
	"statements, reminder letters and final demands as PDF. "
	"The ledger is a folder of YAML files, best kept in git. "
	"It is the only state there is: the same ledger, day and version give the same "
	"letters, byte for byte. "
	"collectgen sends nothing and opens no connection.");

static const struct row environment[] = {
	{"CI",
	 "When it is set, the day must be given with --as-of: a run must not depend "
	 "on the day it happens to start."},
	{"GITHUB_ACTIONS", "When it is set, check reports in the form of GitHub's "
			   "annotations unless --format says otherwise."},
	{"NO_COLOR", "When it is not empty, there are no colours."},
	{"TERM", "A dumb terminal gets no colours."},
};

static const struct row files[] = {
	{"out/YYYY-MM-DD", "The documents of one day's build, with a manifest and a "
			   "summary. It can be made again at any time."},
	{"LEDGER/log/YYYY-MM-DD.yaml",
	 "Where sent --write puts the letters of that day."},
	{"LEDGER/templates", "Letters and locales of your own; see "
			     "collectgen-templates(5)."},
};

static const struct row endings[] = {
	{"0", "Done."},
	{"1", "Findings in the ledger or a template; nothing was written. When the "
	      "payments are not entered, statements are made all the same."},
	{"2", "The command line was wrong."},
	{"3", "The environment: disk, memory, lock, font."},
	{"4", "A bug in collectgen."},
};

static const struct row examples[] = {
	{"collectgen init books", "Begin with a worked example."},
	{"collectgen check books",
	 "See every mistake at once; silent when there is none."},
	{"collectgen plan books", "See who would get what today, and who is held back."},
	{"collectgen build books -o letters", "Make statements and letters."},
	{"collectgen sent books -o letters --write",
	 "Log that they went: tomorrow's build goes on from there."},
	{"collectgen help collectgen-ledger.5 | man -l -", "Read a page of this manual "
							   "that is not installed."},
};

static void put_rows(struct buf *out, const char *macro, const struct row *rows,
		     size_t count)
{
	buf_put(out, STR(".Bl -tag -width Ds\n"));
	for (size_t i = 0; i < count; i++) {
		mdoc_line(out, macro, str_from_c(rows[i].what));
		mdoc_prose(out, str_from_c(rows[i].meaning));
	}
	buf_put(out, STR(".El\n"));
}

/* "-o, --out OUT" */
static void put_option_name(struct buf *out, const struct option *option)
{
	buf_put(out, STR(".It"));
	if (option->letter)
		buf_format(out, " Fl %c ,", option->letter);
	buf_put(out, STR(" Fl \\-"));
	mdoc_put(out, str_from_c(option->name + 2));
	if (option->value) {
		buf_put(out, STR(" Ar "));
		mdoc_put(out, str_from_c(option->value));
	}
	buf_byte(out, '\n');
}

static void put_options(struct buf *out, const struct option *options)
{
	buf_put(out, STR(".Bl -tag -width Ds\n"));
	for (; options->name; options++) {
		if (options->id == OPTION_LATER)
			continue;
		put_option_name(out, options);
		mdoc_prose(out, str_format(out->arena, "%s.", options->help));
		if (options->choices) {
			buf_put(out, STR("One of\n"));
			mdoc_line(out, "Ql", str_from_c(options->choices));
		}
	}
	buf_put(out, STR(".El\n"));
}

static void put_command(struct buf *out, const struct command *command)
{
	/* Not a delimiter, says the last: "[OUT]". */
	buf_format(out, ".Ss %s%s%s\\&\n", command->name, *command->operands ? " " : "",
		   command->operands);
	mdoc_prose(out, str_from_c(command->description));
	if (command->options)
		put_options(out, command->options);
}

static void put_topics(struct buf *out)
{
	const char *topic, *summary;

	buf_put(out, STR(".Pp\nTopics of\n.Cm help :\n.Bl -tag -width Ds\n"));
	for (size_t i = 0; (topic = topic_at(i, &summary)); i++) {
		mdoc_line(out, "It Cm", str_from_c(topic));
		mdoc_prose(out, str_from_c(summary));
	}
	buf_put(out, STR(".El\n"));
}

static void put_ends(struct buf *out)
{
	buf_put(out, STR(".Sh ENVIRONMENT\n"));
	put_rows(out, "It Ev", environment, sizeof environment / sizeof *environment);
	buf_put(out, STR(".Sh FILES\n"));
	put_rows(out, "It Pa", files, sizeof files / sizeof *files);
	buf_put(out, STR(".Sh EXIT STATUS\n"));
	put_rows(out, "It", endings, sizeof endings / sizeof *endings);
	buf_put(out, STR(".Sh EXAMPLES\n"));
	put_rows(out, "It Li", examples, sizeof examples / sizeof *examples);
	buf_put(out, STR(".Sh SEE ALSO\n"
			 ".Xr collectgen-ledger 5 ,\n"
			 ".Xr collectgen-templates 5 ,\n"
			 ".Xr collectgen-policies 7\n"
			 ".Sh CAVEATS\n"));
	mdoc_prose(out,
		   STR("It is not legal advice: each policy names the law it follows "
		       "and the days it is valid for. Whether it fits your contracts "
		       "is for you and your lawyer to check."));
}

void manual_program(struct buf *out)
{
	const struct command *command;

	mdoc_open(out, STR("collectgen"), 1,
		  "statements and letters for customers who owe money");
	buf_put(out, STR(".Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Ar options\n"
			 ".Sh DESCRIPTION\n"));
	mdoc_prose(out, description);
	buf_put(out, STR(".Sh COMMANDS\n"));
	for (size_t i = 0; (command = command_at(i)); i++) {
		put_command(out, command);
		if (command == &command_help)
			put_topics(out);
	}
	buf_put(out, STR(".Ss Options that every command takes\n"));
	put_options(out, words_common);
	put_ends(out);
}
