/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * read_setup.h: what the tests of the readers share.
 *
 * An arena and diagnostics for each test; files made on the way stand below
 * build/tests. A diagnostic is compared as "line:column: message".
 */
#include "base/file.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

typedef struct Setup {
	Arena *arena;
	Diags *diags;
} Setup;

static inline int setup_open(void **state)
{
	Arena *a = arena_new();
	Setup *setup = ARENA_NEW(a, Setup);
	*setup = (Setup){a, diags_new(a)};
	*state = setup;
	return 0;
}

static inline int setup_close(void **state)
{
	arena_free(((Setup *)*state)->arena);
	return 0;
}

#define SENTENCE(test) cmocka_unit_test_setup_teardown(test, setup_open, setup_close)

/* A folder for each program, since they run side by side. */
#define SETUP_FOLDER "build/" __BASE_FILE__ "/"

/* A file of that name in it, with these bytes. */
static inline Source setup_bytes(Setup *setup, const char *name, const void *bytes, size_t length)
{
	Source source = {str_format(setup->arena, SETUP_FOLDER "%s", name), NULL, {0}};
	assert_true(file_write(source.path, bytes, length, setup->diags));
	return source;
}

static inline Source setup_file(Setup *setup, const char *name, const char *text)
{
	return setup_bytes(setup, name, text, strlen(text));
}

/* The shipped file `path` with the first `old` in it made `new`, as `name` in it. */
static inline Source setup_changed(Setup *setup, const char *path, const char *name,
				   const char *old, const char *new)
{
	Source shipped = {path, NULL, {0}};
	const char *text =
	    (const char *)file_read(setup->arena, &shipped, 1 << 20, setup->diags).at;
	assert_non_null(text);
	const char *found = strstr(text, old);
	if (found == NULL)
		fail_msg("%s does not hold: %s", path, old);
	return setup_file(setup, name,
			  str_format(setup->arena, "%.*s%s%s", (int)(found - text), text, new,
				     found + strlen(old)));
}

static inline const char *setup_told(const Setup *setup, int index)
{
	const Diag *diag = diags_at(setup->diags, index);
	return str_format(setup->arena, "%d:%d: %s", diag->place.line, diag->place.column,
			  diag->message);
}

/* Exactly this was told, and nothing else. */
static inline void assert_told(const Setup *setup, const char *expected)
{
	StrBuf all = {.arena = setup->arena};
	for (int i = 0; i < diags_count(setup->diags); i++)
		strbuf_format(&all, "%s%s", i ? "\n" : "", setup_told(setup, i));
	assert_string_equal(strbuf_text(&all), expected);
}

/* The lines of a file of cases that are neither blank nor comments, each cut at " | " into at most
 * `most` parts. */
typedef struct CaseLine {
	int number;
	const char *parts[4];
	int count;
} CaseLine;

static inline const char *case_unescape(Arena *a, const char *s)
{
	char *copy = str_copy(a, s), *to = copy;
	for (const char *from = copy; *from; from++) {
		bool line = from[0] == '\\' && from[1] == 'n';
		*to++ = line ? '\n' : *from;
		from += line;
	}
	*to = '\0';
	return copy;
}

static inline void case_cut(Setup *setup, char *line, CaseLine *out)
{
	out->count = 0;
	while (line && out->count < 4) {
		char *bar = strstr(line, " | ");
		if (bar)
			*bar = '\0';
		out->parts[out->count++] = case_unescape(setup->arena, line);
		line = bar ? bar + 3 : NULL;
	}
}

/* The next case in `*text`, which moves behind it; false at the end. */
static inline bool case_next(Setup *setup, char **text, CaseLine *out)
{
	while (**text) {
		char *line = *text, *end = strchr(line, '\n');
		out->number++;
		*text = end ? end + 1 : line + strlen(line);
		if (end)
			*end = '\0';
		if (line[0] == '\0' || line[0] == '#')
			continue;
		case_cut(setup, line, out);
		return true;
	}
	return false;
}

static inline char *case_file(Setup *setup, const char *path)
{
	Source source = {path, NULL, {0}};
	Bytes bytes = file_read(setup->arena, &source, 1 << 20, setup->diags);
	assert_non_null(bytes.at);
	return str_copy(setup->arena, (const char *)bytes.at);
}
