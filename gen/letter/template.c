#include "letter/template.h"

#include "letter/front.h"
#include "letter/lint_rules.h"
#include "letter/names.h"
#include "letter/shelf.h"
#include "letter/stationery.h"

struct finder {
	struct shelf shelf;
	struct str tag;
	struct buf *digests; /* of every partial that was found */
	struct included *included;
};

static const struct source *find_partial(const struct partials *partials, struct str name)
{
	const struct finder *finder = partials->data;
	if (!shelf_name_is_good(name))
		return NULL;
	struct str path = str_format(finder->shelf.arena, "partials/%.*s", STR_ARG(name));
	const struct source *source = shelf_find(&finder->shelf, finder->tag, path);
	if (!source)
		return NULL;
	digest_put(finder->digests, digest_from_str(source->bytes));
	keep_include(finder->included, name, source);
	return source;
}

static struct str nearest_partial(const struct partials *partials, struct str name)
{
	const struct finder *finder = partials->data;
	return shelf_nearest_partial(&finder->shelf, finder->tag, name);
}

/* The language a text is written in: a carried letter says so in its path. */
static struct str language_of(struct str path, struct str tag)
{
	struct str carried = STR("letters/");
	if (str_starts(path, carried))
		tag = str_slice(path, carried.len, str_index(path, '/', carried.len));
	return str_slice(tag, 0, str_index(tag, '-', 0));
}

static void prepare_lint(struct templates *templates, struct str tag,
			 const struct source *source, const struct front *front,
			 struct template *template)
{
	template->title_span = (struct span){source->file, (uint32_t)front->title_at};
	template->body_span = (struct span){source->file, (uint32_t)front->body};
	template->excused = front->excused;
	if (templates->lint)
		template->tongue = lint_rules_tongue(templates->lint,
						     language_of(source->path, tag));
}

static struct template *read_template(struct templates *templates, struct str tag,
				      const struct source *source,
				      struct notices *notices)
{
	struct arena *arena = templates->arena;
	struct front front;
	if (!front_read(arena, source, &front, notices))
		return NULL;
	struct buf digests = buf_new(arena, 0);
	digest_put(&digests, digest_from_str(source->bytes));
	struct included included = {.arena = arena};
	struct finder finder = {
		{arena, templates->sources, templates->folder, notices},
		tag,
		&digests,
		&included,
	};
	struct partials partials = {find_partial, nearest_partial, &finder};
	struct template *template = ARENA_NEW(arena, struct template);
	template->path = source->path;
	template->title = front.title;
	prepare_lint(templates, tag, source, &front, template);
	template->subject =
		front_subject(arena, templates->sources, source, &front, notices);
	template->body = mustache_parse(arena, source, front.body, &partials, notices);
	template->digest = digest_from_str(buf_str(&digests));
	template->profile =
		stationery_page(arena, front.layout, front.layout_span, notices);
	template->keep = keep_read(arena, front.keep, &included, notices);
	if (!template->body || (front.subject.len && !template->subject))
		return NULL;
	mustache_check(arena, template->body, templates->specimen, notices);
	if (template->subject)
		mustache_check(arena, template->subject, templates->specimen, notices);
	return template;
}

struct str template_tag(const struct ledger *ledger, const struct customer *customer,
			struct span *span)
{
	const struct name *name = &customer->locale;
	if (!name->text.len)
		name = &ledger->defaults.locale;
	*span = name->span;
	return name->text.len ? name->text : STR("en-GB");
}

static struct str key_of(struct arena *arena, struct str tag, struct str letter)
{
	struct buf buf = buf_new(arena, 0);
	buf_put(&buf, tag);
	buf_byte(&buf, '/');
	buf_put(&buf, letter);
	return buf_str(&buf);
}

const struct template *template_find(struct arena *scratch,
				     const struct templates *templates, struct str tag,
				     struct str letter)
{
	const struct template *found =
		map_find(&templates->files, key_of(scratch, tag, letter));
	return found == &templates->unusable ? NULL : found;
}

const struct template *template_prepare(struct templates *templates, struct str tag,
					struct str letter, struct span span,
					struct notices *notices)
{
	void **place = map_at(&templates->files, key_of(templates->arena, tag, letter));
	if (*place)
		return *place == &templates->unusable ? NULL : *place;
	size_t errors = notices->errors;
	struct shelf shelf = {templates->arena, templates->sources, templates->folder,
			      notices};
	const struct source *source =
		shelf_name_is_good(letter) ? shelf_find(&shelf, tag, letter) : NULL;
	struct template *template =
		source ? read_template(templates, tag, source, notices) : NULL;
	if (!source && notices->errors == errors) {
		struct notice *notice =
			NOTICE(notices, TEMPLATE_UNKNOWN, span, STR_ARG(letter));
		notice_help(notices, notice, "write it as templates/%.*s.md",
			    STR_ARG(letter));
	}
	bool usable = template && notices->errors == errors;
	*place = usable ? template : &templates->unusable;
	return usable ? template : NULL;
}

const struct locale *template_locale(const struct templates *templates, struct str tag)
{
	return map_find(&templates->locales, tag);
}

/* A locale that is not carried is replaced by its language's, or by British English: that
 * is said once for each tag. */
static void say_other(const struct locale *locale, struct str tag, struct span span,
		      struct notices *notices)
{
	if (str_starts(tag, str_slice(locale->tag, 0, 2)) && tag.len >= 2)
		return;
	struct notice *notice = NOTICE(notices, LOCALE_UNKNOWN, span, STR_ARG(tag));
	notice_help(notices, notice, "letters are written in %.*s", STR_ARG(locale->tag));
}

const struct locale *template_prepare_locale(struct templates *templates, struct str tag,
					     struct span span, struct notices *notices)
{
	void **place = map_at(&templates->locales, tag);
	if (*place)
		return *place;
	struct shelf shelf = {templates->arena, templates->sources, templates->folder,
			      notices};
	const struct source *own = shelf_find_locale(&shelf, tag);
	struct locale *locale =
		own ? locale_read(templates->arena, own, notices)
		    : locale_carried(templates->arena, templates->sources, tag, notices);
	*place = locale;
	if (!locale)
		return NULL;
	if (!own)
		say_other(locale, tag, span, notices);
	if (!templates->specimen)
		templates->specimen = name_specimen(templates->arena, locale->words);
	return locale;
}
