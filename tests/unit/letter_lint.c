#include <criterion/criterion.h>

#include <string.h>

#include "letter/front.h"
#include "letter/lint.h"

/* What each rule finds, and a near miss that it lets pass. A '@' is where a value stands.
 */
static const struct sample {
	const char *rule, *language, *trips, *near;
	enum kind kind; /* of the customer; KIND_NONE: a business */
} samples[] = {
	{"L01", "en", "We will tell the police.", "Our policies are @.", 0},
	{"L01", "en", "You may face criminal prosecution.",
	 "Criminal law has no part in the @ of this.", 0},
	{"L01", "de", "Wir erstatten Strafanzeige.", "Wir erstatten die Anzahlung.", 0},
	{"L01", "fr", "Nous déposerons plainte.", "Nous comprenons votre plainte.", 0},
	{"L01", "nl", "Wij doen aangifte.", "Wij geven dit aan.", 0},
	{"L01", "nl", "Wij doen aangifte.", "Wij doen btw-aangifte.", 0},
	{"L01", "es", "Acudiremos a la vía penal.", "Envíe el pago por esta vía.", 0},
	{"L01", "it", "Sporgeremo querela.", "Restano quelle fatture.", 0},
	{"L02", "en", "We will seize your goods.",
	 "If a court gives judgment, seizure of goods may follow.", 0},
	{"L02", "de", "Es folgt die Pfändung.",
	 "Erst nach einem Urteil wäre eine Pfändung möglich.", 0},
	{"L02", "fr", "Nous ferons une saisie.", "Une erreur de notre saisine ?", 0},
	{"L02", "fr", "La saisie suivra.", "C'est une erreur de saisie.", 0},
	{"L02", "nl", "Wij leggen beslag op uw loon.",
	 "Als de rechter het toestaat, kan beslag volgen.", 0},
	{"L02", "es", "Pediremos el embargo.", "Sin embargo, preferimos hablar.", 0},
	{"L02", "it", "Seguirà il pignoramento.", "Seguirà il sollecito.", 0},
	{"L03", "en", "Proceedings have been issued.", "The invoice has been issued.", 0},
	{"L03", "de", "Wir haben Klage erhoben.", "Wir haben keine Klage gehört.", 0},
	{"L03", "fr", "Nous vous avons assigné.", "Nous vous avons écrit.", 0},
	{"L03", "nl", "De procedure is gestart.", "De betaling is gestart.", 0},
	{"L03", "es", "Hemos presentado demanda.", "Hemos presentado la factura.", 0},
	{"L03", "it", "Abbiamo depositato un ricorso.", "Abbiamo depositato la somma.",
	 0},
	{"L04", "en", "We will issue proceedings on @.",
	 "We may issue proceedings without further notice.", 0},
	{"L04", "de", "Wir werden Klage erheben.", "Wir werden Kosten erheben.", 0},
	{"L04", "fr", "Nous saisirons le tribunal.", "Nous pourrions saisir le tribunal.",
	 0},
	{"L04", "nl", "Wij zullen u dagvaarden.", "Wij zullen u helpen.", 0},
	{"L04", "es", "Presentaremos una demanda.", "Presentaremos una propuesta.", 0},
	{"L04", "it", "Intraprenderemo un'azione legale.", "Intraprenderemo un dialogo.",
	 0},
	{"L05", "en", "## Court notice", "We hope for an early notice.", 0},
	{"L05", "en", "Case number: 12", "In this case numbers differ.", 0},
	{"L05", "de", "# Mahnbescheid", "# Mahnung", 0},
	{"L05", "fr", "## Injonction de payer", "## Mise en demeure", 0},
	{"L05", "nl", "## Dagvaarding", "## Aanmaning", 0},
	{"L05", "es", "## Requerimiento judicial", "## Requerimiento de pago", 0},
	{"L05", "it", "## Decreto ingiuntivo", "## Sollecito di pagamento", 0},
	{"L06", "en", "We write on the instructions of the court.",
	 "You may ask a solicitor for advice.", 0},
	{"L06", "de", "Wir schreiben im Auftrag des Gerichts.",
	 "Wir schreiben wegen des Auftrags.", 0},
	{"L06", "fr", "Nous sommes des huissiers.", "Nous sommes des artisans.", 0},
	{"L06", "nl", "Wij schrijven namens de rechtbank.",
	 "Wij schrijven namens de firma.", 0},
	{"L06", "es", "Escribimos por orden del juzgado.",
	 "Escribimos por orden de fechas.", 0},
	{"L06", "it", "Scriviamo per ordine del tribunale.",
	 "Scriviamo per ordine di data.", 0},
	{"L07", "en", "We act for our client.", "We value you as a client.", 0},
	{"L07", "de", "Unsere Mandantin wartet.", "Unsere Buchhaltung wartet.", 0},
	{"L07", "fr", "Notre mandante attend.", "Notre comptable attend.", 0},
	{"L07", "nl", "Onze opdrachtgever wacht.", "Onze opdracht is klaar.", 0},
	{"L07", "es", "Nuestro poderdante espera.", "Nuestro taller espera.", 0},
	{"L07", "it", "La nostra assistita attende.", "La nostra officina attende.", 0},
	{"L08", "en",
	 "Interest is now due under the Late Payment of Commercial Debts Act.",
	 "Interest runs under our agreement.", KIND_CONSUMER},
	{"L08", "en", "Under section 69 interest is already due.",
	 "A court may award interest under section 69.", 0},
	{"L08", "de", "Dazu kommt die 40-Euro-Pauschale.",
	 "Dazu kommen 40 Euro Material.", KIND_CONSUMER},
	{"L08", "fr", "Selon L441-10 du Code.", "Selon le contrat 441-10.",
	 KIND_CONSUMER},
	{"L08", "nl", "Wij rekenen de handelsrente.", "Wij rekenen de wettelijke rente.",
	 KIND_CONSUMER},
	{"L08", "es", "Según la Ley 3/2004.", "Según la hoja 3/2004.", KIND_CONSUMER},
	{"L08", "it", "Secondo il D.Lgs. 231/2002.", "Secondo la nostra offerta.",
	 KIND_CONSUMER},
	{"L10", "nl", "Betaal binnen 14 dagen na heden.",
	 "Betaal binnen veertien dagen vanaf de dag nadat deze brief is bezorgd.", 0},
	{"L11", "en", "This will ruin your credit rating.",
	 "Late payment may be reported where lawful.", 0},
	{"L11", "de", "Es droht ein SCHUFA-Eintrag.", "Es fehlt ein Eintrag.", 0},
	{"L11", "fr", "Vous serez sur une liste noire.", "Voici une liste de factures.",
	 0},
	{"L11", "nl", "U komt op een zwarte lijst.", "U vindt hier de lijst.", 0},
	{"L11", "es", "Estará en el fichero de morosos.", "El fichero adjunto.", 0},
	{"L11", "it", "La iscriveremo nella lista nera.", "Ecco la lista.", 0},
	{"L12", "en", "We will inform your employer.", "Please inform your accountant.",
	 0},
	{"L12", "de", "Wir werden Ihren Arbeitgeber informieren.",
	 "Bitte informieren Sie Ihre Buchhaltung.", 0},
	{"L12", "fr", "Nous informerons votre employeur.",
	 "Merci d'informer votre comptable.", 0},
	{"L12", "nl", "Wij zullen uw werkgever inlichten.",
	 "Wilt u uw boekhouder inlichten?", 0},
	{"L12", "es", "Informaremos a su empresa en redes sociales.",
	 "Informe a su gestor.", 0},
	{"L12", "it", "Avviseremo il datore di lavoro.", "Avvisi il suo contabile.", 0},
	{"L13", "en", "Only a thief does not pay.", "The theft was not yours.", 0},
	{"L13", "en", "PAY THIS BILL NOW please.", "Pay by BACS, CHAPS or SEPA.", 0},
	{"L13", "en", "Pay today!!!", "Thank you!", 0},
	{"L13", "de", "Das ist unverschämt.", "Das ist unverändert.", 0},
	{"L13", "fr", "Vous êtes de mauvaise foi.", "C'est une mauvaise nouvelle.", 0},
	{"L13", "nl", "U bent een wanbetaler.", "U bent een goede klant.", 0},
	{"L13", "es", "Es usted un sinvergüenza.", "Es usted un buen cliente.", 0},
	{"L13", "it", "È un truffatore.", "È un buon cliente.", 0},
	{"L14", "en", "Call us regarding a personal matter.",
	 "Call us regarding an unpaid invoice.", 0},
	{"L14", "de", "Es geht um einen Zustellversuch.", "Es geht um die Zustellung.",
	 0},
	{"L14", "fr", "Une affaire personnelle vous concerne.",
	 "Une facture vous concerne.", 0},
	{"L14", "nl", "Het gaat om een bezorgpoging.", "Het gaat om de bezorging.", 0},
	{"L14", "es", "Es un asunto personal.", "Es un asunto de facturas.", 0},
	{"L14", "it", "È una questione personale.", "È una questione di conti.", 0},
	{"L19", "en", "This is your last chance.", "This is the last invoice.", 0},
	{"L19", "de", "Nutzen Sie die letzte Chance.", "Das ist die letzte Mahnung.", 0},
	{"L19", "fr", "C'est la dernière chance.", "C'est la dernière facture.", 0},
	{"L19", "nl", "Dit is uw laatste kans.", "Dit is de laatste brief.", 0},
	{"L19", "es", "Es la última oportunidad.", "Es la última factura.", 0},
	{"L19", "it", "È l'ultima occasione.", "È l'ultima fattura.", 0},
	{"L20", "en", "Silence means admission.", "Silence helps nobody.", 0},
	{"L20", "de", "Ihr Schweigen gilt als Zustimmung.", "Das Angebot gilt weiter.",
	 0},
	{"L20", "fr", "Votre silence vaut accord.", "Votre réponse nous aidera.", 0},
	{"L20", "nl", "Zwijgen betekent erkenning.", "Uw antwoord betekent veel.", 0},
	{"L20", "es", "Su silencio equivale a aceptar.", "Su respuesta nos ayuda.", 0},
	{"L20", "it", "Il silenzio equivale ad accettare.", "La risposta ci aiuta.", 0},
	{"L22", "en", "Pay 1.250,00 pounds by Monday.", "Pay 1,250.00 pounds by Monday.",
	 0},
	{"L22", "en", "Pay by 03/04/2026.", "Pay by 3 April 2026.", 0},
	{"L22", "de", "Sie zahlen, und du auch.", "Sie zahlen, und dann ist es gut.", 0},
	{"L22", "fr", "Vous savez que tu dois payer.", "Vous savez que cela presse.", 0},
	{"L22", "nl", "U weet dat je moet betalen.", "U weet dat het haast heeft.", 0},
	{"L22", "es", "Usted sabe lo que tú debes.", "Usted sabe lo que debe.", 0},
	{"L22", "it", "La somma è 1,250.00.", "La somma è 1.250,00.", 0},
	{"L23", "en", "Call 0906 123 4567.", "Call 0117 496 0000.", 0},
	{"L23", "de", "Rufen Sie 0900 123456 an.", "Rufen Sie 030 123456 an.", 0},
	{"L23", "fr", "Appelez le 0 899 12 34 56.", "Appelez le 01 23 45 67 89.", 0},
	{"L23", "nl", "Bel 0906 12345.", "Bel 020 1234567.", 0},
	{"L23", "es", "Llame al 806 123 456.", "Llame al 912 345 678.", 0},
	{"L23", "it", "Chiami l'899 123 456.", "Chiami lo 02 1234 5678.", 0},
	{"L24", "en", "Your card 4111 1111 1111 1111 was refused.",
	 "Your card ending in 1111 was refused.", 0},
	{"L24", "de", "Ihre Kartennummer: 41111111.", "Ihre Kundennummer: 41111111.", 0},
	{"L24", "fr", "Votre numéro de carte : 41111111.", "Votre numéro de client : 4.",
	 0},
	{"L24", "nl", "Uw BSN: 123456782.", "Uw klantnummer: 123456782.", 0},
	{"L24", "es", "Su DNI: 12345678Z.", "Su número de cliente: 12345678.", 0},
	{"L24", "it", "Codice fiscale: RSSMRA85T10A562S.", "Codice cliente: 85.", 0},
};

