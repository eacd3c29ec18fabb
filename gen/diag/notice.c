#include "diag/notice.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "diag/remedy.h"

/* Formats by the arguments of the caller's `...`, which begin after `format`. */
static struct str format_list(struct arena *arena, const char *format, va_list arguments)
{
	char line[128]; /* long enough for most */
	va_list again;
	va_copy(again, arguments);
	int len = vsnprintf(line, sizeof line, format, again);
	va_end(again);
	size_t size = len > 0 ? (size_t)len : 0;
	char *at = arena_text(arena, size + 1);
	if (size < sizeof line)
		memcpy(at, line, size);
	else
		vsnprintf(at, size + 1, format, arguments);
	return (struct str){at, size};
}

/* Code, place and text as one key. */
static struct str key_of(struct arena *arena, const struct notice *notice)
{
	uint32_t head[] = {(uint32_t)notice->code, notice->span.file, notice->span.at};
	char *key = arena_text(arena, sizeof head + notice->text.len);
	memcpy(key, head, sizeof head);
	if (notice->text.len)
		memcpy(key + sizeof head, notice->text.at, notice->text.len);
	return (struct str){key, sizeof head + notice->text.len};
}

/* Whoever adds a repeat may still attach help and notes to it: nobody will see them. */
static void link_in(struct notices *notices, struct notice *notice)
{
	void **seen = map_at(&notices->seen, key_of(notices->arena, notice));
	if (*seen)
		return;
	*seen = notice;
	if (!notices->last)
		notices->last = &notices->first;
	*notices->last = notice;
	notices->last = &notice->next;
	if (notice_severity(notice->code) == SEVERITY_ERROR)
		notices->errors++;
	else
		notices->warnings++;
}

static void append_note(struct notice *notice, struct note *note)
{
	struct note **link = &notice->notes;
	while (*link)
		link = &(*link)->next;
	*link = note;
}

static struct note *note_new(struct arena *arena, struct span span, struct str text)
{
	struct note *note = ARENA_NEW(arena, struct note);
	note->span = span;
	note->text = text;
	return note;
}

struct notices notices_new(struct arena *arena, struct sources *sources)
{
	return (struct notices){
		.arena = arena, .sources = sources, .seen = map_new(arena)};
}

struct notice *notice_add(struct notices *notices, enum notice_code code,
			  struct span span, const char *format, ...)
{
	struct notice *notice = ARENA_NEW(notices->arena, struct notice);
	va_list arguments;
	va_start(arguments, format);
	notice->text = format_list(notices->arena, format, arguments);
	va_end(arguments);
	notice->code = code;
	notice->span = span;
	notice->help = str_from_c(remedy(code));
	link_in(notices, notice);
	return notice;
}

void notice_help(struct notices *notices, struct notice *notice, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	notice->help = format_list(notices->arena, format, arguments);
	va_end(arguments);
}

void notice_note(struct notices *notices, struct notice *notice, struct span span,
		 const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	struct str text = format_list(notices->arena, format, arguments);
	va_end(arguments);
	append_note(notice, note_new(notices->arena, span, text));
}

bool notices_have(const struct notices *notices, enum notice_code code)
{
	for (const struct notice *at = notices->first; at; at = at->next)
		if (at->code == code)
			return true;
	return false;
}

void notices_merge(struct notices *to, const struct notices *from)
{
	for (const struct notice *n = from->first; n; n = n->next) {
		struct notice *copy = ARENA_NEW(to->arena, struct notice);
		*copy = *n;
		copy->text = str_copy(to->arena, n->text);
		copy->help = str_copy(to->arena, n->help);
		copy->notes = NULL;
		copy->next = NULL;
		for (const struct note *note = n->notes; note; note = note->next) {
			struct str text = str_copy(to->arena, note->text);
			append_note(copy, note_new(to->arena, note->span, text));
		}
		link_in(to, copy);
	}
}
