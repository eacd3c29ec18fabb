#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "complete.h"
#include "confine.h"
#include "help.h"
#include "words.h"

/* `collectgen --version -v`, `collectgen --help`: options in the place of a command. */
static const char *verb_of(const char *word)
{
	if (strcmp(word, "--version") == 0)
		return command_version.name;
	if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
		return command_help.name;
	return word;
}

static enum ending run(struct call *call, int count, char **words)
{
	if (count == 0) {
		struct str text = help_overview(call->arena);
		fwrite(text.at, 1, text.len, stderr);
		return ENDING_USAGE;
	}
	if (strcmp(words[0], "--complete") == 0)
		return complete_words(call, count - 1, words + 1);
	if (words[0][0] == '-' && verb_of(words[0]) == words[0]) {
		call_fault(call, "a command is wanted before '%s'", words[0]);
		call_help(call, "'collectgen help' lists the commands");
		return ENDING_USAGE;
	}
	call->command = words_command(call, verb_of(words[0]));
	if (!call->command || !words_read(call, count - 1, words + 1))
		return ENDING_USAGE;
	call_choose_colors(call);
	call->confined = confine(call);
	if (call_has(call, OPTION_VERSION))
		return command_version.run(call);
	if (call_has(call, OPTION_HELP))
		return help_page(call, call->command);
	return call->command->run(call);
}

/* HarfBuzz 6.0.0 frees twice when memory runs out inside a subset, and libc ends the
 * process there. What falls for want of memory says so, as everything else does. */
/* NOLINTBEGIN(bugprone-signal-handler): it comes from abort(), not at any time. */
static void fall(int number)
{
	if (errno == ENOMEM)
		arena_exhausted();
	signal(number, SIG_DFL);
	raise(number);
}
/* NOLINTEND(bugprone-signal-handler) */

int main(int argc, char **argv)
{
	struct call call = {.arena = arena_new(0)};

	signal(SIGPIPE, SIG_IGN);
	signal(SIGABRT, fall);
	call_choose_colors(&call);
	enum ending ending = run(&call, argc - 1, argv + 1);
	ending = call_close(&call, ending);
	arena_free(call.arena);
	return (int)ending;
}
