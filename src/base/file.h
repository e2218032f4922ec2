/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * file.h: whole files, read and written safely.
 *
 * Reading is bounded and stays below a root folder. Writing goes to a file
 * beside the name, which is then renamed: nobody ever sees half a file, and an
 * older one is left alone when anything fails. What the system says goes to
 * the diagnostics in its own words.
 */
#include "base/diag.h"

#include <stddef.h>

/* A file to be read, and who asked for it. */
typedef struct Source {
	const char *path;
	const char *root; /* only files below this folder may be read; NULL: any */
	Place from;       /* where it is named; all zero: on the command line */
} Source;

typedef struct Bytes {
	const unsigned char *at; /* NULL: could not be had; a NUL stands behind the last byte */
	size_t length;
} Bytes;

/* The whole file, at most `limit` bytes. A missing, unreadable, too large or
 * irregular file, one that changes meanwhile, or one outside the root (links
 * followed), is told to `diags` (DIAG_FILE) at the place that named it. */
Bytes file_read(Arena *a, const Source *source, size_t limit, Diags *diags);

/* The last bytes of a file, at most `most` of them, whatever stands before; nothing is told. Not there, no file,
 * unreadable: no bytes. */
Bytes file_tail(Arena *a, const char *path, size_t most);

/* In bytes; 0 when it is not there. */
size_t file_size(const char *path);

/* Writes `path` in one step, making its folders; false and a DIAG_SYSTEM otherwise. What it is called until it is
 * whole, file_parts_remove knows. */
bool file_write(const char *path, const void *bytes, size_t length, Diags *diags);
/* The same, and it is on the disk, name and all, when this returns (fsync): a machine that fails does not lose it. */
bool file_write_synced(const char *path, const void *bytes, size_t length, Diags *diags);

/* Makes every folder on the way to `path`, the part behind the last slash left out; false with errno. */
bool file_folders_make(const char *path);
/* Removes what such a process, which is dead, has left of `path`. */
void file_part_remove(const char *path, long process);
/* Removes from a folder what processes that were killed while they wrote have left; how much that was. Nobody may be writing
 * there. */
int file_parts_remove(const char *folder);

/* True when the file or folder lies below the root, or would lie there when it is made; links are
 * followed. */
bool file_is_below(const char *path, const char *root);

/* The names in a folder but for hidden ones, sorted by bytes. NULL-terminated. */
const char *const *file_names(Arena *a, const char *folder);

/* `href` seen from the folder of the file `base`; as it stands when absolute.
 * "a/../" and "./" are taken out. */
char *file_beside(Arena *a, const char *base, const char *href);

/* `path` from the root of the file system on, without "." and "..", links as they stand. */
char *file_absolute(Arena *a, const char *path);

/* The last part of `path` without its extension: "baikal" of "data/baikal.xml". */
char *file_stem(Arena *a, const char *path);

/* The files that match a shell pattern ("lakes/(star).xml"), sorted by bytes. NULL-terminated. */
const char *const *file_glob(Arena *a, const char *pattern);

/* The same, but no folder outside of `root` is looked into, links followed; `*outside` names one that
 * would have been, or is NULL. */
const char *const *file_glob_below(Arena *a, const char *pattern, const char *root,
				   const char **outside);
