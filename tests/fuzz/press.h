/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * press.h: presses an edition of which one file is not as it was, in a process
 * of its own, and judges how that ended.
 *
 * Whatever the file is made of: the process ends by itself, soon and in little
 * memory, with status 0, 65 or 74; the sanitizers have nothing to say; with 0 there
 * is a PDF whose page keeps judge.h's promises; with 65 there is none, every error
 * has its place, and the place is there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "fill/fill.h"
#include "fuzz/judge.h"
#include "read/record.h"
#include "run/build.h"
#include "run/shelf.h"
#include "set/set.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_MOST = 10, MEGABYTES_MOST = 500, PAGE_WRONG = 99, FILES = 6 };

/* What an edition is made of: where each file is found, and where its mutant stands. */
static const struct {
	const char *from, *to;
} files[FILES] = {{"tests/model/2024/clusters/kunming.xml", "clusters/kunming.xml"},
		  {"layouts/profile.xml", "profile.xml"},
		  {"layouts/common.xml", "common.xml"},
		  {"tests/model/names.xml", "names.xml"},
		  {"tests/model/2024/edition.xml", "edition.xml"},
		  {"fonts/fonts.xml", "fonts.xml"}};

/* Every third layout is one in which all elements stand. */
#define RICH "tests/fuzz/rich.xml"

enum { RECORD, LAYOUT, COMMON, NAMES, EDITION, FONTS };

/* What another sample needs: a record with fields, so that its charts have bars. */
static const char fields[] = "<field share=\"12\">Basic materials chemistry</field>"
			     "<field share=\"7.5\">Digital communication</field>"
			     "<field share=\"3\">Pharmaceuticals</field>";

typedef struct Case {
	Arena *arena;
	int file; /* which is spoiled */
	size_t seed;
	const char *folder;
	const char *edition, *pdf;
} Case;

static Bytes bytes_read(Arena *a, const char *path)
{
	return file_read(a, &(Source){.path = path}, 64 << 20, diags_new(a));
}

static const char *text_changed(Arena *a, const char *text, const char *from, const char *to)
{
	StrBuf out = {.arena = a};
	for (const char *at; (at = strstr(text, from)) != NULL; text = at + strlen(from)) {
		strbuf_add_n(&out, text, (size_t)(at - text));
		strbuf_add(&out, to);
	}
	strbuf_add(&out, text);
	return strbuf_text(&out);
}

/* A shipped file with the names that make it stand in the folder of the case. */
static const char *text_sound(const Case *c, int file)
{
	Arena *a = c->arena;
	bool rich = file == LAYOUT && c->seed % 3 == 2;
	const char *text = (const char *)bytes_read(a, rich ? RICH : files[file].from).at;
	if (file == FONTS)
		return text_changed(a, text, "file=\"", "file=\"../../../../fonts/");
	if (file == RECORD && c->seed % 2)
		return text_changed(a, text, "</patents>", str_format(a, "%s</patents>", fields));
	text = text_changed(a, text, "\"../../../layouts/", "\"");
	text = text_changed(a, text, "\"../../../fonts/", "\"");
	text = text_changed(a, text, "\"../names", "\"names");
	return text_changed(a, text, "\"../../../data/schema/", "\"../../../../data/schema/");
}

/* Half of all editions name no schema, so that what a schema would refuse gets further. */
static const char *text_of(const Case *c, int file)
{
	const char *text = text_sound(c, file);
	if (file == EDITION && c->seed / 2 % 2)
		text = text_changed(c->arena, text,
				    "schema=\"../../../../data/schema/cluster.rng\"", "");
	return text;
}

static void file_keep(const char *path, const char *text, size_t length)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	if (!file_write(path, text, length, diags))
		fail_msg("%s", diags_at(diags, 0)->message);
	arena_free(a);
}

/* Writes the edition with `text` for the file that is spoiled. */
static void edition_make(const Case *c, const char *text, size_t length)
{
	for (int i = 0; i < FILES; i++) {
		const char *path = str_format(c->arena, "%s/%s", c->folder, files[i].to);
		const char *sound = text_of(c, i);
		if (i == c->file)
			file_keep(path, text, length);
		else
			file_keep(path, sound, strlen(sound));
	}
	unlink(c->pdf);
}

/* In the process of the mutant */

static const char *page_judge(Arena *a, const Case *c)
{
	Diags *diags = diags_new(a);
	const Shelf *shelf =
	    shelf_open(a, &(ShelfFiles){.edition = c->edition, .root = "."}, diags);
	const char *fault = NULL;
	for (int i = 0; i < shelf->edition->record_count && !fault; i++) {
		Source source = {.path = record_path(a, &shelf->edition->records[i])};
		const Record *record = record_read(a, &source, shelf->schema, shelf->rules, diags);
		Locale *locale = shelf_tongue(shelf, shelf->edition->languages[0], diags)->locale;
		Saying saying = {shelf->edition, shelf->layout, shelf->names, locale, NULL};
		const Story *story = fill(a, &saying, record, diags);
		const Page *page = set_page(a, story, shelf->fonts, shelf->cache, NULL, diags);
		fault = page ? judge(a, story, page) : "another time there was no page";
	}
	shelf_close(shelf);
	return fault;
}

