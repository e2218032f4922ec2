/* SPDX-License-Identifier: MIT */
/* What is in folders. Of a folder with many files little is kept: what does not match goes with a scratch arena. */
#define _DEFAULT_SOURCE
#include "base/file.h"

#include "base/list.h"
#include "base/str.h"

#include <dirent.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What a folder has. */
typedef struct Entry {
	const char *name;
	bool there; /* it is sure to be; a link may lead nowhere */
} Entry;

static int entry_order(const void *left, const void *right)
{
	return strcmp(((const Entry *)left)->name, ((const Entry *)right)->name);
}

/* But for hidden ones, sorted by bytes. A list of Entry. */
static List folder_entries(Arena *a, const char *folder)
{
	List entries = list_new(a, sizeof(Entry));
	DIR *open = opendir(*folder ? folder : ".");
	for (struct dirent *entry; open && (entry = readdir(open)) != NULL;)
		if (entry->d_name[0] != '.')
			*(Entry *)list_add(&entries) =
			    (Entry){str_copy(a, entry->d_name),
				    entry->d_type == DT_REG || entry->d_type == DT_DIR};
	if (open)
		closedir(open);
	if (entries.count > 1)
		qsort(entries.items, (size_t)entries.count, sizeof(Entry), entry_order);
	return entries;
}

const char *const *file_names(Arena *a, const char *folder)
{
	List entries = folder_entries(a, folder);
	const char **names = ARENA_ARRAY(a, entries.count + 1, const char *);
	for (int i = 0; i < entries.count; i++)
		names[i] = ((const Entry *)list_at(&entries, i))->name;
	return names;
}

typedef struct Globbing {
	Arena *a;       /* of what matches */
	Arena *scratch; /* of all else */
	List paths;     /* of const char *, in `scratch` */
	const char *root;
	const char *outside;
} Globbing;

static char *path_join(Arena *a, const char *folder, const char *name, const char *slash)
{
	size_t before = strlen(folder), length = strlen(name), behind = strlen(slash);
	char *path = arena_alloc(a, before + length + behind + 1);
	memcpy(path, folder, before);
	memcpy(path + before, name, length);
	memcpy(path + before + length, slash, behind);
	return path;
}

static void glob_into(Globbing *g, const char *done, const char *rest);

/* Those in the folder `done` that match `part`, and below them what matches `behind`. */
static void glob_folder(Globbing *g, const char *done, const char *part, const char *behind,
			const char *slash)
{
	List entries = folder_entries(g->scratch, done);
	for (int i = 0; i < entries.count; i++) {
		const Entry *entry = list_at(&entries, i);
		if (fnmatch(part, entry->name, FNM_PERIOD) != 0)
			continue;
		bool last = *behind == '\0', there = last && *slash == '\0' && entry->there;
		const char *path = path_join(last ? g->a : g->scratch, done, entry->name, slash);
		if (there || access(path, F_OK) == 0)
			glob_into(g, path, behind);
	}
}

/* The files below `done` that match `rest`, part by part. */
static void glob_into(Globbing *g, const char *done, const char *rest)
{
	size_t length = strcspn(rest, "/"), slashes = strspn(rest + length, "/");
	const char *part = str_copy_n(g->scratch, rest, length), *behind = rest + length + slashes;
	const char *slash = slashes ? "/" : "";
	bool literal = part[strcspn(part, "*?[\\")] == '\0';
	if (*rest == '\0') {
		*(const char **)list_add(&g->paths) = done;
	} else if (literal) {
		const char *path = path_join(g->a, done, part, slash);
		if (access(path, F_OK) == 0)
			glob_into(g, path, behind);
	} else if (g->root && !file_is_below(done, g->root)) {
		g->outside = str_copy(g->a, *done ? done : ".");
	} else {
		glob_folder(g, done, part, behind, slash);
	}
}

static int text_order(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Mostly they come in order. */
static void paths_sort(const char **paths, int count)
{
	for (int i = 1; i < count; i++)
		if (strcmp(paths[i - 1], paths[i]) > 0) {
			qsort(paths, (size_t)count, sizeof *paths, text_order);
			return;
		}
}

const char *const *file_glob_below(Arena *a, const char *pattern, const char *root,
				   const char **outside)
{
	Arena *scratch = arena_new();
	Globbing g = {a, scratch, list_new(scratch, sizeof(char *)), root, NULL};
	glob_into(&g, "", pattern);
	const char **paths = ARENA_ARRAY(a, g.paths.count + 1, const char *);
	if (g.paths.count > 0)
		memcpy(paths, g.paths.items, (size_t)g.paths.count * sizeof *paths);
	paths_sort(paths, g.paths.count);
	*outside = g.outside;
	arena_free(scratch);
	return paths;
}

const char *const *file_glob(Arena *a, const char *pattern)
{
	const char *outside;
	return file_glob_below(a, pattern, NULL, &outside);
}
