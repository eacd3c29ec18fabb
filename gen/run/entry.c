#include "run/entry.h"

#include "base/arena.h"
#include "diag/yaml.h"
#include "escalate/channel.h"

#define WIDTH 90 /* columns of a line */
#define INDENT 2 /* blanks before the dash, in a file of our own */
#define HEADING \
	"# Letters that were sent, written by 'collectgen sent --write'. Only what stands here\n" \
	"# moves a follow-up on; taking it back (git revert) undoes it.\n"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether any reader of YAML takes it for this text: it begins with a letter, has no sign
 * that means something, and is no word for a truth or for nothing. */
static bool is_plain(struct str text)
{
	static const struct str words[] = {
		STR_LIT("y"),	 STR_LIT("n"),	   STR_LIT("yes"),
		STR_LIT("no"),	 STR_LIT("on"),	   STR_LIT("off"),
		STR_LIT("true"), STR_LIT("false"), STR_LIT("null")};

	if (text.len == 0 || !is_letter(text.at[0]))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '_' &&
		    c != '.' && c != '/')
			return false;
	}
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_equal_caseless(text, words[i]))
			return false;
	return true;
}

/* The ledger's texts hold no control character, so these two are all that is escaped. */
static void put_text(struct buf *out, struct str text)
{
	if (is_plain(text)) {
		buf_put(out, text);
		return;
	}
	buf_byte(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '"' || text.at[i] == '\\')
			buf_byte(out, '\\');
		buf_byte(out, text.at[i]);
	}
	buf_byte(out, '"');
}

static void put_key(struct buf *out, size_t indent, const char *key)
{
	buf_fill(out, ' ', indent + 2);
	buf_format(out, "%s: ", key);
}

static void put_member(struct buf *out, size_t indent, const char *key, struct str text)
{
	if (text.len == 0)
		return;
	put_key(out, indent, key);
	put_text(out, text);
	buf_byte(out, '\n');
}

/* [A, B], on more lines when they are many. */
static void put_invoices(struct buf *out, size_t indent, const struct entry *entry)
{
	size_t start = out->len;

	put_key(out, indent, "invoices");
	size_t left = out->len - start + 1;
	buf_byte(out, '[');
	for (size_t i = 0; i < entry->ninvoices; i++) {
		struct str number = entry->invoices[i]->number;

		if (i)
			buf_byte(out, ',');
		if (i && out->len - start + number.len + 5 > WIDTH) {
			buf_byte(out, '\n');
			start = out->len;
			buf_fill(out, ' ', left);
		} else if (i) {
			buf_byte(out, ' ');
		}
		put_text(out, number);
	}
	buf_put(out, STR("]\n"));
}

void entry_put(struct buf *out, const struct entry *entry, size_t indent)
{
	buf_fill(out, ' ', indent);
	buf_put(out, STR("- date: "));
	date_put(out, entry->date);
	buf_byte(out, '\n');
	put_member(out, indent, "customer", entry->customer);
	put_member(out, indent, "stage", entry->stage);
	put_invoices(out, indent, entry);
	if (entry->channel != CHANNEL_NONE)
		put_member(out, indent, "channel",
			   str_from_c(channel_name(entry->channel)));
	/* It begins with a date and a slash: no reader takes it for anything but text. */
	put_key(out, indent, "document");
	buf_put(out, entry->document);
	buf_byte(out, '\n');
	put_key(out, indent, "fee");
	money_put(out, entry->fee, entry->currency->decimals);
	buf_byte(out, '\n');
	put_member(out, indent, "digest", entry->digest);
	put_key(out, indent, "version");
	buf_put(out, entry->version);
	buf_byte(out, '\n');
}

/* ---- a file that has some already ---- */

/* Where a log file takes more. */
struct gap {
	size_t at;     /* [bytes] offset in the old text */
	size_t indent; /* blanks before the dash */
	bool has_log;  /* else the key is to be written too */
};

static size_t line_start(struct str text, size_t at)
{
	while (at > 0 && text.at[at - 1] != '\n')
		at--;
	return at;
}

/* Comments and empty lines above a key belong to it. */
static size_t above(struct str text, size_t at)
{
	while (at > 0) {
		size_t before = line_start(text, at - 1);
		char first = text.at[before];

		if (first != '#' && first != '\n')
			break;
		at = before;
	}
	return at;
}

/* A block list has its first dash alone before it on its line. */
static bool find_indent(struct str text, const struct node *log, size_t *indent)
{
	size_t start, at;

	if (log->kind == NODE_SCALAR && log->text.len == 0)
		return !log->next; /* `log:` and nothing behind it yet */
	if (log->kind != NODE_LIST || log->count == 0)
		return false;
	start = line_start(text, log->first->span.at);
	for (at = start; at < text.len && text.at[at] == ' '; at++)
		;
	*indent = at - start;
	return at < text.len && text.at[at] == '-';
}

static bool find_gap(struct str old, const struct node *root, struct gap *gap)
{
	const struct node *log = node_find(root, STR("log"));

	*gap = (struct gap){.at = old.len, .indent = INDENT};
	if (!log)
		return true;
	gap->has_log = true;
	if (log->next)
		gap->at = above(old, line_start(old, log->next->key_span.at));
	return find_indent(old, log, &gap->indent);
}

static const struct node *read(struct arena *arena, struct str text)
{
	struct sources *sources = sources_new();
	struct notices notices = notices_new(arena, sources);
	const struct node *root =
		yaml_read(arena, source_from_bytes(sources, STR("log"), text), &notices);

	sources_free(sources);
	return notices.errors ? NULL : root;
}

static size_t count_log(const struct node *root)
{
	const struct node *log = root ? node_find(root, STR("log")) : NULL;

	return log && log->kind == NODE_LIST ? log->count : 0;
}

static struct str put_together(struct arena *arena, struct str old, const struct gap *gap,
			       const struct entry *entries, size_t count)
{
	struct buf out = buf_new(arena, 0);

	if (old.len == 0)
		buf_put(&out, STR(HEADING));
	buf_put(&out, str_slice(old, 0, gap->at));
	if (out.len && out.at[out.len - 1] != '\n')
		buf_byte(&out, '\n');
	if (!gap->has_log)
		buf_put(&out, STR("log:\n"));
	for (size_t i = 0; i < count; i++)
		entry_put(&out, &entries[i], gap->indent);
	buf_put(&out, str_slice(old, gap->at, old.len));
	return buf_str(&out);
}

bool entry_append(struct arena *arena, struct str old, const struct entry *entries,
		  size_t count, struct str *text, struct str *why)
{
	const struct node *before = read(arena, old);
	struct gap gap;

	*why = STR("its 'log' is not a list with a dash before each entry");
	if (!before || !find_gap(old, before, &gap))
		return false;
	*text = put_together(arena, old, &gap, entries, count);
	/* Whatever the old text ends with, what is written must say what is meant. */
	const struct node *after = read(arena, *text);
	*why = STR("no entry can follow what it ends with");
	return after && count_log(after) == count_log(before) + count &&
	       after->count == before->count + !gap.has_log;
}
