/* SPDX-License-Identifier: MIT */
#include "read_setup.h"

#include "read/edition.h"
#include "read/fonts.h"
#include "read/names.h"
#include "read/tag.h"

#define EDITION "tests/model/2024/edition.xml"

static const Edition *read_edition(Setup *setup, const char *old, const char *new)
{
	setup_file(setup, "clusters/kunming.xml", "<a/>");
	Source source = setup_changed(setup, EDITION, "edition.xml", old, new);
	return edition_read(setup->arena, &source, setup->diags);
}

static void edition_reads_the_shipped_one(void **state)
{
	Setup *setup = *state;
	Source source = {EDITION, NULL, {0}};
	const Edition *e = edition_read(setup->arena, &source, setup->diags);
	assert_told(setup, "");
	assert_string_equal(e->id, "2024");
	assert_string_equal(e->languages[0], "en");
	assert_null(e->languages[1]);
	assert_string_equal(record_path(setup->arena, edition_record(e, "kunming")),
			    "tests/model/2024/clusters/kunming.xml");
	assert_string_equal(e->layout, "layouts/profile.xml");
	assert_string_equal(e->schema, "data/schema/cluster.rng");
	assert_null(e->history);
}

static void edition_knows_all_that_an_edition_can_say(void **state)
{
	const Edition *e =
	    read_edition(*state, "<languages>en</languages>",
			 "<publisher>P</publisher><rights>R</rights>"
			 "<languages>en fr\n zh-Hant</languages><history href='old.xml'/>");
	assert_told(*state, "");
	assert_string_equal(e->publisher, "P");
	assert_string_equal(e->languages[2], "zh-Hant");
	assert_string_equal(e->history, SETUP_FOLDER "old.xml");
}

static void edition_tells_unknown_elements_and_attributes(void **state)
{
	assert_null(
	    read_edition(*state, "<subject>", "<pubisher>x</pubisher><subject langs='en'>"));
	assert_told(*state,
		    "4:3: there is no element \"pubisher\" here; did you mean \"publisher\"?\n"
		    "4:34: there is no attribute \"langs\" here");
}

static void edition_tells_what_is_missing(void **state)
{
	assert_null(read_edition(*state, "<fonts href=\"../../../fonts/fonts.xml\"/>", ""));
	assert_told(*state, "2:1: <edition> lacks the element <fonts>");
}

static void edition_tells_ids_that_are_no_folders(void **state)
{
	assert_null(read_edition(*state, "id=\"2024\"", "id=\"../2024\""));
	assert_told(*state, "2:49: the id \"../2024\" cannot be the name of a folder");
}

static void edition_tells_days_that_are_not_in_the_calendar(void **state)
{
	assert_null(read_edition(*state, "2024-09-26", "2023-02-29"));
	assert_told(*state, "2:73: \"2023-02-29\" is no date");
}

static void edition_tells_a_size_that_is_no_number(void **state)
{
	assert_null(read_edition(*state, "size=\"100\"", "size=\"many\""));
	assert_told(*state,
		    "2:91: size is \"many\", but a whole number from 1 on is expected here");
}

static void edition_may_name_the_schema_of_its_names(void **state)
{
	const Edition *e = read_edition(*state, "../names.xml\"", "n.xml\" schema=\"n.rng\"");
	assert_told(*state, "");
	assert_string_equal(e->names_schema, SETUP_FOLDER "n.rng");
}

static void edition_tells_bad_and_double_languages(void **state)
{
	assert_null(read_edition(*state, ">en<", ">en english! en<"));
	assert_told(*state, "5:17: \"english!\" is no language\n"
			    "5:26: the language \"en\" stands here twice");
}

static void edition_tells_a_pattern_without_a_file(void **state)
{
	assert_null(read_edition(*state, "clusters/*.xml", "nowhere/*.xml"));
	assert_told(*state, "6:18: no file matches \"" SETUP_FOLDER "nowhere/*.xml\"");
}

