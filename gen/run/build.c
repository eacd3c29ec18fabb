#include "run/build.h"

#include "letter/template.h"
#include "run/batch.h"
#include "run/bundle.h"
#include "run/calls.h"
#include "run/filing.h"
#include "run/keeper.h"
#include "run/outbox.h"
#include "run/output.h"
#include "run/reuse.h"
#include "run/roll.h"
#include "run/standing.h"
#include "run/summary.h"

/* What one run works with. */
struct making {
	struct arena *arena; /* lives as long as the run */
	const struct book *book;
	const struct build_options *options; /* letters taken out when they are refused */
	bool stale;			     /* they are */
	struct notices *notices;
	struct batch batch;
	struct keeper keeper;
	struct output output;
	struct pen *pens;	    /* one a thread; NULL: nothing is written */
	struct reuse reuse, drafts; /* documents and other files of the run before */
	struct str *calls;	    /* by account */
	struct manifest manifest;
	atomic_size_t unchanged;
	struct build_result *result;
};

static bool environment(struct making *run, struct str fault)
{
	run->result->end = BUILD_ENVIRONMENT;
	run->result->fault = fault;
	return false;
}

static bool findings(struct making *run)
{
	run->result->end = BUILD_FINDINGS;
	return false;
}

/* ---- one document, on any thread ---- */

static bool write_document(struct hand *hand, struct pen *pen,
			   const struct manifest_entry *entry, struct str pdf)
{
	int64_t start = book_clock();
	bool written = pen_write(pen, entry->path, pdf);

	hand->writing_ns += book_clock() - start;
	return written || batch_fault(hand, pen->fault);
}

/* What goes by e-mail is composed anew when it has a draft: so is the mail around it. */
static bool spare(struct hand *hand, struct batch_document *document)
{
	struct making *run = hand->batch->subject;
	struct pen *pen = run->pens ? &run->pens[hand->number] : NULL;
	bool drafted = run->options->outbox && document->channel == CHANNEL_EMAIL;

	if (!pen || drafted)
		return false;
	if (!reuse_ground(&run->reuse, pen, &document->entry))
		return pen->fault.len && !batch_fault(hand, pen->fault);
	atomic_fetch_add_explicit(&run->unchanged, 1, memory_order_relaxed);
	return true;
}

/* In the run, made or taken over; or an error notice says why not. */
static bool put_in_place(struct hand *hand, struct pen *pen, struct composed *composed,
			 struct manifest_entry *entry)
{
	struct making *run = hand->batch->subject;

	if (reuse_file(&run->reuse, pen, entry)) {
		atomic_fetch_add_explicit(&run->unchanged, 1, memory_order_relaxed);
		return true;
	}
	if (pen->fault.len)
		return batch_fault(hand, pen->fault);
	struct str pdf = batch_press(hand, composed, entry);
	return !pdf.len || write_document(hand, pen, entry, pdf);
}

static bool make(struct hand *hand, struct composed *composed,
		 struct batch_document *document)
{
	struct making *run = hand->batch->subject;
	struct pen *pen = run->pens ? &run->pens[hand->number] : NULL;

	if (!pen) {
		batch_press(hand, composed, &document->entry);
		return true;
	}
	if (!put_in_place(hand, pen, composed, &document->entry))
		return false;
	if (!run->options->outbox || document->channel != CHANNEL_EMAIL ||
	    !document->entry.bytes)
		return true;
	return outbox_write(hand, composed, &run->drafts, pen, document);
}

/* Whom to ring; told of every account, whichever documents are asked for. */
static void look(struct hand *hand, size_t account, const struct escalation *escalation)
{
	struct making *run = hand->batch->subject;

	run->calls[account] = calls_row(hand->job, hand->kept, hand->batch->templates,
					escalation, &hand->notices);
}

/* ---- what all of them come to, in their order ---- */

static void record(struct making *run, struct batch_document *made)
{
	struct manifest_entry *entry = &made->entry;

	if (made->draft)
		manifest_add_file(&run->manifest, *made->draft);
	manifest_add(&run->manifest, entry);
	entry->sent = keeper_has(&run->keeper, entry->path);
	run->result->pages += entry->pages;
	if (entry->stage.len)
		run->result->letters++;
	else
		run->result->statements++;
}

