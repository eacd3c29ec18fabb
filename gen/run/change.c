#include "run/change.h"

#include "run/roll.h"

#include "base/arena.h"

/* What a line says that a reader would know again, most telling first. */
static const char *const keys[] = {"demand", "balance",	 "pay_by", "currency",
				   "pages",  "template", "locale"};

static struct str or_none(struct str value)
{
	return value.len ? value : STR("none");
}

static void put_key(struct buf *out, struct str then, struct str now, const char *key)
{
	struct str was = roll_member(then, key), is = roll_member(now, key);

	if (str_equal(was, is))
		return;
	was = or_none(was);
	is = or_none(is);
	buf_format(out, "%s%s %.*s became %.*s", out->len ? ", " : "", key, STR_ARG(was),
		   STR_ARG(is));
}

struct str change_between(struct arena *arena, struct str then, struct str now,
			  const struct versions *versions_then,
			  const struct versions *versions_now)
{
	struct buf out = buf_new(arena, 0);
	struct str versions = versions_difference(arena, versions_then, versions_now);

	for (size_t i = 0; then.len && i < sizeof keys / sizeof *keys; i++)
		put_key(&out, then, now, keys[i]);
	bool same = then.len &&
		    str_equal(roll_member(then, "inputs"), roll_member(now, "inputs"));
	if (!out.len && !same && (then.len || !versions.len))
		buf_put(&out, STR("a value it prints, its template or its locale"));
	if (versions.len)
		buf_format(&out, "%s%.*s", out.len ? ", " : "", STR_ARG(versions));
	if (!out.len)
		buf_put(&out,
			STR("its page, with the same values, template and versions"));
	return buf_str(&out);
}
