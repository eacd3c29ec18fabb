/* sheet: whole letters, page by page. */
#include "page_fixture.h"

#include "base/limits.h"

static struct str words(struct arena *arena, size_t count)
{
	static const char *const some[] = {"please", "settle", "the",  "account",
					   "with",   "us",     "by",   "the",
					   "end",    "of",     "this", "month"};
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < count; i++)
		buf_format(&buf, "%s%s", i ? " " : "", some[i * 7 % 12]);
	return buf_str(&buf);
}

/* Paragraphs of one line each, p1, p2, … */
static void put_lines(struct buf *buf, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_format(buf, "p%zu\n\n", i + 1);
}

Test(sheet, sets_an_ordinary_letter_on_one_page)
{
	struct fixture *f = fixture_new("win-left");
	fixture_set(
		f,
		STR("Dear Priya,\n\nwe **kindly** ask for payment of the invoices "
		    "below.\n\n| Invoice | Due | Amount |\n|---|---|--:|\n"
		    "| INV-1 | 1 May 2026 | £1,250.00 |\n| **Total** | | **£1,250.00** "
		    "|\n\nYours sincerely\n\nRuth Finch\n"));
	fixture_check(f);
	cr_assert_eq(f->layout->npages, 1);
	cr_assert_null(fixture_find(f, 0, "Page 1"));
	cr_assert_eq(fixture_find(f, 0, "kindly")->face, FACE_BOLD);
	cr_assert(fixture_find(f, 0, "£1,250.00")->figures);
	fixture_free(f);
}

Test(sheet, sets_every_profile_within_its_paper)
{
	for (size_t i = 0; profile_at(i); i++) {
		struct fixture *f = fixture_new("din-b");
		f->sheet.profile = profile_at(i);
		fixture_set(f, words(f->arena, 900));
		fixture_check(f);
		cr_assert_geq(f->layout->npages, 2);
		cr_assert_not_null(fixture_find(f, 1, "Page 2 of 2"));
		fixture_free(f);
	}
}

Test(sheet, leaves_no_widow_and_no_orphan)
{
	for (size_t before = 1; before <= 60; before++)
		for (size_t count = 20; count <= 100; count += 16) {
			struct fixture *f = fixture_new("din-b");
			struct buf buf = buf_new(f->arena, 0);
			put_lines(&buf, before);
			buf_put(&buf, words(f->arena, count));
			buf_put(&buf, STR("\n\n"));
			put_lines(&buf, 30);
			fixture_set(f, buf_str(&buf));
			fixture_check(f);
			size_t on[4] = {0};
			for (size_t n = 0; n < f->layout->npages; n++)
				for (size_t k = 0; k < f->layout->pages[n].nframes; k++) {
					struct str t = f->layout->pages[n].frames[k].text;
					enum role role =
						f->layout->pages[n].frames[k].role;
					on[n] += role == ROLE_TEXT && t.len &&
						 str_index(t, ' ', 0) < t.len;
				}
			for (size_t n = 0; n < 4; n++)
				cr_assert_neq(on[n], 1, "%zu lines before, %zu words",
					      before, count);
			fixture_free(f);
		}
}

Test(sheet, puts_no_heading_last_on_a_page)
{
	for (size_t before = 1; before <= 60; before++) {
		struct fixture *f = fixture_new("din-b");
		struct buf buf = buf_new(f->arena, 0);
		put_lines(&buf, before);
		buf_put(&buf, STR("## Heading\n\nafter it\n\n"));
		put_lines(&buf, 8);
		fixture_set(f, buf_str(&buf));
		fixture_check(f);
		for (size_t n = 0; n < f->layout->npages; n++)
			cr_assert_eq(fixture_find(f, n, "Heading") != NULL,
				     fixture_find(f, n, "after it") != NULL);
		fixture_free(f);
	}
}

Test(sheet, never_leaves_the_signature_alone)
{
	for (size_t before = 1; before <= 60; before++) {
		struct fixture *f = fixture_new("win-left");
		struct buf buf = buf_new(f->arena, 0);
		put_lines(&buf, before);
		buf_put(&buf, STR("Yours sincerely\n\nRuth Finch  \nCredit control\n"));
		fixture_set(f, buf_str(&buf));
		fixture_check(f);
		size_t last = f->layout->npages - 1;
		cr_assert_not_null(fixture_find(f, last, "Yours"));
		cr_assert_not_null(fixture_find(f, last, "Ruth"));
		cr_assert_geq(fixture_lines_on(f, last), 5 - (before == 1));
		fixture_free(f);
	}
}

