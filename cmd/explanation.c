#include "explanation.h"

#include <stdarg.h>
#include <stdio.h>

static const struct currency *currency_of(const struct explanation *explanation)
{
	return explanation->escalation->account->currency;
}

struct step *explanation_step(struct explanation *x, const char *rule, struct span span,
			      const char *format, ...)
{
	struct step *step = ARENA_NEW(x->arena, struct step);
	va_list arguments;

	va_start(arguments, format);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	size_t size = length > 0 ? (size_t)length : 0;
	char *text = arena_text(x->arena, size + 1);
	va_start(arguments, format);
	vsnprintf(text, size + 1, format, arguments);
	va_end(arguments);
	step->text = (struct str){text, size};
	step->rule = rule;
	step->span = span;
	step->last_fact = &step->facts;
	*x->open->last = step;
	x->open->last = &step->next;
	return step;
}

void explanation_amount(struct explanation *x, struct step *step, money amount)
{
	step->amount = print_money(x->arena, amount, currency_of(x));
}

void explanation_day(struct explanation *x, struct step *step, date day)
{
	step->mark = print_day(x->arena, day);
}

void explanation_fact(struct explanation *x, struct step *step, const char *key,
		      struct str value)
{
	struct fact *fact = ARENA_NEW(x->arena, struct fact);

	fact->key = key;
	fact->value = value;
	*step->last_fact = fact;
	step->last_fact = &fact->next;
}

void explanation_number(struct explanation *x, struct step *step, const char *key,
			int64_t value)
{
	struct fact *fact = ARENA_NEW(x->arena, struct fact);
	struct buf digits = buf_new(x->arena, 0);

	buf_int(&digits, value);
	fact->key = key;
	fact->value = buf_str(&digits);
	fact->number = true;
	*step->last_fact = fact;
	step->last_fact = &fact->next;
}

static struct chapter *chapter_new(struct arena *arena, const char *name)
{
	struct chapter *section = ARENA_NEW(arena, struct chapter);

	section->name = name;
	section->last = &section->first;
	return section;
}

static const struct trace_list *listen(struct arena *arena, const struct book *book,
				       size_t i)
{
	size_t count;
	struct trace_list *list = ARENA_NEW(arena, struct trace_list);
	struct trace trace = trace_to_list(list);
	struct notices quiet = notices_new(arena, book->sources); /* told already */
	struct account_key *keys = account_list(arena, book->ledger, book->as_of, &count);

	*list = trace_list_new(arena);
	account_explain(arena, book->ledger, &keys[i], book->as_of, &trace, &quiet);
	return list;
}

struct explanation *explanation_new(struct arena *arena, const struct book *book,
				    size_t i)
{
	struct explanation *x = ARENA_NEW(arena, struct explanation);

	x->arena = arena;
	x->book = book;
	x->escalation = book->accounts[i];
	x->told = listen(arena, book, i);
	x->last = &x->first;
	x->checks = chapter_new(arena, "check");
	x->agrees = true;
	return x;
}

void explanation_close(struct explanation *x)
{
	*x->last = x->checks;
}

void explanation_section(struct explanation *x, const char *name)
{
	struct chapter *section = chapter_new(x->arena, name);

	*x->last = section;
	x->last = &section->next;
	x->open = section;
}

void explanation_check(struct explanation *x, const char *figure, money told,
		       money status)
{
	bool same = told == status;
	struct chapter *open = x->open;

	x->open = x->checks;
	struct str sum = print_money(x->arena, told, currency_of(x));
	struct step *step = explanation_step(
		x, NULL, (struct span){0, 0},
		same ? "%s: as in status"
		     : "%s: the steps come to %.*s, NOT to status' figure: a bug in collectgen",
		figure, STR_ARG(sum));

	explanation_amount(x, step, status);
	explanation_fact(x, step, "figure", str_from_c(figure));
	explanation_fact(x, step, "explained", sum);
	x->open = open;
	x->agrees = x->agrees && same;
}
