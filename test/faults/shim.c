/*
 * Loaded into the program by LD_PRELOAD: counts what it does to files below one folder, and at the nth operation of a kind
 * does harm. Orders come through a file that both sides map; its layout stands in control.ts too.
 *
 * Only calls through the C library are seen: all of Node's and DuckDB's are.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { READ = 1, WRITE = 2, SYNC = 4, OPEN = 8, CREATE = 16, ADD = 32, DROP = 64, LIST = 128, LOOK = 256 };
enum { COUNT = 0, FAIL = 1, SHORT = 2, KILL_BEFORE = 3, KILL_AFTER = 4, TEAR = 5, CUT = 6, CLOCK = 7 };

#define PLANS 12
#define LOG_BYTES 8192

struct plan {
	uint32_t mask, action, error, lasting;
	uint64_t nth, seen;
	int64_t argument;
};

struct control {
	uint64_t armed;
	int64_t clock; /* nanoseconds that the clock is wrong by */
	uint64_t logged;
	uint32_t status, child; /* how the last child ended, as waitpid tells it; the one that runs */
	struct plan plans[PLANS];
	char prefix[1024];
	char log[LOG_BYTES];
};

static struct control *control;
static size_t prefix_length;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

#define TRACKED 65536
static unsigned char tracked[TRACKED];
static char *names[TRACKED];

/* What a power cut would leave: of each file as much as was flushed. */
struct kept {
	dev_t device;
	ino_t inode;
	off_t flushed;
};
#define KEPT 8192
static struct kept kept[KEPT];
static int kept_count;
static uint64_t kept_for;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
	const char *path = getenv("FAULT_CONTROL");
	if (!path) return;
	int fd = REAL(open)(path, O_RDWR | O_CLOEXEC);
	if (fd < 0) return;
	void *at = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (at != MAP_FAILED) control = at;
	REAL(close)(fd);
}

static int below(const char *path) {
	if (!control || !control->armed || !path) return 0;
	prefix_length = strlen(control->prefix);
	return strncmp(path, control->prefix, prefix_length) == 0 && (path[prefix_length] == '/' || path[prefix_length] == 0);
}

static void note(const char *what, const char *path, const char *harm, uint64_t nth) {
	char line[1400];
	const char *own = path && strlen(path) > prefix_length ? path + prefix_length + 1 : ".";
	int length = snprintf(line, sizeof line, "%s at operation %lu, %s %s\n", harm, (unsigned long)nth, what, own);
	if (control->logged + (uint64_t)length >= LOG_BYTES) return;
	memcpy(control->log + control->logged, line, (size_t)length);
	control->logged += (uint64_t)length;
}

static struct kept *kept_of(const struct stat *state) {
	if (kept_for != control->armed) {
		kept_count = 0;
		kept_for = control->armed;
	}
	for (int k = 0; k < kept_count; k++)
		if (kept[k].inode == state->st_ino && kept[k].device == state->st_dev) return &kept[k];
	if (kept_count == KEPT) return NULL;
	struct kept *one = &kept[kept_count++];
	one->inode = state->st_ino;
	one->device = state->st_dev;
	one->flushed = state->st_size;
	return one;
}

static void keep(int fd, int flushed) {
	struct stat state;
	if (fstat(fd, &state) || !S_ISREG(state.st_mode)) return;
	pthread_mutex_lock(&mutex);
	struct kept *one = kept_of(&state);
	if (one && (flushed || state.st_size < one->flushed)) one->flushed = state.st_size;
	pthread_mutex_unlock(&mutex);
}

static int lose(const char *path, const struct stat *state, int kind, struct FTW *place) {
	(void)place;
	if (kind != FTW_F) return 0;
	for (int k = 0; k < kept_count; k++)
		if (kept[k].inode == state->st_ino && kept[k].device == state->st_dev && state->st_size > kept[k].flushed)
			if (truncate(path, kept[k].flushed)) return 0;
	return 0;
}

static void die(int cut) {
	if (cut) nftw(control->prefix, lose, 16, FTW_PHYS);
	syscall(SYS_kill, getpid(), SIGKILL);
	for (;;) pause();
}

/* What is to happen to the operation: 0 nothing, an error number, or one of these. */
enum { HALF = -1, AFTER = -2, TORN = -3, CUT_AFTER = -4 };

