#include "ledger/phrase.h"

#include "base/near.h"
#include "ledger/field.h"
#include "ledger/terms.h"
#include "ledger/wording.h"

static void *place(const struct field *field, void *base)
{
	return (char *)base + field->offset;
}

static bool report_currency(struct reading *reading, const struct field *field,
			    const struct node *node)
{
	static const struct {
		struct str sign;
		const char *code;
	} signs[] = {{STR_LIT("£"), "GBP"}, {STR_LIT("€"), "EUR"}, {STR_LIT("$"), "USD"}};
	struct notice *notice = NOTICE(reading->notices, CURRENCY_UNKNOWN, node->span,
				       STR_ARG(node->text));
	struct buf upper = buf_new(reading->scratch, 0);
	for (size_t i = 0; i < node->text.len; i++) {
		char c = node->text.at[i];
		buf_byte(&upper, c >= 'a' && c <= 'z' ? (char)(c - 32) : c);
	}
	struct near near = near_new(reading->scratch, buf_str(&upper));
	const struct currency *known;
	for (size_t i = 0; (known = currency_at(i)); i++)
		near_offer(&near, str_from_c(known->code));
	struct str code = currency_find(buf_str(&upper)) ? buf_str(&upper) : near.best;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_equal(node->text, signs[i].sign))
			code = str_from_c(signs[i].code);
	if (code.len)
		notice_help(reading->notices, notice, "did you mean %s: %.*s?",
			    field->key, STR_ARG(code));
	else
		notice_help(reading->notices, notice,
			    "write its ISO 4217 code, for example GBP");
	return false;
}

bool phrase_currency(struct reading *reading, const struct field *field,
		     const struct node *node, void *base)
{
	if (!wording_scalar(reading, field->key, node))
		return false;
	const struct currency *currency = currency_find(node->text);
	if (!currency)
		return report_currency(reading, field, node);
	*(const struct currency **)place(field, base) = currency;
	return true;
}

bool phrase_terms(struct reading *reading, const struct field *field,
		  const struct node *node, void *base)
{
	struct terms *terms = place(field, base);
	struct str text;
	if (!wording_text(reading, field->key, node, false, &text))
		return false;
	terms->span = node->span;
	if (terms_from_str(text, terms))
		return true;
	struct notice *notice =
		NOTICE(reading->notices, TERMS_FORM, node->span, STR_ARG(text));
	int32_t days;
	bool working;
	struct decimal bare = decimal_from_str(text, 0, false, 3660);
	if (bare.fault == DECIMAL_OK)
		notice_help(reading->notices, notice, "write net %d", (int)bare.value);
	else if (terms_delivery(text, &days, &working) && !working)
		notice_help(reading->notices, notice, "write net %d", (int)days);
	else
		notice_help(
			reading->notices, notice,
			"write net 30, due on receipt, 30 days end of month, end of month + 10 or 2/10 net 30");
	return false;
}

bool phrase_starts(struct reading *reading, const struct field *field,
		   const struct node *node, void *base)
{
	struct starts *starts = place(field, base);
	struct str text;
	if (!wording_text(reading, field->key, node, false, &text))
		return false;
	starts->name.span = node->span;
	if (terms_starts(text, starts))
		return true;
	struct notice *notice =
		NOTICE(reading->notices, STARTS_FORM, node->span, STR_ARG(text));
	notice_help(reading->notices, notice,
		    "write due, due + 30 or the name of a stage");
	return false;
}

bool phrase_delivery(struct reading *reading, const struct field *field,
		     const struct node *node, void *base)
{
	(void)field;
	struct stage *stage = base;
	if (!wording_scalar(reading, "delivery", node))
		return false;
	if (terms_delivery(node->text, &stage->delivery, &stage->delivery_working))
		return true;
	struct notice *notice =
		NOTICE(reading->notices, DELIVERY_FORM, node->span, STR_ARG(node->text));
	struct decimal bare = decimal_from_str(node->text, 0, false, 366);
	if (bare.fault == DECIMAL_OK)
		notice_help(reading->notices, notice, "write %d days, or %d working days",
			    (int)bare.value, (int)bare.value);
	else
		notice_help(reading->notices, notice, "write 2 days, or 2 working days");
	return false;
}
