#include "letter/template.h"

#include "base/carried.h"
#include "letter/cover.h"
#include "letter/lint.h"
#include "letter/payment.h"
#include "letter/stationery.h"

static bool tells_activity(const struct ledger *ledger)
{
	bool any = ledger->defaults.statement == STATEMENT_ACTIVITY;
	for (size_t i = 0; i < ledger->ncustomers; i++)
		any |= ledger->customers[i]->statement == STATEMENT_ACTIVITY;
	return any;
}

/* The debtor reads it, or hears it, before the letter. */
static bool prepare_cover(struct templates *templates, struct str tag, struct str name,
			  struct notices *notices)
{
	struct span nowhere = {0, 0};
	const struct template *template =
		template_prepare(templates, tag, name, nowhere, notices);
	if (template)
		lint_cover(templates->arena, templates->lint, template, notices);
	return template;
}

/* Every letter of every policy, so that a missing one is found by `check`, not in the run
 * that would need it. */
static bool prepare_letters(struct templates *templates, const struct ledger *ledger,
			    struct str tag, struct notices *notices)
{
	struct span nowhere = {0, 0};
	bool all = template_prepare(templates, tag, STR("statement"), nowhere, notices);
	if (tells_activity(ledger))
		all &= template_prepare(templates, tag, STR("statement-activity"),
					nowhere, notices) != NULL;
	all &= prepare_cover(templates, tag, COVER_EMAIL, notices);
	all &= prepare_cover(templates, tag, COVER_CALL, notices);
	for (size_t i = 0; i < ledger->npolicies; i++) {
		const struct policy *policy = ledger->policies[i];
		for (size_t k = 0; k < policy->nstages; k++) {
			const struct stage *stage = &policy->stages[k];
			all &= template_prepare(templates, tag, stage->letter,
						stage->span, notices) != NULL;
		}
	}
	return all;
}

bool templates_prepare(struct templates *templates, const struct ledger *ledger,
		       const struct customer *customer, struct notices *notices)
{
	struct span span;
	struct str tag = template_tag(ledger, customer, &span);
	if (template_locale(templates, tag))
		return true;
	return template_prepare_locale(templates, tag, span, notices) &&
	       prepare_letters(templates, ledger, tag, notices);
}

struct digest templates_origin(void)
{
	struct digesting digesting;
	const struct carried *file;
	digest_begin(&digesting);
	digest_add_text(&digesting, carried_identity());
	for (size_t i = 0; press_library(i).len; i++)
		digest_add_text(&digesting, press_library(i));
	for (size_t i = 0; (file = carried_at(i)); i++)
		if (str_starts(file->path, STR("fonts/")))
			digest_add_text(&digesting, file->bytes);
	return digest_end(&digesting);
}

struct templates *templates_new(struct arena *book, struct sources *sources,
				struct str ledger_folder, const struct ledger *ledger,
				struct notices *notices)
{
	struct templates *templates = ARENA_NEW(book, struct templates);
	templates->arena = book;
	templates->sources = sources;
	templates->folder = ledger_folder;
	templates->locales = map_new(book);
	templates->files = map_new(book);
	templates->origin = templates_origin();
	templates->lint = lint_rules_read(book, sources, notices);
	templates->pay_url = payment_parse_url(book, sources, &ledger->creditor, notices);
	templates->logo =
		logo_read(book, sources, ledger_folder, &ledger->creditor, notices);
	if (ledger->creditor.fonts.span.file)
		templates->fonts =
			fonts_read(book, sources, source_root(sources, ledger_folder),
				   &ledger->creditor.fonts, notices);
	const struct name *page = &ledger->defaults.page;
	stationery_page(book, page->text, page->span, notices);
	for (size_t i = 0; i < ledger->ncustomers; i++)
		templates_prepare(templates, ledger, ledger->customers[i], notices);
	return templates;
}

void templates_free(struct templates *templates)
{
	if (templates)
		lint_rules_free(templates->lint);
}
