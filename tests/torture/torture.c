/* torture: the product, run again and again, with one more of its calls failing each
 *time.
 *
 * This program is collectgen with a `main` around it. It defines malloc, write and so on
 * itself, and the dynamic linker lets every library use these. A run is a child process
 * in which the n-th call of one kind fails; after it the folder it worked in must be what
 * it was (and the exit code 3), or what a run without any fault makes it (and the exit
 * code that run has). n grows until a run comes to its end without reaching it.
 *
 *	torture FOLDER STEP KIND WORD... runs `collectgen WORD...` in copies of
 *FOLDER/before, failing calls 1, 1 + STEP, ... of KIND: "memory", or a call and an error:
 *write:ENOSPC
 *
 * Prints one line a fault that was borne badly, then the counts; exits 1 if there was
 *one.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int collectgen_main(int argc, char **argv);

enum { SECONDS = 30 /* no run takes so long */, CODE_ENVIRONMENT = 3 };

enum kind {
	KIND_MEMORY,
	KIND_MMAP,
	KIND_OPEN,
	KIND_READ,
	KIND_WRITE,
	KIND_CLOSE,
	KIND_MKDIR,
	KIND_RENAME,
	KIND_LINK,
	KIND_UNLINK,
	KIND_SYNC,
	KIND_STAT,
	KIND_CHMOD,
	KIND_LOCK,
	KIND_FOLDER,
	KIND__COUNT
};

static const char *const kinds[KIND__COUNT] = {
	"memory", "mmap",   "open", "read", "write", "close", "mkdir", "rename",
	"link",	  "unlink", "sync", "stat", "chmod", "lock",  "folder"};

/* What child and parent both see. */
static struct shared {
	atomic_long left; /* calls until one fails; ≤ 0: none will */
	atomic_bool struck;
} * shared;

static enum kind failing = KIND__COUNT;
static int error;
static bool armed; /* in a child alone */

/* Does this call fail? */
static bool strikes(enum kind kind)
{
	if (!armed || kind != failing || atomic_fetch_sub(&shared->left, 1) != 1)
		return false;
	atomic_store(&shared->struck, true);
	errno = error;
	return true;
}

/* --- The calls, as libc has them. --------------------------------------------------- */

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
ssize_t __read_chk(int file, void *at, size_t size, size_t room);
ssize_t __pread_chk(int file, void *at, size_t size, off_t from, size_t room);

void *malloc(size_t size)
{
	return strikes(KIND_MEMORY) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return strikes(KIND_MEMORY) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return strikes(KIND_MEMORY) ? NULL : __libc_realloc(old, size);
}

int posix_memalign(void **at, size_t alignment, size_t size)
{
	if (strikes(KIND_MEMORY))
		return ENOMEM;
	*at = __libc_memalign(alignment, size);
	return *at ? 0 : ENOMEM;
}

void *mmap(void *at, size_t size, int protection, int flags, int file, off_t from)
{
	if (strikes(KIND_MMAP))
		return MAP_FAILED;
	/* The address is the number that the kernel gives back. */
	return (void *)(uintptr_t)syscall(SYS_mmap, at, size, protection, flags, file,
					  from);
}

static mode_t mode_of(int flags, va_list rest)
{
	return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
}

int open(const char *path, int flags, ...)
{
	va_list rest;
	va_start(rest, flags);
	mode_t mode = mode_of(flags, rest);
	va_end(rest);
	return strikes(KIND_OPEN) ? -1
				  : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
	va_list rest;
	va_start(rest, flags);
	mode_t mode = mode_of(flags, rest);
	va_end(rest);
	return strikes(KIND_OPEN) ? -1
				  : (int)syscall(SYS_openat, folder, path, flags, mode);
}

ssize_t read(int file, void *at, size_t size)
{
	return strikes(KIND_READ) ? -1 : syscall(SYS_read, file, at, size);
}

ssize_t __read_chk(int file, void *at, size_t size, size_t room)
{
	return size > room ? -1 : read(file, at, size);
}

ssize_t pread(int file, void *at, size_t size, off_t from)
{
	return strikes(KIND_READ) ? -1 : syscall(SYS_pread64, file, at, size, from);
}

ssize_t __pread_chk(int file, void *at, size_t size, off_t from, size_t room)
{
	return size > room ? -1 : pread(file, at, size, from);
}

ssize_t write(int file, const void *at, size_t size)
{
	return strikes(KIND_WRITE) ? -1 : syscall(SYS_write, file, at, size);
}

ssize_t pwrite(int file, const void *at, size_t size, off_t from)
{
	return strikes(KIND_WRITE) ? -1 : syscall(SYS_pwrite64, file, at, size, from);
}

int ftruncate(int file, off_t size)
{
	return strikes(KIND_WRITE) ? -1 : (int)syscall(SYS_ftruncate, file, size);
}

