/* profile: papers, windows and who uses them. */
#include "page_fixture.h"

Test(profile, is_found_by_its_name)
{
	static const char *const names[] = {
		"din-a",   "din-b",    "ch-right", "ch-left", "win-right", "win-left",
		"nl-left", "nl-right", "us-10",	   "us-9dw",  "plain-a4"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct profile *profile = profile_find(str_from_c(names[i]));
		cr_assert_not_null(profile, "%s", names[i]);
		cr_assert_eq(profile, profile_at(i));
	}
	cr_assert_null(profile_at(sizeof names / sizeof *names));
	cr_assert_null(profile_find(STR("din-c")));
}

Test(profile, follows_the_country_of_the_sender)
{
	static const char *const pairs[][2] = {
		{"GB", "win-left"},  {"IE", "win-left"},  {"DE", "din-b"},
		{"AT", "din-b"},     {"CH", "ch-right"},  {"FR", "win-right"},
		{"IT", "win-right"}, {"ES", "win-right"}, {"NL", "nl-left"},
		{"US", "us-10"},     {"PL", "win-left"},  {"", "win-left"}};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		const struct profile *profile = profile_for(str_from_c(pairs[i][0]));
		cr_assert(str_equal(profile->name, str_from_c(pairs[i][1])), "%s",
			  pairs[i][0]);
	}
}

Test(profile, has_its_window_on_the_paper_and_above_the_body)
{
	for (size_t i = 0; profile_at(i); i++) {
		const struct profile *p = profile_at(i);
		struct rect paper = {0, 0, p->width, p->height};
		cr_assert(laws_within(p->address, paper));
		cr_assert(laws_within(p->info, paper));
		cr_assert_leq(p->address.y + p->address.h, p->body, "%s", p->name.at);
		cr_assert_not(laws_overlap(p->address, p->info), "%s", p->name.at);
		cr_assert_not(laws_overlap(p->address, p->sender_line));
	}
}

/* An envelope with its window and the folds of the sheet in it; tenths of a millimetre.
 */
struct envelope {
	const char *profile;
	int width, height;	/* of the envelope */
	int left, bottom, w, h; /* of its window, from the left and the bottom edge */
	int fold, second;	/* second 0: folded once */
};

static const struct envelope envelopes[] = {
	{"din-a", 2200, 1100, 200, 150, 900, 450, 870, 1920},	    /* DL */
	{"din-a", 2290, 1140, 200, 150, 900, 450, 870, 1920},	    /* C6/5 */
	{"din-b", 2200, 1100, 200, 150, 900, 450, 1050, 2100},	    /* DL */
	{"din-b", 2290, 1140, 200, 150, 900, 450, 1050, 2100},	    /* C6/5 */
	{"ch-right", 2290, 1140, 1170, 210, 1000, 450, 1050, 2100}, /* C6/5 */
	{"ch-right", 2290, 1620, 1170, 650, 1000, 450, 1485, 0},    /* C5 */
	{"ch-left", 2290, 1140, 200, 150, 900, 450, 1050, 2100}, /* C6/5, as in Germany */
	{"ch-left", 2290, 1140, 200, 250, 1000, 450, 1050, 2100},    /* C6/5, older */
	{"ch-left", 2290, 1620, 200, 650, 1000, 450, 1485, 0},	     /* C5 */
	{"win-right", 2200, 1100, 1000, 200, 1000, 450, 1050, 2100}, /* French DL */
	{"win-right", 2290, 1620, 1090, 620, 1000, 450, 1485, 0},    /* French C5 */
	{"win-right", 2300, 1100, 1140, 160, 1000, 400, 1050, 2100}, /* Italian 11 × 23 */
	{"win-right", 2250, 1150, 1050, 200, 1000, 450, 1050, 2100}, /* Spanish, 20/20 */
	{"win-right", 2250, 1150, 1000, 250, 1000, 450, 1050, 2100}, /* Spanish, 25/25 */
	{"win-left", 2200, 1100, 200, 180, 930, 390, 1050, 2100},    /* British DL */
	{"win-left", 2200, 1100, 200, 180, 900, 350, 1050, 2100},    /* 35 × 90 */
	{"win-left", 2200, 1100, 180, 220, 930, 390, 1050, 2100},    /* 18/22 */
	{"win-left", 2290, 1620, 200, 600, 900, 440, 1485, 0},	     /* C5 */
	{"us-10", 2413, 1048, 222, 127, 1143, 286, 984, 1905},	     /* no. 10 */
};

static int lesser(int a, int b)
{
	return a < b ? a : b;
}

/* What the window shows of the page however the folded sheet lies in the envelope. The
 * panel with the address is outside; its lower edge is the first fold. */
static struct rect seen_always(const struct envelope *e, int paper_width,
			       int paper_height)
{
	int below = 0, packet = lesser(-e->fold, e->fold - paper_height) * -1;
	if (e->second) {
		int middle = e->second - e->fold;
		below = lesser(0, middle - (paper_height - e->second));
		packet = lesser(-e->fold, -middle) * -1 - below;
	}
	int across = e->width - paper_width, down = e->height - packet;
	int top = e->fold - below - (e->bottom + e->h) + down;
	int end = e->fold - below - e->bottom;
	return (struct rect){e->left, top, e->w - across, end - top};
}

Test(profile, has_its_address_where_every_envelope_of_its_country_shows_it)
{
	for (size_t i = 0; i < sizeof envelopes / sizeof *envelopes; i++) {
		const struct envelope *e = &envelopes[i];
		const struct profile *p = profile_find(str_from_c(e->profile));
		bool letter = p->width > MPT_FROM_MM_TENTHS(2110);
		struct rect seen =
			seen_always(e, letter ? 2159 : 2100, letter ? 2794 : 2970);
		int clear = letter ? 32 : 20; /* an eighth of an inch, two millimetres */
		struct rect room = {MPT_FROM_MM_TENTHS(seen.x + clear - 1),
				    MPT_FROM_MM_TENTHS(seen.y + clear - 1),
				    MPT_FROM_MM_TENTHS(seen.w - 2 * clear + 2),
				    MPT_FROM_MM_TENTHS(seen.h - 2 * clear + 2)};
		cr_assert(laws_within(p->address, room), "%s, envelope %zu: %d %d %d %d",
			  e->profile, i, seen.x, seen.y, seen.w, seen.h);
		cr_assert(!e->second || p->folds[0] == MPT_FROM_MM_TENTHS(e->fold));
		cr_assert(!e->second || p->folds[1] == MPT_FROM_MM_TENTHS(e->second));
	}
}
