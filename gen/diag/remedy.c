#include "diag/remedy.h"

static const char *const texts[NOTICE_CODE__COUNT] = {
	[NOTICE_AMOUNT_OVERFLOW] =
		"an amount of this customer has too many digits: correct it",
	[NOTICE_CREDIT_LIMIT] = "speak to the customer before you deliver more, "
				"or raise `credit_limit`",
	[NOTICE_DELIMITERS_BAD] = "write both, one blank apart: {{=<% %>=}}",
	[NOTICE_DOCUMENT_TOO_LONG] =
		"look for a list inside a list in the template; a customer that "
		"is really many is better entered as many",
	[NOTICE_EFFECTIVE_ABSENT] = "if the invoice was wrong from the start, give "
				    "the credit note `effective: ` and the "
				    "invoice's own date",
	[NOTICE_EXCUSE_REASON] = "say why: excuses: {L13: \"agreed with the "
				 "customer on 3 May\"}",
	[NOTICE_FONT_DAMAGED] = "take the file anew from where it came from, and write "
				"'*.ttf binary' into .gitattributes",
	[NOTICE_FONT_FORBIDDEN] = "ask its makers, or take another font",
	[NOTICE_FONT_KIND] = "take the same style as a TrueType file (.ttf)",
	[NOTICE_FONT_OUTSIDE] = "copy the font into the ledger's folder and name it from "
				"there on: regular: fonts/Our.ttf",
	[NOTICE_FONT_UNREADABLE] = "name a TrueType file of at most 4 MiB, from the "
				   "ledger's folder on",
	[NOTICE_INTERNAL_CONSERVATION] =
		"nothing is wrong with your entries: please report it, with the "
		"part of the ledger that shows it",
	[NOTICE_LOCALE_KEY] = "copy the key from en-GB.yaml and translate it",
	[NOTICE_LOGO_OUTSIDE] = "copy the picture into the ledger's folder and "
				"name it from there on: logo: logo.png",
	[NOTICE_LOGO_REFUSED] = "save it anew as a PNG, about 1,600 pixels wide",
	[NOTICE_LOGO_UNREADABLE] = "put a PNG or JPEG of at most 512 KiB there, or "
				   "take out `logo`",
	[NOTICE_MARKDOWN_REFUSED] =
		"take it out: a letter has paragraphs, headings, emphasis, lists, "
		"rules, tables, links and block quotes",
	[NOTICE_MONEY_UNALLOCATED] =
		"leave it as credit for the next invoice, name the right customer, "
		"or enter the refund as a negative payment",
	[NOTICE_PARTIAL_DEEP] = "look for a partial that names itself",
	[NOTICE_PAYMENT_SURPLUS] = "lower the amount under `for`, or name the "
				   "other invoices that it paid",
	[NOTICE_PROMISE_BROKEN] = "enter the payment if it has come in, or agree a "
				  "new day and enter that as a promise of its own",
	[NOTICE_RATE_OLD] = "look up today's rate and add a line with it, also if "
			    "it is the same",
	[NOTICE_REFUND_UNCOVERED] = "check the amount; what is above the credit "
				    "is owed by the customer again",
	[NOTICE_RENDERED_LARGE] = "look for a section inside itself, or a list "
				  "inside a list",
	[NOTICE_SECTION_CROSSED] = "close the section that was opened last first",
	[NOTICE_SECTION_DEEP] = "look for a section that is not closed",
	[NOTICE_SECTION_UNCLOSED] = "write {{/name}} with the same name where the "
				    "section is to end",
	[NOTICE_SECTION_UNOPENED] = "take it out, or write {{#name}} where the "
				    "section is to begin",
	[NOTICE_TAG_NAME] = "write one name as 'collectgen help view' lists them: "
			    "{{customer.name}}",
	[NOTICE_TAG_UNCLOSED] = "end it as it began: {{name}}",
	[NOTICE_TEMPLATE_ENDLESS] =
		"look for lists inside lists, or partials inside partials",
	[NOTICE_TEMPLATE_OUTSIDE] = "put a copy of the file in the place of the link",
	[NOTICE_TEMPLATE_UNREADABLE] = "make it a file that you may read, or take "
				       "it away: then the built-in one serves",
	[NOTICE_WRITE_OFF_EXCESS] = "leave out `amount` to write off what is open "
				    "on that day",
};

const char *remedy(enum notice_code code)
{
	return texts[code] ? texts[code] : "";
}