/* The same of a text that is a letter. */
static const struct letter_sample {
	struct sample text;
	const char *letter, *country;
	int days;  /* to pay in; 0: no deadline */
	int years; /* since the invoice was due */
} letter_samples[] = {
	{{"L10", "en", "This is a letter before claim. Questions?",
	  "Before a claim we would send you a reply form. Questions?", KIND_CONSUMER},
	 "reminder-2",
	 "GB",
	 14,
	 0},
	{{"L10", "en", "This is a letter before claim. Questions?",
	  "This is a letter about a claim. Questions?", KIND_SOLE_TRADER},
	 "reminder-2",
	 "GB",
	 29,
	 0},
	{{"L15", "en", "Please pay.", "Please pay, or tell us what is wrong.", 0},
	 "reminder-1",
	 "GB",
	 0,
	 0},
	{{"L15", "de", "Bitte zahlen Sie.", "Bitte zahlen Sie, oder schreiben Sie uns.",
	  0},
	 "reminder-1",
	 "DE",
	 0,
	 0},
	{{"L15", "fr", "Merci de payer.", "Merci de payer, ou de nous contacter.", 0},
	 "reminder-1",
	 "FR",
	 0,
	 0},
	{{"L15", "nl", "Wilt u betalen?", "Wilt u betalen? Hebt u vragen, bel ons.", 0},
	 "reminder-1",
	 "NL",
	 0,
	 0},
	{{"L15", "es", "Rogamos el pago.", "Pague, o díganos qué lo impide.", 0},
	 "reminder-1",
	 "ES",
	 0,
	 0},
	{{"L15", "it", "La preghiamo di pagare.", "Paghi, o ci scriva.", 0},
	 "reminder-1",
	 "IT",
	 0,
	 0},
	{{"L17", "en", "We may go to court. Tell us.", "We may courteously ask. Tell us.",
	  0},
	 "reminder-1",
	 "GB",
	 0,
	 7},
	{{"L17", "de", "Das Gericht entscheidet. Schreiben Sie uns.",
	  "Das Gerücht stimmt nicht. Schreiben Sie uns.", 0},
	 "reminder-1",
	 "DE",
	 0,
	 5},
	{{"L17", "fr", "Le tribunal décidera. Contactez-nous.",
	  "Vous déciderez. Contactez-nous.", 0},
	 "reminder-1",
	 "FR",
	 0,
	 6},
	{{"L17", "nl", "De rechter beslist. Vragen?", "Uw rechterhand beslist. Vragen?",
	  0},
	 "reminder-1",
	 "NL",
	 0,
	 6},
	{{"L17", "es", "Iremos al juzgado. ¿Preguntas?", "Iremos juntos. ¿Preguntas?", 0},
	 "reminder-1",
	 "ES",
	 0,
	 6},
	{{"L17", "it", "Andremo dal giudice. Ha domande?",
	  "Giudichi con calma. Ha domande?", 0},
	 "reminder-1",
	 "IT",
	 0,
	 11},
	{{"L21", "nl", "Betaal binnen veertien dagen. Vragen?",
	  "Betaal binnen veertien dagen nadat deze brief is bezorgd. Vragen?", 0},
	 "fourteen-days",
	 "NL",
	 0,
	 0},
	{{"L21", "en", "Pay within fourteen days. Questions?",
	  "Pay within fourteen days of delivery. Questions?", 0},
	 "fourteen-days",
	 "NL",
	 0,
	 0},
	{{"L21", "fr", "Veuillez payer. Une question ?",
	  "Nous vous mettons en demeure de payer. Une question ?", 0},
	 "final-demand",
	 "FR",
	 0,
	 0},
	{{"L21", "en", "Please pay. Questions?",
	  "Please pay. Citizens Advice can help. Questions?", KIND_CONSUMER},
	 "final-demand",
	 "GB",
	 0,
	 0},
};

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct lint_rules *rules;
	struct ledger ledger;
	struct customer customer;
	struct account account;
	struct escalation escalation;
	struct document document;
	struct template template;
	struct value *view;
	struct policy policy;
	struct stage stages[2];
	struct letter letter;
	struct letter_line line;
	struct item item;
	struct invoice invoice;
};

