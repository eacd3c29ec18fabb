/* table: columns, heads, totals. */
#include "page_fixture.h"

/* A statement of so many rows, with a total when wanted. */
static struct str statement(struct arena *arena, size_t before, size_t rows, bool total)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < before; i++)
		buf_put(&buf, STR("line\n\n"));
	buf_put(&buf, STR("| Invoice | Dated | Due | Days | Amount | Outstanding |\n"
			  "|---|---|---|--:|--:|--:|\n"));
	for (size_t i = 0; i < rows; i++)
		buf_format(
			&buf,
			"| INV-%zu | 01/02/2026 | 03/03/2026 | %zu | %zu.00 | %zu.50 |\n",
			i, i % 97, i * 7919 % 100000, i * 31 % 9999);
	if (total)
		buf_put(&buf, STR("| **Total** | | | | | **£12,345.00** |\n"));
	return buf_str(&buf);
}

static size_t rows_on(const struct fixture *f, size_t page)
{
	size_t rows = 0;
	for (size_t i = 0; i < f->layout->pages[page].nframes; i++)
		rows += str_starts(f->layout->pages[page].frames[i].text, STR("INV-"));
	return rows;
}

Test(table, repeats_its_head_and_keeps_its_total_company)
{
	for (size_t rows = 1; rows <= 90; rows++) {
		struct fixture *f = fixture_new("win-left");
		fixture_set(f, statement(f->arena, 0, rows, true));
		fixture_check(f);
		size_t seen = 0;
		for (size_t n = 0; n < f->layout->npages; n++) {
			cr_assert_not_null(fixture_find(f, n, "Outstanding"));
			cr_assert_geq(rows_on(f, n), rows < 2 ? 1 : 2, "%zu rows", rows);
			seen += rows_on(f, n);
		}
		cr_assert_eq(seen, rows);
		cr_assert_not_null(fixture_find(f, f->layout->npages - 1, "Total"));
		fixture_free(f);
	}
}

Test(table, never_leaves_its_head_alone)
{
	for (size_t before = 1; before <= 50; before++) {
		struct fixture *f = fixture_new("din-b");
		fixture_set(f, statement(f->arena, before, 3, false));
		fixture_check(f);
		for (size_t n = 0; n < f->layout->npages; n++)
			if (fixture_find(f, n, "Outstanding"))
				cr_assert_geq(rows_on(f, n), 2, "%zu lines before",
					      before);
		fixture_free(f);
	}
}

Test(table, sets_four_hundred_rows_in_order_and_in_proportion)
{
	size_t calls[2], rows[2] = {400, 1600};
	for (size_t i = 0; i < 2; i++) {
		struct fixture *f = fixture_new("din-b");
		fixture_set(f, statement(f->arena, 2, rows[i], true));
		fixture_check(f);
		size_t next = 0;
		for (size_t n = 0; n < f->layout->npages; n++)
			for (size_t k = 0; k < f->layout->pages[n].nframes; k++) {
				struct str text = f->layout->pages[n].frames[k].text;
				if (!str_starts(text, STR("INV-")))
					continue;
				struct str wanted =
					str_format(f->arena, "INV-%zu", next++);
				cr_assert(str_equal(text, wanted));
			}
		cr_assert_eq(next, rows[i]);
		calls[i] = f->calls;
		fixture_free(f);
	}
	cr_assert_lt(calls[1], 41 * calls[0] / 10);
}

Test(table, aligns_figures_at_their_right_edge)
{
	struct fixture *f = fixture_new("din-b");
	fixture_set(f, STR("| Invoice | Amount |\n|---|--:|\n| A-1 | 5.00 |\n"
			   "| A-2 | 12,345.00 |\n"));
	const struct frame *small = fixture_find(f, 0, "5.00");
	const struct frame *large = fixture_find(f, 0, "12,345.00");
	const struct frame *head = fixture_find(f, 0, "Amount");
	mpt edge = f->sheet.profile->width - f->sheet.profile->right;
	cr_assert_eq(small->at.x + small->at.w, edge);
	cr_assert_eq(large->at.x + large->at.w, edge);
	cr_assert_eq(head->at.x + head->at.w, edge);
	cr_assert(small->figures);
	cr_assert_not(head->figures);
	fixture_free(f);
}

Test(table, without_words_in_its_head_has_none)
{
	struct fixture *f = fixture_new("din-b");
	fixture_set(f,
		    STR("| | |\n|---|---|\n| Account | 12345678 |\n| Sort code | 1 |\n"));
	fixture_check(f);
	for (size_t i = 0; i < f->layout->pages[0].nframes; i++)
		cr_assert_neq(f->layout->pages[0].frames[i].role, ROLE_TABLE_HEAD);
	mpt half = f->sheet.profile->width / 2;
	cr_assert_lt(fixture_find(f, 0, "12345678")->at.x, half);
	fixture_free(f);
}

