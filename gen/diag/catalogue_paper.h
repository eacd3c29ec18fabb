/* catalogue_paper: what templates, pages and letters report (floors 2 to 5, paper side).
 * Floor 1. See catalogue.h for the form of a line. */
#ifndef DIAG_CATALOGUE_PAPER_H
#define DIAG_CATALOGUE_PAPER_H

#define NOTICES_PAPER(X) \
	X(GLYPH_MISSING, "glyph-missing", ERROR, \
	  "no font has character U+%04X of '%.*s'", \
	  "Letters are printed with the fonts collectgen carries (Latin, Greek and Cyrillic letters and common signs), or with those of creditor.fonts. A character they lack is refused rather than left out, and so is writing that runs from right to left or whose letters change with their neighbours.") \
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
	X(TEMPLATE_ENDLESS, "template-endless", ERROR, \
	  "the template follows more than %u tags", \
	  "Lists inside lists, or partials inside partials, multiply: ten in each of seven make ten million, also when nothing is printed. A statement of 20,000 rows needs a tenth of what is allowed.") \
	X(FRONT_MISSING, "front-missing", ERROR, "the template has no title", \
	  "A template begins with front matter between two lines of three dashes: title, and optionally subject.") \
	X(FRONT_UNKNOWN, "front-unknown", ERROR, \
	  "unknown key '%.*s' in the front matter", \
	  "The front matter of a template knows title (what the letter is called), subject (its bold first line) and layout (the page profile it is set for), each one text, keep (a list of what is to stay on one page) and excuses.") \
	X(TEMPLATE_UNKNOWN, "template-unknown", ERROR, "there is no letter '%.*s'", \
	  "A stage's letter is a file of that name with .md behind it: in the ledger's templates/ or among the built-in ones (statement, courtesy, reminder-1, reminder-2, final-demand).") \
	X(TEMPLATE_UNREADABLE, "template-unreadable", ERROR, "'%.*s' cannot be read", \
	  "The template exists, but is not a file, or may not be read.") \
	X(TEMPLATE_OUTSIDE, "template-outside", ERROR, \
	  "'%.*s' leads out of the folder it is in", \
	  "Templates are read from the ledger's folder alone (for 'render': from the folder of the template), wherever a link may lead: whoever proposes a change to a ledger must not be able to print another file of your machine. Put a copy in the place of the link.") \
	X(PAGE_UNKNOWN, "page-unknown", ERROR, "there is no page profile '%.*s'", \
	  "A page profile says where the address stands for an envelope's window: din-a, din-b, win-left, win-right, us-10, plain-a4 and others.") \
	X(KEEP_UNKNOWN, "keep-unknown", ERROR, \
	  "there is nothing called '%.*s' to keep on one page", \
	  "A template's front matter may ask for what is to stay on one page: keep: [tables, charges] names tables, lists or paragraphs, or a partial that the template includes.") \
	X(LOGO_OUTSIDE, "logo-outside", ERROR, \
	  "the logo '%.*s' is not inside the ledger's folder", \
	  "A logo is a file of the ledger itself, named from its folder on; a link may not lead out of it: a ledger that somebody gave you cannot print another file of yours.") \
	X(LOGO_UNREADABLE, "logo-unreadable", ERROR, \
	  "the logo '%.*s' cannot be read: %.*s", \
	  "creditor.logo names a PNG or JPEG file, from the ledger's folder on. It is part of every letter, so it may not be larger than 512 KiB.") \
	X(LOGO_REFUSED, "logo-refused", ERROR, \
	  "the logo '%.*s' cannot be printed: %.*s", \
	  "A logo is a PNG, or a JPEG in grey or RGB, of at most 4 million pixels: 1,600 pixels across are plenty for a letterhead.") \
	X(FONT_OUTSIDE, "font-outside", ERROR, \
	  "the font '%.*s' is not inside the ledger's folder", \
	  "A font is a file of the ledger itself, named from its folder on; a link may not lead out of it: a ledger that somebody gave you cannot print another file of yours.") \
	X(FONT_UNREADABLE, "font-unreadable", ERROR, \
	  "the font '%.*s' cannot be read: %.*s", \
	  "creditor.fonts names TrueType files (.ttf), from the ledger's folder on, of at most 4 MiB each.") \
	X(FONT_KIND, "font-kind", ERROR, "the font '%.*s' cannot be used: %.*s", \
	  "creditor.fonts takes TrueType files (.ttf) with outlines and Latin letters, one style in each. OpenType fonts with PostScript outlines (.otf), collections (.ttc), variable fonts and web fonts (.woff, .woff2) have to be converted first, where their licence allows it; most families come as TrueType too.") \
	X(FONT_DAMAGED, "font-damaged", ERROR, "the font '%.*s' is damaged: %.*s", \
	  "Every table and every glyph of a font is looked through before it is used, so that no letter is printed with a broken one. Take the file anew from where it came from, and tell git that it is binary (*.ttf binary in .gitattributes).") \
	X(FONT_FORBIDDEN, "font-forbidden", ERROR, \
	  "the font '%.*s' may not be embedded: %.*s", \
	  "Each PDF carries the part of a font that its letters need. The file itself says (fsType in its table OS/2) whether its makers allow that; for this one they do not. Ask them, or take another font.") \
	X(LOCALE_UNKNOWN, "locale-unknown", WARNING, "there is no locale '%.*s'", \
	  "A locale is a language and a country, such as en-GB. Letters fall back to the language, then to British English.") \
	X(LOCALE_KEY, "locale-key", ERROR, \
	  "the locale lacks '%.*s', or it is not of the right kind", \
	  "A file of templates/locales/ has every key that en-GB.yaml has.") \
	X(MARKDOWN_REFUSED, "markdown-refused", ERROR, "a letter cannot hold %s", \
	  "Letters know paragraphs, headings, emphasis, lists, rules, tables, links and block quotes.") \
	X(EXCUSE_UNKNOWN, "excuse-unknown", ERROR, "there is no rule '%.*s' to excuse", \
	  "A template excuses rules of letter lint by their names, L01 to L24: excuses: {L13: \"the reason\"}.") \
	X(EXCUSE_REASON, "excuse-reason", ERROR, \
	  "rule '%.*s' is excused without a reason", \
	  "An excuse says why: excuses: {L13: \"the reason\"}.") \
	X(LINT_L01, "lint-l01", ERROR, "'%.*s' threatens with the criminal law", \
	  "A debt is not a crime: a letter that speaks of the police, of prison or of a prosecution is a threat that is not true (15 U.S.C. § 1692e (4), (7)).") \
	X(LINT_L02, "lint-l02", ERROR, \
	  "'%.*s' threatens to take something without a judgment", \
	  "Goods, wages and accounts are taken only after a court has decided (15 U.S.C. § 1692e (4); CONC 7.11.6). A letter may say: if a court gives judgment, enforcement may follow.") \
	X(LINT_L03, "lint-l03", ERROR, \
	  "'%.*s' tells of a step at court that the ledger does not know", \
	  "A letter that says proceedings were begun, or a judgment was given, when they were not, is untrue (CONC 7.11.9).") \
	X(LINT_L04, "lint-l04", ERROR, "'%.*s' announces a step at court as certain", \
	  "What nobody has decided to do may not be announced (15 U.S.C. § 1692e (5); CONC 7.11.6). Write that you may do so, or will have to consider it.") \
	X(LINT_L05, "lint-l05", ERROR, "'%.*s' makes the letter look like a court's", \
	  "A letter is a reminder, a final demand or a letter before claim. It may not look like a paper of a court (15 U.S.C. § 1692e (9), (13); CONC 7.11.3; in France article 433-13 of the Code pénal).") \
	X(LINT_L06, "lint-l06", ERROR, \
	  "'%.*s' speaks with an authority the sender does not have", \
	  "The creditor writes in its own name, not as a court, an authority, a lawyer or a bailiff (15 U.S.C. § 1692e (1), (3); CONC 7.11.1 to 7.11.5).") \
	X(LINT_L07, "lint-l07", ERROR, \
	  "'%.*s' speaks for somebody the ledger does not know", \
	  "A letter that pretends to come from an agency or for a client deceives about who writes (15 U.S.C. § 1692a (6), § 1692j).") \
	X(LINT_L08, "lint-l08", ERROR, "the sum is not laid out as it must be: %.*s", \
	  "A letter prints the very sum it demands, and interest with its rate and days; to a consumer it claims nothing that the law of trade alone allows (15 U.S.C. § 1692e (2); Late Payment of Commercial Debts (Interest) Act 1998; Directive 2011/7/EU).") \
	X(LINT_L09, "lint-l09", ERROR, \
	  "the fee is above what the customer's country allows: %.*s", \
	  "Germany, Belgium, Finland, Sweden, Denmark and the Netherlands limit what a reminder may cost, some of them only towards consumers; the first one is often free.") \
	X(LINT_L10, "lint-l10", ERROR, "the deadline has not the form it needs: %.*s", \
	  "A letter names the day to pay by. A Dutch period of fourteen days begins with the letter's delivery, not with its date (BW 6:96 (6)); a letter of claim gives an individual in the United Kingdom 30 days.") \
	X(LINT_L11, "lint-l11", WARNING, "'%.*s' threatens with a credit record", \
	  "Only who reports to a credit agency may say so, and only where the law allows it (15 U.S.C. § 1692e (8)).") \
	X(LINT_L12, "lint-l12", ERROR, "'%.*s' threatens to tell others", \
	  "A debt is between creditor and customer: employers, neighbours, clients and the public are not told (CONC 7.9).") \
	X(LINT_L13, "lint-l13", WARNING, "'%.*s' is not the tone of a letter", \
	  "Insults, shouting and rows of exclamation marks harass, and persuade nobody (15 U.S.C. § 1692d).") \
	X(LINT_L14, "lint-l14", ERROR, "'%.*s' hides what the letter is about", \
	  "A letter says at once that it is about an unpaid invoice (CONC 7.9.2, 7.9.3).") \
	X(LINT_L15, "lint-l15", ERROR, "the text does not say %.*s", \
	  "Who is asked to pay must be told how to ask, to object and to speak of hardship (Pre-Action Protocol for Debt Claims; Regulation F).") \
	X(LINT_L16, "lint-l16", ERROR, "the letter is to nobody in particular: '%.*s'", \
	  "A demand goes to the person or firm that owes, not to whoever lives at the address (CONC 7.9.11).") \
	X(LINT_L17, "lint-l17", ERROR, \
	  "'%.*s' threatens to sue for a debt that is too old", \
	  "After the years the law of limitation allows, a court would not help; to speak of one deceives (Limitation Act 1980; Regulation F, 12 CFR 1006.26). The years count from the due day or the last payment.") \
	X(LINT_L18, "lint-l18", WARNING, "letters may follow each other too soon: %.*s", \
	  "Letters less than a week apart harass, and cross with the payment.") \
	X(LINT_L19, "lint-l19", WARNING, \
	  "'%.*s' presses with an urgency that is not real", \
	  "A last chance today, or an offer that ends, misleads unless it is true (CONC 7.9). Name the day to pay by.") \
	X(LINT_L20, "lint-l20", ERROR, "'%.*s' says that a right is lost", \
	  "Nobody loses the right to object by keeping silent (15 U.S.C. § 1692e (6)).") \
	X(LINT_L21, "lint-l21", ERROR, "the letter does not say what it must: %.*s", \
	  "Some letters have a content the law prescribes: the Dutch letter of fourteen days, the French mise en demeure, the demand to a British consumer; and every letter names its invoices.") \
	X(LINT_L22, "lint-l22", WARNING, \
	  "'%.*s' is not how the letter's language writes it", \
	  "Figures and days have the form of the letter's language, days that could be two are written out, and one form of address is kept.") \
	X(LINT_L23, "lint-l23", WARNING, "'%.*s' is a number that costs the caller", \
	  "Whoever has a question should not have to pay for asking it (CONC 7.9).") \
	X(LINT_L24, "lint-l24", WARNING, "'%.*s' shows what should be private", \
	  "Whole numbers of cards, of accounts or of persons do not belong in a letter; the last four digits will do (Regulation F, 12 CFR 1006.34).")

#endif
