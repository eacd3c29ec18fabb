#include "run/reuse.h"

#include <errno.h>

#include "run/beneath.h"
#include "run/roll.h"

static bool same_inputs(struct str line, const struct manifest_entry *entry)
{
	struct digest inputs;

	return digest_read(roll_member(line, "inputs"), &inputs) &&
	       digest_equal(inputs, entry->inputs);
}

/* What is in the file is read, each time: a time or a length that has not changed proves
 * nothing. */
static bool is_whole(struct pen *pen, struct str line, struct str path,
		     struct digest *digest)
{
	struct digest wanted;
	size_t bytes;

	if (!digest_read(roll_member(line, "sha256"), &wanted))
		return false;
	if (!beneath_digest(pen->old_fd, str_c(pen->scratch, path), digest, &bytes)) {
		if (!beneath_is_absent(errno))
			pen_fail(pen, "read the old", path);
		return false;
	}
	return digest_equal(wanted, *digest) &&
	       bytes == roll_number(roll_member(line, "bytes"));
}

bool reuse_file(const struct reuse *reuse, struct pen *pen, struct manifest_entry *entry)
{
	const struct str *line =
		reuse->never ? NULL : map_find(&reuse->lines, entry->path);
	struct digest digest;

	if (!line || !same_inputs(*line, entry) ||
	    !is_whole(pen, *line, entry->path, &digest))
		return false;
	entry->digest = digest;
	entry->bytes = (uint32_t)roll_number(roll_member(*line, "bytes"));
	entry->pages = (uint32_t)roll_number(roll_member(*line, "pages"));
	return pen_carry(pen, entry->path);
}