/* The footer's rule: the last of a page. */
static const struct frame *foot_rule(const struct fixture *f, size_t page)
{
	const struct frame *rule = NULL;
	for (size_t i = 0; i < f->layout->pages[page].nframes; i++)
		if (f->layout->pages[page].frames[i].kind == FRAME_RULE)
			rule = &f->layout->pages[page].frames[i];
	return rule;
}

Test(sheet, keeps_a_panel_whole)
{
	for (size_t before = 1; before <= 45; before++) {
		struct fixture *f = fixture_new("din-b");
		struct buf buf = buf_new(f->arena, 0);
		put_lines(&buf, before);
		buf_put(&buf,
			STR("> **How to pay**\n>\n> | | |\n> |---|---|\n"
			    "> | Account | 12345678 |\n> | Sort code | 12-34-56 |\n>\n"
			    "> with thanks\n\n"));
		put_lines(&buf, 8);
		fixture_set(f, buf_str(&buf));
		fixture_check(f);
		size_t boxes = 0;
		for (size_t n = 0; n < f->layout->npages; n++) {
			for (size_t i = 0; i < f->layout->pages[n].nframes; i++) {
				const struct frame *frame =
					&f->layout->pages[n].frames[i];
				boxes += frame->kind == FRAME_BOX;
				if (frame->kind == FRAME_BOX)
					cr_assert_leq(frame->at.y + frame->at.h + 12000,
						      foot_rule(f, n)->at.y);
			}
			cr_assert_eq(fixture_find(f, n, "How to") != NULL,
				     fixture_find(f, n, "with thanks") != NULL);
		}
		cr_assert_eq(boxes, 1);
		fixture_free(f);
	}
}

static const struct frame *find_box(const struct fixture *f)
{
	for (size_t i = 0; i < f->layout->pages[0].nframes; i++)
		if (f->layout->pages[0].frames[i].kind == FRAME_BOX)
			return &f->layout->pages[0].frames[i];
	return NULL;
}

Test(sheet, leaves_blank_around_a_panel)
{
	struct fixture *f = fixture_new("din-b");
	fixture_set(f, STR("above\n\n> first\n>\n> last\n\nbelow\n\n> other\n\nend\n"));
	fixture_check(f);
	struct rect box = find_box(f)->at;
	struct rect above = fixture_find(f, 0, "above")->at;
	struct rect first = fixture_find(f, 0, "first")->at;
	struct rect last = fixture_find(f, 0, "last")->at;
	struct rect below = fixture_find(f, 0, "below")->at;
	cr_assert_geq(box.y - above.y - above.h, 9000);
	cr_assert_geq(first.y - box.y, 9000);
	cr_assert_geq(box.y + box.h - last.y - last.h, 9000);
	cr_assert_geq(below.y - box.y - box.h, 9000);
	fixture_free(f);
}

Test(sheet, divides_a_panel_taller_than_a_page)
{
	struct fixture *f = fixture_new("din-b");
	struct buf buf = buf_new(f->arena, 0);
	for (size_t i = 0; i < 80; i++)
		buf_format(&buf, "> line %zu\n>\n", i);
	fixture_set(f, buf_str(&buf));
	fixture_check(f);
	for (size_t n = 0; n < f->layout->npages; n++) {
		const struct frame *box = NULL;
		for (size_t i = 0; i < f->layout->pages[n].nframes; i++) {
			const struct frame *frame = &f->layout->pages[n].frames[i];
			if (frame->kind == FRAME_BOX)
				box = frame;
			if (frame->kind == FRAME_TEXT && frame->role == ROLE_PANEL)
				cr_assert(laws_within(frame->at, box->at));
		}
		cr_assert_not_null(box);
	}
	fixture_free(f);
}

Test(sheet, fits_an_address_of_eight_lines_without_a_window)
{
	struct fixture *f = fixture_new("plain-a4");
	f->sheet.address =
		fixture_lines(f->arena, "One\nTwo\nThree\nFour\nFive\nSix\nSeven\n"
					"Eight");
	fixture_set(f, STR("Hello"));
	fixture_check(f);
	cr_assert_not_null(fixture_find(f, 0, "Eight"));
	fixture_free(f);
}

