#include "complete.h"

#include <string.h>

#include "base/arena.h"
#include "base/carried.h"
#include "diag/hidden.h"
#include "ledger/ledger.h"
#include "page/sheet.h"
#include "print.h"
#include "run/book.h"
#include "topic.h"
#include "words.h"

/* The line so far. */
struct begun {
	struct call *call;
	struct buf out;
	struct str word;	     /* the one begun */
	struct str stem;	     /* what of it is settled: "--format=", "acme," */
	const char *ledger;	     /* its first operand, or NULL */
	size_t operands;	     /* before it */
	date as_of;		     /* today, or the one on the line */
	const struct option *option; /* whose value it is, or NULL */
	const struct option *list;   /* whose further values it may be, or NULL */
};

/* Also what it is, if anything. Names come from a file: nothing in them may reach the
 * terminal as an order. */
static void offer(struct begun *begun, struct str name, struct str what)
{
	if (!str_starts(name, begun->word))
		return;
	buf_put(&begun->out, begun->stem);
	hidden_show(&begun->out, name, false);
	buf_byte(&begun->out, '\t');
	hidden_show(&begun->out, what, false);
	buf_byte(&begun->out, '\n');
}

static void offer_options(struct begun *begun, const struct option *options)
{
	for (; options && options->name; options++)
		if (options->id != OPTION_LATER)
			offer(begun, str_from_c(options->name),
			      str_from_c(options->help));
}

static void offer_commands(struct begun *begun)
{
	const struct command *command;

	for (size_t i = 0; (command = command_at(i)); i++)
		offer(begun, str_from_c(command->name), str_from_c(command->summary));
}

static void offer_choices(struct begun *begun, const char *choices)
{
	struct str rest = str_from_c(choices);

	for (size_t from = 0, end; from < rest.len; from = end + 1) {
		end = str_index(rest, '|', from);
		offer(begun, str_slice(rest, from, end), STR(""));
	}
}

/* The names below a folder of carried files: "locales/", "init/". */
static void offer_carried(struct begun *begun, struct str folder)
{
	const struct carried *file;
	struct str last = {NULL, 0};

	for (size_t i = 0; (file = carried_at(i)); i++) {
		if (!str_starts(file->path, folder))
			continue;
		struct str name = str_slice(file->path, folder.len, file->path.len);
		name = str_slice(name, 0, str_index(name, '/', 0));
		if (str_ends(name, STR(".yaml")))
			name.len -= STR(".yaml").len;
		if (!str_equal(name, last))
			offer(begun, name, STR(""));
		last = name;
	}
}

static void offer_pages(struct begun *begun)
{
	const struct profile *profile;

	for (size_t i = 0; (profile = profile_at(i)); i++)
		offer(begun, profile->name, STR(""));
}

static void offer_topics(struct begun *begun)
{
	const char *topic, *summary;

	offer_commands(begun);
	for (size_t i = 0; (topic = topic_at(i, &summary)); i++)
		offer(begun, str_from_c(topic), str_from_c(summary));
	offer_carried(begun, STR("policies/"));
	offer_carried(begun, STR("rates/"));
}

/* "acme/reminder-2": what a build of that day would send. */
static void offer_letters(struct begun *begun, const struct book *book)
{
	for (size_t i = 0; i < book->naccounts; i++) {
		const struct escalation *escalation = book->accounts[i];
		for (size_t j = 0; j < escalation->nletters; j++) {
			const struct letter *letter = &escalation->letters[j];
			offer(begun,
			      str_format(begun->call->arena, "%.*s/%.*s",
					 STR_ARG(escalation->account->customer->id),
					 STR_ARG(print_stage(letter->policy,
							     letter->stage))),
			      STR("letter"));
		}
	}
}

static void offer_customers(struct begun *begun, const struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->ncustomers; i++)
		offer(begun, ledger->customers[i]->id, ledger->customers[i]->name);
}

/* The names in the ledger on the line; a ledger with mistakes has them too, but for
 * letters. */
static void offer_ledger(struct begun *begun, bool explained)
{
	struct sources *sources = sources_new();
	struct arena *arena = arena_new(0);
	struct notices notices = notices_new(arena, sources);
	struct str folder = str_from_c(begun->ledger ? begun->ledger : "");

	if (begun->ledger && !explained) {
		offer_customers(begun, ledger_read(arena, sources, folder, 2, DATE_NONE,
						   &notices));
	} else if (begun->ledger) {
		struct book *book =
			book_open(arena, sources, folder, 2, begun->as_of, &notices);
		offer_customers(begun, book->ledger);
		for (size_t i = 0; i < book->ledger->ninvoices; i++)
			offer(begun, book->ledger->invoices[i]->number, STR("invoice"));
		offer_letters(begun, book);
	}
	arena_free(arena);
	sources_free(sources);
}

