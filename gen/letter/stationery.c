#include "letter/stationery.h"

#include "base/near.h"
#include "letter/figures.h"
#include "letter/format.h"
#include "letter/payment.h"
#include "letter/view.h"

#define DOT STR(" · ")

/* ---- lists of lines ---- */

struct lines {
	struct arena *arena;
	struct text_line *first, **last;
};

static struct lines lines_new(struct arena *arena)
{
	struct lines lines = {.arena = arena};
	return lines;
}

static void push_link(struct lines *lines, struct str text, struct str link)
{
	if (!text.len)
		return;
	struct text_line *line = ARENA_NEW(lines->arena, struct text_line);
	line->text = text;
	line->link = link;
	if (!lines->first)
		lines->last = &lines->first;
	*lines->last = line;
	lines->last = &line->next;
}

static void push(struct lines *lines, struct str text)
{
	push_link(lines, text, STR(""));
}

static void push_all(struct lines *lines, struct str text)
{
	struct str line;
	while (str_line(&text, &line))
		push(lines, str_trim(line));
}

/* Three texts in one. */
static struct str together(struct arena *arena, struct str a, struct str b, struct str c)
{
	struct buf buf = buf_new(arena, 0);
	buf_put(&buf, a);
	buf_put(&buf, b);
	buf_put(&buf, c);
	return buf_str(&buf);
}

/* "caption value", or nothing where there is no value. */
static struct str captioned(struct arena *arena, struct str caption, struct str value)
{
	if (!value.len)
		return STR("");
	return together(arena, caption, STR("\u00a0"), value);
}

/* The pieces that are there, with a dot between. */
static struct str joined(struct arena *arena, const struct str pieces[], size_t count)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < count; i++) {
		if (!pieces[i].len)
			continue;
		buf_put(&buf, buf.len ? DOT : STR(""));
		buf_put(&buf, pieces[i]);
	}
	return buf_str(&buf);
}

/* ---- the creditor's part ---- */

/* A bare host is read by https. */
static struct str site_link(struct arena *arena, struct str site)
{
	bool whole =
		str_starts(site, STR("http://")) || str_starts(site, STR("https://"));
	return whole ? site : together(arena, STR("https://"), site, STR(""));
}

static struct text_line *letterhead(struct arena *arena, const struct locale *locale,
				    const struct creditor *creditor)
{
	struct lines lines = lines_new(arena);
	push_all(&lines, creditor->address);
	push(&lines,
	     captioned(arena, locale->captions[CAPTION_TELEPHONE], creditor->phone));
	push_link(&lines, creditor->email,
		  together(arena, STR("mailto:"), creditor->email, STR("")));
	push_link(&lines, creditor->website, site_link(arena, creditor->website));
	return lines.first;
}

/* "Harbour & Finch Joinery Ltd · Unit 4, Dock Road · Bristol BS1 6QH" */
static struct str sender_line(struct arena *arena, const struct creditor *creditor)
{
	struct buf buf = buf_new(arena, 0);
	buf_put(&buf, creditor->name);
	struct str rest = creditor->address, line;
	while (str_line(&rest, &line)) {
		line = str_trim(line);
		buf_put(&buf, line.len ? DOT : STR(""));
		buf_put(&buf, line);
	}
	return buf_str(&buf);
}

static struct text_line *footer(struct arena *arena, const struct locale *locale,
				const struct creditor *creditor)
{
	const struct str *captions = locale->captions;
	const struct bank *bank = &creditor->bank;
	struct str firm[] = {
		creditor->name,
		captioned(arena, captions[CAPTION_REGISTRATION], creditor->registration),
		captioned(arena, captions[CAPTION_TAX_ID], creditor->tax_id),
	};
	struct str account[] = {
		bank->name,
		captioned(arena, captions[CAPTION_SORT_CODE], bank->sort_code),
		captioned(arena, captions[CAPTION_ACCOUNT_NO], bank->account),
		captioned(arena, STR("IBAN"), payment_iban(arena, bank->iban)),
		captioned(arena, STR("BIC"), bank->bic),
	};
	struct lines lines = lines_new(arena);
	push(&lines, joined(arena, firm, 3));
	push(&lines, joined(arena, account, 5));
	return lines.first;
}

/* ---- the customer's part ---- */

/* The country, when it is abroad and the address does not already end with it. */
static struct str country_line(const struct locale *locale,
			       const struct customer *customer, struct str home)
{
	struct str name = locale_country(locale, customer->country);
	struct str rest = customer->address, line, last = STR("");
	while (str_line(&rest, &line))
		last = str_trim(line).len ? str_trim(line) : last;
	bool abroad = customer->country.len && !str_equal(customer->country, home);
	return abroad && !str_equal_caseless(last, name) ? name : STR("");
}

