/* explain_text of explain.h. */
#include "base/utf8.h"
#include "diag/hidden.h"
#include "explain.h"
#include "table.h"

#define WIDTH 80
#define INDENT 14 /* where words begin: two blanks, a day, two blanks */
#define DASHES 12
#define MARGIN 16 /* kept free for the figure on the right */

static struct str shown(struct arena *arena, struct str text)
{
	struct buf buf = buf_new(arena, 0);

	hidden_show(&buf, text, false);
	return buf_str(&buf);
}

/* Bytes of the longest run of whole words that fits; at least one word. */
static size_t fit(struct str text, size_t width)
{
	size_t best = 0;

	for (size_t at = 0; at < text.len;) {
		size_t end = str_index(text, ' ', at);
		if (utf8_count(str_slice(text, 0, end)) > width && best)
			break;
		best = end;
		at = end + 1;
	}
	return best;
}

/* Lines of words under the mark; the figure stands at the end of the first. */
static size_t put_words(struct buf *out, const struct step *step, struct str text)
{
	size_t width = WIDTH - INDENT, used = INDENT;
	bool first = true;

	if (step->amount.len)
		width -= MARGIN;
	while (text.len) {
		size_t end = fit(text, width);
		struct str line = str_slice(text, 0, end);
		if (!first)
			buf_fill(out, ' ', INDENT);
		buf_put(out, line);
		used = INDENT + utf8_count(line);
		if (first && step->amount.len) {
			size_t taken = used + step->amount.len;
			buf_fill(out, ' ', taken < WIDTH ? WIDTH - taken : 1);
			buf_put(out, step->amount);
			used = WIDTH;
		}
		text = str_slice(text, end + 1, text.len);
		if (text.len)
			buf_byte(out, '\n');
		first = false;
	}
	return used;
}

/* "(rule 4b) payments.yaml:12"; empty for a step without a place. */
static struct str place_words(const struct explanation *x, const struct step *step)
{
	struct buf text = buf_new(x->arena, 0);

	if (!step->span.file)
		return buf_str(&text);
	struct place place = source_place(x->book->sources, step->span);
	if (step->rule)
		buf_format(&text, "(rule %s) ", step->rule);
	buf_format(&text, "%.*s:%u",
		   STR_ARG(source_at(x->book->sources, step->span.file)->path),
		   place.line);
	return buf_str(&text);
}

/* Without a place the rule stands behind the words. */
static struct str words(const struct explanation *x, const struct step *step)
{
	if (step->span.file || !step->rule)
		return step->text;
	return str_format(x->arena, "%.*s (rule %s)", STR_ARG(step->text), step->rule);
}

static void put_step(struct buf *out, const struct explanation *x,
		     const struct step *step, bool color)
{
	struct str where = shown(x->arena, place_words(x, step));

	if (step->total) {
		buf_fill(out, ' ', WIDTH - DASHES);
		buf_fill(out, '-', DASHES);
		buf_byte(out, '\n');
	}
	buf_put(out, STR("  "));
	buf_put(out, step->mark);
	size_t taken = 2 + utf8_count(step->mark);
	buf_fill(out, ' ', taken < INDENT ? INDENT - taken : 1);
	size_t used = put_words(out, step, shown(x->arena, words(x, step)));
	if (where.len && used + 2 + utf8_count(where) > WIDTH) {
		buf_byte(out, '\n');
		buf_fill(out, ' ', INDENT);
	} else if (where.len) {
		buf_fill(out, ' ', 2);
	}
	table_paint(out, where, PAINT_FAINT, color);
	buf_byte(out, '\n');
}

/* "interest" → "Interest" */
static void put_title(struct buf *out, struct arena *arena, const char *name, bool color)
{
	char *title = str_c(arena, str_from_c(name));

	if (*title >= 'a' && *title <= 'z')
		*title = (char)(*title - 'a' + 'A');
	buf_byte(out, '\n');
	table_paint(out, str_from_c(title), PAINT_BOLD, color);
	buf_byte(out, '\n');
}

struct str explain_text(const struct explanation *x, bool color)
{
	struct buf out = buf_new(x->arena, 0);

	table_paint(&out, shown(x->arena, x->title), PAINT_BOLD, color);
	buf_byte(&out, '\n');
	for (const struct chapter *s = x->first; s; s = s->next) {
		if (!s->first)
			continue;
		put_title(&out, x->arena, s->name, color);
		for (const struct step *step = s->first; step; step = step->next)
			put_step(&out, x, step, color);
	}
	return buf_str(&out);
}
