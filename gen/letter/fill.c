#include "letter/fill.h"

void fill_text(const struct fill *fill, struct value *record, struct str name,
	       struct str text)
{
	value_set(fill->arena, record, name, value_text(fill->arena, text));
}

void fill_truth(const struct fill *fill, struct value *record, struct str name,
		bool truth)
{
	value_set(fill->arena, record, name, value_truth(fill->arena, truth));
}

void fill_money(const struct fill *fill, struct value *record, struct str name,
		money amount)
{
	value_set(fill->arena, record, name,
		  value_from_money(fill->arena, fill->locale, amount, fill->currency));
}

void fill_date(const struct fill *fill, struct value *record, struct str name, date day)
{
	value_set(fill->arena, record, name,
		  value_from_date(fill->arena, fill->locale, day));
}

void fill_lines(const struct fill *fill, struct value *record, struct str name,
		struct str text)
{
	struct value *list = value_list(fill->arena);
	struct str line;
	while (str_line(&text, &line)) {
		line = str_trim(line);
		if (line.len)
			value_push(list, value_text(fill->arena, line));
	}
	value_set(fill->arena, record, name, list);
}

struct str fill_title(const struct fill *fill, const struct policy *policy, int32_t stage)
{
	struct arena_mark mark = arena_mark(fill->arena);
	const struct template *template = template_find(
		fill->arena, fill->templates, fill->tag, policy->stages[stage].letter);
	arena_rewind(fill->arena, mark);
	return template ? template->title : STR("");
}
