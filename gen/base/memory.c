#include "base/memory.h"

#include <errno.h>

#include "base/arena.h"

void memory_watch(void)
{
	errno = 0;
}

void memory_settle(void)
{
	if (errno == ENOMEM)
		arena_exhausted();
}
