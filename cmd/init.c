/* The files of an example are carried below templates/init/COUNTRY; in their names `dot-`
 * stands for a leading dot, in their text {{today}}, {{today-30}} and {{today+5}} for
 * days. */
#include <string.h>

#include "base/arena.h"
#include "base/carried.h"
#include "base/money.h"
#include "fresh.h"
#include "ledger/json_schema.h"

#define COUNTRY "GB"
#define EVERYWHERE "any" /* the folder of what every country gets */
#define DAYS_FAR 3660	 /* [days] from today, at most */

static const struct option options[] = {
	{.id = OPTION_COUNTRY,
	 .name = "--country",
	 .value = "CODE",
	 .help = "whose language, law and paper; else GB"},
	{.id = OPTION_TEMPLATES,
	 .name = "--templates",
	 .help = "the built-in letters as well, to edit"},
	OPTION_ROW_AS_OF,
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

struct gathering {
	struct call *call;
	date today;
	struct fresh *files;
	size_t count;
};

static void add(struct gathering *to, struct str path, struct str bytes)
{
	to->files = arena_grow(to->call->arena, to->files, to->count, to->count + 1,
			       sizeof *to->files);
	to->files[to->count++] = (struct fresh){path, bytes};
}

/* The carried files of a folder below init/; false when there are none. */
static bool add_folder(struct gathering *to, const char *name_of)
{
	struct arena *arena = to->call->arena;
	struct str folder = str_format(arena, "init/%s/", name_of);
	const struct carried *carried;
	size_t before = to->count;

	for (size_t i = 0; (carried = carried_at(i)); i++) {
		if (!str_starts(carried->path, folder))
			continue;
		struct str path = str_slice(carried->path, folder.len, carried->path.len);
		add(to, name(arena, path), fill(arena, carried->bytes, to->today));
	}
	return to->count > before;
}

static bool has(const struct gathering *to, struct str path)
{
	for (size_t i = 0; i < to->count; i++)
		if (str_equal(to->files[i].path, path))
			return true;
	return false;
}

/* What the country's `defaults` say its letters are written in. */
static struct str locale_of(const struct gathering *from)
{
	struct str key = STR("\n  locale: ");

	for (size_t i = 0; i < from->count; i++) {
		struct str text = from->files[i].bytes;
		const char *at = memmem(text.at, text.len, key.at, key.len);
		if (!at)
			continue;
		size_t start = (size_t)(at - text.at) + key.len;
		return str_slice(text, start, str_index(text, '\n', start));
	}
	return STR("en");
}

/* The built-in letters and partials of a locale below its own folder, found as letters
 * find them: the locale's, its language's, the English. */
static void add_letters(struct gathering *to)
{
	struct arena *arena = to->call->arena;
	struct str tag = locale_of(to);
	struct str tags[] = {tag, str_slice(tag, 0, str_index(tag, '-', 0)), STR("en")};
	const struct carried *carried;

	for (size_t k = 0; k < 3; k++) {
		struct str folder = str_format(arena, "letters/%.*s/", STR_ARG(tags[k]));
		for (size_t i = 0; (carried = carried_at(i)); i++) {
			if (!str_starts(carried->path, folder))
				continue;
			struct str path =
				str_format(arena, "templates/%.*s/%.*s", STR_ARG(tag),
					   STR_ARG(str_slice(carried->path, folder.len,
							     carried->path.len)));
			if (!has(to, path))
				add(to, path, carried->bytes);
		}
	}
}

/* The country's files, those that every country gets, and the schema their first lines
 * bind; false when there is no such country. */
static bool gather(struct gathering *to, const char *country)
{
	struct buf schema = buf_new(to->call->arena, 0);

	if (str_from_c(country).len != 2 || !add_folder(to, country))
		return false;
	add_folder(to, EVERYWHERE);
	if (call_has(to->call, OPTION_TEMPLATES))
		add_letters(to);
	json_schema_put(&schema);
	add(to, STR(".schema.json"), buf_str(&schema));
	return true;
}

/* "AT, CH, DE and so on", as they are carried. */
static struct str countries(struct arena *arena, struct str wanted, struct str *same)
{
	struct buf list = buf_new(arena, 0);
	struct str last = STR(""), folder = STR("init/");
	const struct carried *carried;

	for (size_t i = 0; (carried = carried_at(i)); i++) {
		if (!str_starts(carried->path, folder))
			continue;
		size_t end = str_index(carried->path, '/', folder.len);
		struct str code = str_slice(carried->path, folder.len, end);
		if (code.len != 2 || str_equal(code, last))
			continue;
		if (str_equal_caseless(code, wanted))
			*same = code;
		buf_put(&list, list.len ? STR(", ") : STR(""));
		buf_put(&list, code);
		last = code;
	}
	return buf_str(&list);
}

static enum ending refuse(struct call *call, const char *country)
{
	struct str code = str_from_c(country);
	struct str same = str_equal_caseless(code, STR("uk")) ? STR("GB") : STR("");
	struct str all = countries(call->arena, code, &same);

	call_fault(call, "there is no example ledger for '%s'", country);
	if (same.len)
		call_help(call, "write --country %.*s", STR_ARG(same));
	else
		call_help(call, "there is one for %.*s", STR_ARG(all));
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
	struct gathering all = {.call = call};

	if (!call_day(call, &all.today))
		return ENDING_USAGE;
	if (!gather(&all, country))
		return refuse(call, country);
	enum ending ending = fresh_write(call, folder, all.files, all.count);
	if (ending == ENDING_DONE)
		say_next(call, folder, all.files, all.count);
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
		"integration need, in the country's language. Its days lie around the as-of\n"
		"day. With --templates the built-in letters of that language stand beside it:\n"
		"what is changed there is used. Nothing is overwritten.",
	.least = 1,
	.most = 1,
	.options = options,
	.reaches = reaches,
	.run = run,
};
