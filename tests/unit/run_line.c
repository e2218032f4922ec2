/* SPDX-License-Identifier: MIT */
/* The program as a whole, from its command line: statuses, words, bytes. */
#include "unit/base_setup.h"

#include "base/file.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char scratch[] = "build/tests/line";

typedef struct Said {
	int status;
	const char *out, *err;
} Said;

static const char *program(void)
{
	const char *named = getenv("CLUSTERPRESS");
	return named ? named : "build/clusterpress";
}

static const char *text_of(Arena *a, const char *path)
{
	Source source = {.path = path};
	Bytes bytes = file_read(a, &source, 1 << 20, diags_new(a));
	return bytes.at ? (const char *)bytes.at : "";
}

/* What the program says when it is started with `words`, behind `before` in the shell. */
static Said line_say(Arena *a, const char *before, const char *words)
{
	const char *out = str_format(a, "%s/out", scratch), *err = str_format(a, "%s/err", scratch);
	int status = system(str_format(a, "%s %s %s >%s 2>%s", before, program(), words, out, err));
	assert_true(WIFEXITED(status));
	return (Said){WEXITSTATUS(status), text_of(a, out), text_of(a, err)};
}

static int scratch_clear(void **state)
{
	*state = arena_new();
	return system("rm -rf build/tests/line && mkdir -p build/tests/line");
}

static int arena_close(void **state)
{
	arena_free(*state);
	return 0;
}

