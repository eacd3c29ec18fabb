#include "manual.h"
#include "mdoc.h"
#include "topic_ledger.h"

static void put_field(struct buf *out, const struct field *field)
{
	mdoc_line(out, "It Ic", str_from_c(field->key));
	buf_put(out, STR(".Pq "));
	mdoc_put(out, topic_ledger_value(out->arena, field));
	buf_put(out, STR("\n"));
	mdoc_prose(out, str_format(out->arena, "%s.", field->doc));
	if (field->example) {
		buf_put(out, STR("For example\n"));
		mdoc_line(out, "Ql", str_from_c(field->example));
	}
}

/* Records nest at most a few levels. */
static void put_record(struct buf *out, const struct record *record)
{
	buf_put(out, STR(".Bl -tag -width Ds\n"));
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		put_field(out, field);
		if (field->record)
			put_record(out, field->record);
	}
	buf_put(out, STR(".El\n"));
}

void manual_ledger(struct buf *out)
{
	mdoc_open(out, STR("collectgen-ledger"), 5,
		  "customers, invoices and payments as collectgen reads them");
	buf_put(out, STR(".Sh DESCRIPTION\n"));
	mdoc_lines(out, topic_ledger_preface());
	buf_put(out, STR(".Sh SECTIONS\n"));
	for (enum section s = 0; s < SECTION__COUNT; s++) {
		const struct section_row *row = &schema_sections[s];
		mdoc_line(out, "Ss", str_from_c(row->key));
		mdoc_prose(out, str_format(out->arena, "%s; %s.", row->doc,
					   topic_ledger_shape(s)));
		put_record(out, row->record);
	}
	buf_put(out, STR(".Sh SEE ALSO\n"
			 ".Xr collectgen 1 ,\n"
			 ".Xr collectgen-templates 5 ,\n"
			 ".Xr collectgen-policies 7\n"));
}
