#include "run/reuse.h"

#include <errno.h>

#include "run/beneath.h"
#include "run/roll.h"

static bool says(struct str line, const char *key, struct digest wanted)
{
	struct digest digest;

	return digest_read(roll_member(line, key), &digest) &&
	       digest_equal(digest, wanted);
}

/* What is in the file is read, each time: a time or a length that has not changed proves
 * nothing. One with other permissions than this run's is none to link to: they would be
 * shared with the run before. */
static bool is_whole(struct pen *pen, struct str line, struct str path,
		     struct digest *digest)
{
	struct beneath_file file;
	struct digest wanted;

	if (!digest_read(roll_member(line, "sha256"), &wanted))
		return false;
	if (!beneath_look(pen->old_fd, str_c(pen->scratch, path), &file)) {
		if (!beneath_is_absent(errno))
			pen_fail(pen, "read the old", path);
		return false;
	}
	*digest = file.digest;
	return digest_equal(wanted, file.digest) &&
	       file.bytes == roll_number(roll_member(line, "bytes")) &&
	       file.mode == pen->mode;
}

static const struct str *line_of(const struct reuse *reuse, struct str path)
{
	return reuse->never ? NULL : map_find(&reuse->lines, path);
}

static bool take_over(struct pen *pen, struct str line, struct manifest_entry *entry)
{
	struct digest digest;

	if (!is_whole(pen, line, entry->path, &digest))
		return false;
	entry->digest = digest;
	entry->bytes = (uint32_t)roll_number(roll_member(line, "bytes"));
	entry->pages = (uint32_t)roll_number(roll_member(line, "pages"));
	return pen_carry(pen, entry->path);
}

bool reuse_file(const struct reuse *reuse, struct pen *pen, struct manifest_entry *entry)
{
	const struct str *line = line_of(reuse, entry->path);

	return line && says(*line, "inputs", entry->inputs) &&
	       take_over(pen, *line, entry);
}

/* A text that JSON writes otherwise than it is. */
static bool is_escaped(struct str text)
{
	return str_index(text, '\\', 0) < text.len;
}

bool reuse_ground(const struct reuse *reuse, struct pen *pen,
		  struct manifest_entry *entry)
{
	const struct str *line = line_of(reuse, entry->path);

	if (!line || !says(*line, "ground", entry->ground) ||
	    !digest_read(roll_member(*line, "inputs"), &entry->inputs))
		return false;
	entry->template = roll_member(*line, "template");
	entry->locale = roll_member(*line, "locale");
	return !is_escaped(entry->template) && !is_escaped(entry->locale) &&
	       take_over(pen, *line, entry);
}
