#include "print.h"

#include <inttypes.h>
#include <stdio.h>

struct str print_money(struct arena *arena, money amount, const struct currency *currency)
{
	struct buf buf = buf_new(arena, 0);

	money_put(&buf, amount, currency->decimals);
	return buf_str(&buf);
}

struct str print_day(struct arena *arena, date day)
{
	struct buf buf = buf_new(arena, 0);

	if (day != DATE_NONE && day != DATE_LAST)
		date_put(&buf, day);
	return buf_str(&buf);
}

struct str print_stage(const struct policy *policy, int32_t stage)
{
	return stage >= 0 ? policy->stages[stage].name : (struct str){NULL, 0};
}

struct str print_block(enum block_by by)
{
	static const struct str names[BLOCK_BY__COUNT] = {
		STR_LIT("dispute"), STR_LIT("hold"), STR_LIT("plan"), STR_LIT("promise")};
	return names[by];
}

void print_put_money(struct json *json, struct arena *arena, const char *key,
		     money amount, const struct currency *currency)
{
	print_put_str(json, key, print_money(arena, amount, currency));
}

void print_put_day(struct json *json, struct arena *arena, const char *key, date day)
{
	print_put_or_null(json, key, print_day(arena, day));
}

void print_put_str(struct json *json, const char *key, struct str text)
{
	json_key(json, key);
	json_str(json, text);
}

void print_put_or_null(struct json *json, const char *key, struct str text)
{
	json_key(json, key);
	if (text.len)
		json_str(json, text);
	else
		json_raw(json, STR("null"));
}

void print_put_number(struct json *json, const char *key, int64_t value)
{
	char digits[24];
	int len = snprintf(digits, sizeof digits, "%" PRId64, value);

	json_key(json, key);
	json_raw(json, (struct str){digits, (size_t)len});
}

void print_put_bool(struct json *json, const char *key, bool value)
{
	json_key(json, key);
	json_raw(json, value ? STR("true") : STR("false"));
}
