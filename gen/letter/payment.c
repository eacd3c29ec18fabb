#include "letter/payment.h"

static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

static struct value *encoded(struct arena *arena, struct str text)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if (is_unreserved(text.at[i])) {
			buf_byte(&buf, text.at[i]);
			continue;
		}
		buf_byte(&buf, '%');
		buf_byte(&buf, digits[c >> 4]);
		buf_byte(&buf, digits[c & 15]);
	}
	return value_text(arena, buf_str(&buf));
}

static struct value *view_of(struct arena *arena, struct str reference,
			     struct str customer, struct str amount, struct str currency)
{
	struct value *view = value_record(arena);
	value_set(arena, view, STR("reference"), encoded(arena, reference));
	value_set(arena, view, STR("customer"), encoded(arena, customer));
	value_set(arena, view, STR("amount"), encoded(arena, amount));
	value_set(arena, view, STR("currency"), encoded(arena, currency));
	return view;
}

struct mustache *payment_parse_url(struct arena *book, struct sources *sources,
				   const struct creditor *creditor,
				   struct notices *notices)
{
	if (!creditor->pay_url.len)
		return NULL;
	const struct source *source =
		source_from_bytes(sources, STR("creditor.pay_url"), creditor->pay_url);
	struct mustache *url = mustache_parse(book, source, 0, NULL, notices);
	if (!url)
		return NULL;
	struct str x = STR("x");
	mustache_check(book, url, view_of(book, x, x, x, x), notices);
	return url;
}

struct str payment_url(struct arena *arena, const struct mustache *url,
		       struct str reference, struct str customer, struct str amount,
		       struct str currency, struct notices *notices)
{
	if (!url)
		return STR("");
	const struct value *view = view_of(arena, reference, customer, amount, currency);
	struct mustache_options options = {ESCAPE_NONE, false};
	return mustache_render(arena, url, view, options, notices).text;
}

struct str payment_iban(struct arena *arena, struct str iban)
{
	struct buf buf = buf_new(arena, 0);
	size_t count = 0;
	for (size_t i = 0; i < iban.len; i++) {
		if (iban.at[i] == ' ')
			continue;
		if (count && count % 4 == 0)
			buf_put(&buf, STR("\xC2\xA0"));
		buf_byte(&buf, iban.at[i]);
		count++;
	}
	return buf_str(&buf);
}
