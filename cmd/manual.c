#include "manual.h"

static const struct page {
	const char *name;
	void (*put)(struct buf *out);
} pages[] = {
	{"collectgen.1", manual_program},
	{"collectgen-ledger.5", manual_ledger},
	{"collectgen-templates.5", manual_templates},
	{"collectgen-policies.7", manual_policies},
};

const char *manual_at(size_t index)
{
	return index < sizeof pages / sizeof *pages ? pages[index].name : NULL;
}

bool manual_put(struct buf *out, struct str page)
{
	const char *name;

	for (size_t i = 0; (name = manual_at(i)); i++)
		if (str_equal(str_from_c(name), page)) {
			pages[i].put(out);
			return true;
		}
	return false;
}
