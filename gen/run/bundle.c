#include "run/bundle.h"

#include <stdlib.h>

#include "base/csv.h"
#include "base/version.h"
#include "escalate/channel.h"
#include "letter/cover.h"
#include "press/bind.h"
#include "run/beneath.h"

/* One document in the bundle. */
struct piece {
	const struct batch_document *document;
	struct text_line *address;
	struct str country, town; /* country empty: the creditor's own */
	size_t first, pages;	  /* pages of the bundle, from 1 */
};

struct envelope {
	size_t number, sheets, duplex;
};

struct bundling {
	struct arena *arena, *scratch;
	const struct batch *batch;
	struct pen *pen;
	struct piece *pieces;
	size_t count;
	struct str path; /* of the PDF */
	int fd;
	size_t bytes;
	struct digesting digesting;
};

/* ---- which, and in which order ---- */

/* A statement goes the way the customer would be written to. */
static enum channel channel_of(const struct bundling *bundling,
			       const struct batch_document *document)
{
	static const struct stage any;

	if (document->entry.stage.len)
		return document->channel;
	return channel_choose(bundling->batch->book->ledger, document->customer, &any);
}

static struct piece piece_of(struct bundling *bundling,
			     const struct batch_document *document)
{
	const struct ledger *ledger = bundling->batch->book->ledger;
	struct piece piece = {.document = document};

	piece.address = cover_address(bundling->arena, bundling->batch->templates, ledger,
				      document->customer);
	if (!str_equal(document->customer->country, ledger->creditor.country))
		piece.country = document->customer->country;
	for (const struct text_line *line = piece.address; line; line = line->next)
		if (!piece.country.len || line->next)
			piece.town = line->text;
	return piece;
}

static void collect(struct bundling *bundling, enum channel channel)
{
	const struct batch *batch = bundling->batch;
	size_t room = 0;

	for (size_t i = 0; i < batch->book->nkeys; i++)
		for (const struct batch_document *d = batch->documents[i]; d; d = d->next)
			room += d->entry.bytes && channel_of(bundling, d) == channel;
	bundling->pieces = ARENA_ARRAY(bundling->arena, struct piece, room);
	for (size_t i = 0; i < batch->book->nkeys; i++)
		for (const struct batch_document *d = batch->documents[i]; d; d = d->next)
			if (d->entry.bytes && channel_of(bundling, d) == channel)
				bundling->pieces[bundling->count++] =
					piece_of(bundling, d);
}

static int by_post(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;
	const struct manifest_entry *p = &x->document->entry, *q = &y->document->entry;
	int order = str_compare(x->country, y->country);

	if (!order)
		order = str_compare(x->town, y->town);
	if (!order)
		order = str_compare(p->customer, q->customer);
	return order ? order : str_compare(p->path, q->path); /* letters/ first */
}

/* ---- the pages ---- */

static bool put(void *data, struct str bytes)
{
	struct bundling *bundling = data;

	digest_add(&bundling->digesting, bytes);
	bundling->bytes += bytes.len;
	return pen_put(bundling->pen, bundling->path, bundling->fd, bytes);
}

static bool unreadable(struct bundling *bundling, struct str path)
{
	struct pen *pen = bundling->pen;

	if (!pen->fault.len)
		pen->fault = str_format(pen->arena, "cannot bind '%.*s/%.*s'",
					STR_ARG(pen->shown), STR_ARG(path));
	return false;
}

static bool bind_all(struct bundling *bundling)
{
	struct buf title = buf_new(bundling->arena, 0);
	buf_put(&title, bundling->batch->book->ledger->creditor.name);
	buf_put(&title, STR(", "));
	date_put(&title, bundling->batch->book->as_of);
	struct bind *bind = bind_open(bundling->arena, buf_str(&title),
				      STR("collectgen " VERSION), put, bundling);
	struct arena_mark mark = arena_mark(bundling->scratch);
	bool done = true;
	size_t next = 1;

	for (size_t i = 0; i < bundling->count && done; i++) {
		struct piece *piece = &bundling->pieces[i];
		struct str path = piece->document->entry.path, pdf;

		arena_rewind(bundling->scratch, mark);
		done = beneath_read(bundling->pen->new_fd, bundling->scratch, path,
				    &pdf) &&
		       bind_add(bind, pdf, &piece->pages);
		if (!done)
			unreadable(bundling, path);
		piece->first = next;
		next += piece->pages;
	}
	return bind_close(bind) && done;
}

