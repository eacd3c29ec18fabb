#include "manual.h"
#include "mdoc.h"
#include "topic_builtin.h"

static const struct str preface = STR_LIT(
	"A policy is the terms that apply to an invoice: the days to pay, interest, "
	"compensation and fees, and the stages of the follow-up. "
	"A ledger names one under defaults, at a customer or at an invoice; its own policies "
	"may extend one of these. "
	"Its keys are described in collectgen-ledger(5). "
	"Outside the days it is valid for, a policy warns: the law may have changed.");

static const struct str tables =
	STR_LIT("Rates that a policy's interest may refer to, in percent a year. "
		"A ledger may carry on a table, or bring its own, under rates.");

static void put_row(struct buf *out, const char *lead, struct str text)
{
	if (text.len)
		mdoc_prose(out, str_format(out->arena, "%s: %.*s.", lead, STR_ARG(text)));
}

static struct str stages(struct arena *arena, const struct policy *policy)
{
	struct buf text = buf_new(arena, 0);

	for (size_t i = 0; i < policy->nstages; i++)
		buf_format(&text, "%s%.*s after %d days", i ? ", " : "",
			   STR_ARG(policy->stages[i].name), (int)policy->stages[i].after);
	return buf_str(&text);
}

static void put_policy(struct buf *out, const struct policy *policy)
{
	struct topic_policy facts = topic_policy(out->arena, policy);

	mdoc_line(out, "It Ic", policy->name);
	put_row(out, "For", facts.kind);
	put_row(out, "Currency", facts.currency);
	put_row(out, "Valid", facts.days);
	put_row(out, "Law", facts.law);
	put_row(out, "Letters", stages(out->arena, policy));
}

static void put_table(struct buf *out, const struct rate_table *table)
{
	mdoc_line(out, "It Ic", table->name);
	for (size_t i = 0; i < table->count; i++)
		mdoc_prose(out, topic_rate(out->arena, &table->entries[i]));
}

static void put_all(struct buf *out, const struct ledger *ledger)
{
	buf_put(out, STR(".Sh POLICIES\n.Bl -tag -width Ds\n"));
	for (size_t i = 0; i < ledger->npolicies; i++)
		if (ledger->policies[i]->built_in)
			put_policy(out, ledger->policies[i]);
	buf_put(out, STR(".El\n.Sh REFERENCE RATES\n"));
	mdoc_prose(out, tables);
	buf_put(out, STR(".Bl -tag -width Ds\n"));
	for (size_t i = 0; i < ledger->ntables; i++)
		put_table(out, ledger->tables[i]);
	buf_put(out, STR(".El\n"));
}

void manual_policies(struct buf *out)
{
	struct sources *sources = sources_new();

	mdoc_open(out, STR("collectgen-policies"), 7,
		  "the terms and reference rates that collectgen carries");
	buf_put(out, STR(".Sh DESCRIPTION\n"));
	mdoc_prose(out, preface);
	buf_put(out, STR(".Pp\n"));
	mdoc_prose(out,
		   STR("The file of each, with its sources, is printed by collectgen "
		       "help NAME."));
	put_all(out, topic_builtin_ledger(out->arena, sources));
	buf_put(out, STR(".Sh SEE ALSO\n"
			 ".Xr collectgen 1 ,\n"
			 ".Xr collectgen-ledger 5 ,\n"
			 ".Xr collectgen-templates 5\n"
			 ".Sh CAVEATS\n"));
	mdoc_prose(out,
		   STR("It is not legal advice: whether a policy fits your contracts "
		       "is for you and your lawyer to check."));
	sources_free(sources);
}
