/* status_csv of status.h. */
#include "base/csv.h"
#include "outlook.h"
#include "status.h"

/* One writer; `scratch` is rewound after each account. */
struct sheet {
	struct arena *scratch;
	struct csv csv;
	size_t nbuckets; /* of the account with the most */
};

static void titles(struct sheet *sheet)
{
	static const char *const fixed[] = {"as_of",	    "customer",	    "currency",
					    "principal",    "disputed",	    "interest",
					    "compensation", "late_charges", "fees",
					    "credit",	    "balance",	    "not_due"};

	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		csv_text(&sheet->csv, str_from_c(fixed[i]));
	for (size_t i = 1; i <= sheet->nbuckets + 1; i++) {
		csv_text(&sheet->csv, str_format(sheet->scratch, "bucket_%zu_upto", i));
		csv_text(&sheet->csv, str_format(sheet->scratch, "bucket_%zu", i));
	}
	csv_text(&sheet->csv, STR("next_letter"));
	csv_end(&sheet->csv);
}

static void amount(struct sheet *sheet, const struct account *account, money value)
{
	csv_number(&sheet->csv, print_money(sheet->scratch, value, account->currency));
}

/* The bucket without an upper end comes last; shorter lists leave cells empty. */
static void buckets(struct sheet *sheet, const struct account *account)
{
	const struct policy *policy = account->policy;

	for (size_t i = 0; i <= sheet->nbuckets; i++) {
		struct str upto = {NULL, 0};
		if (i < policy->nbuckets)
			upto = str_format(sheet->scratch, "%d", policy->buckets[i]);
		csv_number(&sheet->csv, upto);
		if (i <= policy->nbuckets)
			amount(sheet, account, account->buckets[i]);
		else
			csv_number(&sheet->csv, (struct str){NULL, 0});
	}
}

static void row(struct sheet *sheet, const struct escalation *escalation)
{
	const struct account *account = escalation->account;

	csv_text(&sheet->csv, print_day(sheet->scratch, account->as_of));
	csv_text(&sheet->csv, account->customer->id);
	csv_text(&sheet->csv, str_from_c(account->currency->code));
	amount(sheet, account, account->principal);
	amount(sheet, account, account->disputed);
	amount(sheet, account, account->charges[CHARGE_INTEREST]);
	amount(sheet, account, account->charges[CHARGE_COMPENSATION]);
	amount(sheet, account, account->charges[CHARGE_LATE]);
	amount(sheet, account, account->charges[CHARGE_FEE]);
	amount(sheet, account, account->credit);
	amount(sheet, account, account->balance);
	amount(sheet, account, account->not_due);
	buckets(sheet, account);
	csv_text(&sheet->csv, outlook_next(sheet->scratch, escalation));
	csv_end(&sheet->csv);
}

struct str status_csv(struct arena *arena, const struct book *book)
{
	struct buf out = buf_new(arena, 0);
	struct sheet sheet = {.scratch = arena_new(0), .csv = {.out = &out}};

	for (size_t i = 0; i < book->naccounts; i++) {
		size_t n = book->accounts[i]->account->policy->nbuckets;
		sheet.nbuckets = n > sheet.nbuckets ? n : sheet.nbuckets;
	}
	titles(&sheet);
	for (size_t i = 0; i < book->naccounts; i++) {
		struct arena_mark mark = arena_mark(sheet.scratch);
		row(&sheet, book->accounts[i]);
		arena_rewind(sheet.scratch, mark);
	}
	arena_free(sheet.scratch);
	return buf_str(&out);
}
