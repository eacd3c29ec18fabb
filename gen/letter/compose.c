#include "letter/compose.h"

#include "base/version.h"
#include "letter/lint.h"
#include "letter/stationery.h"
#include "letter/view.h"
#include "page/imprint.h"
#include "text/markdown.h"

/* The customer's form, else the defaults'. */
static enum statement_form form_of(const struct account *account)
{
	enum statement_form form = account->customer->statement;
	return form == STATEMENT_UNSET ? account->ledger->defaults.statement : form;
}

/* Which letter's template a document is made with. */
static struct str letter_of(const struct document *document)
{
	const struct letter *letter = document->letter;
	if (letter)
		return letter->policy->stages[letter->stage].letter;
	bool activity = form_of(document->escalation->account) == STATEMENT_ACTIVITY;
	return activity ? STR("statement-activity") : STR("statement");
}

bool compose_statement_due(const struct account *account)
{
	if (form_of(account) == STATEMENT_NONE)
		return false;
	for (size_t i = 0; i < account->nitems; i++)
		if (!account->items[i].settled)
			return true;
	return account->month < account->nmovements || account->credit != 0;
}

bool compose_prepare(struct templates *templates, const struct document *document,
		     struct notices *notices)
{
	const struct account *account = document->escalation->account;
	struct span span;
	struct str tag = template_tag(account->ledger, account->customer, &span);
	if (!templates_prepare(templates, account->ledger, account->customer, notices))
		return false;
	return template_prepare(templates, tag, letter_of(document), span, notices);
}

/* ---- one document ---- */

static const struct rendered *subject(struct arena *job, const struct template *template,
				      const struct value *view, struct notices *notices)
{
	if (!template->subject)
		return NULL;
	struct mustache_options options = {ESCAPE_NONE, false};
	struct rendered *line = ARENA_NEW(job, struct rendered);
	*line = mustache_render(job, template->subject, view, options, notices);
	return line;
}

/* A letter that breaks a rule of conduct is not sent. */
static void lint(struct arena *job, const struct templates *templates,
		 const struct lint *text)
{
	if (templates->lint && text->template->tongue)
		lint_check(job, text);
}

static struct meta meta(struct arena *job, const struct account *account,
			const struct template *template, const struct locale *locale,
			struct str subject_line)
{
	struct civil civil = civil_from_date(account->as_of);
	return (struct meta){
		.title = str_format(job, "%.*s, %.*s", STR_ARG(template->title),
				    STR_ARG(account->customer->name)),
		.author = account->ledger->creditor.name,
		.subject = subject_line,
		.language = locale->tag,
		.date = {civil.year, civil.month, civil.day},
		.producer = STR("collectgen " VERSION),
	};
}

/* The template counts as a file: what its front matter says of the page stands in no
 * text. */
static struct digest inputs(const struct templates *templates,
			    const struct template *template, const struct locale *locale,
			    const struct currency *currency, const struct sheet *sheet,
			    const struct meta *meta)
{
	struct digesting digesting;
	digest_begin(&digesting);
	digest_add_digest(&digesting, &templates->origin);
	digest_add_digest(&digesting, &template->digest);
	digest_add_digest(&digesting,
			  &locale->digest); /* with the currency: of figures */
	digest_add_text(&digesting, str_from_c(currency->code));
	imprint_add(&digesting, sheet);
	if (sheet->logo)
		digest_add_digest(&digesting, &templates->logo.digest);
	for (int face = 0; templates->fonts.own && face < FACE__COUNT; face++)
		digest_add_digest(&digesting, &templates->fonts.digests[face]);
	digest_add_text(&digesting, meta->title);
	digest_add_text(&digesting, meta->author);
	digest_add_text(&digesting, meta->subject);
	digest_add_text(&digesting, meta->language);
	digest_add_text(&digesting, meta->producer);
	digest_add_number(&digesting, date_from_civil(meta->date.year, meta->date.month,
						      meta->date.day));
	return digest_end(&digesting);
}

struct composed *compose_text(struct arena *job, const struct templates *templates,
			      const struct document *document, struct notices *notices)
{
	const struct account *account = document->escalation->account;
	size_t errors = notices->errors;
	struct span span;
	struct str tag = template_tag(account->ledger, account->customer, &span);
	const struct locale *locale = template_locale(templates, tag);
	const struct template *template =
		template_find(job, templates, tag, letter_of(document));
	const struct value *view =
		view_build(job, templates, document, template->title, notices);
	struct mustache_options options = {ESCAPE_MARKDOWN, false};
	struct rendered *body = ARENA_NEW(job, struct rendered);
	*body = mustache_render(job, template->body, view, options, notices);
	struct sheet *sheet = stationery_sheet(job, locale, document);
	const struct rendered *line = subject(job, template, view, notices);
	struct lint text = {templates->lint, document, template, view, line, body,
			    notices};
	lint(job, templates, &text);
	sheet->subject = line ? line->text : template->title;
	sheet->logo = templates->logo.image;
	sheet->rendered = body;
	if (template->profile)
		sheet->profile = template->profile;
	if (notices->errors > errors)
		return NULL;
	struct composed *composed = ARENA_NEW(job, struct composed);
	composed->document = document;
	composed->sheet = sheet;
	composed->template = template;
	composed->body = body;
	composed->meta = meta(job, account, template, locale, sheet->subject);
	composed->title = template->title;
	composed->template_path = template->path;
	composed->locale = locale->tag;
	composed->inputs = inputs(templates, template, locale, account->currency, sheet,
				  &composed->meta);
	return composed;
}

struct layout *compose_set(struct arena *job, struct composed *composed,
			   const struct metrics *metrics, struct notices *notices)
{
	size_t errors = notices->errors;
	struct part *parts = markdown_parse(job, composed->body, notices);
	keep_mark(&composed->template->keep, parts, composed->body);
	composed->sheet->body = parts;
	composed->layout = sheet_set(job, composed->sheet, metrics, notices);
	return notices->errors > errors ? NULL : composed->layout;
}

struct composed *compose_document(struct arena *job, const struct templates *templates,
				  const struct document *document,
				  const struct metrics *metrics, struct notices *notices)
{
	struct composed *composed = compose_text(job, templates, document, notices);
	if (!composed || !compose_set(job, composed, metrics, notices))
		return NULL;
	return composed;
}
