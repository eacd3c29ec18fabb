/* call_jobs of call.h: the only place where the machine's size matters. */
#include <sched.h>
#include <stdlib.h>

#include "base/crew.h"
#include "call.h"

static unsigned cores(void)
{
	cpu_set_t set;
	int count = 1;

	if (sched_getaffinity(0, sizeof set, &set) == 0)
		count = CPU_COUNT(&set);
	return count < 1 ? 1 : (unsigned)count;
}

bool call_jobs(const struct call *call, unsigned *jobs)
{
	const char *text = call_value(call, OPTION_JOBS, NULL);
	char *end = NULL;

	*jobs = cores();
	if (!text)
		return true;
	unsigned long value = strtoul(text, &end, 10);
	if (*text < '0' || *text > '9' || *end || value < 1 || value > CREW_MOST) {
		call_fault(call, "'--jobs' cannot be '%s'", text);
		call_help(call, "a number of threads from 1 to %u", CREW_MOST);
		return false;
	}
	*jobs = (unsigned)value;
	return true;
}
