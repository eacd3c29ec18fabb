/* carried: the files the binary carries (templates, policies, rates, locales, fonts).
 * Floor 0. Owner: static storage. The table is generated at build time by carry.sh from
 * templates/ (path below it: "policies/gb-business.yaml", "letters/en/statement.md") and
 * from the subset fonts ("fonts/regular.ttf"); sorted bytewise by path. */
#ifndef BASE_CARRIED_H
#define BASE_CARRIED_H

#include "base/str.h"

struct carried {
	struct str path;
	struct str bytes;
};

/* The file of that path, or NULL. */
const struct carried *carried_find(struct str path);
/* 64 digits that tell this program's sources from any others': a digest of gen/, taken
 * when it was built. A version has one; between two versions they tell what was built
 * when. */
struct str carried_identity(void);
/* The i-th in path order, NULL after the last. */
const struct carried *carried_at(size_t index);

#endif
