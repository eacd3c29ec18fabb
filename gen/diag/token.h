/* token: how far the thing reaches that begins at a byte, judged by the bytes of its
 * line. Floor 1. Owner: values only.
 *
 * A quoted scalar reaches to its quote, a flow collection to its bracket, a {{tag}} to
 * its braces, an anchor, alias or tag to the next blank, a plain scalar to its end in
 * YAML's sense. What goes on in the next line ends with this one. */
#ifndef DIAG_TOKEN_H
#define DIAG_TOKEN_H

#include "base/str.h"

/* Bytes of the token at `offset` of `line`; at least 1, even at the line's end. */
size_t token_length(struct str line, size_t offset);

#endif
