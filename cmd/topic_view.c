#include "topic_view.h"

#include "base/arena.h"
#include "entry.h"
#include "letter/names.h"

#define KEYS 24 /* where the second column begins */

static const struct str preface = STR_LIT(
	"A template prints a name with {{demand}}. A name that may be empty opens a\n"
	"section that is left out then: {{#pay_by}}by {{pay_by}}{{/pay_by}}; with ^ in\n"
	"place of # it is there only then. A list opens its section once for each of\n"
	"its items, whose names are those below it:\n"
	"{{#invoices}}{{number}}: {{amount}} {{/invoices}}. A record's names are written\n"
	"with a dot, {{customer.name}}, or inside its section.\n"
	"\n"
	"  money     prints as the customer's locale has it, £1,250.00; .plain 1250.00,\n"
	"            .short 1,250.00, .table like it with its currency, always grouped\n"
	"  date      prints 14 February 2026; .iso 2026-02-14, .medium 14 Feb 2026,\n"
	"            .short 14/02/2026\n"
	"  count     prints 46 days; .plain 46. rate: prints 11.75%; .plain 11.75\n"
	"  yes/no    opens a section\n"
	"  lines     a list of texts: {{#customer.address}}{{.}}{{/customer.address}}\n"
	"\n"
	"A name that is not here is an error, with its place and the nearest that is.\n"
	"\n");

static size_t depth_of(struct str name)
{
	size_t depth = 0;
	for (size_t i = 0; i < name.len; i++)
		depth += name.at[i] == '.';
	return depth;
}

/* What follows the last dot. */
static struct str leaf_of(struct str name)
{
	size_t from = name.len;
	while (from > 0 && name.at[from - 1] != '.')
		from--;
	return str_slice(name, from, name.len);
}

static bool holds_others(enum name_type type)
{
	return type == NAME_LIST || type == NAME_RECORD;
}

static void put_name(struct buf *out, const struct name_entry *name)
{
	size_t depth = 2 * depth_of(name->name);
	struct str key = leaf_of(name->name), type = name_type_word(name->type);
	const char *colon = holds_others(name->type) ? ":" : "";
	struct entry entry = entry_new(
		out, depth, str_format(out->arena, "%.*s%s", STR_ARG(key), colon), KEYS);

	entry_words(&entry,
		    str_format(out->arena, "%.*s: %.*s%s", STR_ARG(type),
			       STR_ARG(name->meaning), name->example.len ? ";" : ""));
	if (name->example.len)
		entry_piece(&entry,
			    str_format(out->arena, "as %.*s", STR_ARG(name->example)));
	buf_byte(out, '\n');
}

void topic_view(struct buf *out)
{
	const struct name_entry *name;

	buf_put(out, preface);
	for (size_t i = 0; (name = name_at(i)); i++)
		put_name(out, name);
}
