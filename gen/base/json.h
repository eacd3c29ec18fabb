/* json: a writer of JSON text (RFC 8259) into a buffer.
 * Floor 0. Owner: the buffer's arena.
 *
 * The caller opens and closes; the writer puts commas, colons and escapes. Members follow
 * each other as they are written: keys are stable because the code's order is. A value
 * behind json_key belongs to it. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/str.h"

struct json {
	struct buf *out;
	bool more; /* something stands before: a comma is due */
};

struct json json_new(struct buf *out);
void json_open(struct json *json, char bracket);  /* '{' or '[' */
void json_close(struct json *json, char bracket); /* '}' or ']' */
void json_key(struct json *json, const char *key);
/* A string, escaped; invalid UTF-8 cannot stand in it (sources are checked when read). */
void json_str(struct json *json, struct str value);
/* A number, true, false or null as it stands. */
void json_raw(struct json *json, struct str value);

#endif