static void gather(struct making *run)
{
	for (size_t i = 0; i < run->book->nkeys; i++)
		for (struct batch_document *document = run->batch.documents[i]; document;
		     document = document->next)
			if (document->entry.bytes)
				record(run, document);
	run->result->unchanged = atomic_load(&run->unchanged);
}

static bool stops(const struct making *run)
{
	return run->notices->errors || (run->options->strict && run->notices->warnings);
}

static bool make_all(struct making *run)
{
	int64_t start = book_clock();
	bool made = batch_run(&run->batch, run->notices);

	run->result->times = batch_times(&run->batch);
	run->result->times.making_ns = book_clock() - start;
	if (!made && run->notices->errors == 0)
		return environment(run, run->batch.fault);
	gather(run);
	for (size_t i = 0; i < run->manifest.count; i++)
		keeper_compare(&run->keeper, run->manifest.entries[i], run->notices);
	if (made)
		keeper_miss(&run->keeper, &run->manifest, run->options, run->notices);
	return !stops(run) || findings(run);
}

/* ---- the run directory ---- */

/* Documents of the old run that these options did not ask for stay. */
static bool carry(struct making *run, const struct build_options *asked)
{
	const struct map *old = &run->reuse.lines;

	for (size_t i = 0; i < old->count; i++) {
		if (jobs_wanted(asked, old->entries[i].key))
			continue;
		if (!pen_carry(run->pens, old->entries[i].key))
			return environment(run, run->pens->fault);
		struct manifest_entry *entry =
			ARENA_NEW(run->arena, struct manifest_entry);
		manifest_add(&run->manifest, entry);
		entry->path = old->entries[i].key;
		entry->line = *(const struct str *)old->entries[i].value;
		entry->sent = keeper_has(&run->keeper, entry->path);
		run->result->carried++;
	}
	return true;
}

static void add_carried_file(struct making *run, struct str path, struct str line)
{
	struct manifest_file file = {.path = path,
				     .bytes = roll_number(roll_member(line, "bytes"))};

	digest_read(roll_member(line, "sha256"), &file.digest);
	digest_read(roll_member(line, "inputs"), &file.inputs);
	manifest_add_file(&run->manifest, file);
}

/* So do the drafts of such letters, and the list of calls when no letters are asked for.
 */
static bool carry_files(struct making *run, const struct build_options *asked)
{
	const struct map *old = &run->drafts.lines;

	for (size_t i = 0; i < old->count; i++) {
		struct str path = old->entries[i].key;
		struct str letter = outbox_letter(run->arena, path);
		bool stays = letter.len ? !jobs_wanted(asked, letter)
					: str_equal(path, STR(CALLS_NAME)) &&
						  !(asked->kinds & BUILD_LETTERS);
		if (!stays)
			continue;
		if (!pen_carry(run->pens, path))
			return environment(run, run->pens->fault);
		add_carried_file(run, path, *(const struct str *)old->entries[i].value);
	}
	return true;
}

static bool ours(const void *data, struct str path)
{
	const struct making *run = data;

	return str_equal(path, STR(MANIFEST_NAME)) ||
	       str_equal(path, STR(SUMMARY_NAME)) || map_find(&run->reuse.lines, path) ||
	       map_find(&run->drafts.lines, path);
}

static bool write_file(struct making *run, struct str path, struct str text)
{
	if (!pen_write(run->pens, path, text))
		return environment(run, run->pens->fault);
	manifest_add_file(&run->manifest,
			  (struct manifest_file){.path = path,
						 .bytes = text.len,
						 .digest = digest_from_str(text)});
	return true;
}

static bool write_calls(struct making *run)
{
	struct buf out = buf_new(run->arena, 0);

	buf_put(&out, calls_head(run->arena));
	size_t head = out.len;
	for (size_t i = 0; i < run->book->nkeys; i++)
		buf_put(&out, run->calls[i]);
	return out.len == head || !(run->options->kinds & BUILD_LETTERS) ||
	       write_file(run, STR(CALLS_NAME), buf_str(&out));
}

static bool write_bundle(struct making *run)
{
	return !run->options->bundle ||
	       bundle_write(&run->batch, CHANNEL_POST, run->pens, &run->manifest) ||
	       environment(run, run->pens->fault);
}

static void summarize(struct making *run)
{
	run->result->summary =
		summary_of(run->arena, run->result, &run->manifest, &run->batch);
}