static void set_up(struct bench *bench)
{
	*bench = (struct bench){.arena = arena_new(0), .sources = sources_new()};
	bench->notices = notices_new(bench->arena, bench->sources);
	bench->rules = lint_rules_read(bench->arena, bench->sources, &bench->notices);
	bench->customer = (struct customer){.kind = KIND_BUSINESS,
					    .country = STR("GB"),
					    .name = STR("Acme Tooling Ltd")};
	bench->account =
		(struct account){.ledger = &bench->ledger, .customer = &bench->customer};
	bench->escalation.account = &bench->account;
	bench->document.escalation = &bench->escalation;
	bench->template.title = STR("Reminder");
	bench->template.tongue = lint_rules_tongue(bench->rules, STR("en"));
	bench->view = value_record(bench->arena);
	value_set(bench->arena, bench->view, STR("segments"), value_list(bench->arena));
	cr_assert_eq(bench->notices.errors, 0);
}

/* Makes the text a letter of that stage about one invoice. */
static void set_letter(struct bench *bench, const struct letter_sample *sample)
{
	date as_of = date_from_civil(2026, 11, 30);
	bench->account.as_of = as_of;
	bench->stages[0] =
		(struct stage){.letter = str_from_c(sample->letter), .after = 5};
	bench->stages[1] = (struct stage){.letter = STR("reminder-2"), .after = 16};
	bench->policy.stages = bench->stages;
	bench->policy.nstages = 2;
	bench->invoice.due = date_add_months(as_of, -12 * sample->years) - 1;
	bench->item.invoice = &bench->invoice;
	bench->line.item = &bench->item;
	bench->letter = (struct letter){.policy = &bench->policy,
					.lines = &bench->line,
					.nlines = 1,
					.pay_by = sample->days ? as_of + sample->days
							       : DATE_NONE};
	bench->document.letter = &bench->letter;
	bench->customer.country = str_from_c(sample->country);
}

