/* SPDX-License-Identifier: MIT */
/* A whole edition is pressed: what a fault costs, what is left of a run that was broken off, what is made anew. */
#include "unit/base_setup.h"

#include "base/file.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define FOLDER "build/tests/press"

typedef struct Said {
	int status; /* of the last command */
	const char *out, *err;
} Said;

static const char *program(const char *name)
{
	const char *named = getenv("CLUSTERPRESS");
	static char path[200];
	snprintf(path, sizeof path, "%.*s%s", named ? (int)(strrchr(named, '/') + 1 - named) : 6,
		 named ? named : "build/", name);
	return path;
}

static const char *text_of(Arena *a, const char *path)
{
	Source source = {.path = path};
	Bytes bytes = file_read(a, &source, 16 << 20, diags_new(a));
	return bytes.at ? (const char *)bytes.at : "";
}

/* Runs a command of the shell, where $PRESS and $PLANTED are the programs and $D is the folder for all of this. */
static Said shell(Arena *a, const char *command)
{
	const char *press = str_copy(a, program("clusterpress")),
		   *planted = str_copy(a, program("planted"));
	char *whole = str_format(a, "D=%s PRESS=%s PLANTED=%s; { %s; } >%s/said 2>%s/told", FOLDER,
				 press, planted, command, FOLDER, FOLDER);
	int status = system(whole);
	assert_true(WIFEXITED(status));
	return (Said){WEXITSTATUS(status), text_of(a, FOLDER "/said"), text_of(a, FOLDER "/told")};
}

static void expect(const Said *said, int status, ...)
{
	va_list wanted;
	if (said->status != status)
		fail_msg("status %d:\n%s%s", said->status, said->out, said->err);
	va_start(wanted, status);
	for (const char *text; (text = va_arg(wanted, const char *)) != NULL;)
		if (!strstr(said->out, text) && !strstr(said->err, text))
			fail_msg("\"%s\" is not told:\n%s%s", text, said->out, said->err);
	va_end(wanted);
}

/* An edition of its own, with all it names, and what it is like when nothing disturbs the press. */
static int edition_copy(void **state)
{
	*state = arena_new();
	if (system("rm -rf " FOLDER " && mkdir -p " FOLDER) != 0)
		return 1;
	Said said =
	    shell(*state, "cp -r data layouts fonts $D/ && $PRESS build $D/data/2024/edition.xml "
			  "--lang en,fr --out $D/clean --jobs 1 --report $D/clean.jsonl");
	return said.status;
}

static int arena_close(void **state)
{
	arena_free(*state);
	return 0;
}

#define BUILD "build $D/data/2024/edition.xml --lang en,fr "
#define SAME "diff -r $D/clean $D/out && test -z \"$(find $D/out -name '.*')\""

static void faults_cost_the_profiles_they_are_in(void **state)
{
	Said said =
	    shell(*state, "rm -rf $D/out; PLANT='abort:ankara/en die:beijing/fr hang:daegu/en "
			  "half:paris/fr' $PLANTED " BUILD
			  "--out $D/out --time-limit 3 --jobs 3 --report $D/report.jsonl");
	expect(&said, 70, "ankara.xml: error: the profile in en is lost", "signal 6",
	       "beijing.xml: error: the profile in fr is lost", "status 70",
	       "daegu.xml: error: the profile in en was given up: it took longer than 3 seconds",
	       "paris.xml: error: the profile in fr is lost", "out: 92 made, 4 lost",
	       "out/fr/paris.pdf: lost, 1 error", NULL);
	said = shell(*state,
		     "grep -c '\"status\":\"lost\"' $D/report.jsonl; tail -n 1 $D/report.jsonl;"
		     "diff -r $D/clean $D/out; find $D/out -name '.*'");
	expect(&said, 0, "4\n", "\"made\":92,\"unchanged\":0,\"faulty\":0,\"lost\":4,\"left\":0",
	       "\"errors\":{\"fault\":4}", "Only in build/tests/press/clean/fr: beijing.pdf", NULL);
	assert_null(strstr(said.out, "Only in build/tests/press/out"));
	assert_null(strstr(said.out, ".part"));
	assert_null(strstr(said.out, "differ"));
	said = shell(*state, "$PRESS " BUILD "--out $D/out && " SAME);
	expect(&said, 0, "out: 4 made, 92 unchanged", NULL);
}

/* Memory that is wanting, most likely: another try may help. */
static void a_worker_that_is_killed_is_the_machines_affair(void **state)
{
	Said said =
	    shell(*state, "rm -rf $D/out; PLANT='kill:ankara/en abort:beijing/en' $PLANTED " BUILD
			  "--out $D/out");
	expect(&said, 74, "something killed the process that made it", "out: 94 made, 2 lost",
	       NULL);
}

