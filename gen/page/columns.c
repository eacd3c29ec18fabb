#include "page/columns.h"

#include "page/look.h"

#define GUTTER 8500	   /* [mpt] 3 mm */
#define NARROW_GUTTER 5700 /* [mpt] 2 mm */

static struct want sum(const struct want *wants, size_t count)
{
	struct want all = {0};
	for (size_t c = 0; c < count; c++) {
		all.least += wants[c].least;
		all.gentle += wants[c].gentle;
		all.natural += wants[c].natural;
	}
	return all;
}

/* Widths grow with the size but for rounding, so one measuring tells for all sizes. */
static mpt scaled(mpt length, mpt size)
{
	return (mpt)((int64_t)length * size / look_table_size(0) + 1);
}

mpt columns_gutter(const struct want *wants, size_t count, mpt width)
{
	struct want all = sum(wants, count);
	mpt between = (mpt)count - 1;
	if (all.least + GUTTER * between > width * 2)
		return 0;
	return all.gentle + GUTTER * between > width ? NARROW_GUTTER : GUTTER;
}

mpt columns_size(const struct want *wants, size_t count, mpt width)
{
	struct want all = sum(wants, count);
	mpt size = look_table_size(0);
	for (size_t i = 0; look_table_size(i); i++) {
		size = look_table_size(i);
		if (scaled(all.gentle, size) <= width)
			break;
	}
	return size;
}

static void squeeze(mpt *widths, const struct want *wants, size_t count, mpt width)
{
	int64_t share = width / (mpt)count / 2, text = 0, figures = 0;
	for (size_t c = 0; c < count; c++) {
		int64_t least = wants[c].least;
		figures += wants[c].figures ? least : 0;
		text += wants[c].figures ? 0 : least < share ? least : share;
	}
	bool figures_stay = figures + text <= width;
	int64_t room = width, over = 0;
	for (size_t c = 0; c < count; c++) {
		int64_t least = wants[c].least;
		bool gives = least > share && !(figures_stay && wants[c].figures);
		room -= gives ? share : least;
		over += gives ? least - share : 0;
	}
	for (size_t c = 0; c < count; c++) {
		int64_t least = wants[c].least;
		bool gives = least > share && !(figures_stay && wants[c].figures);
		widths[c] = (mpt)(gives ? share + (least - share) * room / over : least);
	}
}

void columns_spread(mpt *widths, const struct want *wants, size_t count, mpt width)
{
	struct want all = sum(wants, count);
	if (all.least > width) {
		squeeze(widths, wants, count, width);
		return;
	}
	bool room_for_all = all.natural <= width;
	int64_t extra = width - all.least, wish = all.natural - all.least;
	for (size_t c = 0; c < count; c++) {
		int64_t more = wants[c].natural - wants[c].least;
		if (!room_for_all)
			more = more * extra / wish;
		widths[c] = wants[c].least + (mpt)more;
	}
}