/* What the value of an option, or an operand, is called says what it is. */
static void offer_for(struct begun *begun, const char *value)
{
	static const char *const folders[] = {"LEDGER", "DIR", "OUT", NULL},
				 *const files[] = {"TEMPLATE", "VALUES.yaml", NULL};

	for (size_t i = 0; folders[i]; i++)
		if (strcmp(value, folders[i]) == 0)
			buf_put(&begun->out, STR(":folders\n"));
	for (size_t i = 0; files[i]; i++)
		if (strcmp(value, files[i]) == 0)
			buf_put(&begun->out, STR(":files\n"));
	if (strcmp(value, "CUSTOMER|INVOICE|LETTER") == 0)
		offer_ledger(begun, true);
	else if (strcmp(value, "ID...") == 0)
		offer_ledger(begun, false);
	else if (strcmp(value, "TOPIC") == 0)
		offer_topics(begun);
	else if (strcmp(value, "CODE") == 0)
		offer_carried(begun, STR("init/"));
	else if (strcmp(value, "TAG") == 0)
		offer_carried(begun, STR("locales/"));
	else if (strcmp(value, "PROFILE") == 0)
		offer_pages(begun);
}

/* "LEDGER [OUT]", 1 → "OUT"; empty behind the last. */
static struct str operand_at(const struct command *command, size_t index)
{
	struct str rest = str_from_c(command->operands);
	size_t from = 0;

	for (size_t i = 0; i < index && from < rest.len; i++)
		from = str_index(rest, ' ', from) + 1;
	struct str name = str_slice(rest, from, str_index(rest, ' ', from));
	return str_starts(name, STR("[")) ? str_slice(name, 1, name.len - 1) : name;
}

static void offer_value(struct begun *begun, const struct option *option)
{
	for (size_t at = 0; option->list && at < begun->word.len; at++)
		if (begun->word.at[at] == ',') {
			begun->stem = str_format(begun->call->arena, "%.*s%.*s",
						 STR_ARG(begun->stem), (int)at + 1,
						 begun->word.at);
			begun->word = str_slice(begun->word, at + 1, begun->word.len);
			at = 0;
		}
	if (option->choices)
		offer_choices(begun, option->choices);
	else
		offer_for(begun, option->value);
}

/* "--format=js": an option and the beginning of its value. */
static bool offer_joined(struct begun *begun)
{
	size_t equals = str_index(begun->word, '=', 0);
	const struct option *option =
		words_option(begun->call->command, str_slice(begun->word, 0, equals));

	if (equals == begun->word.len || !option || !option->value)
		return false;
	begun->stem = str_slice(begun->word, 0, equals + 1);
	begun->word = str_slice(begun->word, equals + 1, begun->word.len);
	offer_value(begun, option);
	return true;
}

static void offer_next(struct begun *begun)
{
	struct call *call = begun->call;
	struct str operand = operand_at(call->command, begun->operands);

	if (begun->option) {
		offer_value(begun, begun->option);
	} else if (str_starts(begun->word, STR("-"))) {
		if (offer_joined(begun))
			return;
		offer_options(begun, call->command->options);
		offer_options(begun, words_common);
	} else if (operand.len) {
		offer_for(begun, str_c(call->arena, operand));
	} else if (begun->list) {
		offer_value(begun, begun->list);
	}
}

/* A word before the one begun. */
static void pass(struct begun *begun, const char *word)
{
	struct str text = str_from_c(word);
	const struct option *option;
	date day;

	if (begun->option) {
		if (begun->option->id == OPTION_AS_OF &&
		    date_from_str(text, &day) == DATE_OK)
			begun->as_of = day;
		begun->list = begun->option->list ? begun->option : NULL;
		begun->option = NULL;
	} else if (str_starts(text, STR("-"))) {
		option = words_option(begun->call->command, text);
		begun->option = option && option->value ? option : NULL;
	} else {
		if (begun->operands == 0)
			begun->ledger = word;
		begun->operands++;
	}
}

enum ending complete_words(struct call *call, int count, char **words)
{
	struct begun begun = {
		.call = call, .out = buf_new(call->arena, 0), .as_of = call_today()};

	if (count == 0)
		return ENDING_USAGE;
	begun.word = str_from_c(words[count - 1]);
	call->command = count > 1 ? command_find(words[0]) : NULL;
	for (int i = 1; call->command && i < count - 1; i++)
		pass(&begun, words[i]);
	if (count == 1)
		offer_commands(&begun);
	else if (call->command)
		offer_next(&begun);
	call_write(call, buf_str(&begun.out));
	return ENDING_DONE;
}
