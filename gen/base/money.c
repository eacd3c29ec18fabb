#include "base/money.h"

static int64_t saturate(bool positive, bool *overflow)
{
	*overflow = true;
	return positive ? INT64_MAX : INT64_MIN;
}

money money_add(money a, money b, bool *overflow)
{
	money sum = 0;
	return __builtin_add_overflow(a, b, &sum) ? saturate(b > 0, overflow) : sum;
}

money money_subtract(money a, money b, bool *overflow)
{
	money rest = 0;
	return __builtin_sub_overflow(a, b, &rest) ? saturate(b < 0, overflow) : rest;
}

money money_from_wide(wide exact, bool *overflow)
{
	if (exact > INT64_MAX || exact < INT64_MIN)
		return saturate(exact > 0, overflow);
	return (money)exact;
}

wide round_half_away(wide numerator, wide denominator)
{
	wide quotient = numerator / denominator;
	wide rest = numerator % denominator;
	/* |rest| ≥ half the denominator, without doubling either. */
	if (rest < 0)
		return -rest >= denominator + rest ? quotient - 1 : quotient;
	return rest >= denominator - rest ? quotient + 1 : quotient;
}

void money_put(struct buf *buf, money amount, unsigned decimals)
{
	uint64_t rest = amount < 0 ? -(uint64_t)amount : (uint64_t)amount;
	char digits[24];
	size_t at = sizeof digits, last = at - decimals;
	do {
		if (decimals && at == last)
			digits[--at] = '.';
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest || (decimals && at >= last));
	if (amount < 0)
		digits[--at] = '-';
	buf_put(buf, (struct str){digits + at, sizeof digits - at});
}
