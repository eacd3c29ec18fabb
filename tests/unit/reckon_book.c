#include "reckon_book.h"

#include <stdarg.h>

static const char PREAMBLE[] =
	"creditor: {name: Harbour & Finch, address: Dock Road, country: GB,\n"
	"           payments_to: 2199-12-31}\n"
	"defaults: {currency: GBP, kind: business, policy: test, terms: net 30}\n"
	"customers:\n"
	"  - {id: acme, name: Acme Tooling, address: Foundry Lane}\n";

static void refuse(const struct book *book)
{
	for (const struct notice *n = book->notices.first; n != NULL; n = n->next)
		if (notice_severity(n->code) == SEVERITY_ERROR)
			cr_assert_fail("the ledger is refused: %.*s", STR_ARG(n->text));
}

static void reckon(struct book *book, date as_of)
{
	struct account_key *keys =
		account_list(book->arena, book->ledger, as_of, &book->count);
	book->accounts = ARENA_ARRAY(book->arena, struct account *, book->count);
	for (size_t i = 0; i < book->count; i++) {
		book->accounts[i] = account_reckon(book->arena, book->ledger, &keys[i],
						   as_of, &book->notices);
		cr_assert_not(book->accounts[i]->broken,
			      "rule 23: money is lost or made");
	}
}

struct book *book_bare(const char *as_of, const char *first, const char *second)
{
	struct arena *arena = arena_new(0);
	struct book *book = ARENA_NEW(arena, struct book);
	book->arena = arena;
	book->sources = sources_new();
	book->notices = notices_new(arena, book->sources);
	const struct source *files[] = {
		source_from_bytes(book->sources, STR("book.yaml"),
				  str_copy(arena, str_from_c(first))),
		source_from_bytes(book->sources, STR("test.yaml"),
				  str_copy(arena, str_from_c(second))),
	};
	book->ledger = ledger_from_sources(arena, book->sources, files, 2,
					   book_day(as_of), &book->notices);
	refuse(book);
	reckon(book, book_day(as_of));
	return book;
}

struct book *book_new(const char *as_of, const char *yaml)
{
	return book_bare(as_of, PREAMBLE, yaml);
}

struct book *book_format(const char *as_of, const char *format, ...)
{
	char yaml[4096];
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(yaml, sizeof yaml, format, arguments);
	va_end(arguments);
	cr_assert_lt((size_t)length, sizeof yaml);
	return book_new(as_of, yaml);
}

void book_free(struct book *book)
{
	struct arena *arena = book->arena;
	sources_free(book->sources);
	arena_free(arena);
}

const struct account *book_account(const struct book *book)
{
	cr_assert_gt(book->count, 0, "no account");
	return book->accounts[0];
}

const struct item *book_item(const struct book *book, const char *number)
{
	for (size_t i = 0; i < book->count; i++)
		for (size_t k = 0; k < book->accounts[i]->nitems; k++)
			if (str_equal(book->accounts[i]->items[k].invoice->number,
				      str_from_c(number)))
				return &book->accounts[i]->items[k];
	cr_assert_fail("no item '%s'", number);
	return NULL;
}

size_t book_found(const struct book *book, enum notice_code code)
{
	size_t count = 0;
	for (const struct notice *n = book->notices.first; n != NULL; n = n->next)
		count += n->code == code;
	return count;
}

date book_day(const char *text)
{
	date day = DATE_NONE;
	cr_assert_eq(date_from_str(str_from_c(text), &day), DATE_OK, "%s", text);
	return day;
}
