/* Entrance: Markdown, on paper of every profile. */
#include "text/markdown.h"
#include "base/arena.h"
#include "base/utf8.h"
#include "diag/hidden.h"
#include "fuzz.h"
#include "paper.h"

/* What is no text never comes as far as Markdown: ledgers, templates and views are
 * refused for it (gen/diag/hidden.c). */
static struct str as_text(struct arena *arena, struct str bytes)
{
	struct buf text = buf_new(arena, 0);
	for (size_t at = 0; at < bytes.len;) {
		uint32_t point = utf8_next(bytes, &at);
		utf8_put(&text, point == UTF8_BAD ? '?' : point);
	}
	return buf_str(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t size)
{
	struct fuzz fuzz = fuzz_begin();
	size_t profiles = 0;
	while (profile_at(profiles))
		profiles++;
	struct str text = as_text(fuzz.arena, (struct str){(const char *)at + (size > 0),
							   size - (size > 0)});
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
