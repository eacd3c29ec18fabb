#include "diag/scan.h"

#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "diag/yaml.h"

struct scan {
	const struct source *source;
	struct notices *notices;
	enum verdict verdict;
	bool conflict; /* inside a merge conflict */
	size_t tabbed; /* lines with a tab in their indentation */
	size_t hidden; /* hidden characters reported */
	struct notice *tab;
};

static struct span span_at(const struct scan *scan, size_t at)
{
	return (struct span){scan->source->file, (uint32_t)at};
}

static void judge(struct scan *scan, enum verdict verdict)
{
	if (scan->verdict < verdict)
		scan->verdict = verdict;
}

static void report_encoding(struct scan *scan, size_t at, const char *what)
{
	struct notice *notice = NOTICE(scan->notices, ENCODING, span_at(scan, at), what);
	notice->length = 1;
	notice_help(scan->notices, notice, "save the file as UTF-8");
	judge(scan, VERDICT_UNREADABLE);
}

static void report_invalid(struct scan *scan, size_t at)
{
	unsigned byte = (unsigned char)scan->source->bytes.at[at];
	struct notice *notice =
		NOTICE(scan->notices, ENCODING, span_at(scan, at), "an invalid byte");
	notice->length = 1;
	notice_help(
		scan->notices, notice,
		byte >= 0xA0
			? "the file seems to be Latin-1 or Windows-1252; save it as UTF-8"
			: "save the file as UTF-8");
	judge(scan, VERDICT_UNREADABLE);
}

static void report_hidden(struct scan *scan, size_t at, size_t length, uint32_t point)
{
	/* libyaml takes these for line ends or refuses them. */
	bool breaks = point < 0xA0 || point == 0x2028 || point == 0x2029 ||
		      point == 0xFEFF || (point & 0xFFFE) == 0xFFFE;
	judge(scan, breaks ? VERDICT_UNREADABLE : VERDICT_FLAWED);
	if (scan->hidden++ >= LIMIT_NOTICES)
		return;
	struct notice *notice = NOTICE(scan->notices, HIDDEN_CHARACTER, span_at(scan, at),
				       (unsigned)point, hidden_name(point));
	notice->length = (uint32_t)length;
	notice_help(scan->notices, notice, "delete it");
}

static void report_return(struct scan *scan, size_t at)
{
	judge(scan, VERDICT_UNREADABLE);
	if (scan->hidden++ >= LIMIT_NOTICES)
		return;
	struct notice *notice =
		NOTICE_PLAIN(scan->notices, LONE_RETURN, span_at(scan, at));
	notice->length = 1;
	notice_help(scan->notices, notice, "end every line with LF or CR LF");
}

/* The high bit of each byte of `eight` that is neither printable ASCII nor LF. */
static uint64_t odd_bytes(uint64_t eight)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones * 0x80;
	uint64_t seven = eight & ~highs;
	uint64_t low = ~(seven + ones * 0x60);
	uint64_t delete = seven + ones;
	uint64_t feed = ~((seven ^ ones * '\n') + ones * 0x7F);
	return ((low & ~feed) | delete | eight) & highs;
}

static bool is_odd(char c)
{
	return c != '\n' && ((unsigned char)c < 0x20 || (unsigned char)c >= 0x7F);
}

/* The first byte at or after `at` that is neither printable ASCII nor LF: nearly all are,
 * so eight are passed at a time. */
static size_t skip_plain(struct str s, size_t at)
{
	uint64_t eight;
	for (; s.len - at >= sizeof eight; at += sizeof eight) {
		memcpy(&eight, s.at + at, sizeof eight);
		if (odd_bytes(eight))
			break;
	}
	while (at < s.len && !is_odd(s.at[at]))
		at++;
	return at;
}

/* False when nothing behind this byte can be trusted. */
static bool check_character(struct scan *scan, struct str line, size_t base, size_t *at)
{
	size_t from = *at;
	uint32_t point = utf8_next(line, at);
	if (point == UTF8_BAD)
		report_invalid(scan, base + from);
	else if (point == '\r' && *at == line.len)
		return true; /* of CR LF, or judged by the caller at the file's end */
	else if (point == '\r')
		report_return(scan, base + from);
	else if (point != '\t' && hidden_character(point))
		report_hidden(scan, base + from, *at - from, point);
	return point != UTF8_BAD;
}

static bool check_characters(struct scan *scan, struct str line, size_t base)
{
	for (size_t at = 0; (at = skip_plain(line, at)) < line.len;)
		if (!check_character(scan, line, base, &at))
			return false;
	return true;
}

