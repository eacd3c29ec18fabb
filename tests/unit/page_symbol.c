/* symbol: codes beside the text of a panel. */
#include "page_fixture.h"

#include <string.h>

#define PANEL \
	"> **How to pay**\n>\n> | | |\n> |---|---|\n> | Account | 12345678 |\n>\n" \
	"> ![Scan with your banking app](qr:BCD \"a transfer\")\n>\n" \
	"> ![Scan to pay online](qr:https://pay.example)\n\n"

/* The frames of a kind on a page; the last of them in *found. */
static size_t count_kind(const struct fixture *f, size_t page, enum frame_kind kind,
			 const struct frame **found)
{
	size_t count = 0;
	for (size_t i = 0; i < f->layout->pages[page].nframes; i++)
		if (f->layout->pages[page].frames[i].kind == kind) {
			*found = &f->layout->pages[page].frames[i];
			count++;
		}
	return count;
}

Test(symbol, stands_in_the_panel_beside_its_text)
{
	struct fixture *f = fixture_new("din-b");
	const struct frame *code = NULL, *box = NULL;
	fixture_set(f, STR(PANEL));
	fixture_check(f);
	cr_assert_eq(count_kind(f, 0, FRAME_SYMBOL, &code), 2);
	count_kind(f, 0, FRAME_BOX, &box);
	cr_assert(laws_within(code->at, box->at));
	const struct frame *text = fixture_find(f, 0, "12345678");
	cr_assert_lt(text->at.x + text->at.w, code->at.x - code->at.w);
	cr_assert_leq(code->at.y, text->at.y);
	const struct frame *caption = fixture_find(f, 0, "Scan to");
	cr_assert_geq(caption->at.y, code->at.y + code->at.h);
	cr_assert(laws_within(caption->at, box->at));
	fixture_free(f);
}

/* The laws themselves: a code of that size put elsewhere breaks them. */
static void expect_broken(struct fixture *f, mpt x, mpt y, mpt wider, const char *fault)
{
	const struct frame *code = NULL;
	count_kind(f, 0, FRAME_SYMBOL, &code);
	size_t index = (size_t)(code - f->layout->pages[0].frames);
	struct frame *frame = &f->layout->pages[0].frames[index], kept = *frame;
	frame->at.x = x;
	frame->at.y = y;
	frame->at.w += wider;
	struct str broken = laws_broken(f->arena, &f->metrics, f->layout);
	cr_assert_not_null(strstr(str_c(f->arena, broken), fault), "'%.*s' is not '%s'",
			   STR_ARG(broken), fault);
	*frame = kept;
}

Test(symbol, may_not_leave_the_paper_or_lie_over_text)
{
	struct fixture *f = fixture_new("din-b");
	const struct frame *code = NULL;
	fixture_set(f, STR(PANEL));
	count_kind(f, 0, FRAME_SYMBOL, &code);
	const struct rect at = code->at, text = fixture_find(f, 0, "12345678")->at;
	mpt right = f->layout->width - at.w;
	expect_broken(f, at.x, at.y, 1, "is not square");
	expect_broken(f, right + 1, at.y, 0, "leaves the paper");
	expect_broken(f, right, at.y, 0, "leaves its room");
	expect_broken(f, at.x, f->layout->height, 0, "leaves the paper");
	expect_broken(f, text.x + text.w - 1, text.y, 0, "lies over another");
	expect_broken(f, text.x, text.y - at.h + 1, 0, "lies over another");
	cr_assert_eq(laws_broken(f->arena, &f->metrics, f->layout).len, 0);
	fixture_free(f);
}

Test(symbol, is_a_figure_and_a_link_where_it_is_an_address)
{
	struct fixture *f = fixture_new("din-b");
	const struct frame *code = NULL, *link = NULL;
	fixture_set(f, STR(PANEL));
	const struct element *elements = f->layout->elements;
	count_kind(f, 0, FRAME_SYMBOL, &code);
	cr_assert_eq(count_kind(f, 0, FRAME_LINK, &link), 1);
	cr_assert(str_equal(link->text, STR("https://pay.example")));
	cr_assert_eq(elements[code->element].tag, TAG_FIGURE);
	cr_assert_eq(elements[code->element].parent, link->element);
	cr_assert(str_equal(elements[code->element].alt, STR("Scan to pay online")));
	bool told = false;
	for (size_t i = 0; i < f->layout->nelements; i++)
		told = told || str_equal(elements[i].alt, STR("a transfer"));
	cr_assert(told);
	fixture_free(f);
}

Test(symbol, stays_on_the_page_of_its_panel)
{
	for (size_t before = 1; before <= 45; before++) {
		struct fixture *f = fixture_new("din-b");
		struct buf buf = buf_new(f->arena, 0);
		for (size_t i = 0; i < before; i++)
			buf_format(&buf, "p%zu\n\n", i);
		buf_put(&buf, STR(PANEL "end\n"));
		fixture_set(f, buf_str(&buf));
		fixture_check(f);
		for (size_t n = 0; n < f->layout->npages; n++) {
			const struct frame *code = NULL;
			size_t codes = count_kind(f, n, FRAME_SYMBOL, &code);
			cr_assert_eq(codes, fixture_find(f, n, "12345678") ? 2 : 0);
		}
		fixture_free(f);
	}
}

Test(symbol, goes_below_a_text_that_may_be_divided)
{
	struct fixture *f = fixture_new("din-b");
	struct buf buf = buf_new(f->arena, 0);
	for (size_t i = 0; i < 60; i++)
		buf_format(&buf, "> line %zu\n>\n", i);
	buf_put(&buf, STR("> ![Scan](qr:x)\n"));
	fixture_set(f, buf_str(&buf));
	fixture_check(f);
	const struct frame *code = NULL;
	size_t last = f->layout->npages - 1;
	cr_assert_eq(count_kind(f, last, FRAME_SYMBOL, &code), 1);
	cr_assert_gt(code->at.y, fixture_find(f, last, "line")->at.y);
	fixture_free(f);
}

Test(symbol, stands_alone_outside_of_panels)
{
	struct fixture *f = fixture_new("us-10");
	const struct frame *code = NULL;
	fixture_set(f, STR("before\n\n![Scan](qr:x)\n\nafter\n"));
	fixture_check(f);
	cr_assert_eq(count_kind(f, 0, FRAME_SYMBOL, &code), 1);
	cr_assert_lt(fixture_find(f, 0, "before")->at.y, code->at.y);
	cr_assert_geq(fixture_find(f, 0, "after")->at.y, code->at.y + code->at.h);
	fixture_free(f);
}

/* Beside the text or below it, its caption goes on where the page ends. */
Test(symbol, has_a_caption_that_may_be_longer_than_a_page)
{
	for (int in_panel = 0; in_panel < 2; in_panel++) {
		struct fixture *f = fixture_new("din-b");
		struct buf buf = buf_new(f->arena, 0);
		buf_put(&buf, in_panel ? STR("> text\n>\n> ![") : STR("!["));
		for (size_t i = 0; i < 600; i++)
			buf_format(&buf, "w%zu ", i);
		buf_put(&buf, STR("thelastwordofall](qr:x)\n"));
		fixture_set(f, buf_str(&buf));
		fixture_check(f);
		const struct frame *code = NULL;
		cr_assert_gt(f->layout->npages, 1);
		cr_assert_eq(count_kind(f, 0, FRAME_SYMBOL, &code), 1);
		cr_assert(fixture_find(f, 0, "w0 "));
		cr_assert(fixture_find(f, f->layout->npages - 1, "thelastwordofall"));
		fixture_free(f);
	}
}
