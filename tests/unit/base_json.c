#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/json.h"

static struct str written(struct arena *arena)
{
	struct buf buf = buf_new(arena, 0);
	struct json json = json_new(&buf);

	json_open(&json, '{');
	json_key(&json, "name");
	json_str(&json, STR("A \"quoted\" \\ name\nЖ\x01\x7f"));
	json_key(&json, "list");
	json_open(&json, '[');
	json_raw(&json, STR("1"));
	json_open(&json, '{');
	json_close(&json, '}');
	json_close(&json, ']');
	json_key(&json, "none");
	json_raw(&json, STR("null"));
	json_close(&json, '}');
	return buf_str(&buf);
}

Test(json, puts_commas_and_escapes_where_they_belong)
{
	struct arena *arena = arena_new(0);
	struct str got = written(arena);

	cr_assert(
		str_equal(
			got,
			STR("{\"name\": \"A \\\"quoted\\\" \\\\ name\\nЖ\\u0001\\u007f\", "
			    "\"list\": [1, {}], \"none\": null}")),
		"got %.*s", STR_ARG(got));
	arena_free(arena);
}