static void tear_down(struct bench *bench)
{
	lint_rules_free(bench->rules);
	sources_free(bench->sources);
	arena_free(bench->arena);
}

/* A text in which '@' is a value that is nothing but forbidden words. */
static struct rendered render(struct bench *bench, const char *text)
{
	struct str value = STR("Police, Prison & Bailiff");
	struct buf buf = buf_new(bench->arena, 0);
	struct rendered rendered = {.origins =
					    ARENA_ARRAY(bench->arena, struct origin, 64)};
	uint32_t file =
		source_from_bytes(bench->sources, STR("t.md"), str_from_c(text))->file;
	for (uint32_t at = 0; text[at];) {
		bool copied = text[at] != '@';
		rendered.origins[rendered.norigins++] =
			(struct origin){(uint32_t)buf.len, {file, at}, copied};
		if (!copied) {
			buf_put(&buf, value);
			at++;
		}
		while (copied && text[at] && text[at] != '@')
			buf_byte(&buf, text[at++]);
	}
	rendered.text = buf_str(&buf);
	return rendered;
}

static void check(struct bench *bench, const char *text)
{
	struct rendered *body = ARENA_NEW(bench->arena, struct rendered);
	*body = render(bench, text);
	struct lint lint = {.rules = bench->rules,
			    .document = &bench->document,
			    .template = &bench->template,
			    .view = bench->view,
			    .body = body,
			    .notices = &bench->notices};
	lint_check(bench->arena, &lint);
}

/* How often a rule was found, and whatever else there was. */
static size_t count(const struct bench *bench, const char *rule, size_t *others)
{
	size_t found = 0;
	*others = 0;
	struct str code = str_format(bench->arena, "lint-%s", rule);
	for (const struct notice *n = bench->notices.first; n; n = n->next) {
		struct str name = str_from_c(notice_code_name(n->code));
		bool same = str_equal_caseless(name, code);
		found += same;
		*others += !same;
	}
	return found;
}

