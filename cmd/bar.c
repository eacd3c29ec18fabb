#include "bar.h"

/* A shade for each bucket: those before the last two look alike. */
static const char *shade(size_t bucket, size_t last)
{
	if (bucket == last)
		return "█";
	return bucket + 1 == last ? "▓" : "▒";
}

struct str bar_text(struct arena *arena, money not_due, const money *buckets,
		    size_t nbuckets)
{
	struct buf text = buf_new(arena, 0);
	wide total = not_due;

	for (size_t i = 0; i <= nbuckets; i++)
		total += buckets[i];
	for (int block = 0; total > 0 && block < BAR_WIDTH; block++) {
		size_t older = nbuckets + 1; /* buckets not yet passed */
		wide sum = 0;
		while (older > 0 && (sum += buckets[older - 1]) * 2 * BAR_WIDTH <=
					    (2 * block + 1) * total)
			older--;
		buf_put(&text, str_from_c(older > 0 ? shade(older - 1, nbuckets) : "░"));
	}
	return buf_str(&text);
}
