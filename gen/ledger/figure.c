#include "ledger/figure.h"

#include "ledger/wording.h"

#define PERCENT_LIMIT INT64_C(1000000000)	/* [ppm] 100,000 % */
#define DECIMAL_LIMIT INT64_C(1000000000000000) /* [10^-6] a thousand million */

static size_t places_of(struct str text)
{
	size_t point = str_index(text, '.', 0);
	return point < text.len ? text.len - point - 1 : 0;
}

/* The last '.' or ',' is the decimal point unless exactly three digits follow it and
 * nothing else says so: `1.234,50` and `1,234.50` are 1234.50, `1,250` is 1250. */
static size_t decimal_point(struct str text)
{
	size_t last = text.len, marks = 0;
	char mark = 0;
	bool mixed = false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] != '.' && text.at[i] != ',')
			continue;
		mixed = mixed || (marks && mark != text.at[i]);
		mark = text.at[i];
		last = i;
		marks++;
	}
	size_t digits = 0;
	for (size_t i = last; i < text.len; i++)
		digits += text.at[i] >= '0' && text.at[i] <= '9';
	bool is_point = mixed ? true : marks == 1 && digits != 3;
	return is_point && digits > 0 ? last : text.len;
}

/* The figure without signs, spaces and separators; empty when there are no digits. */
static struct str corrected(struct arena *arena, struct str text, bool sign)
{
	size_t point = decimal_point(text);
	struct buf buf = buf_new(arena, 0);
	bool any = false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] >= '0' && text.at[i] <= '9') {
			buf_byte(&buf, text.at[i]);
			any = true;
		} else if (i == point) {
			buf_put(&buf, any ? STR(".") : STR("0."));
		} else if (text.at[i] == '-' && sign && buf.len == 0) {
			buf_byte(&buf, '-');
		}
	}
	return any ? buf_str(&buf) : (struct str){0};
}

/* `1250 GBP` or `GBP 1250`: the figure alone. */
static struct str without_currency(struct str text)
{
	if (text.len < 5)
		return (struct str){0};
	struct str front = str_slice(text, 0, 3);
	struct str back = str_slice(text, text.len - 3, text.len);
	if (currency_find(back))
		return str_trim(str_slice(text, 0, text.len - 3));
	return currency_find(front) ? str_trim(str_slice(text, 3, text.len))
				    : (struct str){0};
}

/* Letters, times, fractions: what was meant cannot be guessed. */
static bool is_doubtful(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] == ':' || text.at[i] == '/' ||
		    ((text.at[i] | 32) >= 'a' && (text.at[i] | 32) <= 'z'))
			return true;
	return false;
}

/* What is written is no decimal number: says which and how to write it. `what`: "amount".
 */
static bool report_form(struct reading *reading, const char *what,
			const struct node *node, bool sign, const char *example)
{
	struct notice *notice = NOTICE(reading->notices, FIGURE_FORM, node->span,
				       STR_ARG(node->text), what);
	struct str right = corrected(reading->scratch, node->text, sign);
	struct str bare = without_currency(node->text);
	if (right.len && bare.len && !is_doubtful(bare))
		notice_help(reading->notices, notice,
			    "write %.*s; the currency has a key of its own",
			    STR_ARG(right));
	else if (right.len && !is_doubtful(node->text))
		notice_help(reading->notices, notice, "write %.*s", STR_ARG(right));
	else
		notice_help(reading->notices, notice,
			    "digits and at most one point, such as %s", example);
	return false;
}

bool figure_report_separator(struct reading *reading, const char *what, struct str text,
			     struct span span)
{
	struct notice *notice =
		NOTICE(reading->notices, FIGURE_SEPARATOR, span, what, STR_ARG(text));
	struct str right = corrected(reading->scratch, text, true);
	notice_help(reading->notices, notice, "write %.*s", STR_ARG(right));
	return false;
}

static bool report_sign(struct reading *reading, const char *key, const struct node *node)
{
	struct notice *notice = NOTICE(reading->notices, FIGURE_SIGN, node->span, key,
				       STR_ARG(node->text));
	struct str bare = str_slice(node->text, 1, node->text.len);
	if (node->text.at[0] == '-' && str_equal(str_from_c(key), STR("amount")))
		notice_help(reading->notices, notice,
			    "write %.*s; what lowers an invoice goes into credit_notes",
			    STR_ARG(bare));
	else
		notice_help(reading->notices, notice, "write %.*s", STR_ARG(bare));
	return false;
}

