#include "run/build.h"

#include "run/keeper.h"
#include "run/output.h"
#include "run/summary.h"
#include "run/typesetter.h"
#include "run/unbuilt.h"

/* What one run works with. */
struct batch {
	struct arena *arena; /* lives as long as the run */
	const struct book *book;
	const struct build_options *options;
	struct typesetter *typesetter;
	struct notices *notices;
	struct keeper keeper;
	struct output output;
	struct manifest manifest;
	struct build_result *result;
};

static bool environment(struct batch *run, struct str fault)
{
	run->result->end = BUILD_ENVIRONMENT;
	run->result->fault = fault;
	return false;
}

static bool findings(struct batch *run)
{
	run->result->end = BUILD_FINDINGS;
	return false;
}

static void demand(struct batch *run, const struct currency *currency, money amount)
{
	struct build_result *result = run->result;
	bool overflow = false;
	size_t i = 0;

	while (i < result->ntotals &&
	       str_compare(str_from_c(result->totals[i].currency->code),
			   str_from_c(currency->code)) < 0)
		i++;
	if (i == result->ntotals || result->totals[i].currency != currency) {
		result->totals = arena_grow(run->arena, result->totals, result->ntotals,
					    result->ntotals + 1, sizeof *result->totals);
		for (size_t j = result->ntotals++; j > i; j--)
			result->totals[j] = result->totals[j - 1];
		result->totals[i] = (struct build_total){currency, 0};
	}
	result->totals[i].demanded =
		money_add(result->totals[i].demanded, amount, &overflow);
}

static void record(struct batch *run, const struct job *job, struct manifest_entry entry)
{
	entry.sent = keeper_has(&run->keeper, entry.path);
	*manifest_add(&run->manifest) = entry;
	run->result->pages += entry.pages;
	if (job->document.letter) {
		run->result->letters++;
		demand(run, entry.currency, entry.demand);
	} else {
		run->result->statements++;
	}
}

/* One document: facts → layout → bytes → file. */
static bool make(struct batch *run, const struct job *job)
{
	struct manifest_entry entry;
	int64_t start = book_clock(), pressed;
	struct str pdf = typesetter_set(run->typesetter, job, &entry);

	pressed = book_clock();
	run->result->typesetting_ns += pressed - start;
	if (!pdf.len)
		return true; /* findings are gathered from all documents first */
	keeper_compare(&run->keeper, &entry, run->notices);
	record(run, job, entry);
	if (!run->options->dry_run && !output_write(&run->output, job->path, pdf))
		return environment(run, run->output.fault);
	run->result->writing_ns += book_clock() - pressed;
	return true;
}

static bool make_all(struct batch *run, const struct jobs *jobs)
{
	for (size_t i = 0; i < jobs->count; i++)
		if (!make(run, &jobs->items[i]))
			return false;
	keeper_miss(&run->keeper, jobs, run->options, run->notices);
	return run->notices->errors == 0 || findings(run);
}

/* Documents of the old run that these options did not ask for stay. */
static bool carry(struct batch *run, const struct build_options *asked,
		  const struct map *old)
{
	for (size_t i = 0; i < old->count; i++) {
		struct manifest_entry *entry;

		if (jobs_wanted(asked, old->entries[i].key))
			continue;
		if (!output_carry(&run->output, old->entries[i].key))
			return environment(run, run->output.fault);
		entry = manifest_add(&run->manifest);
		entry->path = old->entries[i].key;
		entry->line = *(const struct str *)old->entries[i].value;
		entry->sent = keeper_has(&run->keeper, entry->path);
		run->result->carried++;
	}
	return true;
}

static bool ours(const void *data, struct str path)
{
	return str_equal(path, STR(MANIFEST_NAME)) ||
	       str_equal(path, STR(SUMMARY_NAME)) || map_find(data, path);
}

static struct str rendered_manifest(struct batch *run)
{
	struct versions versions = versions_now(run->arena);

	return manifest_text(&run->manifest, &versions, run->book->as_of);
}

static bool finish(struct batch *run, const struct build_options *asked)
{
	int64_t start = book_clock();
	struct str text;

	if (!output_old(&run->output, run->arena, STR(MANIFEST_NAME), &text))
		return environment(run, run->output.fault);
	struct map old = manifest_read(run->arena, text);
	if (!carry(run, asked, &old))
		return false;
	if (!output_write(&run->output, STR(MANIFEST_NAME), rendered_manifest(run)) ||
	    !output_write(&run->output, STR(SUMMARY_NAME),
			  summary_text(run->arena, run->book, run->result)) ||
	    !output_commit(&run->output, ours, &old))
		return environment(run, run->output.fault);
	run->result->writing_ns += book_clock() - start;
	return true;
}

static bool begin(struct batch *run, const struct jobs *jobs)
{
	struct str fault;
	struct buf name = buf_new(run->arena, 0);

	date_put(&name, run->book->as_of);
	run->result->folder =
		str_format(run->arena, "%.*s/%.*s", STR_ARG(run->options->out),
			   STR_ARG(buf_str(&name)));
	run->typesetter =
		typesetter_new(run->arena, run->book, jobs, run->notices, &fault);
	if (!run->typesetter)
		return fault.len ? environment(run, fault) : findings(run);
	run->keeper = keeper_open(run->arena, run->book, run->options->out);
	if (run->options->dry_run)
		return true;
	if (!output_open(&run->output, run->arena, run->options->out, buf_str(&name),
			 run->options->mode))
		return environment(run, run->output.fault);
	return true;
}

static bool build(struct batch *run, const struct build_options *asked)
{
	struct jobs jobs = jobs_list(run->arena, run->book, run->options);

	if (!run->options->rehearsal)
		unbuilt_report(run->book->ledger, run->notices);
	if (run->notices->errors)
		return findings(run);
	if (!begin(run, &jobs) || !make_all(run, &jobs))
		return false;
	return run->options->dry_run || finish(run, asked);
}

struct build_result build_run(struct arena *arena, const struct book *book,
			      const struct build_options *options,
			      struct notices *notices)
{
	struct build_result result = {0};
	struct build_options now = *options;
	bool stale =
		book->letters_stale && !options->stale_ok && (now.kinds & BUILD_LETTERS);
	struct batch run = {
		.arena = arena,
		.book = book,
		.options = &now,
		.notices = notices,
		.output = {.root_fd = -1, .new_fd = -1, .old_fd = -1, .lock_fd = -1},
		.manifest = manifest_new(arena),
		.result = &result};

	if (stale)
		now.kinds &= ~(unsigned)BUILD_LETTERS;
	if (!build(&run, options))
		output_abandon(&run.output);
	else if (stale)
		result.end = BUILD_STALE;
	typesetter_free(run.typesetter);
	return result;
}
