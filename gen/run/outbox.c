#include "run/outbox.h"

#include "letter/cover.h"
#include "run/beneath.h"
#include "run/mail.h"

#define LETTERS "letters/"
#define ENDING ".pdf"

/* letters/acme/reminder-1-GBP-plain.pdf → outbox/acme/reminder-1-GBP-plain.eml */
static struct str path_of(struct arena *arena, struct str letter)
{
	struct str middle =
		str_slice(letter, sizeof LETTERS - 1, letter.len - (sizeof ENDING - 1));

	return str_format(arena, "outbox/%.*s.eml", STR_ARG(middle));
}

struct str outbox_letter(struct arena *arena, struct str path)
{
	struct str start = STR("outbox/"), end = STR(".eml");

	if (!str_starts(path, start) || !str_ends(path, end))
		return STR("");
	struct str middle = str_slice(path, start.len, path.len - end.len);
	return str_format(arena, LETTERS "%.*s" ENDING, STR_ARG(middle));
}

/* "Final demand acme 2026-11-30.pdf": what the customer sees. A title is a line of text;
 * what a file's name cannot have is taken out of it. */
static struct str file_name(struct arena *arena, const struct composed *composed,
			    const struct account *account)
{
	struct buf out = buf_new(arena, 0);

	for (size_t i = 0; i < composed->title.len; i++) {
		char c = composed->title.at[i];
		bool odd =
			(unsigned char)c < ' ' || str_index(STR("/\\:*?\"<>|"), c, 0) < 9;
		buf_byte(&out, odd ? ' ' : c);
	}
	buf_format(&out, " %.*s ", STR_ARG(account->customer->id));
	date_put(&out, account->as_of);
	buf_put(&out, STR(ENDING));
	return buf_str(&out);
}

static struct mail mail_of(struct hand *hand, const struct composed *composed)
{
	const struct account *account = composed->document->escalation->account;
	const struct creditor *creditor = &account->ledger->creditor;
	const struct customer *customer = account->customer;
	struct cover cover =
		cover_text(hand->job, hand->batch->templates, composed->document,
			   COVER_EMAIL, composed->title, &hand->notices);

	return (struct mail){
		.from_name = creditor->name,
		.from_address = creditor->email,
		.to_name = customer->contact.len ? customer->contact : customer->name,
		.to_address = customer->email,
		.subject = cover.subject.len ? cover.subject : composed->meta.subject,
		.body = cover.text,
		.language = composed->locale,
		.day = account->as_of,
		.file_name = file_name(hand->job, composed, account),
	};
}

static struct digest inputs_of(const struct mail *mail,
			       const struct manifest_entry *letter)
{
	const struct str texts[] = {mail->from_name,  mail->from_address, mail->to_name,
				    mail->to_address, mail->subject,	  mail->body,
				    mail->language,   mail->file_name};
	struct digesting digesting;

	digest_begin(&digesting);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		digest_add_text(&digesting, texts[i]);
	digest_add_number(&digesting, mail->day);
	digest_add_digest(&digesting, &letter->digest);
	return digest_end(&digesting);
}

static bool write_draft(struct hand *hand, struct mail *mail, struct pen *pen,
			struct str letter, struct manifest_entry *draft)
{
	if (!beneath_read(pen->new_fd, hand->job, letter, &mail->pdf))
		return batch_fault(hand,
				   str_format(hand->kept, "cannot attach '%.*s/%.*s'",
					      STR_ARG(pen->shown), STR_ARG(letter)));
	struct str text = mail_text(hand->job, mail);
	if (!text.len)
		return batch_fault(hand, str_format(hand->kept,
						    "'%.*s' cannot stand in an e-mail",
						    STR_ARG(mail->to_address)));
	draft->bytes = (uint32_t)text.len;
	draft->digest = digest_from_str(text);
	return pen_write(pen, draft->path, text) || batch_fault(hand, pen->fault);
}

bool outbox_write(struct hand *hand, const struct composed *composed,
		  const struct reuse *files, struct pen *pen,
		  struct batch_document *document)
{
	struct mail mail = mail_of(hand, composed);
	struct manifest_entry draft = {.path = path_of(hand->kept, document->entry.path),
				       .inputs = inputs_of(&mail, &document->entry)};

	if (!reuse_file(files, pen, &draft)) {
		if (pen->fault.len)
			return batch_fault(hand, pen->fault);
		if (!write_draft(hand, &mail, pen, document->entry.path, &draft))
			return false;
	}
	document->draft = ARENA_NEW(hand->kept, struct manifest_file);
	*document->draft = (struct manifest_file){draft.path, draft.bytes, draft.digest,
						  draft.inputs};
	return true;
}
