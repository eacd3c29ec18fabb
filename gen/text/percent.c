#include "text/percent.h"

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

struct str percent_text(struct arena *arena, struct str address)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < address.len; i++) {
		bool escapes = address.at[i] == '%' && i + 2 < address.len;
		int high = escapes ? hex(address.at[i + 1]) : -1;
		int low = escapes ? hex(address.at[i + 2]) : -1;
		if (high < 0 || low < 0) {
			buf_byte(&buf, address.at[i]);
			continue;
		}
		buf_byte(&buf, (char)(high << 4 | low));
		i += 2;
	}
	return buf_str(&buf);
}
