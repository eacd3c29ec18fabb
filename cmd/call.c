#include "call.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "diag/hidden.h"

static bool is_set(const char *variable)
{
	const char *value = getenv(variable);
	return value && *value;
}

/* no-color.org: any value that is not empty; a dumb terminal knows no sequences. */
static bool terminal_takes_color(int descriptor)
{
	const char *terminal = getenv("TERM");

	return isatty(descriptor) && !is_set("NO_COLOR") && terminal &&
	       strcmp(terminal, "dumb") != 0;
}

static void say(const struct call *call, const char *color, const char *lead,
		struct str text)
{
	struct buf line = buf_new(call->arena, 0);

	hidden_show(&line, text, false);
	if (call->color_err && *color)
		fprintf(stderr, "\033[%sm%s\033[0m", color, lead);
	else
		fputs(lead, stderr);
	fprintf(stderr, "%.*s\n", STR_ARG(buf_str(&line)));
}

static struct str formatted(const struct call *call, const char *format,
			    va_list arguments)
{
	va_list again;

	va_copy(again, arguments);
	int len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	size_t size = len > 0 ? (size_t)len : 0;
	char *text = arena_text(call->arena, size + 1);
	vsnprintf(text, size + 1, format, arguments);
	return (struct str){text, size};
}

bool call_has(const struct call *call, enum option_id id)
{
	return call->options[id].count > 0;
}

const char *call_value(const struct call *call, enum option_id id, const char *absent)
{
	const struct given *given = &call->options[id];
	return given->count ? given->items[given->count - 1] : absent;
}

void call_choose_colors(struct call *call)
{
	const char *choice = call_value(call, OPTION_COLOR, "auto");
	bool always = strcmp(choice, "always") == 0,
	     automatic = strcmp(choice, "auto") == 0;

	call->color_out = always || (automatic && terminal_takes_color(STDOUT_FILENO));
	call->color_err = always || (automatic && terminal_takes_color(STDERR_FILENO));
}

void call_fault(const struct call *call, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	struct str text = formatted(call, format, arguments);
	va_end(arguments);
	say(call, "1;31", "collectgen: error: ", text);
}

void call_help(const struct call *call, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	struct str text = formatted(call, format, arguments);
	va_end(arguments);
	say(call, "36", "  = help: ", text);
}

enum ending call_obstacle(const struct call *call, struct str fault)
{
	call_fault(call, "%.*s", STR_ARG(fault));
	call_help(call, "nothing was changed: see to that, then run it again");
	return ENDING_ENVIRONMENT;
}

void call_note(const struct call *call, const char *format, ...)
{
	va_list arguments;

	if (call_has(call, OPTION_QUIET))
		return;
	va_start(arguments, format);
	struct str text = formatted(call, format, arguments);
	va_end(arguments);
	say(call, "", "", text);
}

static void write_failed(struct call *call)
{
	if (!call->write_failed && errno != EPIPE) {
		call_fault(call, "cannot write standard output: %s", strerror(errno));
		call_help(
			call,
			"what was printed is not whole: see to that, then run it again");
	}
	call->write_failed = call->write_failed || errno != EPIPE;
}

void call_write(struct call *call, struct str text)
{
	if (text.len && !call->write_failed &&
	    fwrite(text.at, 1, text.len, stdout) != text.len)
		write_failed(call);
}

enum ending call_close(struct call *call, enum ending ending)
{
	if (fflush(stdout) != 0 || fclose(stdout) != 0)
		write_failed(call);
	return call->write_failed ? ENDING_ENVIRONMENT : ending;
}