static int judge(int kinds, const char *what, const char *path) {
	int verdict = 0;
	pthread_mutex_lock(&mutex);
	prefix_length = strlen(control->prefix);
	for (int k = 0; k < PLANS; k++) {
		struct plan *plan = &control->plans[k];
		if (!(plan->mask & (uint32_t)kinds)) continue;
		uint64_t seen = ++plan->seen;
		if (plan->nth == 0 || seen < plan->nth || (seen > plan->nth && !plan->lasting)) continue;
		switch (plan->action) {
		case FAIL:
			if (seen == plan->nth) note(what, path, strerror((int)plan->error), seen);
			if (!verdict) verdict = (int)plan->error;
			break;
		case SHORT:
			if (!(kinds & (READ | WRITE))) break;
			if (seen == plan->nth) note(what, path, "cut short", seen);
			if (!verdict) verdict = HALF;
			break;
		case KILL_BEFORE:
			note(what, path, "killed before it", seen);
			die(0);
			break;
		case KILL_AFTER:
			note(what, path, "killed after it", seen);
			verdict = AFTER;
			break;
		case TEAR:
			note(what, path, "killed in it", seen);
			verdict = TORN;
			break;
		case CUT:
			note(what, path, "power cut after it", seen);
			verdict = CUT_AFTER;
			break;
		case CLOCK:
			note(what, path, plan->argument < 0 ? "clock set back" : "clock set forward", seen);
			control->clock += plan->argument;
			break;
		}
	}
	pthread_mutex_unlock(&mutex);
	return verdict;
}

static int watched(int fd) { return control && control->armed && fd >= 0 && fd < TRACKED && tracked[fd]; }

static void track(int fd, const char *path, int flags) {
	if (fd < 0 || fd >= TRACKED) return;
	tracked[fd] = below(path) != 0;
	if (!tracked[fd]) return;
	char *old = names[fd];
	names[fd] = strdup(path);
	free(old);
	if ((flags & O_ACCMODE) != O_RDONLY) keep(fd, 0);
}

#define SINGLE(kinds, what, path, failed, call)                                                                              \
	do {                                                                                                                     \
		int verdict = judge(kinds, what, path);                                                                              \
		if (verdict > 0) {                                                                                                   \
			errno = verdict;                                                                                                 \
			return failed;                                                                                                   \
		}                                                                                                                    \
		__typeof__(call) answer = call;                                                                                      \
		if (verdict == AFTER || verdict == TORN) die(0);                                                                     \
		if (verdict == CUT_AFTER) die(1);                                                                                    \
		return answer;                                                                                                       \
	} while (0)

static int open_any(int at, const char *path, int flags, mode_t mode, __typeof__(&openat) really) {
	if (!below(path)) {
		int fd = really(at, path, flags, mode);
		track(fd, path, flags);
		return fd;
	}
	int verdict = judge((flags & O_CREAT) ? OPEN | CREATE : OPEN, (flags & O_CREAT) ? "create" : "open", path);
	if (verdict > 0) {
		errno = verdict;
		return -1;
	}
	int fd = really(at, path, flags, mode);
	track(fd, path, flags);
	if (verdict == AFTER || verdict == TORN) die(0);
	if (verdict == CUT_AFTER) die(1);
	return fd;
}

#define OPENS(name)                                                                                                          \
	int name(const char *path, int flags, ...) {                                                                             \
		va_list rest;                                                                                                        \
		va_start(rest, flags);                                                                                               \
		mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;                                            \
		va_end(rest);                                                                                                        \
		return open_any(AT_FDCWD, path, flags, mode, REAL(openat));                                                          \
	}
OPENS(open)
OPENS(open64)

int creat(const char *path, mode_t mode) {
	return open_any(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode, REAL(openat));
}

int close(int fd) {
	if (fd >= 0 && fd < TRACKED) tracked[fd] = 0;
	return REAL(close)(fd);
}

/* Reads and writes: all of it, a half, or an error. */
#define MOVES(kind, what, name, length, whole, half)                                                                         \
	if (!watched(fd)) return whole;                                                                                          \
	int verdict = judge(kind, what, names[fd]);                                                                              \
	if (verdict > 0) {                                                                                                       \
		errno = verdict;                                                                                                     \
		return -1;                                                                                                           \
	}                                                                                                                        \
	ssize_t moved = (verdict == HALF || verdict == TORN) && (length) > 1 ? half : whole;                                     \
	if (verdict == AFTER || verdict == TORN) die(0);                                                                         \
	if (verdict == CUT_AFTER) die(1);                                                                                        \
	return moved;

