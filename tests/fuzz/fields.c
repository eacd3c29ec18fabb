/* Entrance: single fields: dates, sums, terms; and those of a bank and an address inside
 * a ledger that is sound otherwise. The first byte says which. */
#include <string.h>

#include "base/arena.h"
#include "base/near.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "ledger/terms.h"

static void try_date(struct arena *arena, struct str text)
{
	date day;
	if (date_from_str(text, &day) != DATE_OK)
		return;
	struct buf written = buf_new(arena, 0);
	date_put(&written, day);
	fuzz_law(str_equal(buf_str(&written), text), "a day is written as it was read");
}

static void try_money(struct arena *arena, struct str text)
{
	for (unsigned decimals = 0; decimals <= 4; decimals++) {
		struct decimal read = decimal_from_str(text, decimals, true, MONEY_LIMIT);
		struct buf written = buf_new(arena, 0);
		if (read.fault != DECIMAL_OK)
			continue;
		money_put(&written, read.value, decimals);
		struct decimal again =
			decimal_from_str(buf_str(&written), decimals, true, MONEY_LIMIT);
		fuzz_law(again.fault == DECIMAL_OK && again.value == read.value,
			 "a sum that is written is read as itself");
	}
}

static void try_words(struct arena *arena, struct str text)
{
	struct terms terms;
	struct starts starts;
	int32_t days;
	bool working;
	if (terms_from_str(text, &terms))
		fuzz_law(terms_due(&terms, 20000) >= 20000, "terms never end before");
	terms_starts(text, &starts);
	terms_delivery(text, &days, &working);
	currency_find(text);
	if (text.len > 4096)
		return;
	struct str once = unicode_nfc(arena, text);
	fuzz_law(str_equal(unicode_nfc(arena, once), once), "normal text is normal");
	unicode_caseless(arena, text);
	char *marks = arena_text(arena, text.len + 1);
	unicode_breaks(text, marks);
}

/* As a double-quoted scalar: any byte can be meant. */
static void put_quoted(struct buf *buf, struct str text)
{
	buf_byte(buf, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '"' || text.at[i] == '\\')
			buf_byte(buf, '\\');
		buf_byte(buf, text.at[i] == '\n' ? ' ' : text.at[i]);
	}
	buf_put(buf, STR("\"\n"));
}

static void try_key(struct fuzz *fuzz, const char *key, struct str text)
{
	static const char head[] =
		"customers: [{id: a, name: A, address: B}]\n"
		"defaults: {currency: GBP}\n"
		"invoices: [{number: N, customer: a, issued: 2026-11-01, amount: 1}]\n"
		"creditor:\n";
	static const char *const must[] = {"name", "address", "country"};
	struct buf buf = buf_new(fuzz->arena, 0);
	buf_put(&buf, str_from_c(head));
	for (size_t i = 0; i < 3; i++)
		if (strcmp(must[i], key) != 0)
			buf_format(&buf, "  %s: GB\n", must[i]);
	buf_format(&buf, "  %s: ", key);
	put_quoted(&buf, text);
	if (strchr(key, '{'))
		buf_put(&buf, STR("  }\n"));
	const struct source *file =
		source_from_bytes(fuzz->sources, STR("a.yaml"), buf_str(&buf));
	struct ledger *ledger = ledger_from_sources(fuzz->arena, fuzz->sources, &file, 1,
						    fuzz->day, &fuzz->notices);
	fuzz_book(fuzz, ledger, STR("/nonexistent"));
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t size)
{
	static const char *const keys[] = {
		"name",		 "address",	    "country",	    "email",
		"phone",	 "website",	    "registration", "tax_id",
		"bank: {iban",	 "bank: {bic",	    "pay_url",	    "bank: {name",
		"bank: {holder", "bank: {sort_code"};
	enum { KEYS = sizeof keys / sizeof *keys };
	if (size == 0)
		return 0;
	struct fuzz fuzz = fuzz_begin();
	struct str text = {(const char *)at + 1, size - 1};
	unsigned which = at[0] % (KEYS + 3);
	if (which == KEYS)
		try_date(fuzz.arena, text);
	else if (which == KEYS + 1)
		try_money(fuzz.arena, text);
	else if (which == KEYS + 2)
		try_words(fuzz.arena, text);
	else
		try_key(&fuzz, keys[which], text);
	fuzz_end(&fuzz);
	return 0;
}