Test(table, wraps_text_and_never_figures)
{
	struct fixture *f = fixture_new("din-b");
	fixture_set(
		f,
		STR("| Description of what was done | Amount including tax |\n|---|--:|\n"
		    "| Supply and fit of a staircase in oak with turned spindles, a "
		    "landing and two gates, with all making good, decorated | 123 456 "
		    "789.00 GBP |\n"));
	fixture_check(f);
	cr_assert_not_null(fixture_find(f, 0, "123 456 789.00 GBP"));
	cr_assert_null(fixture_find(f, 0,
				    "landing and two gates, with all making good, "
				    "decorated"));
	fixture_free(f);
}

Test(table, gives_short_columns_their_room_before_long_texts)
{
	struct fixture *f = fixture_new("din-b");
	fixture_set(
		f,
		STR("| Why | Until when |\n|---|---|\n| the delivery was short by "
		    "two boards, as the carrier noted on the slip, and three more were "
		    "split from end to end, which we saw only when we unpacked them | 30 "
		    "November of this year |\n"));
	fixture_check(f);
	cr_assert_not_null(fixture_find(f, 0, "30 November of this year"));
	fixture_free(f);
}

/* What a row needs is cut from the widest columns, not from all. */
Test(table, cuts_the_widest_columns_down_where_words_cannot_stay_whole)
{
	struct fixture *f = fixture_new("win-left");
	struct buf buf = buf_new(f->arena, 0);
	buf_put(&buf,
		STR("| Invoice | Reference | Due | Amount |\n|---|---|---|--:|\n| "));
	buf_fill(&buf, 'N', 60);
	buf_put(&buf, STR("/"));
	buf_fill(&buf, 'M', 60);
	buf_put(&buf, STR(" | PO-4711 | 01/02/2026 | 999,999,999.00 |\n"));
	fixture_set(f, buf_str(&buf));
	fixture_check(f);
	cr_assert_not_null(fixture_find(f, 0, "PO-4711"));
	cr_assert_not_null(fixture_find(f, 0, "01/02/2026"));
	cr_assert_not_null(fixture_find(f, 0, "999,999,999.00"));
	fixture_free(f);
}

Test(table, shrinks_and_then_divides_long_invoice_numbers)
{
	struct fixture *f = fixture_new("win-left");
	struct buf buf = buf_new(f->arena, 0);
	buf_put(&buf,
		STR("| Invoice | Reference | From | To | Days | Rate | Base | Interest |\n"
		    "|---|---|---|---|--:|--:|--:|--:|\n"));
	for (size_t i = 0; i < 60; i++) {
		buf_put(&buf, STR("| "));
		buf_fill(&buf, 'W', 57);
		buf_format(
			&buf,
			"-%02zu | PO/4711-%zu | 01/02/2026 | 03/03/2026 | 365 | 11.75 %% "
			"| 123,456,789.00 | 123,456.00 |\n",
			i, i);
	}
	fixture_set(f, buf_str(&buf));
	fixture_check(f);
	cr_assert_eq(fixture_find(f, 0, "365")->size, 8000);
	cr_assert_not_null(fixture_find(f, 0, "123,456,789.00"));
	fixture_free(f);
}

Test(table, sets_more_columns_than_a_page_has_room_for)
{
	struct fixture *f = fixture_new("din-b");
	struct buf buf = buf_new(f->arena, 0);
	for (size_t row = 0; row < 4; row++) {
		for (size_t i = 0; i < 40; i++)
			buf_put(&buf, row == 1 ? STR("|--:") : STR("|1234"));
		buf_put(&buf, STR("|\n"));
	}
	fixture_set(f, buf_str(&buf));
	fixture_check(f);
	fixture_free(f);
}

Test(table, lets_a_total_s_label_lie_across_empty_cells)
{
	struct fixture *f = fixture_new("din-b");
	fixture_set(
		f,
		STR("| No. | Due | Days | Open |\n|---|---|--:|--:|\n| 1 | 1 May | 9 | "
		    "5.00 |\n| **Interest up to the end of November** | | | **5.00** "
		    "|\n"));
	fixture_check(f);
	cr_assert_not_null(fixture_find(f, 0, "Interest up to the end of November"));
	const struct frame *label = fixture_find(f, 0, "Interest");
	cr_assert_gt(label->at.x + label->at.w, fixture_find(f, 0, "1 May")->at.x);
	fixture_free(f);
}

Test(table, divides_a_row_taller_than_a_page)
{
	struct fixture *f = fixture_new("din-b");
	struct buf buf = buf_new(f->arena, 0);
	buf_put(&buf, STR("| Note | Amount |\n|---|--:|\n| "));
	for (size_t i = 0; i < 3000; i++)
		buf_format(&buf, "word%zu ", i);
	buf_put(&buf, STR("| 5.00 |\n"));
	fixture_set(f, buf_str(&buf));
	fixture_check(f);
	cr_assert_geq(f->layout->npages, 3);
	fixture_free(f);
}
