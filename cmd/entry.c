#include "entry.h"

#define WIDTH 79 /* of a line, at most */

struct entry entry_new(struct buf *out, size_t depth, struct str key, size_t keys)
{
	buf_fill(out, ' ', depth);
	buf_put(out, key);
	bool long_one = depth + key.len >= keys;
	if (long_one)
		buf_byte(out, '\n');
	buf_fill(out, ' ', long_one ? keys : keys - depth - key.len);
	return (struct entry){out, keys, keys};
}

void entry_piece(struct entry *entry, struct str piece)
{
	if (entry->column > entry->keys && entry->column + 1 + piece.len > WIDTH) {
		buf_byte(entry->out, '\n');
		buf_fill(entry->out, ' ', entry->keys);
		entry->column = entry->keys;
	} else if (entry->column > entry->keys) {
		buf_byte(entry->out, ' ');
		entry->column++;
	}
	buf_put(entry->out, piece);
	entry->column += piece.len;
}

void entry_words(struct entry *entry, struct str text)
{
	for (size_t from = 0, end; from < text.len; from = end + 1) {
		end = str_index(text, ' ', from);
		entry_piece(entry, str_slice(text, from, end));
	}
}
