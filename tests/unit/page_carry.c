/* carry: a reader can add a long table up page by page. */
#include "page_fixture.h"

/* Amounts in whole units: "1250" or "-7". */
static bool read(const struct figures *self, struct str text, int64_t *amount)
{
	(void)self;
	size_t at = str_starts(text, STR("-"));
	*amount = 0;
	for (; at < text.len; at++) {
		if (text.at[at] < '0' || text.at[at] > '9')
			return false;
		*amount = *amount * 10 + (text.at[at] - '0');
	}
	*amount = text.at[0] == '-' ? -*amount : *amount;
	return true;
}

static struct str write(const struct figures *self, struct arena *arena, int64_t amount)
{
	(void)self;
	return str_format(arena, "%lld", (long long)amount);
}

static const struct figures whole = {read, write, NULL, NULL};

static struct fixture *carrying(const char *profile)
{
	struct fixture *f = fixture_new(profile);
	f->sheet.carried = STR("Carried forward");
	f->sheet.brought = STR("Brought forward");
	f->sheet.figures = &whole;
	return f;
}

static int64_t amount_of(size_t row)
{
	int64_t amount = (int64_t)(row * 7919 % 1000);
	return row % 9 == 4 ? -amount : amount;
}

/* Columns: number, days (no amount is their total), the row's amount, the balance. */
static struct str activity(struct arena *arena, size_t rows, int64_t off)
{
	struct buf buf = buf_new(arena, 0);
	int64_t balance = 0;
	buf_put(&buf, STR("| Invoice | Days | Amount | Balance |\n|---|--:|--:|--:|\n"));
	for (size_t i = 0; i < rows; i++) {
		balance += amount_of(i);
		buf_format(&buf, "| INV-%zu | %zu | %lld | %lld |\n", i, i % 90,
			   (long long)amount_of(i), (long long)balance);
	}
	buf_format(&buf, "| **Total** | **97** | **%lld** | **%lld** |\n",
		   (long long)(balance + off), (long long)(balance + off));
	return buf_str(&buf);
}

/* What the frame to the right of `frame`, the n-th on its line, says. */
static int64_t beside(const struct fixture *f, size_t page, const struct frame *frame,
		      size_t n)
{
	const struct page *all = &f->layout->pages[page];
	int64_t amount = 0;
	for (size_t i = (size_t)(frame - all->frames) + 1; i < all->nframes; i++)
		if (all->frames[i].kind == FRAME_TEXT && n-- == 0) {
			cr_assert_eq(all->frames[i].baseline, frame->baseline);
			cr_assert(read(NULL, all->frames[i].text, &amount));
			return amount;
		}
	return 0;
}

/* The sum of the amounts of the rows on a page. */
static int64_t added_up(const struct fixture *f, size_t page, size_t *row)
{
	int64_t sum = 0;
	struct str number = str_format(f->arena, "INV-%zu", *row);
	const struct frame *frame = NULL;
	while ((frame = fixture_find(f, page, str_c(f->arena, number)))) {
		cr_assert(str_equal(frame->text, number));
		sum += amount_of((*row)++);
		number = str_format(f->arena, "INV-%zu", *row);
	}
	return sum;
}

Test(carry, lets_a_reader_add_up_page_by_page)
{
	for (size_t rows = 1; rows <= 150; rows++) {
		struct fixture *f = carrying(rows % 2 ? "win-left" : "us-10");
		fixture_set(f, activity(f->arena, rows, 0));
		fixture_check(f);
		int64_t carried = 0;
		size_t row = 0, last = f->layout->npages - 1;
		for (size_t n = 0; n <= last; n++) {
			const struct frame *here = fixture_find(f, n, "Brought forward");
			const struct frame *there = fixture_find(f, n, "Carried forward");
			cr_assert_eq(here != NULL, n > 0);
			cr_assert_eq(there != NULL, n < last);
			cr_assert(n == 0 || beside(f, n, here, 0) == carried);
			carried += added_up(f, n, &row);
			cr_assert(n == last || beside(f, n, there, 0) == carried);
			cr_assert(n == last || beside(f, n, there, 1) == carried);
		}
		cr_assert_eq(row, rows);
		fixture_free(f);
	}
}

Test(carry, stands_under_its_column_and_above_the_foot)
{
	struct fixture *f = carrying("din-b");
	fixture_set(f, activity(f->arena, 100, 0));
	const struct frame *caption = fixture_find(f, 0, "Carried forward");
	const struct frame *total = fixture_find(f, f->layout->npages - 1, "Total");
	mpt edge = f->sheet.profile->width - f->sheet.profile->right;
	cr_assert_eq(caption[2].at.x + caption[2].at.w, edge);
	cr_assert_eq(caption[2].role, ROLE_ARTIFACT);
	cr_assert(caption[2].figures);
	cr_assert_eq(caption->at.x, total->at.x);
	fixture_free(f);
}

Test(carry, says_nothing_that_the_total_does_not_bear_out)
{
	struct fixture *f = carrying("din-b");
	fixture_set(f, activity(f->arena, 100, 1));
	fixture_check(f);
	for (size_t n = 0; n < f->layout->npages; n++)
		cr_assert_null(fixture_find(f, n, "Carried forward"));
	fixture_free(f);
}

Test(carry, needs_figures_and_a_total)
{
	struct fixture *f = carrying("din-b");
	struct str table = activity(f->arena, 100, 0);
	fixture_set(f, str_slice(table, 0, str_index(table, '*', 0) - 2));
	cr_assert_gt(f->layout->npages, 1);
	cr_assert_null(fixture_find(f, 0, "Carried forward"));
	f->sheet.figures = NULL;
	fixture_set(f, table);
	cr_assert_null(fixture_find(f, 0, "Carried forward"));
	fixture_free(f);
}
