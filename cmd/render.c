#include "letter/trial.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/carried.h"
#include "call.h"
#include "letter/fonts.h"
#include "text/sample.h"

#define LOCALE "en-GB"
#define PAGE "plain-a4"

static const struct option options[] = {
	{.id = OPTION_VIEW,
	 .name = "--view",
	 .value = "VALUES.yaml",
	 .help = "the values its names stand for; else none"},
	{.id = OPTION_LENIENT,
	 .name = "--lenient",
	 .help = "as Mustache does: unknown names empty, HTML escaped"},
	{.id = OPTION_TO,
	 .name = "--to",
	 .value = "FORM",
	 .choices = "text|markdown|proof|pdf",
	 .help = "text, markdown, proof (default) or pdf"},
	{.id = OPTION_LOCALE,
	 .name = "--locale",
	 .value = "TAG",
	 .help = "whose words and built-in partials; else " LOCALE},
	{.id = OPTION_PAGE,
	 .name = "--page",
	 .value = "PROFILE",
	 .help = "of proof and pdf; else the template's, or " PAGE},
	{.id = OPTION_REGULAR,
	 .name = "--regular",
	 .value = "FONT.ttf",
	 .help = "of a page; else the built-in family"},
	{.id = OPTION_BOLD,
	 .name = "--bold",
	 .value = "FONT.ttf",
	 .help = "with --regular, as in creditor.fonts; else that one"},
	{.id = OPTION_ITALIC,
	 .name = "--italic",
	 .value = "FONT.ttf",
	 .help = "the same, for emphasis"},
	{.id = OPTION_AS_OF,
	 .name = "--as-of",
	 .value = "YYYY-MM-DD",
	 .help = "the day a pdf says it was made on; else today"},
	OPTION_END,
};

enum form { FORM_TEXT, FORM_MARKDOWN, FORM_PROOF, FORM_PDF };

struct render {
	struct call *call;
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	enum form form;
	struct str tag;
	const struct profile *profile;
	date day; /* of a pdf */
	struct trial *trial;
	struct value *view;
};

/* ---- the command line ---- */

static enum form form_of(const struct call *call)
{
	const char *word = call_value(call, OPTION_TO, "proof");

	if (strcmp(word, "text") == 0)
		return FORM_TEXT;
	if (strcmp(word, "markdown") == 0)
		return FORM_MARKDOWN;
	return strcmp(word, "pdf") == 0 ? FORM_PDF : FORM_PROOF;
}

/* What could have been meant, and all there are. */
struct names {
	struct near near;
	struct buf all;
};

static struct names names_new(struct arena *arena, struct str wanted)
{
	return (struct names){near_new(arena, wanted), buf_new(arena, 0)};
}

static void offer(struct names *names, struct str name)
{
	near_offer(&names->near, name);
	buf_format(&names->all, "%s%.*s", names->all.len ? ", " : "", STR_ARG(name));
}

static void help(struct call *call, const struct names *names)
{
	if (names->near.best.len)
		call_help(call, "did you mean '%.*s'?", STR_ARG(names->near.best));
	else
		call_help(call, "there are %.*s", STR_ARG(buf_str(&names->all)));
}

static bool read_locale(struct render *render)
{
	struct call *call = render->call;

	render->tag = str_from_c(call_value(call, OPTION_LOCALE, LOCALE));
	if (carried_find(
		    str_format(call->arena, "locales/%.*s.yaml", STR_ARG(render->tag))))
		return true;
	struct names names = names_new(call->arena, render->tag);
	const struct carried *file;
	for (size_t i = 0; (file = carried_at(i)); i++)
		if (str_starts(file->path, STR("locales/")))
			offer(&names, str_slice(file->path, STR("locales/").len,
						file->path.len - 5));
	call_fault(call, "there is no locale '%.*s'", STR_ARG(render->tag));
	help(call, &names);
	return false;
}

static bool read_page(struct render *render)
{
	struct call *call = render->call;
	struct str name = str_from_c(call_value(call, OPTION_PAGE, PAGE));
	struct names names = names_new(call->arena, name);
	const struct profile *profile;

	render->profile = profile_find(name);
	if (render->profile)
		return true;
	for (size_t i = 0; (profile = profile_at(i)); i++)
		offer(&names, profile->name);
	call_fault(call, "there is no page profile '%.*s'", STR_ARG(name));
	help(call, &names);
	return false;
}

/* As creditor.fonts wants it. */
static bool read_faces(const struct call *call)
{
	if (call_has(call, OPTION_REGULAR) ||
	    !(call_has(call, OPTION_BOLD) || call_has(call, OPTION_ITALIC)))
		return true;
	call_fault(call, "--bold and --italic need --regular");
	return false;
}

static bool read_words(struct render *render)
{
	render->form = form_of(render->call);
	if (!read_locale(render) || !read_page(render) || !read_faces(render->call))
		return false;
	if (render->form != FORM_PDF)
		return true;
	if (isatty(STDOUT_FILENO)) {
		call_fault(render->call, "a PDF is not for a terminal");
		call_help(render->call, "send it to a file: > letter.pdf");
		return false;
	}
	return call_day(render->call, &render->day);
}

/* ---- the files ---- */

/* NULL after an error notice. */
static const struct source *read_file(struct render *render, const char *path)
{
	struct str shown = str_from_c(path);
	const struct source *source = NULL;

	enum source_fault fault =
		source_read(render->sources, AT_FDCWD, shown, shown, &source);
	if (fault == SOURCE_OK)
		return source;
	if (fault == SOURCE_REFUSED)
		NOTICE(&render->notices, READING_REFUSED, ((struct span){0, 0}),
		       STR_ARG(shown), strerror(errno));
	else
		NOTICE(&render->notices, FILE_UNREADABLE, ((struct span){0, 0}),
		       STR_ARG(shown),
		       errno ? strerror(errno) : "it is not a file of a letter's size");
	return NULL;
}

