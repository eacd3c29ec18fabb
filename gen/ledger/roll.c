#include "ledger/roll.h"

#include "base/limits.h"
#include "base/near.h"
#include "base/unicode.h"

struct entry {
	struct str id;
	struct span span;
};

static struct entry entry_of(enum section section, const void *record)
{
	if (section == SECTION_CUSTOMERS) {
		const struct customer *customer = record;
		return (struct entry){customer->id, customer->id_span};
	}
	if (section == SECTION_INVOICES) {
		const struct invoice *invoice = record;
		return (struct entry){invoice->number, PLACE_OF(invoice, number_at)};
	}
	if (section == SECTION_CREDIT_NOTES) {
		const struct credit_note *note = record;
		return (struct entry){note->number, note->number_span};
	}
	const struct plan *plan = record;
	return (struct entry){plan->id, plan->id_span};
}

static const char *id_word(enum section section)
{
	return section == SECTION_CUSTOMERS || section == SECTION_PLANS ? "id" : "number";
}

static void report_twice(struct reading *reading, enum section section,
			 struct entry second, struct entry first)
{
	const char *noun = reading_noun(section);
	struct notice *notice;
	if (str_equal(first.id, second.id)) {
		notice = NOTICE(reading->notices, ID_DUPLICATE, second.span, noun,
				STR_ARG(second.id));
		notice_help(reading->notices, notice, "give one of them another %s",
			    id_word(section));
	} else {
		notice = NOTICE(reading->notices, ID_CASE, second.span, noun,
				STR_ARG(second.id), STR_ARG(first.id));
		notice_help(
			reading->notices, notice,
			"they name files, and some file systems see one name: write %.*s-2, say",
			STR_ARG(second.id));
		reading_break(reading, section, second.id);
	}
	notice_note(reading->notices, notice, first.span, "%s '%.*s' is declared here",
		    noun, STR_ARG(first.id));
}

/* Of an id, case aside; what a slot keeps of it. */
static uint64_t hash_of(const struct reading *reading, struct str id)
{
	return unicode_hash_caseless(reading->scratch, id) >> 32 << 32;
}

static void *record_in(const struct reading *reading, enum section section, uint64_t slot)
{
	return slot ? reading->shelves[section].records[(uint32_t)slot - 1] : NULL;
}

static bool is_same(const struct reading *reading, struct str a, struct str b)
{
	return str_equal(a, b) || str_equal(unicode_caseless(reading->scratch, a),
					    unicode_caseless(reading->scratch, b));
}

/* The slot of an id: the one that holds its record, or the empty one where it belongs.
 * Ids are folded anew to be compared: a copy of each would be longer than all else that a
 * roll takes. nslots > 0. */
static uint64_t *locate(const struct reading *reading, enum section section,
			struct str id, uint64_t hash)
{
	const struct roll *roll = &reading->rolls[section];
	size_t mask = roll->nslots - 1;
	for (size_t at = (size_t)(hash >> 32) & mask;; at = (at + 1) & mask) {
		uint64_t *slot = &roll->slots[at];
		if (!*slot)
			return slot;
		if (*slot >> 32 != hash >> 32)
			continue;
		const void *record = record_in(reading, section, *slot);
		if (is_same(reading, entry_of(section, record).id, id))
			return slot;
	}
}

/* A large roll lies in no cache: a slot is fetched while others are dealt with. */
static uint64_t fetch(const struct reading *reading, enum section section, struct str id)
{
	const struct roll *roll = &reading->rolls[section];
	uint64_t hash = hash_of(reading, id);
	__builtin_prefetch(&roll->slots[(size_t)(hash >> 32) & (roll->nslots - 1)]);
	return hash;
}

/* At most half full. */
static struct roll roll_new(struct arena *desk, size_t count)
{
	size_t nslots = 1;
	while (nslots < 2 * count)
		nslots *= 2;
	return (struct roll){ARENA_ARRAY(desk, uint64_t, nslots), nslots};
}

static void enter(struct reading *reading, enum section section, size_t place,
		  uint64_t hash)
{
	const struct shelf *shelf = &reading->shelves[section];
	struct entry entry = entry_of(section, shelf->records[place]);
	if (!entry.id.len) {
		reading->lost[section] = true;
		return;
	}
	uint64_t *slot = locate(reading, section, entry.id, hash);
	if (!*slot) {
		*slot = hash | (place + 1);
		return;
	}
	report_twice(reading, section, entry,
		     entry_of(section, record_in(reading, section, *slot)));
	shelf->broken[place] = true;
}