Test(sheet, sets_a_long_address_smaller_and_refuses_one_too_long)
{
	struct fixture *f = fixture_new("win-left");
	f->sheet.address = fixture_lines(f->arena, "One\nTwo\nThree\nFour\nFive\nSix");
	fixture_set(f, STR("Hello"));
	fixture_check(f);
	cr_assert_lt(fixture_find(f, 0, "One")->size, 10500);
	f->sheet.address = fixture_lines(f->arena, "1\n2\n3\n4\n5\n6\n7");
	cr_assert_null(fixture_set(f, STR("Hello")));
	cr_assert_eq(f->notices.errors, 1);
	cr_assert_eq(f->notices.first->code, NOTICE_ADDRESS_TOO_LONG);
	fixture_free(f);
}

Test(sheet, wraps_long_names_everywhere)
{
	struct fixture *f = fixture_new("win-left");
	f->sheet.letterhead =
		STR("The Worshipful Company of Joiners, Ceilers, Carvers and "
		    "Makers of Very Long Company Names of Bristol and Bath");
	f->sheet.address = fixture_lines(
		f->arena, "Gesellschaft für außerordentlich lange Firmennamen und "
			  "Verwaltungsangelegenheiten in Bristol mit Sitz in Bath\n"
			  "12 Temple Back\nBristol");
	fixture_info(f, "A label that is far too long for its place",
		     "and a value that is "
		     "just as long too");
	f->sheet.subject = words(f->arena, 40);
	f->sheet.continued = words(f->arena, 60);
	f->sheet.footer = fixture_lines(f->arena, str_c(f->arena, words(f->arena, 120)));
	fixture_set(f, words(f->arena, 1500));
	fixture_check(f);
	fixture_free(f);
}

Test(sheet, packs_many_letterhead_lines)
{
	for (size_t i = 0; profile_at(i); i++) {
		struct fixture *f = fixture_new("din-a");
		f->sheet.profile = profile_at(i);
		f->sheet.letterhead_lines = fixture_lines(
			f->arena,
			"Unit 4\nDock Road\nBristol\nBS1 6QH\n+44 117 496 0000\n"
			"a@harbour.example\nharbour.example\nVAT GB 123\nNo. 12");
		fixture_set(f, STR("Hello"));
		fixture_check(f);
		fixture_free(f);
	}
}

/* In rows of their own, and where several share one: no element is left of rows tried
 * before. */
Test(sheet, leads_on_from_the_letterhead)
{
	static const char *const texts[] = {
		"Dock Road\na@harbour.example",
		"Unit 4\nDock Road\nBristol\nBS1 6QH\n+44 117 496 0000\n"
		"a@harbour.example\nharbour.example\nVAT GB 123\nNo. 12\nOffice 9\nHall 7"};
	for (size_t t = 0; t < 2; t++) {
		struct fixture *f = fixture_new("din-a");
		struct str link = STR("mailto:a@harbour.example");
		f->sheet.letterhead_lines = fixture_lines(f->arena, texts[t]);
		for (struct text_line *line = f->sheet.letterhead_lines; line;
		     line = line->next)
			if (str_equal(line->text, STR("a@harbour.example")))
				line->link = link;
		fixture_set(f, STR("Hello"));
		fixture_check(f);
		size_t links = 0, elements = 0;
		for (size_t i = 0; i < f->layout->pages[0].nframes; i++) {
			const struct frame *frame = &f->layout->pages[0].frames[i];
			links +=
				frame->kind == FRAME_LINK && str_equal(frame->text, link);
		}
		for (size_t i = 0; i < f->layout->nelements; i++)
			elements += f->layout->elements[i].tag == TAG_LINK &&
				    str_equal(f->layout->elements[i].alt, link);
		cr_expect_eq(links, 1);
		cr_expect_eq(elements, 1);
		fixture_free(f);
	}
}

Test(sheet, divides_a_word_longer_than_the_line)
{
	struct fixture *f = fixture_new("din-b");
	struct buf buf = buf_new(f->arena, 0);
	buf_fill(&buf, 'x', 300);
	struct str word = buf_str(&buf);
	fixture_set(f, str_format(f->arena,
				  "%.*s\n\n- %.*s\n\n> %.*s\n\n|a|b|\n|---|--:|\n|"
				  "%.*s|%.*s|\n",
				  STR_ARG(word), STR_ARG(word), STR_ARG(word),
				  STR_ARG(word), STR_ARG(word)));
	fixture_check(f);
	size_t letters = 0;
	for (size_t n = 0; n < f->layout->npages; n++)
		for (size_t i = 0; i < f->layout->pages[n].nframes; i++) {
			const struct frame *frame = &f->layout->pages[n].frames[i];
			if (frame->kind == FRAME_TEXT && frame->text.at[0] == 'x')
				letters += frame->text.len;
		}
	cr_assert_eq(letters, 5 * 300);
	fixture_free(f);
}

