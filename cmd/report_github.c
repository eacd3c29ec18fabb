/* report_github of report.h.
 *
 * A runner takes a line that begins with '::' as a command, ends its properties at the
 * next
 * '::', divides them at ',' and reads back %25, %0D, %0A, and in properties %3A and %2C.
 * Each line here begins with a command of ours, so that no other can begin in it. */
#include "report.h"

static void put_data(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == '%' || c == '\r' || c == '\n')
			buf_format(out, "%%%02X", (unsigned)c);
		else
			buf_byte(out, c);
	}
}

static void put_property(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == ':' || c == ',')
			buf_format(out, "%%%02X", (unsigned)c);
		else
			put_data(out, str_slice(text, i, i + 1));
	}
}

static void put_place(struct buf *out, const struct spot *spot)
{
	if (!spot->path.len)
		return;
	buf_put(out, STR("file="));
	put_property(out, spot->shown);
	if (spot->line)
		buf_format(out, ",line=%u,col=%u,endColumn=%u", spot->line, spot->column,
			   spot->end_column);
	buf_byte(out, ',');
}

/* The message has help and notes as lines of its own. */
static struct str message(struct arena *arena, const struct finding *finding)
{
	struct buf out = buf_new(arena, 0);

	buf_put(&out, finding->text);
	if (finding->help.len)
		buf_format(&out, "\nhelp: %.*s", STR_ARG(finding->help));
	for (size_t i = 0; i < finding->nremarks; i++) {
		buf_byte(&out, '\n');
		report_put_spot(&out, &finding->remarks[i].spot);
		buf_format(&out, "note: %.*s", STR_ARG(finding->remarks[i].text));
	}
	return buf_str(&out);
}

struct str report_github(const struct report *report)
{
	struct buf out = buf_new(report->arena, 0);

	for (size_t i = 0; i < report->count; i++) {
		const struct finding *finding = &report->findings[i];
		buf_format(&out, "::%.*s ", STR_ARG(report_severity(finding->severity)));
		put_place(&out, &finding->spot);
		buf_put(&out, STR("title="));
		put_property(&out, str_from_c(notice_code_name(finding->code)));
		buf_put(&out, STR("::"));
		put_data(&out, message(report->arena, finding));
		buf_byte(&out, '\n');
	}
	return buf_str(&out);
}
