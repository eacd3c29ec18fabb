#include "ledger/footprint.h"

static uint64_t mix(uint64_t hash, uint64_t with)
{
	__extension__ typedef unsigned __int128 product;
	product mixed = (product)(hash ^ UINT64_C(0xA0761D6478BD642F)) *
			(with ^ UINT64_C(0xE7037ED1A0B428DB));
	return ((uint64_t)mixed ^ (uint64_t)(mixed >> 64)) + (hash << 1);
}

uint64_t footprint_of(const struct node *node)
{
	uint64_t shape =
		(uint64_t)node->count * 16 + (uint64_t)node->kind * 2 + node->plain;
	uint64_t hash = mix(shape + str_hash(node->key), str_hash(node->text));
	for (const struct node *at = node->first; at; at = at->next)
		hash = mix(hash, footprint_of(at));
	return hash;
}

static const struct customer *customer_of(enum section section, const void *record)
{
	switch (section) {
	case SECTION_CUSTOMERS:
		return record;
	case SECTION_INVOICES:
		return ((const struct invoice *)record)->customer;
	case SECTION_CREDIT_NOTES:
		return ((const struct credit_note *)record)->customer;
	case SECTION_PAYMENTS:
		return ((const struct payment *)record)->customer;
	case SECTION_WRITE_OFFS: {
		const struct write_off *write_off = record;
		return write_off->invoice ? write_off->invoice->customer : NULL;
	}
	case SECTION_PLANS:
		return ((const struct plan *)record)->customer;
	case SECTION_PROMISES:
		return ((const struct promise *)record)->customer;
	case SECTION_LOG:
		return ((const struct log_entry *)record)->customer;
	case SECTION_CREDITOR:
	case SECTION_DEFAULTS:
	case SECTION_POLICIES:
	case SECTION_RATES:
	case SECTION__COUNT:
		break;
	}
	return NULL;
}

/* A payment's currency may follow from what others have. */
static uint64_t currency_of(enum section section, const void *record)
{
	const struct payment *payment = section == SECTION_PAYMENTS ? record : NULL;
	if (!payment || !payment->currency)
		return 0;
	return str_hash(str_from_c(payment->currency->code));
}

/* Sums: the order of files and records means nothing. */
static void add(struct reading *reading, enum section section, const void *record,
		uint64_t footprint)
{
	/* Not frozen yet: only its own record has a customer that may be written to. */
	struct customer *customer = (struct customer *)customer_of(section, record);
	uint64_t hash = mix(mix(footprint, section), currency_of(section, record));
	if (customer)
		customer->footprint += hash;
	else
		reading->ledger->footprint += hash;
}

void footprint_settle(struct reading *reading)
{
	for (int k = 0; k < SECTION__COUNT; k++)
		for (const struct shelf_board *board = reading->shelves[k].first; board;
		     board = board->next)
			for (size_t i = 0; i < board->count; i++)
				add(reading, (enum section)k, board->records[i],
				    board->footprints[i]);
}
