/* print: amounts, days and names as texts, the same in tables, JSON and CSV.
 * Floor 7. Owner: the arena given. */
#ifndef CMD_PRINT_H
#define CMD_PRINT_H

#include "base/json.h"
#include "escalate/letter.h"

/* "1250.00" in major units. */
struct str print_money(struct arena *arena, money amount,
		       const struct currency *currency);
/* "2026-02-14"; empty for DATE_NONE and DATE_LAST. */
struct str print_day(struct arena *arena, date day);
/* The stage's name; empty when there is none. */
struct str print_stage(const struct policy *policy, int32_t stage);
/* "dispute", "hold", "plan", "promise". */
struct str print_block(enum block_by by);

/* JSON members. Empty days and stages are null. */
void print_put_money(struct json *json, struct arena *arena, const char *key,
		     money amount, const struct currency *currency);
void print_put_day(struct json *json, struct arena *arena, const char *key, date day);
void print_put_str(struct json *json, const char *key, struct str text);
void print_put_or_null(struct json *json, const char *key, struct str text);
void print_put_number(struct json *json, const char *key, int64_t value);
void print_put_bool(struct json *json, const char *key, bool value);

#endif
