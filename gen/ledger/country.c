#include "ledger/country.h"

#include <stddef.h>

static const struct {
	const char *name, *code;
} names[] = {
	{"australia", "AU"},	  {"austria", "AT"},	   {"belgie", "BE"},
	{"belgium", "BE"},	  {"belgique", "BE"},	   {"britain", "GB"},
	{"bulgaria", "BG"},	  {"canada", "CA"},	   {"croatia", "HR"},
	{"cyprus", "CY"},	  {"czechia", "CZ"},	   {"czech republic", "CZ"},
	{"denmark", "DK"},	  {"deutschland", "DE"},   {"eire", "IE"},
	{"england", "GB"},	  {"espana", "ES"},	   {"estonia", "EE"},
	{"finland", "FI"},	  {"france", "FR"},	   {"germany", "DE"},
	{"great britain", "GB"},  {"greece", "GR"},	   {"holland", "NL"},
	{"hungary", "HU"},	  {"iceland", "IS"},	   {"india", "IN"},
	{"ireland", "IE"},	  {"italia", "IT"},	   {"italy", "IT"},
	{"japan", "JP"},	  {"latvia", "LV"},	   {"lithuania", "LT"},
	{"luxembourg", "LU"},	  {"malta", "MT"},	   {"nederland", "NL"},
	{"netherlands", "NL"},	  {"new zealand", "NZ"},   {"northern ireland", "GB"},
	{"norway", "NO"},	  {"poland", "PL"},	   {"portugal", "PT"},
	{"romania", "RO"},	  {"schweiz", "CH"},	   {"scotland", "GB"},
	{"slovakia", "SK"},	  {"slovenia", "SI"},	   {"spain", "ES"},
	{"sweden", "SE"},	  {"switzerland", "CH"},   {"the netherlands", "NL"},
	{"united kingdom", "GB"}, {"united states", "US"}, {"usa", "US"},
	{"wales", "GB"},
};

const char *country_code(struct str name)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_equal_caseless(name, str_from_c(names[i].name)))
			return names[i].code;
	return NULL;
}