static void expect(const struct sample *sample, const struct letter_sample *letter,
		   const char *text, bool wanted)
{
	struct bench bench;
	set_up(&bench);
	if (sample->kind != KIND_NONE)
		bench.customer.kind = sample->kind;
	if (letter)
		set_letter(&bench, letter);
	bench.template.tongue =
		lint_rules_tongue(bench.rules, str_from_c(sample->language));
	check(&bench, text);
	size_t others = 0, found = count(&bench, sample->rule, &others);
	cr_expect_eq(found > 0, wanted, "%s %s: %s", sample->rule, sample->language,
		     text);
	cr_expect(wanted || !others, "%s %s: others in: %s", sample->rule,
		  sample->language, text);
	tear_down(&bench);
}

Test(lint, finds_what_each_rule_forbids)
{
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		expect(&samples[i], NULL, samples[i].trips, true);
	for (size_t i = 0; i < sizeof letter_samples / sizeof *letter_samples; i++)
		expect(&letter_samples[i].text, &letter_samples[i],
		       letter_samples[i].text.trips, true);
}

Test(lint, lets_near_misses_pass)
{
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		expect(&samples[i], NULL, samples[i].near, false);
	for (size_t i = 0; i < sizeof letter_samples / sizeof *letter_samples; i++)
		expect(&letter_samples[i].text, &letter_samples[i],
		       letter_samples[i].text.near, false);
}

static bool is_of(const struct sample *sample, const char *rule, struct str language)
{
	return strcmp(sample->rule, rule) == 0 &&
	       str_equal(str_from_c(sample->language), language);
}

static bool has_sample(const char *rule, struct str language)
{
	bool found = false;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		found |= is_of(&samples[i], rule, language);
	for (size_t i = 0; i < sizeof letter_samples / sizeof *letter_samples; i++)
		found |= is_of(&letter_samples[i].text, rule, language);
	return found;
}

/* The languages that a rule has patterns or demands in. */
static void expect_samples(const char *rule, const struct node *part)
{
	bool needs = str_equal(part->key, STR("require"));
	if (!needs && !str_starts(part->key, STR("forbid")))
		return;
	for (const struct node *node = part->first; node; node = node->next) {
		struct str language =
			needs ? node_find(node, STR("language"))->text : node->key;
		cr_expect(has_sample(rule, language), "%s: no sample in %.*s", rule,
			  STR_ARG(language));
	}
}

Test(lint, has_a_sample_of_every_rule_in_every_language)
{
	struct bench bench;
	set_up(&bench);
	for (int rule = 1; rule <= LINT_RULES; rule++) {
		char name[8];
		snprintf(name, sizeof name, "L%02d", rule);
		for (const struct node *part = bench.rules->rules[rule]->first; part;
		     part = part->next)
			expect_samples(name, part);
	}
	tear_down(&bench);
}

/* ---- every pattern, one by one: tests/lint/hits.yaml ---- */

static const struct node *read_hits(struct bench *bench)
{
	const struct source *source = NULL;
	int folder = source_root(bench->sources, STR("tests/lint"));
	cr_assert_eq(source_read(bench->sources, folder, STR("hits.yaml"),
				 STR("hits.yaml"), &source),
		     SOURCE_OK);
	return yaml_read(bench->arena, source, &bench->notices);
}

/* Sets the stage for patterns that count only then. */
static void set_when(struct bench *bench, struct str key)
{
	static const struct letter_sample old = {
		.letter = "reminder-1", .country = "GB", .years = 7};
	static const struct letter_sample brief = {
		.letter = "reminder-1", .country = "GB", .days = 14};
	bench->document.letter = NULL;
	bench->customer.kind = KIND_BUSINESS;
	if (str_equal(key, STR("forbid_barred")))
		set_letter(bench, &old);
	if (str_equal(key, STR("forbid_short")))
		set_letter(bench, &brief);
	if (!str_equal(key, STR("forbid")) && !str_equal(key, STR("forbid_barred")))
		bench->customer.kind = KIND_CONSUMER;
	bool swiss = str_equal(key, STR("forbid_swiss"));
	bench->customer.locale.text = swiss ? STR("de-CH") : STR("");
}

/* Whether the text trips the rule, of a text in that language. */
static bool trips(struct bench *bench, const char *rule, struct str key,
		  struct str language, struct str text)
{
	size_t others;
	set_when(bench, key);
	bench->notices = notices_new(bench->arena, bench->sources);
	bench->template.tongue = lint_rules_tongue(bench->rules, language);
	check(bench, str_c(bench->arena, text));
	return count(bench, rule, &others) > 0;
}

/* A pattern by itself, as the rules read it: whole words, a blank for any white space. */
static bool finds(struct arena *arena, struct str words, struct str text)
{
	struct str fault = STR("");
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < words.len; i++)
		buf_put(&buf,
			words.at[i] == ' ' ? STR("\\s") : str_slice(words, i, i + 1));
	struct str alone =
		str_format(arena, "(?<!\\w)(?:%.*s)(?!\\w)", STR_ARG(buf_str(&buf)));
	struct pattern *pattern = pattern_new(arena, alone, true, &fault);
	struct pattern_match match;
	bool gave_up = false;
	cr_assert_not_null(pattern, "%.*s", STR_ARG(fault));
	bool found = pattern_find(pattern, arena, text, 0, &match, &gave_up);
	pattern_free(pattern);
	return found;
}

