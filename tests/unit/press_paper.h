/* Paper for the press's tests: hand-made pages, and what other programs read in them. */
#ifndef TESTS_PRESS_PAPER_H
#define TESTS_PRESS_PAPER_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/carried.h"
#include "press/press.h"

enum { PAPER_FRAMES = 256, PAPER_WIDTH = 595276, PAPER_HEIGHT = 841890 };

/* A page being written by hand. */
struct paper {
	struct arena *arena;
	const struct metrics *metrics;
	struct frame frames[PAPER_FRAMES];
	struct page page;
	struct layout layout;
};

static inline struct paper *paper_new(struct arena *arena, const struct press *press)
{
	struct paper *paper = ARENA_NEW(arena, struct paper);
	paper->arena = arena;
	paper->metrics = press_metrics(press);
	paper->page = (struct page){paper->frames, 0};
	paper->layout = (struct layout){.width = PAPER_WIDTH,
					.height = PAPER_HEIGHT,
					.pages = &paper->page,
					.npages = 1};
	return paper;
}

static inline struct frame *paper_frame(struct paper *paper, enum frame_kind kind,
					struct rect at, struct str text)
{
	struct frame *frame = &paper->frames[paper->page.nframes++];
	*frame = (struct frame){.kind = kind, .at = at, .text = text};
	return frame;
}

/* Text at `x` on the baseline `y`, in the face and size given. */
static inline struct frame *paper_write(struct paper *paper, enum face face, mpt size,
					mpt x, mpt y, struct str text)
{
	const struct metrics *metrics = paper->metrics;
	mpt ascent = metrics->ascent(metrics, face, size);
	struct rect at = {x, y - ascent, metrics->width(metrics, face, size, text, false),
			  ascent + metrics->descent(metrics, face, size)};
	struct frame *frame = paper_frame(paper, FRAME_TEXT, at, text);
	frame->baseline = y;
	frame->face = face;
	frame->size = size;
	return frame;
}

static inline struct frame *paper_text(struct paper *paper, mpt x, mpt y, struct str text)
{
	return paper_write(paper, FACE_REGULAR, 10500, x, y, text);
}

/* An amount that ends at `right`. */
static inline struct frame *paper_figure(struct paper *paper, mpt right, mpt y,
					 struct str text)
{
	struct frame *frame = paper_text(paper, right, y, text);
	frame->figures = true;
	frame->at.w = paper->metrics->width(paper->metrics, frame->face, frame->size,
					    text, true);
	frame->at.x = right - frame->at.w;
	return frame;
}

/* A reminder as they are: two faces, some 90 texts, a table, a box, a link. */
static inline struct paper *paper_letter(struct arena *arena, const struct press *press,
					 unsigned seed)
{
	static const char *const words[] = {"payment", "received", "with",    "thanks",
					    "invoice", "please",   "account", "Today",
					    "Avery",   "for"};
	struct paper *paper = paper_new(arena, press);
	paper_write(paper, FACE_BOLD, 16000, 62362, 60000, STR("Hawthorn Joinery Ltd"));
	for (mpt line = 0; line < 12; line++) {
		struct buf buf = buf_new(arena, 0);
		for (int i = 0; i < 11; i++) {
			seed = seed * 1103515245u + 12345u;
			buf_format(&buf, "%s%s", i ? " " : "", words[seed >> 16 & 7]);
		}
		buf_format(&buf, " – we’ve %s", words[8 + (seed >> 20 & 1)]);
		paper_text(paper, 62362, 280000 + line * 15000, buf_str(&buf));
	}
	for (mpt row = 0; row < 12; row++) {
		mpt y = 480000 + row * 16000;
		paper_text(paper, 62362, y,
			   str_format(arena, "INV-2026-%03u", seed % 997));
		paper_text(paper, 170000, y, STR("7 August 2026"));
		paper_text(paper, 270000, y, STR("6 September 2026"));
		for (mpt right = 400000; right <= 535000; right += 67500)
			paper_figure(
				paper, right, y,
				str_format(arena, "£%u,%03u.50", seed % 7, seed % 999));
		seed = seed * 1103515245u + 12345u;
		paper_frame(paper, FRAME_RULE,
			    (struct rect){62362, y + 4500, 472638, 300}, STR(""));
	}
	paper_write(paper, FACE_BOLD, 10500, 62362, 690000, STR("Total: £4,318.27"));
	paper_frame(paper, FRAME_BOX, (struct rect){62362, 700000, 472638, 50000},
		    STR(""));
	return paper;
}

static inline struct meta paper_meta(void)
{
	return (struct meta){.title = STR("Statement for Łódź"),
			     .author = STR("Hawthorn Joinery Ltd"),
			     .subject = STR("Statement (1)"),
			     .language = STR("en-GB"),
			     .date = {2026, 11, 30},
			     .producer = STR("collectgen 1.0.0")};
}

/* What `command` says of the file's bytes, whose name it finds as "$1". */
static inline struct str paper_ask(struct arena *arena, struct str file,
				   const char *command)
{
	char path[] = "/tmp/paper-XXXXXX", line[512];
	int handle = mkstemp(path);
	cr_assert_geq(handle, 0);
	cr_assert_eq(write(handle, file.at, file.len), (ssize_t)file.len);
	close(handle);
	FILE *pipe = popen(str_c(arena, str_format(arena, "set -- %s; { %s ; } 2>&1",
						   path, command)),
			   "r");
	struct buf said = buf_new(arena, 0);
	for (size_t n; (n = fread(line, 1, sizeof line, pipe)) > 0;)
		buf_put(&said, (struct str){line, n});
	pclose(pipe);
	unlink(path);
	return buf_str(&said);
}

static inline bool paper_holds(struct str text, struct str piece)
{
	return memmem(text.at, text.len, piece.at, piece.len) != NULL;
}

#endif
