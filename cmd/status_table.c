/* status_table of status.h. */
#include "bar.h"
#include "outlook.h"
#include "status.h"
#include "table.h"

#define ID_LEAST 8 /* [columns] of a customer's id, however narrow the terminal */

/* How much stands beside the amounts: a narrow terminal gets it in a second line. */
enum level {
	LEVEL_WIDE,   /* all in one line */
	LEVEL_NEXT,   /* the next letter below */
	LEVEL_NARROW, /* charges and credit below as well */
	LEVEL__COUNT
};

/* One table: the accounts of a currency that share their buckets. */
struct section {
	struct arena *arena;
	const struct currency *currency;
	const struct policy *policy; /* whose buckets */
	enum level level;
	bool charges, credit; /* some account has any */
	bool bars;	      /* for eyes, not for programs */
	size_t id_limit;      /* [bytes] longer ids are cut; 0: none is */
	struct table table;
};

/* Sums of a section; the last bucket is at nbuckets. */
struct sums {
	money not_due, charges, credit, balance;
	money *buckets;
};

static bool same_buckets(const struct policy *a, const struct policy *b)
{
	if (a->nbuckets != b->nbuckets)
		return false;
	for (size_t i = 0; i < a->nbuckets; i++)
		if (a->buckets[i] != b->buckets[i])
			return false;
	return true;
}

static bool is_empty(const struct account *account)
{
	return account->principal == 0 && account->balance == 0 && account->credit == 0;
}

/* Accounts with nothing open are left out of the table; the other forms have them. */
static bool belongs(const struct section *section, const struct account *account)
{
	return !is_empty(account) && account->currency == section->currency &&
	       same_buckets(account->policy, section->policy);
}

static bool shows_extras(const struct section *section)
{
	return section->level != LEVEL_NARROW;
}

static size_t columns(const struct section *section)
{
	size_t extras = shows_extras(section)
				? (size_t)section->charges + (size_t)section->credit
				: 0;
	size_t beside = section->level == LEVEL_WIDE ? 1 + (size_t)section->bars : 0;
	return 1 + 1 + section->policy->nbuckets + 1 + extras + 1 + beside;
}

static void put_title(struct cell **cell, struct str text, bool right)
{
	*(*cell)++ = (struct cell){text, PAINT_BOLD, right};
}

static void titles(struct section *section)
{
	const struct policy *policy = section->policy;
	struct cell *cell = table_row(&section->table);
	int32_t from = 1;

	put_title(&cell, str_from_c(section->currency->code), false);
	put_title(&cell, STR("not due"), true);
	for (size_t i = 0; i < policy->nbuckets; i++) {
		put_title(&cell,
			  str_format(section->arena, "%d–%d", from, policy->buckets[i]),
			  true);
		from = policy->buckets[i] + 1;
	}
	put_title(&cell, str_format(section->arena, "over %d", from - 1), true);
	if (shows_extras(section) && section->charges)
		put_title(&cell, STR("charges"), true);
	if (shows_extras(section) && section->credit)
		put_title(&cell, STR("credit"), true);
	put_title(&cell, STR("balance"), true);
	if (section->level == LEVEL_WIDE && section->bars)
		put_title(&cell, STR("age"), false);
	if (section->level == LEVEL_WIDE)
		put_title(&cell, STR("next letter"), false);
}

static void put_amount(const struct section *section, struct cell **cell, money amount,
		       enum paint paint)
{
	*(*cell)++ = (struct cell){
		print_money(section->arena, amount, section->currency),
		amount == 0 ? PAINT_FAINT : paint,
		true,
	};
}

/* Returns the cell behind the balance. */
static struct cell *amounts(struct section *section, struct cell *cell,
			    const struct sums *sums, enum paint paint)
{
	size_t last = section->policy->nbuckets;

	put_amount(section, &cell, sums->not_due, paint);
	for (size_t i = 0; i <= last; i++) {
		enum paint old = i == last ? PAINT_RED : PAINT_YELLOW;
		put_amount(section, &cell, sums->buckets[i],
			   i + 1 >= last && last > 0 ? old : paint);
	}
	if (shows_extras(section) && section->charges)
		put_amount(section, &cell, sums->charges, paint);
	if (shows_extras(section) && section->credit)
		put_amount(section, &cell, sums->credit, paint);
	put_amount(section, &cell, sums->balance, PAINT_BOLD);
	return cell;
}

static struct str bar(const struct section *section, const struct sums *sums)
{
	if (!section->bars)
		return (struct str){NULL, 0};
	return bar_text(section->arena, sums->not_due, sums->buckets,
			section->policy->nbuckets);
}

/* The bar takes the colour of the oldest. */
static enum paint bar_paint(const struct section *section, const struct sums *sums)
{
	size_t last = section->policy->nbuckets;

	if (sums->buckets[last] > 0)
		return PAINT_RED;
	return last > 0 && sums->buckets[last - 1] > 0 ? PAINT_YELLOW : PAINT_PLAIN;
}

static void below(struct section *section, const struct sums *sums, struct str next)
{
	struct buf line = buf_new(section->arena, 0);
	const char *gap = "  ";
	struct str age = bar(section, sums);

	if (age.len) {
		buf_format(&line, "%s%.*s", gap, STR_ARG(age));
		gap = "  ";
	}
	if (!shows_extras(section) && sums->charges) {
		struct str text =
			print_money(section->arena, sums->charges, section->currency);
		buf_format(&line, "%scharges %.*s", gap, STR_ARG(text));
		gap = ", ";
	}
	if (!shows_extras(section) && sums->credit) {
		struct str text =
			print_money(section->arena, sums->credit, section->currency);
		buf_format(&line, "%scredit %.*s", gap, STR_ARG(text));
		gap = ", ";
	}
	if (next.len)
		buf_format(&line, "%s%.*s", gap, STR_ARG(next));
	if (line.len)
		table_line(&section->table, buf_str(&line));
}

