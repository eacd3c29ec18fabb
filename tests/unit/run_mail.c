#include <criterion/criterion.h>

#include "base/arena.h"
#include "run/mail.h"

static struct arena *arena;

static void begin(void)
{
	arena = arena_new(0);
}

static void end(void)
{
	arena_free(arena);
}

TestSuite(mail, .init = begin, .fini = end);

static struct mail plain(void)
{
	return (struct mail){
		.from_name = STR("Joinery Ltd"),
		.from_address = STR("post@joinery.example"),
		.to_name = STR("Acme"),
		.to_address = STR("ap@acme.example"),
		.subject = STR("Reminder"),
		.body = STR("Dear Acme,\n\nplease look at the letter."),
		.language = STR("en-GB"),
		.day = date_from_civil(2026, 11, 30),
		.file_name = STR("Reminder.pdf"),
		.pdf = STR("%PDF-1.7"),
	};
}

static bool has(struct str text, const char *wanted)
{
	struct str part = str_from_c(wanted);

	for (size_t i = 0; i + part.len <= text.len; i++)
		if (str_equal(str_slice(text, i, i + part.len), part))
			return true;
	return false;
}

Test(mail, has_the_headers_of_a_draft)
{
	struct mail mail = plain();
	struct str text = mail_text(arena, &mail);

	cr_expect(str_starts(
		text, STR("From: \"Joinery Ltd\"\r\n <post@joinery.example>\r\n")));
	cr_expect(has(text, "\r\nDate: Mon, 30 Nov 2026 00:00:00 +0000\r\n"));
	cr_expect(has(text, "\r\nX-Unsent: 1\r\n"));
	cr_expect(has(text, "\r\n filename=\"Reminder.pdf\"\r\n"));
	cr_expect(has(text, "\r\nJVBERi0xLjc=\r\n")); /* the PDF */
}

Test(mail, is_the_same_for_the_same_values_and_another_for_others)
{
	struct mail mail = plain();
	struct str one = mail_text(arena, &mail), two = mail_text(arena, &mail);

	cr_expect(str_equal(one, two));
	mail.body = STR("Dear Acme,");
	cr_expect_not(str_equal(str_slice(one, 0, 300),
				str_slice(mail_text(arena, &mail), 0, 300)),
		      "another mail has another Message-ID");
}

Test(mail, lets_no_value_begin_a_header)
{
	struct mail mail = plain();

	mail.subject = STR("x\r\nBcc: all@x.example");
	mail.to_name = STR("y\nBcc: all@x.example");
	mail.file_name = STR("z\"\r\nBcc: all@x.example");
	cr_expect_not(has(mail_text(arena, &mail), "\nBcc:"));
}

Test(mail, refuses_an_address_that_is_not_one)
{
	static const char *const bad[] = {"", "a b@x.example", "a@x.example>",
					  "a@x.example\r\nBcc: b@x.example",
					  "a@x.example, b@x.example"};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct mail mail = plain();

		mail.to_address = str_from_c(bad[i]);
		cr_expect_eq(mail_text(arena, &mail).len, 0, "%s", bad[i]);
	}
}

Test(mail, encodes_what_is_not_plain_in_words_of_whole_characters)
{
	struct mail mail = plain();

	mail.subject = STR("Łódź Łódź Łódź Łódź Łódź Łódź");
	cr_expect(has(
		mail_text(arena, &mail),
		"Subject: =?UTF-8?B?xYHDs2TFuiDFgcOzZMW6IMWBw7NkxbogxYHDs2TFuiDFgcOzZMW6?=\r\n"
		" =?UTF-8?B?"));
}
