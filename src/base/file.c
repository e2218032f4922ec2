/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700
#include "base/file.h"

#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folder of `path`, with its last slash; "" when it names none. */
static char *file_folder(Arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	return str_copy_n(a, path, slash ? (size_t)(slash + 1 - path) : 0);
}

static void file_missing(Arena *a, const Source *source, int trouble, Diags *diags)
{
	diag_error(diags, source->from, DIAG_FILE, "the file %s cannot be read: %s", source->path,
		   strerror(trouble));
	if (trouble != ENOENT)
		return;
	char *folder = file_folder(a, source->path);
	const char *const *names = file_names(a, folder);
	const char *nearest = str_nearest(source->path + strlen(folder), names);
	if (nearest)
		diag_hint(diags, "did you mean %s%s?", folder, nearest);
	else if (access(*folder ? folder : ".", F_OK) != 0)
		diag_hint(diags, "there is no folder %s either", folder);
	else
		diag_hint(diags, "correct the name, or put the file there");
}

/* The real path of a file; of one that is not there yet, that of the nearest folder on its way. NULL:
 * there is none, or ".." would lead out of a folder that is not there. */
static char *path_real(const char *path)
{
	Arena *scratch = arena_new();
	char *part = str_copy(scratch, *path ? path : "."), *real = realpath(part, NULL);
	while (!real && errno == ENOENT) {
		char *slash = strrchr(part, '/');
		const char *name = slash ? slash + 1 : part;
		if (strcmp(name, "..") == 0 || strcmp(part, ".") == 0)
			break;
		if (slash && slash > part)
			*slash = '\0';
		else
			part = str_copy(scratch, slash ? "/" : ".");
		real = realpath(part, NULL);
	}
	arena_free(scratch);
	return real;
}

bool file_is_below(const char *path, const char *root)
{
	char *real = path_real(path), *real_root = realpath(root, NULL);
	bool below = false;
	if (real && real_root) {
		size_t length = strlen(real_root);
		if (length > 0 && real_root[length - 1] == '/')
			length--;
		below = strncmp(real, real_root, length) == 0 &&
			(real[length] == '/' || real[length] == '\0');
	}
	free(real);
	free(real_root);
	return below;
}

/* Asked before the file is opened or its folder is looked into. */
static bool file_is_inside(const Source *source, Diags *diags)
{
	if (!source->root || file_is_below(source->path, source->root))
		return true;
	diag_error(diags, source->from, DIAG_FILE, "the file %s lies outside the root folder %s",
		   source->path, source->root);
	diag_hint(diags, "move it below the root, or name another with --root");
	return false;
}

static bool file_is_usable(const Source *source, const struct stat *status, size_t limit,
			   Diags *diags)
{
	if (!S_ISREG(status->st_mode)) {
		diag_error(diags, source->from, DIAG_FILE, "%s is %s, not a file", source->path,
			   S_ISDIR(status->st_mode) ? "a folder" : "a device or a pipe");
		diag_hint(diags, "name a file");
		return false;
	}
	if ((unsigned long long)status->st_size > limit) {
		diag_error(diags, source->from, DIAG_FILE,
			   "the file %s has %lld bytes, and at most %zu are read", source->path,
			   (long long)status->st_size, limit);
		diag_hint(diags, "take out what is not needed, or split it");
		return false;
	}
	return true;
}

/* Reads what the file has, up to `room` bytes; how many, or -1. */
static ssize_t descriptor_read(int descriptor, unsigned char *to, size_t room)
{
	size_t length = 0;
	while (length < room) {
		ssize_t step = read(descriptor, to + length, room - length);
		if (step < 0 && errno == EINTR)
			continue;
		if (step < 0)
			return -1;
		if (step == 0)
			break;
		length += (size_t)step;
	}
	return (ssize_t)length;
}

static Bytes descriptor_bytes(Arena *a, int descriptor, const Source *source, size_t limit,
			      Diags *diags)
{
	struct stat status;
	if (descriptor < 0 || fstat(descriptor, &status) != 0) {
		file_missing(a, source, errno, diags);
		return (Bytes){0};
	}
	if (!file_is_usable(source, &status, limit, diags))
		return (Bytes){0};
	size_t size = (size_t)status.st_size;
	unsigned char *at = arena_alloc(a, size + 1);
	/* One byte more is asked for: there is one when somebody writes to the file. */
	ssize_t length = descriptor_read(descriptor, at, size + 1);
	if (length < 0) {
		file_missing(a, source, errno, diags);
		return (Bytes){0};
	}
	if ((size_t)length == size)
		return (Bytes){at, size};
	diag_error(diags, source->from, DIAG_FILE, "the file %s changed while it was read",
		   source->path);
	diag_hint(diags, "run it again when nobody writes to the file any more");
	return (Bytes){0};
}

Bytes file_read(Arena *a, const Source *source, size_t limit, Diags *diags)
{
	struct stat status;
	if (!file_is_inside(source, diags))
		return (Bytes){0};
	/* A pipe or a device is not even opened: that alone may have effects. */
	if (stat(source->path, &status) == 0 && !file_is_usable(source, &status, limit, diags))
		return (Bytes){0};
	int descriptor = open(source->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	Bytes bytes = descriptor_bytes(a, descriptor, source, limit, diags);
	if (descriptor >= 0)
		close(descriptor);
	return bytes;
}

static Bytes descriptor_tail(Arena *a, int descriptor, size_t most)
{
	struct stat status;
	if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size < 0)
		return (Bytes){0};
	size_t size = (size_t)status.st_size, room = size < most ? size : most;
	unsigned char *at = arena_alloc(a, room + 1);
	if (lseek(descriptor, (off_t)(size - room), SEEK_SET) < 0)
		return (Bytes){0};
	ssize_t length = descriptor_read(descriptor, at, room);
	return length < 0 ? (Bytes){0} : (Bytes){at, (size_t)length};
}

Bytes file_tail(Arena *a, const char *path, size_t most)
{
	int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (descriptor < 0)
		return (Bytes){0};
	Bytes tail = descriptor_tail(a, descriptor, most);
	close(descriptor);
	return tail;
}

size_t file_size(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && status.st_size > 0 ? (size_t)status.st_size : 0;
}

/* Takes "./", "//" and "a/../" out of a path. */
static char *path_clean(Arena *a, const char *path)
{
	char *clean = arena_alloc(a, strlen(path) + 2);
	size_t root = *path == '/', length = 0, kept = 0; /* kept: up to here only "../" stand */
	if (root)
		clean[length++] = '/';
	kept = length;
	while (*path) {
		size_t part = strcspn(path, "/");
		bool up = part == 2 && path[0] == '.' && path[1] == '.';
		if (up && length > kept) {
			for (length--; length > kept && clean[length - 1] != '/';)
				length--;
		} else if (part > 0 && !(part == 1 && *path == '.') && !(up && root)) {
			memcpy(clean + length, path, part);
			length += part;
			if (path[part] == '/')
				clean[length++] = '/';
			if (up)
				kept = length;
		}
		path += part + (path[part] == '/');
	}
	clean[length] = '\0';
	return clean;
}

char *file_beside(Arena *a, const char *base, const char *href)
{
	if (*href == '/')
		return path_clean(a, href);
	return path_clean(a, str_format(a, "%s%s", file_folder(a, base), href));
}

char *file_absolute(Arena *a, const char *path)
{
	char here[PATH_MAX];
	if (*path == '/' || !getcwd(here, sizeof here))
		return path_clean(a, path);
	return path_clean(a, str_format(a, "%s/%s", here, path));
}

char *file_stem(Arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	return str_copy_n(a, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}
