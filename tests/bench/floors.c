/* floors LEDGER YYYY-MM-DD: where the time of one ordinary letter goes. Composes and
 * prints the first letter of each customer in turn, as a run does, so that a letter finds
 * what others taught but not itself, and prints, a line a floor, its name and the
 * microseconds of processor time a letter spends there: its values, its text, its parts,
 * its pages, its bytes, its digest. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "letter/compose.h"
#include "letter/template.h"
#include "letter/view.h"
#include "press/qr.h"
#include "run/book.h"
#include "text/markdown.h"

#define TIMES 2000
#define WARM 20 /* letters before the clock runs */

static double now(void)
{
	struct timespec at;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
	return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static _Noreturn void give_up(const char *what)
{
	fprintf(stderr, "floors: %s\n", what);
	exit(EXIT_FAILURE);
}

/* The first letter of each customer that gets one. */
static struct document *letters_of(struct arena *arena, const struct book *book,
				   size_t *count)
{
	struct document *letters = ARENA_ARRAY(arena, struct document, book->naccounts);
	for (size_t i = 0; i < book->naccounts; i++)
		if (book->accounts[i]->nletters)
			letters[(*count)++] = (struct document){
				book->accounts[i], &book->accounts[i]->letters[0]};
	if (*count == 0)
		give_up("the ledger has no letter");
	return letters;
}

struct bench {
	struct arena *job;
	struct arena_mark empty;
	struct notices notices;
	const struct templates *templates;
	struct document document;
	struct press *press;
	double view, mustache, rest, markdown, layout, press_time, digest, code;
};

static const struct template *template_of(struct bench *bench)
{
	const struct account *account = bench->document.escalation->account;
	const struct letter *letter = bench->document.letter;
	struct span span;
	struct str tag = template_tag(account->ledger, account->customer, &span);
	return template_find(bench->job, bench->templates, tag,
			     letter->policy->stages[letter->stage].letter);
}

/* What a bank reads: who is paid, where, how much, for what (EPC069-12). */
static struct str code_of(struct arena *arena, size_t pounds)
{
	return str_format(arena,
			  "BCD\n002\n1\nSCT\n\nHarbour & Finch Joinery Ltd\n"
			  "DE02120300000000202051\nEUR%zu.81\n\nRF18539007547034\n",
			  pounds);
}

/* The same steps as a build's, each with the clock beside it. */
static void once(struct bench *bench, size_t letter)
{
	arena_rewind(bench->job, bench->empty);
	const struct template *template = template_of(bench);
	struct mustache_options options = {ESCAPE_MARKDOWN, false};
	double start = now(), at;
	const struct value *view =
		view_build(bench->job, bench->templates, &bench->document,
			   template->title, &bench->notices);
	bench->view += (at = now()) - start;
	struct rendered body = mustache_render(bench->job, template->body, view, options,
					       &bench->notices);
	bench->mustache += now() - at;
	at = now();
	struct composed *composed = compose_text(bench->job, bench->templates,
						 &bench->document, &bench->notices);
	bench->rest += now() - at;
	at = now();
	markdown_parse(bench->job, &body, &bench->notices);
	bench->markdown += now() - at;
	at = now();
	const struct layout *layout = compose_set(
		bench->job, composed, press_metrics(bench->press), &bench->notices);
	bench->layout += now() - at;
	at = now();
	struct str pdf = press_pdf(bench->job, bench->press, layout, &composed->meta,
				   &bench->notices);
	bench->press_time += now() - at;
	at = now();
	digest_from_str(pdf);
	bench->digest += now() - at;
	at = now();
	qr_encode(bench->job, code_of(bench->job, letter));
	bench->code += now() - at;
}

static void say(const char *floor, double seconds)
{
	printf("%s %.1f\n", floor, seconds * 1e6 / TIMES);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new(0);
	struct sources *sources = sources_new();
	struct str fault = STR("");
	date as_of;
	if (argc != 3 || date_from_str(str_from_c(argv[2]), &as_of) != DATE_OK)
		give_up("usage: floors LEDGER YYYY-MM-DD");
	struct bench bench = {.job = arena_new(0),
			      .notices = notices_new(arena, sources),
			      .press = press_new(arena, NULL, &fault)};
	const struct book *book =
		book_open(arena, sources, str_from_c(argv[1]), 1, as_of, &bench.notices);
	bench.templates =
		templates_new(arena, sources, book->folder, book->ledger, &bench.notices);
	if (bench.notices.errors || !bench.press)
		give_up("the ledger has errors, or a font is missing");
	bench.empty = arena_mark(bench.job);
	size_t count = 0;
	const struct document *letters = letters_of(arena, book, &count);
	for (size_t i = 0; i < WARM; i++) {
		bench.document = letters[i % count];
		once(&bench, i); /* what is learnt once is not counted */
	}
	bench.view = bench.mustache = bench.rest = bench.markdown = 0;
	bench.layout = bench.press_time = bench.digest = bench.code = 0;
	for (size_t i = 0; i < TIMES; i++) {
		bench.document = letters[(WARM + i) % count];
		once(&bench, i);
	}
	say("view", bench.view);
	say("mustache", bench.mustache);
	/* compose_text does both once more, compose_set reads the parts once more. */
	say("compose", bench.rest - bench.view - bench.mustache);
	say("markdown", bench.markdown);
	say("layout", bench.layout - bench.markdown);
	say("press", bench.press_time);
	say("digest", bench.digest);
	say("qr", bench.code);
	return EXIT_SUCCESS;
}
