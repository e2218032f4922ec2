/* SPDX-License-Identifier: MIT */
#include "base/lock.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

enum { STEP = 20 };

static int folder_open(const char *folder)
{
	Arena *a = arena_new();
	int open_as = -1;
	if (file_folders_make(str_format(a, "%s/", folder)))
		open_as = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int trouble = errno;
	arena_free(a);
	errno = trouble;
	return open_as;
}

Lock lock_take(const char *folder, int patience, int *lock)
{
	*lock = folder_open(folder);
	if (*lock < 0)
		return LOCK_NONE;
	const struct timespec step = {.tv_nsec = STEP * 1000000L};
	for (; flock(*lock, LOCK_EX | LOCK_NB) != 0; patience -= STEP) {
		if (errno != EWOULDBLOCK || patience <= 0) {
			int trouble = errno;
			lock_give(*lock);
			*lock = -1;
			errno = trouble;
			return trouble == EWOULDBLOCK ? LOCK_BUSY : LOCK_NONE;
		}
		nanosleep(&step, NULL);
	}
	return LOCK_HELD;
}

void lock_give(int lock)
{
	if (lock >= 0)
		close(lock);
}
