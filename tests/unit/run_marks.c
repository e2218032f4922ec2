/* SPDX-License-Identifier: MIT */
/* --marks on the command line: when the file beside a PDF is written, and when not. */
#include "unit/base_setup.h"

#include "base/file.h"
#include "base/str.h"
#include "unit/write_asked.h"

#include <sys/wait.h>
#include <unistd.h>

#define FOLDER "build/tests/run_marks"
#define PDF FOLDER "/en/kunming.pdf"
#define MARKS FOLDER "/en/kunming.marks.json"
#define COPY FOLDER "/else/where"
#define FRENCH "build data/2024/edition.xml kunming --lang fr --marks"
#define BUILD "build tests/model/2024/edition.xml kunming --lang en --out " FOLDER

typedef struct Said {
	int status;
	const char *text;
} Said;

static Said line_say(Arena *a, const char *words)
{
	const char *named = getenv("CLUSTERPRESS");
	int status;
	const char *text = asked(
	    a, str_format(a, "%s %s 2>&1", named ? named : "build/clusterpress", words), &status);
	assert_true(WIFEXITED(status));
	return (Said){WEXITSTATUS(status), text};
}

static const char *text_of(Arena *a, const char *path)
{
	Bytes bytes = file_read(a, &(Source){.path = path}, 1 << 24, diags_new(a));
	return bytes.at ? (const char *)bytes.at : "";
}

static void text_keep(Arena *a, const char *path, const char *text)
{
	assert_true(file_write(path, text, strlen(text), diags_new(a)));
}

static int setup(void **state)
{
	*state = arena_new();
	return system("rm -rf " FOLDER);
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static void marks_are_written_only_when_they_are_asked_for(void **state)
{
	assert_int_equal(line_say(*state, BUILD).status, 0);
	assert_int_not_equal(access(MARKS, F_OK), 0);
	assert_int_equal(line_say(*state, BUILD " --force --marks").status, 0);
	assert_int_equal(access(MARKS, F_OK), 0);
}

static void trace_prints_what_build_writes(void **state)
{
	assert_int_equal(line_say(*state, BUILD " --marks").status, 0);
	Said said =
	    line_say(*state, "trace tests/model/2024/edition.xml kunming --lang en --marks");
	assert_int_equal(said.status, 0);
	assert_string_equal(said.text, text_of(*state, MARKS));
}

/* The PDF is left alone and so are its marks, unless they are missing, broken or of another PDF. */
static void marks_that_are_missing_or_old_are_made_while_the_pdf_is_kept(void **state)
{
	static const char *const others[] = {"", "{", "{\"format\":\"clusterpress-marks\"}"};
	Arena *a = *state;
	assert_int_equal(line_say(a, BUILD " --marks").status, 0);
	const char *marks = text_of(a, MARKS);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		text_keep(a, MARKS, others[i]);
		assert_non_null(strstr(line_say(a, BUILD " --marks").text, "0 made, 1 unchanged"));
		assert_string_equal(text_of(a, MARKS), marks);
	}
	assert_int_equal(unlink(MARKS), 0);
	assert_non_null(strstr(line_say(a, BUILD " --marks").text, "0 made, 1 unchanged"));
	assert_string_equal(text_of(a, MARKS), marks);
	/* Told apart from what is written anew: what it says but its head is not looked at. */
	const char *own = str_format(a, "%s ", marks);
	text_keep(a, MARKS, own);
	assert_int_equal(line_say(a, BUILD " --marks").status, 0);
	assert_string_equal(text_of(a, MARKS), own);
}

/* Another date makes another PDF; marks of the one before are found out by its identifier. */
static void marks_of_the_pdf_before_are_known_as_such(void **state)
{
	Arena *a = *state;
	assert_int_equal(line_say(a, BUILD " --marks").status, 0);
	const char *before = text_of(a, MARKS);
	setenv("SOURCE_DATE_EPOCH", "0", 1);
	assert_int_equal(line_say(a, BUILD).status, 0);
	assert_string_equal(text_of(a, MARKS), before);
	Said said = line_say(a, BUILD " --marks");
	unsetenv("SOURCE_DATE_EPOCH");
	assert_non_null(strstr(said.text, "0 made, 1 unchanged"));
	assert_string_not_equal(text_of(a, MARKS), before);
}