Test(sheet, sets_a_letter_without_a_body)
{
	struct fixture *f = fixture_new("us-10");
	fixture_set(f, STR(""));
	fixture_check(f);
	cr_assert_eq(f->layout->npages, 1);
	f->sheet = (struct sheet){.profile = f->sheet.profile};
	fixture_set(f, STR(""));
	fixture_check(f);
	fixture_free(f);
}

Test(sheet, nests_lists)
{
	struct fixture *f = fixture_new("din-b");
	fixture_set(
		f,
		STR("1. first\n2. second\n   - inner\n     - innermost\n       - deep\n"
		    "3. third\n\n   with a paragraph\n"));
	fixture_check(f);
	const struct frame *first = fixture_find(f, 0, "first");
	const struct frame *label = fixture_find(f, 0, "1.");
	cr_assert_eq(label->baseline, first->baseline);
	cr_assert_lt(label->at.x, first->at.x);
	cr_assert_lt(first->at.x, fixture_find(f, 0, "inner")->at.x);
	cr_assert_eq(fixture_find(f, 0, "with a")->at.x, first->at.x);
	fixture_free(f);
}

Test(sheet, follows_links_and_marks)
{
	struct fixture *f = fixture_new("din-b");
	struct buf buf = buf_new(f->arena, 0);
	buf_put(&buf, STR("Pay at [our page](https://pay.example/?ref=1) today.\n\n"));
	for (size_t i = 0; i < 60; i++)
		buf_format(&buf, "[INV-%zu](mark:)\n\n", i);
	fixture_set(f, buf_str(&buf));
	fixture_check(f);
	size_t links = 0, marks = 0;
	for (size_t n = 0; n < f->layout->npages; n++)
		for (size_t i = 0; i < f->layout->pages[n].nframes; i++) {
			const struct frame *frame = &f->layout->pages[n].frames[i];
			links += frame->kind == FRAME_LINK;
			marks += frame->kind == FRAME_MARK;
			if (frame->kind == FRAME_LINK) {
				cr_assert(str_starts(frame->text, STR("https://")));
				cr_assert_gt(frame->at.w, 0);
			}
		}
	cr_assert_eq(links, 1);
	cr_assert_eq(marks, 60);
	fixture_set(f, STR("# Title\n\n[INV-1](mark:)\n"));
	for (size_t i = 0; i < f->layout->pages[0].nframes; i++)
		cr_assert_neq(f->layout->pages[0].frames[i].kind, FRAME_MARK);
	fixture_free(f);
}

/* The names of the bookmarks, each followed by a bar. */
static struct str marks_of(struct fixture *f)
{
	struct buf buf = buf_new(f->arena, 0);
	for (size_t n = 0; n < f->layout->npages; n++)
		for (size_t i = 0; i < f->layout->pages[n].nframes; i++) {
			const struct frame *frame = &f->layout->pages[n].frames[i];
			if (frame->kind == FRAME_MARK)
				buf_format(&buf, "%.*s|", STR_ARG(frame->text));
		}
	return buf_str(&buf);
}

Test(sheet, names_a_bookmark_by_the_whole_of_a_number_on_several_lines)
{
	struct fixture *f = fixture_new("din-b");
	struct buf buf = buf_new(f->arena, 0);
	buf_put(&buf, STR("[A 1](mark:) [B](mark:)\n\n["));
	for (size_t i = 0; i < 16; i++)
		buf_put(&buf, STR("0123456789"));
	buf_put(&buf, STR(" and on](mark:)\n\n"));
	for (size_t i = 0; i < 60; i++)
		buf_put(&buf, STR("x\n\n"));
	fixture_set(f, buf_str(&buf));
	struct str marks = marks_of(f);
	cr_assert(str_starts(marks, STR("A 1|B|0123456789")), "%.*s", STR_ARG(marks));
	cr_assert(str_ends(marks, STR("0123456789 and on|")), "%.*s", STR_ARG(marks));
	cr_assert_eq(marks.len, strlen("A 1|B|") + 160 + strlen(" and on|"));
	fixture_free(f);
}

