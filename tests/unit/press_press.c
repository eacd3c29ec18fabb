/* press: whole documents, read by other programs. */
#include "press_paper.h"

static struct arena *arena;
static struct press *press;
static struct notices notices;

static void begin(void)
{
	struct str fault;
	arena = arena_new(0);
	press = press_new(arena, NULL, &fault);
	cr_assert_not_null(press, "%.*s", STR_ARG(fault));
	notices = notices_new(arena, NULL);
}

static void end(void)
{
	press_free(press);
	arena_free(arena);
}

TestSuite(press, .init = begin, .fini = end);

static struct str print(const struct layout *layout)
{
	struct meta meta = paper_meta();
	struct str file = press_pdf(arena, press, layout, &meta, &notices);
	cr_assert_eq(notices.errors, 0);
	return file;
}

static struct str letter(unsigned seed)
{
	return print(&paper_letter(arena, press, seed)->layout);
}

/* One text alone on a page, as pdftotext reads it. */
static struct str read_back(enum face face, struct str text)
{
	struct paper *paper = paper_new(arena, press);
	paper_write(paper, face, 10500, 60000, 100000, text);
	return str_trim(paper_ask(arena, print(&paper->layout),
				  "pdftotext -enc UTF-8 $1 - | tr -d '\\f'"));
}

Test(press, makes_files_that_qpdf_finds_clean)
{
	struct str said = paper_ask(arena, letter(1), "qpdf --check $1");
	cr_assert(paper_holds(said, STR("No syntax or stream encoding errors found")),
		  "%.*s", STR_ARG(said));
}

Test(press, embeds_every_font_as_a_subset_that_can_be_read)
{
	struct str said =
		paper_ask(arena, letter(1),
			  "pdffonts $1 | awk 'NR > 2 { print $2, $3, $4, $5, $6, $7 }'");
	cr_assert(str_equal(said, STR("CID TrueType Identity-H yes yes yes\n"
				      "CID TrueType Identity-H yes yes yes\n")),
		  "%.*s", STR_ARG(said));
}

Test(press, fits_an_ordinary_letter_into_twenty_four_kilobytes)
{
	cr_assert_leq(letter(1).len, 24000, "%zu", letter(1).len);
}

Test(press, carries_the_maps_of_both_faces_once)
{
	struct str said = paper_ask(arena, letter(1),
				    "grep -ao '/ToUnicode [0-9]*' $1 | wc -l; "
				    "grep -ao '/ToUnicode [0-9]*' $1 | sort -u | wc -l");
	cr_assert(str_equal(said, STR("2\n1\n")), "%.*s", STR_ARG(said));
}

Test(press, gives_back_every_name)
{
	const struct str texts[] = {
		STR("Łódź Ωmega Ж €"),
		STR("office Tomorrow affluent"),
		STR("Dvořák, Çağ, Brâncuși, GROẞE Straße"),
		STR("Ελλάδα Київ Ђурђевак"),
		STR("„Gänsefüßchen“ «guillemets» ‘single’ – — … • § № ™ ½"),
		STR("₺ ₽ ₴ £ ¥ $ (parentheses) \\ backslash"),
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		for (int face = 0; face < FACE__COUNT; face++) {
			struct str got = read_back((enum face)face, texts[i]);
			cr_assert(str_equal(got, texts[i]), "got '%.*s', wanted '%.*s'",
				  STR_ARG(got), STR_ARG(texts[i]));
		}
	}
}

/* Codes with the bytes of ( ) \ and of a carriage return, which a string must escape. */
Test(press, gives_back_characters_whose_codes_are_marks_of_strings)
{
	struct str text = STR("\xC4\x8D\xC4\xA8\xC4\xA9\xC5\x9C\xD0\x8D\xD0\xA8\xD1\x9C");
	struct str got = read_back(FACE_REGULAR, text);
	cr_assert(str_equal(got, text), "got '%.*s'", STR_ARG(got));
}

/* Characters drawn by another's glyph, and letters with marks as they were written. */
Test(press, gives_back_what_looks_like_something_else)
{
	const struct str texts[] = {
		STR("\xE2\x88\x92"
		    "5,00"),		    /* minus */
		STR("non\xE2\x80\x91stop"), /* no-break hyphen */
		STR("x\xCC\x84 i\xCC\x8D e\xCC\x81 \xE1\xBA\xBC\xCC\xB1"),
		STR("\xE2\x84\xA6\xCE\xA9 \xC2\xB5\xCE\xBC"), /* ohm, omega, micro, mu */
		STR("\xEF\xAC\x81 fi"),			      /* a ligature pasted in */
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct str got = read_back(FACE_REGULAR, texts[i]);
		cr_assert(str_equal(got, texts[i]), "got '%.*s', wanted '%.*s'",
			  STR_ARG(got), STR_ARG(texts[i]));
	}
}

