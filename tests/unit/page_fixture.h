/* page_fixture: a sheet to set, a device to measure it, and the laws every page obeys. */
#ifndef UNIT_PAGE_FIXTURE_H
#define UNIT_PAGE_FIXTURE_H

#include <criterion/criterion.h>
#include <string.h>

#include "page_laws.h"
#include "text/markdown.h"

/* A device whose letters have widths of their own and whose digits are equally wide. It
 * counts how often it was asked. */
static inline mpt fixture_width(const struct metrics *self, enum face face, mpt size,
				struct str text, bool figures)
{
	(void)figures;
	++*(size_t *)self->device;
	mpt width = 0;
	uint32_t before = 0;
	for (size_t at = 0; at < text.len;) {
		uint32_t point = utf8_next(text, &at);
		mpt em = (mpt)(400 + point * 37 % 300);
		if (point == ' ' || point == '.')
			em = 260;
		if (point >= '0' && point <= '9')
			em = 570;
		if (before == '-')
			em -= 30;
		width += size / 100 * (em + (face == FACE_BOLD ? 40 : 0)) / 10;
		before = point;
	}
	return width;
}

static inline mpt fixture_ascent(const struct metrics *self, enum face face, mpt size)
{
	(void)self;
	(void)face;
	return size * 1069 / 1000;
}

static inline mpt fixture_descent(const struct metrics *self, enum face face, mpt size)
{
	(void)self;
	(void)face;
	return size * 293 / 1000;
}

struct fixture {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	size_t calls; /* of the device */
	struct metrics metrics;
	struct sheet sheet;
	struct layout *layout;
};

static inline struct text_line *fixture_lines(struct arena *arena, const char *text)
{
	struct text_line *first = NULL, **last = &first;
	struct str rest = str_from_c(text), line;
	while (str_line(&rest, &line)) {
		*last = ARENA_NEW(arena, struct text_line);
		(*last)->text = line;
		last = &(*last)->next;
	}
	return first;
}

static inline void fixture_info(struct fixture *f, const char *label, const char *value)
{
	struct pair **last = &f->sheet.info;
	while (*last)
		last = &(*last)->next;
	*last = ARENA_NEW(f->arena, struct pair);
	(*last)->label = str_from_c(label);
	(*last)->value = str_from_c(value);
}

static inline struct fixture *fixture_new(const char *profile)
{
	struct arena *arena = arena_new(0);
	struct fixture *f = ARENA_NEW(arena, struct fixture);
	f->arena = arena;
	f->sources = sources_new();
	f->notices = notices_new(arena, f->sources);
	f->metrics = (struct metrics){fixture_width, fixture_ascent, fixture_descent,
				      &f->calls, NULL};
	f->sheet.profile = profile_find(str_from_c(profile));
	f->sheet.letterhead = STR("Harbour & Finch Joinery Ltd");
	f->sheet.letterhead_lines = fixture_lines(
		arena, "Unit 4, Dock Road\nBristol BS1 6QH\n+44 117 496 0000\n"
		       "accounts@harbourfinch.example\nharbourfinch.example");
	f->sheet.sender_line =
		STR("Harbour & Finch · Unit 4, Dock Road · Bristol BS1 6QH");
	f->sheet.address = fixture_lines(arena, "Ashcombe Kitchens Ltd\n12 Temple Back\n"
						"Bristol BS1 6FL");
	f->sheet.subject_name = STR("customer 'ashcombe'");
	fixture_info(f, "Date", "30 November 2026");
	fixture_info(f, "Customer", "ashcombe");
	fixture_info(f, "Your reference", "PO 4711");
	f->sheet.subject = STR("Reminder: 3 invoices are overdue");
	f->sheet.footer =
		fixture_lines(arena, "Harbour & Finch Joinery Ltd · registered in "
				     "England 01234567 · VAT GB123456789");
	f->sheet.page_of = STR("Page {n} of {m}");
	f->sheet.continued =
		STR("Harbour & Finch · Ashcombe Kitchens · 30 November 2026");
	return f;
}

static inline void fixture_free(struct fixture *f)
{
	sources_free(f->sources);
	arena_free(f->arena);
}

/* Sets the letter whose body is this Markdown. */
static inline struct layout *fixture_set(struct fixture *f, struct str markdown)
{
	struct rendered *rendered = ARENA_NEW(f->arena, struct rendered);
	rendered->text = markdown;
	f->sheet.body = markdown_parse(f->arena, rendered, &f->notices);
	f->layout = sheet_set(f->arena, &f->sheet, &f->metrics, &f->notices);
	return f->layout;
}

/* The laws of every page hold. */
static inline void fixture_check(const struct fixture *f)
{
	cr_assert_not_null(f->layout);
	struct str broken = laws_broken(f->arena, &f->metrics, f->layout);
	cr_assert_eq(broken.len, 0, "%.*s", STR_ARG(broken));
}

/* The first text frame on a page that begins so, or NULL. */
static inline const struct frame *fixture_find(const struct fixture *f, size_t page,
					       const char *text)
{
	for (size_t i = 0; i < f->layout->pages[page].nframes; i++) {
		const struct frame *frame = &f->layout->pages[page].frames[i];
		if (frame->kind == FRAME_TEXT &&
		    str_starts(frame->text, str_from_c(text)))
			return frame;
	}
	return NULL;
}

/* How many lines of body text (not artifacts, letterhead, address, info) a page has. */
static inline size_t fixture_lines_on(const struct fixture *f, size_t page)
{
	size_t lines = 0;
	mpt newest = -1;
	for (size_t i = 0; i < f->layout->pages[page].nframes; i++) {
		const struct frame *frame = &f->layout->pages[page].frames[i];
		bool body = frame->kind == FRAME_TEXT && frame->role >= ROLE_SUBJECT;
		if (body && frame->baseline != newest)
			lines++;
		if (body)
			newest = frame->baseline;
	}
	return lines;
}

#endif