static bool finish(struct making *run, const struct build_options *asked)
{
	int64_t start = book_clock();

	if (!carry(run, asked) || !carry_files(run, asked))
		return false;
	summarize(run);
	if (!write_calls(run) || !write_bundle(run) ||
	    !write_file(run, STR(SUMMARY_NAME),
			summary_text(run->arena, run->book, run->result->summary)))
		return false;
	struct str fault = STR("");
	bool clean = !run->stale && !run->notices->first;
	if (clean && !standing_mark(run->arena, run->book, asked, &run->manifest, &fault))
		return environment(run, fault);
	struct versions versions = versions_now(run->arena, &run->batch.templates->fonts);
	if (!filing_write(&run->manifest, &versions, run->book->as_of, run->pens))
		return environment(run, run->pens->fault);
	if (!output_commit(&run->output, ours, run))
		return environment(run, run->output.fault);
	run->result->times.placing_ns = book_clock() - start;
	return true;
}

static struct str day_text(struct making *run)
{
	struct buf name = buf_new(run->arena, 0);

	date_put(&name, run->book->as_of);
	return buf_str(&name);
}

static void open_pens(struct making *run)
{
	unsigned count = run->batch.nhands;

	run->pens = ARENA_ARRAY(run->arena, struct pen, count);
	for (unsigned i = 0; i < count; i++)
		run->pens[i] = output_pen(&run->output, run->batch.hands[i].kept);
}

static bool begin(struct making *run)
{
	struct str day = day_text(run);

	run->result->folder = str_format(run->arena, "%.*s/%.*s",
					 STR_ARG(run->options->out), STR_ARG(day));
	if (!batch_prepare(&run->batch, run->notices))
		return findings(run);
	run->keeper = keeper_open(run->arena, run->book, run->options->out,
				  &run->batch.templates->fonts);
	run->reuse = (struct reuse){map_new(run->arena), run->options->force};
	run->drafts = run->reuse;
	run->calls = ARENA_ARRAY(run->arena, struct str, run->book->nkeys);
	if (run->options->dry_run)
		return true;
	if (!output_open(&run->output, run->arena, run->options->out, day,
			 run->options->mode))
		return environment(run, run->output.fault);
	struct str old;

	if (!output_old(&run->output, run->arena, STR(MANIFEST_NAME), &old))
		return environment(run, run->output.fault);
	/* A library may break a line elsewhere, and who edits a manifest may write
	 * anything: then nothing of that run can be relied on. */
	struct versions then = versions_from_manifest(run->arena, old);
	struct versions now = versions_now(run->arena, &run->batch.templates->fonts);
	if (versions_difference(run->arena, &then, &now).len || !roll_is_sealed(old))
		run->reuse.never = run->drafts.never = true;
	run->reuse.lines = roll_documents(run->arena, old);
	run->drafts.lines = roll_files(run->arena, old);
	open_pens(run);
	return true;
}

static bool build(struct making *run, const struct build_options *asked)
{
	if (!begin(run) || !make_all(run))
		return false;
	if (!run->options->dry_run)
		return finish(run, asked);
	summarize(run);
	return true;
}

static void close_pens(struct making *run)
{
	for (unsigned i = 0; run->pens && i < run->batch.nhands; i++)
		pen_close(&run->pens[i]);
}

struct build_result build_run(struct arena *arena, const struct book *book,
			      const struct build_options *options,
			      struct notices *notices)
{
	struct build_result result = {0};
	struct build_options now = *options;
	bool stale =
		book->letters_stale && !options->stale_ok && (now.kinds & BUILD_LETTERS);
	struct making run = {
		.arena = arena,
		.book = book,
		.options = &now,
		.stale = stale,
		.notices = notices,
		.batch = {.arena = arena,
			  .book = book,
			  .options = &now,
			  .spare = spare,
			  .make = make,
			  .look = look},
		.output = {.root_fd = -1, .new_fd = -1, .old_fd = -1, .lock_fd = -1},
		.manifest = manifest_new(arena),
		.result = &result};

	run.batch.subject = &run;
	if (stale)
		now.kinds &= ~(unsigned)BUILD_LETTERS;
	if (!build(&run, options))
		output_abandon(&run.output);
	else if (stale)
		result.end = BUILD_STALE;
	close_pens(&run);
	batch_free(&run.batch);
	return result;
}
