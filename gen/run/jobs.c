#include "run/jobs.h"

#define LETTERS "letters/"
#define STATEMENTS "statements/"

bool jobs_chosen(const struct build_options *options, struct str customer)
{
	for (size_t i = 0; i < options->nonly; i++)
		if (str_equal(options->only[i], customer))
			return true;
	return options->nonly == 0;
}

bool jobs_wanted(const struct build_options *options, struct str path)
{
	bool letter = str_starts(path, STR(LETTERS));
	size_t from = letter ? sizeof LETTERS - 1 : sizeof STATEMENTS - 1;
	struct str customer = str_slice(path, from, str_index(path, '/', from));

	return (options->kinds & (letter ? BUILD_LETTERS : BUILD_STATEMENTS)) &&
	       jobs_chosen(options, customer);
}

static bool name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* The ledger floor allows no other names; a path built from them must never depend on
 * that. */
static bool safe(struct str path)
{
	for (size_t i = 0; i < path.len; i++) {
		bool first = i == 0 || path.at[i - 1] == '/';

		if (path.at[i] == '/' ? first : !name_byte(path.at[i]))
			return false;
		if (first && path.at[i] == '.')
			return false;
	}
	return path.len > 0;
}

static void add(struct jobs *jobs, struct document document, struct str path)
{
	if (!safe(path) && !jobs->unsafe.len)
		jobs->unsafe = path;
	jobs->items[jobs->count++] = (struct job){document, path};
}

static struct str letter_path(struct arena *arena, const struct account *account,
			      const struct letter *letter)
{
	return str_format(arena, LETTERS "%.*s/%.*s-%s-%.*s.pdf",
			  STR_ARG(account->customer->id),
			  STR_ARG(letter->policy->stages[letter->stage].name),
			  account->currency->code, STR_ARG(letter->policy->name));
}

static void add_account(struct arena *arena, struct jobs *jobs,
			const struct escalation *escalation,
			const struct build_options *options)
{
	const struct account *account = escalation->account;

	if ((options->kinds & BUILD_STATEMENTS) && compose_statement_due(account))
		add(jobs, (struct document){escalation, NULL},
		    str_format(arena, STATEMENTS "%.*s/%s.pdf",
			       STR_ARG(account->customer->id), account->currency->code));
	if (!(options->kinds & BUILD_LETTERS))
		return;
	for (size_t i = 0; i < escalation->nletters; i++)
		add(jobs, (struct document){escalation, &escalation->letters[i]},
		    letter_path(arena, account, &escalation->letters[i]));
}

struct jobs jobs_of_account(struct arena *arena, const struct escalation *escalation,
			    const struct build_options *options)
{
	struct jobs jobs = {0};

	if (!jobs_chosen(options, escalation->account->customer->id))
		return jobs;
	jobs.items = ARENA_ARRAY(arena, struct job, 1 + escalation->nletters);
	add_account(arena, &jobs, escalation, options);
	return jobs;
}

struct jobs jobs_list(struct arena *arena, const struct book *book,
		      const struct build_options *options)
{
	struct jobs jobs = {0};
	size_t room = 0;

	for (size_t i = 0; i < book->naccounts; i++)
		room += 1 + book->accounts[i]->nletters;
	jobs.items = ARENA_ARRAY(arena, struct job, room);
	for (size_t i = 0; i < book->naccounts; i++)
		if (jobs_chosen(options, book->accounts[i]->account->customer->id))
			add_account(arena, &jobs, book->accounts[i], options);
	return jobs;
}