static void an_input_that_vanishes_is_told_and_the_rest_goes_on(void **state)
{
	Said said = shell(
	    *state, "rm -rf $D/out; VANISH=$D/data/2024/clusters/paris.xml PLANT=vanish:ankara/en "
		    "$PLANTED " BUILD "--out $D/out --jobs 1");
	expect(&said, 65, "paris.xml cannot be read: No such file", "out: 94 made, 2 with errors",
	       NULL);
	said =
	    shell(*state, "cp data/2024/clusters/paris.xml $D/data/2024/clusters/ && $PRESS " BUILD
			  "--out $D/out && " SAME);
	expect(&said, 0, "out: 2 made, 94 unchanged", NULL);
}

/* Times are each run's own. */
#define REPORT_PLAIN(name)                                                                         \
	"sed -E 's/\"(ms|seconds)\":[0-9.]+//g; s/clean|out/X/g' $D/" name ".jsonl"

static void bytes_and_reports_do_not_depend_on_the_number_of_workers(void **state)
{
	static const char *const jobs[] = {"2", "3 --sync", "7", "96", "256"};
	for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
		Said said = shell(
		    *state, str_format(*state,
				       "rm -rf $D/out; $PRESS " BUILD
				       "--out $D/out --jobs %s --report $D/out.jsonl && " SAME
				       " && " REPORT_PLAIN("clean") " >$D/one && " REPORT_PLAIN(
					   "out") " | cmp - $D/one",
				       jobs[i]));
		expect(&said, 0, "out: 96 made", NULL);
	}
}

static void shards_make_the_whole_and_their_reports_one(void **state)
{
	Said said = shell(
	    *state, "rm -rf $D/out; for i in 1 2 3; do $PRESS " BUILD
		    "--out $D/out --shard $i/3 --report $D/shard$i.jsonl || exit; done; " SAME
		    " && $PRESS report merge $D/shard?.jsonl --out $D/out.jsonl && " REPORT_PLAIN(
			"clean") " >$D/one && " REPORT_PLAIN("out") " | cmp - $D/one");
	expect(&said, 0, "out: 32 made", NULL);
	said = shell(*state, "$PRESS report merge $D/shard1.jsonl $D/shard3.jsonl");
	expect(&said, 65, "the report of the shard 2/3 is missing", NULL);
	said = shell(*state, "$PRESS report merge $D/shard?.jsonl $D/shard2.jsonl");
	expect(&said, 65, "32 profiles are there twice", NULL);
	said = shell(*state,
		     "head -n 9 $D/shard2.jsonl >$D/broken; $PRESS report merge $D/shard1.jsonl "
		     "$D/broken $D/shard3.jsonl");
	expect(&said, 65, "broken: error: this report has no end", NULL);
	said =
	    shell(*state, "echo hello >$D/broken; $PRESS report merge $D/shard1.jsonl $D/broken");
	expect(&said, 65, "error: this is no line of JSON", NULL);
	said = shell(*state, "$PRESS report merge $D/none.jsonl");
	expect(&said, 65, "none.jsonl cannot be read", NULL);
	said = shell(*state, "$PRESS report mrege $D/shard1.jsonl");
	expect(&said, 64, "did you mean \"merge\"?", NULL);
}

static void a_second_build_in_one_folder_is_refused(void **state)
{
	Said said = shell(*state, "rm -rf $D/out; cp -r $D/clean $D/out; cp $D/clean.jsonl "
				  "$D/kept.jsonl; flock $D/out sh -c '"
				  "exec 3>&-; '\"$PRESS " BUILD
				  "--out $D/out --force --report $D/kept.jsonl\"; echo $?;"
				  "cmp $D/clean.jsonl $D/kept.jsonl && " SAME);
	expect(&said, 0, "74\n", "another build is at work in the folder build/tests/press/out",
	       NULL);
}

static void halves_that_were_left_are_removed_and_nothing_else(void **state)
{
	Said said =
	    shell(*state,
		  "rm -rf $D/out; cp -r $D/clean $D/out; echo half >$D/out/fr/.paris.pdf.123.part;"
		  "echo mine >$D/out/fr/.paris.pdf.part; echo mine >$D/out/fr/.part;"
		  "$PRESS " BUILD "--out $D/out; find $D/out -name '.*' | sort");
	expect(
	    &said, 0,
	    "96 "
	    "unchanged\nbuild/tests/press/out/fr/.paris.pdf.part\nbuild/tests/press/out/fr/.part\n",
	    NULL);
}

