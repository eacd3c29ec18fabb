/* proof: frames as monospaced text. */
#include "press_paper.h"

static struct arena *arena;
static struct press *press;
static struct paper *paper;

static void begin(void)
{
	struct str fault;
	arena = arena_new(0);
	press = press_new(arena, NULL, &fault);
	paper = paper_new(arena, press);
}

static void end(void)
{
	press_free(press);
	arena_free(arena);
}

TestSuite(proof, .init = begin, .fini = end);

static void expect(const char *wanted)
{
	struct str got = proof_text(arena, &paper->layout);
	cr_assert(str_equal(got, str_from_c(wanted)), "got\n%.*swanted\n%s", STR_ARG(got),
		  wanted);
}

Test(proof, numbers_its_pages)
{
	struct page pages[2] = {paper->page, paper->page};
	paper->layout.pages = pages;
	paper->layout.npages = 2;
	expect("=== page 1 of 2 ===\n=== page 2 of 2 ===\n");
}

Test(proof, places_words_by_column_and_lines_by_baseline)
{
	paper_text(paper, 0, 20000, STR("left"));
	paper_text(paper, 100000, 20000, STR("right"));
	paper_text(paper, 50000, 35000, STR("below"));
	paper_text(paper, 0, 65000, STR("after a gap"));
	expect("=== page 1 of 1 ===\n"
	       "left                right\n"
	       "          below\n"
	       "\n"
	       "after a gap\n");
}

Test(proof, keeps_figures_and_their_heading_flush_right)
{
	struct frame *head = paper_text(paper, 0, 20000, STR("Open"));
	head->at.x = 100000 - head->at.w;
	paper_figure(paper, 100000, 35000, STR("1,250.00"));
	paper_figure(paper, 100000, 50000, STR("0.05"));
	expect("=== page 1 of 1 ===\n"
	       "                Open\n"
	       "            1,250.00\n"
	       "                0.05\n");
}

Test(proof, pushes_apart_what_would_collide)
{
	paper_write(paper, FACE_REGULAR, 6000, 0, 20000,
		    STR("small print is much too long"));
	paper_text(paper, 90000, 20000, STR("next"));
	expect("=== page 1 of 1 ===\nsmall print is much too long next\n");
}

Test(proof, joins_what_is_set_as_one_word)
{
	struct frame *first = paper_text(paper, 0, 20000, STR("INV-"));
	struct frame *second =
		paper_write(paper, FACE_BOLD, 10500, first->at.w, 20000, STR("2026"));
	paper_text(paper, second->at.x + second->at.w + 2700, 20000, STR("is open"));
	expect("=== page 1 of 1 ===\nINV-2026 is open\n");
}

Test(proof, draws_rules_and_boxes)
{
	paper_text(paper, 5000, 20000, STR("Total"));
	paper_frame(paper, FRAME_RULE, (struct rect){0, 24000, 40000, 500}, STR(""));
	paper_frame(paper, FRAME_BOX, (struct rect){0, 40000, 50000, 40000}, STR(""));
	paper_text(paper, 10000, 62000, STR("Pay"));
	expect("=== page 1 of 1 ===\n"
	       " Total\n"
	       "---------\n"
	       "+---------+\n"
	       "| Pay     |\n"
	       "+---------+\n");
}

Test(proof, ignores_grounds_and_names_links)
{
	paper_frame(paper, FRAME_RULE, (struct rect){0, 10000, 90000, 20000}, STR(""));
	paper_text(paper, 0, 20000, STR("pay here"));
	paper_frame(paper, FRAME_LINK, (struct rect){0, 10000, 40000, 12000},
		    STR("https://pay.example/1"));
	expect("=== page 1 of 1 ===\npay here\n(link to https://pay.example/1)\n");
}
