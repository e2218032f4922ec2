/* SPDX-License-Identifier: MIT */
/* Words for translators: `clusterpress messages extract`, and what becomes of translations when the words change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "unit/write_asked.h"

#define FOLDER "build/tests/messages"
#define OTHERS "ar de es fr ja ko pt ru zh"

static const char *binary(void)
{
	const char *named = getenv("CLUSTERPRESS");
	return named ? named : "build/clusterpress";
}

static const char *shell(Arena *a, int *status, const char *command)
{
	return asked(a, str_format(a, "P=%s; cd %s && { %s; } 2>&1", binary(), ".", command),
		     status);
}

static Arena *layouts_copied(void)
{
	Arena *a = arena_new();
	int status;
	shell(a, &status, "rm -rf " FOLDER " && mkdir -p " FOLDER " && cp -r layouts " FOLDER);
	assert_int_equal(status, 0);
	return a;
}

static int lines_with(const char *text, const char *words)
{
	int count = 0;
	for (const char *at = text; (at = strstr(at, words)); at += strlen(words))
		count++;
	return count;
}

static void extracting_again_changes_no_byte(void **state)
{
	(void)state;
	Arena *a = layouts_copied();
	int status;
	const char *said = shell(a, &status,
				 "for l in " OTHERS "; do $P messages extract " FOLDER
				 "/layouts/profile-2025.xml $l || exit; done");
	assert_int_equal(status, 0);
	assert_int_equal(lines_with(said, ": unchanged\n"), 27);
	shell(a, &status, "diff -r layouts/text " FOLDER "/layouts/text");
	assert_int_equal(status, 0);
	arena_free(a);
}

/* Until it is brought into the files, and then until somebody has looked at it. */
static void a_sentence_that_changed_is_stale_in_nine_languages(void **state)
{
	(void)state;
	Arena *a = layouts_copied();
	int status;
	const char *stale =
	    "\"collaboration\" says something else now than when it was translated into";
	const char *check =
	    "$P check data/2024/edition.xml kunming --layout " FOLDER "/layouts/profile.xml";
	shell(a, &status,
	      "sed -i 's|>Collaboration</h2>|>Working together</h2>|' " FOLDER
	      "/layouts/profile.xml");
	assert_int_equal(lines_with(shell(a, &status, check), stale), 9);
	assert_int_equal(status, 0);
	const char *said = shell(a, &status,
				 "for l in " OTHERS "; do $P messages extract " FOLDER
				 "/layouts/profile.xml $l || exit; done");
	assert_int_equal(lines_with(said, ", 1 changed"), 9);
	assert_int_equal(lines_with(shell(a, &status, check), stale), 9);
	shell(a, &status,
	      "grep -q 'state=\"initial\" subState=\"cp:stale\"' " FOLDER
	      "/layouts/text/profile.fr.xlf && sed -i 's/state=\"initial\" subState=\"cp:stale\"/"
	      "state=\"translated\"/' " FOLDER "/layouts/text/profile.*.xlf");
	assert_int_equal(status, 0);
	assert_int_equal(lines_with(shell(a, &status, check), stale), 0);
	arena_free(a);
}

/* The others are pressed. */
static void a_translation_that_is_broken_stops_its_own_language_only(void **state)
{
	(void)state;
	Arena *a = layouts_copied();
	int status;
	shell(a, &status,
	      "sed -i '/unit id=\"folio\"/,/<.unit>/ "
	      "s|<target>.*</target>|<target>2024</target>|' " FOLDER
	      "/layouts/text/profile.fr.xlf");
	const char *said =
	    shell(a, &status,
		  "$P build data/2024/edition.xml kunming --lang de,fr,ar --layout " FOLDER
		  "/layouts/profile.xml --out " FOLDER "/out");
	assert_int_not_equal(status, 0);
	assert_non_null(strstr(said, "profile.fr.xlf:"));
	assert_non_null(
	    strstr(said, "the translation of \"folio\" does not say the value {edition/@year}"));
	assert_non_null(strstr(said, "2 made, 1 with errors"));
	arena_free(a);
}

static void extracting_leaves_a_file_alone_that_it_cannot_read(void **state)
{
	(void)state;
	Arena *a = layouts_copied();
	int status;
	shell(a, &status, "echo '<xliff' > " FOLDER "/layouts/text/profile.fr.xlf");
	shell(a, &status, "$P messages extract " FOLDER "/layouts/profile.xml fr");
	assert_int_not_equal(status, 0);
	shell(a, &status, "grep -qx '<xliff' " FOLDER "/layouts/text/profile.fr.xlf");
	assert_int_equal(status, 0);
	arena_free(a);
}

static void extracting_keeps_what_translators_wrote_to_each_other(void **state)
{
	(void)state;
	Arena *a = layouts_copied();
	int status;
	shell(a, &status,
	      "sed -i '0,/<.notes>/s|</notes>|</notes>|; /unit id=\"output\"/,/<.notes>/ "
	      "s|</notes>|<note>Ask the desk.</note></notes>|' " FOLDER
	      "/layouts/text/profile.de.xlf && $P "
	      "messages extract " FOLDER
	      "/layouts/profile.xml de && grep -q '<note>Ask the desk' " FOLDER
	      "/layouts/text/profile.de.xlf");
	assert_int_equal(status, 0);
	arena_free(a);
}

static void languages_nobody_speaks_are_two_fifths_longer(void **state)
{
	(void)state;
	Arena *a = arena_new();
	int status;
	const char *words =
	    "$P trace data/2024/edition.xml kunming --lang %s | sed -n 's/.* tag 4 .*width "
	    "[^\"]*\"\\(.*\\)\".*/\\1/p' | tr -d '\\n' | wc -m";
	int own = atoi(shell(a, &status, str_format(a, words, "en")));
	int longer = atoi(shell(a, &status, str_format(a, words, "x-long")));
	print_message("# %d letters, %d in x-long\n", own, longer);
	assert_true(longer > own * 130 / 100 && longer < own * 160 / 100);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(extracting_again_changes_no_byte),
	    cmocka_unit_test(a_sentence_that_changed_is_stale_in_nine_languages),
	    cmocka_unit_test(a_translation_that_is_broken_stops_its_own_language_only),
	    cmocka_unit_test(extracting_leaves_a_file_alone_that_it_cannot_read),
	    cmocka_unit_test(extracting_keeps_what_translators_wrote_to_each_other),
	    cmocka_unit_test(languages_nobody_speaks_are_two_fifths_longer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