/* A copy of everything in another folder, and what is pressed there of Kunming in French. */
static void copy_make(void)
{
	assert_int_equal(system("mkdir -p " COPY " && cp -r data layouts fonts " COPY), 0);
}

static Said copy_press(Arena *a)
{
	const char *named = getenv("CLUSTERPRESS");
	const char *program = file_absolute(a, named ? named : "build/clusterpress");
	int status;
	const char *text = asked(
	    a, str_format(a, "cd " COPY " && '%s' " FRENCH " --out out 2>&1", program), &status);
	assert_int_equal(status, 0);
	return (Said){0, text};
}

static void marks_are_the_same_bytes_in_any_folder(void **state)
{
	copy_make();
	assert_int_equal(line_say(*state, FRENCH " --out " FOLDER).status, 0);
	copy_press(*state);
	assert_int_equal(
	    system("cmp " FOLDER "/fr/kunming.marks.json " COPY "/out/fr/kunming.marks.json"), 0);
}

/* The PDF does not depend on where in its file a name stands, but what leads there does. */
static void marks_are_made_anew_when_names_have_moved(void **state)
{
	copy_make();
	copy_press(*state);
	assert_int_equal(system("cp " COPY "/out/fr/kunming.marks.json " FOLDER "/before.json && "
				"sed -i '2i <!-- moved -->' " COPY "/data/names/fr.xml"),
			 0);
	assert_non_null(strstr(copy_press(*state).text, "0 made, 1 unchanged"));
	assert_int_not_equal(
	    system("cmp -s " COPY "/out/fr/kunming.marks.json " FOLDER "/before.json"), 0);
}

/* A folder stands where the file should be. */
static void marks_that_cannot_be_written_end_with_74(void **state)
{
	Arena *a = *state;
	assert_int_equal(system("mkdir -p " MARKS "/full"), 0);
	Said said = line_say(a, BUILD " --marks");
	assert_int_equal(said.status, 74);
	assert_non_null(strstr(said.text, "kunming.marks.json"));
	assert_non_null(strstr(said.text, "cannot be written"));
	assert_int_equal(access(PDF, F_OK), 0);
	assert_int_equal(line_say(a, BUILD " --marks").status, 74);
}

static void a_record_with_errors_gets_no_marks(void **state)
{
	Said said =
	    line_say(*state, "build tests/cases/bad-share/edition.xml --marks --out " FOLDER);
	assert_int_equal(said.status, 65);
	assert_int_equal(system("! ls " FOLDER "/*/*.marks.json 2>/dev/null"), 0);
	said = line_say(*state, "trace tests/cases/bad-share/edition.xml kunming --marks");
	assert_int_equal(said.status, 65);
	assert_null(strstr(said.text, "clusterpress-marks"));
}

static void check_has_no_marks_to_write(void **state)
{
	Said said = line_say(*state, "check tests/model/2024/edition.xml --marks");
	assert_int_equal(said.status, 64);
	assert_non_null(strstr(said.text, "there is no option \"--marks\""));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	unsetenv("SOURCE_DATE_EPOCH");
	const struct CMUnitTest tests[] = {
	    TEST(marks_are_written_only_when_they_are_asked_for),
	    TEST(trace_prints_what_build_writes),
	    TEST(marks_that_are_missing_or_old_are_made_while_the_pdf_is_kept),
	    TEST(marks_of_the_pdf_before_are_known_as_such),
	    TEST(marks_are_the_same_bytes_in_any_folder),
	    TEST(marks_are_made_anew_when_names_have_moved),
	    TEST(marks_that_cannot_be_written_end_with_74),
	    TEST(a_record_with_errors_gets_no_marks),
	    TEST(check_has_no_marks_to_write),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
