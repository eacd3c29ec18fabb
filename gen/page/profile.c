#include "page/sheet.h"

/* Lengths in tenths of a millimetre. Address rectangles are what stays visible in every
 * position of the folded sheet, clearance already taken; blocks end at the right margin
 * at the latest. */
#define MM(n) MPT_FROM_MM_TENTHS(n)
#define RECT(x, y, w, h) \
	{ \
		MM(x), MM(y), MM(w), MM(h) \
	}
#define NO_RECT \
	{ \
		0, 0, 0, 0 \
	}
#define A4 .width = MM(2100), .height = MM(2970), .top = MM(200), .bottom = MM(120)
#define LETTER .width = MM(2159), .height = MM(2794), .top = MM(200), .bottom = MM(120)

static const struct profile profiles[] = {
	{.name = STR_LIT("din-a"),
	 A4,
	 .address = RECT(250, 447, 640, 253),
	 .sender_line = RECT(250, 397, 640, 50),
	 .info = RECT(1250, 320, 650, 400),
	 .folds = {MM(870), MM(1920)},
	 .punch = MM(1485),
	 .left = MM(250),
	 .right = MM(200),
	 .body = MM(805)},
	{.name = STR_LIT("din-b"),
	 A4,
	 .address = RECT(250, 627, 640, 253),
	 .sender_line = RECT(250, 577, 640, 50),
	 .info = RECT(1250, 500, 650, 400),
	 .folds = {MM(1050), MM(2100)},
	 .punch = MM(1485),
	 .left = MM(250),
	 .right = MM(200),
	 .body = MM(985)},
	{.name = STR_LIT("ch-right"),
	 A4,
	 .address = RECT(1190, 540, 730, 275),
	 .sender_line = NO_RECT,
	 .info = RECT(220, 540, 800, 300),
	 .folds = {MM(1050), MM(2100)},
	 .punch = MM(1485),
	 .left = MM(220),
	 .right = MM(180),
	 .body = MM(985)},
	{.name = STR_LIT("ch-left"),
	 A4,
	 .address = RECT(220, 560, 670, 220),
	 .sender_line = NO_RECT,
	 .info = RECT(1250, 540, 670, 300),
	 .folds = {MM(1050), MM(2100)},
	 .punch = MM(1485),
	 .left = MM(220),
	 .right = MM(180),
	 .body = MM(985)},
	{.name = STR_LIT("win-right"),
	 A4,
	 .address = RECT(1160, 570, 670, 210),
	 .sender_line = NO_RECT,
	 .info = RECT(200, 570, 850, 300),
	 .folds = {MM(1050), MM(2100)},
	 .left = MM(200),
	 .right = MM(200),
	 .body = MM(990)},
	{.name = STR_LIT("win-left"),
	 A4,
	 .address = RECT(240, 600, 650, 210),
	 .sender_line = NO_RECT,
	 .info = RECT(1200, 520, 700, 350),
	 .folds = {MM(1050), MM(2100)},
	 .left = MM(200),
	 .right = MM(200),
	 .body = MM(960)},
	{.name = STR_LIT("nl-left"),
	 A4,
	 .address = RECT(350, 540, 700, 220),
	 .sender_line = NO_RECT,
	 .info = RECT(1200, 540, 700, 300),
	 .folds = {MM(1070), 0},
	 .left = MM(330),
	 .right = MM(200),
	 .body = MM(980)},
	{.name = STR_LIT("nl-right"),
	 A4,
	 .address = RECT(1090, 540, 740, 220),
	 .sender_line = NO_RECT,
	 .info = RECT(350, 540, 700, 300),
	 .folds = {MM(1070), 0},
	 .left = MM(330),
	 .right = MM(200),
	 .body = MM(980)},
	{.name = STR_LIT("us-10"),
	 LETTER,
	 .address = RECT(254, 667, 825, 158),
	 .sender_line = NO_RECT,
	 .info = RECT(1270, 508, 699, 300),
	 .folds = {MM(984), MM(1905)},
	 .left = MM(222),
	 .right = MM(190),
	 .body = MM(960)},
	{.name = STR_LIT("us-9dw"),
	 LETTER,
	 .address = RECT(143, 562, 920, 203),
	 .sender_line = RECT(143, 200, 794, 254),
	 .info = RECT(1270, 200, 699, 500),
	 .folds = {MM(953), MM(1873)},
	 .left = MM(222),
	 .right = MM(190),
	 .body = MM(873)},
	{.name = STR_LIT("plain-a4"),
	 A4,
	 .address = RECT(250, 500, 800, 350),
	 .sender_line = NO_RECT,
	 .info = RECT(1200, 500, 700, 350),
	 .left = MM(250),
	 .right = MM(200),
	 .body = MM(980)},
};

#define COUNT (sizeof profiles / sizeof *profiles)

/* The sender's envelope stock; where nothing is known, the British one for A4. */
static const struct {
	char country[3];
	struct str profile;
} stock[] = {
	{"AT", STR_LIT("din-b")},     {"CA", STR_LIT("us-10")},
	{"CH", STR_LIT("ch-right")},  {"DE", STR_LIT("din-b")},
	{"ES", STR_LIT("win-right")}, {"FR", STR_LIT("win-right")},
	{"IT", STR_LIT("win-right")}, {"LI", STR_LIT("ch-right")},
	{"NL", STR_LIT("nl-left")},   {"US", STR_LIT("us-10")},
};

const struct profile *profile_at(size_t index)
{
	return index < COUNT ? &profiles[index] : NULL;
}

const struct profile *profile_find(struct str name)
{
	for (size_t i = 0; i < COUNT; i++)
		if (str_equal(profiles[i].name, name))
			return &profiles[i];
	return NULL;
}

const struct profile *profile_for(struct str country)
{
	for (size_t i = 0; i < sizeof stock / sizeof *stock; i++)
		if (str_equal_caseless(str_from_c(stock[i].country), country))
			return profile_find(stock[i].profile);
	return profile_find(STR("win-left"));
}
