/* report_sarif of report.h: the Static Analysis Results Interchange Format, version 2.1.0
 * (OASIS); the sections named below are its. */
#include <string.h>

#include "base/arena.h"
#include "base/version.h"
#include "print.h"
#include "report.h"

#define SCHEMA \
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/" \
	"sarif-schema-2.1.0.json"

#define ABSENT SIZE_MAX

static const char *const patterns[] = {
#define PATTERN(NAME, code, severity, text, paragraph) text,
	NOTICE_CATALOGUE(PATTERN)
#undef PATTERN
};

struct sheet {
	const struct report *report;
	struct json json;
	size_t rule_of[NOTICE_CODE__COUNT]; /* its index, or ABSENT */
};

/* The catalogue's text with an ellipsis for each of its arguments. */
static struct str title(struct arena *arena, const char *pattern)
{
	struct buf out = buf_new(arena, 0);

	for (; *pattern; pattern++) {
		if (*pattern != '%') {
			buf_byte(&out, *pattern);
		} else if (pattern[1] == '%') {
			buf_byte(&out, *++pattern);
		} else {
			pattern += 1 + strspn(pattern + 1, "0123456789.*-+ lzhj");
			buf_put(&out, STR("…"));
		}
	}
	return buf_str(&out);
}

static void put_text(struct json *json, const char *key, struct str text)
{
	json_key(json, key);
	json_open(json, '{');
	print_put_str(json, "text", text);
	json_close(json, '}');
}

/* Braces, which would enclose a placeholder, stand twice (3.11.5); no text of a ledger
 * may make a link, which is "[words](where)" (3.11.6). */
static void put_message(struct sheet *sheet, struct str text)
{
	struct buf out = buf_new(sheet->report->arena, 0);

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		buf_byte(&out, c);
		if (c == '{' || c == '}')
			buf_byte(&out, c);
		else if (c == ']' && i + 1 < text.len && text.at[i + 1] == '(')
			buf_byte(&out, ' ');
	}
	put_text(&sheet->json, "message", buf_str(&out));
}

/* A relative reference of RFC 3986, or the URI of an absolute path. */
static struct str uri(struct arena *arena, struct str path)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				    "0123456789-._~/";
	struct buf out = buf_new(arena, 0);

	if (str_starts(path, STR("/")))
		buf_put(&out, STR("file://"));
	for (size_t i = 0; i < path.len; i++) {
		if (path.at[i] && strchr(plain, path.at[i]))
			buf_byte(&out, path.at[i]);
		else
			buf_format(&out, "%%%02X", (unsigned)(unsigned char)path.at[i]);
	}
	return buf_str(&out);
}

static void put_region(struct json *json, const struct spot *spot)
{
	json_key(json, "region");
	json_open(json, '{');
	print_put_number(json, "startLine", spot->line);
	print_put_number(json, "startColumn", spot->column);
	print_put_number(json, "endColumn", spot->end_column);
	json_close(json, '}');
}

static void put_physical(struct sheet *sheet, const struct spot *spot)
{
	struct json *json = &sheet->json;

	if (!spot->path.len)
		return;
	json_key(json, "physicalLocation");
	json_open(json, '{');
	json_key(json, "artifactLocation");
	json_open(json, '{');
	print_put_str(json, "uri", uri(sheet->report->arena, spot->path));
	json_close(json, '}');
	if (spot->line)
		put_region(json, spot);
	json_close(json, '}');
}

