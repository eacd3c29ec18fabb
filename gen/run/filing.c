#include "run/filing.h"

struct filing {
	struct pen *pen;
	int fd;
};

static bool put_piece(void *data, struct str piece)
{
	const struct filing *filing = data;

	return pen_put(filing->pen, STR(MANIFEST_NAME), filing->fd, piece);
}

bool filing_write(struct manifest *manifest, const struct versions *versions, date as_of,
		  struct pen *pen)
{
	struct filing filing = {pen, pen_open(pen, STR(MANIFEST_NAME))};
	struct manifest_sink sink = {put_piece, &filing};

	if (filing.fd < 0)
		return false;
	bool done = manifest_write(manifest, versions, as_of, &sink);
	return pen_shut(pen, STR(MANIFEST_NAME), filing.fd) && done;
}
