#include "letter/lint.h"

#include "base/arena.h"
#include "letter/lint_facts.h"

#define SHOWN_BYTES 72 /* of what tripped a rule */
#define MASK '\x1A'    /* stands for a value; no text has it */

static const struct {
	enum notice_code code;
	const char *text;
} findings[LINT_RULES + 1] = {
#define FINDING(rule) \
	{ \
		NOTICE_LINT_L##rule, NOTICE_TEXT_LINT_L##rule \
	}
	{NOTICE_LINT_L01, NULL},
	FINDING(01),
	FINDING(02),
	FINDING(03),
	FINDING(04),
	FINDING(05),
	FINDING(06),
	FINDING(07),
	FINDING(08),
	FINDING(09),
	FINDING(10),
	FINDING(11),
	FINDING(12),
	FINDING(13),
	FINDING(14),
	FINDING(15),
	FINDING(16),
	FINDING(17),
	FINDING(18),
	FINDING(19),
	FINDING(20),
	FINDING(21),
	FINDING(22),
	FINDING(23),
	FINDING(24),
#undef FINDING
};

void lint_report(const struct lint *lint, int rule, struct span span, struct str what)
{
	if (lint->template->excused >> rule & 1)
		return;
	struct notice *notice = notice_add(lint->notices, findings[rule].code, span,
					   findings[rule].text, STR_ARG(what));
	notice_help(lint->notices, notice, "%.*s (%.*s)",
		    STR_ARG(lint->rules->advice[rule]), STR_ARG(lint->rules->law[rule]));
}

/* ---- the text that is looked at: the template's words, each value one MASK ---- */

struct piece {
	size_t at;		   /* [bytes] in the words */
	const struct rendered *of; /* NULL: the title */
	size_t from;		   /* [bytes] in what it is a piece of */
};

struct words {
	struct buf text;
	struct piece *pieces;
	size_t npieces;
};

static void add_piece(struct words *words, const struct rendered *of, size_t from,
		      struct str text)
{
	words->pieces[words->npieces++] = (struct piece){words->text.len, of, from};
	buf_put(&words->text, text);
}

/* Emphasis and escapes: the reader does not see them, so they divide no phrase. */
static bool is_markup(char c)
{
	return str_index(STR("*_~`\\"), c, 0) < 5;
}

static size_t markup_in(struct str text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += is_markup(text.at[i]);
	return count;
}

/* A piece for each stretch without markup. */
static void add_copied(struct words *words, const struct rendered *of, size_t from,
		       struct str text)
{
	size_t begin = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (!is_markup(text.at[i]))
			continue;
		if (begin < i)
			add_piece(words, of, from + begin, str_slice(text, begin, i));
		begin = i + 1;
	}
	if (begin < text.len)
		add_piece(words, of, from + begin, str_slice(text, begin, text.len));
}

static void add_rendered(struct words *words, const struct rendered *rendered)
{
	const char mask = MASK;
	for (size_t i = 0; i < rendered->norigins; i++) {
		const struct origin *origin = &rendered->origins[i];
		size_t to =
			i + 1 < rendered->norigins ? origin[1].at : rendered->text.len;
		struct str text = str_slice(rendered->text, origin->at, to);
		if (origin->copied)
			add_copied(words, rendered, origin->at, text);
		else
			add_piece(words, rendered, origin->at, (struct str){&mask, 1});
	}
}

/* As many pieces as a text can have. */
static size_t room_for(const struct rendered *rendered)
{
	return rendered ? rendered->norigins + markup_in(rendered->text) : 0;
}

/* Title and subject stand as headings before the body. */
static struct words gather(struct arena *job, const struct lint *lint)
{
	size_t room = room_for(lint->subject) + room_for(lint->body) + 1;
	struct words words = {.text = buf_new(job, 0),
			      .pieces = ARENA_ARRAY(job, struct piece, room)};
	buf_put(&words.text, STR("# "));
	add_piece(&words, NULL, 0, lint->template->title);
	buf_put(&words.text, STR("\n# "));
	if (lint->subject)
		add_rendered(&words, lint->subject);
	buf_put(&words.text, STR("\n\n"));
	add_rendered(&words, lint->body);
	return words;
}