/* Pages of so many lines with a paragraph each; 0: too many. */
static size_t pages_of(size_t lines)
{
	struct fixture *f = fixture_new("din-b");
	struct buf buf = buf_new(f->arena, 0);
	put_lines(&buf, lines);
	struct layout *layout = fixture_set(f, buf_str(&buf));
	size_t pages = layout ? layout->npages : 0;
	if (!layout)
		cr_assert_eq(f->notices.first->code, NOTICE_DOCUMENT_TOO_LONG);
	fixture_free(f);
	return pages;
}

Test(sheet, refuses_more_pages_than_anyone_reads)
{
	size_t most = 1, refused = (LIMIT_PAGES + 1) * 60;
	cr_assert_eq(pages_of(refused), 0);
	while (most + 1 < refused) {
		size_t middle = most + (refused - most) / 2;
		if (pages_of(middle))
			most = middle;
		else
			refused = middle;
	}
	cr_assert_eq(pages_of(most), LIMIT_PAGES);
}

Test(sheet, asks_the_device_in_proportion_to_the_text)
{
	size_t calls[2];
	for (size_t i = 0; i < 2; i++) {
		struct fixture *f = fixture_new("din-b");
		fixture_set(f, words(f->arena, i ? 40000 : 10000));
		calls[i] = f->calls;
		fixture_free(f);
	}
	cr_assert_lt(calls[1], 41 * calls[0] / 10);
}

/* ---- any text at all ---- */

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

static void put_words(struct buf *buf, uint32_t *seed, size_t most)
{
	static const char *const pieces[] = {
		"a",
		"please",
		"INV-2026-001",
		"**bold**",
		"*leaning*",
		"£1,250.00",
		"well-known",
		"x@y.org",
		"Łódź",
		"30 days",
		"(so)",
		"end.",
		"[here](https://pay.example/a/b/c/d/e/f/g/h)",
		"Donaudampfschifffahrtsgesellschaft",
		"[bill](mark:)",
		"—"};
	for (size_t n = next(seed) % most + 1; n > 0; n--)
		buf_format(buf, "%s ", pieces[next(seed) % 16]);
}

static void put_table(struct buf *buf, uint32_t *seed, const char *lead)
{
	size_t columns = next(seed) % 7 + 1, rows = next(seed) % 40;
	for (size_t row = 0; row < rows + 2; row++) {
		buf_format(buf, "%s|", lead);
		for (size_t c = 0; c < columns; c++) {
			if (row == 1)
				buf_put(buf, c % 2 ? STR("--:") : STR("---"));
			else if (next(seed) % 4)
				put_words(buf, seed, row % 5 ? 2 : 12);
			buf_byte(buf, '|');
		}
		buf_byte(buf, '\n');
	}
}

static void put_block(struct buf *buf, uint32_t *seed)
{
	uint32_t kind = next(seed) % 8;
	if (kind == 0)
		buf_put(buf, STR("## "));
	if (kind == 1)
		for (size_t n = next(seed) % 9; n > 0; n--) {
			buf_fill(buf, ' ', next(seed) % 3 * 2);
			buf_put(buf, STR("- "));
			put_words(buf, seed, 20);
			buf_byte(buf, '\n');
		}
	if (kind == 2)
		put_table(buf, seed, "");
	if (kind == 3)
		put_table(buf, seed, "> ");
	if (kind == 4)
		buf_put(buf, STR("> "));
	if (kind == 5)
		buf_put(buf, STR("---\n\n"));
	if (kind < 1 || kind > 3)
		put_words(buf, seed, kind ? 90 : 9);
	buf_put(buf, STR("\n\n"));
}

/* How often each small letter stands in a tree. */
static void count_letters(const struct part *part, size_t *letters)
{
	for (; part; part = part->next) {
		for (const struct run *run = part->runs; run; run = run->next)
			for (size_t i = 0; i < run->text.len; i++)
				letters[(unsigned char)run->text.at[i]]++;
		count_letters(part->first, letters);
	}
}

Test(sheet, obeys_its_laws_whatever_the_text)
{
	for (uint32_t seed = 1; seed <= 120; seed++) {
		uint32_t state = seed;
		struct fixture *f = fixture_new("din-b");
		f->sheet.profile = profile_at(seed % 11);
		struct buf buf = buf_new(f->arena, 0);
		for (size_t n = next(&state) % 25; n > 0; n--)
			put_block(&buf, &state);
		fixture_set(f, buf_str(&buf));
		fixture_check(f);
		size_t wanted[256] = {0}, found[256] = {0};
		count_letters(f->sheet.body, wanted);
		for (size_t n = 0; n < f->layout->npages; n++)
			for (size_t i = 0; i < f->layout->pages[n].nframes; i++) {
				const struct frame *at = &f->layout->pages[n].frames[i];
				for (size_t k = 0;
				     at->kind == FRAME_TEXT && at->role > ROLE_SUBJECT &&
				     k < at->text.len;
				     k++)
					found[(unsigned char)at->text.at[k]]++;
			}
		for (unsigned char c = 'a'; c <= 'z'; c++)
			cr_assert_eq(found[c], wanted[c], "seed %u: '%c' %zu of %zu",
				     seed, c, found[c], wanted[c]);
		fixture_free(f);
	}
}

