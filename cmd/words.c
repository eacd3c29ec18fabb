#include "words.h"

#include <string.h>

#include "base/arena.h"

const struct option words_common[] = {
	{.id = OPTION_COLOR,
	 .name = "--color",
	 .value = "WHEN",
	 .choices = "auto|always|never",
	 .help = "auto (default), always or never; auto heeds NO_COLOR"},
	{.id = OPTION_QUIET, .name = "--quiet", .letter = 'q', .help = "errors only"},
	{.id = OPTION_VERBOSE,
	 .name = "--verbose",
	 .letter = 'v',
	 .help = "the time of each phase too"},
	{.id = OPTION_HELP, .name = "--help", .letter = 'h', .help = "this page"},
	{.id = OPTION_VERSION, .name = "--version", .help = "which collectgen this is"},
	OPTION_END,
};

/* Where reading stands; `list` takes the words the operands leave over. */
struct reader {
	struct call *call;
	char **words;
	int count, at;
	const struct option *list;
};

static void add(struct call *call, struct given *given, const char *word)
{
	given->items = arena_grow(call->arena, given->items, given->count,
				  given->count + 1, sizeof *given->items);
	given->items[given->count++] = word;
}

static bool is_word_of(const char *choices, const char *word)
{
	struct str rest = str_from_c(choices ? choices : "");

	for (size_t from = 0; from < rest.len;) {
		size_t end = str_index(rest, '|', from);
		if (str_equal(str_slice(rest, from, end), str_from_c(word)))
			return true;
		from = end + 1;
	}
	return false;
}

/* Said of a word that came too few, with what the option's line in the help says. */
static bool wants(const struct call *call, const struct option *option)
{
	call_fault(call, "'%s' wants %s", option->name, option->value);
	call_help(call, "%s %s: %s", option->name, option->value, option->help);
	return false;
}

static bool is_not_built(const struct call *call, const char *name, const char *value)
{
	call_fault(call, "'%s%s%s' is not built yet in this version", name,
		   *value ? " " : "", value);
	call_help(call, "'collectgen help %s' lists what there is", call->command->name);
	return false;
}

static bool is_choice(const struct call *call, const struct option *option,
		      const char *value)
{
	if (!option->choices || is_word_of(option->choices, value))
		return true;
	if (is_word_of(option->later_choices, value))
		return is_not_built(call, option->name, value);
	call_fault(call, "'%s' cannot be '%s'", option->name, value);
	call_help(call, "one of %s", option->choices);
	return false;
}

/* A list's value may be several, divided by commas. */
static bool take(struct call *call, const struct option *option, const char *value)
{
	struct given *given = &call->options[option->id];
	struct str rest = str_from_c(value);

	for (size_t from = 0, end; from <= rest.len; from = end + 1) {
		end = option->list ? str_index(rest, ',', from) : rest.len;
		const char *one = str_c(call->arena, str_slice(rest, from, end));
		if (!*one)
			return wants(call, option);
		if (!is_choice(call, option, one))
			return false;
		add(call, given, one);
	}
	return true;
}

static const struct option *find_in(const struct option *options, struct str name,
				    char letter)
{
	for (; options && options->name; options++)
		if (letter ? options->letter == letter
			   : str_equal(name, str_from_c(options->name)))
			return options;
	return NULL;
}

static const struct option *find(const struct command *command, struct str name,
				 char letter)
{
	const struct option *own = find_in(command->options, name, letter);
	return own ? own : find_in(words_common, name, letter);
}

static void offer(struct near *near, const struct option *options)
{
	for (; options && options->name; options++)
		if (options->id != OPTION_LATER)
			near_offer(near, str_from_c(options->name));
}

static bool unknown(const struct call *call, struct str name)
{
	struct near near = near_new(call->arena, name);

	offer(&near, call->command->options);
	offer(&near, words_common);
	call_fault(call, "'%s' has no option '%.*s'", call->command->name, STR_ARG(name));
	if (near.best.len)
		call_help(call, "did you mean '%.*s'?", STR_ARG(near.best));
	else
		call_help(call, "'collectgen help %s' lists its options",
			  call->command->name);
	return false;
}

