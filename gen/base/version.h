/* version: which collectgen this is. It stands in every document, so a new one may change
 * bytes ("same version, same bytes").
 * Floor 0. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define VERSION "1.0.0"

#endif
