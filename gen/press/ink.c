#include "press/ink.h"

static const char pairs[] = "0001020304050607080910111213141516171819"
			    "2021222324252627282930313233343536373839"
			    "4041424344454647484950515253545556575859"
			    "6061626364656667686970717273747576777879"
			    "8081828384858687888990919293949596979899";

char *ink_number(char *to, uint64_t number)
{
	if (number < 10) {
		*to = (char)('0' + number);
		return to + 1;
	}
	if (number >= 100)
		to = ink_number(to, number / 100);
	memcpy(to, pairs + 2 * (number % 100), 2);
	return to + 2;
}

char *ink_length(char *to, int64_t thousandths)
{
	uint64_t rest = thousandths < 0 ? -(uint64_t)thousandths : (uint64_t)thousandths;
	unsigned part = (unsigned)(rest % 1000);
	if (thousandths < 0)
		*to++ = '-';
	if (rest >= 1000 || !part)
		to = ink_number(to, rest / 1000);
	if (!part)
		return to;
	*to++ = '.';
	*to++ = (char)('0' + part / 100);
	memcpy(to, pairs + 2 * (part % 100), 2);
	return to + (part % 10 ? 2 : part % 100 ? 1 : 0);
}

char *ink_reference(char *to, unsigned number)
{
	return ink_text(ink_number(to, number), STR(" 0 R"));
}
