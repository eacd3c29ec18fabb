#include <string.h>

#include "command.h"

/* In the order of a working day. */
static const struct command *const commands[] = {
	&command_init,	 &command_check, &command_status,  &command_plan,
	&command_build,	 &command_sent,	 &command_verify,  &command_render,
	&command_schema, &command_help,	 &command_version,
};

/* Named in the contract, not built yet: refused by name. */
static const char *const later[] = {"explain"};

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

const char *command_later(size_t index)
{
	return index < sizeof later / sizeof *later ? later[index] : NULL;
}
