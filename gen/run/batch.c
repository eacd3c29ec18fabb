#include "run/batch.h"

#include "base/crew.h"
#include "letter/template.h"

bool batch_fault(struct hand *hand, struct str fault)
{
	struct str *text = ARENA_NEW(hand->kept, struct str), *none = NULL;

	*text = fault;
	atomic_compare_exchange_strong(&hand->batch->told, &none, text);
	atomic_store(&hand->batch->stopped, true);
	return false;
}

/* ---- one document ---- */

/* Of all that is no customer's. What is still held of the sources is what the templates
 * were read from: a ledger's own files have been let go. */
static struct digest common_ground(const struct batch *batch)
{
	const struct book *book = batch->book;
	struct digest origin = templates_origin();
	struct digesting digesting;

	digest_begin(&digesting);
	digest_add_digest(&digesting, &origin);
	digest_add_digest(&digesting, &batch->templates->logo.digest);
	for (int face = 0; face < FACE__COUNT; face++)
		digest_add_digest(&digesting, &batch->templates->fonts.digests[face]);
	digest_add_number(&digesting, book->as_of);
	digest_add_number(&digesting, (int64_t)book->ledger->footprint);
	for (uint32_t file = 1; file <= sources_count(book->sources); file++) {
		const struct source *source = source_at(book->sources, file);

		if (!source->bytes.at)
			continue;
		digest_add_text(&digesting, source->path);
		digest_add_text(&digesting, source->bytes);
	}
	return digest_end(&digesting);
}

static struct digest ground_of(const struct batch *batch, const struct job *job)
{
	const struct account *account = job->document.escalation->account;
	struct digesting digesting;

	digest_begin(&digesting);
	digest_add_digest(&digesting, &batch->ground);
	digest_add_number(&digesting, (int64_t)account->customer->footprint);
	digest_add_text(&digesting, job->path);
	return digest_end(&digesting);
}

static struct manifest_entry entry_of(struct hand *hand, const struct job *job)
{
	const struct account *account = job->document.escalation->account;
	const struct letter *letter = job->document.letter;

	return (struct manifest_entry){
		.path = str_copy(hand->kept, job->path),
		.customer = account->customer->id,
		.stage = letter ? letter->policy->stages[letter->stage].name : STR(""),
		.policy = letter ? letter->policy->name : STR(""),
		.currency = account->currency,
		.demand = letter ? letter->demand : account->balance,
		.pay_by = letter ? letter->pay_by : DATE_NONE,
		.ground = ground_of(hand->batch, job),
	};
}

struct str batch_press(struct hand *hand, struct composed *composed,
		       struct manifest_entry *entry)
{
	int64_t start = book_clock();
	const struct layout *layout = compose_set(
		hand->job, composed, press_metrics(hand->press), &hand->notices);
	struct str pdf = STR("");

	if (layout)
		pdf = press_pdf(hand->job, hand->press, layout, &composed->meta,
				&hand->notices);
	if (pdf.len) {
		entry->pages = (uint32_t)layout->npages;
		entry->bytes = (uint32_t)pdf.len;
		entry->digest = digest_from_str(pdf);
	}
	hand->pressing_ns += book_clock() - start;
	return pdf;
}

static struct composed *compose(struct hand *hand, const struct job *job,
				struct manifest_entry *entry)
{
	int64_t start = book_clock();
	struct composed *composed = compose_text(hand->job, hand->batch->templates,
						 &job->document, &hand->notices);

	hand->composing_ns += book_clock() - start;
	if (!composed)
		return NULL;
	entry->inputs = composed->inputs;
	entry->template = composed->template_path;
	entry->locale = composed->locale;
	return composed;
}

static bool make_document(struct hand *hand, const struct job *job,
			  struct batch_document *document)
{
	struct batch *batch = hand->batch;
	size_t before = hand->notices.errors + hand->notices.warnings;
	struct manifest_entry *entry = &document->entry;
	bool done = true;

	*entry = entry_of(hand, job);
	document->customer = job->document.escalation->account->customer;
	document->channel =
		job->document.letter ? job->document.letter->channel : CHANNEL_NONE;
	if (batch->spare && batch->spare(hand, document))
		return true;
	struct composed *composed = compose(hand, job, entry);
	if (!composed)
		return true; /* findings are gathered from all documents first */
	if (batch->make)
		done = batch->make(hand, composed, document);
	else
		batch_press(hand, composed, entry);
	/* Made anew each time, so that the finding is told each time. */
	if (hand->notices.errors + hand->notices.warnings > before)
		entry->inputs = entry->ground = (struct digest){0};
	return done;
}

/* ---- one account ---- */

