#include "ledger/form.h"

#include "ledger/bank.h"
#include "ledger/mail.h"
#include "ledger/phone.h"
#include "ledger/rf.h"
#include "ledger/site.h"
#include "ledger/tax_id.h"

bool form_check(struct reading *reading, const struct field *field,
		const struct node *node, struct str text)
{
	switch (field->form) {
	case FORM_ANY:
		return true;
	case FORM_IBAN:
		return bank_iban(reading, node, text);
	case FORM_BIC:
		return bank_bic(reading, node, text);
	case FORM_MAIL:
		return mail_check(reading, node, field->key, text);
	case FORM_PHONE:
		return phone_check(reading, node, field->key, text);
	case FORM_SITE:
		return site_check(reading, node, field->key, text);
	case FORM_PAY_URL:
		return site_check_pay_url(reading, node, field->key, text);
	case FORM_TAX_ID:
		tax_id_check(reading, node, text);
		return true;
	case FORM_REFERENCE:
		rf_check(reading, node, text);
		return true;
	}
	return true;
}