static const struct frame *logo_on(const struct fixture *f)
{
	const struct page *page = &f->layout->pages[0];
	for (size_t i = 0; i < page->nframes; i++)
		if (page->frames[i].kind == FRAME_IMAGE)
			return &page->frames[i];
	return NULL;
}

Test(sheet, keeps_a_long_name_beside_a_mark_on_the_paper)
{
	static const struct image mark = {300, 300, NULL};
	struct fixture *f = fixture_new("din-b");
	f->sheet.logo = &mark;
	f->sheet.letterhead = words(f->arena, 120);
	fixture_set(f, STR("Dear Priya,\n\nthank you.\n"));
	const struct page *page = &f->layout->pages[0];
	for (size_t i = 0; i < page->nframes; i++)
		cr_assert_geq(page->frames[i].at.y, 0);
	fixture_free(f);
}

Test(sheet, gives_a_logo_its_place_and_keeps_its_proportions)
{
	static const struct image shapes[] = {{200, 200, NULL},
					      {900, 200, NULL},
					      {4000, 100, NULL},
					      {60, 900, NULL},
					      {1, 1, NULL}};
	for (size_t i = 0; profile_at(i); i++)
		for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++) {
			struct fixture *f = fixture_new("din-b");
			const struct image *logo = &shapes[k];
			f->sheet.profile = profile_at(i);
			f->sheet.logo = logo;
			fixture_set(f, STR("Dear Priya,\n\nthank you.\n"));
			fixture_check(f);
			const struct frame *frame = logo_on(f);
			cr_assert_not_null(frame);
			cr_assert(str_equal(frame->text, f->sheet.letterhead));
			int64_t across = (int64_t)frame->at.w * logo->height;
			int64_t down = (int64_t)frame->at.h * logo->width;
			int64_t off = across > down ? across - down : down - across;
			cr_assert_leq(off, logo->width + logo->height);
			cr_assert_leq(frame->at.h, MPT_FROM_MM_TENTHS(180));
			cr_assert_not(laws_overlap(frame->at, profile_at(i)->address));
			cr_assert_not_null(fixture_find(f, 0, "Harbour & Finch"));
			fixture_free(f);
		}
}

/* [mpt] from the first paragraph's line to the second's. */
static mpt pace(const struct fixture *f)
{
	return fixture_find(f, 0, "p2")->baseline - fixture_find(f, 0, "p1")->baseline;
}

Test(sheet, is_set_tighter_only_where_that_saves_its_last_page)
{
	mpt open = 0;
	size_t tightened = 0, before_pages = 1;
	for (size_t count = 2; count <= 70; count++) {
		struct fixture *f = fixture_new("win-left");
		struct buf buf = buf_new(f->arena, 0);
		put_lines(&buf, count);
		fixture_set(f, buf_str(&buf));
		fixture_check(f);
		open = count == 2 ? pace(f) : open;
		cr_assert_leq(pace(f), open);
		cr_assert_geq(pace(f), open * 3 / 4);
		tightened += pace(f) < open;
		cr_assert_geq(f->layout->npages, before_pages);
		before_pages = f->layout->npages;
		fixture_free(f);
	}
	cr_assert_gt(tightened, 3);
	cr_assert_lt(tightened, 40);
}

Test(sheet, leaves_no_panel_alone_on_a_page)
{
	for (size_t before = 1; before <= 45; before++) {
		struct fixture *f = fixture_new("din-b");
		struct buf buf = buf_new(f->arena, 0);
		put_lines(&buf, before);
		buf_put(&buf, STR("Tell us if that is wrong.\n\n> **How to pay**\n>\n"
				  "> Account 12345678\n"));
		fixture_set(f, buf_str(&buf));
		fixture_check(f);
		for (size_t n = 0; n < f->layout->npages; n++)
			cr_assert_eq(fixture_find(f, n, "How to pay") != NULL,
				     fixture_find(f, n, "Tell us") != NULL);
		fixture_free(f);
	}
}
