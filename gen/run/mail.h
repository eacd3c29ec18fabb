/* mail: a letter as the draft of an e-mail (RFC 5322), with its PDF attached.
 * Floor 6. Owner: the arena given.
 *
 * The same values give the same bytes: the boundary and the Message-ID come from what the
 * mail says, its date is the as-of day. No value can begin a new header: whatever is not
 * plain is encoded (RFC 2047, RFC 2231), and an address that is not plain is refused. */
#ifndef RUN_MAIL_H
#define RUN_MAIL_H

#include "base/date.h"
#include "base/str.h"

struct mail {
	struct str from_name, from_address; /* no address: the From line is left out */
	struct str to_name, to_address;
	struct str subject, body, language;
	date day;
	struct str file_name; /* of the attachment */
	struct str pdf;
};

/* Lines end in CR LF. Empty when an address cannot stand in a header. */
struct str mail_text(struct arena *arena, const struct mail *mail);

#endif
