#include "run/verify.h"

#include <string.h>

#include "desk.h"
#include "diag/hidden.h"
#include "print.h"

#define OUT "out" /* where runs go without OUT */

static const struct option options[] = {
	{.id = OPTION_AS_OF,
	 .name = "--as-of",
	 .value = "YYYY-MM-DD",
	 .help = "which run; else the newest"},
	{.id = OPTION_FORMAT,
	 .name = "--format",
	 .value = "FORM",
	 .choices = "human|json",
	 .help = "human (default), or json for other programs"},
	OPTION_ROW_JOBS,
	OPTION_END,
};

static const struct {
	unsigned fault;
	const char *word; /* in JSON */
	const char *text;
} faults[] = {
	{VERIFY_MISSING, "missing", "missing from the run"},
	{VERIFY_ALTERED, "altered", "altered: the file is not what was built"},
	{VERIFY_DIFFERENT, "different", "different: it would be another one now"},
	{VERIFY_GONE, "gone", "gone: the ledger makes no such document now"},
	{VERIFY_LOG, "log", "not what the log says was sent"},
};

#define NFAULTS (sizeof faults / sizeof *faults)

/* ---- for people ---- */

static void put_document(struct buf *out, const struct verify_document *document)
{
	for (size_t i = 0; i < NFAULTS; i++) {
		if (!(document->faults & faults[i].fault))
			continue;
		hidden_show(out, document->path, false);
		buf_format(out, ": %s", faults[i].text);
		if (faults[i].fault == VERIFY_DIFFERENT && document->change.len) {
			buf_put(out, STR(": "));
			hidden_show(out, document->change, false);
		}
		buf_byte(out, '\n');
	}
}

static struct str human(struct arena *arena, const struct verify *verify)
{
	struct buf out = buf_new(arena, 0);

	if (verify->versions.len) {
		buf_put(&out, STR("versions: "));
		hidden_show(&out, verify->versions, false);
		buf_byte(&out, '\n');
	}
	for (size_t i = 0; i < verify->count; i++)
		put_document(&out, &verify->documents[i]);
	hidden_show(&out, verify->folder, false);
	buf_format(&out, ": %zu of %zu document%s proven%s\n", verify->nproven,
		   verify->count, verify->count == 1 ? "" : "s",
		   verify->from_log ? " by the log's digests; there is no such run" : "");
	return buf_str(&out);
}

/* ---- for programs ---- */

static void put_json(struct json *json, const struct verify_document *document)
{
	json_open(json, '{');
	print_put_str(json, "path", document->path);
	print_put_bool(json, "proven", document->faults == 0);
	json_key(json, "faults");
	json_open(json, '[');
	for (size_t i = 0; i < NFAULTS; i++)
		if (document->faults & faults[i].fault)
			json_str(json, str_from_c(faults[i].word));
	json_close(json, ']');
	print_put_or_null(json, "then", document->then);
	print_put_or_null(json, "now", document->now);
	print_put_or_null(json, "change", document->change);
	json_close(json, '}');
}

static struct str as_json(const struct desk *desk, const struct verify *verify)
{
	struct buf out = buf_new(desk->arena, 0);
	struct json json = json_new(&out);

	json_open(&json, '{');
	print_put_day(&json, desk->arena, "as_of", desk->as_of);
	print_put_str(&json, "folder", verify->folder);
	print_put_str(&json, "against", verify->from_log ? STR("log") : STR("run"));
	print_put_bool(&json, "proven", verify->nproven == verify->count);
	print_put_or_null(&json, "versions", verify->versions);
	json_key(&json, "documents");
	json_open(&json, '[');
	for (size_t i = 0; i < verify->count; i++)
		put_json(&json, &verify->documents[i]);
	json_close(&json, ']');
	json_close(&json, '}');
	buf_byte(&out, '\n');
	return buf_str(&out);
}

/* ---- the command ---- */

static struct str out_of(const struct call *call)
{
	return str_from_c(call->operands.count > 1 ? call->operands.items[1] : OUT);
}

static enum ending nothing(const struct call *call)
{
	struct str out = out_of(call);

	call_fault(call,
		   "there is nothing to verify: no run in '%.*s' and no logged letter "
		   "with a digest",
		   STR_ARG(out));
	call_help(call,
		  "'collectgen build' makes a run; name its folder behind the ledger");
	return ENDING_FINDINGS;
}

static enum ending verify_book(struct desk *desk)
{
	struct call *call = desk->call;
	bool data = strcmp(call_value(call, OPTION_FORMAT, "human"), "json") == 0;

	if (!desk_is_sound(desk))
		return desk_findings(desk);
	if (!data)
		desk_say_day(desk);
	struct verify verify =
		verify_run(desk->arena, desk->book, out_of(call), &desk->notices);
	enum ending ending = desk_findings(desk);
	switch (verify.end) {
	case VERIFY_DONE:
		break;
	case VERIFY_NOTHING:
		return nothing(call);
	case VERIFY_ENVIRONMENT:
		return call_obstacle(call, verify.fault);
	case VERIFY_FINDINGS:
	case VERIFY_END__COUNT:
		return ending;
	}
	if (data)
		call_write(call, as_json(desk, &verify));
	else if (!call_has(call, OPTION_QUIET) || verify.nproven < verify.count)
		call_write(call, human(desk->arena, &verify));
	return ending == ENDING_DONE && verify.nproven < verify.count ? ENDING_FINDINGS
								      : ending;
}

/* Without a day the newest run is meant, so that no clock is needed; a ledger that cannot
 * be read is reported on any day. */
static bool read_day(struct call *call, date *day)
{
	struct str folder = str_from_c(call->operands.items[0]);
	bool asks = call_has(call, OPTION_AS_OF);

	if (!asks && verify_newest(call->arena, folder, out_of(call), day))
		return true;
	return call_day(call, day);
}

static enum ending run(struct call *call)
{
	struct desk desk;
	date day;

	if (!read_day(call, &day))
		return ENDING_USAGE;
	if (day == DATE_NONE)
		return nothing(call);
	if (!desk_open_on(&desk, call, day))
		return ENDING_USAGE;
	desk.outcome = "nothing verified";
	enum ending ending = verify_book(&desk);
	desk_close(&desk);
	return ending;
}

static const struct reach reaches[] = {
	{.kind = REACH_READS},
	{.kind = REACH_READS, .operand = 1, .absent = OUT},
	{.kind = REACH_END},
};

const struct command command_verify = {
	.name = "verify",
	.operands = "LEDGER [OUT]",
	.summary = "prove that documents are what the ledger says",
	.description =
		"Makes every document of a run again, in memory, and compares it with the run's\n"
		"manifest and its file; without such a run, with the digests in the log. Says of\n"
		"each document that differs how, and which versions have changed; names drafts,\n"
		"bundle and lists that were altered since. Without --as-of it is the newest run\n"
		"in OUT ('out'), else the newest day that the log has digests of. Ends with 0\n"
		"when all are proven.",
	.least = 1,
	.most = 2,
	.options = options,
	.reaches = reaches,
	.run = run,
};