static void make_documents(struct hand *hand, size_t account,
			   const struct escalation *escalation)
{
	struct batch *batch = hand->batch;
	struct jobs jobs = jobs_of_account(hand->job, escalation, batch->options);
	struct batch_document **last = &batch->documents[account];

	if (jobs.unsafe.len) {
		batch_fault(hand, str_format(hand->kept, "'%.*s' cannot name a file",
					     STR_ARG(jobs.unsafe)));
		return;
	}
	for (size_t i = 0; i < jobs.count; i++) {
		*last = ARENA_NEW(hand->kept, struct batch_document);
		if (!make_document(hand, &jobs.items[i], *last))
			return;
		last = &(*last)->next;
	}
	atomic_fetch_add_explicit(&batch->ndocuments, jobs.count, memory_order_relaxed);
}

static void count_held(struct batch *batch, size_t account,
		       const struct escalation *escalation)
{
	struct batch_held *held = &batch->held[account];

	if (!jobs_chosen(batch->options, escalation->account->customer->id))
		return;
	held->customer = escalation->account->customer;
	for (size_t i = 0; i < escalation->nheld; i++)
		held->count[escalation->held[i].why]++;
}

static void make_account(struct hand *hand, size_t account)
{
	struct batch *batch = hand->batch;
	int64_t start = book_clock();

	hand->notices = notices_new(hand->job, batch->book->sources);
	const struct escalation *escalation =
		book_judge(batch->book, account, hand->job, &hand->notices);
	hand->reckoning_ns += book_clock() - start;
	count_held(batch, account, escalation);
	if (batch->look)
		batch->look(hand, account, escalation);
	if (hand->notices.errors == 0)
		make_documents(hand, account, escalation);
	findings_keep(&batch->findings, account, hand->kept, &hand->notices);
	atomic_fetch_add_explicit(&batch->naccounts, 1, memory_order_relaxed);
}

/* A press is made by the thread that uses it, when it has something to do. */
static bool take_up(struct hand *hand)
{
	struct str fault = STR("");

	if (!hand->press)
		hand->press =
			press_new(hand->kept, hand->batch->templates->fonts.own, &fault);
	return hand->press || batch_fault(hand, fault);
}

/* The first worker is the caller's own thread. */
static void tell(const struct batch *batch)
{
	const struct build_watcher *watcher = &batch->options->watcher;

	if (watcher->see)
		watcher->see(watcher->data, atomic_load(&batch->naccounts),
			     batch->book->nkeys, atomic_load(&batch->ndocuments));
}

static void work(void *subject, unsigned worker, size_t account)
{
	struct batch *batch = subject;
	struct hand *hand = &batch->hands[worker];

	if (atomic_load_explicit(&batch->stopped, memory_order_relaxed))
		return;
	arena_rewind(hand->job, hand->empty);
	if (!take_up(hand))
		return;
	make_account(hand, account);
	if (worker == 0)
		tell(batch);
}

bool batch_prepare(struct batch *batch, struct notices *notices)
{
	const struct book *book = batch->book;
	struct arena *arena = batch->arena;

	batch->templates =
		templates_new(arena, book->sources, book->folder, book->ledger, notices);
	batch->ground = common_ground(batch);
	batch->nhands = book->workers ? book->workers : 1;
	batch->hands = ARENA_ARRAY(arena, struct hand, batch->nhands);
	for (unsigned i = 0; i < batch->nhands; i++) {
		struct hand *hand = &batch->hands[i];

		*hand = (struct hand){.batch = batch, .number = i};
		hand->job = arena_new(0);
		hand->empty = arena_mark(hand->job);
		hand->kept = arena_new(0);
	}
	batch->findings = findings_new(arena, book->nkeys);
	batch->documents = ARENA_ARRAY(arena, struct batch_document *, book->nkeys);
	batch->held = ARENA_ARRAY(arena, struct batch_held, book->nkeys);
	return notices->errors == 0;
}

bool batch_run(struct batch *batch, struct notices *notices)
{
	crew_run(batch->nhands, batch->book->nkeys, work, batch);
	findings_merge(&batch->findings, notices);
	const struct str *told = atomic_load(&batch->told);
	if (told)
		batch->fault = *told;
	return notices->errors == 0 && !told;
}

struct build_times batch_times(const struct batch *batch)
{
	struct build_times times = {0};

	for (unsigned i = 0; i < batch->nhands; i++) {
		const struct hand *hand = &batch->hands[i];

		times.reckoning_ns += hand->reckoning_ns;
		times.composing_ns += hand->composing_ns;
		times.pressing_ns += hand->pressing_ns;
		times.writing_ns += hand->writing_ns;
	}
	return times;
}

void batch_free(struct batch *batch)
{
	for (unsigned i = 0; i < batch->nhands; i++) {
		struct hand *hand = &batch->hands[i];

		press_free(hand->press);
		arena_free(hand->job);
		if (hand->kept)
			arena_adopt(batch->arena, hand->kept);
	}
	batch->nhands = 0;
	templates_free(batch->templates);
	batch->templates = NULL;
}