static bool read_view(struct render *render)
{
	const char *path = call_value(render->call, OPTION_VIEW, NULL);

	render->view = value_record(render->arena);
	if (!path)
		return true;
	const struct source *source = read_file(render, path);
	render->view =
		source ? sample_read(render->arena, source, &render->notices) : NULL;
	return render->view;
}

static bool read_files(struct render *render)
{
	struct call *call = render->call;
	bool lenient = call_has(call, OPTION_LENIENT);
	const struct source *source = read_file(render, call->operands.items[0]);
	bool viewed = read_view(render);
	struct locale *locale = locale_carried(render->arena, render->sources,
					       render->tag, &render->notices);

	if (!source || !locale)
		return false;
	render->trial = trial_open(render->arena, render->sources, source, locale,
				   lenient, &render->notices);
	if (!render->trial || !viewed)
		return false;
	if (!lenient)
		trial_add_words(render->trial, render->view);
	return true;
}

/* ---- the forms ---- */

static struct str text_form(struct render *render)
{
	bool lenient = call_has(render->call, OPTION_LENIENT);
	enum escape plain = lenient ? ESCAPE_HTML : ESCAPE_NONE;

	return trial_text(render->trial, render->view,
			  render->form == FORM_MARKDOWN ? ESCAPE_MARKDOWN : plain)
		.text;
}

static struct str pdf_form(struct render *render, struct press *press,
			   const struct layout *layout)
{
	struct meta meta = trial_meta(render->trial, render->view);
	struct civil civil = civil_from_date(render->day);

	meta.date = (struct civil_day){civil.year, civil.month, civil.day};
	return press_pdf(render->arena, press, layout, &meta, &render->notices);
}

static struct str path_of(const struct call *call, enum option_id id)
{
	return str_from_c(call_value(call, id, ""));
}

static struct fonts read_fonts(struct render *render)
{
	const struct call *call = render->call;
	const struct fonts_named named = {
		.regular = path_of(call, OPTION_REGULAR),
		.bold = path_of(call, OPTION_BOLD),
		.italic = path_of(call, OPTION_ITALIC),
	};

	return fonts_read(render->arena, render->sources, AT_FDCWD, &named,
			  &render->notices);
}

static enum ending page_form(struct render *render, struct str *out)
{
	struct str fault;
	struct fonts fonts = read_fonts(render);
	struct press *press = press_new(render->arena, fonts.own, &fault);

	if (!press)
		return call_obstacle(render->call, fault);
	const struct profile *own = render->trial->profile;
	bool said = call_has(render->call, OPTION_PAGE) || !own;
	const struct layout *layout =
		trial_page(render->trial, render->view, said ? render->profile : own,
			   press_metrics(press));
	if (layout)
		*out = render->form == FORM_PDF ? pdf_form(render, press, layout)
						: proof_text(render->arena, layout);
	press_free(press);
	return ENDING_DONE;
}

static enum ending fault_of(const struct render *render)
{
	return notices_have(&render->notices, NOTICE_READING_REFUSED) ? ENDING_ENVIRONMENT
								      : ENDING_FINDINGS;
}

static enum ending make(struct render *render)
{
	enum ending ending = ENDING_DONE;
	struct str out = STR("");

	if (!read_files(render))
		return fault_of(render);
	if (render->form == FORM_TEXT || render->form == FORM_MARKDOWN)
		out = text_form(render);
	else
		ending = page_form(render, &out);
	if (ending != ENDING_DONE || render->notices.errors)
		return ending == ENDING_DONE ? fault_of(render) : ending;
	call_write(render->call, out);
	return ENDING_DONE;
}

static void show_findings(const struct render *render)
{
	const struct notices *notices = &render->notices;
	size_t count;

	notices_sorted(notices, &count);
	if (!count)
		return;
	notices_print(notices, stderr, render->call->color_err);
	if (notices->errors)
		fprintf(stderr, "%zu finding%s; nothing written\n", count,
			count == 1 ? "" : "s");
}

static enum ending run(struct call *call)
{
	struct render render = {.call = call};

	if (!read_words(&render))
		return ENDING_USAGE;
	render.arena = arena_new(0);
	render.sources = sources_new();
	render.notices = notices_new(render.arena, render.sources);
	enum ending ending = make(&render);
	show_findings(&render);
	sources_free(render.sources);
	arena_free(render.arena);
	return ending;
}

static const struct reach reaches[] = {
	{.kind = REACH_BESIDE},
	{.kind = REACH_READS, .option = OPTION_VIEW},
	{.kind = REACH_READS, .option = OPTION_REGULAR},
	{.kind = REACH_READS, .option = OPTION_BOLD},
	{.kind = REACH_READS, .option = OPTION_ITALIC},
	{.kind = REACH_END},
};

const struct command command_render = {
	.name = "render",
	.operands = "TEMPLATE",
	.summary = "one template on given values, without a ledger",
	.description =
		"Prints the template's body as text (nothing escaped) or Markdown (values\n"
		"escaped), or sets subject and body on a page: as monospaced text (proof) or as\n"
		"PDF. VALUES is YAML: mappings, lists and texts; 'collectgen help view' lists a\n"
		"letter's names. The entry \".\" of a mapping is what its own name prints.\n"
		"Partials are files beside the template (NAME.md, NAME.mustache, NAME,\n"
		"partials/NAME.md), then the built-in ones.",
	.least = 1,
	.most = 1,
	.options = options,
	.reaches = reaches,
	.run = run,
};