static bool report(struct reading *reading, const struct field *field, const char *what,
		   const struct node *node, enum decimal_fault fault, unsigned places)
{
	bool sign = field->flags & SIGNED;
	struct notice *notice;
	switch (fault) {
	case DECIMAL_SEPARATOR:
		return figure_report_separator(reading, what, node->text, node->span);
	case DECIMAL_SIGN:
		return report_sign(reading, field->key, node);
	case DECIMAL_PLACES:
		notice = NOTICE(reading->notices, FIGURE_PLACES, node->span, what,
				STR_ARG(node->text), places);
		notice_help(reading->notices, notice,
			    "write at most %u digits behind the point", places);
		return false;
	case DECIMAL_RANGE:
		notice = NOTICE(reading->notices, FIGURE_RANGE, node->span, what,
				STR_ARG(node->text));
		notice_help(reading->notices, notice,
			    "check the figure for digits too many");
		return false;
	case DECIMAL_OK:
	case DECIMAL_EMPTY:
	case DECIMAL_SYMBOL:
	case DECIMAL_FAULT__COUNT:
		break;
	}
	return report_form(reading, what, node, sign,
			   field->example ? field->example : "1250.00");
}

static bool refuse_zero(struct reading *reading, const char *key, const struct node *node)
{
	struct notice *notice = NOTICE(reading->notices, AMOUNT_ZERO, node->span, key);
	notice_help(reading->notices, notice, "write the amount, or take the record out");
	return false;
}

bool figure_money(struct reading *reading, const struct field *field,
		  const struct node *node, money *amount)
{
	if (!wording_scalar(reading, field->key, node))
		return false;
	bool sign = field->flags & SIGNED;
	const struct currency *currency = reading->currency;
	size_t written = places_of(node->text);
	unsigned places = currency	? currency->decimals
			  : written > 4 ? 4
					: (unsigned)written;
	struct decimal read = decimal_from_str(node->text, places, sign, MONEY_LIMIT);
	if (currency && read.fault == DECIMAL_PLACES) {
		struct notice *notice = NOTICE(reading->notices, MONEY_PLACES, node->span,
					       STR_ARG(node->text), currency->code,
					       (unsigned)currency->decimals);
		notice_help(reading->notices, notice,
			    "write an amount with at most %u decimals",
			    (unsigned)currency->decimals);
		return false;
	}
	if (read.fault != DECIMAL_OK)
		return report(reading, field, "amount", node, read.fault, places);
	if (read.value == 0 && field->flags & ZERO_REFUSED)
		return refuse_zero(reading, field->key, node);
	*amount = currency ? read.value : amount_pack(read.value, places);
	if (!currency && reading->record && !amount_is_found(field))
		amount_wait(&reading->amounts,
			    &(struct amount){amount, reading->record, node->span,
					     reading->section});
	return true;
}

bool figure_percent(struct reading *reading, const struct field *field,
		    const struct node *node, ppm *percent)
{
	if (!wording_scalar(reading, field->key, node))
		return false;
	struct decimal read =
		decimal_from_str(node->text, 4, field->flags & SIGNED, PERCENT_LIMIT);
	if (read.fault != DECIMAL_OK)
		return report(reading, field, "percentage", node, read.fault, 4);
	*percent = read.value;
	return true;
}

bool figure_decimal(struct reading *reading, const struct field *field,
		    const struct node *node, int64_t *decimal)
{
	if (!wording_scalar(reading, field->key, node))
		return false;
	struct decimal read =
		decimal_from_str(node->text, 6, field->flags & SIGNED, DECIMAL_LIMIT);
	if (read.fault != DECIMAL_OK)
		return report(reading, field, "number", node, read.fault, 6);
	*decimal = read.value;
	return true;
}

bool figure_integer(struct reading *reading, const struct field *field,
		    const struct node *node, int32_t *integer)
{
	if (!wording_scalar(reading, field->key, node))
		return false;
	bool any = field->least == 0 && field->most == 0;
	int32_t most = any ? 100000 : field->most;
	struct decimal read = decimal_from_str(node->text, 0, true, INT32_MAX);
	if (read.fault != DECIMAL_OK && read.fault != DECIMAL_RANGE) {
		struct notice *notice = NOTICE(reading->notices, INTEGER_FORM, node->span,
					       field->key, STR_ARG(node->text));
		notice_help(reading->notices, notice, "write digits only, such as %s",
			    field->example ? field->example : "7");
		return false;
	}
	if (read.fault == DECIMAL_OK && read.value >= field->least &&
	    read.value <= most) {
		*integer = (int32_t)read.value;
		return true;
	}
	struct notice *notice = NOTICE(reading->notices, INTEGER_RANGE, node->span,
				       field->key, STR_ARG(node->text));
	notice_help(reading->notices, notice, "write a number from %d to %d",
		    field->least, most);
	return false;
}
