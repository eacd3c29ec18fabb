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
