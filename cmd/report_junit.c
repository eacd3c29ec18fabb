/* report_junit of report.h. What fails the run is a failure; a warning that does not is a
 * test that passes and says something. A clean ledger is one test that passes: some
 * readers take a suite without tests for a broken one. */
#include "base/utf8.h"
#include "print.h"
#include "report.h"

/* XML 1.0 has no way to write most control characters, nor U+FFFE and U+FFFF. */
static bool allowed(uint32_t point)
{
	if (point < 0x20)
		return point == '\t' || point == '\n' || point == '\r';
	return point != UTF8_BAD && point != 0xFFFE && point != 0xFFFF;
}

static bool special(uint32_t point)
{
	return point == '<' || point == '>' || point == '&' || point == '"';
}

/* Line ends and tabs would be blanks in an attribute, so they have numbers in
 * `attribute`. */
static void put_escaped(struct buf *out, struct str text, bool attribute)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t point = utf8_next(text, &at);
		if (!allowed(point))
			buf_put(out, STR("\xEF\xBF\xBD"));
		else if (special(point) || point == '\r' || (attribute && point < 0x20))
			buf_format(out, "&#%u;", (unsigned)point);
		else
			utf8_put(out, point);
	}
}

static void put_attribute(struct buf *out, const char *name, struct str value)
{
	buf_format(out, " %s=\"", name);
	put_escaped(out, value, true);
	buf_byte(out, '"');
}

/* The finding as people see it, without the excerpt. */
static struct str account_of(struct arena *arena, const struct finding *finding)
{
	struct buf out = buf_new(arena, 0);

	report_put_spot(&out, &finding->spot);
	buf_format(&out, "%.*s: %.*s [%s]\n", STR_ARG(report_severity(finding->severity)),
		   STR_ARG(finding->text), notice_code_name(finding->code));
	if (finding->help.len)
		buf_format(&out, "help: %.*s\n", STR_ARG(finding->help));
	for (size_t i = 0; i < finding->nremarks; i++) {
		report_put_spot(&out, &finding->remarks[i].spot);
		buf_format(&out, "note: %.*s\n", STR_ARG(finding->remarks[i].text));
	}
	return buf_str(&out);
}

/* Names differ even when texts are the same: they begin with line and column. */
static struct str name_of(struct arena *arena, const struct finding *finding)
{
	struct buf out = buf_new(arena, 0);

	if (finding->spot.line)
		buf_format(&out, "%u:%u: ", finding->spot.line, finding->spot.column);
	buf_format(&out, "%.*s [%s]", STR_ARG(finding->text),
		   notice_code_name(finding->code));
	return buf_str(&out);
}

static bool fails(const struct report *report, const struct finding *finding)
{
	return finding->severity == SEVERITY_ERROR || report->strict;
}

static void put_case(struct buf *out, const struct report *report,
		     const struct finding *finding)
{
	struct arena *arena = report->arena;
	const struct spot *spot = &finding->spot;
	bool failure = fails(report, finding);

	buf_put(out, STR("    <testcase"));
	put_attribute(out, "classname", spot->path.len ? spot->shown : report->folder);
	put_attribute(out, "name", name_of(arena, finding));
	if (spot->path.len)
		put_attribute(out, "file", spot->shown);
	if (spot->line)
		buf_format(out, " line=\"%u\"", spot->line);
	buf_put(out, failure ? STR(" time=\"0\">\n      <failure")
			     : STR(" time=\"0\">\n      <system-out"));
	if (failure) {
		put_attribute(out, "type", str_from_c(notice_code_name(finding->code)));
		put_attribute(out, "message", report_sentence(arena, finding));
	}
	buf_byte(out, '>');
	put_escaped(out, account_of(arena, finding), false);
	buf_put(out, failure ? STR("</failure>") : STR("</system-out>"));
	buf_put(out, STR("\n    </testcase>\n"));
}

static void put_counts(struct buf *out, const struct report *report)
{
	size_t failures = report->errors + (report->strict ? report->warnings : 0);

	buf_format(out, " name=\"collectgen check\" tests=\"%zu\" failures=\"%zu\"",
		   report->count ? report->count : 1, failures);
	buf_put(out, STR(" errors=\"0\" time=\"0\">\n"));
}

struct str report_junit(const struct report *report)
{
	struct buf out = buf_new(report->arena, 0);

	buf_put(&out, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"));
	put_counts(&out, report);
	buf_put(&out, STR("  <testsuite"));
	put_counts(&out, report);
	buf_put(&out, STR("    <properties>\n      <property name=\"as_of\""));
	put_attribute(&out, "value", print_day(report->arena, report->as_of));
	buf_put(&out, STR("/>\n    </properties>\n"));
	for (size_t i = 0; i < report->count; i++)
		put_case(&out, report, &report->findings[i]);
	if (!report->count) {
		buf_put(&out, STR("    <testcase"));
		put_attribute(&out, "classname", report->folder);
		buf_put(&out, STR(" name=\"nothing found\" time=\"0\"/>\n"));
	}
	buf_put(&out, STR("  </testsuite>\n</testsuites>\n"));
	return buf_str(&out);
}