static void tags_have_the_shapes_of_their_standards(void **state)
{
	(void)state;
	assert_true(tag_is_language("en") && tag_is_language("zh-Hant-TW") &&
		    tag_is_language("en-GB"));
	assert_false(tag_is_language("e") || tag_is_language("en_GB") || tag_is_language("en-"));
	assert_true(tag_is_file_name("kunming") && tag_is_file_name("a.b-c_1"));
	assert_false(tag_is_file_name("") || tag_is_file_name("..") || tag_is_file_name(".a"));
	assert_false(tag_is_file_name("a/b") || tag_is_file_name("a..b") || tag_is_file_name("昆"));
	assert_true(tag_is_date("2024-02-29") && tag_is_date("2000-02-29"));
	assert_false(tag_is_date("1900-02-29") || tag_is_date("2024-13-01") ||
		     tag_is_date("2024-1-01"));
}

static const Names *read_names(Setup *setup, const char *inside)
{
	Source source =
	    setup_file(setup, "names.xml",
		       str_format(setup->arena,
				  "<names xmlns='urn:clusterpress:names:1'>\n%s</names>", inside));
	return names_read(setup->arena, &source, NULL, NULL, setup->diags);
}

static void names_are_found_by_kind_and_key(void **state)
{
	Setup *setup = *state;
	Source source = {"tests/model/names.xml", NULL, {0}};
	const Names *names = names_read(setup->arena, &source, NULL, NULL, setup->diags);
	assert_told(setup, "");
	assert_true(names_find(names, "economy", "CN")->coded);
	assert_false(names_find(names, "cluster", "beijing")->coded);
	assert_null(names_find(names, "cluster", "CN"));
}

static void names_tell_double_keys_and_words(void **state)
{
	assert_null(read_names(*state,
			       "<a code='x'><name>1</name><name>2</name></a>\n"
			       "<b id='x'><name>1</name></b><a code='x'><name>1</name></a>"));
	assert_told(*state, "2:27: <name> stands twice in this <a>\n"
			    "3:29: there are two <a> with the key \"x\"; the first is at line 2");
}

static void names_tell_what_they_do_not_know(void **state)
{
	assert_null(read_names(*state, "<a kode='x'/>x<b id='y'><name lang='fr'> </name></b>"));
	Setup *setup = *state;
	assert_told(setup, "2:4: there is no attribute \"kode\" here\n"
			   "2:1: <a> lacks its key\n"
			   "2:1: <a> has no words\n"
			   "2:14: there may be no text in <names>\n"
			   "2:31: there is no attribute \"lang\" here\n"
			   "2:25: <name> is empty");
}

static const char main_names[] = "<names xmlns='urn:clusterpress:names:1'>\n"
				 "<translation lang='fr' href='fr.xml'/>\n"
				 "<translation lang='ru' href='ru.xml'/>\n"
				 "<land code='CN'><name>China</name></land>\n"
				 "<town id='beijing'><name>Beijing</name></town></names>";

/* Names whose French words are `french`; the Russian ones are right. */
static const Names *read_translated(Setup *setup, const char *french, const char *const *languages)
{
	setup_file(setup, "fr.xml", french);
	setup_file(setup, "ru.xml",
		   "<names xmlns='urn:clusterpress:names:1' xml:lang='ru'>\n"
		   "<land code='CN'><name>Китай</name><of>Китая</of></land></names>");
	Source source = setup_file(setup, "names.xml", main_names);
	return names_read(setup->arena, &source, NULL, languages, setup->diags);
}

static void names_of_other_languages_stand_in_files_of_their_own(void **state)
{
	Setup *setup = *state;
	const char *const languages[] = {"en", "fr-CA", NULL};
	const Names *names = read_translated(
	    setup,
	    "<names xmlns='urn:clusterpress:names:1' xml:lang='fr'>\n"
	    "<land code='CN'><name>Chine</name><in>en Chine</in></land>"
	    "<remark id='Counted twice.'><name>Compté deux fois.</name></remark></names>",
	    languages);
	assert_told(setup, "");
	const NameEntry *china = names_find(names, "land", "CN");
	const Node *in = names_form(china, "in", "fr", "en");
	assert_string_equal(node_text(setup->arena, in), "en Chine");
	assert_string_equal(in->place.file, SETUP_FOLDER "fr.xml");
	assert_string_equal(node_text(setup->arena, names_form(china, "name", "en", "en")),
			    "China");
	assert_null(names_form(china, "of", "ru", "en"));
	assert_non_null(names_find(names, "remark", "Counted twice."));
	assert_true(names_tongue(names, "fr-CA")->whole);
	assert_null(names_tongue(names, "ru"));
}

