/* frames: a growing list of placed frames, and lines of words put into it.
 * Floor 3, paper wing. Owner: the setting's arena. */
#ifndef PAGE_FRAMES_H
#define PAGE_FRAMES_H

#include "page/wrap.h"

struct frames {
	struct arena *arena;
	struct frame *at;
	size_t count, room;
	struct elements *elements; /* NULL: of artifacts and copies */
	size_t near;		   /* origin of the newest text */
};

/* Where a line of text goes: its left edge, the top of its line box and the room it has.
 */
struct slot {
	mpt x, y, width;
	enum align align;
	enum role role;
};

/* Room for so many more, asked for where they are known to come. */
void frames_reserve(struct frames *frames, size_t more);

/* A new frame of the open element, unless an artifact; else zeroed; valid until the next
 * call. */
struct frame *frames_add(struct frames *frames, enum frame_kind kind, enum role role);

/* One line: a text frame for each stretch of one style, each followed by its link's area.
 */
void frames_line(struct frames *frames, const struct setting *setting,
		 const struct words *words, const struct stretch *line,
		 const struct type *type, const struct slot *slot);

/* Words wrapped into slot->width, line below line. Returns the height used [mpt]. */
mpt frames_words(struct frames *frames, const struct setting *setting,
		 struct words *words, const struct type *type, const struct slot *slot);
/* The same for a text without styles. */
mpt frames_text(struct frames *frames, const struct setting *setting, struct str text,
		const struct type *type, const struct slot *slot);

/* Frames [first, to) of `from`, `down` lower. */
void frames_copy(struct frames *frames, const struct frames *from, size_t first,
		 size_t to, mpt down);

/* A filled rectangle; a rule is one of little height. */
void frames_rule(struct frames *frames, struct rect at, uint8_t grey);

/* [mpt] from the top of a line box to the baseline. */
mpt type_baseline(const struct setting *setting, const struct type *type);
/* [mpt] of a text frame's box. Plain letters need 0.83 of the size above the baseline and
 * 0.22 below; a font's own (often far larger) numbers are clipped to that, so that the
 * boxes of neighbouring lines never overlap. */
mpt type_height(const struct setting *setting, const struct type *type);

#endif
