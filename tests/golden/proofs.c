/* proofs LEDGER YYYY-MM-DD OUT: every document of that day as the proof device shows it
 * (OUT/letters-acme-reminder-1-….txt) and as its PDF beside it, and OUT/versions:
 * whatever touches the bytes of a PDF. Every page is held to the laws of pages. proofs.sh
 * compares them with what is kept. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "letter/template.h"
#include "page_laws.h"
#include "run/book.h"
#include "run/jobs.h"
#include "run/versions.h"

struct proofs {
	struct arena *arena;
	struct book *book;
	struct notices notices;
	struct press *press;
	struct templates *templates;
	const char *out;
};

static _Noreturn void give_up(const struct proofs *proofs, const char *what)
{
	notices_print(&proofs->notices, stderr, false);
	fprintf(stderr, "proofs: %s\n", what);
	exit(1);
}

/* "statements/acme/GBP.pdf" → "OUT/statements-acme-GBP" and the ending */
static void write_file(struct proofs *proofs, struct str path, const char *ending,
		       struct str bytes)
{
	size_t end = str_ends(path, STR(".pdf")) ? path.len - 4 : path.len;
	char *name = str_c(proofs->arena, str_slice(path, 0, end));

	for (char *at = name; *at; at++)
		if (*at == '/')
			*at = '-';
	struct str whole =
		str_format(proofs->arena, "%s/%s%s", proofs->out, name, ending);
	FILE *file = fopen(str_c(proofs->arena, whole), "wb");
	if (!file || fwrite(bytes.at, 1, bytes.len, file) != bytes.len ||
	    fclose(file) != 0)
		give_up(proofs, name);
}

static void write_versions(struct proofs *proofs)
{
	struct versions versions = versions_now(proofs->arena, &proofs->templates->fonts);
	struct buf out = buf_new(proofs->arena, 0);

	for (size_t i = 0; i < versions.count; i++)
		buf_format(&out, "# %.*s\n", STR_ARG(versions.items[i]));
	write_file(proofs, STR("versions"), "", buf_str(&out));
}

static void prove(struct proofs *proofs, const struct job *job)
{
	struct arena *arena = proofs->arena;
	const struct composed *composed =
		compose_document(arena, proofs->templates, &job->document,
				 press_metrics(proofs->press), &proofs->notices);

	if (!composed)
		give_up(proofs, "a document cannot be composed");
	struct str broken =
		laws_broken(arena, press_metrics(proofs->press), composed->layout);
	if (broken.len)
		give_up(proofs,
			str_c(arena, str_format(arena, "%.*s: %.*s", STR_ARG(job->path),
						STR_ARG(broken))));
	struct str pdf = press_pdf(arena, proofs->press, composed->layout,
				   &composed->meta, &proofs->notices);
	if (!pdf.len)
		give_up(proofs, "a document cannot be printed");
	write_file(proofs, job->path, ".txt", proof_text(arena, composed->layout));
	write_file(proofs, job->path, ".pdf", pdf);
}

static void open_fonts(struct proofs *proofs)
{
	struct str fault = STR("");

	proofs->templates =
		templates_new(proofs->arena, proofs->book->sources, proofs->book->folder,
			      proofs->book->ledger, &proofs->notices);
	proofs->press = press_new(proofs->arena, proofs->templates->fonts.own, &fault);
	if (!proofs->press)
		give_up(proofs, str_c(proofs->arena, fault));
}

static void prove_all(struct proofs *proofs)
{
	struct build_options all = {.kinds = BUILD_STATEMENTS | BUILD_LETTERS};
	struct jobs jobs = jobs_list(proofs->arena, proofs->book, &all);

	if (proofs->notices.errors || jobs.unsafe.len)
		give_up(proofs, "the ledger has errors");
	open_fonts(proofs);
	for (size_t i = 0; i < jobs.count; i++)
		if (!compose_prepare(proofs->templates, &jobs.items[i].document,
				     &proofs->notices))
			give_up(proofs, "a template has errors");
	for (size_t i = 0; i < jobs.count; i++)
		prove(proofs, &jobs.items[i]);
}

int main(int argc, char **argv)
{
	struct proofs proofs = {.arena = arena_new(0)};
	struct sources *sources = sources_new();
	date as_of;

	proofs.notices = notices_new(proofs.arena, sources);
	if (argc != 4 || date_from_str(str_from_c(argv[2]), &as_of) != DATE_OK)
		give_up(&proofs, "usage: proofs LEDGER YYYY-MM-DD OUT");
	proofs.out = argv[3];
	proofs.book = book_open(proofs.arena, sources, str_from_c(argv[1]), 1, as_of,
				&proofs.notices);
	prove_all(&proofs);
	write_versions(&proofs);
	templates_free(proofs.templates);
	press_free(proofs.press);
	sources_free(sources);
	arena_free(proofs.arena);
	return 0;
}
