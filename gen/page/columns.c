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
	if (NARROW_GUTTER * between > width / 3)
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

/* Figures stay whole where they leave half a fair share to every other column. */
static bool figures_stay(const struct want *wants, size_t count, mpt width)
{
	int64_t share = width / (mpt)count / 2, needed = 0;
	for (size_t c = 0; c < count; c++)
		needed += wants[c].figures || wants[c].least < share ? wants[c].least
								     : share;
	return needed <= width;
}

/* The width that the columns too wide for it are cut down to, so that all fill `width`:
 * narrow ones stay as they are. */
static mpt fair_width(const struct want *wants, size_t count, mpt width, bool figures)
{
	mpt fair = width / (mpt)count / 2;
	for (;;) {
		int64_t room = width, over = 0;
		for (size_t c = 0; c < count; c++) {
			bool stays =
				wants[c].least <= fair || (figures && wants[c].figures);
			room -= stays ? wants[c].least : 0;
			over += !stays;
		}
		if (over == 0 || room / over <= fair)
			return fair;
		fair = (mpt)(room / over);
	}
}

static void squeeze(mpt *widths, const struct want *wants, size_t count, mpt width)
{
	bool figures = figures_stay(wants, count, width);
	mpt fair = fair_width(wants, count, width, figures);
	for (size_t c = 0; c < count; c++) {
		bool stays = wants[c].least <= fair || (figures && wants[c].figures);
		widths[c] = stays ? wants[c].least : fair;
	}
}

static mpt between(const struct want *want, mpt level)
{
	mpt width = level < want->least ? want->least : level;
	return width > want->natural ? want->natural : width;
}

/* The width up to which every column may grow, so that all fit: short columns have what
 * they want before long texts have more. */
static mpt growth(const struct want *wants, size_t count, mpt width)
{
	mpt low = 0, high = width;
	while (low < high) {
		mpt level = low + (high - low + 1) / 2;
		int64_t used = 0;
		for (size_t c = 0; c < count; c++)
			used += between(&wants[c], level);
		if (used <= width)
			low = level;
		else
			high = level - 1;
	}
	return low;
}

void columns_spread(mpt *widths, const struct want *wants, size_t count, mpt width)
{
	struct want all = sum(wants, count);
	if (all.least > width) {
		squeeze(widths, wants, count, width);
		return;
	}
	mpt level = all.natural <= width ? width : growth(wants, count, width);
	for (size_t c = 0; c < count; c++)
		widths[c] = between(&wants[c], level);
}
