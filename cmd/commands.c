#include <string.h>

#include "command.h"

const struct reach reach_ledger[] = {{.kind = REACH_READS}, {.kind = REACH_END}};

/* In the order of a working day. */
static const struct command *const commands[] = {
	&command_init,	  &command_check,  &command_status, &command_plan,
	&command_explain, &command_build,  &command_sent,   &command_verify,
	&command_render,  &command_schema, &command_help,   &command_version,
};

const struct command *command_at(size_t index)
{
	return index < sizeof commands / sizeof *commands ? commands[index] : NULL;
}

const struct command *command_find(const char *name)
{
	const struct command *command;

	for (size_t i = 0; (command = command_at(i)); i++)
		if (strcmp(command->name, name) == 0)
			return command;
	return NULL;
}
