/* Entrance: a template and its view, divided by a line "%% view", in both manners, to the
 * page. */
#include "base/arena.h"
#include "fuzz.h"
#include "letter/trial.h"
#include "paper.h"
#include "text/sample.h"

/* The locale is read once for many inputs, and its sources with it: reading it takes
 * longer than trying a template. What is read grows, so now and then it is read anew. */
static struct kept {
	struct arena *arena;
	struct sources *sources;
	struct locale *locale;
	unsigned turn;
} kept;

static void keep_locale(void)
{
	if (kept.turn++ % 512 != 0)
		return;
	if (kept.arena) {
		sources_free(kept.sources);
		arena_free(kept.arena);
	}
	kept.arena = arena_new(0);
	kept.sources = sources_new();
	struct notices none = notices_new(kept.arena, kept.sources);
	kept.locale = locale_carried(kept.arena, kept.sources, STR("en-GB"), &none);
	fuzz_law(kept.locale != NULL, "the carried locale is sound");
}

static void try_out(struct fuzz *fuzz, struct str template, struct str values,
		    bool lenient)
{
	const struct source *source =
		source_from_bytes(fuzz->sources, STR("letter.md"), template);
	const struct source *view =
		source_from_bytes(fuzz->sources, STR("view.yaml"), values);
	struct trial *trial = trial_open(fuzz->arena, fuzz->sources, source, kept.locale,
					 lenient, &fuzz->notices);
	struct value *value = sample_read(fuzz->arena, view, &fuzz->notices);
	if (!trial || !value)
		return;
	if (!lenient)
		trial_add_words(trial, value);
	trial_text(trial, value, lenient ? ESCAPE_HTML : ESCAPE_MARKDOWN);
	const struct profile *profile = profile_find(STR("win-left"));
	struct layout *layout =
		trial_page(trial, value, profile, press_metrics(paper_press()));
	if (layout)
		paper_check(fuzz, layout);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t size)
{
	struct str whole = {(const char *)at, size}, name, values;
	struct str template = fuzz_part(whole, &name, &values);
	for (int lenient = 0; lenient < 2; lenient++) {
		keep_locale();
		struct fuzz fuzz = fuzz_begin_with(kept.sources);
		try_out(&fuzz, template, values, lenient);
		fuzz_end(&fuzz);
	}
	return 0;
}
