#include "letter/codes.h"

#include "base/limits.h"
#include "letter/payment.h"

/* The address that stands behind `qr:`: whatever the code says, new lines too. */
static struct str payload_address(struct arena *arena, struct str text)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z')) {
			buf_byte(&buf, text.at[i]);
			continue;
		}
		buf_byte(&buf, '%');
		buf_byte(&buf, digits[c >> 4]);
		buf_byte(&buf, digits[c & 15]);
	}
	return buf_str(&buf);
}

static void push(const struct fill *fill, struct value *list, struct str text,
		 struct str caption, struct str alt)
{
	if (text.len == 0 || text.len > LIMIT_SYMBOL)
		return;
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("payload"), payload_address(fill->arena, text));
	fill_text(fill, record, STR("caption"), caption);
	fill_text(fill, record, STR("alt"), alt);
	value_push(list, record);
}

void codes_fill(const struct fill *fill, struct str reference)
{
	struct arena *arena = fill->arena;
	const struct str *captions = fill->locale->captions;
	struct value *list = value_list(arena);
	const struct value *to_pay = value_field(fill->view, STR("to_pay"));
	const struct value *plain = value_field(to_pay, STR("plain"));
	value_set(arena, fill->view, STR("codes"), list);
	if (!plain || plain->text.len == 0)
		return;
	struct str alt = format_fill(arena, captions[CAPTION_SCAN_BANK_ALT],
				     STR("amount"), to_pay->text);
	alt = format_fill(arena, alt, STR("reference"), reference);
	push(fill, list, payment_epc(arena, fill->account, reference, plain->text),
	     captions[CAPTION_SCAN_BANK], alt);
	push(fill, list, value_field(fill->view, STR("pay_url"))->text,
	     captions[CAPTION_SCAN_PAY], captions[CAPTION_SCAN_PAY_ALT]);
}