static void expect_hits(struct bench *bench, const char *rule, struct str key,
			const struct node *patterns, const struct node *hits)
{
	struct str language = patterns->key;
	cr_assert(hits && hits->count == patterns->count,
		  "%s %.*s %.*s: %zu patterns, %zu sentences", rule, STR_ARG(key),
		  STR_ARG(language), patterns->count, hits ? hits->count : 0);
	const struct node *hit = hits->first;
	for (const struct node *p = patterns->first; p; p = p->next, hit = hit->next) {
		cr_expect(finds(bench->arena, p->text, hit->text),
			  "%s %.*s: '%.*s' is not found by %.*s", rule, STR_ARG(language),
			  STR_ARG(hit->text), STR_ARG(p->text));
		cr_expect(trips(bench, rule, key, language, hit->text),
			  "%s %.*s: '%.*s' is let pass", rule, STR_ARG(language),
			  STR_ARG(hit->text));
	}
}

static void expect_near(struct bench *bench, const char *rule, const struct node *near)
{
	for (const struct node *list = near->first; list; list = list->next)
		for (const struct node *text = list->first; text; text = text->next)
			cr_expect_not(trips(bench, rule, STR("forbid_swiss"), list->key,
					    text->text),
				      "%s %.*s: '%.*s' is refused", rule,
				      STR_ARG(list->key), STR_ARG(text->text));
}

Test(lint, finds_something_by_every_single_pattern)
{
	struct bench bench;
	set_up(&bench);
	const struct node *all = read_hits(&bench);
	size_t lists = 0;
	for (int rule = 1; rule <= LINT_RULES; rule++) {
		char name[8];
		snprintf(name, sizeof name, "L%02d", rule);
		const struct node *own = node_find(all, str_from_c(name));
		const struct node *near = own ? node_find(own, STR("near")) : NULL;
		for (const struct node *part = bench.rules->rules[rule]->first; part;
		     part = part->next) {
			if (!str_starts(part->key, STR("forbid")))
				continue;
			cr_assert(own && node_find(own, part->key), "%s: no sentences",
				  name);
			for (const struct node *p = part->first; p; p = p->next, lists++)
				expect_hits(&bench, name, part->key, p,
					    node_find(node_find(own, part->key), p->key));
		}
		if (near)
			expect_near(&bench, name, near);
	}
	cr_expect_geq(lists, 100);
	tear_down(&bench);
}

/* The last day on which a claim is not yet barred. */
Test(lint, speaks_of_courts_until_the_day_a_claim_is_barred)
{
	static const struct letter_sample court = {
		.letter = "reminder-1", .country = "GB", .years = 6};
	for (int later = 0; later < 2; later++) {
		struct bench bench;
		set_up(&bench);
		set_letter(&bench, &court);
		bench.invoice.due += 1 - later;
		check(&bench, "We may go to court. Tell us.");
		cr_expect_eq(bench.notices.errors, (size_t)later);
		tear_down(&bench);
	}
}

Test(lint, lets_thirty_days_be_a_letter_before_claim)
{
	static const struct letter_sample thirty = {
		.letter = "final-demand", .country = "GB", .days = 30};
	struct bench bench;
	set_up(&bench);
	set_letter(&bench, &thirty);
	bench.customer.kind = KIND_SOLE_TRADER;
	check(&bench, "This is a letter before claim. Questions?");
	cr_expect_null(bench.notices.first);
	tear_down(&bench);
}

Test(lint, compiles_every_pattern_of_every_language)
{
	static const char *const languages[] = {"en", "de", "fr", "nl", "es", "it"};
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		const struct lint_tongue *tongue =
			lint_rules_tongue(bench.rules, str_from_c(languages[i]));
		cr_expect(str_equal(tongue->language, str_from_c(languages[i])));
		cr_expect_not_null(tongue->any);
		cr_expect_not_null(tongue->needs);
	}
	cr_expect_eq(bench.rules->fault.len, 0, "%.*s", STR_ARG(bench.rules->fault));
	tear_down(&bench);
}

Test(lint, says_as_severe_as_the_catalogue)
{
	struct bench bench;
	set_up(&bench);
	for (int rule = 1; rule <= LINT_RULES; rule++) {
		enum notice_code code = (enum notice_code)(NOTICE_LINT_L01 + rule - 1);
		const struct node *severity =
			node_find(bench.rules->rules[rule], STR("severity"));
		bool error = str_equal(severity->text, STR("error"));
		cr_expect_eq(error, notice_severity(code) == SEVERITY_ERROR, "L%02d",
			     rule);
		cr_expect(bench.rules->law[rule].len && bench.rules->advice[rule].len);
	}
	tear_down(&bench);
}

Test(lint, does_not_look_at_values)
{
	struct bench bench;
	set_up(&bench);
	check(&bench, "Dear @, this is about @.");
	cr_expect_null(bench.notices.first);
	tear_down(&bench);
}

