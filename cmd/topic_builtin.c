#include "topic_builtin.h"

#include "base/carried.h"
#include "ledger/ledger.h"
#include "print.h"
#include "table.h"

/* "policies/gb-business.yaml" in "policies/" → "gb-business"; empty for other files. */
static struct str stem(struct str path, struct str folder)
{
	if (!str_starts(path, folder) || !str_ends(path, STR(".yaml")))
		return STR("");
	return str_slice(path, folder.len, path.len - (sizeof ".yaml" - 1));
}

/* A ledger that names all there is: a policy for each carried one, which extends it, and
 * one for each table, which refers to it. */
static struct str all_named(struct arena *arena)
{
	struct buf text = buf_new(arena, 0);
	const struct carried *file;

	buf_put(&text, STR("creditor: {name: x, address: x, country: GB}\npolicies:\n"));
	for (size_t i = 0; (file = carried_at(i)); i++) {
		struct str policy = stem(file->path, STR("policies/"));
		struct str table = stem(file->path, STR("rates/"));
		if (policy.len)
			buf_format(&text, "  own.%.*s: {extends: %.*s}\n",
				   STR_ARG(policy), STR_ARG(policy));
		if (table.len)
			buf_format(
				&text,
				"  at.%.*s: {interest: {reference: %.*s, claimed_from: due}}\n",
				STR_ARG(table), STR_ARG(table));
	}
	return buf_str(&text);
}

const struct ledger *topic_builtin_ledger(struct arena *arena, struct sources *sources)
{
	struct notices notices = notices_new(arena, sources);
	const struct source *source =
		source_from_bytes(sources, STR("builtin.yaml"), all_named(arena));

	return ledger_from_sources(arena, sources, &source, 1, DATE_NONE, &notices);
}

static struct str kind(enum kind kind)
{
	return kind == KIND_BUSINESS   ? STR("business")
	       : kind == KIND_CONSUMER ? STR("consumer")
				       : STR("any");
}

static struct str days(struct arena *arena, const struct policy *policy)
{
	if (policy->valid_from == DATE_NONE)
		return STR("-");
	struct str from = print_day(arena, policy->valid_from);
	struct str until = print_day(arena, policy->valid_until);
	return str_format(arena, "%.*s to %.*s", STR_ARG(from), STR_ARG(until));
}

/* The law's name, without where to read it; no charges, no law. */
static struct str law(const struct policy *policy)
{
	struct str text = policy->law;
	size_t end = 0;

	while (end < text.len &&
	       !str_starts(str_slice(text, end, text.len), STR(", http")))
		end++;
	return text.len ? str_slice(text, 0, end) : STR("(no charges)");
}

struct topic_policy topic_policy(struct arena *arena, const struct policy *policy)
{
	return (struct topic_policy){
		.kind = kind(policy->kind),
		.currency = policy->currency ? str_from_c(policy->currency->code)
					     : STR("any"),
		.days = days(arena, policy),
		.law = law(policy),
	};
}

static void put_policy(struct table *table, const struct policy *policy)
{
	struct cell *row = table_row(table);
	struct topic_policy facts = topic_policy(table->arena, policy);

	row[0].text = policy->name;
	row[1].text = facts.kind;
	row[2].text = facts.currency;
	row[3].text = facts.days;
	row[4].text = facts.law;
}

void topic_policies(struct buf *out)
{
	struct sources *sources = sources_new();
	const struct ledger *ledger = topic_builtin_ledger(out->arena, sources);
	struct table table = table_new(out->arena, 5);
	static const struct str heads[] = {STR_LIT("name"), STR_LIT("kind"),
					   STR_LIT("currency"), STR_LIT("valid"),
					   STR_LIT("law")};

	struct cell *head = table_row(&table);
	for (size_t i = 0; i < 5; i++)
		head[i].text = heads[i];
	for (size_t i = 0; i < ledger->npolicies; i++)
		if (ledger->policies[i]->built_in)
			put_policy(&table, ledger->policies[i]);
	table_put(out, &table, false);
	buf_put(out, STR("\n'collectgen help NAME' shows one, with its sources.\n"));
	sources_free(sources);
}

/* The first day after `day` on which any table has an entry; DATE_LAST after the last. */
static date next_entry(const struct ledger *ledger, date day)
{
	date next = DATE_LAST;

	for (size_t t = 0; t < ledger->ntables; t++)
		for (size_t i = 0; i < ledger->tables[t]->count; i++) {
			date from = ledger->tables[t]->entries[i].from;
			if (from > day && from < next)
				next = from;
		}
	return next;
}

/* [percent] with two decimals, as the tables are written. */
static struct str percent(struct arena *arena, ppm rate)
{
	ppm size = rate < 0 ? -rate : rate;

	return str_format(arena, "%s%d.%02d", rate < 0 ? "-" : "", (int)(size / 10000),
			  (int)(size / 100 % 100));
}

static struct str percent_on(struct arena *arena, const struct rate_table *table,
			     date day)
{
	for (size_t i = 0; i < table->count; i++)
		if (table->entries[i].from == day)
			return percent(arena, table->entries[i].percent);
	return STR("");
}

struct str topic_rate(struct arena *arena, const struct rate_entry *entry)
{
	struct str day = print_day(arena, entry->from);
	struct str rate = percent(arena, entry->percent);

	return str_format(arena, "From %.*s: %.*s.", STR_ARG(day), STR_ARG(rate));
}

static void put_day(struct table *table, const struct ledger *ledger, date day)
{
	struct cell *row = table_row(table);

	row[0].text = print_day(table->arena, day);
	for (size_t t = 0; t < ledger->ntables; t++) {
		row[t + 1].text = percent_on(table->arena, ledger->tables[t], day);
		row[t + 1].right = true;
	}
}

void topic_rates(struct buf *out)
{
	struct sources *sources = sources_new();
	const struct ledger *ledger = topic_builtin_ledger(out->arena, sources);
	struct table table = table_new(out->arena, ledger->ntables + 1);

	struct cell *head = table_row(&table);
	head[0].text = STR("from");
	for (size_t t = 0; t < ledger->ntables; t++) {
		head[t + 1].text = ledger->tables[t]->name;
		head[t + 1].right = true;
	}
	for (date day = next_entry(ledger, DATE_NONE); day < DATE_LAST;
	     day = next_entry(ledger, day))
		put_day(&table, ledger, day);
	table_put(out, &table, false);
	buf_put(out, STR("\n'collectgen help NAME' shows one, with its sources.\n"));
	sources_free(sources);
}
