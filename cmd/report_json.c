/* report_json of report.h. */
#include "print.h"
#include "report.h"

static void number_or_null(struct json *json, const char *key, uint32_t value)
{
	if (value)
		print_put_number(json, key, value);
	else
		print_put_or_null(json, key, STR(""));
}

static void put_spot(struct json *json, const struct spot *spot)
{
	print_put_or_null(json, "file", spot->shown);
	number_or_null(json, "line", spot->line);
	number_or_null(json, "column", spot->column);
	number_or_null(json, "end_column", spot->end_column);
}

static void put_finding(struct json *json, const struct finding *finding)
{
	json_open(json, '{');
	print_put_str(json, "code", str_from_c(notice_code_name(finding->code)));
	print_put_str(json, "severity", report_severity(finding->severity));
	put_spot(json, &finding->spot);
	print_put_str(json, "message", finding->text);
	print_put_or_null(json, "help", finding->help);
	json_key(json, "notes");
	json_open(json, '[');
	for (size_t i = 0; i < finding->nremarks; i++) {
		json_open(json, '{');
		put_spot(json, &finding->remarks[i].spot);
		print_put_str(json, "message", finding->remarks[i].text);
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
}

struct str report_json(const struct report *report)
{
	struct buf out = buf_new(report->arena, 0);
	struct json json = json_new(&out);

	json_open(&json, '{');
	print_put_day(&json, report->arena, "as_of", report->as_of);
	print_put_number(&json, "files", (int64_t)report->files);
	print_put_number(&json, "errors", (int64_t)report->errors);
	print_put_number(&json, "warnings", (int64_t)report->warnings);
	json_key(&json, "findings");
	json_open(&json, '[');
	for (size_t i = 0; i < report->count; i++)
		put_finding(&json, &report->findings[i]);
	json_close(&json, ']');
	json_close(&json, '}');
	buf_byte(&out, '\n');
	return buf_str(&out);
}
