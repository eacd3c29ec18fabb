#include "letter/names.h"
#include "manual.h"
#include "mdoc.h"

static const struct str preface = STR_LIT(
	"A letter is a Markdown file with Mustache tags. "
	"It begins with its front matter: between two lines of three hyphens, the title and "
	"the subject. "
	"collectgen carries letters for several languages; to change one, put a file of the "
	"same name into the ledger's folder templates.");

static const struct str where = STR_LIT(
	"A letter or a partial is looked for in this order, LOCALE being the customer's or "
	"the ledger's, as en-GB, and LANGUAGE its first part, as en:");

static const struct str places = STR_LIT("LEDGER/templates/LOCALE/\n"
					 "LEDGER/templates/LANGUAGE/\n"
					 "LEDGER/templates/\n"
					 "the letters carried by the program\n");

static const struct str example =
	STR_LIT("---\n"
		"title: Payment reminder\n"
		"subject: \"Payment reminder: {{demand}}\"\n"
		"---\n"
		"{{salutation}}\n"
		"\n"
		"Please pay **{{demand}}**{{#pay_by}} by **{{pay_by}}**{{/pay_by}}.\n"
		"\n"
		"{{>invoices}}\n"
		"{{>payment}}\n"
		"{{>closing}}\n");

static const struct {
	const char *tag, *meaning;
} tags[] = {
	{"{{NAME}}", "The value. An unknown name is an error, at its place."},
	{"{{#NAME}}...{{/NAME}}",
	 "For each item of a list; or if there is such a value."},
	{"{{^NAME}}...{{/NAME}}", "If there is none."},
	{"{{.}}", "The item of a list of lines."},
	{"{{>NAME}}", "The partial partials/NAME.md."},
	{"{{! TEXT }}", "Nothing: a comment."},
};

static void put_tags(struct buf *out)
{
	buf_put(out, STR(".Bl -tag -width Ds\n"));
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		mdoc_line(out, "It Li", str_from_c(tags[i].tag));
		mdoc_prose(out, str_from_c(tags[i].meaning));
	}
	buf_put(out, STR(".El\n"));
}

static void put_names(struct buf *out)
{
	const struct name_entry *entry;

	buf_put(out, STR(".Bl -tag -width Ds\n"));
	for (size_t i = 0; (entry = name_at(i)); i++) {
		mdoc_line(out, "It Ic", entry->name);
		buf_put(out, STR(".Pq "));
		mdoc_put(out, name_type_word(entry->type));
		buf_byte(out, '\n');
		mdoc_prose(out, str_format(out->arena, "%.*s.", STR_ARG(entry->meaning)));
		if (entry->example.len) {
			buf_put(out, STR("Prints as\n"));
			mdoc_line(out, "Dq", entry->example);
		}
	}
	buf_put(out, STR(".El\n"));
}

void manual_templates(struct buf *out)
{
	mdoc_open(out, STR("collectgen-templates"), 5,
		  "letters of your own, and the names they may use");
	buf_put(out, STR(".Sh DESCRIPTION\n"));
	mdoc_prose(out, preface);
	buf_put(out, STR(".Pp\n"));
	mdoc_prose(out, where);
	mdoc_lines(out, places);
	buf_put(out, STR(".Pp\n"));
	mdoc_prose(out,
		   STR("Try one with collectgen render, and check a ledger with its "
		       "templates with collectgen check: it fills every letter once, "
		       "and holds its words to rules of conduct. A finding says how "
		       "a rule is excused."));
	buf_put(out, STR(".Ss Tags\n"));
	put_tags(out);
	buf_put(out, STR(".Ss Names\n"));
	put_names(out);
	buf_put(out, STR(".Sh EXAMPLES\n"));
	mdoc_lines(out, example);
	buf_put(out, STR(".Sh SEE ALSO\n"
			 ".Xr collectgen 1 ,\n"
			 ".Xr collectgen-ledger 5 ,\n"
			 ".Xr collectgen-policies 7\n"));
}
