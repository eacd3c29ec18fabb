/* crew: every job once, whatever the number of threads. */
#include <criterion/criterion.h>
#include <sys/resource.h>

#include "base/crew.h"

#define JOBS 1000

struct ledger_of_jobs {
	unsigned times[JOBS];
	unsigned worker[JOBS];
};

static void mark(void *subject, unsigned worker, size_t job)
{
	struct ledger_of_jobs *all = subject;
	all->times[job]++;
	all->worker[job] = worker;
}

static void expect_each_once(unsigned workers)
{
	static struct ledger_of_jobs all;
	all = (struct ledger_of_jobs){{0}, {0}};
	crew_run(workers, JOBS, mark, &all);
	for (size_t i = 0; i < JOBS; i++) {
		cr_assert_eq(all.times[i], 1);
		cr_assert_lt(all.worker[i], workers ? workers : 1);
	}
}

Test(crew, does_every_job_once)
{
	expect_each_once(1);
	expect_each_once(2);
	expect_each_once(16);
}

Test(crew, counts_no_worker_as_one)
{
	expect_each_once(0);
}

Test(crew, has_nothing_to_do_without_jobs)
{
	crew_run(4, 0, mark, NULL);
}

/* The sanitizers themselves end with a machine that gives no memory. */
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
Test(crew, does_alone_what_no_second_thread_can_be_had_for)
{
	static struct ledger_of_jobs all;
	struct rlimit before, none;
	getrlimit(RLIMIT_AS, &before);
	none = (struct rlimit){.rlim_cur = 0, .rlim_max = before.rlim_max};
	cr_assert_eq(setrlimit(RLIMIT_AS, &none), 0);
	crew_run(16, JOBS, mark, &all);
	setrlimit(RLIMIT_AS, &before);
	for (size_t i = 0; i < JOBS; i++) {
		cr_assert_eq(all.times[i], 1);
		cr_assert_eq(all.worker[i], 0);
	}
}
#endif
