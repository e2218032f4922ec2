/* SPDX-License-Identifier: MIT */
/*
 * A file is written beside its place and renamed, so that it is never half there. Until then it is called
 * ".NAME.PROCESS.part".
 */
#include "base/file.h"

#include "base/str.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PART_END ".part"

static bool descriptor_write(int descriptor, const unsigned char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t step = write(descriptor, bytes, length);
		if (step < 0 && errno == EINTR)
			continue;
		if (step < 0)
			return false;
		bytes += step;
		length -= (size_t)step;
	}
	return true;
}

bool file_folders_make(const char *path)
{
	Arena *a = arena_new();
	char *part = str_copy(a, path);
	bool made = true;
	for (char *slash = strchr(part + (*part == '/'), '/'); made && slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		made = mkdir(part, 0777) == 0 || errno == EEXIST;
		*slash = '/';
	}
	int trouble = errno;
	arena_free(a);
	errno = trouble;
	return made;
}

/* Folders are made, and what stands in the way is removed, only where that is found necessary. */
static int part_open(const char *part)
{
	enum { HOW = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC };
	int descriptor = open(part, HOW, 0666);
	if (descriptor < 0 && errno == ENOENT && file_folders_make(part))
		descriptor = open(part, HOW, 0666);
	if (descriptor < 0 && errno == EEXIST && unlink(part) == 0)
		descriptor = open(part, HOW, 0666);
	return descriptor;
}

static bool part_fill(const char *part, const void *bytes, size_t length, bool sync)
{
	int descriptor = part_open(part);
	if (descriptor < 0)
		return false;
	bool written =
	    descriptor_write(descriptor, bytes, length) && (!sync || fsync(descriptor) == 0);
	int trouble = errno;
	if (close(descriptor) != 0 && written) {
		written = false;
		trouble = errno;
	}
	errno = trouble;
	return written;
}

/* A rename is on the disk when its folder is. */
static bool folder_sync(const char *folder)
{
	int descriptor = open(*folder ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (descriptor < 0)
		return false;
	bool done = fsync(descriptor) == 0;
	int trouble = errno;
	close(descriptor);
	errno = trouble;
	return done;
}

/* What `path` is called while `process` writes it. */
static const char *part_name(Arena *a, const char *path, long process)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	return str_format(a, "%.*s.%s.%ld" PART_END, (int)(name - path), path, name, process);
}

static bool write_told(const char *path, const void *bytes, size_t length, bool sync, Diags *diags)
{
	Arena *scratch = arena_new();
	const char *slash = strrchr(path, '/');
	const char *folder = str_copy_n(scratch, path, slash ? (size_t)(slash + 1 - path) : 0);
	const char *part = part_name(scratch, path, (long)getpid());
	bool done = part_fill(part, bytes, length, sync) && rename(part, path) == 0 &&
		    (!sync || folder_sync(folder));
	if (!done) {
		int trouble = errno;
		unlink(part);
		diag_error(diags, (Place){0}, DIAG_SYSTEM, "the file %s cannot be written: %s",
			   path, strerror(trouble));
		diag_hint(diags, "%s",
			  trouble == ENOSPC ? "make room on the disk, then run it again"
					    : "see who may write there, or choose another place");
	}
	arena_free(scratch);
	return done;
}

bool file_write(const char *path, const void *bytes, size_t length, Diags *diags)
{
	return write_told(path, bytes, length, false, diags);
}

bool file_write_synced(const char *path, const void *bytes, size_t length, Diags *diags)
{
	return write_told(path, bytes, length, true, diags);
}

void file_part_remove(const char *path, long process)
{
	Arena *a = arena_new();
	unlink(part_name(a, path, process));
	arena_free(a);
}

/* ".NAME.PROCESS.part" */
static bool is_part(const char *name)
{
	size_t length = strlen(name), end = sizeof PART_END - 1, digits = 0;
	if (name[0] != '.' || length <= end || strcmp(name + length - end, PART_END) != 0)
		return false;
	for (length -= end; length > 0 && isdigit((unsigned char)name[length - 1]); length--)
		digits++;
	return digits > 0 && length > 2 && name[length - 1] == '.';
}

int file_parts_remove(const char *folder)
{
	Arena *a = arena_new();
	int removed = 0;
	DIR *open = opendir(folder);
	for (struct dirent *entry; open && (entry = readdir(open)) != NULL;)
		if (is_part(entry->d_name))
			removed += unlink(str_format(a, "%s/%s", folder, entry->d_name)) == 0;
	if (open)
		closedir(open);
	arena_free(a);
	return removed;
}
