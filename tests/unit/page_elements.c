/* elements: what a letter is for readers who do not see it. */
#include "page_fixture.h"

static const char *const names[TAG__COUNT] = {
	"document", "section", "heading", "paragraph", "list", "numbered",
	"item",	    "label",   "body",	  "table",     "row",  "column-head",
	"row-head", "cell",    "figure",  "link"};

/* All text of an element's own frames, in order, as they would be read. */
static struct str own_text(const struct fixture *f, size_t element)
{
	struct buf buf = buf_new(f->arena, 0);
	for (size_t p = 0; p < f->layout->npages; p++)
		for (size_t i = 0; i < f->layout->pages[p].nframes; i++) {
			const struct frame *frame = &f->layout->pages[p].frames[i];
			if (frame->element != element || frame->kind != FRAME_TEXT)
				continue;
			buf_put(&buf, frame->text);
			buf_put(&buf, frame->blank ? STR(" ") : STR(""));
		}
	return str_trim(buf_str(&buf));
}

static size_t depth_of(const struct fixture *f, size_t element)
{
	size_t depth = 0;
	for (; element; element = f->layout->elements[element].parent)
		depth++;
	return depth;
}

/* "heading 2: text" per line, children indented, from the element with this text on. */
static const char *outline_from(const struct fixture *f, const char *text)
{
	struct buf buf = buf_new(f->arena, 0);
	bool begun = false;
	for (size_t i = 1; i < f->layout->nelements; i++) {
		const struct element *element = &f->layout->elements[i];
		struct str own = own_text(f, i);
		begun = begun || str_equal(own, str_from_c(text));
		if (!begun)
			continue;
		buf_fill(&buf, ' ', depth_of(f, i) - 1);
		buf_format(&buf, "%s", names[element->tag]);
		if (element->level)
			buf_format(&buf, " %u", element->level);
		if (element->columns > 1)
			buf_format(&buf, " across %zu", element->columns);
		if (own.len)
			buf_format(&buf, ": %.*s", STR_ARG(own));
		buf_byte(&buf, '\n');
	}
	return str_c(f->arena, buf_str(&buf));
}

Test(elements, tell_a_letter_in_reading_order)
{
	struct fixture *f = fixture_new("din-b");
	fixture_set(f, STR("Dear Priya,\n\n> | | |\n> |---|---|\n> | IBAN | 12 |\n"));
	fixture_check(f);
	cr_assert_str_eq(
		outline_from(f, "Harbour & Finch Joinery Ltd"),
		"paragraph: Harbour & Finch Joinery Ltd\n"
		"paragraph: Unit 4, Dock Road Bristol BS1 6QH +44 117 496 0000 "
		"accounts@harbourfinch.example harbourfinch.example\n"
		"paragraph: Ashcombe Kitchens Ltd 12 Temple Back Bristol BS1 6FL\n"
		"table\n"
		" row\n  row-head: Date\n  cell: 30 November 2026\n"
		" row\n  row-head: Customer\n  cell: ashcombe\n"
		" row\n  row-head: Your reference\n  cell: PO 4711\n"
		"heading 1: Reminder: 3 invoices are overdue\n"
		"paragraph: Dear Priya,\n"
		"section\n table\n  row\n   row-head: IBAN\n   cell: 12\n"
		"paragraph: Harbour & Finch Joinery Ltd · registered in England 01234567 · "
		"VAT GB123456789\n");
	fixture_free(f);
}

Test(elements, give_every_row_of_a_table_the_same_columns)
{
	struct fixture *f = fixture_new("din-b");
	fixture_set(f, STR("begin\n\n| Invoice | Due | Amount |\n|---|---|--:|\n"
			   "| INV-1 | | 1.00 |\n| **Total** | | **1.00** |\n"));
	cr_assert_str_eq(outline_from(f, "begin"),
			 "paragraph: begin\ntable\n"
			 " row\n  column-head: Invoice\n  column-head: Due\n"
			 "  column-head: Amount\n"
			 " row\n  row-head across 2: INV-1\n  cell: 1.00\n"
			 " row\n  row-head across 2: Total\n  cell: 1.00\n"
			 "paragraph: Harbour & Finch Joinery Ltd · registered in England "
			 "01234567 · VAT GB123456789\n");
	fixture_free(f);
}

Test(elements, nest_lists_and_count_headings_without_gaps)
{
	struct fixture *f = fixture_new("din-b");
	f->sheet.footer = NULL;
	fixture_set(f,
		    STR("begin\n\n### Deep\n\n### Again\n\n- one\n  1. two\n\n## Up\n\n"
			"#### Down\n"));
	cr_assert_str_eq(
		outline_from(f, "begin"),
		"paragraph: begin\nheading 2: Deep\nheading 2: Again\n"
		"list\n item\n  label: •\n  body\n   paragraph: one\n   numbered\n"
		"    item\n     label: 1.\n     body\n      paragraph: two\n"
		"heading 2: Up\nheading 3: Down\n");
	fixture_free(f);
}

Test(elements, have_links_in_the_text_they_stand_in)
{
	struct fixture *f = fixture_new("din-b");
	f->sheet.footer = NULL;
	fixture_set(
		f,
		STR("begin\n\nPay **1.00** at [our shop](https://shop.example) soon."));
	cr_assert_str_eq(
		outline_from(f, "begin"),
		"paragraph: begin\nparagraph: Pay 1.00 at soon.\n link: our shop\n");
	const struct element *link = &f->layout->elements[f->layout->nelements - 1];
	cr_assert(str_equal(link->alt, STR("https://shop.example")));
	fixture_free(f);
}

/* On every page but the last, and whatever is repeated, is furniture. */
Test(elements, say_everything_once)
{
	struct fixture *f = fixture_new("din-b");
	struct buf buf = buf_new(f->arena, 0);
	buf_put(&buf, STR("| Invoice | Amount |\n|---|--:|\n"));
	for (int i = 0; i < 150; i++)
		buf_format(&buf, "| INV-%d | 1.00 |\n", i);
	fixture_set(f, buf_str(&buf));
	fixture_check(f);
	cr_assert_geq(f->layout->npages, 3);
	size_t heads = 0, feet = 0;
	for (size_t p = 0; p < f->layout->npages; p++)
		for (size_t i = 0; i < f->layout->pages[p].nframes; i++) {
			const struct frame *frame = &f->layout->pages[p].frames[i];
			heads += frame->element && str_equal(frame->text, STR("Invoice"));
			feet += frame->element &&
				str_starts(frame->text,
					   STR("Harbour & Finch Joinery Ltd ·"));
			if (str_starts(frame->text, STR("Page ")))
				cr_assert_eq(frame->element, 0);
		}
	cr_assert_eq(heads, 1);
	cr_assert_eq(feet, 1);
	fixture_free(f);
}
