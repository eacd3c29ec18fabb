#include "letter/cover.h"

#include "letter/stationery.h"
#include "letter/template.h"
#include "letter/view.h"

struct cover cover_text(struct arena *job, const struct templates *templates,
			const struct document *document, struct str name,
			struct str title, struct notices *notices)
{
	const struct account *account = document->escalation->account;
	struct span span;
	struct str tag = template_tag(account->ledger, account->customer, &span);
	const struct template *template = template_find(job, templates, tag, name);
	const struct value *view = view_build(job, templates, document, title, notices);
	struct mustache_options options = {ESCAPE_NONE, false};
	struct cover cover = {STR(""), STR("")};
	if (template->subject)
		cover.subject =
			mustache_render(job, template->subject, view, options, notices)
				.text;
	cover.text = str_trim(
		mustache_render(job, template->body, view, options, notices).text);
	return cover;
}

struct text_line *cover_address(struct arena *job, const struct templates *templates,
				const struct ledger *ledger,
				const struct customer *customer)
{
	struct span span;
	struct str tag = template_tag(ledger, customer, &span);
	return stationery_address(job, template_locale(templates, tag), customer,
				  ledger->creditor.country);
}
