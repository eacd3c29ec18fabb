#include "ledger/terms.h"

#define DAYS_MOST 3660

/* Takes blanks, then the word, off the front. A word ends where letters and digits do. */
static bool take_word(struct str *rest, struct str word)
{
	struct str text = str_trim(*rest);
	if (text.len < word.len ||
	    !str_equal_caseless(str_slice(text, 0, word.len), word))
		return false;
	char next = text.len > word.len ? text.at[word.len] : ' ';
	if ((next | 32) >= 'a' && (next | 32) <= 'z')
		return false;
	*rest = str_slice(text, word.len, text.len);
	return true;
}

static bool take_sign(struct str *rest, char sign)
{
	struct str text = str_trim(*rest);
	if (text.len == 0 || text.at[0] != sign)
		return false;
	*rest = str_slice(text, 1, text.len);
	return true;
}

static bool take_days(struct str *rest, int32_t *days)
{
	struct str text = str_trim(*rest);
	size_t digits = 0;
	int32_t n = 0;
	while (digits < text.len && text.at[digits] >= '0' && text.at[digits] <= '9' &&
	       n <= DAYS_MOST)
		n = n * 10 + (text.at[digits++] - '0');
	if (digits == 0 || n > DAYS_MOST)
		return false;
	*days = n;
	*rest = str_slice(text, digits, text.len);
	return true;
}

static bool take_words(struct str *rest, const char *const *words)
{
	for (; *words; words++)
		if (!take_word(rest, str_from_c(*words)))
			return false;
	return true;
}

static bool is_over(struct str rest)
{
	return str_trim(rest).len == 0;
}

static bool read_net(struct str rest, struct terms *terms)
{
	static const char *const net[] = {"net", NULL};
	terms->form = TERMS_NET;
	return take_words(&rest, net) && take_days(&rest, &terms->days) && is_over(rest);
}

static bool read_receipt(struct str rest, struct terms *terms)
{
	static const char *const receipt[] = {"due", "on", "receipt", NULL};
	terms->form = TERMS_RECEIPT;
	return take_words(&rest, receipt) && is_over(rest);
}

static bool read_days_end(struct str rest, struct terms *terms)
{
	static const char *const end[] = {"end", "of", "month", NULL};
	terms->form = TERMS_DAYS_EOM;
	if (!take_days(&rest, &terms->days))
		return false;
	bool is_day = take_word(&rest, STR("days")) || take_word(&rest, STR("day"));
	return is_day && take_words(&rest, end) && is_over(rest);
}

static bool read_end_plus(struct str rest, struct terms *terms)
{
	static const char *const end[] = {"end", "of", "month", NULL};
	terms->form = TERMS_EOM_PLUS;
	if (!take_words(&rest, end))
		return false;
	if (is_over(rest))
		return true;
	return take_sign(&rest, '+') && take_days(&rest, &terms->days) && is_over(rest);
}

/* p/d net N: p has up to four decimals. */
static bool read_discount(struct str rest, struct terms *terms)
{
	struct str text = str_trim(rest);
	size_t slash = str_index(text, '/', 0);
	if (slash == text.len)
		return false;
	struct decimal percent =
		decimal_from_str(str_trim(str_slice(text, 0, slash)), 4, false, 999999);
	rest = str_slice(text, slash + 1, text.len);
	if (percent.fault != DECIMAL_OK || percent.value == 0 ||
	    !take_days(&rest, &terms->discount_days))
		return false;
	terms->discount = percent.value;
	return read_net(rest, terms) && terms->discount_days <= terms->days;
}

bool terms_from_str(struct str text, struct terms *terms)
{
	static bool (*const readers[])(struct str, struct terms *) = {
		read_net, read_receipt, read_days_end, read_end_plus, read_discount};
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct terms read = {.text = text, .span = terms->span};
		if (readers[i](text, &read)) {
			*terms = read;
			return true;
		}
	}
	return false;
}

date terms_due(const struct terms *terms, date issued)
{
	switch (terms->form) {
	case TERMS_NET:
		return issued + terms->days;
	case TERMS_DAYS_EOM:
		return date_month_end(issued + terms->days);
	case TERMS_EOM_PLUS:
		return date_month_end(issued) + terms->days;
	case TERMS_RECEIPT:
	case TERMS_NONE:
	case TERMS__COUNT:
		break;
	}
	return issued;
}

bool terms_starts(struct str text, struct starts *starts)
{
	struct str rest = text;
	starts->name.text = text;
	starts->days = 0;
	starts->stage = -1;
	if (!take_word(&rest, STR("due")))
		return str_index(text, ' ', 0) == text.len;
	if (is_over(rest))
		return true;
	/* A stage may be called `due-soon`. */
	if (!take_sign(&rest, '+'))
		return str_index(text, ' ', 0) == text.len;
	return take_days(&rest, &starts->days) && is_over(rest);
}

bool terms_delivery(struct str text, int32_t *days, bool *working)
{
	struct str rest = text;
	if (!take_days(&rest, days))
		return false;
	*working = take_word(&rest, STR("working"));
	bool is_day = take_word(&rest, STR("days")) || take_word(&rest, STR("day"));
	return is_day && is_over(rest);
}