static void line_that_is_wrong_ends_with_64_and_the_nearest_word(void **state)
{
	static const char *const cases[][2] = {
	    {"", "no command is given"},
	    {"biuld tests/model/2024/edition.xml", "did you mean \"build\"?"},
	    {"build", "too few names"},
	    {"trace tests/model/2024/edition.xml", "too few names"},
	    {"trace tests/model/2024/edition.xml kunming kunming", "too many names"},
	    {"build --forse tests/model/2024/edition.xml", "did you mean \"--force\"?"},
	    {"build --force=yes tests/model/2024/edition.xml", "takes no value"},
	    {"build tests/model/2024/edition.xml --out", "needs a value"},
	    {"build tests/model/2024/edition.xml --out=", "has an empty value"},
	    {"build tests/model/2024/edition.xml --format jason", "did you mean \"json\"?"},
	    {"build tests/model/2024/edition.xml --lang xx", "there is no language \"xx\""},
	    {"build tests/model/2024/edition.xml kumning", "did you mean \"kunming\"?"},
	    {"build tests/model/2024/edition.xml --root build/tests/nowhere", "cannot be read"},
	    {"import table.csv", "import needs a map"},
	    {"import --map map.xml", "too few names"},
	    {"import one.csv two.csv --map map.xml", "too many names"},
	    {"import table.csv --mop map.xml", "did you mean \"--map\"?"},
	    {"trace tests/model/2024/edition.xml kunming --out x", "there is no option \"--out\""},
	    {"trace tests/model/2024/edition.xml kunming --format sarif", "no format \"sarif\""},
	    {"check", "too few names"},
	    {"check tests/model/2024/edition.xml --force", "there is no option \"--force\""},
	    {"check tests/model/2024/edition.xml kumning", "did you mean \"kunming\"?"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Said said = line_say(*state, "", cases[i][0]);
		assert_int_equal(said.status, 64);
		assert_string_equal(said.out, "");
		assert_non_null(strstr(said.err, cases[i][1]));
	}
}

static void line_asking_for_help_or_version_ends_well(void **state)
{
	static const char *const cases[][2] = {
	    {"--help", "clusterpress build EDITION"},
	    {"build --help", "--force"},
	    {"trace --help", "EDITION RECORD"},
	    {"check --help", "Tells all faults in one run"},
	    {"--version", "HarfBuzz"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Said said = line_say(*state, "", cases[i][0]);
		assert_int_equal(said.status, 0);
		assert_string_equal(said.err, "");
		assert_non_null(strstr(said.out, cases[i][1]));
	}
}

static void line_with_a_wrong_epoch_is_wrong_usage(void **state)
{
	static const char *const epochs[] = {"yesterday", "-1", "1e9", "999999999999", "1 "};
	for (size_t i = 0; i < sizeof epochs / sizeof *epochs; i++) {
		const char *before = str_format(*state, "SOURCE_DATE_EPOCH='%s'", epochs[i]);
		Said said = line_say(*state, before, "trace tests/model/2024/edition.xml kunming");
		assert_int_equal(said.status, 64);
	}
}

static void diagnostics_as_json_are_one_object_a_line(void **state)
{
	Said said = line_say(*state, "", "build tests/model/2024/editoin.xml --format json");
	assert_int_equal(said.status, 65);
	assert_true(str_starts(said.err, "{\"level\":\"error\",\"kind\":\"file\",\"message\":"));
	assert_ptr_equal(strchr(said.err, '\n'), said.err + strlen(said.err) - 1);
	assert_non_null(
	    strstr(said.err, "\"hint\":\"did you mean tests/model/2024/edition.xml?\""));
}

static void report_as_a_file_says_all_that_was_told(void **state)
{
	static const char *const wanted[] = {
	    "\"command\": \"check\"",
	    "\"records\": [\n    \"kunming\",\n    \"lijiang\"\n  ]",
	    "\"status\": 65",
	    "\"errors\": {\n    \"form\": 4,\n    \"data\": 2,\n    \"layout\": 1\n  }",
	    "\"warnings\": {}",
	    "\"message\": \"share is \\\"110\\\", but a number from 0 to 100 is expected here\"",
	};
	Said said = line_say(*state, "",
			     "check tests/cases/bad-several/edition.xml "
			     "--report build/tests/line/report.json");
	assert_int_equal(said.status, 65);
	const char *report = text_of(*state, "build/tests/line/report.json");
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (!strstr(report, wanted[i]))
			fail_msg("the report lacks %s:\n%s", wanted[i], report);
}

static void report_of_a_build_says_what_became_of_the_profiles(void **state)
{
	Said said = line_say(*state, "",
			     "build tests/model/2024/edition.xml --out build/tests/line/pages "
			     "--report build/tests/line/report.json --format sarif");
	assert_int_equal(said.status, 0);
	assert_true(str_starts(said.out, "{\n  \"$schema\""));
	const char *report = text_of(*state, "build/tests/line/report.json");
	static const char *const wanted[] = {
	    "{\"type\":\"build\",\"program\":\"clusterpress\",",
	    "\n{\"type\":\"profile\",\"record\":\"kunming\",\"language\":\"en\",\"status\":"
	    "\"made\"",
	    "\n{\"type\":\"summary\",\"status\":0,\"profiles\":{\"made\":1,\"unchanged\":0,"
	    "\"faulty\":0,\"lost\":0,\"left\":0},\"errors\":{},\"warnings\":{}"};
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (!strstr(report, wanted[i]))
			fail_msg("the report lacks %s:\n%s", wanted[i], report);
}

/* Space and leading at their floors, then the short words: the last step is told as far as it went. */
static void report_says_which_steps_a_page_needed(void **state)
{
	static const char *const wanted[] = {
	    "\"status\":\"made\"",
	    "\"fits\":true",
	    "\"available\":32.0,\"needed\":31.8",
	    "\"property\":\"space\",\"unit\":\"%\",\"from\":100.0,\"to\":70.0,\"floor\":70.0,"
	    "\"file\":\"layouts/examples/fit.xml\"",
	    "\"property\":\"line-height\"",
	    "\"property\":\"text\",\"unit\":\"texts\",\"from\":0,\"to\":1",
	};
	Said said =
	    line_say(*state, "",
		     "build data/2024/edition.xml kunming --lang en --out build/tests/line/fit "
		     "--layout layouts/examples/fit.xml "
		     "--report build/tests/line/report.json");
	assert_int_equal(said.status, 0);
	const char *report = text_of(*state, "build/tests/line/report.json");
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (!strstr(report, wanted[i]))
			fail_msg("the report lacks %s:\n%s", wanted[i], report);
	assert_null(strstr(report, "font-size"));
}

static void report_says_by_how_much_each_frame_is_overset(void **state)
{
	line_say(*state, "",
		 "check tests/cases/bad-oversets/edition.xml "
		 "--report build/tests/line/report.json");
	const char *report = text_of(*state, "build/tests/line/report.json");
	static const char *const wanted[] = {"\"fits\": false",
					     "\"slack\": -3.7",
					     "\"name\": \"left\",\n          \"available\": 10.0",
					     "\"lines\": -3",
					     "\"name\": \"middle\"",
					     "\"name\": \"right\""};
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (!strstr(report, wanted[i]))
			fail_msg("the report lacks %s:\n%s", wanted[i], report);
}

static void report_that_cannot_be_written_is_told(void **state)
{
	Said said = line_say(*state, "touch build/tests/line/file;",
			     "check tests/model/2024/edition.xml "
			     "--report build/tests/line/file/report.json");
	assert_int_equal(said.status, 74);
	assert_non_null(strstr(said.err, "cannot be written"));
	assert_non_null(strstr(said.out, "1 error (1 system)"));
}

/* JSON is of UTF-8, names of files need not be. */
static void report_of_a_name_that_is_no_text_is_json_all_the_same(void **state)
{
	Said said = line_say(*state, "", "check $(printf 'a\\377b.xml') --format json");
	assert_int_equal(said.status, 65);
	assert_non_null(strstr(said.err, "the file a\xEF\xBF\xBD"
					 "b.xml cannot be read"));
}

/* A line of a workflow ends at a line's end, a property at a comma. */
static void report_for_github_hides_the_marks_of_its_language(void **state)
{
	Said said = line_say(*state,
			     "mkdir -p 'build/tests/line/a,b:c%';"
			     "echo '<edition' >'build/tests/line/a,b:c%/edition.xml';",
			     "check 'build/tests/line/a,b:c%/edition.xml' --format github");
	assert_true(str_starts(said.err, "::error file=build/tests/line/a%2Cb%3Ac%25/edition.xml,"
					 "line="));
	assert_non_null(strstr(said.err, ",title=form::"));
}

static void disk_that_is_full_ends_with_74(void **state)
{
	if (access("/dev/full", W_OK) != 0)
		skip();
	int status = system(str_format(
	    *state, "%s trace tests/model/2024/edition.xml kunming >/dev/full 2>/dev/null",
	    program()));
	assert_int_equal(WEXITSTATUS(status), 74);
	/* A file stands where a folder is needed. */
	Said said = line_say(*state, "touch build/tests/line/file;",
			     "build tests/model/2024/edition.xml --out build/tests/line/file");
	assert_int_equal(said.status, 74);
	assert_non_null(strstr(said.err, "cannot be written"));
}

/* What is there and was made from the same is kept, and made again only when that is asked for. */
static void page_made_from_the_same_is_kept(void **state)
{
	const char *words =
	    "build tests/model/2024/edition.xml kunming --out build/tests/line/kept";
	assert_non_null(strstr(line_say(*state, "", words).out, "1 made"));
	assert_non_null(strstr(line_say(*state, "", words).out, "0 made, 1 unchanged"));
	const char *forced = str_format(*state, "%s --force", words);
	assert_non_null(strstr(line_say(*state, "", forced).out, "1 made"));
	/* The dates in the PDF are an input, too. */
	Said said = line_say(*state, "SOURCE_DATE_EPOCH=0", words);
	assert_non_null(strstr(said.out, "1 made"));
}

/* Of Basel a note is translated: the names have it only when another language is asked for. */
static void page_is_the_same_whatever_other_languages_are_asked_for(void **state)
{
	line_say(*state, "",
		 "build data/2024/edition.xml basel --lang en --out build/tests/line/a");
	line_say(*state, "",
		 "build data/2024/edition.xml basel --lang fr,en --out build/tests/line/b");
	assert_int_equal(
	    system("cmp build/tests/line/a/en/basel.pdf build/tests/line/b/en/basel.pdf"), 0);
}

/* Nobody looks for errors in what a PDF was made from once already, but warnings are told with each run. */
static void warnings_of_a_record_are_told_again_when_its_page_is_kept(void **state)
{
	static const char before[] =
	    "mkdir -p build/tests/line/warned && for f in edition.xml clusters/kunming.xml; do "
	    "sed -e 's|\\.\\./\\.\\./\\.\\./|../../../../|; "
	    "s|\\.\\./names|../../../../tests/model/names|; "
	    "s|cluster.rng\"|& rules=\"../../../../data/schema/cluster.sch\"|; "
	    "s|clusters/||; s|collaboration=\"11\"|& total=\"390\"|' "
	    "tests/model/2024/$f >build/tests/line/warned/${f#*/}; done;";
	static const char words[] =
	    "build build/tests/line/warned/edition.xml --out build/tests/line/told";
	Said made = line_say(*state, before, words), kept = line_say(*state, "", words);
	assert_non_null(strstr(made.out, "1 made"));
	assert_non_null(strstr(kept.out, "1 unchanged"));
	assert_non_null(strstr(made.err, "which years the total counts"));
	assert_string_equal(kept.err, made.err);
}

static void same_inputs_give_the_same_bytes_in_any_folder_locale_and_time_zone(void **state)
{
	char here[4096];
	assert_non_null(getcwd(here, sizeof here));
	Said one = line_say(*state, "LC_ALL=C TZ=UTC",
			    "build tests/model/2024/edition.xml --out build/tests/line/one");
	assert_int_equal(one.status, 0);
	assert_int_equal(
	    system("mkdir -p build/tests/line/else/where && cp -r data layouts fonts tests "
		   "build/tests/line/else/where"),
	    0);
	const char *absolute =
	    *program() == '/' ? program() : str_format(*state, "%s/%s", here, program());
	const char *two =
	    str_format(*state,
		       "cd build/tests/line/else/where && LC_ALL=tr_TR.UTF-8 "
		       "TZ=Pacific/Chatham '%s' build tests/model/2024/edition.xml --out two "
		       ">/dev/null",
		       absolute);
	assert_int_equal(system(two), 0);
	assert_int_equal(system("cmp build/tests/line/one/en/kunming.pdf "
				"build/tests/line/else/where/two/en/kunming.pdf"),
			 0);
}

/* Under the sanitizers valgrind has nothing to add, and does not run. */
static void valgrind_finds_nothing_to_complain_of(void **state)
{
	if (strstr(program(), "debug") || system("command -v valgrind >/dev/null") != 0)
		skip();
	Said said =
	    line_say(*state,
		     "valgrind -q --leak-check=full --show-leak-kinds=definite,possible "
		     "--errors-for-leak-kinds=definite --error-exitcode=9",
		     "build tests/model/2024/edition.xml kunming --out build/tests/line/valgrind");
	if (said.status != 0)
		fputs(said.err, stderr);
	assert_int_equal(said.status, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_clear, arena_close)

int main(void)
{
	unsetenv("SOURCE_DATE_EPOCH");
	const struct CMUnitTest tests[] = {
	    TEST(line_that_is_wrong_ends_with_64_and_the_nearest_word),
	    TEST(line_asking_for_help_or_version_ends_well),
	    TEST(line_with_a_wrong_epoch_is_wrong_usage),
	    TEST(diagnostics_as_json_are_one_object_a_line),
	    TEST(report_as_a_file_says_all_that_was_told),
	    TEST(report_of_a_build_says_what_became_of_the_profiles),
	    TEST(report_says_which_steps_a_page_needed),
	    TEST(report_says_by_how_much_each_frame_is_overset),
	    TEST(report_that_cannot_be_written_is_told),
	    TEST(report_of_a_name_that_is_no_text_is_json_all_the_same),
	    TEST(report_for_github_hides_the_marks_of_its_language),
	    TEST(disk_that_is_full_ends_with_74),
	    TEST(page_made_from_the_same_is_kept),
	    TEST(page_is_the_same_whatever_other_languages_are_asked_for),
	    TEST(warnings_of_a_record_are_told_again_when_its_page_is_kept),
	    TEST(same_inputs_give_the_same_bytes_in_any_folder_locale_and_time_zone),
	    TEST(valgrind_finds_nothing_to_complain_of),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
