/* Entrance: Markdown, on paper of every profile. */
#include "text/markdown.h"
#include "base/arena.h"
#include "diag/hidden.h"
#include "fuzz.h"
#include "paper.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t size)
{
	struct fuzz fuzz = fuzz_begin();
	size_t profiles = 0;
	while (profile_at(profiles))
		profiles++;
	struct str text = {(const char *)at + (size > 0), size - (size > 0)};
	const struct profile *profile = profile_at(size ? at[0] % profiles : 0);
	struct rendered rendered = {.text = text};
	struct origin origin = {0};
	rendered.origins = &origin;
	rendered.norigins = 1;
	struct part *body = markdown_parse(fuzz.arena, &rendered, &fuzz.notices);
	struct text_line line = {.text = STR("A Ltd")};
	struct sheet sheet = {.profile = profile,
			      .letterhead = STR("Joinery"),
			      .letterhead_lines = &line,
			      .sender_line = STR("Joinery"),
			      .address = &line,
			      .subject = STR("Reminder"),
			      .body = body,
			      .footer = &line,
			      .page_of = STR("Page {n} of {m}"),
			      .continued = STR("Joinery"),
			      .rendered = &rendered};
	struct layout *layout = NULL;
	if (!fuzz.notices.errors)
		layout = sheet_set(fuzz.arena, &sheet, press_metrics(paper_press()),
				   &fuzz.notices);
	if (layout)
		paper_check(&fuzz, layout);
	fuzz_end(&fuzz);
	return 0;
}