ssize_t read(int fd, void *to, size_t n) {
	MOVES(READ, "read", read, n, REAL(read)(fd, to, n), REAL(read)(fd, to, n / 2))
}
ssize_t write(int fd, const void *from, size_t n) {
	MOVES(WRITE, "write", write, n, REAL(write)(fd, from, n), REAL(write)(fd, from, n / 2))
}
ssize_t pread(int fd, void *to, size_t n, off_t at) {
	MOVES(READ, "read", pread, n, REAL(pread)(fd, to, n, at), REAL(pread)(fd, to, n / 2, at))
}
ssize_t pread64(int fd, void *to, size_t n, off64_t at) {
	MOVES(READ, "read", pread64, n, REAL(pread64)(fd, to, n, at), REAL(pread64)(fd, to, n / 2, at))
}
ssize_t pwrite(int fd, const void *from, size_t n, off_t at) {
	MOVES(WRITE, "write", pwrite, n, REAL(pwrite)(fd, from, n, at), REAL(pwrite)(fd, from, n / 2, at))
}
ssize_t pwrite64(int fd, const void *from, size_t n, off64_t at) {
	MOVES(WRITE, "write", pwrite64, n, REAL(pwrite64)(fd, from, n, at), REAL(pwrite64)(fd, from, n / 2, at))
}
/* Of several pieces the first half of the first one. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
	MOVES(WRITE, "write", writev, parts[0].iov_len, REAL(writev)(fd, parts, count),
	      REAL(write)(fd, parts[0].iov_base, parts[0].iov_len / 2))
}
ssize_t readv(int fd, const struct iovec *parts, int count) {
	MOVES(READ, "read", readv, parts[0].iov_len, REAL(readv)(fd, parts, count),
	      REAL(read)(fd, parts[0].iov_base, parts[0].iov_len / 2))
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) {
	MOVES(WRITE, "write", pwritev64, parts[0].iov_len, REAL(pwritev64)(fd, parts, count, at),
	      REAL(pwrite64)(fd, parts[0].iov_base, parts[0].iov_len / 2, at))
}
ssize_t preadv64(int fd, const struct iovec *parts, int count, off64_t at) {
	MOVES(READ, "read", preadv64, parts[0].iov_len, REAL(preadv64)(fd, parts, count, at),
	      REAL(pread64)(fd, parts[0].iov_base, parts[0].iov_len / 2, at))
}

static int flush(int fd, int (*really)(int)) {
	if (!watched(fd)) return really(fd);
	int verdict = judge(SYNC, "flush", names[fd]);
	if (verdict > 0) {
		errno = verdict;
		return -1;
	}
	int answer = really(fd);
	if (answer == 0) keep(fd, 1);
	if (verdict == AFTER || verdict == TORN) die(0);
	if (verdict == CUT_AFTER) die(1);
	return answer;
}
int fsync(int fd) { return flush(fd, REAL(fsync)); }
int fdatasync(int fd) { return flush(fd, REAL(fdatasync)); }

#define TRUNCATES(name, type)                                                                                                \
	int name(int fd, type length) {                                                                                          \
		if (!watched(fd)) return REAL(name)(fd, length);                                                                     \
		SINGLE(ADD, "truncate", names[fd], -1, REAL(name)(fd, length));                                                      \
	}
TRUNCATES(ftruncate, off_t)
TRUNCATES(ftruncate64, off64_t)

int fallocate(int fd, int mode, off_t at, off_t length) {
	if (!watched(fd)) return REAL(fallocate)(fd, mode, at, length);
	SINGLE(ADD, "allocate", names[fd], -1, REAL(fallocate)(fd, mode, at, length));
}
int rename(const char *from, const char *to) {
	if (!below(to)) return REAL(rename)(from, to);
	SINGLE(ADD, "rename to", to, -1, REAL(rename)(from, to));
}
int link(const char *from, const char *to) {
	if (!below(to)) return REAL(link)(from, to);
	SINGLE(ADD, "link", to, -1, REAL(link)(from, to));
}
int symlink(const char *target, const char *path) {
	if (!below(path)) return REAL(symlink)(target, path);
	SINGLE(ADD, "link", path, -1, REAL(symlink)(target, path));
}
int mkdir(const char *path, mode_t mode) {
	if (!below(path)) return REAL(mkdir)(path, mode);
	SINGLE(ADD, "make folder", path, -1, REAL(mkdir)(path, mode));
}
char *mkdtemp(char *path) {
	if (!below(path)) return REAL(mkdtemp)(path);
	SINGLE(ADD, "make folder", path, NULL, REAL(mkdtemp)(path));
}
int unlink(const char *path) {
	if (!below(path)) return REAL(unlink)(path);
	SINGLE(DROP, "remove", path, -1, REAL(unlink)(path));
}
int remove(const char *path) {
	if (!below(path)) return REAL(remove)(path);
	SINGLE(DROP, "remove", path, -1, REAL(remove)(path));
}
int rmdir(const char *path) {
	if (!below(path)) return REAL(rmdir)(path);
	SINGLE(DROP, "remove folder", path, -1, REAL(rmdir)(path));
}
DIR *opendir(const char *path) {
	if (!below(path)) return REAL(opendir)(path);
	SINGLE(LIST, "list", path, NULL, REAL(opendir)(path));
}
int scandir64(const char *path, struct dirent64 ***found, int (*wanted)(const struct dirent64 *),
              int (*order)(const struct dirent64 **, const struct dirent64 **)) {
	if (!below(path)) return REAL(scandir64)(path, found, wanted, order);
	SINGLE(LIST, "list", path, -1, REAL(scandir64)(path, found, wanted, order));
}
/*
 * A process that has everything loaded makes a child of itself for each call, which then runs, fails or is killed alone:
 * 0 in the child, and in the parent, when the child has ended, -1. Needs V8 without threads of its own; libuv makes its
 * threads anew.
 */
