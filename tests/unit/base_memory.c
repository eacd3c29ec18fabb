/* memory: what libraries without an error of their own leave in errno. */
#include <criterion/criterion.h>
#include <errno.h>
#include <unistd.h>

#include "base/memory.h"

Test(memory, ends_when_a_library_had_none, .exit_code = 3)
{
	memory_watch();
	errno = ENOMEM;
	memory_settle();
	_exit(0);
}

Test(memory, takes_no_other_failure_for_a_want_of_it)
{
	errno = ENOMEM; /* of something before */
	memory_watch();
	memory_settle();
	errno = EINVAL;
	memory_settle();
}