static void names_with_faults_in_one_language_serve_the_others(void **state)
{
	Setup *setup = *state;
	const Names *names =
	    read_translated(setup,
			    "<names xmlns='urn:clusterpress:names:1' xml:lang='fr'>\n"
			    "<land code='CM'><name>Chine</name></land><town id='beijing'><name> "
			    "</name></town></names>",
			    NULL);
	assert_told(setup,
		    "2:61: <name> is empty\n"
		    "2:1: there is no <land> with the key \"CM\" in " SETUP_FOLDER "names.xml");
	assert_false(names_tongue(names, "fr")->whole);
	assert_true(names_tongue(names, "ru")->whole);
	assert_non_null(names_form(names_find(names, "land", "CN"), "of", "ru", "en"));
}

static void names_of_a_language_say_that_they_are(void **state)
{
	Setup *setup = *state;
	read_translated(setup, "<names xmlns='urn:clusterpress:names:1' xml:lang='de'/>", NULL);
	assert_told(setup, "1:51: the language of this file is \"de\", but " SETUP_FOLDER
			   "names.xml names it for \"fr\"");
}

static void edition_has_its_words_once_in_each_language(void **state)
{
	Setup *setup = *state;
	Source source = setup_changed(setup, "data/2024/edition.xml", "edition.xml", "</title>",
				      "</title><title xml:lang='it'>Indice</title>\n<title "
				      "xml:lang='it'>Ancora</title><title xml:lang='f'>x</title>");
	const Edition *edition = edition_skim(setup->arena, &source, &(bool){false}, setup->diags);
	assert_string_equal(edition->title, "Global Innovation Index 2024");
	assert_string_equal(setup_told(setup, 0), "4:1: <title> stands here already, at line 3");
	assert_string_equal(setup_told(setup, 1), "4:53: \"f\" is no language");
}

static void fonts_read_the_shipped_ones(void **state)
{
	Setup *setup = *state;
	Source source = {"fonts/fonts.xml", NULL, {0}};
	const FontList *fonts = fonts_read(setup->arena, &source, setup->diags);
	assert_told(setup, "");
	assert_int_equal(fonts->count, 16);
	assert_int_equal(fonts->fallback_count, 4);
	assert_string_equal(fonts->fallbacks[3].to[1], "sans-sc");
	assert_string_equal(fonts->files[4].path, "fonts/NotoSans-Condensed.ttf");
	assert_int_equal(fonts->files[4].stretch, 75);
	assert_int_equal(fonts->files[2].weight, 600);
}

static void fonts_tell_double_faces_and_bad_hashes(void **state)
{
	Setup *setup = *state;
	Source source =
	    setup_changed(setup, "fonts/fonts.xml", "fonts.xml", "weight=\"400\" sha256=\"89c3",
			  "weight=\"300\" sha256=\"xyz3");
	assert_null(fonts_read(setup->arena, &source, setup->diags));
	assert_told(setup,
		    "6:60: this is no SHA-256: 64 digits from 0 to 9 and a to f are expected\n"
		    "6:17: the family \"sans\" has this weight and stretch already, at line 5");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(edition_reads_the_shipped_one),
	    SENTENCE(edition_knows_all_that_an_edition_can_say),
	    SENTENCE(edition_tells_unknown_elements_and_attributes),
	    SENTENCE(edition_tells_what_is_missing),
	    SENTENCE(edition_tells_ids_that_are_no_folders),
	    SENTENCE(edition_tells_days_that_are_not_in_the_calendar),
	    SENTENCE(edition_tells_a_size_that_is_no_number),
	    SENTENCE(edition_may_name_the_schema_of_its_names),
	    SENTENCE(edition_tells_bad_and_double_languages),
	    SENTENCE(edition_tells_a_pattern_without_a_file),
	    SENTENCE(tags_have_the_shapes_of_their_standards),
	    SENTENCE(names_are_found_by_kind_and_key),
	    SENTENCE(names_tell_double_keys_and_words),
	    SENTENCE(names_tell_what_they_do_not_know),
	    SENTENCE(names_of_other_languages_stand_in_files_of_their_own),
	    SENTENCE(names_with_faults_in_one_language_serve_the_others),
	    SENTENCE(names_of_a_language_say_that_they_are),
	    SENTENCE(edition_has_its_words_once_in_each_language),
	    SENTENCE(fonts_read_the_shipped_ones),
	    SENTENCE(fonts_tell_double_faces_and_bad_hashes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
