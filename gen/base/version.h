/* version: which collectgen this is. It stands in every document, so a new one may change
 * bytes ("same version, same bytes"); a commit alone does not: which one a binary is made
 * of is said by `--version` only (cmd/version.c).
 * Floor 0. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define VERSION "1.0.0"
#define RELEASED "November 27, 2026" /* as the manual writes days */

#endif
