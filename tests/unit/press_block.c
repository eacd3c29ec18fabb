/* block: the fixed blocks of characters. */
#include <criterion/criterion.h>

#include "press/block.h"

Test(block, gives_every_code_point_to_exactly_one_block)
{
	for (uint32_t point = 0; point <= 0xFFFF; point++) {
		for (int b = 0; b < BLOCK__COUNT; b++) {
			bool here = block_next((enum block)b, point) == point;
			cr_assert_eq(here, block_of(point) == (enum block)b,
				     "U+%04X and block %d", point, b);
		}
	}
}

Test(block, keeps_the_signs_of_most_letters_apart_from_accents)
{
	cr_assert_eq(block_of(0x2019), BLOCK_SIGNS);
	cr_assert_eq(block_of(0x20AC), BLOCK_SIGNS);
	cr_assert_eq(block_of(0x00A0), BLOCK_SIGNS);
	cr_assert_eq(block_of(0x00E9), BLOCK_WEST);
	cr_assert_eq(block_of(0x0160), BLOCK_WEST);
	cr_assert_eq(block_of(0x0141), BLOCK_EXTENDED);
	cr_assert_eq(block_of(0x1E9E), BLOCK_EXTENDED);
	cr_assert_eq(block_of(0x0416), BLOCK_CYRILLIC);
	cr_assert_eq(block_of(0x1F600), BLOCK_OTHERS);
}

Test(block, knows_what_joins_the_character_before)
{
	cr_assert(block_combines(0x0301));
	cr_assert(block_combines(0x20D7));
	cr_assert_not(block_combines('a'));
	cr_assert_not(block_combines(0x00E9));
}

Test(block, ends)
{
	cr_assert_eq(block_next(BLOCK_ASCII, 0x7F), UINT32_MAX);
	cr_assert_eq(block_next(BLOCK_OTHERS, 0x10000), UINT32_MAX);
}