static void put_related(struct sheet *sheet, const struct finding *finding)
{
	struct json *json = &sheet->json;

	if (!finding->nremarks)
		return;
	json_key(json, "relatedLocations");
	json_open(json, '[');
	for (size_t i = 0; i < finding->nremarks; i++) {
		json_open(json, '{');
		print_put_number(json, "id", (int64_t)i + 1);
		put_physical(sheet, &finding->remarks[i].spot);
		put_message(sheet, finding->remarks[i].text);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_result(struct sheet *sheet, const struct finding *finding)
{
	struct json *json = &sheet->json;

	json_open(json, '{');
	print_put_str(json, "ruleId", str_from_c(notice_code_name(finding->code)));
	print_put_number(json, "ruleIndex", (int64_t)sheet->rule_of[finding->code]);
	print_put_str(json, "level", report_severity(finding->severity));
	put_message(sheet, report_sentence(sheet->report->arena, finding));
	json_key(json, "locations");
	json_open(json, '[');
	if (finding->spot.path.len) {
		json_open(json, '{');
		put_physical(sheet, &finding->spot);
		json_close(json, '}');
	}
	json_close(json, ']');
	put_related(sheet, finding);
	json_key(json, "partialFingerprints");
	json_open(json, '{');
	print_put_str(json, "finding/v1", finding->fingerprint);
	json_close(json, '}');
	json_close(json, '}');
}

static void put_rule(struct sheet *sheet, enum notice_code code)
{
	struct arena *arena = sheet->report->arena;
	struct json *json = &sheet->json;
	struct str paragraph = str_from_c(notice_paragraph(code));

	json_open(json, '{');
	print_put_str(json, "id", str_from_c(notice_code_name(code)));
	put_text(json, "shortDescription", title(arena, patterns[code]));
	put_text(json, "fullDescription", paragraph);
	put_text(json, "help",
		 str_format(arena, "%.*s\n\nRead it again with: collectgen help %s",
			    STR_ARG(paragraph), notice_code_name(code)));
	json_key(json, "defaultConfiguration");
	json_open(json, '{');
	print_put_str(json, "level", report_severity(notice_severity(code)));
	json_close(json, '}');
	json_close(json, '}');
}

/* Only the rules that were broken, in the catalogue's order. */
static void put_tool(struct sheet *sheet)
{
	struct json *json = &sheet->json;
	size_t rules = 0;

	json_key(json, "tool");
	json_open(json, '{');
	json_key(json, "driver");
	json_open(json, '{');
	print_put_str(json, "name", STR("collectgen"));
	print_put_str(json, "version", STR(VERSION));
	json_key(json, "rules");
	json_open(json, '[');
	for (enum notice_code code = 0; code < NOTICE_CODE__COUNT; code++)
		if (sheet->rule_of[code] != ABSENT) {
			sheet->rule_of[code] = rules++;
			put_rule(sheet, code);
		}
	json_close(json, ']');
	json_close(json, '}');
	json_close(json, '}');
}

static void put_run(struct sheet *sheet)
{
	const struct report *report = sheet->report;
	struct json *json = &sheet->json;

	json_open(json, '{');
	put_tool(sheet);
	print_put_str(json, "columnKind", STR("unicodeCodePoints"));
	json_key(json, "results");
	json_open(json, '[');
	for (size_t i = 0; i < report->count; i++)
		put_result(sheet, &report->findings[i]);
	json_close(json, ']');
	json_key(json, "properties");
	json_open(json, '{');
	print_put_day(json, report->arena, "as_of", report->as_of);
	print_put_number(json, "files", (int64_t)report->files);
	json_close(json, '}');
	json_close(json, '}');
}

struct str report_sarif(const struct report *report)
{
	struct buf out = buf_new(report->arena, 0);
	struct sheet *sheet = ARENA_NEW(report->arena, struct sheet);

	*sheet = (struct sheet){.report = report, .json = json_new(&out)};
	for (size_t i = 0; i < NOTICE_CODE__COUNT; i++)
		sheet->rule_of[i] = ABSENT;
	for (size_t i = 0; i < report->count; i++)
		sheet->rule_of[report->findings[i].code] = 0;
	json_open(&sheet->json, '{');
	print_put_str(&sheet->json, "$schema", STR(SCHEMA));
	print_put_str(&sheet->json, "version", STR("2.1.0"));
	json_key(&sheet->json, "runs");
	json_open(&sheet->json, '[');
	put_run(sheet);
	json_close(&sheet->json, ']');
	json_close(&sheet->json, '}');
	buf_byte(&out, '\n');
	return buf_str(&out);
}
