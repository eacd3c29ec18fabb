#include "base/crew.h"

#include <pthread.h>
#include <stdatomic.h>

struct crew {
	crew_work *work;
	void *subject;
	size_t jobs;
	atomic_size_t next;
};

struct worker {
	struct crew *crew;
	pthread_t thread;
	unsigned number;
};

static void *toil(void *data)
{
	const struct worker *worker = data;
	struct crew *crew = worker->crew;
	for (;;) {
		size_t job = atomic_fetch_add(&crew->next, 1);
		if (job >= crew->jobs)
			return NULL;
		crew->work(crew->subject, worker->number, job);
	}
}

void crew_run(unsigned workers, size_t jobs, crew_work *work, void *subject)
{
	struct crew crew = {.work = work, .subject = subject, .jobs = jobs};
	struct worker hands[CREW_MOST];
	unsigned wanted = workers < CREW_MOST ? workers : CREW_MOST, hired = 1;
	if (wanted > jobs)
		wanted = (unsigned)jobs;
	hands[0] = (struct worker){.crew = &crew};
	for (; hired < wanted; hired++) {
		struct worker *hand = &hands[hired];
		*hand = (struct worker){.crew = &crew, .number = hired};
		int refused = pthread_create(&hand->thread, NULL, toil, hand);
		if (refused)
			break;
	}
	toil(&hands[0]);
	for (unsigned i = 1; i < hired; i++)
		pthread_join(hands[i].thread, NULL);
}
