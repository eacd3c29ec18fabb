#include "base/near.h"

#include "base/arena.h"

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* rows[0] is the row before the last, rows[1] the last, rows[2] the one to fill. */
static size_t fill_row(size_t *rows[3], struct str a, struct str b, size_t i)
{
	size_t best = rows[2][0] = i;
	for (size_t j = 1; j <= b.len; j++) {
		bool same = a.at[i - 1] == b.at[j - 1];
		size_t cost = rows[1][j - 1] + !same;
		cost = least(cost, least(rows[1][j], rows[2][j - 1]) + 1);
		if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
		    a.at[i - 2] == b.at[j - 1])
			cost = least(cost, rows[0][j - 2] + 1);
		rows[2][j] = cost;
		best = least(best, cost);
	}
	return best;
}

static void turn(size_t *rows[3])
{
	size_t *oldest = rows[0];
	rows[0] = rows[1];
	rows[1] = rows[2];
	rows[2] = oldest;
}

/* Another spelling of the same letters is as near as one slip. */
static size_t measure(const struct near *near, struct str candidate, size_t limit)
{
	if (str_equal_caseless(near->wanted, candidate))
		return str_equal(near->wanted, candidate) ? 0 : 1;
	return near_distance(near->scratch, near->wanted, candidate, limit);
}

size_t near_distance(struct arena *scratch, struct str a, struct str b, size_t limit)
{
	size_t gap = a.len > b.len ? a.len - b.len : b.len - a.len;
	if (gap > limit)
		return limit + 1;
	struct arena_mark mark = arena_mark(scratch);
	size_t *rows[3];
	for (int i = 0; i < 3; i++)
		rows[i] = ARENA_ARRAY(scratch, size_t, b.len + 1);
	for (size_t j = 0; j <= b.len; j++)
		rows[1][j] = j;
	size_t before = 0, distance = limit + 1;
	for (size_t i = 1; i <= a.len; i++) {
		size_t best = fill_row(rows, a, b, i);
		/* A swap reaches two rows back, so both must be past the limit. */
		if (best > limit && before > limit)
			goto done;
		before = best;
		turn(rows);
	}
	distance = least(rows[1][b.len], limit + 1);
done:
	arena_rewind(scratch, mark);
	return distance;
}

struct near near_new(struct arena *scratch, struct str wanted)
{
	return (struct near){.wanted = wanted, .scratch = scratch};
}

void near_offer(struct near *near, struct str candidate)
{
	size_t longer =
		near->wanted.len > candidate.len ? near->wanted.len : candidate.len;
	size_t limit = longer / 3 ? longer / 3 : 1;
	if (near->best.len)
		limit = least(limit, near->distance);
	size_t distance = measure(near, candidate, limit);
	if (distance == 0 || distance > limit || candidate.len == 0)
		return;
	bool tie = near->best.len && distance == near->distance;
	if (tie && str_compare(candidate, near->best) >= 0)
		return;
	near->best = candidate;
	near->distance = distance;
}