/* pdftotext writes every space as U+0020: what the file says is in its map. */
Test(press, says_which_space_it_is)
{
	struct paper *paper = paper_new(arena, press);
	paper_text(paper, 60000, 100000,
		   STR("12\xC2\xA0kg 1\xE2\x80\xAF"
		       "000"));
	struct str file = print(&paper->layout);
	struct str map = paper_ask(arena, file,
				   "qpdf --qdf --object-streams=disable $1 - | "
				   "grep -a '^<.*><.*>$'");
	cr_assert(paper_holds(map, STR("<00A0><00A0>\n")));
	cr_assert(paper_holds(map, STR("<202F><202F>\n")));
	struct str page = paper_ask(arena, file, "pdftotext $1 - | head -1");
	cr_assert(str_equal(page, STR("12 kg 1 000\n")), "%.*s", STR_ARG(page));
}

/* A document's bytes, whatever the press made before. */
Test(press, repeats_itself_to_the_byte)
{
	struct str fault, fresh = letter(7), other;
	for (unsigned i = 100; i < 150; i++)
		letter(i);
	read_back(FACE_REGULAR, STR("Łódź Ж Ω ẞ x\xCC\x84"));
	cr_assert(str_equal(letter(7), fresh), "after 50 others");
	press_free(press);
	press = press_new(arena, NULL, &fault);
	for (unsigned i = 149; i >= 100; i--)
		letter(i);
	cr_assert(str_equal(letter(7), fresh), "in another order");
	other = letter(8);
	cr_assert_not(str_equal(other, fresh));
}

Test(press, describes_the_document)
{
	struct str said = paper_ask(arena, letter(1), "TZ=UTC pdfinfo -isodates $1");
	const struct str lines[] = {
		STR("Title:           Statement for Łódź\n"),
		STR("Subject:         Statement (1)\n"),
		STR("Author:          Hawthorn Joinery Ltd\n"),
		STR("Producer:        collectgen 1.0.0\n"),
		STR("CreationDate:    2026-11-30T00:00:00Z\n"),
		STR("Page size:       595.276 x 841.89 pts (A4)\n"),
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		cr_assert(paper_holds(said, lines[i]), "%.*s", STR_ARG(said));
	cr_assert(paper_holds(letter(1), STR("/Lang(en-GB)")));
	cr_assert(paper_holds(letter(1), STR("/MediaBox[0 0 595.276 841.89]")));
}

Test(press, refuses_a_character_by_name)
{
	struct paper *paper = paper_new(arena, press);
	struct meta meta = paper_meta();
	paper_text(paper, 60000, 100000, STR("Shalom \xD7\xA9\xD7\x9C"))->span =
		(struct span){0, 42};
	struct str file = press_pdf(arena, press, &paper->layout, &meta, &notices);
	cr_assert_eq(file.len, 0);
	cr_assert_eq(notices.errors, 1);
	cr_assert_eq(notices.first->code, NOTICE_GLYPH_MISSING);
	cr_assert_eq(notices.first->span.at, 42);
	cr_assert(
		str_starts(notices.first->text, STR("no font has character U+05E9 of")));
	cr_assert(str_starts(notices.first->help,
			     STR("it is Hebrew, which runs from right")));
}

/* What was learnt of a text does not make its fault forgotten. */
Test(press, refuses_it_again_in_the_next_document_where_it_stands_there)
{
	struct meta meta = paper_meta();
	for (uint32_t at = 1; at <= 3; at++) {
		struct paper *paper = paper_new(arena, press);
		paper_text(paper, 60000, 90000, STR("Dear Sir or Madam,"));
		paper_text(paper, 60000, 100000, STR("Shalom \xD7\xA9\xD7\x9C"))->span =
			(struct span){0, at};
		struct notices found = notices_new(arena, NULL);
		cr_assert_eq(press_pdf(arena, press, &paper->layout, &meta, &found).len,
			     0);
		cr_assert_eq(found.errors, 1);
		cr_assert_eq(found.first->span.at, at);
	}
}

/* Lines of one leading, set one below the other, are where the layout has them. */
Test(press, sets_lines_where_they_belong)
{
	struct paper *paper = paper_new(arena, press);
	const mpt lines[] = {100000, 113804, 127608, 141412, 155216, 170000, 160000};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		paper_text(paper, 60000, lines[i], STR("Tor"))->figures = i % 2;
	struct str said = paper_ask(arena, print(&paper->layout),
				    "pdftotext -bbox $1 - | grep -c Tor; "
				    "pdftotext -bbox $1 - | grep Tor | "
				    "sed 's/.*yMin=.\\([0-9.]*\\).*/\\1/' | sort -n");
	double first = 0, line;
	char *rest = str_c(arena, said);
	cr_assert_eq(strtol(rest, &rest, 10), 7);
	for (size_t i = 0; i < 7; i++) {
		const mpt order[] = {100000, 113804, 127608, 141412,
				     155216, 160000, 170000};
		line = strtod(rest, &rest);
		first = i ? first : line;
		cr_assert_float_eq(line - first, (order[i] - order[0]) / 1000., 0.011,
				   "line %zu: %f", i, line - first);
	}
}

Test(press, finds_what_cannot_be_printed_before_printing)
{
	uint32_t point = 0;
	cr_assert_eq(press_missing(press, STR("Łódź Ω Ж"), &point),
		     sizeof "Łódź Ω Ж" - 1);
	cr_assert_eq(press_missing(press, STR("é\xF0\x9F\x98\x80"), &point), 2);
	cr_assert_eq(point, 0x1F600);
}

/* Right edges as poppler finds them: within a fiftieth of a point of the layout's. */
Test(press, measures_as_viewers_do)
{
	const struct str words[] = {STR("Tomorrow"), STR("AVATAR,"), STR("£4,318.27"),
				    STR("Hawthorn-P."), STR("Wójcik")};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct paper *paper = paper_new(arena, press);
		struct frame *frame = paper_write(paper, (enum face)(i % FACE__COUNT),
						  9500, 100000, 100000, words[i]);
		struct str said =
			paper_ask(arena, print(&paper->layout),
				  "pdftotext -bbox $1 - | grep -o 'xMax=\"[0-9.]*'");
		double seen = strtod(str_c(arena, str_slice(said, 6, said.len)), NULL);
		double meant = (frame->at.x + frame->at.w) / 1000.0;
		cr_assert_float_eq(seen, meant, 0.02, "'%.*s': %f for %f",
				   STR_ARG(words[i]), seen, meant);
	}
}