static struct span span_at(const struct lint *lint, const struct words *words, size_t at)
{
	size_t low = 0, high = words->npieces;
	while (high - low > 1) {
		size_t middle = (low + high) / 2;
		if (words->pieces[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	const struct piece *piece = &words->pieces[low];
	size_t offset = at > piece->at ? at - piece->at : 0;
	struct span span = lint->template->title_span;
	if (piece->of)
		return origin_span(piece->of, piece->from + offset);
	span.at += (uint32_t)offset;
	return span;
}

/* What was found as one line of a bearable length, without a heading's mark, values as
 * "…". */
static struct str shown(struct arena *job, struct str found)
{
	struct buf buf = buf_new(job, 0);
	while (found.len && (found.at[0] == '#' || found.at[0] == ' '))
		found = str_slice(found, 1, found.len);
	for (size_t i = 0; i < found.len; i++) {
		bool begins = (found.at[i] & 0xC0) != 0x80;
		if (i >= SHOWN_BYTES && begins) {
			buf_put(&buf, STR("…"));
			break;
		}
		if (found.at[i] == MASK)
			buf_put(&buf, STR("…"));
		else
			buf_byte(&buf, found.at[i] == '\n' ? ' ' : found.at[i]);
	}
	return buf_str(&buf);
}

/* ---- patterns ---- */

/* Whether a place is inside something the rule allows. */
static bool is_allowed(struct arena *job, const struct pattern *allow, struct str text,
		       size_t at)
{
	struct pattern_match match;
	bool gave_up = false;
	size_t from = 0;
	while (allow && from <= at &&
	       pattern_find(allow, job, text, from, &match, &gave_up)) {
		if (match.from <= at && at < match.to)
			return true;
		from = match.to > from ? match.to : from + 1;
	}
	return false;
}

/* The text's every hit; false when there is none that counts. */
static bool hunt(struct arena *job, const struct lint *lint, const struct words *words,
		 int rule, const struct pattern *forbid)
{
	struct str text = buf_str(&words->text);
	struct pattern_match match;
	bool gave_up = false, found = false;
	size_t from = 0;
	while (forbid && pattern_find(forbid, job, text, from, &match, &gave_up)) {
		from = match.to > from ? match.to : from + 1;
		if (is_allowed(job, lint->template->tongue->allow[rule], text,
			       match.from))
			continue;
		found = true;
		struct str what = shown(job, str_slice(text, match.from, match.to));
		if (rule == 8 || rule == 10)
			what = str_format(job, "'%.*s'", STR_ARG(what));
		lint_report(lint, rule, span_at(lint, words, match.from), what);
		if (from > text.len)
			break;
	}
	return found && !(lint->template->excused >> rule & 1);
}

static bool hunt_all(struct arena *job, const struct lint *lint,
		     const struct words *words, unsigned when)
{
	const struct lint_tongue *tongue = lint->template->tongue;
	struct pattern_match match;
	bool gave_up = false, found = false;
	if (!pattern_find(tongue->any, job, buf_str(&words->text), 0, &match, &gave_up) &&
	    !gave_up)
		return false;
	for (int rule = 1; rule <= LINT_RULES; rule++)
		for (int w = 0; w < LINT_WHEN__COUNT; w++)
			if (when >> w & 1)
				found |= hunt(job, lint, words, rule,
					      tongue->forbid[w][rule]);
	return found;
}

static struct str letter_name(const struct lint *lint)
{
	const struct letter *letter = lint->document->letter;
	return letter->policy->stages[letter->stage].letter;
}

static bool need_all(struct arena *job, const struct lint *lint,
		     const struct words *words)
{
	const struct customer *customer = lint->document->escalation->account->customer;
	bool missing = false;
	for (const struct lint_need *need = lint->template->tongue->needs; need;
	     need = need->next) {
		struct pattern_match match;
		bool gave_up = false;
		bool applies =
			(!need->letter.len ||
			 str_equal(need->letter, letter_name(lint))) &&
			(!need->country.len ||
			 str_equal(need->country, customer->country)) &&
			(!need->kind.len || str_equal(need->kind, lint_facts_kind(lint)));
		if (!applies || pattern_find(need->says, job, buf_str(&words->text), 0,
					     &match, &gave_up))
			continue;
		lint_report(lint, need->rule, lint->template->body_span, need->what);
		missing |= !(lint->template->excused >> need->rule & 1);
	}
	return missing;
}

/* A number of the creditor's that costs the caller stands in every letterhead. */
static bool hunt_phone(struct arena *job, const struct lint *lint)
{
	const struct creditor *creditor =
		&lint->document->escalation->account->ledger->creditor;
	const struct pattern *forbid = lint->template->tongue->forbid[LINT_ALWAYS][23];
	struct pattern_match match;
	bool gave_up = false;
	if (!forbid || !pattern_find(forbid, job, creditor->phone, 0, &match, &gave_up))
		return false;
	lint_report(lint, 23, creditor->span, creditor->phone);
	return true;
}

/* ---- shapes ---- */

static uint64_t mix(uint64_t hash, uint64_t with)
{
	hash = (hash ^ with) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 29;
}

static uint64_t mix_rendered(uint64_t hash, const struct rendered *rendered)
{
	for (size_t i = 0; i < rendered->norigins; i++) {
		const struct origin *origin = &rendered->origins[i];
		uint64_t place = (uint64_t)origin->span.file << 33 |
				 (uint64_t)origin->span.at << 1 | origin->copied;
		hash = mix(hash, place);
	}
	return hash;
}

/* All that the patterns' verdict depends on; never 0. */
static uint64_t shape(const struct lint *lint, unsigned when)
{
	const struct customer *customer = lint->document->escalation->account->customer;
	uint64_t hash = mix(when, (uint64_t)(uintptr_t)lint->template);
	hash = mix(hash, str_hash(customer->country));
	hash = mix(hash, (uint64_t)customer->kind);
	if (lint->document->letter)
		hash = mix(hash, str_hash(letter_name(lint)));
	if (lint->subject)
		hash = mix_rendered(hash, lint->subject);
	return mix_rendered(hash, lint->body) | 1;
}

void lint_check(struct arena *job, const struct lint *lint)
{
	unsigned when = lint_facts_when(lint);
	uint64_t hash = shape(lint, when);
	_Atomic uint64_t *clean = &lint->rules->clean[hash >> 8 & (LINT_SHAPES - 1)];
	lint_facts_check(job, lint);
	if (atomic_load_explicit(clean, memory_order_relaxed) == hash)
		return;
	struct words words = gather(job, lint);
	bool found = hunt_all(job, lint, &words, when);
	if (lint->document->letter)
		found |= need_all(job, lint, &words);
	found |= hunt_phone(job, lint);
	if (!found)
		atomic_store_explicit(clean, hash, memory_order_relaxed);
}

void lint_cover(struct arena *job, struct lint_rules *rules,
		const struct template *template, struct notices *notices)
{
	if (!rules || !template->tongue)
		return;
	struct rendered body = mustache_words(job, template->body), subject;
	struct lint lint = {
		.rules = rules, .template = template, .body = &body, .notices = notices};
	if (template->subject) {
		subject = mustache_words(job, template->subject);
		lint.subject = &subject;
	}
	struct words words = gather(job, &lint);
	hunt_all(job, &lint, &words, 1u << LINT_ALWAYS);
}
