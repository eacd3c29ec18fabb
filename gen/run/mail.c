#include "run/mail.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/utf8.h"

#define CRLF STR("\r\n")
#define LINE 76u      /* [bytes] of a line in quoted-printable or base64 */
#define WORD 39u      /* [bytes] of text in one encoded word, behind "Subject: " */
#define NAME_WORD 45u /* the same behind "From: " */
#define NAME 500u     /* [bytes] of a name that stands as it is, folded */
#define PLAIN 60u     /* [bytes] of a header's value that stands as it is */
#define ID_DIGITS 32  /* of the digest, in boundary and Message-ID */

static const char hex[] = "0123456789ABCDEF";

/* ---- encodings ---- */

static void put_base64(struct buf *out, struct str bytes, size_t line)
{
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t column = 0;

	for (size_t i = 0; i < bytes.len; i += 3) {
		size_t n = bytes.len - i < 3 ? bytes.len - i : 3;
		uint32_t group = 0;
		char four[4];

		for (size_t k = 0; k < 3; k++)
			group = group << 8 |
				(k < n ? (unsigned char)bytes.at[i + k] : 0u);
		for (size_t k = 0; k < 4; k++)
			four[k] = k <= n ? letters[group >> (18 - 6 * k) & 63] : '=';
		if (line && column == line) {
			buf_put(out, CRLF);
			column = 0;
		}
		buf_put(out, (struct str){four, 4});
		column += 4;
	}
}

static void put_escaped(struct buf *out, char mark, char c)
{
	buf_byte(out, mark);
	buf_byte(out, hex[(unsigned char)c >> 4]);
	buf_byte(out, hex[(unsigned char)c & 15]);
}

/* One line of text; soft ends where it is longer than a line may be. */
static void put_quoted_line(struct buf *out, struct str line)
{
	size_t column = 0;

	for (size_t i = 0; i < line.len; i++) {
		char c = line.at[i];
		bool last = i + 1 == line.len;
		bool plain = c > ' ' && c <= '~' && c != '=';
		bool blank = (c == ' ' || c == '\t') && !last;
		size_t width = plain || blank ? 1 : 3;

		if (column + width > LINE - 1) {
			buf_put(out, STR("=\r\n"));
			column = 0;
		}
		if (width == 1)
			buf_byte(out, c);
		else
			put_escaped(out, '=', c);
		column += width;
	}
	buf_put(out, CRLF);
}

static void put_quoted(struct buf *out, struct str text)
{
	struct str line;

	while (str_line(&text, &line))
		put_quoted_line(out, line);
}

/* ---- headers ---- */

/* Printable, and nothing in it that looks like an encoded word. */
static bool is_ascii(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		bool word =
			text.at[i] == '=' && i + 1 < text.len && text.at[i + 1] == '?';

		if (text.at[i] < ' ' || text.at[i] > '~' || word)
			return false;
	}
	return true;
}

static bool is_plain(struct str text)
{
	return is_ascii(text) && text.len <= PLAIN && text.len == str_trim(text).len;
}

/* As much of a text as one encoded word can hold, in whole characters. */
static struct str fitting(struct str text, size_t most)
{
	size_t to = 0, next = 0;

	while (next < text.len) {
		utf8_next(text, &next);
		if (next > most)
			return str_slice(text, 0, to);
		to = next;
	}
	return text;
}

static void put_word(struct buf *out, struct str text)
{
	buf_put(out, STR("=?UTF-8?B?"));
	put_base64(out, text, 0);
	buf_put(out, STR("?="));
}

/* The white space between two encoded words is not part of the text. */
static void put_encoded(struct buf *out, struct str text)
{
	while (text.len) {
		struct str word = fitting(text, WORD);

		put_word(out, word);
		text = str_slice(text, word.len, text.len);
		if (text.len)
			buf_put(out, STR("\r\n "));
	}
}

/* A long one ends with the last word that one encoded word can hold: readers disagree on
 * what stands between two of them in a name, and the address is what counts. */
static void put_short(struct buf *out, struct str name)
{
	struct str fits = fitting(name, NAME_WORD);

	if (fits.len < name.len)
		while (fits.len && fits.at[fits.len - 1] != ' ')
			fits.len--;
	fits = str_trim(fits);
	put_word(out, fits.len ? fits : fitting(name, NAME_WORD));
}

/* A name before an address; a long one is folded at its blanks. */
static void put_name(struct buf *out, struct str name)
{
	size_t column = 8;

	if (!is_ascii(name) || name.len > NAME) {
		put_short(out, name);
		return;
	}
	buf_byte(out, '"');
	for (size_t i = 0; i < name.len; i++, column++) {
		bool blank = name.at[i] == ' ' && i && name.at[i - 1] != ' ';

		if (blank && column + str_index(name, ' ', i + 1) - i > LINE - 2) {
			buf_put(out, CRLF);
			column = 0;
		}
		if (name.at[i] == '"' || name.at[i] == '\\')
			buf_byte(out, '\\');
		buf_byte(out, name.at[i]);
	}
	buf_byte(out, '"');
}

