#include "base/version.h"
#include "call.h"
#include "press/press.h"

/* Is a confinement in force on this machine? */
static void say_active(struct buf *text, const char *name, bool active)
{
	buf_format(text, "%s %s\n", name, active ? "active" : "inactive");
}

static enum ending run(struct call *call)
{
	struct buf text = buf_new(call->arena, 0);

	buf_put(&text, STR("collectgen " VERSION "\n"));
	if (call_has(call, OPTION_VERBOSE)) {
		for (size_t i = 0; press_library(i).len; i++) {
			buf_put(&text, press_library(i));
			buf_byte(&text, '\n');
		}
		say_active(&text, "Landlock", call->confined.files);
		say_active(&text, "seccomp", call->confined.sockets);
	}
	call_write(call, buf_str(&text));
	return ENDING_DONE;
}

const struct command command_version = {
	.name = "version",
	.operands = "",
	.summary = "which collectgen this is; -v: its libraries too",
	.description =
		"Also as --version. The same ledger, the same day and the same versions give\n"
		"the same bytes.",
	.run = run,
};
