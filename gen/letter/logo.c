#include "letter/logo.h"

#include <errno.h>

#include "base/arena.h"
#include "base/limits.h"
#include "letter/shelf.h"
#include "press/image.h"

static bool read_file(struct arena *scratch, struct sources *sources, struct str folder,
		      const struct creditor *creditor, struct str *bytes,
		      struct notices *notices)
{
	struct str path = creditor->logo;
	int root = source_root(sources, folder);
	enum source_fault fault = root < 0 ? source_fault_from_errno(errno)
					   : source_bytes(sources, scratch, root, path,
							  LIMIT_LOGO_BYTES, bytes);
	if (fault == SOURCE_OK)
		return true;
	if (fault == SOURCE_REFUSED)
		shelf_blame(notices, path, fault);
	else if (fault == SOURCE_OUTSIDE)
		NOTICE(notices, LOGO_OUTSIDE, creditor->logo_span, STR_ARG(path));
	else
		NOTICE(notices, LOGO_UNREADABLE, creditor->logo_span, STR_ARG(path),
		       STR_ARG(shelf_reason(scratch, fault, LIMIT_LOGO_BYTES)));
	return false;
}

struct logo logo_read(struct arena *book, struct sources *sources, struct str folder,
		      const struct creditor *creditor, struct notices *notices)
{
	struct logo logo = {0};
	struct str bytes = {0}, fault = {0};
	if (!creditor->logo.len)
		return logo;
	struct arena *scratch = arena_new(0);
	if (read_file(scratch, sources, folder, creditor, &bytes, notices)) {
		logo.digest = digest_from_str(bytes);
		logo.image = image_read(book, bytes, &fault);
		if (!logo.image)
			NOTICE(notices, LOGO_REFUSED, creditor->logo_span,
			       STR_ARG(creditor->logo), STR_ARG(fault));
	}
	arena_free(scratch);
	return logo;
}
