/* payment: what is quoted, and what an app of a bank reads. */
#include <criterion/criterion.h>

#include "base/limits.h"
#include "ledger/rf.h"
#include "letter/payment.h"

static struct arena *arena;
static struct ledger ledger;
static struct customer customer;
static struct currency currency;
static struct account account;

static void set_up(void)
{
	arena = arena_new(0);
	ledger = (struct ledger){0};
	ledger.creditor.name = STR("Tischlerei Söhne");
	ledger.creditor.bank.iban = STR("DE89 3704 0044 0532 0130 00");
	customer = (struct customer){.id = STR("severn-wye")};
	currency = *currency_find(STR("EUR"));
	account = (struct account){
		.ledger = &ledger, .customer = &customer, .currency = &currency};
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(paying, .init = set_up, .fini = tear_down);

static const char *epc(const char *reference, const char *amount)
{
	return str_c(arena, payment_epc(arena, &account, str_from_c(reference),
					str_from_c(amount)));
}

static const char *reference(const char *number)
{
	return str_c(arena, payment_reference(arena, &account, str_from_c(number)));
}

/* ISO 11649, the examples of which check digits are known. */
Test(paying, makes_creditor_references)
{
	cr_assert(
		str_equal(rf_from_name(arena, STR("INV2026001")), STR("RF10INV2026001")));
	cr_assert(str_equal(rf_from_name(arena, STR("20260001")), STR("RF3120260001")));
	cr_assert(str_equal(rf_from_name(arena, STR("a-1")), STR("RF90A1")));
	cr_assert_eq(rf_from_name(arena, STR("Rä")).len, 0);
	cr_assert_eq(rf_from_name(arena, STR("--")).len, 0);
	cr_assert_eq(rf_from_name(arena, STR("1234567890123456789012")).len, 0);
}

Test(paying, knows_a_creditor_reference)
{
	cr_assert(rf_valid(STR("RF18539007547034")));
	cr_assert(rf_valid(STR("RF45G72UUR")));
	cr_assert_not(rf_valid(STR("RF17539007547034")));
	cr_assert_not(rf_valid(STR("RF45 G72U UR")));
	cr_assert_not(rf_valid(STR("RF45")));
	cr_assert_not(rf_valid(STR("INV-2026-001")));
}

Test(paying, quotes_the_invoice_or_the_customer)
{
	cr_assert_str_eq(reference("INV-1"), "INV-1");
	cr_assert(rf_valid(str_from_c(reference(""))));
	cr_assert_str_eq(reference("") + 4, "SEVERNWYE");
	customer.id = STR("müller");
	cr_assert_str_eq(reference(""), "müller");
	customer.id = STR("severn-wye");
	currency = *currency_find(STR("GBP"));
	cr_assert_str_eq(reference(""), "severn-wye");
}

Test(paying, writes_a_transfer_as_banks_read_it)
{
	cr_assert_str_eq(epc("2026-0815", "1250.00"),
			 "BCD\n002\n1\nSCT\n\nTischlerei Söhne\nDE89370400440532013000\n"
			 "EUR1250.00\n\n\n2026-0815");
	ledger.creditor.bank.bic = STR("COBADEFF");
	ledger.creditor.bank.holder = STR("T. Söhne");
	cr_assert_str_eq(epc("RF18539007547034", "0.01"),
			 "BCD\n002\n1\nSCT\nCOBADEFF\nT. Söhne\nDE89370400440532013000\n"
			 "EUR0.01\n\nRF18539007547034");
}

Test(paying, writes_none_that_no_bank_would_take)
{
	cr_assert_str_eq(epc("1", ""), "");
	cr_assert_str_neq(epc("1", "999999999.99"), "");
	cr_assert_str_eq(epc("1", "1000000000.00"), "");
	currency = *currency_find(STR("GBP"));
	cr_assert_str_eq(epc("1", "1.00"), "");
	currency = *currency_find(STR("EUR"));
	ledger.creditor.bank.iban = STR("GB82WEST12345698765432");
	cr_assert_str_eq(epc("1", "1.00"), "", "outside the EEA without a BIC");
	ledger.creditor.bank.bic = STR("WESTGB2L");
	cr_assert_str_neq(epc("1", "1.00"), "");
	ledger.creditor.bank.iban = STR("TR330006100519786457841326");
	cr_assert_str_eq(epc("1", "1.00"), "", "outside SEPA");
	ledger.creditor.bank.iban = STR("");
	cr_assert_str_eq(epc("1", "1.00"), "");
}

/* 70 characters of a name, and never more bytes than a code holds. */
Test(paying, keeps_to_the_limits_of_a_code)
{
	struct buf name = buf_new(arena, 0), number = buf_new(arena, 0);
	for (int i = 0; i < 90; i++)
		buf_put(&name, STR("ß"));
	ledger.creditor.name = buf_str(&name);
	const char *with = epc("1", "1.00");
	cr_assert_eq(
		strlen(with),
		strlen("BCD\n002\n1\nSCT\n\n\nDE89370400440532013000\nEUR1.00\n\n\n1") +
			140);
	for (int i = 0; i < 140; i++)
		buf_put(&number, STR("ß"));
	cr_assert_str_eq(epc(str_c(arena, buf_str(&number)), "1.00"), "");
}
