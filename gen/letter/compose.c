#include "letter/compose.h"

#include "base/version.h"
#include "letter/lint.h"
#include "letter/stationery.h"
#include "letter/view.h"
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

/* Of all that the bytes depend on. `words` are the locale's own: its digest covers them.
 */
static struct digest inputs(struct arena *job, const struct value *view,
			    const struct template *template, const struct locale *locale)
{
	struct buf buf = buf_new(job, 0);
	for (const struct value_field *field = view->fields; field; field = field->next) {
		if (field->value == locale->words)
			continue;
		buf_put(&buf, field->name);
		value_put(&buf, field->value);
	}
	digest_put(&buf, template->digest);
	digest_put(&buf, locale->digest);
	return digest_from_str(buf_str(&buf));
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

struct composed *compose_document(struct arena *job, const struct templates *templates,
				  const struct document *document,
				  const struct metrics *metrics, struct notices *notices)
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
	struct part *parts = markdown_parse(job, body, notices);
	keep_mark(&template->keep, parts, body);
	sheet->body = parts;
	sheet->rendered = body;
	if (template->profile)
		sheet->profile = template->profile;
	struct layout *layout = sheet_set(job, sheet, metrics, notices);
	if (!layout || notices->errors > errors)
		return NULL;
	struct composed *composed = ARENA_NEW(job, struct composed);
	composed->layout = layout;
	composed->meta = meta(job, account, template, locale, sheet->subject);
	composed->title = template->title;
	composed->template_path = template->path;
	composed->locale = locale->tag;
	composed->inputs = inputs(job, view, template, locale);
	return composed;
}