/* The file is closed all the same, as Linux does it. */
int close(int file)
{
	int outcome = (int)syscall(SYS_close, file);
	return strikes(KIND_CLOSE) ? -1 : outcome;
}

/* What libc has no name for is called by its number. */
long syscall(long number, ...)
{
	static long (*next)(long, ...);
	long words[6];
	va_list rest;
	va_start(rest, number);
	for (int i = 0; i < 6; i++)
		words[i] = va_arg(rest, long);
	va_end(rest);
	if (number == SYS_openat2 && strikes(KIND_OPEN))
		return -1;
	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "syscall");
	return next(number, words[0], words[1], words[2], words[3], words[4], words[5]);
}

int mkdir(const char *path, mode_t mode)
{
	return strikes(KIND_MKDIR) ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode)
{
	return strikes(KIND_MKDIR) ? -1 : (int)syscall(SYS_mkdirat, folder, path, mode);
}

int renameat(int from, const char *old, int to, const char *new)
{
	return strikes(KIND_RENAME) ? -1
				    : (int)syscall(SYS_renameat2, from, old, to, new, 0);
}

int renameat2(int from, const char *old, int to, const char *new, unsigned flags)
{
	return strikes(KIND_RENAME)
		       ? -1
		       : (int)syscall(SYS_renameat2, from, old, to, new, flags);
}

int linkat(int from, const char *old, int to, const char *new, int flags)
{
	return strikes(KIND_LINK) ? -1
				  : (int)syscall(SYS_linkat, from, old, to, new, flags);
}

int unlinkat(int folder, const char *path, int flags)
{
	return strikes(KIND_UNLINK) ? -1
				    : (int)syscall(SYS_unlinkat, folder, path, flags);
}

int rmdir(const char *path)
{
	return strikes(KIND_UNLINK)
		       ? -1
		       : (int)syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}

int fsync(int file)
{
	return strikes(KIND_SYNC) ? -1 : (int)syscall(SYS_fsync, file);
}

int syncfs(int file)
{
	return strikes(KIND_SYNC) ? -1 : (int)syscall(SYS_syncfs, file);
}

int fstat(int file, struct stat *status)
{
	return strikes(KIND_STAT)
		       ? -1
		       : (int)syscall(SYS_newfstatat, file, "", status, AT_EMPTY_PATH);
}

int fstatat(int folder, const char *path, struct stat *status, int flags)
{
	return strikes(KIND_STAT)
		       ? -1
		       : (int)syscall(SYS_newfstatat, folder, path, status, flags);
}

int fchmod(int file, mode_t mode)
{
	return strikes(KIND_CHMOD) ? -1 : (int)syscall(SYS_fchmod, file, mode);
}

int flock(int file, int operation)
{
	return strikes(KIND_LOCK) ? -1 : (int)syscall(SYS_flock, file, operation);
}

DIR *fdopendir(int folder)
{
	static DIR *(*next)(int);
	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "fdopendir");
	return strikes(KIND_FOLDER) ? NULL : next(folder);
}

struct dirent *readdir(DIR *stream)
{
	static struct dirent *(*next)(DIR *);
	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "readdir");
	return strikes(KIND_FOLDER) ? NULL : next(stream);
}

/* --- What a folder holds, as one number. -------------------------------------------- */

static uint64_t sum;

static void mix(const void *at, size_t size)
{
	const unsigned char *byte = at;
	for (size_t i = 0; i < size; i++)
		sum = (sum ^ byte[i]) * UINT64_C(0x100000001B3);
}

static void mix_file(const char *path)
{
	static char piece[65536];
	int file = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;
	while ((n = read(file, piece, sizeof piece)) > 0)
		mix(piece, (size_t)n);
	close(file);
}

/* Order is the file system's, so sums of single files are added up; folders count by what
 * is in them: one that was made for a run that failed may stay. What begins with a dot is
 * aside: locks, left-overs. */
static int visit(const char *path, const struct stat *status, int type, struct FTW *at)
{
	(void)status;
	static uint64_t total;
	if (at->level == 0)
		total = 0;
	if (path[at->base] == '.' && at->level > 0)
		return FTW_SKIP_SUBTREE;
	sum = UINT64_C(0xCBF29CE484222325);
	mix(path, strlen(path));
	if (type == FTW_F)
		mix_file(path);
	if (type != FTW_D)
		total += sum;
	sum = total;
	return FTW_CONTINUE;
}

static uint64_t folder_sum(const char *folder)
{
	sum = 0;
	nftw(folder, visit, 32, FTW_PHYS | FTW_ACTIONRETVAL);
	return sum;
}

static uint64_t file_sum(const char *path)
{
	sum = UINT64_C(0xCBF29CE484222325);
	mix_file(path);
	return sum;
}

/* --- Runs. ---------------------------------------------------------------------------
 */

struct outcome {
	int status; /* as wait gives it */
	uint64_t folder, words;
};

