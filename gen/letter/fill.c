#include "letter/fill.h"

/* The place of a number among those written. */
static struct written *place_of(struct written *places, int64_t number)
{
	uint64_t mixed = (uint64_t)number * UINT64_C(0x9E3779B97F4A7C15);
	return &places[(mixed >> 32) % FILL_WRITTEN];
}

static bool is_at(const struct written *place, int64_t number)
{
	return place->value && place->number == number;
}

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
	struct written *place = place_of(fill->amounts, amount);
	if (!is_at(place, amount))
		*place = (struct written){amount,
					  value_from_money(fill->arena, fill->locale,
							   amount, fill->currency)};
	value_set(fill->arena, record, name, place->value);
}

void fill_date(const struct fill *fill, struct value *record, struct str name, date day)
{
	struct written *place = place_of(fill->days, day);
	if (!is_at(place, day))
		*place = (struct written){
			day, value_from_date(fill->arena, fill->locale, day)};
	value_set(fill->arena, record, name, place->value);
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
