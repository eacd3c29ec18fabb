#include "topic_letters.h"

#include "letter/lint_rules.h"

static const char guide[] =
	"A letter is a text file, LETTER.md: a head between two lines ---, then Markdown\n"
	"with names in double braces, which collectgen fills in for each customer.\n"
	"\n"
	"  ---\n"
	"  title: Payment reminder\n"
	"  subject: \"Payment reminder: {{demand}}\"\n"
	"  ---\n"
	"  {{salutation}}\n"
	"\n"
	"  Please pay **{{demand}}**{{#pay_by}} by **{{pay_by}}**{{/pay_by}}.\n"
	"\n"
	"  {{>invoices}}\n"
	"  {{>queries}}\n"
	"  {{>payment}}\n"
	"  {{>closing}}\n"
	"\n"
	"{{name}} prints a value; 'collectgen help view' lists them all. {{#name}} ...\n"
	"{{/name}} is there only where the name has something, once for each item of a\n"
	"list; {{^name}} ... {{/name}} only where it has nothing. {{>name}} puts in\n"
	"partials/name.md. {{! ... }} is a remark. A value can never become markup.\n"
	"\n"
	"Where it is looked for: LEDGER/templates/LOCALE/, LEDGER/templates/LANGUAGE/,\n"
	"LEDGER/templates/, then the built-in letters of the locale, of its language and\n"
	"of English, for letters and partials alike: one file of your own changes one\n"
	"thing. 'collectgen init DIR --templates' writes the built-in letters out, and\n"
	"'collectgen render' tries a template on values of your own.\n"
	"\n"
	"In the head: title (what the letter is called), subject (the bold line above\n"
	"it), layout (a page of its own), keep (what stays whole on one page) and excuses\n"
	"(rules that it may break, each with the reason: {L13: \"our slogan\"}).\n"
	"\n"
	"Every letter is held to these rules by check and build, where it stands in the\n"
	"template, and so are email.md, the text of an e-mail, and call.md, a line for the\n"
	"telephone; 'collectgen help lint-l01' says more of one. Values (names, references,\n"
	"reasons) are not looked at.\n"
	"\n";

void topic_letters(struct buf *out)
{
	struct sources *sources = sources_new();
	struct notices notices = notices_new(out->arena, sources);
	struct lint_rules *rules = lint_rules_read(out->arena, sources, &notices);

	buf_put(out, str_from_c(guide));
	for (int i = 1; i <= LINT_RULES; i++) {
		enum notice_code code = (enum notice_code)(NOTICE_LINT_L01 + i - 1);
		buf_format(out, "L%02d  %-7s  %.*s\n              %.*s\n", i,
			   notice_severity(code) == SEVERITY_ERROR ? "error" : "warning",
			   STR_ARG(rules->advice[i]), STR_ARG(rules->law[i]));
	}
	lint_rules_free(rules);
	sources_free(sources);
}
