#include "press/qr.h"

#include <qrencode.h>
#include <stdlib.h>

#include "base/limits.h"

/* Exported by the library but not in its header: as QRcode_encodeInput, with the mask
 * given. The others draw the code under all eight masks and weigh each, which is thirteen
 * times the work, to spare a reader look-alikes of its finder patterns; the standard asks
 * for a choice, readers take any mask. tests/codes.sh shows that they do. */
extern QRcode *QRcode_encodeMask(QRinput *input, int mask);

/* A pattern without columns, rows or diagonals of one colour: ((yx mod 3) + (y + x) mod
 * 2) mod 2. Neither text nor check bytes have anything like it. */
enum { MASK = 7 };

#define VERSION "4.1.1"

/* Eight modules as the bits of a byte, the first one highest; the lowest bit of a module
 * is set where it is dark. */
static char eight(const unsigned char *modules, size_t count)
{
	unsigned byte = 0;
	for (size_t i = 0; i < count; i++)
		byte = byte << 1 | ((modules[i] & 1u) ^ 1u);
	return (char)(byte << (8 - count));
}

static struct str pack(struct arena *arena, const QRcode *code)
{
	size_t width = (size_t)code->width, stride = (width + 7) / 8;
	char *rows = arena_text(arena, stride * width), *to = rows;
	for (size_t y = 0; y < width; y++) {
		const unsigned char *row = code->data + y * width;
		for (size_t x = 0; x + 8 <= width; x += 8)
			*to++ = eight(row + x, 8);
		if (width % 8)
			*to++ = eight(row + width / 8 * 8, width % 8);
	}
	return (struct str){rows, stride * width};
}

struct qr qr_encode(struct arena *arena, struct str text)
{
	QRinput *input = QRinput_new2(0, QR_ECLEVEL_M);
	if (!input || text.len == 0 || text.len > LIMIT_SYMBOL ||
	    QRinput_append(input, QR_MODE_8, (int)text.len,
			   (const unsigned char *)text.at) != 0)
		abort();
	QRcode *code = QRcode_encodeMask(input, MASK);
	if (!code)
		abort();
	struct qr qr = {(size_t)code->width, pack(arena, code)};
	QRcode_free(code);
	QRinput_free(input);
	return qr;
}

struct str qr_library(void)
{
	return str_equal(str_from_c(QRcode_APIVersionString()), STR(VERSION))
		       ? STR("libqrencode " VERSION)
		       : STR("libqrencode, another than " VERSION);
}
