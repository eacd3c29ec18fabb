#include "text/entity.h"

#include "base/utf8.h"

static const struct {
	struct str name;
	uint32_t point;
} entities[] = {
	{STR_LIT("&amp;"), '&'},       {STR_LIT("&lt;"), '<'},
	{STR_LIT("&gt;"), '>'},	       {STR_LIT("&quot;"), '"'},
	{STR_LIT("&apos;"), '\''},     {STR_LIT("&nbsp;"), 0xA0},
	{STR_LIT("&thinsp;"), 0x2009}, {STR_LIT("&ndash;"), 0x2013},
	{STR_LIT("&mdash;"), 0x2014},  {STR_LIT("&hellip;"), 0x2026},
	{STR_LIT("&lsquo;"), 0x2018},  {STR_LIT("&rsquo;"), 0x2019},
	{STR_LIT("&ldquo;"), 0x201C},  {STR_LIT("&rdquo;"), 0x201D},
	{STR_LIT("&laquo;"), 0xAB},    {STR_LIT("&raquo;"), 0xBB},
	{STR_LIT("&pound;"), 0xA3},    {STR_LIT("&euro;"), 0x20AC},
	{STR_LIT("&sect;"), 0xA7},     {STR_LIT("&middot;"), 0xB7},
	{STR_LIT("&times;"), 0xD7},    {STR_LIT("&minus;"), 0x2212},
	{STR_LIT("&copy;"), 0xA9},     {STR_LIT("&deg;"), 0xB0},
};

static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	char lower = (char)(c | 0x20);
	return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* The number of "&#32;" or "&#x20;", or 0 when it is none that a text may hold. */
static uint32_t numbered(struct str reference)
{
	bool hex = reference.len > 2 && (reference.at[2] | 0x20) == 'x';
	uint32_t base = hex ? 16 : 10, point = 0;
	for (size_t i = hex ? 3 : 2; i + 1 < reference.len; i++) {
		int value = digit(reference.at[i]);
		if (value < 0 || (uint32_t)value >= base || point > 0x10FFFF)
			return 0;
		point = point * base + (uint32_t)value;
	}
	bool surrogate = point >= 0xD800 && point <= 0xDFFF;
	return point < 0x20 || point > 0x10FFFF || surrogate ? 0 : point;
}

static uint32_t named(struct str reference)
{
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
		if (str_equal(entities[i].name, reference))
			return entities[i].point;
	return 0;
}

void entity_put(struct buf *out, struct str reference)
{
	uint32_t point =
		str_starts(reference, STR("&#")) ? numbered(reference) : named(reference);
	if (point)
		utf8_put(out, point);
	else
		buf_put(out, reference);
}
