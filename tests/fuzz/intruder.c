/* SPDX-License-Identifier: MIT */
/*
 * Editions that reach for what lies outside the root: by names, links, ids. See
 * lair.h for what must hold of "check" and "build" alike.
 */
#include "fuzz/lair.h"

/* An id is the name of a file, here and in what is written. */
static void ids_that_lead_elsewhere_are_refused(void **state)
{
	static const char *const ids[] = {"../one",
					  "../../outside/secret",
					  "/etc/passwd",
					  "a/one",
					  "..",
					  ".",
					  "",
					  "one ",
					  "o&#9;ne",
					  "o&#10;ne",
					  "one.pdf/../x",
					  "ONE",
					  "one\xe2\x80\xae"};
	Arena *a = *state;
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
		edition_change(a, RECORD, "id='one'", str_format(a, "id='%s'", ids[i]));
		attack(str_format(a, "the record's id %s", ids[i]), 65, "clusters/one.xml:1:");
		edition_change(a, EDITION, "id='lair'", str_format(a, "id='%s'", ids[i]));
		if (strcmp(ids[i], "ONE") != 0)
			attack(str_format(a, "the edition's id %s", ids[i]), 65, "edition.xml:1:");
	}
}

static void ids_that_stand_twice_are_refused(void **state)
{
	edition_change(*state, EDITION, "clusters/*.xml", "*/one.xml");
	text_put(ROOT "/others/one.xml", sound[RECORD]);
	attack("two records", 65, "two records are called \"one\"");
}

static void names_of_files_that_are_no_ids_are_refused(void **state)
{
	static const char *const names[] = {"-x", "a b", "a;b", "\xff", "%2e%2e", "x..y z"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		lair_make();
		unlink(path_of(*state, RECORD));
		text_put(str_format(*state, ROOT "/clusters/%s.xml", names[i]), sound[RECORD]);
		attack(str_format(*state, "the file %s", names[i]), 65, names[i]);
	}
}

/* The file itself goes outside, and a link to it stands in its place. */
static void make_link(Arena *a, int file, const char *path)
{
	const char *up = file == RECORD ? "../.." : "..";
	assert_int_equal(unlink(path), 0);
	assert_int_equal(symlink(str_format(a, "%s/outside/%s", up, file_names_of[file]), path), 0);
}

static void link_that_leads_outside_is_not_followed(void **state)
{
	each_file(*state, "a link", "lies outside the root folder", make_link);
}

static void folder_that_lies_outside_is_not_looked_into(void **state)
{
	(void)state;
	lair_make();
	shell("rm -r " ROOT "/clusters");
	assert_int_equal(symlink("../outside/clusters", ROOT "/clusters"), 0);
	attack("a folder that is a link", 65, "lies outside the root folder");
}

static void names_that_lead_outside_are_not_followed(void **state)
{
	static const struct {
		const char *from, *to;
	} cases[] = {
	    {"clusters/*.xml", "../outside/*.xml"},
	    {"clusters/*.xml", "../*/*.xml"},
	    {"clusters/*.xml", "../../*/*/*.xml"},
	    {"clusters/*.xml", "clusters/../../outside/secret.xml"},
	    {"clusters/*.xml", "*/../../outside/*.xml"},
	    {"clusters/*.xml", "/etc/*"},
	    {"clusters/*.xml", "/etc/passwd"},
	    {"record.rng", "../outside/record.rng"},
	    {"record.sch", "../outside/secret.xml"},
	    {"'names.xml'", "'../outside/secret.xml'"},
	    {"names.rng", "../outside/names.rng"},
	    {"layout.xml", "../outside/secret.xml"},
	    {"fonts.xml", "../outside/secret.xml"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		edition_change(*state, EDITION, cases[i].from, cases[i].to);
		attack(cases[i].to, 65, "outside the root folder");
	}
	edition_change(*state, LAYOUT, "words.xml", "../outside/secret.xml");
	attack("words outside", 65, "outside the root folder");
	edition_change(*state, LAYOUT, "lang='en'", "lang='en' extends='../outside/secret.xml'");
	attack("a layout outside", 65, "outside the root folder");
}

static void history_that_lies_outside_is_not_read(void **state)
{
	Arena *a = arena_new();
	edition_change(*state, EDITION, "</edition>",
		       "<history href='../outside/edition.xml'/></edition>");
	outsiders_age();
	Ending ending = program_run(a, "check", ROOT "/edition.xml");
	ending_judge(&ending, "history", 65, "outside the root folder");
	assert_true(!ages_are_kept_here() || age_is_kept(OUTSIDE "/edition.xml"));
	arena_free(a);
}

/* The edition itself, named on the command line. */
static void edition_that_lies_outside_is_not_read(void **state)
{
	lair_make();
	outsiders_age();
	Ending ending = program_run(*state, "check", OUTSIDE "/edition.xml");
	ending_judge(&ending, "edition", 65, "outside the root folder");
	assert_true(!ages_are_kept_here() || age_is_kept(OUTSIDE "/edition.xml"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(ids_that_lead_elsewhere_are_refused),
	    TEST(ids_that_stand_twice_are_refused),
	    TEST(names_of_files_that_are_no_ids_are_refused),
	    TEST(link_that_leads_outside_is_not_followed),
	    TEST(folder_that_lies_outside_is_not_looked_into),
	    TEST(names_that_lead_outside_are_not_followed),
	    TEST(history_that_lies_outside_is_not_read),
	    TEST(edition_that_lies_outside_is_not_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