/* The press is killed now and then, at any moment; the last run finishes what is missing. */
static void a_press_that_is_killed_leaves_nothing_half_made(void **state)
{
	Said said =
	    shell(*state, "rm -rf $D/out; for t in 0.01 0.02 0.03 0.05 0.07 0.1; do"
			  " $PRESS " BUILD
			  "--out $D/out --report $D/killed.jsonl >/dev/null & sleep $t; kill -9 $!;"
			  " wait $!; for f in $(find $D/out -name '*.pdf'); do cmp $f "
			  "$D/clean/${f#$D/out/} || exit 9; done;"
			  " done 2>/dev/null; $PRESS " BUILD
			  "--out $D/out --report $D/killed.jsonl && " SAME
			  " && " REPORT_PLAIN("killed") " | tail -n 1");
	expect(&said, 0, "\"errors\":{}", NULL);
}

static void a_press_that_is_interrupted_says_what_is_left(void **state)
{
	Said said =
	    shell(*state, "rm -rf $D/out; PLANT='hang:ankara/fr hang:beijing/fr' $PLANTED " BUILD
			  "--out $D/out --jobs 1 --time-limit 2 --report $D/report.jsonl --log "
			  "$D/log & sleep 0.7;"
			  "kill -INT $!; wait $!");
	expect(&said, 130, "stopped by a signal (Interrupt)", "lost", "left", NULL);
	said = shell(*state, "tail -n 1 $D/report.jsonl; tail -n 1 $D/log; $PRESS " BUILD
			     "--out $D/out && " SAME);
	expect(&said, 0, "\"status\":130,\"stopped\":\"interrupted\"", "interrupted: ", NULL);
}

static void a_folder_that_cannot_be_written_to_costs_its_profiles(void **state)
{
	Said said = shell(*state, "rm -rf $D/out; mkdir $D/out; echo >$D/out/fr; $PRESS " BUILD
				  "--out $D/out");
	expect(&said, 74, "out/fr/ankara.pdf cannot be written: Not a directory",
	       "out: 48 made, 48 with errors", NULL);
	said = shell(*state, "$PRESS " BUILD "--out $D/out/fr/deeper");
	expect(&said, 74, "cannot be written: Not a directory", "0 made, 96 with errors", NULL);
}

#define AGAIN "$PRESS " BUILD "--out $D/out --report $D/again.jsonl"
#define MADE                                                                                       \
	"grep '\"status\":\"made\"' $D/again.jsonl | sed -E "                                      \
	"'s/.*\"record\":\"([^\"]*)\",\"language\":\"([^\"]*)\".*/\\1 \\2/'"

/* Exactly that is made anew which would be another. */
static void only_what_changed_is_made_anew(void **state)
{
	static const struct {
		const char *change, *told, *made;
	} cases[] = {
	    {"true", "out: 0 made, 96 unchanged", ""},
	    {"touch $D/data/2024/clusters/*.xml $D/layouts/*.xml", "out: 0 made, 96 unchanged", ""},
	    {"sed -i 's/<name>Kunming/<name>Kunming City/' $D/data/2024/clusters/kunming.xml",
	     "out: 2 made, 94 unchanged", "kunming en\nkunming fr\n"},
	    {"sed -i '0,/<target>/s//<target>Oui, /' $D/layouts/text/profile.fr.xlf",
	     "out: 48 made, 48 unchanged", NULL},
	    {"sed -i '0,/size=\"[0-9.]*pt\"/s//size=\"8.9pt\"/' $D/layouts/profile.xml",
	     "out: 96 made", NULL},
	    {"printf x >>$D/out/en/paris.pdf; rm $D/out/fr/ankara.pdf; echo >$D/out/fr/berlin.pdf",
	     "out: 2 made, 94 unchanged", "ankara fr\nberlin fr\n"},
	};
	Said said = shell(*state, "rm -rf $D/out; cp -r $D/clean $D/out");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		said = shell(*state, str_format(*state, "%s; " AGAIN "; " MADE, cases[i].change));
		expect(&said, 0, cases[i].told, NULL);
		if (cases[i].made && !strstr(said.out, cases[i].made))
			fail_msg("%s: made was\n%s", cases[i].change, said.out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(faults_cost_the_profiles_they_are_in),
	    cmocka_unit_test(a_worker_that_is_killed_is_the_machines_affair),
	    cmocka_unit_test(an_input_that_vanishes_is_told_and_the_rest_goes_on),
	    cmocka_unit_test(bytes_and_reports_do_not_depend_on_the_number_of_workers),
	    cmocka_unit_test(shards_make_the_whole_and_their_reports_one),
	    cmocka_unit_test(a_second_build_in_one_folder_is_refused),
	    cmocka_unit_test(halves_that_were_left_are_removed_and_nothing_else),
	    cmocka_unit_test(a_press_that_is_killed_leaves_nothing_half_made),
	    cmocka_unit_test(a_press_that_is_interrupted_says_what_is_left),
	    cmocka_unit_test(a_folder_that_cannot_be_written_to_costs_its_profiles),
	    cmocka_unit_test(only_what_changed_is_made_anew),
	};
	return cmocka_run_group_tests(tests, edition_copy, arena_close);
}
