/* catalogue_ledger: what the ledger floor reports (floor 2).
 * Floor 1. See catalogue.h for the form of a line. */
#ifndef DIAG_CATALOGUE_LEDGER_H
#define DIAG_CATALOGUE_LEDGER_H

#define NOTICES_LEDGER(X) \
	X(LEDGER_MISSING, "ledger-missing", ERROR, "the folder '%.*s' does not exist", \
	  "The ledger is a folder of YAML files. The path on the command line leads nowhere: look for a typing error, or for the folder the command is run in.") \
	X(LEDGER_NOT_FOLDER, "ledger-not-folder", ERROR, "'%.*s' is not a folder", \
	  "A ledger is a folder; every file ending in .yaml or .yml below it is read. Name the folder, not one of its files.") \
	X(LEDGER_EMPTY, "ledger-empty", ERROR, "no YAML file in the folder '%.*s'", \
	  "Every file ending in .yaml or .yml below the ledger's folder is read, except below folders that begin with '.' or '_' and below templates/. There is none: is it the right folder?") \
	X(LEDGER_UNREADABLE, "ledger-unreadable", ERROR, \
	  "the folder '%.*s' cannot be read: %s", \
	  "The system does not let this program list the folder, a link in its path leads in a circle, or there are more than a million files below it, which means that another folder was meant.") \
	X(FILE_NOT_FILE, "file-not-file", ERROR, "'%.*s' is not a file", \
	  "A folder, device or socket has a name that ends in .yaml or .yml. Rename it, or begin its name with '_' so that it is skipped.") \
	X(FILE_UNREADABLE, "file-unreadable", ERROR, "'%.*s' cannot be read: %s", \
	  "The system does not let this program read the file, it is a link to nothing, or it has more than the 64 MiB a ledger's file may have. Sections in several files are joined, so a large one can be split by year or by customer.") \
	X(READING_REFUSED, "reading-refused", ERROR, "'%.*s' cannot be read: %s", \
	  "The machine could not read a file or a folder that is there: the disk or the network fails, or too many files are open. Nothing is wrong with the ledger; the exit code is 3, as for every fault of the machine.") \
	X(SECTION_UNKNOWN, "section-unknown", ERROR, "unknown section '%.*s'", \
	  "The first column of a ledger's file holds the names of sections: creditor, defaults, policies, rates, customers, invoices, credit_notes, payments, write_offs, plans, promises, log.") \
	X(SECTION_REPEATED, "section-repeated", ERROR, "a second section '%s'", \
	  "The sections 'creditor' and 'defaults' may each stand once in the whole ledger, because two of them could contradict each other.") \
	X(KEY_UNKNOWN, "key-unknown", ERROR, "unknown key '%.*s' in %s", \
	  "Nothing in a ledger is ignored: a key that is not known may be a misspelt one, and what it says would be lost. The help names the nearest key, or all that are known there.") \
	X(KEY_MISSING, "key-missing", ERROR, "%s has no '%s'", \
	  "Some keys are compulsory, because nothing sensible can stand in for them.") \
	X(VALUE_SHAPE, "value-shape", ERROR, "'%s' wants %s, not a %s", \
	  "A key's value is one value, a list or a mapping. A list has a dash before each item, a mapping has keys of its own.") \
	X(VALUE_EMPTY, "value-empty", ERROR, "'%s' is empty", \
	  "A key without a value says nothing. Take the line out where there is nothing to say.") \
	X(TEXT_LINES, "text-lines", ERROR, "'%s' has more than one line", \
	  "Only addresses, notes and a policy's law may have several lines.") \
	X(TEXT_TAB, "text-tab", ERROR, "'%s' holds a tab", \
	  "Tabs have no width of their own and cannot be printed faithfully. Write blanks.") \
	X(COMMENT_CLOSE, "comment-close", WARNING, \
	  "'%.*s' is a comment, not part of the text", \
	  "In YAML a '#' behind a blank begins a comment, so PO #12 says PO and no more. A text that holds a '#' stands in quotes.") \
	X(ID_FORM, "id-form", ERROR, "'%s' cannot be '%.*s'", \
	  "Ids and the names of policies and stages become names of files and folders: they begin with a letter or a digit and go on with letters, digits, '.', '_' and '-', at most 64 in all.") \
	X(ID_RESERVED, "id-reserved", ERROR, \
	  "'%s' cannot be '%.*s', a name that file systems reserve", \
	  "Ids and numbers name files. Windows reserves CON, PRN, AUX, NUL, COM0 to COM9 and LPT0 to LPT9, with any ending, and drops a dot at the end of a name.") \
	X(ID_DUPLICATE, "id-duplicate", ERROR, "%s '%.*s' is declared twice", \
	  "Ids, numbers and names are unique in the whole ledger: whatever names one could mean the other. Both places are shown.") \
	X(ID_CASE, "id-case", ERROR, \
	  "%s '%.*s' differs from '%.*s' only in upper and lower case", \
	  "Ids and numbers name files, and several file systems do not tell upper from lower case: the second file would replace the first.") \
	X(NUMBER_LONG, "number-long", ERROR, "'%s' is longer than %d characters", \
	  "Numbers name files, and file systems limit the length of a name.") \
	X(COUNTRY_FORM, "country-form", ERROR, "'%.*s' is not a country's code", \
	  "Countries are written by their ISO 3166-1 code of two capital letters: GB, IE, DE.") \
	X(CURRENCY_UNKNOWN, "currency-unknown", ERROR, "unknown currency '%.*s'", \
	  "Currencies are written by their ISO 4217 code of three capital letters: GBP, EUR, JPY.") \
	X(CURRENCY_MISSING, "currency-missing", ERROR, "%s '%.*s' has no currency", \
	  "A currency may stand with the record, with the customer or in 'defaults'. Nothing is assumed.") \
	X(FIGURE_FORM, "figure-form", ERROR, "'%.*s' is not a plain %s", \
	  "Amounts, percentages and quantities are written with digits and at most one point: no currency sign, no percent sign, no letters.") \
	X(FIGURE_SEPARATOR, "figure-separator", ERROR, "the %s '%.*s' has separators", \
	  "In some countries 1.234 is more than a thousand, in others a little more than one. So nothing separates thousands here, and the decimals stand behind a point: 1234.50.") \
	X(FIGURE_SIGN, "figure-sign", ERROR, "'%s' takes no sign: '%.*s'", \
	  "A minus is allowed where it has a meaning only: in a payment (a refund), in a line of an invoice (a discount), in a rate. A plus is never needed.") \
	X(FIGURE_PLACES, "figure-places", ERROR, \
	  "the %s '%.*s' has more than %u decimals", \
	  "Percentages have up to four decimals, quantities and unit prices up to six, amounts those of their currency.") \
	X(FIGURE_RANGE, "figure-range", ERROR, "the %s '%.*s' is too large", \
	  "No business has such a figure: a digit too many, or two amounts run together.") \
	X(AMOUNT_ZERO, "amount-zero", ERROR, "'%s' is zero", \
	  "A payment, a credit note or a part of nothing says nothing: probably the amount was forgotten.") \
	X(MONEY_PLACES, "money-places", ERROR, \
	  "'%.*s' has more decimals than %s has (%u)", \
	  "Every currency has its own number of decimals: two for GBP and EUR, none for JPY, three for KWD.") \
	X(INTEGER_FORM, "integer-form", ERROR, "'%s' is not a whole number: '%.*s'", \
	  "Days and counts are whole numbers, written with digits only.") \
	X(INTEGER_RANGE, "integer-range", ERROR, "'%s' is out of range: '%.*s'", \
	  "The number is read well, but it is outside what makes sense here. The help says from where to where it may go.") \
	X(DATE_FORM, "date-form", ERROR, "'%s' is not a date: '%.*s'", \
	  "Dates are written YYYY-MM-DD, because 05/06/2026 is May in one country and June in the next.") \
	X(DATE_UNREAL, "date-unreal", ERROR, "there is no day '%.*s'", \
	  "The month does not have that day, or the year that month.") \
	X(DATE_RANGE, "date-range", ERROR, "the day '%.*s' is outside 1990 to 2199", \
	  "A year outside these is a slip of the finger.") \
	X(DATES_ORDER, "dates-order", ERROR, "'%s' is before '%s'", \
	  "Two days that belong together stand in the wrong order.") \
	X(TRUTH_FORM, "truth-form", ERROR, "'%s' is true or false, not '%.*s'", \
	  "YAML has many words for yes and no, and readers disagree about them. Here it is true or false.") \
	X(WORD_UNKNOWN, "word-unknown", ERROR, "'%s' cannot be '%.*s'", \
	  "The key takes one of a few words. The help names the nearest, or all of them.") \
	X(TERMS_FORM, "terms-form", ERROR, "'%.*s' are no payment terms", \
	  "Terms are written net 30, due on receipt, 30 days end of month, end of month + 10, or with an early-payment discount 2/10 net 30.") \
	X(STARTS_FORM, "starts-form", ERROR, "interest cannot start at '%.*s'", \
	  "Interest starts at 'due', at 'due + N' days, or at the stage of a policy whose name stands there.") \
	X(DELIVERY_FORM, "delivery-form", ERROR, "'%.*s' is no time of delivery", \
	  "How long a letter travels is written 2 days or 2 working days (Monday to Friday).") \
	X(CREDITOR_MISSING, "creditor-missing", ERROR, "the ledger has no 'creditor'", \
	  "The letters need to say from whom they come: a section 'creditor' with name, address and country must stand in one of the files.") \
	X(CUSTOMER_UNKNOWN, "customer-unknown", ERROR, \
	  "%s names unknown customer '%.*s'", \
	  "No file of the ledger declares a customer of that id.") \
	X(INVOICE_UNKNOWN, "invoice-unknown", ERROR, "%s names unknown invoice '%.*s'", \
	  "A payment, plan, promise, log entry or write-off names an invoice that no file of the ledger declares.") \
	X(POLICY_UNKNOWN, "policy-unknown", ERROR, "%s names unknown policy '%.*s'", \
	  "There is no built-in policy of that name, and no file of the ledger declares one.") \
	X(RATES_UNKNOWN, "rates-unknown", ERROR, "unknown table of rates '%.*s'", \
	  "The reference of an interest rule names a table of rates: a built-in one such as boe, or one of your own under 'rates'.") \
	X(STAGE_UNKNOWN, "stage-unknown", ERROR, "no stage '%.*s' in policy '%.*s'", \
	  "A log entry names a stage that the policy of its invoices does not have. When a stage was renamed, the policy keeps its old name under 'was'.") \
	X(CLAIM_UNKNOWN, "claim-unknown", ERROR, \
	  "'%s' names unknown stage '%.*s' of policy '%.*s'", \
	  "What is claimed from a stage on needs that stage in the same policy; 'due' means from the due day.") \
	X(CLAIM_MISSING, "claim-missing", ERROR, \
	  "the %s of policy '%.*s' has no 'claimed_from'", \
	  "Nobody should charge by accident: each charge says from which stage's letter on it is claimed, or 'due'.") \
	X(CHARGE_FORM, "charge-form", ERROR, "%s states %s: %s", \
	  "A charge is a fixed amount, a percentage or bands, interest a contract's rate or a reference: one of them, not none and not two.") \
	X(BANDS_FORM, "bands-form", ERROR, "the bands do not climb", \
	  "Each band but the last has one upper bound, 'below' (exclusive) or 'upto' (inclusive), higher than the one before. The last has none, so that every amount finds its band.") \
	X(STAGES_CLIMB, "stages-climb", ERROR, \
	  "stage '%.*s' comes %d days after due, '%.*s' before it %d", \
	  "The stages of a policy stand in their order, and 'after' climbs from each to the next: otherwise two letters would fall on one day.") \
	X(STAGE_DUPLICATE, "stage-duplicate", ERROR, "stage '%.*s' stands twice", \
	  "The log names stages, so each name stands for one stage of its policy, earlier names ('was') included.") \
	X(BUCKETS_CLIMB, "buckets-climb", ERROR, \
	  "the buckets of policy '%.*s' do not climb", \
	  "Aging sorts what is owed by days overdue: each bucket ends later than the one before.") \
	X(POLICY_CYCLE, "policy-cycle", ERROR, "policy '%.*s' extends itself", \
	  "A policy starts from another, and that one from another, but never in a circle: there would be no beginning.") \
	X(POLICY_DEEP, "policy-deep", ERROR, \
	  "policy '%.*s' is extended by a chain of more than %u", \
	  "Policies may extend each other, but nobody can follow so long a chain: write out what is needed.") \
	X(KIND_MISSING, "kind-missing", ERROR, \
	  "customer '%.*s' has no kind, and policy '%.*s' charges", \
	  "Interest and fixed sums may be claimed from businesses and not from consumers. So a policy that charges needs to know what the customer is.") \
	X(DUE_MISSING, "due-missing", ERROR, "invoice '%.*s' has no due date", \
	  "An invoice falls due on its own 'due', or by terms: its own, the customer's, the policy's or the defaults'.") \
	X(DUE_BEFORE_ISSUED, "due-before-issued", ERROR, \
	  "invoice '%.*s' is due before it was issued", \
	  "Nobody can owe what has not been asked for yet: one of the two days is wrong.") \
	X(AMOUNT_MISSING, "amount-missing", ERROR, "invoice '%.*s' has no amount", \
	  "An invoice states its gross amount, or the lines it is made of.") \
	X(AMOUNT_LINES, "amount-lines", ERROR, \
	  "invoice '%.*s' disagrees with its lines, which make %.*s", \
	  "Where both stand they must agree: each line is quantity times unit price, rounded; tax is taken on the sum of each rate's lines, rounded a rate.") \
	X(LINES_RANGE, "lines-range", ERROR, \
	  "the lines of invoice '%.*s' make no amount", \
	  "The lines of an invoice add up to an amount that is not negative and not above 10^15 of the smallest unit.") \
	X(PAYMENT_NOBODY, "payment-nobody", ERROR, \
	  "the payment names neither a customer nor an invoice", \
	  "A payment belongs to the customer it names, to that of the invoice which 'for' or the reference names, or to the one whose RF reference it quotes.") \
	X(PAYMENT_AMBIGUOUS, "payment-ambiguous", ERROR, \
	  "the reference names invoice '%.*s' of '%.*s' and invoice '%.*s' of '%.*s'", \
	  "Without a customer of its own a payment belongs to that of the invoice its reference names. This one names two customers' invoices.") \
	X(PAYMENT_CUSTOMER, "payment-customer", ERROR, \
	  "the payment of customer '%.*s' names invoice '%.*s' of customer '%.*s'", \
	  "One payment belongs to one customer. Where somebody paid for two, write two payments.") \
	X(PAYMENT_CURRENCY, "payment-currency", ERROR, \
	  "the payment in %s names invoice '%.*s' in %s", \
	  "Currencies are never added or converted: a payment pays invoices in its own currency.") \
	X(FOR_SUM, "for-sum", ERROR, \
	  "the parts of the payment add up to %.*s, more than it holds", \
	  "The amounts under 'for' say where the payment goes. Together they cannot be more than came in.") \
	X(FOR_TWICE, "for-twice", ERROR, "invoice '%.*s' stands twice in 'for'", \
	  "A list under 'for' is filled in its order; a second mention of the same invoice has no meaning.") \
	X(CREDIT_CURRENCY, "credit-currency", ERROR, \
	  "credit note '%.*s' in %s names invoice '%.*s' in %s", \
	  "A credit note lowers an invoice in the invoice's own currency.") \
	X(INVOICE_OTHERS, "invoice-others", ERROR, \
	  "%s of customer '%.*s' names invoice '%.*s' of customer '%.*s'", \
	  "Plans, promises, credit notes and log entries are about one customer's invoices.") \
	X(INVOICES_MIXED, "invoices-mixed", ERROR, \
	  "invoices '%.*s' and '%.*s' of one %s differ in %s", \
	  "The invoices of one record share customer and currency, those of one log entry their policy as well, because one letter does.") \
	X(LOG_INVOICES, "log-invoices", ERROR, \
	  "the log entry of stage '%.*s' names no invoices", \
	  "A letter moves on the invoices it was about, and only those: with 'stage' the log says which.") \
	X(LOG_FEE, "log-fee", ERROR, "the log entry of stage '%.*s' states no fee", \
	  "The policy computes the fee of this stage from what was open on that day, so the log has to keep what the letter charged.") \
	X(RATE_DUPLICATE, "rate-duplicate", ERROR, "a second rate from %.*s", \
	  "A table of rates has one rate for each day it changes.") \
	X(PLAN_FORM, "plan-form", ERROR, "the instalments of plan '%.*s' are not clear", \
	  "A plan lists its instalments, or generates them by 'first', 'every' and 'count': one of the two, and whole.") \
	X(IBAN_FORM, "iban-form", ERROR, "'%.*s' is not an IBAN", \
	  "An IBAN begins with the two letters of a country that has them and two check digits; the account follows. Blanks between are allowed, small letters and other signs are not.") \
	X(IBAN_LENGTH, "iban-length", ERROR, \
	  "an IBAN of %.*s has %u characters, this one %zu", \
	  "Each country's IBANs have one length. Letters ask people to pay to this account, so it must be right.") \
	X(IBAN_CHECK, "iban-check", ERROR, "the check digits of IBAN '%.*s' are wrong", \
	  "The third and fourth character are worked out from all the others (ISO 7064, MOD 97-10). They do not agree, so a character is wrong or two are swapped. Nobody can tell which from here: copy the number again.") \
	X(BIC_FORM, "bic-form", ERROR, "'%.*s' is not a BIC", \
	  "A BIC (ISO 9362) has four characters for the bank, two letters for its country, two for the place and perhaps three for the branch, in capital letters.") \
	X(SORT_CODE_FORM, "sort-code-form", ERROR, "'%.*s' is not a sort code", \
	  "In the United Kingdom a sort code has six digits, mostly written in pairs.") \
	X(ACCOUNT_FORM, "account-form", ERROR, "'%.*s' is not an account number", \
	  "In the United Kingdom an account number has eight digits; a few have six, seven or ten. Other countries' may be anything.") \
	X(REFERENCE_CHECK, "reference-check", WARNING, \
	  "the check digits of reference '%.*s' are wrong", \
	  "A reference that begins with RF and two digits is a creditor reference (ISO 11649): its check digits are worked out from the rest. They do not agree, so it was mistyped somewhere on its way.") \
	X(MAIL_FORM, "mail-form", ERROR, "'%s' is not an e-mail address: '%.*s'", \
	  "An address is a name, '@' and a domain, one address alone. A letter sent elsewhere would reach nobody, or somebody else.") \
	X(MAIL_DOMAIN, "mail-domain", WARNING, "the domain '%.*s' has no dot", \
	  "Mail over the internet goes to domains such as acme.com. A name without a dot is one of a private network at most.") \
	X(PHONE_FORM, "phone-form", ERROR, "'%s' is not a telephone number: '%.*s'", \
	  "Numbers are written with digits and blanks, with + and the country's code in front for other countries (ITU-T E.123). An extension stands behind a hyphen.") \
	X(URL_FORM, "url-form", ERROR, "'%s' is not an address on the web: '%.*s'", \
	  "A website is written example.com or https://example.com; the address to pay at needs its https://, because people click on it and scan it.") \
	X(URL_PLACEHOLDER, "url-placeholder", ERROR, \
	  "nothing can be filled in for '%.*s'", \
	  "In 'pay_url' the names {{reference}}, {{customer}}, {{amount}} and {{currency}} are replaced by those of the letter. Anything else in braces would be printed as it stands, or not at all.") \
	X(TAX_ID_FORM, "tax-id-form", WARNING, \
	  "'%.*s' does not look like a VAT number of %s", \
	  "VAT numbers have a shape in each country. This one begins with a country's letters and goes on in another way.") \
	X(NUMBER_GAP, "number-gap", WARNING, \
	  "%zu of the numbers from '%.*s' to '%.*s' %s missing", \
	  "Invoices are numbered without gaps in most places, and auditors ask for what is missing: an invoice that was never entered is money nobody asks for. Only series that are otherwise whole are looked at, each once.") \
	X(NUMBER_ORDER, "number-order", WARNING, \
	  "invoice '%.*s' was issued before '%.*s', which has a lower number", \
	  "Numbers climb with the days in a series. One that does not may have a mistyped day, which moves its due date and its letters. Each series is mentioned once, and only when nearly all of it is in order.") \
	X(DATE_FAR, "date-far", WARNING, "the day %.*s is %s every other day of '%s'", \
	  "One record far from all others in time mostly has a digit wrong in its year.") \
	X(PAYMENT_TWICE, "payment-twice", WARNING, \
	  "the same payment of customer '%.*s' stands twice", \
	  "Day, customer, amount, reference and invoices are all the same. If somebody did pay twice on one day, give the two what tells them apart: their references.") \
	X(PAYMENT_ELSEWHERE, "payment-elsewhere", WARNING, \
	  "the payment of customer '%.*s' is exactly invoice '%.*s' of customer '%.*s'", \
	  "It is the amount of no invoice of its own customer, but of just one in the whole ledger, which nobody has paid. Perhaps it was entered under the wrong customer: then one is chased who has paid.") \
	X(PAYMENT_SLIP, "payment-slip", WARNING, \
	  "the payment is exactly %s invoice '%.*s' of %.*s", \
	  "A point in the wrong place makes an amount ten or a hundred times as large or small. If it is what came in, name the invoice with its amount under 'for'.") \
	X(PAYMENTS_TO_MISSING, "payments-to-missing", WARNING, \
	  "the creditor has no 'payments_to'", \
	  "Letters say up to which day payments are included. Without it nobody knows whether the bank has been read, and people who have paid may be chased.") \
	X(PAYMENT_EARLY, "payment-early", WARNING, \
	  "the payment is before its invoice '%.*s' of %.*s", \
	  "A deposit is held as credit until its invoice is issued. Often, though, the date of one of the two is mistyped.") \
	X(HOLD_EXPIRED, "hold-expired", WARNING, "the hold ended on %.*s", \
	  "An old hold does nothing any more. Taking it out keeps the ledger readable; or it was meant to last longer.") \
	X(DISPUTE_OPEN, "dispute-open", WARNING, \
	  "the dispute on invoice '%.*s' has no end", \
	  "What is disputed is never demanded. A dispute nobody ends is money nobody asks for.") \
	X(INVOICE_LATE, "invoice-late", WARNING, \
	  "invoice '%.*s' was issued %d days after delivery", \
	  "The clock of payment starts with the invoice.") \
	X(CONSUMER_POLICY, "consumer-policy", WARNING, \
	  "consumer '%.*s' is under the business policy '%.*s'", \
	  "Interest and fixed sums of business law may not be claimed from consumers, so none are.") \
	X(DEADLINE_SHORT, "deadline-short", WARNING, \
	  "customer '%.*s' gets %d days in the final demand of policy '%.*s'", \
	  "Before a claim against an individual, sole traders included, the pre-action protocol for debt claims in England and Wales gives 30 days to answer.") \
	X(POLICY_VALID, "policy-valid", WARNING, \
	  "invoice '%.*s' is outside policy '%.*s', valid %s %.*s", \
	  "A policy states for which days its law and its figures were checked. This invoice was issued on another.")

#endif