Test(press, leads_to_addresses)
{
	struct paper *paper = paper_letter(arena, press, 1);
	paper_frame(paper, FRAME_LINK, (struct rect){60000, 720000, 100000, 12000},
		    STR("https://pay.example/ö?a=(1)"));
	struct str file = print(&paper->layout);
	cr_assert(paper_holds(file, STR("/URI(https://pay.example/%C3%B6?a=\\(1\\))")));
	cr_assert(paper_holds(file, STR("/Rect[60 109.89 160 121.89]")));
	struct str said = paper_ask(arena, file, "qpdf --check $1");
	cr_assert(paper_holds(said, STR("No syntax")), "%.*s", STR_ARG(said));
}

Test(press, bookmarks_long_documents_only)
{
	struct paper *paper = paper_letter(arena, press, 1);
	paper_frame(paper, FRAME_MARK, (struct rect){60000, 480000, 1, 1}, STR("INV-1"));
	paper_frame(paper, FRAME_MARK, (struct rect){60000, 496000, 1, 1},
		    STR("Rechnung ö"));
	cr_assert_not(paper_holds(print(&paper->layout), STR("/Outlines")));
	struct page pages[2] = {paper->page, paper->page};
	struct layout layout = {.width = PAPER_WIDTH,
				.height = PAPER_HEIGHT,
				.pages = pages,
				.npages = 2};
	struct str file = print(&layout);
	struct str said =
		paper_ask(arena, file,
			  "qpdf --json=2 --json-key=outlines $1 | "
			  "jq -r '.outlines[] | \"\\(.title) \\(.destpageposfrom1)\"'");
	cr_assert(str_equal(said, STR("INV-1 1\nRechnung ö 1\nINV-1 2\nRechnung ö 2\n")),
		  "%.*s", STR_ARG(said));
}

Test(press, names_the_libraries_that_touch_bytes)
{
	size_t count = 0;
	while (press_library(count).len)
		count++;
	cr_assert_eq(count, 5);
}
