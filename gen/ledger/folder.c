#include "ledger/folder.h"

#include <errno.h>
#include <string.h>

#include "base/crew.h"
#include "ledger/section.h"

#define RUNS_MOST 256 /* more give no better balance, and each takes some memory */

static const struct {
	const char *why, *help;
} faults[SOURCE_FAULT__COUNT] = {
	[SOURCE_MISSING] = {"it is a link to nothing",
			    "let the link lead to a file, or delete it"},
	[SOURCE_DENIED] = {"permission denied", "look who may read it: ls -l"},
	[SOURCE_LARGE] = {"it is too large",
			  "a file may have 64 MiB, a ledger a million files: split it"},
	[SOURCE_OUTSIDE] = {"it leads out of the ledger's folder",
			    "put a copy of what it leads to in its place"},
	[SOURCE_UNREADABLE] = {"the system refuses", "look at the path: ls -l"},
};

static void report_folder(struct notices *notices, struct str folder, struct str where,
			  enum source_fault fault)
{
	static const struct span nowhere = {0};
	struct str path = where.len ? where : folder;
	struct notice *notice;
	if (fault == SOURCE_REFUSED) {
		NOTICE(notices, READING_REFUSED, nowhere, STR_ARG(path), strerror(errno));
	} else if (fault == SOURCE_MISSING) {
		notice = NOTICE(notices, LEDGER_MISSING, nowhere, STR_ARG(path));
		notice_help(notices, notice, "name the folder that holds your ledger");
	} else if (fault == SOURCE_NOT_FILE) {
		notice = NOTICE(notices, LEDGER_NOT_FOLDER, nowhere, STR_ARG(path));
		notice_help(notices, notice, "name the folder it is in");
	} else {
		notice = NOTICE(notices, LEDGER_UNREADABLE, nowhere, STR_ARG(path),
				faults[fault].why);
		notice_help(notices, notice, "%s", faults[fault].help);
	}
}

static void report_file(struct notices *notices, struct str path, enum source_fault fault)
{
	static const struct span nowhere = {0};
	struct notice *notice;
	if (fault == SOURCE_REFUSED) {
		NOTICE(notices, READING_REFUSED, nowhere, STR_ARG(path), strerror(errno));
	} else if (fault == SOURCE_NOT_FILE) {
		notice = NOTICE(notices, FILE_NOT_FILE, nowhere, STR_ARG(path));
		notice_help(
			notices, notice,
			"only files may end in .yaml or .yml: rename it, or begin its name with '_'");
	} else {
		notice = NOTICE(notices, FILE_UNREADABLE, nowhere, STR_ARG(path),
				faults[fault].why);
		notice_help(notices, notice, "%s", faults[fault].help);
	}
}

/* What one thread works with, for all the files it happens to read. */
struct tools {
	struct arena *book, *texts, *desk, *boards, *scratch, *file;
	const char **names;
};

/* The files are cut into runs in path order, the same for any number of threads. */
struct shift {
	struct reading *whole;
	const struct str *paths;
	size_t count, length; /* of all files, of a run */
	uint32_t first;	      /* number of the first file */
	struct reading *runs;
	struct tools *tools; /* one a worker */
};

static void read_file(struct reading *reading, uint32_t number, struct str path)
{
	const struct source *source;
	enum source_fault fault = source_fetch(reading->sources, number, &source);
	if (fault == SOURCE_OK) {
		section_gather(reading, source);
		source_drop(reading->sources, number);
		return;
	}
	reading_lose_all(reading);
	report_file(reading->notices, path, fault);
}

static void read_run(void *subject, unsigned worker, size_t job)
{
	struct shift *shift = subject;
	struct tools *tools = &shift->tools[worker];
	struct reading *run = &shift->runs[job];
	if (!tools->book)
		*tools = (struct tools){arena_new(0), arena_new(0), arena_new(0),
					arena_new(0), arena_new(0), arena_new(0),
					NULL};
	*run = reading_new(tools->book, tools->texts, tools->desk, tools->boards,
			   tools->scratch, tools->file);
	run->sources = shift->whole->sources;
	run->as_of = shift->whole->as_of;
	run->names = tools->names;
	run->notices = ARENA_NEW(tools->desk, struct notices);
	*run->notices = notices_new(tools->desk, run->sources);
	size_t from = job * shift->length, to = from + shift->length;
	for (size_t i = from; i < to && i < shift->count; i++)
		read_file(run, shift->first + (uint32_t)i, shift->paths[i]);
	tools->names = run->names;
}

static void join(struct shift *shift, size_t nruns, unsigned workers)
{
	struct reading *whole = shift->whole;
	reading_join(whole, shift->runs, nruns);
	for (unsigned i = 0; i < workers; i++) {
		struct tools *tools = &shift->tools[i];
		if (!tools->book)
			continue;
		arena_free(tools->file);
		arena_free(tools->scratch);
		arena_adopt(whole->book, tools->book);
		arena_adopt(whole->book, tools->texts);
		arena_adopt(whole->desk, tools->desk);
		arena_adopt(whole->boards, tools->boards);
	}
}

static void read_files(struct reading *reading, struct str folder,
		       const struct str *paths, size_t count, unsigned workers)
{
	struct arena *desk = reading->desk;
	unsigned most = workers == 0 ? 1 : workers < CREW_MOST ? workers : CREW_MOST;
	struct shift shift = {
		.whole = reading,
		.paths = paths,
		.count = count,
		.length = (count + RUNS_MOST - 1) / RUNS_MOST,
		.tools = ARENA_ARRAY(desk, struct tools, most),
	};
	size_t nruns = (count + shift.length - 1) / shift.length;
	int root = source_root(reading->sources, folder);
	for (size_t i = 0; i < count; i++) {
		uint32_t number =
			source_announce(reading->sources, root, paths[i], paths[i]);
		if (i == 0)
			shift.first = number;
	}
	shift.runs = ARENA_ARRAY(desk, struct reading, nruns);
	reading->ledger->files += count;
	crew_run(most, nruns, read_run, &shift);
	join(&shift, nruns, most);
}

void folder_read(struct reading *reading, struct str folder, unsigned workers)
{
	struct str *paths, where = {0};
	size_t count = 0;
	enum source_fault fault =
		sources_list(reading->desk, folder, &paths, &count, &where);
	if (fault == SOURCE_OK && count == 0) {
		struct notice *notice = NOTICE(reading->notices, LEDGER_EMPTY,
					       ((struct span){0}), STR_ARG(folder));
		notice_help(
			reading->notices, notice,
			"write ledger.yaml there; names that begin with '.' or '_' are skipped");
	} else if (fault != SOURCE_OK) {
		report_folder(reading->notices, folder, where, fault);
	}
	if (fault != SOURCE_OK || count == 0)
		reading_lose_all(reading);
	else
		read_files(reading, folder, paths, count, workers);
}