Test(lint, reads_a_phrase_through_its_emphasis)
{
	static const char *const texts[] = {
		"We will **issue proceedings** now.",
		"We *will* issue\n_county_ court **proceedings**.",
		"We will\\\nissue ~~court~~ `proceedings`.",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct bench bench;
		set_up(&bench);
		check(&bench, texts[i]);
		cr_assert_not_null(bench.notices.first, "%s", texts[i]);
		cr_expect_eq(bench.notices.first->code, NOTICE_LINT_L04);
		cr_expect_eq(bench.notices.first->span.at, 0);
		tear_down(&bench);
	}
	struct bench bench;
	set_up(&bench);
	check(&bench, "Pay **@** or *the* **police** come.");
	cr_assert_not_null(bench.notices.first);
	cr_expect_eq(bench.notices.first->span.at, 21);
	check(&bench, "**We** may *issue* **proceedings**.");
	cr_expect_eq(bench.notices.errors, 1);
	tear_down(&bench);
}

/* What is attached to the letter is held to the rules, too, whatever its sections. */
static void check_cover(struct bench *bench, const char *subject, const char *body)
{
	struct partials none = {NULL, NULL, NULL};
	const char *const texts[] = {subject, body};
	struct mustache *parsed[2];
	for (size_t i = 0; i < 2; i++)
		parsed[i] =
			mustache_parse(bench->arena,
				       source_from_bytes(bench->sources, STR("email.md"),
							 str_from_c(texts[i])),
				       0, &none, &bench->notices);
	bench->template.subject = parsed[0];
	bench->template.body = parsed[1];
	lint_cover(bench->arena, bench->rules, &bench->template, &bench->notices);
}

Test(lint, holds_an_email_and_a_call_to_the_rules)
{
	struct bench bench;
	set_up(&bench);
	check_cover(&bench, "{{title}}", "{{^a}}See{{/a}} {{#a}}the letter{{/a}}.");
	cr_expect_null(bench.notices.first);
	check_cover(&bench, "Court notice", "{{#a}}Hello{{/a}}{{^a}} police{{/a}}");
	cr_expect_eq(bench.notices.errors, 2);
	bench.template.excused = 1u << 1 | 1u << 5;
	bench.notices = notices_new(bench.arena, bench.sources);
	check_cover(&bench, "Court notice", "police");
	cr_expect_null(bench.notices.first);
	tear_down(&bench);
}

Test(lint, points_at_the_words_in_the_template)
{
	struct bench bench;
	set_up(&bench);
	check(&bench, "Dear @, we go to\nthe police about @.");
	cr_assert_not_null(bench.notices.first);
	cr_expect_eq(bench.notices.first->span.at, 21);
	tear_down(&bench);
}

Test(lint, tells_a_finding_again_for_the_next_letter)
{
	struct bench bench;
	set_up(&bench);
	check(&bench, "The police.");
	bench.notices = notices_new(bench.arena, bench.sources);
	check(&bench, "The police.");
	cr_expect_eq(bench.notices.errors, 1);
	tear_down(&bench);
}

Test(lint, accepts_an_excuse)
{
	struct bench bench;
	set_up(&bench);
	bench.template.excused = 1u << 1;
	check(&bench, "The police.");
	cr_expect_null(bench.notices.first);
	tear_down(&bench);
}

Test(lint, looks_at_the_title)
{
	struct bench bench;
	set_up(&bench);
	bench.template.title = STR("Summons");
	check(&bench, "Please pay.");
	cr_assert_not_null(bench.notices.first);
	cr_expect_eq(bench.notices.first->code, NOTICE_LINT_L05);
	tear_down(&bench);
}

Test(lint, refuses_letters_to_nobody_but_not_names_like_it)
{
	struct bench bench;
	set_up(&bench);
	bench.customer.name = STR("Occupier Services Ltd");
	check(&bench, "Please pay.");
	cr_expect_null(bench.notices.first);
	bench.customer.name = STR("The Occupier");
	check(&bench, "Please pay.");
	cr_assert_not_null(bench.notices.first);
	cr_expect_eq(bench.notices.first->code, NOTICE_LINT_L16);
	tear_down(&bench);
}

Test(lint, looks_at_the_creditors_number)
{
	struct bench bench;
	set_up(&bench);
	bench.ledger.creditor.phone = STR("+44 906 123 4567");
	check(&bench, "Please pay.");
	cr_assert_not_null(bench.notices.first);
	cr_expect_eq(bench.notices.first->code, NOTICE_LINT_L23);
	tear_down(&bench);
}

Test(lint, numbers_its_rules)
{
	cr_expect_eq(lint_rules_number(STR("L01")), 1);
	cr_expect_eq(lint_rules_number(STR("L24")), 24);
	cr_expect_eq(lint_rules_number(STR("L25")), 0);
	cr_expect_eq(lint_rules_number(STR("L00")), 0);
	cr_expect_eq(lint_rules_number(STR("l01")), 0);
}

/* ---- what figures, days and kinds decide ---- */

static const struct letter_sample reminder = {.letter = "reminder-1", .country = "GB"};

