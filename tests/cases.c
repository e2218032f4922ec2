/* SPDX-License-Identifier: MIT */
/*
 * Each folder below tests/cases is a test: an edition, and what the program
 * makes of it and says of it.
 *
 *   edition.xml       what is pressed; or, in the file `arguments`, the words behind "build"
 *   command           another command than "build", with its options: "check --format sarif"
 *   clusters/ …       whatever the edition names
 *   expected.trace    the finished page as text, where one record is pressed
 *   expected.diags    exactly what stands on standard error; not there: nothing
 *   expected.output   what a `command` says on standard output
 *   expected.status   the exit status; not there: 0
 *   expected.made     which PDFs are written; not there: none
 *
 * What "check" tells is what "build" tells: a case without a `command` is checked, too.
 * Before a case is pressed an older PDF lies wherever one of its records would
 * be written; what is not made must leave it as it is. A folder called bad-…
 * must end with an error. With the words "accept NAME", or ACCEPT=NAME in the
 * environment, the expected files are written anew: read the difference like code.
 * Runs in the repository's root, and presses into the folder "pressed" beside
 * itself; the environment's CLUSTERPRESS names the binary.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/list.h"
#include "unit/write_asked.h"

#include <sys/wait.h>
#include <unistd.h>

static const char cases_folder[] = "tests/cases";
static const char older[] = "an older PDF\n";

enum { FILE_LIMIT = 64 << 20, DIFF_LINES = 60 };

typedef struct Case {
	Arena *arena;
	const char *name;
	const char *folder; /* what is expected */
	const char *output; /* what comes out */
} Case;

/* What a case gives, in the files that are compared. */
static const char *const results[] = {"diags", "output", "status", "made", "trace", NULL};

static const char *binary(void)
{
	const char *named = getenv("CLUSTERPRESS");
	return named ? named : "build/clusterpress";
}

/* The whole file; `otherwise` when there is none. */
static const char *text_of(Arena *a, const char *path, const char *otherwise)
{
	if (access(path, F_OK) != 0)
		return otherwise;
	Bytes bytes = file_read(a, &(Source){.path = path}, FILE_LIMIT, diags_new(a));
	return bytes.at ? (const char *)bytes.at : otherwise;
}

static void text_keep(const char *path, const char *text)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	if (!file_write(path, text, strlen(text), diags))
		fail_msg("%s", diags_at(diags, 0)->message);
	arena_free(a);
}

static const char *result_path(const Case *c, const char *result)
{
	return str_format(c->arena, "%s/%s", c->output, result);
}

static const char *expected_path(const Case *c, const char *result)
{
	return str_format(c->arena, "%s/expected.%s", c->folder, result);
}

/* What is expected where a case says nothing of it. */
static const char *unsaid(const char *result)
{
	return strcmp(result, "status") == 0 ? "0\n" : "";
}

/* "check", and options; NULL: the case is pressed. */
static const char *command_of(const Case *c)
{
	const char *words = text_of(c->arena, str_format(c->arena, "%s/command", c->folder), NULL);
	return words ? str_fold(c->arena, words) : NULL;
}

/* The words behind the command: the edition, and records of it. */
static const char *arguments_of(const Case *c)
{
	const char *path = str_format(c->arena, "%s/arguments", c->folder);
	const char *own = str_format(c->arena, "%s/edition.xml", c->folder);
	return str_fold(c->arena, text_of(c->arena, path, own));
}

/* The words of a command line: the edition, the one record that is asked for, options. */
typedef struct Request {
	const char *edition;
	const char *record; /* NULL: all */
	const char *options;
} Request;

static const char *word_take(Arena *a, const char **words)
{
	const char *word = str_copy_n(a, *words, strcspn(*words, " "));
	*words += strlen(word);
	*words += strspn(*words, " ");
	return word;
}

static Request request_of(const Case *c)
{
	const char *words = arguments_of(c);
	Request request = {.edition = word_take(c->arena, &words)};
	if (*words && *words != '-')
		request.record = word_take(c->arena, &words);
	request.options = words;
	return request;
}

