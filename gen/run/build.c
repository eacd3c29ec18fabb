#include "run/build.h"

#include "base/carried.h"
#include "base/version.h"
#include "run/jobs.h"
#include "run/manifest.h"
#include "run/output.h"
#include "run/summary.h"

/* What one run works with. The press and the job arena are one worker's own. */
struct batch {
	struct arena *arena; /* lives as long as the run */
	struct arena *job;   /* rewound after each document */
	const struct book *book;
	const struct build_options *options;
	struct press *press;
	struct templates *templates;
	struct notices *notices;
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

static void record(struct batch *run, const struct job *job,
		   const struct composed *composed, struct str pdf)
{
	const struct account *account = job->document.escalation->account;
	const struct letter *letter = job->document.letter;
	struct manifest_entry *entry = manifest_add(&run->manifest);

	*entry = (struct manifest_entry){
		.path = job->path,
		.customer = account->customer->id,
		.kind = letter ? STR("letter") : STR("statement"),
		.currency = account->currency,
		.demand = letter ? letter->demand : account->balance,
		.pay_by = letter ? letter->pay_by : DATE_NONE,
		.pages = composed->layout->npages,
		.bytes = pdf.len,
		.digest = digest_from_str(pdf),
		.inputs = composed->inputs,
		.template = str_copy(run->arena, composed->template_path),
		.locale = str_copy(run->arena, composed->locale),
	};
	run->result->pages += entry->pages;
	if (letter) {
		entry->stage = letter->policy->stages[letter->stage].name;
		entry->policy = letter->policy->name;
		run->result->letters++;
		demand(run, account->currency, letter->demand);
	} else {
		run->result->statements++;
	}
}

/* One document: facts → layout → bytes → file. */
static bool make(struct batch *run, const struct job *job)
{
	struct arena_mark mark = arena_mark(run->job);
	int64_t start = book_clock(), pressed;
	struct composed *composed =
		compose_document(run->job, run->templates, &job->document,
				 press_metrics(run->press), run->notices);
	struct str pdf = {0};

	if (composed)
		pdf = press_pdf(run->job, run->press, composed->layout, &composed->meta,
				run->notices);
	pressed = book_clock();
	run->result->typesetting_ns += pressed - start;
	if (composed && pdf.len) {
		record(run, job, composed, pdf);
		if (!run->options->dry_run && !output_write(&run->output, job->path, pdf))
			return environment(run, run->output.fault);
		run->result->writing_ns += book_clock() - pressed;
	}
	arena_rewind(run->job, mark);
	return true; /* findings are gathered from all documents before the run stops */
}

static bool make_all(struct batch *run, const struct jobs *jobs)
{
	for (size_t i = 0; i < jobs->count; i++)
		if (!compose_prepare(run->templates, &jobs->items[i].document,
				     run->notices))
			findings(run);
	if (run->notices->errors)
		return findings(run);
	for (size_t i = 0; i < jobs->count; i++)
		if (!make(run, &jobs->items[i]))
			return false;
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
		run->result->carried++;
	}
	return true;
}

static bool ours(const void *data, struct str path)
{
	return str_equal(path, STR(MANIFEST_NAME)) ||
	       str_equal(path, STR(SUMMARY_NAME)) || map_find(data, path);
}

/* The carried faces, by digest: with the libraries, all that touches bytes. */
static size_t put_fonts(struct arena *arena, struct str *texts, size_t room)
{
	const struct carried *file;
	size_t n = 0;

	for (size_t i = 0; n < room && (file = carried_at(i)); i++) {
		struct buf text = buf_new(arena, 0);

		if (!str_starts(file->path, STR("fonts/")))
			continue;
		buf_put(&text, file->path);
		buf_put(&text, STR(" sha256-"));
		digest_put(&text, digest_from_str(file->bytes));
		texts[n++] = buf_str(&text);
	}
	return n;
}

static struct str rendered_manifest(struct batch *run)
{
	struct str libraries[16];
	size_t room = sizeof libraries / sizeof *libraries, n = 0;

	while (n < room && press_library(n).len) {
		libraries[n] = press_library(n);
		n++;
	}
	n += put_fonts(run->arena, libraries + n, room - n);
	return manifest_text(&run->manifest, STR(VERSION), run->book->as_of, libraries,
			     n);
}

static bool finish(struct batch *run, const struct build_options *asked)
{
	struct map old = manifest_read(
		run->arena, output_old(&run->output, run->arena, STR(MANIFEST_NAME)));
	int64_t start = book_clock();

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

static bool begin(struct batch *run)
{
	struct str fault = {0};
	struct buf name = buf_new(run->arena, 0);

	date_put(&name, run->book->as_of);
	run->result->folder =
		str_format(run->arena, "%.*s/%.*s", STR_ARG(run->options->out),
			   STR_ARG(buf_str(&name)));
	run->press = press_new(run->arena, &fault);
	if (!run->press)
		return environment(run, fault);
	run->templates = templates_new(run->arena, run->book->sources, run->book->folder,
				       run->book->ledger, run->notices);
	if (run->notices->errors)
		return findings(run);
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

	if (run->notices->errors)
		return findings(run);
	if (jobs.unsafe.len)
		return environment(run,
				   str_format(run->arena, "'%.*s' cannot name a file",
					      STR_ARG(jobs.unsafe)));
	if (!begin(run) || !make_all(run, &jobs))
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
		.job = arena_new(0),
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
	if (run.press)
		press_free(run.press);
	arena_free(run.job);
	return result;
}
