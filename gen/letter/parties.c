#include "letter/parties.h"

#include "diag/yaml.h"
#include "letter/pay_terms.h"
#include "letter/payment.h"

/* An account without a holder of its own is in the creditor's name. */
static void fill_bank(const struct fill *fill, struct value *record_of,
		      const struct creditor *creditor)
{
	const struct bank *bank = &creditor->bank;
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("holder"),
		  bank->holder.len ? bank->holder : creditor->name);
	fill_text(fill, record, STR("name"), bank->name);
	fill_text(fill, record, STR("sort_code"), bank->sort_code);
	fill_text(fill, record, STR("account"), bank->account);
	fill_text(fill, record, STR("iban"), payment_iban(fill->arena, bank->iban));
	fill_text(fill, record, STR("bic"), bank->bic);
	value_set(fill->arena, record_of, STR("bank"),
		  bank->span.file ? record : value_empty(fill->arena));
}

/* A telephone number stays on one line. */
static struct str unbroken(struct arena *arena, struct str text)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < text.len; i++)
		buf_put(&buf,
			text.at[i] == ' ' ? STR("\xC2\xA0") : str_slice(text, i, i + 1));
	return buf_str(&buf);
}

static void fill_creditor(const struct fill *fill, const struct creditor *creditor)
{
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("name"), creditor->name);
	fill_lines(fill, record, STR("address"), creditor->address);
	fill_text(fill, record, STR("country"), creditor->country);
	fill_text(fill, record, STR("email"), creditor->email);
	fill_text(fill, record, STR("phone"), unbroken(fill->arena, creditor->phone));
	fill_text(fill, record, STR("website"), creditor->website);
	fill_text(fill, record, STR("registration"), creditor->registration);
	fill_text(fill, record, STR("tax_id"), creditor->tax_id);
	struct value *signatory = value_empty(fill->arena);
	if (creditor->signatory.name.len) {
		signatory = value_record(fill->arena);
		fill_text(fill, signatory, STR("name"), creditor->signatory.name);
		fill_text(fill, signatory, STR("title"), creditor->signatory.title);
	}
	value_set(fill->arena, record, STR("signatory"), signatory);
	fill_bank(fill, record, creditor);
	value_set(fill->arena, fill->view, STR("creditor"), record);
}

struct str parties_kind(enum kind kind)
{
	switch (kind) {
	case KIND_CONSUMER:
		return STR("consumer");
	case KIND_SOLE_TRADER:
		return STR("sole-trader");
	case KIND_PUBLIC:
		return STR("public");
	case KIND_BUSINESS:
	case KIND_NONE:
	case KIND_ANY:
	case KIND__COUNT:
		break;
	}
	return STR("business");
}

/* What this customer's invoices are due by, unless they say otherwise. */
static struct str terms_of(const struct fill *fill, const struct customer *customer)
{
	const struct account *account = fill->account;
	const struct terms *terms = &customer->rare->terms;
	if (terms->form == TERMS_NONE)
		terms = &account->policy->terms;
	if (terms->form == TERMS_NONE)
		terms = &account->ledger->defaults.terms;
	return pay_terms(fill->arena, fill->locale, terms);
}

static void fill_customer(const struct fill *fill, const struct customer *customer)
{
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("id"), customer->id);
	fill_text(fill, record, STR("name"), customer->name);
	fill_text(fill, record, STR("contact"), customer->contact);
	fill_lines(fill, record, STR("address"), customer->address);
	fill_text(fill, record, STR("country"), customer->country);
	fill_text(fill, record, STR("email"), customer->email);
	fill_text(fill, record, STR("phone"),
		  unbroken(fill->arena, customer->rare->phone));
	fill_text(fill, record, STR("kind"), parties_kind(customer->kind));
	fill_truth(fill, record, STR("consumer"), customer->kind == KIND_CONSUMER);
	fill_truth(fill, record, STR("individual"),
		   customer->kind == KIND_CONSUMER || customer->kind == KIND_SOLE_TRADER);
	fill_text(fill, record, STR("collector"), customer->rare->collector);
	fill_money(fill, record, STR("credit_limit"), customer->rare->credit_limit);
	fill_date(fill, record, STR("terms_signed"), customer->terms_signed);
	fill_text(fill, record, STR("terms"), terms_of(fill, customer));
	value_set(fill->arena, fill->view, STR("customer"), record);
}

static bool is_office(const struct locale *locale, struct str contact)
{
	struct str word = str_slice(contact, 0, str_index(contact, ' ', 0));
	for (const struct node *node = locale->offices->first; node; node = node->next)
		if (str_equal(node->text, word))
			return true;
	return false;
}

/* Who is greeted by name, where a person is known: the contact, or a consumer. */
static struct str person(const struct locale *locale, const struct customer *customer)
{
	if (!customer->contact.len)
		return customer->kind == KIND_CONSUMER ? customer->name : STR("");
	return is_office(locale, customer->contact) ? STR("") : customer->contact;
}

/* Nobody's sex is guessed. */
static void fill_greeting(const struct fill *fill, const struct customer *customer)
{
	const struct locale *locale = fill->locale;
	struct str name = person(locale, customer);
	struct str salutation = locale->salutation_unknown;
	if (name.len)
		salutation =
			format_fill(fill->arena, locale->salutation, STR("name"), name);
	fill_text(fill, fill->view, STR("salutation"), salutation);
	fill_text(fill, fill->view, STR("closing"),
		  name.len ? locale->closing : locale->closing_unknown);
}

/* Within a country that has sort codes they are what people use; else the IBAN. */
static bool pays_by_iban(const struct creditor *creditor, const struct customer *customer)
{
	bool abroad =
		customer->country.len && !str_equal(customer->country, creditor->country);
	return creditor->bank.iban.len && (abroad || !creditor->bank.sort_code.len);
}

void parties_fill(const struct fill *fill)
{
	const struct creditor *creditor = &fill->account->ledger->creditor;
	fill_creditor(fill, creditor);
	fill_customer(fill, fill->account->customer);
	fill_text(fill, fill->view, STR("advice"),
		  locale_advice(fill->locale, fill->account->customer->country));
	fill_greeting(fill, fill->account->customer);
	fill_truth(fill, fill->any, STR("iban"),
		   pays_by_iban(creditor, fill->account->customer));
}
