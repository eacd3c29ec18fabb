/* locale: how a language and country writes numbers, money, dates and fixed words.
 * Floor 5. Owner: the book arena; frozen before the first job starts.
 *
 * Data: templates/locales/<tag>.yaml, the ledger's own or carried by the binary. Nothing
 * here asks the machine's own locale. */
#ifndef LETTER_LOCALE_H
#define LETTER_LOCALE_H

#include "base/date.h"
#include "base/digest.h"
#include "base/money.h"
#include "diag/notice.h"
#include "text/value.h"

/* Fixed words: C name, key in the file. */
#define CAPTIONS(X) \
	X(INVOICE, "invoice") \
	X(INVOICE_NO, "invoice_no") \
	X(CUSTOMER_NO, "customer_no") \
	X(DATE, "date") \
	X(INVOICE_DATE, "invoice_date") \
	X(DUE_DATE, "due_date") \
	X(DAYS_OVERDUE, "days_overdue") \
	X(DESCRIPTION, "description") \
	X(REFERENCE, "reference") \
	X(AMOUNT, "amount") \
	X(ORIGINAL_AMOUNT, "original_amount") \
	X(PAID, "paid") \
	X(PAYMENT, "payment") \
	X(CREDIT_NOTE, "credit_note") \
	X(REFUND, "refund") \
	X(RETURNED, "returned") \
	X(DEBIT, "debit") \
	X(CREDIT, "credit") \
	X(ON_ACCOUNT, "on_account") \
	X(OVERDRAWN, "overdrawn") \
	X(OUTSTANDING, "outstanding") \
	X(BALANCE, "balance") \
	X(OPENING_BALANCE, "opening_balance") \
	X(CLOSING_BALANCE, "closing_balance") \
	X(BROUGHT_FORWARD, "brought_forward") \
	X(PAGE_CARRIED, "page_carried") \
	X(PAGE_BROUGHT, "page_brought") \
	X(SUBTOTAL, "subtotal") \
	X(INTEREST, "interest") \
	X(STATUTORY_INTEREST, "statutory_interest") \
	X(INTEREST_RATE, "interest_rate") \
	X(COMPENSATION, "compensation") \
	X(LATE_CHARGES, "late_charges") \
	X(FEE, "fee") \
	X(TOTAL_DUE, "total_due") \
	X(OVERDUE, "overdue") \
	X(NOT_YET_DUE, "not_yet_due") \
	X(AGING, "aging") \
	X(AGING_OVER, "aging_over") \
	X(PAY_BY, "pay_by") \
	X(BANK_DETAILS, "bank_details") \
	X(ACCOUNT_HOLDER, "account_holder") \
	X(ACCOUNT_NO, "account_no") \
	X(SORT_CODE, "sort_code") \
	X(PAY_REFERENCE, "pay_reference") \
	X(SCAN_BANK, "scan_bank") \
	X(SCAN_BANK_ALT, "scan_bank_alt") \
	X(SCAN_PAY, "scan_pay") \
	X(SCAN_PAY_ALT, "scan_pay_alt") \
	X(REMITTANCE_SLIP, "remittance_slip") \
	X(OUR_REF, "our_ref") \
	X(YOUR_REF, "your_ref") \
	X(PAYMENTS_TO, "payments_to") \
	X(REGISTRATION, "registration") \
	X(TAX_ID, "tax_id") \
	X(TELEPHONE, "telephone") \
	X(DISPUTED, "disputed") \
	X(ON_HOLD, "on_hold") \
	X(PLANNED, "planned") \
	X(PROMISED, "promised") \
	X(DISCOUNT, "discount") \
	X(WRITE_OFF, "write_off") \
	X(WAIVED, "waived") \
	X(INSTALMENT_PAID, "instalment_paid") \
	X(INSTALMENT_OPEN, "instalment_open") \
	X(INSTALMENT_LATE, "instalment_late") \
	X(PLAN_KEPT, "plan_kept") \
	X(PLAN_BROKEN, "plan_broken") \
	X(PLAN_DONE, "plan_done") \
	X(PROMISE_RUNNING, "promise_running") \
	X(PROMISE_KEPT, "promise_kept") \
	X(PROMISE_BROKEN, "promise_broken") \
	X(TERMS_NET, "terms_net") \
	X(TERMS_RECEIPT, "terms_receipt") \
	X(TERMS_DAYS_EOM, "terms_days_eom") \
	X(TERMS_EOM_PLUS, "terms_eom_plus") \
	X(TERMS_DISCOUNT, "terms_discount") \
	X(PAGE_N_OF_M, "page_n_of_m") \
	X(CONTINUED, "continued") \
	X(AS_AT, "as_at") \
	X(COPY, "copy") \
	X(DRAFT, "draft")

enum caption {
#define CAPTION_ENUM(NAME, key) CAPTION_##NAME,
	CAPTIONS(CAPTION_ENUM)
#undef CAPTION_ENUM
		CAPTION__COUNT
};

/* Words that change with a number. */
enum plural { PLURAL_DAYS, PLURAL_DAYS_OVERDUE, PLURAL_INVOICES, PLURAL__COUNT };

struct locale {
	struct str tag; /* BCP 47 */
	struct str decimal, group, money_group, minus;
	int min_grouping;	    /* digits before the first mark, at least; 1 or 2 */
	struct str currency;	    /* pattern; behind ';' that of what is negative */
	struct str percent;	    /* pattern */
	const struct node *symbols; /* currency code → symbol */
	struct str date_long, date_medium, date_short; /* patterns */
	struct str day_one; /* the first of a month, where the month is a word */
	struct str months[12], months_abbr[12];
	struct str list_2, list_middle, list_end;
	struct str list_before_i; /* Spanish y is e before the sound of i; else empty */
	bool one[2];		  /* whether 0 and 1 take the first form of a plural */
	struct str salutation, salutation_unknown, closing, closing_unknown;
	const struct node
		*offices; /* words that begin an office's name, not a person's */
	struct str captions[CAPTION__COUNT];
	struct str plurals[PLURAL__COUNT]; /* "first form|second form", {n} the number */
	const struct node *countries;	   /* ISO 3166-1 code → name */
	const struct node *laws; /* a policy's name of a law → what it is called here */
	const struct node *advice; /* country → who advises private persons about debt */
	struct value *words;	   /* the captions by key, for templates */
	struct digest digest;	   /* of the file */
};

/* Reads a locale file; NULL after an error notice. */
struct locale *locale_read(struct arena *book, const struct source *source,
			   struct notices *notices);
/* The carried locale of a tag, else of its language, else en-GB; its own tag says which
 * it is. NULL after an error notice, which what is carried never makes (a test says so).
 */
struct locale *locale_carried(struct arena *book, struct sources *sources, struct str tag,
			      struct notices *notices);
/* A country's name for the last line of an address, or empty. */
struct str locale_country(const struct locale *locale, struct str country);
/* What the locale calls a law that a policy names; the policy's own name where it says
 * nothing. */
struct str locale_law(const struct locale *locale, struct str name);
/* Who advises the private persons of a country about debt, as it stands in a sentence, or
 * empty. */
struct str locale_advice(const struct locale *locale, struct str country);

#endif
