/* str: text as a pointer and a length, and bounded buffers to build it in.
 * Floor 0. Owner: a str never owns its bytes; a buf's bytes live in its arena. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct str {
	const char *at; /* not NUL-terminated */
	size_t len;	/* [bytes] */
};

/* A str from a string literal, also in static initialisers: STR_LIT. */
#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
/* clang-format off */
#define STR_LIT(literal) {(literal), sizeof(literal) - 1}
/* clang-format on */
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).at

struct str str_from_c(const char *text);
struct str str_copy(struct arena *arena, struct str s);
/* A NUL-terminated copy, for foreign interfaces. */
char *str_c(struct arena *arena, struct str s);
struct str str_format(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
bool str_equal(struct str a, struct str b);
/* Equal but for ASCII case. */
bool str_equal_caseless(struct str a, struct str b);
/* Bytewise order: <0, 0, >0; a prefix comes first. */
int str_compare(struct str a, struct str b);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
/* Bytes [from, to), clamped to s. */
struct str str_slice(struct str s, size_t from, size_t to);
/* Without ASCII blanks and line ends at both ends. */
struct str str_trim(struct str s);
/* Index of the first byte c at or after `from`, else s.len. */
size_t str_index(struct str s, char c, size_t from);
/* Cuts the first line (without its LF) off `rest` into `line`; false at its end. */
bool str_line(struct str *rest, struct str *line);
uint64_t str_hash(struct str s);
/* The same number for texts that differ by ASCII case alone. */
uint64_t str_hash_caseless(struct str s);
/* The eight bytes from `at` on as a number, of a text that ends sooner the fewer; at ≤
 * s.len. Texts of fewer than eight bytes and equal length are equal when these are. */
uint64_t str_piece(struct str s, size_t at);

struct buf {
	struct arena *arena;
	char *at;
	size_t len, room; /* [bytes] */
	size_t limit;	  /* [bytes] what goes past it is dropped and `full` set */
	bool full;
};

/* An empty buffer; limit 0 means none. */
struct buf buf_new(struct arena *arena, size_t limit);
void buf_put(struct buf *buf, struct str s);
void buf_byte(struct buf *buf, char c);
/* A place for `size` bytes behind those there, for who writes them himself (hot path) and
 * then adds to len what he wrote; not for a buffer with a limit. */
char *buf_open(struct buf *buf, size_t size);
void buf_format(struct buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* A decimal integer, without printf (hot path). */
void buf_int(struct buf *buf, int64_t n);
/* `count` times the byte c. */
void buf_fill(struct buf *buf, char c, size_t count);
/* What was built; valid until the next put. */
struct str buf_str(const struct buf *buf);

#endif