static void expect_rule(struct bench *bench, const char *text, enum notice_code code,
			bool wanted)
{
	check(bench, text);
	cr_expect_eq(bench->notices.first != NULL, wanted, "%s", text);
	if (bench->notices.first)
		cr_expect_eq(bench->notices.first->code, code);
}

Test(lint, holds_fees_to_the_caps_of_a_country)
{
	static const struct {
		const char *country, *currency;
		enum kind kind;
		int32_t stage; /* 0: the first after the due day */
		money fee;
		bool trips;
	} rows[] = {
		{"DE", "EUR", KIND_CONSUMER, 1, 250, false},
		{"DE", "EUR", KIND_CONSUMER, 1, 251, true},
		{"DE", "EUR", KIND_CONSUMER, 0, 1, true},
		{"DE", "EUR", KIND_BUSINESS, 0, 4000, false},
		{"BE", "EUR", KIND_CONSUMER, 1, 750, false},
		{"BE", "EUR", KIND_CONSUMER, 1, 751, true},
		{"BE", "EUR", KIND_CONSUMER, 0, 1, true},
		{"FI", "EUR", KIND_CONSUMER, 0, 500, false},
		{"FI", "EUR", KIND_CONSUMER, 0, 501, true},
		{"SE", "SEK", KIND_BUSINESS, 0, 6000, false},
		{"SE", "SEK", KIND_BUSINESS, 0, 6001, true},
		{"DK", "DKK", KIND_CONSUMER, 0, 10000, false},
		{"DK", "DKK", KIND_CONSUMER, 0, 10001, true},
		{"NL", "EUR", KIND_CONSUMER, 1, 4000, false},
		{"NL", "EUR", KIND_CONSUMER, 0, 4000, true},
		{"GB", "GBP", KIND_BUSINESS, 0, 4000, false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bench bench;
		set_up(&bench);
		set_letter(&bench, &reminder);
		bench.customer.country = str_from_c(rows[i].country);
		bench.customer.kind = rows[i].kind;
		bench.account.currency = currency_find(str_from_c(rows[i].currency));
		bench.letter.stage = rows[i].stage;
		bench.letter.fee = rows[i].fee;
		check(&bench, "Please pay. Questions?");
		cr_expect_eq(bench.notices.errors, rows[i].trips, "%s %lld",
			     rows[i].country, (long long)rows[i].fee);
		tear_down(&bench);
	}
}

Test(lint, wants_a_week_between_letters)
{
	static const struct {
		int after, min_interval;
		bool trips;
	} rows[] = {{11, 0, true}, {12, 0, false}, {11, 7, false}, {11, 6, true}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bench bench;
		set_up(&bench);
		set_letter(&bench, &reminder);
		bench.stages[1].after = rows[i].after;
		bench.policy.min_interval = rows[i].min_interval;
		expect_rule(&bench, "Please pay. Questions?", NOTICE_LINT_L18,
			    rows[i].trips);
		tear_down(&bench);
	}
}

Test(lint, wants_the_demand_and_its_day_and_every_invoice_named)
{
	static const struct {
		const char *text;
		enum notice_code code;
		bool trips;
	} rows[] = {{"Pay 500 by Monday for A1. Questions?", NOTICE_LINT_L08, false},
		    {"Pay by Monday for A1. Questions?", NOTICE_LINT_L08, true},
		    {"Pay 500 for A1. Questions?", NOTICE_LINT_L10, true},
		    {"Pay 500 by Monday. Questions?", NOTICE_LINT_L21, true}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bench bench;
		set_up(&bench);
		set_letter(&bench, &reminder);
		bench.invoice.number = STR("A1");
		bench.letter.pay_by = bench.account.as_of + 7;
		value_set(bench.arena, bench.view, STR("demand"),
			  value_text(bench.arena, STR("500")));
		value_set(bench.arena, bench.view, STR("pay_by"),
			  value_text(bench.arena, STR("Monday")));
		expect_rule(&bench, rows[i].text, rows[i].code, rows[i].trips);
		tear_down(&bench);
	}
}

Test(lint, spares_consumers_the_fixed_compensation)
{
	for (int consumer = 0; consumer < 2; consumer++) {
		struct bench bench;
		set_up(&bench);
		set_letter(&bench, &reminder);
		bench.customer.kind = consumer ? KIND_CONSUMER : KIND_BUSINESS;
		bench.letter.charges[CHARGE_COMPENSATION] = 4000;
		expect_rule(&bench, "Please pay. Questions?", NOTICE_LINT_L08, consumer);
		tear_down(&bench);
	}
}

Test(lint, keeps_card_numbers_in_reasons_private)
{
	static const char *const reasons[] = {"card 4111 1111 1111 1112",
					      "card 4111 1111 1111 1111"};
	for (int card = 0; card < 2; card++) {
		struct bench bench;
		set_up(&bench);
		set_letter(&bench, &reminder);
		struct block block = {.reason = str_from_c(reasons[card])};
		const struct item blocked = {.invoice = &bench.invoice, .blocks = &block};
		const struct item *list[] = {&blocked};
		bench.letter.blocked = list;
		bench.letter.nblocked = 1;
		expect_rule(&bench, "Please pay. Questions?", NOTICE_LINT_L24, card);
		tear_down(&bench);
	}
}
