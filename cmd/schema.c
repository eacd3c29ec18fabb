#include "ledger/json_schema.h"

#include "base/arena.h"
#include "call.h"

static enum ending run(struct call *call)
{
	struct buf out = buf_new(call->arena, 0);

	json_schema_put(&out);
	call_write(call, buf_str(&out));
	return ENDING_DONE;
}

const struct command command_schema = {
	.name = "schema",
	.operands = "",
	.summary = "a JSON Schema of the ledger, for editors",
	.description =
		"Prints a JSON Schema (draft-07) made from the table that reads the ledger. An\n"
		"editor with a YAML language server completes and checks with it; 'collectgen\n"
		"init' writes it beside the ledger as .schema.json, bound by each file's first\n"
		"line.",
	.run = run,
};
