#include "help.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "topic.h"
#include "words.h"

#define MARGIN 24 /* where the second column begins */

static void pad(struct buf *out, size_t from)
{
	size_t used = utf8_count(str_slice(buf_str(out), from, out->len));

	if (used + 2 > MARGIN) {
		buf_byte(out, '\n');
		used = 0;
	}
	buf_fill(out, ' ', MARGIN - used);
}

static void put_pair(struct buf *out, const char *left, const char *more,
		     const char *right)
{
	size_t from = out->len;

	buf_format(out, "  %s%s%s", left, *more ? " " : "", more);
	pad(out, from);
	buf_format(out, "%s\n", right);
}

static void put_options(struct buf *out, const struct option *options)
{
	for (; options && options->name; options++) {
		size_t from = out->len;
		if (options->id == OPTION_LATER)
			continue;
		if (options->letter)
			buf_format(out, "  -%c, ", options->letter);
		else
			buf_put(out, STR("  "));
		buf_put(out, str_from_c(options->name));
		if (options->value)
			buf_format(out, " %s", options->value);
		pad(out, from);
		buf_format(out, "%s\n", options->help);
	}
}

/* Those that every command takes, in one line: the manual says what they do. */
static void put_common(struct buf *out)
{
	const char *lead = "  also ";

	for (const struct option *option = words_common; option->name; option++) {
		buf_put(out, str_from_c(lead));
		if (option->letter)
			buf_format(out, "-%c ", option->letter);
		buf_put(out, str_from_c(option->name));
		if (option->value)
			buf_format(out, " %s", option->value);
		lead = ", ";
	}
	buf_byte(out, '\n');
}

/* In one line with the summary: of several, the first. */
static const char *short_operands(struct arena *arena, const struct command *command)
{
	struct str all = str_from_c(command->operands);
	struct str first = str_slice(all, 0, str_index(all, ' ', 0));

	if (strlen(command->name) + 1 + all.len + 4 <= MARGIN)
		return command->operands;
	return str_c(arena, str_format(arena, "%.*s …", STR_ARG(first)));
}

struct str help_overview(struct arena *arena)
{
	struct buf out = buf_new(arena, 0);
	const struct command *command;
	const char *topic, *summary;

	buf_put(&out,
		STR("usage: collectgen COMMAND [options]\n"
		    "Statements and letters for customers who owe you money, from text files.\n"
		    "\n"));
	for (size_t i = 0; (command = command_at(i)); i++)
		put_pair(&out, command->name, short_operands(arena, command),
			 command->summary);
	buf_put(&out,
		STR("'collectgen help COMMAND' shows its options. More to read with help:\n"));
	for (size_t i = 0; (topic = topic_at(i, &summary)); i++)
		put_pair(&out, topic, "", summary);
	return buf_str(&out);
}

enum ending help_page(struct call *call, const struct command *command)
{
	struct buf out = buf_new(call->arena, 0);

	buf_format(&out, "usage: collectgen %s%s%s [options]\n\n%s\n\n", command->name,
		   *command->operands ? " " : "", command->operands,
		   command->description);
	if (command->options && command->options->name) {
		put_options(&out, command->options);
		buf_byte(&out, '\n');
	}
	put_common(&out);
	call_write(call, buf_str(&out));
	return ENDING_DONE;
}

static enum ending unknown(struct call *call, const char *name)
{
	struct near near = near_new(call->arena, str_from_c(name));
	const struct command *command;

	for (size_t i = 0; (command = command_at(i)); i++)
		near_offer(&near, str_from_c(command->name));
	topic_offer(&near);
	call_fault(call, "there is no help on '%s'", name);
	if (near.best.len)
		call_help(call, "did you mean '%.*s'?", STR_ARG(near.best));
	else
		call_help(call, "'collectgen help' lists what there is");
	return ENDING_USAGE;
}

static enum ending run(struct call *call)
{
	struct buf out = buf_new(call->arena, 0);

	if (call->operands.count == 0) {
		call_write(call, help_overview(call->arena));
		return ENDING_DONE;
	}
	const char *name = call->operands.items[0];
	const struct command *command = command_find(name);
	if (command)
		return help_page(call, command);
	if (!topic_put(&out, str_from_c(name)))
		return unknown(call, name);
	call_write(call, buf_str(&out));
	return ENDING_DONE;
}

const struct command command_help = {
	.name = "help",
	.operands = "[TOPIC]",
	.summary = "a command's page, a policy, a finding's explanation",
	.description =
		"Without a topic: all commands and topics. TOPIC is a command, one of the\n"
		"topics, the name of a built-in policy or rate table, or the code of a finding.",
	.most = 1,
	.run = run,
};
