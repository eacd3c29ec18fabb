#include "letter/pay_terms.h"

static struct str in_days(struct arena *arena, const struct locale *locale,
			  enum caption caption, int32_t days)
{
	struct str count = format_count(arena, locale, PLURAL_DAYS, days);
	return format_fill(arena, locale->captions[caption], STR("d"), count);
}

static struct str due(struct arena *arena, const struct locale *locale,
		      const struct terms *terms)
{
	switch (terms->form) {
	case TERMS_NET:
		return in_days(arena, locale, CAPTION_TERMS_NET, terms->days);
	case TERMS_RECEIPT:
		return locale->captions[CAPTION_TERMS_RECEIPT];
	case TERMS_DAYS_EOM:
		return in_days(arena, locale, CAPTION_TERMS_DAYS_EOM, terms->days);
	case TERMS_EOM_PLUS:
		return in_days(arena, locale, CAPTION_TERMS_EOM_PLUS, terms->days);
	case TERMS_NONE:
	case TERMS__COUNT:
		break;
	}
	return STR("");
}

struct str pay_terms(struct arena *arena, const struct locale *locale,
		     const struct terms *terms)
{
	struct str text = due(arena, locale, terms);
	if (!terms->discount)
		return text;
	struct str offer =
		in_days(arena, locale, CAPTION_TERMS_DISCOUNT, terms->discount_days);
	offer = format_fill(arena, offer, STR("p"),
			    format_rate(arena, locale, terms->discount));
	return str_format(arena, "%.*s, %.*s", STR_ARG(text), STR_ARG(offer));
}
