/* The catalogue's table: what notice.h tells of a code. */
#include "diag/notice.h"

struct row {
	const char *name;
	enum severity severity;
	const char *paragraph;
};

static const struct row rows[] = {
#define ROW(NAME, code, severity, text, paragraph) {code, SEVERITY_##severity, paragraph},
	NOTICE_CATALOGUE(ROW)
#undef ROW
};

const char *notice_code_name(enum notice_code code)
{
	return rows[code].name;
}

enum severity notice_severity(enum notice_code code)
{
	return rows[code].severity;
}

const char *notice_paragraph(enum notice_code code)
{
	return rows[code].paragraph;
}
