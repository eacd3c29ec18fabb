#include "report.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/utf8.h"
#include "diag/hidden.h"

/* What gathering works with. */
struct clerk {
	struct arena *arena;
	struct sources *sources;
	struct str folder;
	struct map equals; /* how many findings there were of a kind */
};

/* "./books//2026/" → "books/2026". What follows ".." may be a link's, so that stays. */
static struct str tidy(struct arena *arena, struct str path)
{
	struct buf out = buf_new(arena, 0);

	if (str_starts(path, STR("/")))
		buf_byte(&out, '/');
	for (size_t from = 0, end; from < path.len; from = end + 1) {
		end = str_index(path, '/', from);
		struct str step = str_slice(path, from, end);
		if (step.len == 0 || str_equal(step, STR(".")))
			continue;
		if (out.len && out.at[out.len - 1] != '/')
			buf_byte(&out, '/');
		buf_put(&out, step);
	}
	return out.len ? buf_str(&out) : STR(".");
}

/* The folder as it is seen from where the command runs, if it is below. */
static struct str nearer(struct arena *arena, struct str folder)
{
	char bytes[PATH_MAX];

	if (!str_starts(folder, STR("/")) || !getcwd(bytes, sizeof bytes))
		return folder;
	struct str here = str_format(arena, "%s/", bytes);
	if (str_starts(folder, here))
		return str_slice(folder, here.len, folder.len);
	return str_equal(folder, str_from_c(bytes)) ? STR(".") : folder;
}

static struct str joined(const struct clerk *clerk, struct str path)
{
	if (str_equal(clerk->folder, STR(".")))
		return path;
	return str_format(clerk->arena, "%.*s%s%.*s", STR_ARG(clerk->folder),
			  str_ends(clerk->folder, STR("/")) ? "" : "/", STR_ARG(path));
}

static struct str shown(struct arena *arena, struct str text)
{
	struct buf out = buf_new(arena, 0);

	hidden_show(&out, text, false);
	return buf_str(&out);
}

/* Columns count code points; the end is clamped to the line. */
static void locate(struct spot *spot, const struct place *place, uint32_t length)
{
	size_t end = place->offset + (length ? length : place->length);

	spot->line = place->line;
	spot->column = place->column;
	spot->end_column =
		place->column +
		(uint32_t)utf8_count(str_slice(place->text, place->offset, end));
	spot->text = place->text;
}

/* The spot, and the text behind the place that cannot be one for others. */
static struct spot spot_of(const struct clerk *clerk, struct span span, uint32_t length,
			   struct str *text)
{
	const struct source *source = source_at(clerk->sources, span.file);
	struct spot spot = {0};

	*text = shown(clerk->arena, *text);
	if (!source)
		return spot;
	struct place place = source_place(clerk->sources, span);
	if (source->on_disk) {
		spot.path = joined(clerk, source->path);
		spot.shown = shown(clerk->arena, spot.path);
		if (place.line)
			locate(&spot, &place, length);
	} else {
		*text = str_format(clerk->arena, "%.*s:%u:%u: %.*s",
				   STR_ARG(shown(clerk->arena, source->path)), place.line,
				   place.column, STR_ARG(*text));
	}
	return spot;
}

static void remark(const struct clerk *clerk, struct finding *finding,
		   const struct notice *notice)
{
	for (const struct note *note = notice->notes; note; note = note->next)
		finding->nremarks++;
	finding->remarks = ARENA_ARRAY(clerk->arena, struct remark, finding->nremarks);
	struct remark *to = finding->remarks;
	for (const struct note *note = notice->notes; note; note = note->next, to++) {
		to->text = note->text;
		to->spot = spot_of(clerk, note->span, 0, &to->text);
	}
}

static void add_part(struct buf *key, struct str part)
{
	buf_put(key, part);
	buf_byte(key, '\0');
}

/* Of the code, the file, the text, the line itself and the how-manieth of these it is: no
 * line number, so what is put in above changes nothing. */
static struct str fingerprint(struct clerk *clerk, const struct finding *finding)
{
	struct buf key = buf_new(clerk->arena, 0), digits = buf_new(clerk->arena, 0);

	add_part(&key, str_from_c(notice_code_name(finding->code)));
	add_part(&key, finding->spot.path);
	add_part(&key, finding->text);
	add_part(&key, str_trim(finding->spot.text));
	void **slot = map_at(&clerk->equals, str_copy(clerk->arena, buf_str(&key)));
	size_t *equals = *slot ? *slot : ARENA_NEW(clerk->arena, size_t);
	*slot = equals;
	*equals += 1;
	buf_int(&key, (int64_t)*equals);
	digest_put(&digits, digest_from_str(buf_str(&key)));
	return buf_str(&digits);
}

static struct finding finding_of(struct clerk *clerk, const struct notice *notice)
{
	struct finding finding = {
		.code = notice->code,
		.severity = notice_severity(notice->code),
		.text = notice->text,
		.help = shown(clerk->arena, notice->help),
	};

	finding.spot = spot_of(clerk, notice->span, notice->length, &finding.text);
	finding.fingerprint = fingerprint(clerk, &finding);
	remark(clerk, &finding, notice);
	return finding;
}

struct report report_new(struct arena *arena, struct str folder, date as_of,
			 const struct notices *notices)
{
	struct report report = {.arena = arena, .as_of = as_of};
	struct clerk clerk = {
		.arena = arena,
		.sources = notices->sources,
		.folder = nearer(arena, tidy(arena, folder)),
		.equals = map_new(arena),
	};
	const struct notice **sorted = notices_sorted(notices, &report.count);

	report.folder = shown(arena, clerk.folder);
	report.findings = ARENA_ARRAY(arena, struct finding, report.count);
	for (size_t i = 0; i < report.count; i++) {
		report.findings[i] = finding_of(&clerk, sorted[i]);
		if (report.findings[i].severity == SEVERITY_ERROR)
			report.errors++;
		else
			report.warnings++;
	}
	return report;
}

report_form *report_form_named(const char *name)
{
	static const struct {
		const char *name;
		report_form *form;
	} forms[] = {
		{"json", report_json},	   {"github", report_github},
		{"gitlab", report_gitlab}, {"sarif", report_sarif},
		{"junit", report_junit},
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (strcmp(forms[i].name, name) == 0)
			return forms[i].form;
	return NULL;
}

struct str report_severity(enum severity severity)
{
	return severity == SEVERITY_ERROR ? STR("error") : STR("warning");
}

struct str report_sentence(struct arena *arena, const struct finding *finding)
{
	if (!finding->help.len)
		return finding->text;
	return str_format(arena, "%.*s (help: %.*s)", STR_ARG(finding->text),
			  STR_ARG(finding->help));
}

void report_put_spot(struct buf *out, const struct spot *spot)
{
	if (!spot->path.len)
		return;
	buf_put(out, spot->shown);
	if (spot->line)
		buf_format(out, ":%u:%u", spot->line, spot->column);
	buf_put(out, STR(": "));
}