void roll_enter(struct reading *reading, enum section section)
{
	const struct shelf *shelf = &reading->shelves[section];
	struct arena_mark mark = arena_mark(reading->scratch);
	uint64_t hashes[ROLL_AHEAD];
	reading->rolls[section] = roll_new(reading->desk, shelf->count);
	for (size_t i = 0; i < shelf->count + ROLL_AHEAD; i++) {
		if (i >= ROLL_AHEAD)
			enter(reading, section, i - ROLL_AHEAD, hashes[i % ROLL_AHEAD]);
		if (i < shelf->count)
			hashes[i % ROLL_AHEAD] =
				fetch(reading, section,
				      entry_of(section, shelf->records[i]).id);
		arena_rewind(reading->scratch, mark);
	}
}

void roll_expect(const struct reading *reading, enum section section, const char *name)
{
	if (name)
		fetch(reading, section, str_from_c(name));
}

static void *find_caseless(const struct reading *reading, enum section section,
			   struct str id)
{
	struct arena_mark mark = arena_mark(reading->scratch);
	uint64_t hash = hash_of(reading, id);
	void *found = record_in(reading, section, *locate(reading, section, id, hash));
	arena_rewind(reading->scratch, mark);
	return found;
}

void *roll_find(const struct reading *reading, enum section section, struct str id)
{
	void *found = find_caseless(reading, section, id);
	return found && str_equal(entry_of(section, found).id, id) ? found : NULL;
}

/* The nearest name; only for so many as will be printed, because each costs a look at
 * all. */
static const void *nearest(struct reading *reading, enum section section, struct str id)
{
	const struct shelf *shelf = &reading->shelves[section];
	const void *same = find_caseless(reading, section, id);
	if (same || !reading_may_search(reading))
		return same;
	struct arena_mark mark = arena_mark(reading->scratch);
	struct near near = near_new(reading->scratch, id);
	for (size_t i = 0; i < shelf->count; i++) {
		struct near before = near;
		struct str known = entry_of(section, shelf->records[i]).id;
		near_offer(&near, known);
		bool nearer = near.best.at != before.best.at;
		if (nearer && roll_find(reading, section, known) != shelf->records[i])
			near = before; /* it differs from another by case alone */
	}
	struct str best = near.best;
	arena_rewind(reading->scratch, mark);
	return best.len ? roll_find(reading, section, best) : NULL;
}

/* Several in one text, with amounts or without. */
static void *help_list(struct reading *reading, struct notice *notice, struct str text)
{
	struct str rest = text;
	bool known = true;
	while (known && rest.len) {
		size_t comma = str_index(rest, ',', 0);
		known = roll_find(reading, SECTION_INVOICES,
				  str_trim(str_slice(rest, 0, comma))) != NULL;
		rest = str_slice(rest, comma + 1, rest.len);
	}
	if (known)
		notice_help(reading->notices, notice, "a list has brackets: write [%.*s]",
			    STR_ARG(text));
	else
		notice_help(
			reading->notices, notice,
			"several stand in brackets, [R-1, R-2]; with amounts in braces, {R-1: 60.00, R-2: 40.00}");
	return NULL;
}

void *roll_call(struct reading *reading, enum section section, const struct name *name,
		const char *who)
{
	if (!name || name->text.len == 0)
		return NULL;
	void *found = roll_find(reading, section, name->text);
	if (found || reading_lost(reading, section, name->text))
		return found;
	struct notice *notice = section == SECTION_CUSTOMERS
					? NOTICE(reading->notices, CUSTOMER_UNKNOWN,
						 name->span, who, STR_ARG(name->text))
					: NOTICE(reading->notices, INVOICE_UNKNOWN,
						 name->span, who, STR_ARG(name->text));
	const void *near = nearest(reading, section, name->text);
	if (section == SECTION_INVOICES && str_index(name->text, ',', 0) < name->text.len)
		return help_list(reading, notice, name->text);
	if (!near) {
		notice_help(reading->notices, notice,
			    "declare it under '%s', or correct the name",
			    schema_sections[section].key);
		return NULL;
	}
	struct entry entry = entry_of(section, near);
	notice_help(reading->notices, notice, "did you mean '%.*s'?", STR_ARG(entry.id));
	notice_note(reading->notices, notice, entry.span, "%s '%.*s' is declared here",
		    reading_noun(section), STR_ARG(entry.id));
	return NULL;
}

void *roll_call_passing(struct reading *reading, enum section section, const char *name,
			struct span span, const char *who)
{
	struct name called = {str_from_c(name ? name : ""), span};
	return roll_call(reading, section, &called, who);
}
