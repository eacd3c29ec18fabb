#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* The sanitizers read /proc and start a symbolizer at the end; gcov writes its counts. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define UNCONFINED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
	__has_feature(memory_sanitizer)
#define UNCONFINED
#endif
#endif

/* Of ABI 3; the headers of Debian 12 do not know it. */
#define FS_TRUNCATE (UINT64_C(1) << 14)

/* Without REFER (ABI 1) no file could be carried over from run to run by a link. */
#define ABI_LEAST 2

#define READ_RIGHTS (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITE_RIGHTS \
	(READ_RIGHTS | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | \
	 LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR | \
	 LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REFER | FS_TRUNCATE)
#define ALL_RIGHTS \
	(WRITE_RIGHTS | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_MAKE_CHAR | \
	 LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | \
	 LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM)
#define FILE_RIGHTS \
	(LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | FS_TRUNCATE)

#ifndef UNCONFINED

/* What a kernel of this ABI can forbid. */
static uint64_t known_rights(long abi)
{
	return abi < 3 ? ALL_RIGHTS & ~FS_TRUNCATE : ALL_RIGHTS;
}

/* "out/2026" → "out", "/out" → "/", "out" → "." */
static struct str folder_of(struct str path)
{
	size_t end = path.len;

	while (end > 1 && path.at[end - 1] == '/')
		end--;
	while (end > 0 && path.at[end - 1] != '/')
		end--;
	if (end == 0)
		return STR(".");
	return end == 1 ? STR("/") : str_slice(path, 0, end - 1);
}

/* The path, or the nearest folder above it that is there: what will be made is made in
 * it. */
static int open_nearest(struct arena *arena, struct str path)
{
	int file;

	while ((file = open(str_c(arena, path), O_PATH | O_CLOEXEC)) < 0 &&
	       errno == ENOENT && !str_equal(path, STR(".")) &&
	       !str_equal(path, STR("/")))
		path = folder_of(path);
	return file;
}

static bool allow(int rules, int file, uint64_t rights)
{
	struct stat status;

	if (fstat(file, &status) != 0)
		return false;
	struct landlock_path_beneath_attr rule = {
		.allowed_access = S_ISDIR(status.st_mode) ? rights : rights & FILE_RIGHTS,
		.parent_fd = file,
	};
	return syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule,
		       0) == 0;
}

/* What is to be read and is not there needs no rule; what the machine cannot open now it
 * may open later, so nothing is shut. */
static bool allow_path(const struct call *call, int rules, struct str path, bool writes,
		       uint64_t known)
{
	int file = writes ? open_nearest(call->arena, path)
			  : open(str_c(call->arena, path), O_PATH | O_CLOEXEC);

	if (file < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
	bool allowed = allow(rules, file, known & (writes ? WRITE_RIGHTS : READ_RIGHTS));
	close(file);
	return allowed;
}

/* The path a reach means, empty when the command line has none. */
static struct str path_of(const struct call *call, const struct reach *reach)
{
	const char *path = reach->absent;

	if (reach->when != OPTION_NONE && !call_has(call, reach->when))
		return STR("");
	if (reach->option != OPTION_NONE)
		path = call_value(call, reach->option, path);
	else if (reach->operand < call->operands.count)
		path = call->operands.items[reach->operand];
	if (!path)
		return STR("");
	return reach->below ? str_format(call->arena, "%s/%s", path, reach->below)
			    : str_from_c(path);
}

static bool allow_all(const struct call *call, int rules, uint64_t known)
{
	const struct reach *reach = call->command->reaches;
	bool allowed = true;

	for (; reach && reach->kind != REACH_END && allowed; reach++) {
		struct str path = path_of(call, reach);

		if (path.len == 0)
			continue;
		allowed =
			allow_path(call, rules, path, reach->kind == REACH_WRITES, known);
		if (allowed && reach->kind == REACH_BESIDE)
			allowed = allow_path(call, rules, folder_of(path), false, known);
	}
	return allowed;
}

static bool confine_files(const struct call *call)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0,
			   LANDLOCK_CREATE_RULESET_VERSION);

	if (abi < ABI_LEAST)
		return false;
	struct landlock_ruleset_attr attributes = {.handled_access_fs =
							   known_rights(abi)};
	int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes,
				 sizeof attributes, 0);
	if (rules < 0)
		return false;
	bool done = allow_all(call, rules, known_rights(abi)) &&
		    syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return done;
}

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define LOAD(member) \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)
#define PERMIT BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define DENY(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), REFUSE

static bool confine_sockets(void)
{
#ifdef ARCHITECTURE
	/* Calls in another machine's numbers (32 bits, x32) are refused whole. */
	struct sock_filter filter[] = {
		LOAD(arch),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
		REFUSE,
		LOAD(nr),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
		REFUSE,
		DENY(socket),
		DENY(socketpair),
		DENY(connect),
		DENY(bind),
		DENY(listen),
		DENY(io_uring_setup),
		DENY(execve),
		DENY(execveat),
		DENY(ptrace),
		DENY(process_vm_readv),
		DENY(process_vm_writev),
		PERMIT,
	};
	struct sock_fprog program = {sizeof filter / sizeof *filter, filter};

	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
#else
	return false;
#endif
}

struct confinement confine(const struct call *call)
{
	struct confinement confined = {false, false};

	tzset(); /* the last look at the machine's own files: where is it? */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return confined;
	confined.files = confine_files(call);
	confined.sockets = confine_sockets();
	return confined;
}

#else

struct confinement confine(const struct call *call)
{
	(void)call;
	return (struct confinement){false, false};
}

#endif
