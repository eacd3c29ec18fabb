/* catalogue_paper: what templates, pages and letters report (floors 2 to 5, paper side).
 * Floor 1. See catalogue.h for the form of a line. */
#ifndef DIAG_CATALOGUE_PAPER_H
#define DIAG_CATALOGUE_PAPER_H

#define NOTICES_PAPER(X) \
	X(GLYPH_MISSING, "glyph-missing", ERROR, \
	  "no font has character U+%04X of '%.*s'", \
	  "Letters are printed with the fonts collectgen carries: Latin, Greek and Cyrillic letters and common signs. A character they lack is refused rather than left out.") \
	X(ADDRESS_TOO_LONG, "address-too-long", ERROR, \
	  "the address of %.*s does not fit the window of page '%.*s'", \
	  "An envelope's window shows four to seven lines of address. One that does not fit even set in 9 pt would be cut by the window, so nothing is printed.") \
	X(DOCUMENT_TOO_LONG, "document-too-long", ERROR, \
	  "the document of %.*s is longer than %u pages", \
	  "Nobody reads a letter of this length: a template that repeats itself, or a customer that is really many.") \
	X(NAME_UNKNOWN, "name-unknown", ERROR, "the template uses unknown name '%.*s'", \
	  "A tag in a template names something the view does not have. `collectgen help view` lists every name.") \
	X(NAME_NOT_TEXT, "name-not-text", ERROR, \
	  "'%.*s' is a list or a yes/no, not a text to print", \
	  "Lists, records and truths are opened as sections: {{#invoices}} … {{number}} … {{/invoices}}.") \
	X(TAG_UNCLOSED, "tag-unclosed", ERROR, "the tag is not closed by '%.*s'", \
	  "Every tag of a template ends where it began: {{name}}, {{{name}}}, {{=<% %>=}}.") \
	X(TAG_NAME, "tag-name", ERROR, "'%.*s' is not a name", \
	  "A tag holds one name without blanks or braces, such as {{customer.name}}.") \
	X(DELIMITERS_BAD, "delimiters-bad", ERROR, "'%.*s' does not set two delimiters", \
	  "{{=<% %>=}} names the new opening and closing mark, one blank apart, without '='.") \
	X(SECTION_UNCLOSED, "section-unclosed", ERROR, "section '%.*s' is never closed", \
	  "A section {{#name}} or {{^name}} ends with {{/name}} in the same template.") \
	X(SECTION_UNOPENED, "section-unopened", ERROR, \
	  "'%.*s' is closed but was not opened", \
	  "{{/name}} closes the section {{#name}} or {{^name}} before it; here none is open.") \
	X(SECTION_CROSSED, "section-crossed", ERROR, \
	  "'%.*s' is closed while '%.*s' is open", \
	  "Sections nest: the one opened last is closed first.") \
	X(SECTION_DEEP, "section-deep", ERROR, "sections nested deeper than %u", \
	  "No letter needs sections this deep; one of them is probably not closed.") \
	X(PARTIAL_UNKNOWN, "partial-unknown", ERROR, "there is no partial '%.*s'", \
	  "{{>name}} looks for partials/name.md beside the letters, first in the ledger's templates/, then among the built-in ones.") \
	X(PARTIAL_DEEP, "partial-deep", ERROR, \
	  "partial '%.*s' is nested deeper than %u", \
	  "A partial that names itself without end is never finished.") \
	X(RENDERED_LARGE, "rendered-large", ERROR, \
	  "the letter's text is longer than %u MiB", \
	  "A letter of this length is a mistake in the template: a section inside itself, or a list inside a list.") \
	X(FRONT_MISSING, "front-missing", ERROR, "the template has no title", \
	  "A template begins with front matter between two lines of three dashes: title, and optionally subject.") \
	X(FRONT_UNKNOWN, "front-unknown", ERROR, \
	  "unknown key '%.*s' in the front matter", \
	  "The front matter of a template knows title (what the letter is called) and subject (its bold first line), each one text.") \
	X(TEMPLATE_UNKNOWN, "template-unknown", ERROR, "there is no letter '%.*s'", \
	  "A stage's letter is a file of that name with .md behind it: in the ledger's templates/ or among the built-in ones (statement, courtesy, reminder-1, reminder-2, final-demand).") \
	X(TEMPLATE_UNREADABLE, "template-unreadable", ERROR, "'%.*s' cannot be read", \
	  "The template exists, but is not a file, or may not be read.") \
	X(PAGE_UNKNOWN, "page-unknown", ERROR, "there is no page profile '%.*s'", \
	  "A page profile says where the address stands for an envelope's window: din-a, din-b, win-left, win-right, us-10, plain-a4 and others.") \
	X(LOCALE_UNKNOWN, "locale-unknown", WARNING, "there is no locale '%.*s'", \
	  "A locale is a language and a country, such as en-GB. Letters fall back to the language, then to British English.") \
	X(LOCALE_KEY, "locale-key", ERROR, \
	  "the locale lacks '%.*s', or it is not of the right kind", \
	  "A file of templates/locales/ has every key that en-GB.yaml has.") \
	X(MARKDOWN_REFUSED, "markdown-refused", ERROR, "a letter cannot hold %s", \
	  "Letters know paragraphs, headings, emphasis, lists, rules, tables, links and block quotes.")

#endif
