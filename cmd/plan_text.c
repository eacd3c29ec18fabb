/* plan_text of plan.h. */
#include "escalate/channel.h"
#include "outlook.h"
#include "plan.h"
#include "table.h"

/* One listing: invoices stand in the table's columns, letters in lines between. */
struct listing {
	struct arena *arena;
	const struct book *book;
	struct table table;
	size_t letters, held;
};

static void line(struct listing *listing, struct buf *buf)
{
	table_line(&listing->table, buf_str(buf));
}

static void customer_line(struct listing *listing, const struct account *account)
{
	struct buf text = buf_new(listing->arena, 0);

	if (listing->table.first)
		table_line(&listing->table, (struct str){NULL, 0});
	buf_put(&text, account->customer->id);
	buf_put(&text, STR("  "));
	buf_put(&text, account->customer->name);
	line(listing, &text);
}

static void put_part(struct listing *listing, struct buf *buf, const char *name,
		     money amount, const struct account *account)
{
	struct str text = print_money(listing->arena, amount, account->currency);

	if (amount)
		buf_format(buf, "%s%s %.*s", buf->len ? ", " : "", name, STR_ARG(text));
}

/* What the demand is made of; nothing to say when it is principal alone. */
static void parts(struct listing *listing, const struct letter *letter,
		  const struct account *account)
{
	struct buf text = buf_new(listing->arena, 0);

	if (letter->demand == letter->principal)
		return;
	put_part(listing, &text, "principal", letter->principal, account);
	put_part(listing, &text, "interest", letter->charges[CHARGE_INTEREST], account);
	put_part(listing, &text, "compensation", letter->charges[CHARGE_COMPENSATION],
		 account);
	put_part(listing, &text, "late charges", letter->charges[CHARGE_LATE], account);
	put_part(listing, &text, "fees", letter->charges[CHARGE_FEE], account);
	put_part(listing, &text, "this letter's fee", letter->fee, account);
	put_part(listing, &text, "credit", -letter->credit, account);
	table_line(&listing->table,
		   str_format(listing->arena, "    = %.*s", STR_ARG(buf_str(&text))));
}

static void letter_line(struct listing *listing, const struct letter *letter,
			const struct account *account)
{
	struct buf text = buf_new(listing->arena, 0);
	struct str demand =
		print_money(listing->arena, letter->demand, account->currency);

	buf_format(&text, "  %.*s: %s %.*s",
		   STR_ARG(print_stage(letter->policy, letter->stage)),
		   account->currency->code, STR_ARG(demand));
	if (letter->pay_by != DATE_NONE) {
		buf_put(&text, STR(" by "));
		date_put(&text, letter->pay_by);
	}
	if (letter->channel == CHANNEL_NONE)
		buf_put(&text, STR(", no channel"));
	else
		buf_format(&text, ", %s", channel_name(letter->channel));
	buf_format(&text, " (%.*s)", STR_ARG(letter->policy->name));
	line(listing, &text);
}

/* "reminder-1 → reminder-2", or why it stays where it is. */
static struct str step(struct listing *listing, const struct letter_line *at,
		       const struct policy *policy)
{
	struct str from = print_stage(policy, at->item->done);
	struct str to = print_stage(policy, at->stage);
	struct str deadline = print_day(listing->arena, at->deadline);

	if (at->advances && !from.len)
		return str_format(listing->arena, "→ %.*s", STR_ARG(to));
	if (at->advances)
		return str_format(listing->arena, "%.*s → %.*s", STR_ARG(from),
				  STR_ARG(to));
	if (!from.len)
		return STR("listed, no letter yet");
	if (!deadline.len)
		return str_format(listing->arena, "listed, %.*s stands", STR_ARG(from));
	return str_format(listing->arena, "listed, %.*s stands until %.*s", STR_ARG(from),
			  STR_ARG(deadline));
}

static struct cell *row(struct listing *listing, struct str name, struct str what)
{
	struct cell *cells = table_row(&listing->table);

	cells[0].text = str_format(listing->arena, "    %.*s", STR_ARG(name));
	cells[1].text = what;
	return cells;
}

static void put_letter(struct listing *listing, const struct letter *letter,
		       const struct account *account)
{
	letter_line(listing, letter, account);
	parts(listing, letter, account);
	for (size_t i = 0; i < letter->nlines; i++) {
		const struct letter_line *at = &letter->lines[i];
		struct cell *cells = row(listing, at->item->invoice->number,
					 step(listing, at, letter->policy));
		cells[2].text = print_money(listing->arena, at->total, account->currency);
		cells[2].right = true;
	}
	for (size_t i = 0; i < letter->nblocked; i++)
		row(listing, letter->blocked[i]->invoice->number,
		    str_format(listing->arena, "not demanded: %.*s",
			       STR_ARG(outlook_block(listing->arena,
						     letter->blocked[i]->blocks))));
	listing->letters++;
}

static void put_letters(struct listing *listing)
{
	for (size_t i = 0; i < listing->book->naccounts; i++) {
		const struct escalation *escalation = listing->book->accounts[i];
		if (escalation->nletters)
			customer_line(listing, escalation->account);
		for (size_t j = 0; j < escalation->nletters; j++)
			put_letter(listing, &escalation->letters[j], escalation->account);
	}
}

static void put_held(struct listing *listing)
{
	for (size_t i = 0; i < listing->book->naccounts; i++) {
		const struct escalation *escalation = listing->book->accounts[i];
		if (escalation->nheld)
			customer_line(listing, escalation->account);
		for (size_t j = 0; j < escalation->nheld; j++) {
			const struct held *held = &escalation->held[j];
			struct str name = held->item ? held->item->invoice->number
						     : held->policy->name;
			row(listing, name,
			    outlook_held(listing->arena, escalation, held));
			listing->held++;
		}
	}
}

static void section(struct buf *out, struct listing *listing, const char *title,
		    void (*put)(struct listing *listing), bool color)
{
	listing->table = table_new(listing->arena, 3);
	put(listing);
	if (!listing->table.first)
		return;
	table_paint(out, str_from_c(title), PAINT_BOLD, color);
	buf_put(out, STR("\n\n"));
	table_put(out, &listing->table, color);
	buf_byte(out, '\n');
}

static size_t count_letters(const struct book *book)
{
	size_t count = 0;

	for (size_t i = 0; i < book->naccounts; i++)
		count += book->accounts[i]->nletters;
	return count;
}

static void counts(struct buf *out, const struct listing *listing, bool refused)
{
	size_t letters = count_letters(listing->book);

	buf_format(out, "%zu letter%s%s, %zu held back", letters, letters == 1 ? "" : "s",
		   refused ? " refused" : "", listing->held);
	if (listing->book->payments_to != DATE_NONE) {
		buf_put(out, STR("; payments known to "));
		date_put(out, listing->book->payments_to);
	}
	buf_byte(out, '\n');
}

struct str plan_text(struct arena *arena, const struct book *book, bool refused,
		     bool color)
{
	struct buf out = buf_new(arena, 0);
	struct listing listing = {.arena = arena, .book = book};

	if (!refused)
		section(&out, &listing, "Letters", put_letters, color);
	section(&out, &listing, "Held back", put_held, color);
	counts(&out, &listing, refused);
	return buf_str(&out);
}