/* `value`: what stands behind '=' or the letter; NULL: the next word, if one is wanted.
 */
static bool take_option(struct reader *reader, const struct option *option,
			const char *value)
{
	struct call *call = reader->call;

	if (option->id == OPTION_LATER)
		return is_not_built(call, option->name, "");
	if (!option->value) {
		add(call, &call->options[option->id], "");
		return true;
	}
	if (!value && reader->at < reader->count)
		value = reader->words[reader->at++];
	if (!value)
		return wants(call, option);
	reader->list = option->list ? option : NULL;
	return take(call, option, value);
}

static bool take_long(struct reader *reader, const char *word)
{
	struct str whole = str_from_c(word);
	size_t equals = str_index(whole, '=', 0);
	struct str name = str_slice(whole, 0, equals);
	const struct option *option = find(reader->call->command, name, 0);

	if (!option)
		return unknown(reader->call, name);
	if (equals < whole.len && !option->value && option->id != OPTION_LATER) {
		call_fault(reader->call, "'%s' takes no value", option->name);
		call_help(reader->call, "write %s alone: %s", option->name, option->help);
		return false;
	}
	return take_option(reader, option, equals < whole.len ? word + equals + 1 : NULL);
}

static bool take_letters(struct reader *reader, const char *word)
{
	for (const char *at = word + 1; *at; at++) {
		const struct option *option =
			find(reader->call->command, (struct str){NULL, 0}, *at);
		if (!option)
			return unknown(reader->call, str_from_c(word));
		const char *rest = at[1] ? at + 1 : NULL;
		if (!take_option(reader, option, option->value ? rest : NULL))
			return false;
		if (option->value)
			break;
	}
	return true;
}

static bool take_operand(struct reader *reader, const char *word)
{
	struct call *call = reader->call;

	if (call->operands.count < call->command->most) {
		add(call, &call->operands, word);
		return true;
	}
	if (reader->list)
		return take(call, reader->list, word);
	call_fault(call, "'%s' is one word too many for '%s'", word, call->command->name);
	call_help(call, "usage: collectgen %s %s", call->command->name,
		  call->command->operands);
	return false;
}

static bool has_enough(const struct call *call)
{
	const struct command *command = call->command;

	if (call_has(call, OPTION_HELP) || call_has(call, OPTION_VERSION) ||
	    call->operands.count >= command->least)
		return true;
	call_fault(call, "'%s' wants %s", command->name, command->operands);
	call_help(call, "usage: collectgen %s %s", command->name, command->operands);
	return false;
}

const struct option *words_option(const struct command *command, struct str word)
{
	bool is_letter = word.len == 2 && word.at[1] != '-';

	return find(command, word, is_letter ? word.at[1] : 0);
}

bool words_read(struct call *call, int count, char **words)
{
	struct reader reader = {.call = call, .words = words, .count = count};
	bool only_operands = false, fine = true;

	while (fine && reader.at < count) {
		const char *word = words[reader.at++];
		if (only_operands || word[0] != '-' || word[1] == '\0')
			fine = take_operand(&reader, word);
		else if (strcmp(word, "--") == 0)
			only_operands = true;
		else if (word[1] == '-')
			fine = take_long(&reader, word);
		else
			fine = take_letters(&reader, word);
	}
	return fine && has_enough(call);
}

const struct command *words_command(struct call *call, const char *name)
{
	const struct command *command = command_find(name);
	struct near near = near_new(call->arena, str_from_c(name));

	if (command)
		return command;
	for (size_t i = 0; (command = command_at(i)); i++)
		near_offer(&near, str_from_c(command->name));
	call_fault(call, "there is no command '%s'", name);
	if (near.best.len)
		call_help(call, "did you mean '%.*s'?", STR_ARG(near.best));
	else
		call_help(call, "'collectgen help' lists the commands");
	return NULL;
}