static struct sums sums_of(const struct account *account)
{
	return (struct sums){account->not_due, status_charges(account), account->credit,
			     account->balance, account->buckets};
}

/* Ids are ASCII: a byte is a column. */
static struct str shown_id(const struct section *section, struct str id)
{
	if (section->id_limit == 0 || id.len <= section->id_limit)
		return id;
	id = str_slice(id, 0, section->id_limit - 1);
	return str_format(section->arena, "%.*s…", STR_ARG(id));
}

static void add_account(struct section *section, const struct escalation *escalation)
{
	struct sums sums = sums_of(escalation->account);
	struct cell *cell = table_row(&section->table);
	struct str next = outlook_next(section->arena, escalation);

	*cell++ = (struct cell){
		.text = shown_id(section, escalation->account->customer->id)};
	cell = amounts(section, cell, &sums, PAINT_PLAIN);
	if (section->level == LEVEL_WIDE && section->bars)
		*cell++ = (struct cell){.text = bar(section, &sums),
					.paint = bar_paint(section, &sums)};
	if (section->level == LEVEL_WIDE)
		*cell = (struct cell){.text = next};
	else
		below(section, &sums, next);
}

static void sum_up(struct sums *total, const struct sums *sums, size_t nbuckets)
{
	bool overflow = false; /* saturates: an account alone would have been refused */

	total->not_due = money_add(total->not_due, sums->not_due, &overflow);
	total->charges = money_add(total->charges, sums->charges, &overflow);
	total->credit = money_add(total->credit, sums->credit, &overflow);
	total->balance = money_add(total->balance, sums->balance, &overflow);
	for (size_t i = 0; i <= nbuckets; i++)
		total->buckets[i] =
			money_add(total->buckets[i], sums->buckets[i], &overflow);
}

static void fill(struct section *section, const struct book *book)
{
	size_t nbuckets = section->policy->nbuckets;
	struct sums total = {.buckets = ARENA_ARRAY(section->arena, money, nbuckets + 1)};

	section->table = table_new(section->arena, columns(section));
	titles(section);
	for (size_t i = 0; i < book->naccounts; i++) {
		if (!belongs(section, book->accounts[i]->account))
			continue;
		struct sums sums = sums_of(book->accounts[i]->account);
		add_account(section, book->accounts[i]);
		sum_up(&total, &sums, nbuckets);
	}
	struct cell *cell = table_row(&section->table);
	*cell++ = (struct cell){.text = STR("total"), .paint = PAINT_BOLD};
	amounts(section, cell, &total, PAINT_BOLD);
	if (!shows_extras(section))
		below(section, &total, (struct str){NULL, 0});
}

static size_t longest_id(const struct section *section, const struct book *book)
{
	size_t longest = 0;

	for (size_t i = 0; i < book->naccounts; i++) {
		const struct account *account = book->accounts[i]->account;
		if (belongs(section, account) && account->customer->id.len > longest)
			longest = account->customer->id.len;
	}
	return longest;
}

/* Where even the narrow table is too wide, ids give way, down to ID_LEAST. */
static void shorten(struct section *section, const struct book *book, size_t width)
{
	size_t needed = table_width(&section->table), longest = longest_id(section, book);

	if (needed <= width || longest <= ID_LEAST)
		return;
	size_t excess = needed - width;
	section->id_limit = longest > excess + ID_LEAST ? longest - excess : ID_LEAST;
	fill(section, book);
}

/* The widest level that fits. */
static void put_section(struct buf *out, struct section *section, const struct book *book,
			size_t width, bool color)
{
	for (enum level level = LEVEL_WIDE; level < LEVEL__COUNT; level++) {
		section->level = level;
		fill(section, book);
		if (table_width(&section->table) <= width)
			break;
	}
	shorten(section, book, width);
	table_put(out, &section->table, color);
}

/* The first account of a section stands for it. */
static bool is_first(const struct book *book, size_t index)
{
	const struct account *account = book->accounts[index]->account;
	struct section section = {.currency = account->currency,
				  .policy = account->policy};

	for (size_t i = 0; i < index; i++)
		if (belongs(&section, book->accounts[i]->account))
			return false;
	return true;
}

static void look_for_extras(struct section *section, const struct book *book)
{
	for (size_t i = 0; i < book->naccounts; i++) {
		const struct account *account = book->accounts[i]->account;
		if (!belongs(section, account))
			continue;
		section->charges = section->charges || status_charges(account) != 0;
		section->credit = section->credit || account->credit != 0;
	}
}

struct str status_table(struct arena *arena, const struct book *book, size_t width,
			bool color)
{
	struct buf out = buf_new(arena, 0);

	for (size_t i = 0; i < book->naccounts; i++) {
		const struct account *account = book->accounts[i]->account;
		struct section section = {.arena = arena,
					  .currency = account->currency,
					  .policy = account->policy,
					  .bars = color};
		if (is_empty(account) || !is_first(book, i))
			continue;
		if (out.len)
			buf_byte(&out, '\n');
		look_for_extras(&section, book);
		put_section(&out, &section, book, width, color);
	}
	if (out.len == 0)
		buf_put(&out, STR("nothing is open\n"));
	return buf_str(&out);
}
