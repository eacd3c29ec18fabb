/* object: a PDF file's objects in libharu. */
#include "press/object.h"

#include "press_paper.h"

static struct arena *arena;

static void begin(void)
{
	arena = arena_new(0);
}

static void end(void)
{
	arena_free(arena);
}

TestSuite(object, .init = begin, .fini = end);

/* A document of `count` empty pages, one content stream each. */
static struct str make(unsigned count)
{
	struct objects *objects = object_open(arena);
	struct buf kids = buf_new(arena, 0);
	buf_format(&kids, "/Type/Pages/MediaBox[0 0 9 9]/Resources<<>>/Count %u/Kids[",
		   count);
	for (unsigned i = 0; i < count; i++) {
		unsigned page = object_reserve(objects),
			 content = object_reserve(objects);
		object_dictionary(objects, page,
				  str_format(arena,
					     "/Type/Page/Parent 2 0 R/Contents %u 0 R",
					     content));
		object_stream(objects, content, STR(""), STR("1 1 m 2 2 l S"));
		buf_format(&kids, "%u 0 R ", page);
	}
	buf_byte(&kids, ']');
	object_dictionary(objects, OBJECT_PAGES, buf_str(&kids));
	object_dictionary(objects, OBJECT_CATALOG, STR("/Type/Catalog/Pages 2 0 R"));
	object_dictionary(objects, OBJECT_INFO, STR("/Title(t)"));
	object_dictionary(objects, OBJECT_TRAILER, STR("/ID[<00><00>]"));
	return object_save(objects);
}

static void expect_clean(struct str file)
{
	struct str said = paper_ask(arena, file, "qpdf --check $1");
	cr_assert(paper_holds(said, STR("No syntax or stream encoding errors found")),
		  "%.*s", STR_ARG(said));
}

Test(object, writes_a_file_others_can_read)
{
	expect_clean(make(1));
}

/* More objects than any table of libharu's has at first, and than a pool holds. */
Test(object, writes_thousands_of_objects)
{
	struct str file = make(2000);
	expect_clean(file);
	struct str said = paper_ask(arena, file, "qpdf --show-npages $1");
	cr_assert(str_equal(said, STR("2000\n")), "%.*s", STR_ARG(said));
}

Test(object, writes_the_same_bytes_every_time)
{
	struct str first = make(3);
	make(40);
	cr_assert(str_equal(make(3), first));
}

Test(object, says_what_wrote_it)
{
	cr_assert(str_starts(object_library(), STR("libharu ")));
}