static void restore(void)
{
	if (system("rm -rf work && cp -a before work") != 0)
		exit(2);
}

static void send_to(int number, const char *path)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (file < 0 || dup2(file, number) < 0)
		_exit(126);
	close(file);
}

static _Noreturn void child(int argc, char **argv)
{
	send_to(STDOUT_FILENO, "out");
	send_to(STDERR_FILENO, "err");
	alarm(SECONDS);
	if (chdir("work") != 0)
		_exit(126);
	armed = true;
	int code = collectgen_main(argc, argv);
	armed = false; /* what a sanitizer or gcov writes at the end is none of ours */
	exit(code);
}

/* One run whose n-th call fails; 0: none does. */
static struct outcome run(long n, int argc, char **argv)
{
	struct outcome outcome = {0};
	atomic_store(&shared->left, n);
	atomic_store(&shared->struck, false);
	fflush(stdout);
	pid_t pid = fork();
	if (pid == 0)
		child(argc, argv);
	while (waitpid(pid, &outcome.status, 0) < 0)
		if (errno != EINTR)
			exit(2);
	outcome.folder = folder_sum("work");
	outcome.words = file_sum("out");
	return outcome;
}

static bool says(const char *text)
{
	static char words[65536];
	FILE *file = fopen("err", "r");
	size_t n = file ? fread(words, 1, sizeof words - 1, file) : 0;
	if (file)
		fclose(file);
	words[n] = 0;
	return strstr(words, text) != NULL;
}

static const char *verdict(const struct outcome *now, const struct outcome *clean,
			   uint64_t before)
{
	if (WIFSIGNALED(now->status))
		return WTERMSIG(now->status) == SIGALRM ? "hangs"
							: "is killed by a signal";
	int code = WEXITSTATUS(now->status);
	if (code == WEXITSTATUS(clean->status)) {
		if (now->folder != clean->folder)
			return "says it is done, but leaves something else";
		return now->words != clean->words
			       ? "says it is done, but prints another thing"
			       : NULL;
	}
	if (code != CODE_ENVIRONMENT)
		return "ends with another exit code than 3";
	if (now->folder != before)
		return "does not leave the folder as it was";
	if (!says(failing == KIND_MEMORY ? "collectgen: error: out of memory"
					 : "collectgen: error: "))
		return "does not say why";
	return NULL;
}

static int error_of(const char *name)
{
	static const struct {
		const char *name;
		int number;
	} errors[] = {{"EIO", EIO},	  {"ENOSPC", ENOSPC}, {"EINTR", EINTR},
		      {"EMFILE", EMFILE}, {"EACCES", EACCES}, {"ENOMEM", ENOMEM},
		      {"EINVAL", EINVAL}};
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
		if (strcmp(errors[i].name, name) == 0)
			return errors[i].number;
	fprintf(stderr, "torture: no error is called '%s'\n", name);
	exit(2);
}

static void choose(char *what)
{
	char *colon = strchr(what, ':');
	error = colon ? error_of(colon + 1) : ENOMEM;
	size_t len = colon ? (size_t)(colon - what) : strlen(what);
	for (int k = 0; k < KIND__COUNT; k++)
		if (strlen(kinds[k]) == len && strncmp(kinds[k], what, len) == 0)
			failing = (enum kind)k;
	if (failing == KIND__COUNT) {
		fprintf(stderr, "torture: no kind of call is called '%s'\n", what);
		exit(2);
	}
}

static void blame(const char *what, long n, const char *why, char **argv)
{
	printf("torture: %s, call %ld of", what, n);
	for (char **word = argv; *word; word++)
		printf(" %s", *word);
	printf(": %s\n", why);
	fflush(stdout);
	if (system("sed -n '1,5s/^/  | /p' err") != 0)
		exit(2);
}

int main(int argc, char **argv)
{
	if (argc < 5 || chdir(argv[1]) != 0)
		return 2;
	long step = strtol(argv[2], NULL, 10), bad = 0, faults = 0, done = 0;
	shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
		      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	choose(argv[3]);
	static char name[] = "collectgen";
	char **words = argv + 4;
	words[-1] = name;
	restore();
	uint64_t before = folder_sum("work");
	struct outcome clean = run(0, argc - 3, words - 1);
	for (long n = 1;; n += step) {
		if (folder_sum("work") != before)
			restore();
		struct outcome now = run(n, argc - 3, words - 1);
		if (!atomic_load(&shared->struck))
			break;
		faults++;
		done += now.status == clean.status;
		const char *why = verdict(&now, &clean, before);
		bad += why != NULL;
		if (why)
			blame(kinds[failing], n, why, words);
	}
	printf("torture: %s", kinds[failing]);
	if (failing != KIND_MEMORY)
		printf(" (%s)", strerror(error));
	printf(", %s: %ld faults, %ld of them of no consequence, %ld borne badly\n",
	       words[0], faults, done, bad);
	return bad != 0;
}
