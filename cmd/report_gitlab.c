/* report_gitlab of report.h. Every finding needs a path and a line there: one without has
 * the ledger's folder and line 1. */
#include "print.h"
#include "report.h"

static void put_location(struct json *json, const struct report *report,
			 const struct spot *spot)
{
	json_key(json, "location");
	json_open(json, '{');
	print_put_str(json, "path", spot->path.len ? spot->shown : report->folder);
	json_key(json, "lines");
	json_open(json, '{');
	print_put_number(json, "begin", spot->line ? spot->line : 1);
	json_close(json, '}');
	json_close(json, '}');
}

static void put_finding(struct json *json, const struct report *report,
			const struct finding *finding)
{
	bool error = finding->severity == SEVERITY_ERROR;

	json_open(json, '{');
	print_put_str(json, "description", report_sentence(report->arena, finding));
	print_put_str(json, "check_name", str_from_c(notice_code_name(finding->code)));
	print_put_str(json, "fingerprint", finding->fingerprint);
	print_put_str(json, "severity", error ? STR("major") : STR("minor"));
	put_location(json, report, &finding->spot);
	json_close(json, '}');
}

struct str report_gitlab(const struct report *report)
{
	struct buf out = buf_new(report->arena, 0);
	struct json json = json_new(&out);

	json_open(&json, '[');
	for (size_t i = 0; i < report->count; i++)
		put_finding(&json, report, &report->findings[i]);
	json_close(&json, ']');
	buf_byte(&out, '\n');
	return buf_str(&out);
}
