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

static struct str pack(struct arena *arena, const QRcode *code)
{
	size_t width = (size_t)code->width, stride = (width + 7) / 8;
	char *rows = arena_text(arena, stride * width);
	for (size_t y = 0; y < width; y++)
		for (size_t x = 0; x < width; x++)
			if (!(code->data[y * width + x] & 1))
				rows[y * stride + x / 8] |= (char)(0x80 >> x % 8);
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
