#include "explain_find.h"

#include "explain.h"

#define DAY 10 /* bytes of YYYY-MM-DD */

/* The letter's name without what may be left out: "acme/reminder-2-GBP-plain". */
static struct str bare(struct str name)
{
	date day;

	if (name.len > DAY && name.at[DAY] == '/' &&
	    date_from_str(str_slice(name, 0, DAY), &day) == DATE_OK)
		name = str_slice(name, DAY + 1, name.len);
	if (str_starts(name, STR("letters/")))
		name = str_slice(name, sizeof "letters/" - 1, name.len);
	if (str_ends(name, STR(".pdf")))
		name = str_slice(name, 0, name.len - (sizeof ".pdf" - 1));
	return name;
}

/* "acme/reminder-2", with the currency and the policy or without. */
static bool means(struct arena *arena, const struct account *account,
		  const struct letter *letter, struct str wanted)
{
	struct str whole = bare(explain_path(arena, account, letter));
	struct str stage = print_stage(letter->policy, letter->stage);
	size_t brief = account->customer->id.len + 1 + stage.len;
	bool cut = wanted.len == brief || wanted.len == brief + 4;

	return str_equal(whole, wanted) ||
	       (cut && str_equal(str_slice(whole, 0, wanted.len), wanted));
}

static size_t find_letter(struct call *call, const struct book *book, struct str name,
			  struct subject *subject)
{
	size_t found = 0;

	for (size_t i = 0; i < book->naccounts; i++) {
		const struct escalation *escalation = book->accounts[i];
		for (size_t j = 0; j < escalation->nletters; j++) {
			if (!means(call->arena, escalation->account,
				   &escalation->letters[j], bare(name)))
				continue;
			subject->letter = &escalation->letters[j];
			subject->account = i;
			found++;
		}
	}
	return found;
}

static bool find_invoice(const struct book *book, const struct invoice *invoice,
			 struct subject *subject)
{
	for (size_t i = 0; i < book->naccounts; i++) {
		const struct escalation *escalation = book->accounts[i];
		const struct account *account = escalation->account;
		for (size_t j = 0;
		     account->customer == invoice->customer && j < account->nitems; j++) {
			if (account->items[j].invoice != invoice)
				continue;
			subject->progress = &escalation->progress[j];
			subject->account = i;
			return true;
		}
	}
	return false;
}

static void offer_letters(const struct call *call, const struct book *book,
			  struct near *near)
{
	for (size_t i = 0; i < book->naccounts; i++) {
		const struct escalation *escalation = book->accounts[i];
		for (size_t j = 0; j < escalation->nletters; j++) {
			const struct letter *letter = &escalation->letters[j];
			near_offer(near,
				   str_format(call->arena, "%.*s/%.*s",
					      STR_ARG(escalation->account->customer->id),
					      STR_ARG(print_stage(letter->policy,
								  letter->stage))));
			near_offer(near, explain_path(call->arena, escalation->account,
						      letter));
		}
	}
}

/* Nothing is called that: the nearest name, else where names are listed. */
static void say_unknown(struct call *call, const struct book *book, struct str name)
{
	bool path = str_index(name, '/', 0) < name.len;
	struct near near = near_new(call->arena, name);

	for (size_t i = 0; i < book->ledger->ncustomers; i++)
		near_offer(&near, book->ledger->customers[i]->id);
	for (size_t i = 0; i < book->ledger->ninvoices; i++)
		near_offer(&near, book->ledger->invoices[i]->number);
	offer_letters(call, book, &near);
	if (path)
		call_fault(call, "no letter '%.*s' goes out on that day", STR_ARG(name));
	else
		call_fault(call, "no customer, invoice or letter is called '%.*s'",
			   STR_ARG(name));
	if (near.best.len)
		call_help(call, "did you mean '%.*s'?", STR_ARG(near.best));
	else
		call_help(call, "'collectgen %s' lists them",
			  path ? "plan LEDGER" : "status LEDGER --format json");
}

static bool is_one_letter(struct call *call, const struct book *book, struct str name,
			  struct subject *subject)
{
	size_t found = find_letter(call, book, name, subject);

	if (found == 1)
		return true;
	if (found == 0) {
		say_unknown(call, book, name);
		return false;
	}
	struct str path = explain_path(
		call->arena, book->accounts[subject->account]->account, subject->letter);
	call_fault(call, "'%.*s' is the name of %zu letters", STR_ARG(name), found);
	call_help(call, "name the whole of it, as in '%.*s'", STR_ARG(path));
	return false;
}

static bool is_there(struct call *call, const struct book *book,
		     const struct invoice *invoice, struct subject *subject)
{
	struct buf day = buf_new(call->arena, 0);

	if (find_invoice(book, invoice, subject))
		return true;
	date_put(&day, invoice->issued);
	call_fault(call, "invoice '%.*s' is issued later, on %.*s",
		   STR_ARG(invoice->number), STR_ARG(buf_str(&day)));
	call_help(call, "--as-of %.*s", STR_ARG(buf_str(&day)));
	return false;
}

static struct str behind(struct str name, struct str prefix)
{
	return str_starts(name, prefix) ? str_slice(name, prefix.len, name.len)
					: (struct str){NULL, 0};
}

bool explain_find(struct call *call, const struct book *book, struct str name,
		  struct subject *subject)
{
	const struct ledger *ledger = book->ledger;
	struct str as_customer = behind(name, STR("customer/"));
	struct str as_invoice = behind(name, STR("invoice/"));
	const struct customer *customer =
		ledger_customer(ledger, as_customer.len ? as_customer : name);
	const struct invoice *invoice =
		ledger_invoice(ledger, as_invoice.len ? as_invoice : name);

	*subject = (struct subject){.customer = NULL};
	if (customer && invoice) {
		call_fault(call, "'%.*s' is a customer and an invoice", STR_ARG(name));
		call_help(call, "write 'customer/%.*s' or 'invoice/%.*s'", STR_ARG(name),
			  STR_ARG(name));
		return false;
	}
	if (invoice)
		return is_there(call, book, invoice, subject);
	subject->customer = customer;
	return customer || is_one_letter(call, book, name, subject);
}