static void check_indent(struct scan *scan, struct str line, size_t base)
{
	size_t at = 0;
	while (at < line.len && line.at[at] == ' ')
		at++;
	if (at == line.len || line.at[at] != '\t')
		return;
	judge(scan, VERDICT_UNREADABLE);
	if (scan->tabbed++ > 0)
		return;
	scan->tab = NOTICE_PLAIN(scan->notices, TAB_INDENT, span_at(scan, base + at));
	scan->tab->length = 1;
}

static bool is_marker(struct str line, char c)
{
	for (size_t i = 0; i < 7; i++)
		if (i >= line.len || line.at[i] != c)
			return false;
	return line.len == 7 || line.at[7] == ' ' || line.at[7] == '\r';
}

/* One finding a conflict: at its first marker, or at a last one without a first. */
static void check_marker(struct scan *scan, struct str line, size_t base)
{
	bool begins = is_marker(line, '<'), ends = is_marker(line, '>');
	if (begins || (ends && !scan->conflict)) {
		struct notice *notice =
			NOTICE_PLAIN(scan->notices, CONFLICT_MARKER, span_at(scan, base));
		notice->length = 7;
		notice_help(scan->notices, notice,
			    "keep one of the two versions and delete the marker lines");
		judge(scan, VERDICT_UNREADABLE);
	}
	scan->conflict = begins || (scan->conflict && !ends);
}

static void check_markers(struct scan *scan, struct str bytes, size_t from)
{
	size_t begin = str_index(bytes, '<', from), end = str_index(bytes, '>', from);
	while (begin < bytes.len || end < bytes.len) {
		size_t at = begin < end ? begin : end;
		if (at == from || bytes.at[at - 1] == '\n')
			check_marker(scan,
				     str_slice(bytes, at, str_index(bytes, '\n', at)),
				     at);
		if (at == begin)
			begin = str_index(bytes, '<', at + 1);
		else
			end = str_index(bytes, '>', at + 1);
	}
}

/* UTF-16 and UTF-32 begin with a mark of their own, or with a zero byte among the first.
 */
static bool is_other_encoding(struct str s)
{
	if (str_starts(s, STR("\xFF\xFE")) || str_starts(s, STR("\xFE\xFF")))
		return true;
	return s.len >= 2 && (s.at[0] == 0) != (s.at[1] == 0);
}

static void help_tabs(struct scan *scan)
{
	if (scan->tabbed == 1)
		notice_help(scan->notices, scan->tab, "indent with spaces");
	else if (scan->tabbed > 1)
		notice_help(scan->notices, scan->tab,
			    "indent with spaces, here and in %zu more line%s",
			    scan->tabbed - 1, scan->tabbed == 2 ? "" : "s");
}

/* Looks closely at those lines alone that hold something odd. Where the checking ended:
 * behind an invalid byte nothing can be trusted. */
static size_t check_lines(struct scan *scan, struct str bytes, size_t from,
			  bool yaml_rules)
{
	for (size_t at = from; (at = skip_plain(bytes, at)) < bytes.len;) {
		size_t end = str_index(bytes, '\n', at);
		if (bytes.at[at] == '\r' && end == at + 1 && end < bytes.len) {
			at = end + 1;
			continue;
		}
		size_t start = at;
		while (start > from && bytes.at[start - 1] != '\n')
			start--;
		struct str line = str_slice(bytes, start, end);
		if (yaml_rules)
			check_indent(scan, line, start);
		if (!check_characters(scan, line, start))
			return end;
		if (end == bytes.len && bytes.at[end - 1] == '\r')
			report_return(scan, end - 1);
		at = end < bytes.len ? end + 1 : end;
	}
	return bytes.len;
}

enum verdict scan_bytes(const struct source *source, size_t from, size_t to,
			bool yaml_rules, struct notices *notices)
{
	struct scan scan = {.source = source, .notices = notices};
	struct str bytes = str_slice(source->bytes, 0, to);
	struct str rest = str_slice(bytes, from, to);
	if (from == 0 && is_other_encoding(rest)) {
		report_encoding(&scan, 0, "it looks like UTF-16");
		return scan.verdict;
	}
	if (from == 0 && str_starts(rest, STR("\xEF\xBB\xBF")))
		from += 3;
	bytes.len = check_lines(&scan, bytes, from, yaml_rules);
	check_markers(&scan, bytes, from);
	help_tabs(&scan);
	return scan.verdict;
}

bool text_is_clean(const struct source *source, bool yaml_rules, struct notices *notices)
{
	size_t len = source->bytes.len;
	return scan_bytes(source, 0, len, yaml_rules, notices) == VERDICT_CLEAN;
}
