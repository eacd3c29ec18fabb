#include "letter/payment.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "ledger/rf.h"

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

static bool is_euro(const struct account *account)
{
	return str_equal(str_from_c(account->currency->code), STR("EUR"));
}

struct str payment_reference(struct arena *arena, const struct account *account,
			     struct str number)
{
	struct str id = account->customer->id;
	if (number.len)
		return number;
	if (!is_euro(account) || !account->ledger->creditor.bank.iban.len)
		return id;
	struct str reference = rf_from_name(arena, id);
	return reference.len ? reference : id;
}

/* ---- EPC069-12, version 2 ---- */

/* Countries of SEPA, by IBAN: in the first list the account alone is enough. */
static const char inside[] =
	"AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU "
	"LV MT NL NO PL PT RO SE SI SK ";
static const char beside[] = "AD AL CH GB GI MC MD ME MK RS SM VA ";

static bool listed(const char *countries, struct str iban)
{
	for (const char *at = countries; *at && iban.len >= 2; at += 3)
		if (at[0] == iban.at[0] && at[1] == iban.at[1])
			return true;
	return false;
}

static struct str without_blanks(struct arena *arena, struct str text)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] != ' ')
			buf_byte(&buf, text.at[i]);
	return buf_str(&buf);
}

/* At most so many characters. */
static struct str cut(struct str text, size_t characters)
{
	size_t at = 0;
	for (; characters > 0 && at < text.len; characters--)
		utf8_next(text, &at);
	return str_slice(text, 0, at);
}

/* Twelve characters: 999999999.99. */
static bool may_transfer(const struct account *account, struct str iban,
			 struct str amount)
{
	const struct bank *bank = &account->ledger->creditor.bank;
	bool reached = listed(inside, iban) || (listed(beside, iban) && bank->bic.len);
	return is_euro(account) && reached && amount.len && amount.len <= 12;
}

struct str payment_epc(struct arena *arena, const struct account *account,
		       struct str reference, struct str amount)
{
	const struct creditor *creditor = &account->ledger->creditor;
	const struct bank *bank = &creditor->bank;
	struct str iban = without_blanks(arena, bank->iban);
	if (!may_transfer(account, iban, amount))
		return STR("");
	struct str holder = bank->holder.len ? bank->holder : creditor->name;
	bool structured = rf_valid(reference);
	struct buf buf = buf_new(arena, 0);
	const struct str lines[] = {
		STR("BCD"),
		STR("002"),
		STR("1"), /* UTF-8 */
		STR("SCT"),
		without_blanks(arena, bank->bic),
		cut(holder, 70),
		iban,
		str_format(arena, "EUR%.*s", STR_ARG(amount)),
		STR(""), /* purpose */
		structured ? reference : STR(""),
		structured ? STR("") : cut(reference, 140),
	};
	size_t count = sizeof lines / sizeof *lines - structured;
	for (size_t i = 0; i < count; i++) {
		buf_put(&buf, i ? STR("\n") : STR(""));
		buf_put(&buf, lines[i]);
	}
	return buf.len <= LIMIT_SYMBOL ? buf_str(&buf) : STR("");
}
