#include "topic.h"

#include "base/arena.h"
#include "base/carried.h"
#include "diag/notice.h"
#include "manual.h"
#include "topic_builtin.h"
#include "topic_ledger.h"
#include "topic_letters.h"
#include "topic_view.h"

#define WIDTH 78 /* of paragraphs */

struct topic {
	struct str name;
	const char *summary;
	void (*put)(struct buf *out);
};

/* The files carried below `folder`. */
static const struct carried *carried_below(struct str folder, size_t *index)
{
	const struct carried *file;

	while ((file = carried_at((*index)++)))
		if (str_starts(file->path, folder))
			return file;
	return NULL;
}

/* "policies/gb-business.yaml" → "gb-business" */
static struct str stem(struct str folder, struct str path)
{
	size_t end = str_ends(path, STR(".yaml")) ? path.len - 5 : path.len;
	return str_slice(path, folder.len, end);
}

static void put_errors(struct buf *out)
{
	for (enum notice_code code = 0; code < NOTICE_CODE__COUNT; code++)
		buf_format(out, "%-8s %s\n",
			   notice_severity(code) == SEVERITY_ERROR ? "error" : "warning",
			   notice_code_name(code));
}

/* The fonts inside the binary and the PDF files; libraries are the system's own. */
static void put_licences(struct buf *out)
{
	const struct carried *file;

	for (size_t i = 0; (file = carried_below(STR("licences/"), &i));)
		buf_put(out, file->bytes);
}

static const struct topic topics[] = {
	{STR_LIT("ledger"), "the ledger language: every section and key", topic_ledger},
	{STR_LIT("letters"), "how a letter is written, and what it may not say",
	 topic_letters},
	{STR_LIT("view"), "the names a template may use", topic_view},
	{STR_LIT("policies"), "the built-in policies; help NAME shows one",
	 topic_policies},
	{STR_LIT("rates"), "the built-in reference rates; help NAME shows a table",
	 topic_rates},
	{STR_LIT("errors"), "the codes of all findings; help CODE explains one",
	 put_errors},
	{STR_LIT("licences"), "of what is carried inside", put_licences},
};

#define TOPICS (sizeof topics / sizeof *topics)

static bool put_file(struct buf *out, struct str folder, struct str name)
{
	const struct carried *file;

	for (size_t i = 0; (file = carried_below(folder, &i));)
		if (str_equal(stem(folder, file->path), name)) {
			buf_put(out, file->bytes);
			return true;
		}
	return false;
}

/* A paragraph in lines of at most WIDTH bytes. */
static void put_wrapped(struct buf *out, struct str text)
{
	size_t column = 0;

	for (size_t from = 0, end; from < text.len; from = end + 1) {
		end = str_index(text, ' ', from);
		if (column > 0 && column + 1 + (end - from) > WIDTH) {
			buf_byte(out, '\n');
			column = 0;
		} else if (column > 0) {
			buf_byte(out, ' ');
			column++;
		}
		buf_put(out, str_slice(text, from, end));
		column += end - from;
	}
	buf_byte(out, '\n');
}

static bool put_code(struct buf *out, struct str name)
{
	for (enum notice_code code = 0; code < NOTICE_CODE__COUNT; code++) {
		if (!str_equal(str_from_c(notice_code_name(code)), name))
			continue;
		buf_format(out, "%s (%s)\n\n", notice_code_name(code),
			   notice_severity(code) == SEVERITY_ERROR ? "error" : "warning");
		put_wrapped(out, str_from_c(notice_paragraph(code)));
		return true;
	}
	return false;
}

const char *topic_at(size_t index, const char **summary)
{
	if (index >= TOPICS)
		return NULL;
	*summary = topics[index].summary;
	return topics[index].name.at;
}

bool topic_put(struct buf *out, struct str name)
{
	for (size_t i = 0; i < TOPICS; i++)
		if (str_equal(topics[i].name, name)) {
			topics[i].put(out);
			return true;
		}
	return put_file(out, STR("policies/"), name) ||
	       put_file(out, STR("rates/"), name) || put_code(out, name) ||
	       manual_put(out, name);
}

void topic_offer(struct near *near)
{
	static const struct str folders[] = {STR_LIT("policies/"), STR_LIT("rates/")};
	const struct carried *file;
	const char *page;

	for (size_t i = 0; i < TOPICS; i++)
		near_offer(near, topics[i].name);
	for (size_t i = 0; (page = manual_at(i)); i++)
		near_offer(near, str_from_c(page));
	for (size_t f = 0; f < 2; f++)
		for (size_t i = 0; (file = carried_below(folders[f], &i));)
			near_offer(near, stem(folders[f], file->path));
	for (enum notice_code code = 0; code < NOTICE_CODE__COUNT; code++)
		near_offer(near, str_from_c(notice_code_name(code)));
}