_Noreturn static void mutant_press(const Case *c)
{
	int told =
	    open(str_format(c->arena, "%s/told", c->folder), O_WRONLY | O_CREAT | O_TRUNC, 0666);
	dup2(told, STDERR_FILENO);
	dup2(told, STDOUT_FILENO);
	alarm(SECONDS_MOST);
	Order order = {.edition = c->edition,
		       .out = str_format(c->arena, "%s/out", c->folder),
		       .root = ".",
		       .force = true,
		       .marks = true,
		       .quiet = true};
	int status = build(&order);
	Arena *a = arena_new();
	const char *fault = status == 0 ? page_judge(a, c) : NULL;
	if (fault) {
		fprintf(stderr, "%s\n", fault);
		status = PAGE_WRONG;
	}
	arena_free(a);
	arena_free(c->arena);
	exit(status);
}

/* In the process of the test */

static const char *line_find(const char *text, int line)
{
	for (; line > 1 && text; line--) {
		text = strchr(text, '\n');
		text = text ? text + 1 : NULL;
	}
	return text;
}

static void folder_remove(const Case *c)
{
	static const char *const others[] = {
	    "told", "out/en/kunming.pdf", "out/en/kunming.marks.json", "out/en", "out", "clusters",
	    ""};
	for (int i = 0; i < FILES; i++)
		remove(str_format(c->arena, "%s/%s", c->folder, files[i].to));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		remove(str_format(c->arena, "%s/%s", c->folder, others[i]));
}

/* The place of "file:line:column: error: …" is there. */
static bool place_is_there(const Case *c, const char *told)
{
	char file[512];
	static const char more[] = "clusterpress: error: there is more to tell than this";
	int line = 0, column = 0;
	if (strncmp(told, more, sizeof more - 1) == 0)
		return true;
	if (sscanf(told, "%511[^:]:%d:%d: ", file, &line, &column) != 3)
		return strncmp(told, c->edition, strlen(c->edition)) == 0;
	if (access(file, R_OK) != 0)
		return false;
	const char *at = line_find((const char *)bytes_read(c->arena, file).at, line);
	return at && line > 0 && column > 0 && (size_t)column <= strcspn(at, "\n") + 1;
}

static const char *told_judge(const Case *c, const char *told)
{
	int errors = 0;
	for (const char *line = told; line && *line; line = line_find(line, 2)) {
		if (*line == ' ')
			continue;
		if (!place_is_there(c, line))
			return "an error has no place, or one that is not there";
		errors++;
	}
	return errors > 0 ? NULL : "a failure told nothing";
}

static const char *outcome_judge(const Case *c, int how, long megabytes)
{
	const char *told =
	    (const char *)bytes_read(c->arena, str_format(c->arena, "%s/told", c->folder)).at;
	if (WIFSIGNALED(how))
		return str_format(c->arena, "signal %d", WTERMSIG(how));
	if (megabytes > MEGABYTES_MOST)
		return str_format(c->arena, "%ld MB", megabytes);
	int status = WEXITSTATUS(how);
	if (status == 65 && access(c->pdf, F_OK) == 0)
		return "an error, and yet a PDF";
	if (status == 65)
		return told_judge(c, told);
	return status == 0 || status == 74 ? NULL : str_format(c->arena, "status %d", status);
}

/* What is wrong, or NULL, when `text` stands for the file that is spoiled. */
static const char *case_press(const Case *c, const char *text, size_t length, int *status)
{
	int how = 0;
	struct rusage before, after;
	edition_make(c, text, length);
	fflush(NULL);
	getrusage(RUSAGE_CHILDREN, &before);
	pid_t child = fork();
	if (child == 0)
		mutant_press(c);
	if (child < 0 || waitpid(child, &how, 0) != child)
		fail_msg("no process for a mutant");
	getrusage(RUSAGE_CHILDREN, &after);
	*status = WIFEXITED(how) ? WEXITSTATUS(how) : -1;
	/* The kernel keeps the most that any of them took. */
	bool more = after.ru_maxrss > before.ru_maxrss;
	struct rusage own;
	getrusage(RUSAGE_SELF, &own);
	return outcome_judge(c, how, more ? (after.ru_maxrss - own.ru_maxrss) / 1024 : 0);
}

static Case case_new(int file, size_t seed, const char *name)
{
	Case c = {.arena = arena_new(), .file = file, .seed = seed};
	c.folder = str_format(c.arena, "build/tests/mutants/%s", name);
	c.edition = str_format(c.arena, "%s/edition.xml", c.folder);
	c.pdf = str_format(c.arena, "%s/out/en/kunming.pdf", c.folder);
	return c;
}