static void put_address(struct buf *out, struct str header, struct str name,
			struct str address)
{
	if (!address.len)
		return;
	buf_put(out, header);
	if (name.len) {
		put_name(out, name);
		buf_put(out, STR("\r\n "));
	}
	buf_byte(out, '<');
	buf_put(out, address);
	buf_put(out, STR(">\r\n"));
}

/* Nothing that would end it or begin another; letters of any script are the reader's
 * business (RFC 6532). */
static bool is_address(struct str address)
{
	for (size_t i = 0; i < address.len; i++)
		if ((unsigned char)address.at[i] <= ' ' || address.at[i] == 0x7F ||
		    str_index(STR("<>,;:\"()[]\\"), address.at[i], 0) < 11)
			return false;
	return address.len <= 254;
}

static void put_day(struct buf *out, date day)
{
	static const char *const days[] = {"Mon", "Tue", "Wed", "Thu",
					   "Fri", "Sat", "Sun"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
					     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct civil civil = civil_from_date(day);

	buf_format(out, "Date: %s, %02d %s %d 00:00:00 +0000\r\n",
		   days[date_weekday(day)], civil.day, months[civil.month - 1],
		   civil.year);
}

/* What tells this mail from any other. */
static struct str identity(struct arena *arena, const struct mail *mail)
{
	struct digesting digesting;
	struct buf out = buf_new(arena, 0);

	digest_begin(&digesting);
	digest_add_text(&digesting, mail->from_address);
	digest_add_text(&digesting, mail->to_address);
	digest_add_text(&digesting, mail->subject);
	digest_add_text(&digesting, mail->body);
	digest_add_text(&digesting, mail->file_name);
	digest_add_text(&digesting, mail->pdf);
	digest_add_number(&digesting, mail->day);
	digest_put(&out, digest_end(&digesting));
	return str_slice(buf_str(&out), 0, ID_DIGITS);
}

static void put_headers(struct buf *out, const struct mail *mail, struct str id)
{
	struct str from = mail->from_address;
	struct str domain = str_slice(from, str_index(from, '@', 0) + 1, from.len);

	put_address(out, STR("From: "), mail->from_name, from);
	put_address(out, STR("To: "), mail->to_name, mail->to_address);
	buf_put(out, STR("Subject: "));
	if (is_plain(mail->subject))
		buf_put(out, mail->subject);
	else
		put_encoded(out, mail->subject);
	buf_put(out, CRLF);
	put_day(out, mail->day);
	buf_format(out, "Message-ID: <%.*s@%.*s>\r\n", STR_ARG(id),
		   STR_ARG(domain.len ? domain : STR("collectgen.invalid")));
	buf_format(out, "Content-Language: %.*s\r\n", STR_ARG(mail->language));
	buf_put(out, STR("X-Unsent: 1\r\nMIME-Version: 1.0\r\n"));
	buf_format(out, "Content-Type: multipart/mixed;\r\n boundary=\"=_%.*s\"\r\n\r\n",
		   STR_ARG(id));
}

/* ---- parts ---- */

static void put_boundary(struct buf *out, struct str id, const char *end)
{
	buf_format(out, "--=_%.*s%s\r\n", STR_ARG(id), end);
}

static void put_file_name(struct buf *out, struct str name)
{
	if (is_plain(name) && str_index(name, '"', 0) == name.len &&
	    str_index(name, '\\', 0) == name.len) {
		buf_format(out, " filename=\"%.*s\"\r\n", STR_ARG(name));
		return;
	}
	/* RFC 2231, in pieces: a line may not be long. */
	for (size_t i = 0, piece = 0; i < name.len; piece++) {
		buf_format(out, "%s filename*%zu*=%s", piece ? ";\r\n" : "", piece,
			   piece ? "" : "UTF-8''");
		for (size_t end = i + 15; i < name.len && i < end; i++) {
			char c = name.at[i];
			bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
				     (c >= '0' && c <= '9') || c == '-' || c == '.';
			if (plain)
				buf_byte(out, c);
			else
				put_escaped(out, '%', c);
		}
	}
	buf_put(out, CRLF);
}

struct str mail_text(struct arena *arena, const struct mail *mail)
{
	struct buf out = buf_new(arena, 0);
	struct str id = identity(arena, mail);

	if (!is_address(mail->from_address) || !is_address(mail->to_address) ||
	    !mail->to_address.len)
		return STR("");
	put_headers(&out, mail, id);
	put_boundary(&out, id, "");
	buf_put(&out, STR("Content-Type: text/plain; charset=utf-8\r\n"
			  "Content-Transfer-Encoding: quoted-printable\r\n\r\n"));
	put_quoted(&out, mail->body);
	put_boundary(&out, id, "");
	buf_put(&out, STR("Content-Type: application/pdf\r\n"
			  "Content-Transfer-Encoding: base64\r\n"
			  "Content-Disposition: attachment;\r\n"));
	put_file_name(&out, mail->file_name);
	buf_put(&out, CRLF);
	put_base64(&out, mail->pdf, LINE);
	buf_put(&out, CRLF);
	put_boundary(&out, id, "--");
	return buf_str(&out);
}
