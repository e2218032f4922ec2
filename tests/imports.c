/* SPDX-License-Identifier: MIT */
/*
 * Each folder below tests/imports is a test: a table, a map, and what the
 * program makes of them and says of it.
 *
 *   table.csv, map.xml …   whatever is imported; data/schema/cluster.rng lies beside it as cluster.rng
 *   arguments              the words behind "import"; not there: "table.csv --map map.xml"
 *   records/               what lies in the folder of the records before
 *   expected/              the folder of the records after; and the files `diags` (standard error),
 *                          `said` (standard output) and `status`
 *
 * A case is copied beside this program and run there, twice: the second time
 * nothing may be written. A folder called bad-… must end with an error. With the
 * words "accept NAME" the expected files are written anew: read the difference
 * like code. Runs in the repository's root; the environment's CLUSTERPRESS names
 * the binary.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/list.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char cases_folder[] = "tests/imports";

typedef struct Case {
	Arena *arena;
	const char *name;
	const char *folder;  /* what is expected */
	const char *present; /* the copy of it in which the program runs */
} Case;

static int run(const char *command)
{
	int status = system(command);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static const char *text_of(Arena *a, const char *path, const char *otherwise)
{
	if (access(path, F_OK) != 0)
		return otherwise;
	Bytes bytes = file_read(a, &(Source){.path = path}, 1 << 20, diags_new(a));
	return bytes.at ? (const char *)bytes.at : otherwise;
}

/* The binary as it is found from the folder of a case. */
static const char *binary(Arena *a)
{
	const char *named = getenv("CLUSTERPRESS");
	char here[4096];
	assert_non_null(getcwd(here, sizeof here));
	return str_format(a, "'%s/%s'", here, named ? named : "build/clusterpress");
}

static const char *arguments_of(const Case *c)
{
	const char *path = str_format(c->arena, "%s/arguments", c->folder);
	return str_fold(c->arena, text_of(c->arena, path, "table.csv --map map.xml"));
}

/* Runs the program in the copy; the records stand in records/, what it says in the folder `to`. */
static int import_run(const Case *c, const char *to)
{
	const char *command =
	    str_format(c->arena, "cd %s && mkdir -p %s && %s import %s >%s/said 2>%s/diags",
		       c->present, to, binary(c->arena), arguments_of(c), to, to);
	return run(command);
}

static void case_copy(const Case *c)
{
	const char *command =
	    str_format(c->arena,
		       "rm -rf %s && mkdir -p %s && cp -R %s/. %s && rm -rf "
		       "%s/expected && cp data/schema/cluster.rng %s",
		       c->present, c->present, c->folder, c->present, c->present, c->present);
	assert_int_equal(run(command), 0);
}

/* Runs the case, and puts what came out into the copy's folder expected/. */
static int case_run(const Case *c)
{
	case_copy(c);
	int status = import_run(c, "expected");
	const char *command = str_format(
	    c->arena,
	    "cd %s && echo %d >expected/status && mkdir -p records && cp -R records expected/ && "
	    "find expected -type f -empty -delete && find expected -type d -empty -delete",
	    c->present, status);
	assert_int_equal(run(command), 0);
	return status;
}

/* A second run leaves every record as it is: its bytes, and its date. */
static void again_check(const Case *c, int status)
{
	const char *old = str_format(
	    c->arena,
	    "cd %s && mkdir -p records && find records -type f -exec touch -t 200001010000 {} +",
	    c->present);
	assert_int_equal(run(old), 0);
	if (import_run(c, "again") != status)
		fail_msg("%s: the second time it ends in another way", c->name);
	const char *same =
	    str_format(c->arena,
		       "cd %s && test -z \"$(find records -type f -newermt 2001-01-01)\" "
		       "&& { test ! -d expected/records || diff -r expected/records "
		       "records; } && diff -N again/diags expected/diags",
		       c->present);
	if (run(same) != 0)
		fail_msg("%s: the second time something else comes out", c->name);
}

static void case_holds(void **state)
{
	const Case *c = *state;
	int status = case_run(c);
	const char *command =
	    str_format(c->arena, "diff -ruN %s/expected %s/expected >&2", c->folder, c->present);
	if (run(command) != 0)
		fail_msg("%s differs: make accept CASE=%s takes it as right", c->name, c->name);
	if (str_starts(c->name, "bad-") == (status == 0))
		fail_msg("%s ended with status %d", c->name, status);
	again_check(c, status);
}

static int case_accept(const Case *c)
{
	case_run(c);
	return run(str_format(c->arena,
			      "diff -ruN %s/expected %s/expected; rm -rf %s/expected && cp -R "
			      "%s/expected %s/",
			      c->folder, c->present, c->folder, c->present, c->folder));
}

static Case *case_new(Arena *a, const char *folder, const char *program)
{
	Case *c = ARENA_NEW(a, Case);
	c->arena = a;
	c->folder = folder;
	c->name = strrchr(folder, '/') + 1;
	c->present = file_beside(a, program, str_format(a, "imported/%s", c->name));
	return c;
}

static int run_all(Arena *a, const char *program)
{
	List tests = list_new(a, sizeof(struct CMUnitTest));
	for (const char *const *name = file_names(a, cases_folder); *name; name++) {
		Case *c = case_new(a, str_format(a, "%s/%s", cases_folder, *name), program);
		*(struct CMUnitTest *)list_add(&tests) =
		    (struct CMUnitTest){c->name, case_holds, NULL, NULL, c};
	}
	if (tests.count == 0) {
		fprintf(stderr, "there are no cases below %s\n", cases_folder);
		return 1;
	}
	return _cmocka_run_group_tests("imports", tests.items, (size_t)tests.count, NULL, NULL);
}

int main(int count, char **words)
{
	Arena *a = arena_new();
	int status;
	if (count == 3 && strcmp(words[1], "accept") == 0)
		status = case_accept(
		    case_new(a, str_format(a, "%s/%s", cases_folder, words[2]), words[0]));
	else
		status = run_all(a, words[0]);
	arena_free(a);
	return status;
}
