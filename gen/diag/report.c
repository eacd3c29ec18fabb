/* notices_sorted and notices_print of notice.h. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "diag/excerpt.h"
#include "diag/hidden.h"
#include "diag/notice.h"

/* A notice with the path it is sorted by; `order` is that of adding. */
struct entry {
	const struct notice *notice;
	struct str path;
	size_t order;
};

/* Escape sequences, all empty without colour. */
struct colors {
	struct str place, error, warning, note, help, end;
};

static const struct colors plain = {0};
static const struct colors bright = {
	.place = STR_LIT("\033[1m"),
	.error = STR_LIT("\033[1;31m"),
	.warning = STR_LIT("\033[1;35m"),
	.note = STR_LIT("\033[1;36m"),
	.help = STR_LIT("\033[36m"),
	.end = STR_LIT("\033[0m"),
};

static int sign(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

/* 0: what is printed is the same. */
static int compare_told(const struct entry *a, const struct entry *b)
{
	int order = str_compare(a->path, b->path);
	if (!order)
		order = sign(a->notice->span.at, b->notice->span.at);
	if (!order)
		order = sign((uint64_t)a->notice->code, (uint64_t)b->notice->code);
	if (!order)
		order = str_compare(a->notice->text, b->notice->text);
	return order;
}

static int compare(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = compare_told(a, b);
	return order ? order : sign(a->order, b->order);
}

static void put_colored(struct buf *buf, struct str color, struct str text,
			const struct colors *colors)
{
	buf_put(buf, color);
	buf_put(buf, text);
	if (color.len)
		buf_put(buf, colors->end);
}

/* "path:7:14:", "path:" when the line cannot be read any more, or "collectgen:". */
static struct place put_place(struct buf *buf, const struct notices *notices,
			      struct span span, const struct colors *colors)
{
	const struct source *source = source_at(notices->sources, span.file);
	struct place place = {0};
	buf_put(buf, colors->place);
	if (source) {
		hidden_show(buf, source->path, false);
		place = source_place(notices->sources, span);
	} else {
		buf_put(buf, STR("collectgen"));
	}
	if (place.line > 0)
		buf_format(buf, ":%u:%u", place.line, place.column);
	buf_byte(buf, ':');
	buf_put(buf, colors->end);
	buf_byte(buf, ' ');
	return place;
}

static void put_note(struct buf *buf, const struct notices *notices,
		     const struct note *note, const struct colors *colors)
{
	put_place(buf, notices, note->span, colors);
	put_colored(buf, colors->note, STR("note:"), colors);
	buf_byte(buf, ' ');
	hidden_show(buf, note->text, false);
	buf_byte(buf, '\n');
}

static void put_help(struct buf *buf, uint32_t line, struct str help,
		     const struct colors *colors)
{
	buf_fill(buf, ' ', excerpt_gutter(line));
	buf_put(buf, STR("= "));
	put_colored(buf, colors->help, STR("help:"), colors);
	buf_byte(buf, ' ');
	hidden_show(buf, help, false);
	buf_byte(buf, '\n');
}

static void put_notice(struct buf *buf, const struct notices *notices,
		       const struct notice *notice, const struct colors *colors)
{
	bool error = notice_severity(notice->code) == SEVERITY_ERROR;
	struct str color = error ? colors->error : colors->warning;
	struct place place = put_place(buf, notices, notice->span, colors);
	put_colored(buf, color, error ? STR("error:") : STR("warning:"), colors);
	buf_byte(buf, ' ');
	hidden_show(buf, notice->text, false);
	buf_format(buf, " [%s]\n", notice_code_name(notice->code));
	if (place.line > 0) {
		size_t length = notice->length ? notice->length : place.length;
		excerpt_put(buf, &place, length, (struct paint){color, colors->end});
	}
	struct str help = notice->help;
	if (help.len == 0)
		help = str_format(buf->arena, "'collectgen help %s' says more",
				  notice_code_name(notice->code));
	put_help(buf, place.line, help, colors);
	for (const struct note *note = notice->notes; note; note = note->next)
		put_note(buf, notices, note, colors);
}

/* A template is read once for each locale that uses it; what is wrong with it is one
 * fault. */
static bool is_repeat(const struct sources *sources, const struct entry *a,
		      const struct entry *b)
{
	uint32_t first = a->notice->span.file, second = b->notice->span.file;
	return compare_told(a, b) == 0 && first && second &&
	       source_imprint(sources, first) == source_imprint(sources, second);
}

const struct notice **notices_sorted(const struct notices *notices, size_t *count)
{
	size_t total = notices->errors + notices->warnings, n = 0;
	struct entry *entries = ARENA_ARRAY(notices->arena, struct entry, total);
	for (const struct notice *at = notices->first; at; at = at->next, n++) {
		const struct source *source = source_at(notices->sources, at->span.file);
		struct str path = source ? source->path : (struct str){NULL, 0};
		entries[n] = (struct entry){at, path, n};
	}
	qsort(entries, n, sizeof *entries, compare);
	const struct notice **sorted =
		ARENA_ARRAY(notices->arena, const struct notice *, n);
	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (i == 0 || !is_repeat(notices->sources, &entries[i - 1], &entries[i]))
			sorted[(*count)++] = entries[i].notice;
	return sorted;
}

void notices_print(const struct notices *notices, FILE *out, bool color)
{
	struct arena_mark mark = arena_mark(notices->arena);
	size_t count = 0;
	const struct notice **sorted = notices_sorted(notices, &count);
	size_t printed = count < LIMIT_NOTICES ? count : LIMIT_NOTICES;
	for (size_t i = 0; i < printed; i++) {
		struct arena_mark each = arena_mark(notices->arena);
		struct buf buf = buf_new(notices->arena, 0);
		put_notice(&buf, notices, sorted[i], color ? &bright : &plain);
		fwrite(buf.at, 1, buf.len, out);
		arena_rewind(notices->arena, each);
	}
	if (printed < count)
		fprintf(out, "collectgen: note: %zu more finding%s not shown\n",
			count - printed, count - printed == 1 ? " is" : "s are");
	arena_rewind(notices->arena, mark);
}
