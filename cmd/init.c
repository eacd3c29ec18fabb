/* The files of an example are carried below templates/init/COUNTRY; in their names `dot-`
 * stands for a leading dot, in their text {{today}}, {{today-30}} and {{today+5}} for
 * days. */
#include "base/arena.h"
#include "base/carried.h"
#include "base/money.h"
#include "fresh.h"
#include "ledger/json_schema.h"

#define COUNTRY "GB"
#define DAYS_FAR 3660 /* [days] from today, at most */

static const struct option options[] = {
	{.id = OPTION_COUNTRY,
	 .name = "--country",
	 .value = "CODE",
	 .help = "whose letters and law: GB (default)"},
	OPTION_ROW_AS_OF,
	OPTION_ROW_LATER("--templates", 0, NULL),
	OPTION_END,
};

/* ---- texts ---- */

/* "{{today-30}}" at the beginning of `text`: its length and the day; 0 for anything else.
 */
static size_t read_day(struct str text, date today, date *day)
{
	size_t end = str_index(text, '}', 0);
	struct str inside = str_slice(text, STR("{{today").len, end);

	if (!str_starts(text, STR("{{today")) ||
	    !str_starts(str_slice(text, end, text.len), STR("}}")))
		return 0;
	bool is_later = str_starts(inside, STR("+"));
	struct decimal days = decimal_from_str(str_slice(inside, is_later, inside.len), 0,
					       true, DAYS_FAR);
	if (inside.len && days.fault != DECIMAL_OK)
		return 0;
	*day = today + (date)days.value;
	return end + 2;
}

static struct str fill(struct arena *arena, struct str text, date today)
{
	struct buf out = buf_new(arena, 0);

	for (size_t at = 0; at < text.len;) {
		date day;
		size_t next = str_index(text, '{', at);
		buf_put(&out, str_slice(text, at, next));
		struct str rest = str_slice(text, next, text.len);
		size_t len = read_day(rest, today, &day);
		if (len)
			date_put(&out, day);
		else
			buf_put(&out, str_slice(rest, 0, 1));
		at = next + (len ? len : 1);
	}
	return buf_str(&out);
}

/* "dot-github/workflows/collectgen.yml" → ".github/workflows/collectgen.yml" */
static struct str name(struct arena *arena, struct str path)
{
	struct str dot = STR("dot-");

	if (!str_starts(path, dot))
		return path;
	return str_format(arena, ".%.*s", STR_ARG(str_slice(path, dot.len, path.len)));
}

/* ---- which ---- */

/* The carried files of that country and the schema their first lines bind. */
static size_t gather(struct call *call, const char *country, date today,
		     struct fresh **files)
{
	struct str folder = str_format(call->arena, "init/%s/", country);
	const struct carried *carried;
	size_t count = 0;

	for (size_t i = 0; (carried = carried_at(i)); i++) {
		if (!str_starts(carried->path, folder))
			continue;
		struct str path = str_slice(carried->path, folder.len, carried->path.len);
		*files =
			arena_grow(call->arena, *files, count, count + 1, sizeof **files);
		(*files)[count++] =
			(struct fresh){name(call->arena, path),
				       fill(call->arena, carried->bytes, today)};
	}
	if (count == 0)
		return 0;
	struct buf schema = buf_new(call->arena, 0);
	json_schema_put(&schema);
	*files = arena_grow(call->arena, *files, count, count + 1, sizeof **files);
	(*files)[count++] = (struct fresh){STR(".schema.json"), buf_str(&schema)};
	return count;
}

static enum ending refuse(struct call *call, const char *country)
{
	struct str code = str_from_c(country);

	call_fault(call, "there is no example ledger for '%s'", country);
	if (str_equal_caseless(code, STR(COUNTRY)) || str_equal_caseless(code, STR("uk")))
		call_help(call, "write --country " COUNTRY);
	else
		call_help(call,
			  "a country comes with its letters; this version has " COUNTRY);
	return ENDING_USAGE;
}

static void say_next(struct call *call, const char *folder, const struct fresh *files,
		     size_t count)
{
	struct buf out = buf_new(call->arena, 0);

	buf_format(&out, "%s: a worked example, %zu files\n", folder, count);
	for (size_t i = 0; i < count; i++)
		buf_format(&out, "  %.*s\n", STR_ARG(files[i].path));
	buf_put(&out,
		STR("Next, in that folder:\n"
		    "  collectgen check .    silent when all is well\n"
		    "  collectgen plan .     who would get what, and why\n"
		    "  collectgen build .    the letters, in out\n"
		    "Then write your own name into creditor.yaml, and your own customers and\n"
		    "invoices in place of these. 'git init' keeps what you change.\n"));
	call_write(call, buf_str(&out));
}

static enum ending run(struct call *call)
{
	const char *country = call_value(call, OPTION_COUNTRY, COUNTRY);
	const char *folder = call->operands.items[0];
	struct fresh *files = NULL;
	date today;

	if (!call_day(call, &today))
		return ENDING_USAGE;
	bool is_code = str_from_c(country).len == 2;
	size_t count = is_code ? gather(call, country, today, &files) : 0;
	if (count == 0)
		return refuse(call, country);
	enum ending ending = fresh_write(call, folder, files, count);
	if (ending == ENDING_DONE)
		say_next(call, folder, files, count);
	return ending;
}

static const struct reach reaches[] = {
	{.kind = REACH_WRITES},
	{.kind = REACH_END},
};

const struct command command_init = {
	.name = "init",
	.operands = "DIR",
	.summary = "a worked example ledger, ready to edit",
	.description =
		"Writes a small ledger with comments into DIR: creditor, customers, invoices,\n"
		"payments, log, a policy to take up, and what an editor, git and continuous\n"
		"integration need. Its days lie around the as-of day. Nothing is overwritten.",
	.least = 1,
	.most = 1,
	.options = options,
	.reaches = reaches,
	.run = run,
};
