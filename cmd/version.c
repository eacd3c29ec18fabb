#include "base/version.h"
#include "call.h"
#include "run/versions.h"

/* Of which commit: the Makefile says, "v1.0.0-12-g0123abc"; empty for a tarball of none.
 */
#ifndef COMMIT
#define COMMIT ""
#endif

/* Is a confinement in force on this machine? */
static void say_active(struct buf *text, const char *name, bool active)
{
	buf_format(text, "%s %s\n", name, active ? "active" : "inactive");
}

static enum ending run(struct call *call)
{
	struct buf text = buf_new(call->arena, 0);
	struct str commit = STR(COMMIT);
	struct versions versions = versions_now(call->arena, NULL);

	buf_put(&text, STR("collectgen " VERSION));
	if (commit.len && !str_equal(commit, STR("v" VERSION)))
		buf_format(&text, " (%.*s)", STR_ARG(commit));
	buf_byte(&text, '\n');
	for (size_t i = 1; call_has(call, OPTION_VERBOSE) && i < versions.count; i++)
		buf_format(&text, "%.*s\n", STR_ARG(versions.items[i]));
	if (call_has(call, OPTION_VERBOSE)) {
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
		"Also as --version; in brackets the commit it was built of. With -v also each\n"
		"library and font that has a say in a document's bytes: the same ledger, day and\n"
		"versions give the same bytes.",
	.run = run,
};
