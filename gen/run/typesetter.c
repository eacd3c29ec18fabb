#include "run/typesetter.h"

struct typesetter {
	struct arena *arena;	/* the run's */
	struct arena *document; /* rewound before each */
	struct arena_mark empty;
	struct press *press;
	struct templates *templates;
	struct notices *notices;
};

/* Every document is prepared, so that all that is wrong with the templates is told at
 * once. */
static bool prepare(struct typesetter *typesetter, const struct jobs *jobs)
{
	bool prepared = true;

	for (size_t i = 0; i < jobs->count; i++)
		if (!compose_prepare(typesetter->templates, &jobs->items[i].document,
				     typesetter->notices))
			prepared = false;
	return prepared && typesetter->notices->errors == 0;
}

struct typesetter *typesetter_new(struct arena *arena, const struct book *book,
				  const struct jobs *jobs, struct notices *notices,
				  struct str *fault)
{
	struct typesetter *typesetter = ARENA_NEW(arena, struct typesetter);

	*fault = STR("");
	if (jobs->unsafe.len) {
		*fault = str_format(arena, "'%.*s' cannot name a file",
				    STR_ARG(jobs->unsafe));
		return NULL;
	}
	typesetter->arena = arena;
	typesetter->notices = notices;
	typesetter->press = press_new(arena, fault);
	if (!typesetter->press)
		return NULL;
	typesetter->document = arena_new(0);
	typesetter->empty = arena_mark(typesetter->document);
	typesetter->templates =
		templates_new(arena, book->sources, book->folder, book->ledger, notices);
	if (notices->errors == 0 && prepare(typesetter, jobs))
		return typesetter;
	typesetter_free(typesetter);
	return NULL;
}

static struct manifest_entry record(struct arena *arena, const struct job *job,
				    const struct composed *composed, struct str pdf)
{
	const struct account *account = job->document.escalation->account;
	const struct letter *letter = job->document.letter;

	return (struct manifest_entry){
		.path = job->path,
		.customer = account->customer->id,
		.kind = letter ? STR("letter") : STR("statement"),
		.stage = letter ? letter->policy->stages[letter->stage].name : STR(""),
		.policy = letter ? letter->policy->name : STR(""),
		.currency = account->currency,
		.demand = letter ? letter->demand : account->balance,
		.pay_by = letter ? letter->pay_by : DATE_NONE,
		.pages = composed->layout->npages,
		.bytes = pdf.len,
		.digest = digest_from_str(pdf),
		.inputs = composed->inputs,
		.template = str_copy(arena, composed->template_path),
		.locale = str_copy(arena, composed->locale),
	};
}

struct str typesetter_set(struct typesetter *typesetter, const struct job *job,
			  struct manifest_entry *entry)
{
	arena_rewind(typesetter->document, typesetter->empty);
	struct composed *composed = compose_document(
		typesetter->document, typesetter->templates, &job->document,
		press_metrics(typesetter->press), typesetter->notices);
	if (!composed)
		return STR("");
	struct str pdf =
		press_pdf(typesetter->document, typesetter->press, composed->layout,
			  &composed->meta, typesetter->notices);
	if (pdf.len)
		*entry = record(typesetter->arena, job, composed, pdf);
	return pdf;
}

void typesetter_free(struct typesetter *typesetter)
{
	if (!typesetter)
		return;
	templates_free(typesetter->templates);
	press_free(typesetter->press);
	arena_free(typesetter->document);
}