static bool write_pages(struct bundling *bundling)
{
	bundling->fd = pen_open(bundling->pen, bundling->path);
	if (bundling->fd < 0)
		return false;
	digest_begin(&bundling->digesting);
	bool done = bind_all(bundling);
	return pen_shut(bundling->pen, bundling->path, bundling->fd) && done;
}

/* ---- the list ---- */

static void put_count(struct csv *csv, size_t count)
{
	char text[24];
	struct buf digits = {.at = text, .room = sizeof text, .limit = sizeof text};

	buf_int(&digits, (int64_t)count);
	csv_number(csv, buf_str(&digits));
}

static bool same_envelope(const struct piece *a, const struct piece *b)
{
	return a->document->customer == b->document->customer;
}

/* The envelope of the piece at `from`, which is its first. */
static struct envelope envelope_at(const struct bundling *bundling, size_t from,
				   size_t number)
{
	struct envelope envelope = {.number = number};

	for (size_t i = from;
	     i < bundling->count &&
	     same_envelope(&bundling->pieces[from], &bundling->pieces[i]);
	     i++) {
		envelope.sheets += bundling->pieces[i].pages;
		envelope.duplex += (bundling->pieces[i].pages + 1) / 2;
	}
	return envelope;
}

static void put_row(struct csv *csv, struct arena *arena, const struct piece *piece,
		    const struct envelope *envelope)
{
	const struct manifest_entry *entry = &piece->document->entry;
	struct buf address = buf_new(arena, 0);

	for (const struct text_line *line = piece->address; line; line = line->next) {
		buf_put(&address, address.len ? STR(", ") : STR(""));
		buf_put(&address, line->text);
	}
	put_count(csv, envelope->number);
	put_count(csv, piece->first);
	put_count(csv, piece->first + piece->pages - 1);
	put_count(csv, piece->pages);
	put_count(csv, envelope->sheets);
	put_count(csv, envelope->duplex);
	csv_text(csv, entry->customer);
	csv_text(csv, manifest_kind(entry));
	csv_text(csv, entry->stage);
	csv_text(csv, buf_str(&address));
	csv_text(csv, piece->document->customer->country);
	csv_text(csv, entry->path);
	csv_end(csv);
}

static struct str list(const struct bundling *bundling)
{
	static const char *const titles[] = {"envelope",	"first_page",
					     "last_page",	"pages",
					     "envelope_sheets", "envelope_sheets_duplex",
					     "customer",	"kind",
					     "stage",		"address",
					     "country",		"document"};
	struct buf out = buf_new(bundling->arena, 0);
	struct csv csv = {.out = &out};
	struct envelope envelope = {0};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		csv_text(&csv, str_from_c(titles[i]));
	csv_end(&csv);
	for (size_t i = 0; i < bundling->count; i++) {
		const struct piece *piece = &bundling->pieces[i];

		if (i == 0 || !same_envelope(piece - 1, piece))
			envelope = envelope_at(bundling, i, envelope.number + 1);
		put_row(&csv, bundling->arena, piece, &envelope);
	}
	return buf_str(&out);
}

/* ---- both ---- */

static bool write_both(struct bundling *bundling, enum channel channel,
		       struct manifest *manifest)
{
	struct str text, path = str_format(manifest->arena, "bundle/%s.csv",
					   channel_name(channel));

	if (!write_pages(bundling))
		return false;
	manifest_add_file(manifest, (struct manifest_file){
					    .path = bundling->path,
					    .bytes = bundling->bytes,
					    .digest = digest_end(&bundling->digesting)});
	text = list(bundling);
	manifest_add_file(manifest,
			  (struct manifest_file){.path = path,
						 .bytes = text.len,
						 .digest = digest_from_str(text)});
	return pen_write(bundling->pen, path, text);
}

bool bundle_write(const struct batch *batch, enum channel channel, struct pen *pen,
		  struct manifest *manifest)
{
	struct bundling bundling = {.arena = arena_new(0),
				    .scratch = arena_new(0),
				    .batch = batch,
				    .pen = pen};
	bool done = true;

	bundling.path =
		str_format(manifest->arena, "bundle/%s.pdf", channel_name(channel));
	collect(&bundling, channel);
	if (bundling.count) {
		qsort(bundling.pieces, bundling.count, sizeof *bundling.pieces, by_post);
		done = write_both(&bundling, channel, manifest);
	}
	arena_free(bundling.scratch);
	arena_free(bundling.arena);
	return done;
}
