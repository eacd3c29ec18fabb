#include "letter/trial.h"

#include <errno.h>

#include "base/arena.h"
#include "base/version.h"
#include "diag/yaml.h"
#include "letter/figures.h"
#include "letter/shelf.h"
#include "letter/stationery.h"
#include "text/markdown.h"

/* ---- partials ---- */

struct finder {
	struct shelf shelf; /* its folder is empty: carried files only */
	struct str folder;  /* the template's, with its '/'; empty: here */
	struct str tag;
	bool lenient;
	struct included *included;
};

/* A file beside the template; *stop when there is one that cannot be used. */
static const struct source *beside(const struct finder *finder, struct str path,
				   bool *stop)
{
	const struct shelf *shelf = &finder->shelf;
	const struct source *source = NULL;
	int root = source_root(shelf->sources, finder->folder);
	struct str name = str_slice(path, finder->folder.len, path.len);
	enum source_fault fault =
		root < 0 ? source_fault_from_errno(errno)
			 : source_read(shelf->sources, root, name, path, &source);

	if (fault == SOURCE_MISSING || fault == SOURCE_NOT_FILE)
		return NULL;
	*stop = true;
	if (fault != SOURCE_OK)
		shelf_blame(shelf->notices, path, fault);
	return source && text_is_clean(source, false, shelf->notices) ? source : NULL;
}

static const struct source *find_file(const struct finder *finder, struct str name)
{
	static const struct {
		const char *before, *after;
	} forms[] = {{"", ".md"}, {"", ".mustache"}, {"", ""}, {"partials/", ".md"}};
	struct arena *arena = finder->shelf.arena;
	const struct source *source = NULL;
	bool stop = false;

	if (!shelf_name_is_good(name))
		return NULL;
	for (size_t i = 0; i < sizeof forms / sizeof *forms && !source && !stop; i++) {
		struct str path =
			str_format(arena, "%.*s%s%.*s%s", STR_ARG(finder->folder),
				   forms[i].before, STR_ARG(name), forms[i].after);
		source = beside(finder, path, &stop);
	}
	if (source || stop || finder->lenient)
		return source;
	return shelf_find(&finder->shelf, finder->tag,
			  str_format(arena, "partials/%.*s", STR_ARG(name)));
}

static const struct source *find_partial(const struct partials *partials, struct str name)
{
	const struct finder *finder = partials->data;
	const struct source *source = find_file(finder, name);

	if (source)
		keep_include(finder->included, name, source);
	return source;
}

static struct str nearest_partial(const struct partials *partials, struct str name)
{
	const struct finder *finder = partials->data;
	return shelf_nearest_partial(&finder->shelf, finder->tag, name);
}

/* "letters/reminder.md" → "letters/" */
static struct str folder_of(struct str path)
{
	while (path.len && path.at[path.len - 1] != '/')
		path.len--;
	return path;
}

/* ---- the template ---- */

/* Front matter is read where there is any; a file without is body alone. */
static bool read_front(struct trial *trial, const struct source *source)
{
	struct str rest = source->bytes, line;

	trial->front.title = source->path;
	if (!str_line(&rest, &line) || !str_equal(str_trim(line), STR("---")))
		return true;
	return front_read(trial->arena, source, &trial->front, trial->notices);
}

struct trial *trial_open(struct arena *arena, struct sources *sources,
			 const struct source *source, const struct locale *locale,
			 bool lenient, struct notices *notices)
{
	struct included included = {.arena = arena};
	struct finder finder = {
		{arena, sources, STR(""), notices},
		folder_of(source->path),
		locale->tag,
		lenient,
		&included,
	};
	struct partials partials = {find_partial, nearest_partial, &finder};
	size_t errors = notices->errors;
	struct trial *trial = ARENA_NEW(arena, struct trial);

	*trial = (struct trial){
		.arena = arena, .notices = notices, .locale = locale, .lenient = lenient};
	if (!text_is_clean(source, false, notices) || !read_front(trial, source))
		return NULL;
	trial->subject = front_subject(arena, sources, source, &trial->front, notices);
	trial->body =
		mustache_parse(arena, source, trial->front.body, &partials, notices);
	trial->profile = stationery_page(arena, trial->front.layout,
					 trial->front.layout_span, notices);
	trial->keep = keep_read(arena, trial->front.keep, &included, notices);
	return notices->errors == errors ? trial : NULL;
}

/* ---- what it gives ---- */

void trial_add_words(const struct trial *trial, struct value *view)
{
	struct str words = STR("words");

	if (view->kind == VALUE_RECORD && !value_field(view, words))
		value_set(trial->arena, view, words, trial->locale->words);
}

struct rendered trial_text(const struct trial *trial, const struct value *view,
			   enum escape escape)
{
	struct mustache_options options = {escape, trial->lenient};
	return mustache_render(trial->arena, trial->body, view, options, trial->notices);
}

static struct str subject(const struct trial *trial, const struct value *view)
{
	struct mustache_options options = {ESCAPE_NONE, trial->lenient};

	if (!trial->subject)
		return STR("");
	return mustache_render(trial->arena, trial->subject, view, options,
			       trial->notices)
		.text;
}

/* Amounts are those of the view's `currency`; none is named: no sub-totals. */
static struct figures *figures(const struct trial *trial, const struct value *view)
{
	const struct value *code = value_field(view, STR("currency"));
	const struct currency *currency = code ? currency_find(code->text) : NULL;

	if (!currency)
		return NULL;
	struct figures *figures = ARENA_NEW(trial->arena, struct figures);
	*figures = figures_of(trial->locale, currency);
	return figures;
}

struct layout *trial_page(const struct trial *trial, const struct value *view,
			  const struct profile *profile, const struct metrics *metrics)
{
	size_t errors = trial->notices->errors;
	struct rendered *body = ARENA_NEW(trial->arena, struct rendered);
	struct sheet *sheet = ARENA_NEW(trial->arena, struct sheet);

	*body = trial_text(trial, view, ESCAPE_MARKDOWN);
	struct part *parts = markdown_parse(trial->arena, body, trial->notices);
	keep_mark(&trial->keep, parts, body);
	*sheet = (struct sheet){
		.profile = profile,
		.subject = subject(trial, view),
		.subject_name = trial->front.title,
		.body = parts,
		.page_of = trial->locale->captions[CAPTION_PAGE_N_OF_M],
		.carried = trial->locale->captions[CAPTION_PAGE_CARRIED],
		.brought = trial->locale->captions[CAPTION_PAGE_BROUGHT],
		.figures = figures(trial, view),
		.continued = trial->front.title,
		.rendered = body,
	};
	if (trial->notices->errors > errors)
		return NULL;
	return sheet_set(trial->arena, sheet, metrics, trial->notices);
}

struct meta trial_meta(const struct trial *trial, const struct value *view)
{
	return (struct meta){
		.title = trial->front.title,
		.subject = subject(trial, view),
		.language = trial->locale->tag,
		.producer = STR("collectgen " VERSION),
	};
}
