#include "ledger/check_digits.h"

/* Letters count as two digits: A is 10, Z is 35. */
static unsigned fold(unsigned rest, char c)
{
	if (c >= '0' && c <= '9')
		return (rest * 10 + (unsigned)(c - '0')) % 97;
	return (rest * 100 + (unsigned)(c - 'A') + 10) % 97;
}

unsigned check_digits_for(struct str text)
{
	unsigned rest = 0;
	for (size_t i = 4; i < text.len; i++)
		rest = fold(rest, text.at[i]);
	for (size_t i = 0; i < 2 && i < text.len; i++)
		rest = fold(rest, text.at[i]);
	return 98 - rest * 100 % 97;
}

bool check_digits_agree(struct str text)
{
	unsigned rest = 0;
	for (size_t i = 4; i < text.len; i++)
		rest = fold(rest, text.at[i]);
	for (size_t i = 0; i < 4 && i < text.len; i++)
		rest = fold(rest, text.at[i]);
	return rest == 1;
}