struct text_line *stationery_address(struct arena *arena, const struct locale *locale,
				     const struct customer *customer, struct str home)
{
	struct lines lines = lines_new(arena);
	push(&lines, customer->name);
	if (!str_equal(customer->contact, customer->name))
		push(&lines, customer->contact);
	push_all(&lines, customer->address);
	push(&lines, country_line(locale, customer, home));
	return lines.first;
}

/* ---- the reference block ---- */

struct pairs {
	struct arena *arena;
	struct pair *first, **last;
};

static void push_pair(struct pairs *pairs, struct str label, struct str value)
{
	if (!value.len)
		return;
	struct pair *pair = ARENA_NEW(pairs->arena, struct pair);
	pair->label = label;
	pair->value = value;
	if (!pairs->first)
		pairs->last = &pairs->first;
	*pairs->last = pair;
	pairs->last = &pair->next;
}

/* The one invoice a letter is about, or NULL when there are more. */
static const struct invoice *only_invoice(const struct letter *letter)
{
	return letter && letter->nlines == 1 ? letter->lines[0].item->invoice : NULL;
}

static struct pair *references(struct arena *arena, const struct locale *locale,
			       const struct document *document)
{
	const struct account *account = document->escalation->account;
	const struct invoice *invoice = only_invoice(document->letter);
	const struct str *captions = locale->captions;
	date known = view_payments_to(account->ledger, account->as_of);
	struct pairs pairs = {.arena = arena};
	push_pair(&pairs, captions[CAPTION_DATE],
		  format_date(arena, locale, locale->date_long, account->as_of));
	push_pair(&pairs, captions[CAPTION_CUSTOMER_NO], account->customer->id);
	if (invoice) {
		push_pair(&pairs, captions[CAPTION_INVOICE_NO], invoice->number);
		push_pair(&pairs, captions[CAPTION_YOUR_REF], invoice->rare->reference);
	}
	push_pair(&pairs, captions[CAPTION_PAYMENTS_TO],
		  format_date(arena, locale, locale->date_long, known));
	return pairs.first;
}

/* ---- the whole ---- */

/* A page named is taken as it is; else that of the creditor's country, or, where the
 * paper is another, the commonest one on that paper. */
static const struct profile *profile_of(const struct ledger *ledger)
{
	struct str page = ledger->defaults.page.text;
	const struct profile *profile = page.len ? profile_find(page) : NULL;
	const struct profile *letter = profile_find(STR("us-10"));
	if (profile)
		return profile;
	profile = profile_for(ledger->creditor.country);
	if (ledger->defaults.paper == PAPER_LETTER && profile->width != letter->width)
		return letter;
	if (ledger->defaults.paper == PAPER_A4 && profile->width == letter->width)
		return profile_find(STR("win-left"));
	return profile;
}

struct sheet *stationery_sheet(struct arena *job, const struct locale *locale,
			       const struct document *document)
{
	const struct account *account = document->escalation->account;
	const struct ledger *ledger = account->ledger;
	const struct creditor *creditor = &ledger->creditor;
	const struct customer *customer = account->customer;
	struct str day = format_date(job, locale, locale->date_long, account->as_of);
	struct str running[] = {creditor->name, customer->name, day};
	struct sheet *sheet = ARENA_NEW(job, struct sheet);
	struct figures *figures = ARENA_NEW(job, struct figures);
	*figures = figures_of(locale, account->currency);
	*sheet = (struct sheet){
		.profile = profile_of(ledger),
		.letterhead = creditor->name,
		.letterhead_lines = letterhead(job, locale, creditor),
		.sender_line = sender_line(job, creditor),
		.address = stationery_address(job, locale, customer, creditor->country),
		.address_span = customer->span,
		.subject_name = together(job, STR("customer '"), customer->id, STR("'")),
		.info = references(job, locale, document),
		.footer = footer(job, locale, creditor),
		.page_of = locale->captions[CAPTION_PAGE_N_OF_M],
		.continued = joined(job, running, 3),
		.carried = locale->captions[CAPTION_PAGE_CARRIED],
		.brought = locale->captions[CAPTION_PAGE_BROUGHT],
		.figures = figures,
	};
	return sheet;
}

const struct profile *stationery_page(struct arena *scratch, struct str name,
				      struct span span, struct notices *notices)
{
	const struct profile *found = name.len ? profile_find(name) : NULL;
	if (found || !name.len)
		return found;
	struct notice *notice = NOTICE(notices, PAGE_UNKNOWN, span, STR_ARG(name));
	struct near near = near_new(scratch, name);
	struct buf names = buf_new(scratch, 0);
	const struct profile *profile = NULL;
	for (size_t i = 0; (profile = profile_at(i)); i++) {
		near_offer(&near, profile->name);
		buf_put(&names, i ? STR(", ") : STR(""));
		buf_put(&names, profile->name);
	}
	if (near.best.len)
		notice_help(notices, notice, "did you mean '%.*s'?", STR_ARG(near.best));
	else
		notice_help(notices, notice, "there are %.*s", STR_ARG(buf_str(&names)));
	return NULL;
}