static int fork_here(void) {
	pid_t parent = getpid(), child = fork();
	if (child == 0) {
		int (*loop_fork)(void *) = dlsym(RTLD_DEFAULT, "uv_loop_fork");
		void *(*default_loop)(void) = dlsym(RTLD_DEFAULT, "uv_default_loop");
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent || loop_fork(default_loop())) _exit(1);
		return 0;
	}
	int status = 0;
	control->child = (uint32_t)child;
	while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
	control->child = 0;
	control->status = (uint32_t)status;
	errno = ECHILD;
	return -1;
}

/* Node keeps its heap from children, which as a rule become other programs at once. */
int madvise(void *at, size_t length, int advice) {
	if (control && advice == MADV_DONTFORK) return 0;
	return REAL(madvise)(at, length, advice);
}

int access(const char *path, int mode) {
	if (control && strcmp(path, "/fault/fork") == 0) return fork_here();
	if (control && strcmp(path, "/fault/exit") == 0) _exit(0);
	if (!below(path)) return REAL(access)(path, mode);
	SINGLE(LOOK, "look for", path, -1, REAL(access)(path, mode));
}

/* Node asks for the state of a file by the number of the call. */
long syscall(long number, ...) {
	va_list rest;
	va_start(rest, number);
	long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long), d = va_arg(rest, long),
	     e = va_arg(rest, long), f = va_arg(rest, long);
	va_end(rest);
	if (number != SYS_statx || !below((const char *)b)) return REAL(syscall)(number, a, b, c, d, e, f);
	SINGLE(LOOK, "look at", (const char *)b, -1, REAL(syscall)(number, a, b, c, d, e, f));
}

int clock_gettime(clockid_t which, struct timespec *at) {
	int answer = REAL(clock_gettime)(which, at);
	if (answer || !control || !control->armed || control->clock == 0) return answer;
	if (which != CLOCK_REALTIME && which != CLOCK_REALTIME_COARSE) return answer;
	int64_t now = (int64_t)at->tv_sec * 1000000000 + at->tv_nsec + control->clock;
	at->tv_sec = now / 1000000000;
	at->tv_nsec = now % 1000000000;
	return 0;
}
int gettimeofday(struct timeval *at, void *zone) {
	struct timespec now;
	(void)zone;
	int answer = clock_gettime(CLOCK_REALTIME, &now);
	at->tv_sec = now.tv_sec;
	at->tv_usec = now.tv_nsec / 1000;
	return answer;
}
time_t time(time_t *to) {
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	if (to) *to = now.tv_sec;
	return now.tv_sec;
}