/* The ids of the records, NULL-terminated: the one that is asked for, or all of the folder's. */
static const char *const *records_of(const Case *c)
{
	List ids = list_new(c->arena, sizeof(char *));
	const char *said = request_of(c).record;
	const char *pattern = str_format(c->arena, "%s/clusters/*.xml", c->folder);
	if (said)
		*(const char **)list_add(&ids) = said;
	else
		for (const char *const *path = file_glob(c->arena, pattern); *path; path++)
			*(const char **)list_add(&ids) = file_stem(c->arena, *path);
	*(const char **)list_add(&ids) = NULL;
	return ids.items;
}

static int run(const char *command)
{
	int status = system(command);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void output_clear(const Case *c)
{
	const char *command =
	    str_format(c->arena, "rm -rf %s && mkdir -p %s", c->output, c->output);
	assert_int_equal(run(command), 0);
	for (const char *const *id = records_of(c); *id; id++)
		text_keep(str_format(c->arena, "%s/out/en/%s.pdf", c->output, *id), older);
}

/* "en/kunming.pdf": every PDF that is not the older one; one that is gone counts as made, too. */
static const char *made_by(const Case *c)
{
	StrBuf made = {.arena = c->arena};
	const char *out = str_format(c->arena, "%s/out/", c->output);
	const char *pattern = str_format(c->arena, "%s*/*.pdf", out);
	for (const char *const *path = file_glob(c->arena, pattern); *path; path++)
		if (strcmp(text_of(c->arena, *path, ""), older) != 0)
			strbuf_format(&made, "%s\n", *path + strlen(out));
	for (const char *const *id = records_of(c); *id; id++)
		if (access(str_format(c->arena, "%sen/%s.pdf", out, *id), F_OK) != 0)
			strbuf_format(&made, "en/%s.pdf is gone\n", *id);
	return strbuf_text(&made);
}

/* The page as text, where there is one record. */
static void page_trace(const Case *c)
{
	Request request = request_of(c);
	const char *const *records = records_of(c);
	const char *trace = result_path(c, "trace");
	if (records[0] == NULL || records[1] != NULL)
		text_keep(trace, "");
	else
		run(str_format(c->arena, "%s trace %s %s %s >%s 2>/dev/null", binary(),
			       request.edition, records[0], request.options, trace));
}

/* The case's own command: what it says, and that it makes no PDF. */
static int command_run(const Case *c)
{
	text_keep(result_path(c, "trace"), "");
	return run(str_format(c->arena, "%s %s %s >%s 2>%s", binary(), command_of(c),
			      arguments_of(c), result_path(c, "output"), result_path(c, "diags")));
}

static int build_run(const Case *c)
{
	text_keep(result_path(c, "output"), "");
	page_trace(c);
	return run(str_format(c->arena, "%s build %s --quiet --out %s/out >/dev/null 2>%s",
			      binary(), arguments_of(c), c->output, result_path(c, "diags")));
}

static void case_run(const Case *c)
{
	output_clear(c);
	int status = command_of(c) ? command_run(c) : build_run(c);
	text_keep(result_path(c, "status"), str_format(c->arena, "%d\n", status));
	text_keep(result_path(c, "made"), made_by(c));
}

/* True when "check" ends as "build" did, and says the same. */
static bool check_agrees(const Case *c)
{
	const char *built = text_of(c->arena, result_path(c, "status"), "");
	if (command_of(c) || strcmp(built, "64\n") == 0)
		return true;
	const char *checked = result_path(c, "checked"), *diags = result_path(c, "diags");
	int status = run(str_format(c->arena, "%s check %s --quiet >/dev/null 2>%s", binary(),
				    arguments_of(c), checked));
	if (strcmp(str_format(c->arena, "%d\n", status), built) == 0 &&
	    strcmp(text_of(c->arena, checked, ""), text_of(c->arena, diags, "")) == 0)
		return true;
	fprintf(stderr, "%s: check ends with %d, build with %s", c->name, status, built);
	run(str_format(c->arena, "diff -u %s %s >&2", diags, checked));
	return false;
}

/* Shows where the two differ. */
static void diff_print(const Case *c, const char *result)
{
	int status;
	const char *expected = expected_path(c, result);
	const char *command = str_format(
	    c->arena, "diff -u --label expected.%s --label present.%s %s - <%s | head -n %d",
	    result, result, access(expected, F_OK) == 0 ? expected : "/dev/null",
	    result_path(c, result), DIFF_LINES);
	fputs(asked(c->arena, command, &status), stderr);
}

static bool result_holds(const Case *c, const char *result)
{
	const char *expected = text_of(c->arena, expected_path(c, result), unsaid(result));
	if (strcmp(text_of(c->arena, result_path(c, result), ""), expected) == 0)
		return true;
	fprintf(stderr, "%s: expected.%s does not hold\n", c->name, result);
	diff_print(c, result);
	return false;
}

static void case_holds(void **state)
{
	const Case *c = *state;
	case_run(c);
	bool holds = true;
	for (const char *const *result = results; *result; result++)
		holds = result_holds(c, *result) && holds;
	if (!check_agrees(c))
		fail_msg("check says something else of %s than build", c->name);
	const char *status = text_of(c->arena, result_path(c, "status"), "");
	if (str_starts(c->name, "bad-") == (strcmp(status, "0\n") == 0))
		fail_msg("%s ended with status %s", c->name, status);
	if (!holds)
		fail_msg("%s differs: make accept CASE=%s takes it as right", c->name, c->name);
}

static void case_accept(const Case *c)
{
	case_run(c);
	for (const char *const *result = results; *result; result++) {
		const char *present = text_of(c->arena, result_path(c, *result), "");
		const char *expected = expected_path(c, *result);
		if (strcmp(present, text_of(c->arena, expected, unsaid(*result))) == 0)
			continue;
		diff_print(c, *result);
		if (strcmp(present, unsaid(*result)) == 0)
			remove(expected);
		else
			text_keep(expected, present);
	}
}

static Case *case_new(Arena *a, const char *folder, const char *program)
{
	Case *c = ARENA_NEW(a, Case);
	c->arena = a;
	c->folder = folder;
	c->name = strrchr(folder, '/') + 1;
	c->output = file_beside(a, program, str_format(a, "pressed/%s", c->name));
	return c;
}

static int accept_one(Arena *a, const char *program, const char *name)
{
	const char *folder = str_format(a, "%s/%s", cases_folder, name);
	if (strchr(name, '/') || *name == '.' || access(folder, F_OK) != 0) {
		fprintf(stderr, "there is no folder %s\n", folder);
		return 2;
	}
	case_accept(case_new(a, folder, program));
	return 0;
}

/* Every folder in the order of their names. */
static int run_all(Arena *a, const char *program)
{
	List tests = list_new(a, sizeof(struct CMUnitTest));
	const char *pattern = str_format(a, "%s/*", cases_folder);
	for (const char *const *folder = file_glob(a, pattern); *folder; folder++) {
		Case *c = case_new(a, *folder, program);
		*(struct CMUnitTest *)list_add(&tests) =
		    (struct CMUnitTest){c->name, case_holds, NULL, NULL, c};
	}
	if (tests.count == 0) {
		fprintf(stderr, "there are no cases below %s\n", cases_folder);
		return 1;
	}
	return _cmocka_run_group_tests("cases", tests.items, (size_t)tests.count, NULL, NULL);
}

int main(int count, char **words)
{
	Arena *a = arena_new();
	const char *accepted = getenv("ACCEPT");
	bool asks =
	    count == 3 && (strcmp(words[1], "accept") == 0 || strcmp(words[1], "--accept") == 0);
	if (asks)
		accepted = words[2];
	int status = accepted ? accept_one(a, words[0], accepted) : run_all(a, words[0]);
	arena_free(a);
	return status;
}
