/* explain_json of explain.h. */
#include "explain.h"

static void put_place(struct json *json, const struct explanation *x, struct span span)
{
	if (!span.file)
		return;
	struct place place = source_place(x->book->sources, span);
	print_put_str(json, "file", source_at(x->book->sources, span.file)->path);
	print_put_number(json, "line", place.line);
}

static void put_step(struct json *json, const struct explanation *x,
		     const struct step *step)
{
	json_open(json, '{');
	if (step->mark.len)
		print_put_str(json, "mark", step->mark);
	print_put_str(json, "text", step->text);
	if (step->amount.len)
		print_put_str(json, "amount", step->amount);
	if (step->total)
		print_put_bool(json, "total", true);
	if (step->rule)
		print_put_str(json, "rule", str_from_c(step->rule));
	put_place(json, x, step->span);
	for (const struct fact *fact = step->facts; fact; fact = fact->next) {
		json_key(json, fact->key);
		if (fact->number)
			json_raw(json, fact->value);
		else
			json_str(json, fact->value);
	}
	json_close(json, '}');
}

static void put_explanation(struct json *json, const struct explanation *x)
{
	const struct account *account = x->escalation->account;

	json_open(json, '{');
	print_put_str(json, x->kind, x->subject);
	if (!str_equal(str_from_c(x->kind), STR("customer")))
		print_put_str(json, "customer", account->customer->id);
	print_put_str(json, "currency", str_from_c(account->currency->code));
	print_put_bool(json, "agrees", x->agrees);
	json_key(json, "sections");
	json_open(json, '[');
	for (const struct chapter *s = x->first; s; s = s->next) {
		json_open(json, '{');
		print_put_str(json, "name", str_from_c(s->name));
		json_key(json, "steps");
		json_open(json, '[');
		for (const struct step *step = s->first; step; step = step->next)
			put_step(json, x, step);
		json_close(json, ']');
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
}

struct str explain_json(const struct explanation *const *explanations, size_t count)
{
	struct arena *arena = explanations[0]->arena;
	struct buf out = buf_new(arena, 0);
	struct json json = json_new(&out);

	json_open(&json, '{');
	print_put_day(&json, arena, "as_of", explanations[0]->book->as_of);
	json_key(&json, "explained");
	json_open(&json, '[');
	for (size_t i = 0; i < count; i++)
		put_explanation(&json, explanations[i]);
	json_close(&json, ']');
	json_close(&json, '}');
	buf_byte(&out, '\n');
	return buf_str(&out);
}
