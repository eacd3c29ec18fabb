/* explain_invoice of explain.h. */
#include "explain.h"

void explain_invoice(struct explanation *x, const struct progress *progress)
{
	const struct item *item = progress->item;
	const struct customer *customer = item->invoice->customer;

	x->kind = "invoice";
	x->subject = item->invoice->number;
	x->title = str_format(x->arena, "Invoice %.*s of %.*s, %.*s, in %s",
			      STR_ARG(item->invoice->number), STR_ARG(customer->id),
			      STR_ARG(customer->name), item->invoice->currency->code);
	explain_amount(x, item);
	explain_principal(x, item);
	explain_interest(x, item);
	explain_charges(x, item);
	explain_stages(x, progress);
	explanation_close(x);
}
