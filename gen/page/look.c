#include "page/look.h"

#define NTYPES(table) (sizeof(table) / sizeof *(table))

mpt look_give(const struct type *type)
{
	mpt needed = type->size * 6 / 5;
	return type->leading > needed ? type->leading - needed : 0;
}

struct type look_body(void)
{
	return (struct type){.size = LOOK_BODY, .leading = LOOK_LEADING};
}

struct type look_heading(unsigned level)
{
	static const struct type types[] = {
		{.size = 13500, .leading = 17500, .face = FACE_BOLD},
		{.size = 12000, .leading = 15500, .face = FACE_BOLD},
		{.size = LOOK_BODY, .leading = LOOK_LEADING, .face = FACE_BOLD},
	};
	size_t index = level > 0 ? level - 1 : 0;
	return types[index < NTYPES(types) ? index : NTYPES(types) - 1];
}

struct type look_subject(void)
{
	return (struct type){.size = 12500, .leading = 16500, .face = FACE_BOLD};
}

struct type look_table(mpt size)
{
	return (struct type){.size = size, .leading = size * 13 / 10};
}

mpt look_table_size(size_t index)
{
	static const mpt sizes[] = {9500, 9000, 8500, 8000};
	return index < NTYPES(sizes) ? sizes[index] : 0;
}

struct type look_address(size_t index)
{
	static const struct type types[] = {
		{.size = 10500, .leading = 13500}, {.size = 10000, .leading = 12000},
		{.size = 10000, .leading = 11000}, {.size = 9500, .leading = 10500},
		{.size = 9000, .leading = 10000},
	};
	return index < NTYPES(types) ? types[index] : (struct type){0};
}

struct type look_name(size_t index)
{
	static const struct type types[] = {
		{.size = 19000, .leading = 23000, .face = FACE_BOLD},
		{.size = 16000, .leading = 19500, .face = FACE_BOLD},
		{.size = 13500, .leading = 16500, .face = FACE_BOLD},
		{.size = 11000, .leading = 13500, .face = FACE_BOLD},
		{.size = 9000, .leading = 11000, .face = FACE_BOLD},
	};
	return index < NTYPES(types) ? types[index] : (struct type){0};
}

struct type look_small(void)
{
	return (struct type){.size = 8500, .leading = 11200, .grey = LOOK_SMALL_GREY};
}

struct type look_foot(void)
{
	return (struct type){.size = 7500, .leading = 9800, .grey = LOOK_SMALL_GREY};
}

struct type look_info(void)
{
	return (struct type){.size = 9000, .leading = 12400};
}
