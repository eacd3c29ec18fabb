#include "ledger/comment.h"

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

void comment_check(struct reading *reading, const struct node *node)
{
	const struct source *source = reading->source;
	if (!node->plain || !source || source->file != node->span.file)
		return;
	struct str bytes = source->bytes;
	size_t end = node->span.at + node->text.len;
	if (!str_equal(str_slice(bytes, node->span.at, end), node->text))
		return;
	size_t at = end;
	while (at < bytes.len && bytes.at[at] == ' ')
		at++;
	if (at != end + 1 || at + 1 >= bytes.len || bytes.at[at] != '#' ||
	    !is_word(bytes.at[at + 1]))
		return;
	struct str lost = str_slice(bytes, at, str_index(bytes, '\n', at));
	lost = str_trim(lost);
	struct notice *notice =
		NOTICE(reading->notices, COMMENT_CLOSE,
		       ((struct span){node->span.file, (uint32_t)at}), STR_ARG(lost));
	notice->length = (uint32_t)lost.len;
	notice_help(reading->notices, notice,
		    "write \"%.*s %.*s\"; a true comment has a blank behind its '#'",
		    STR_ARG(node->text), STR_ARG(lost));
}
