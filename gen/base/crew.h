/* crew: several threads that take jobs from one list, in its order.
 * Floor 0. Owner: nothing is kept; threads are gone when crew_run returns.
 *
 * Which worker gets which job is chance. So that nothing else is, a job writes to a place
 * of its own, and whoever called puts the jobs' results together in the order of the
 * list. */
#ifndef BASE_CREW_H
#define BASE_CREW_H

#include <stddef.h>

#define CREW_MOST 256u /* workers: more than that are a slip of the finger */

/* Does job number `job` of [0, jobs); `worker` of [0, workers) tells who does it. */
typedef void crew_work(void *subject, unsigned worker, size_t job);

/* Does all jobs with at most `workers` threads (0 counts as 1), the caller's among them;
 * fewer when the system has no more to give. */
void crew_run(unsigned workers, size_t jobs, crew_work *work, void *subject);

#endif
