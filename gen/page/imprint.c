#include "page/imprint.h"

#include "text/mustache.h"

/* A field that is new in struct sheet has to be added below, and then here. */
_Static_assert(sizeof(void *) != 8 || sizeof(struct sheet) == 208,
	       "every field of a sheet leaves its imprint");

static void add_lines(struct digesting *digesting, const struct text_line *line)
{
	for (; line; line = line->next) {
		digest_add_number(digesting, 1);
		digest_add_text(digesting, line->text);
	}
	digest_add_number(digesting, 0);
}

static void add_pairs(struct digesting *digesting, const struct pair *pair)
{
	for (; pair; pair = pair->next) {
		digest_add_number(digesting, 1);
		digest_add_text(digesting, pair->label);
		digest_add_text(digesting, pair->value);
	}
	digest_add_number(digesting, 0);
}

/* Spans and the subject's name stand in findings alone: what has findings is set anew. */
void imprint_add(struct digesting *digesting, const struct sheet *sheet)
{
	digest_add_text(digesting, sheet->profile->name);
	digest_add_text(digesting, sheet->letterhead);
	digest_add_number(digesting, sheet->logo != NULL);
	add_lines(digesting, sheet->letterhead_lines);
	digest_add_text(digesting, sheet->sender_line);
	add_lines(digesting, sheet->address);
	add_pairs(digesting, sheet->info);
	digest_add_text(digesting, sheet->subject);
	digest_add_text(digesting, sheet->rendered->text);
	add_lines(digesting, sheet->footer);
	digest_add_text(digesting, sheet->page_of);
	digest_add_text(digesting, sheet->continued);
	digest_add_text(digesting, sheet->carried);
	digest_add_text(digesting, sheet->brought);
}
