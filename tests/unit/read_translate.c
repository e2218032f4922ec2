/* SPDX-License-Identifier: MIT */
/* Layouts in other languages, and translations that do not suit their texts. */
#include "fill/locale_plural.h"
#include "read/layout.h"
#include "read/units.h"
#include "read/xml.h"
#include "read_setup.h"

#include <string.h>

static const char layout_text[] =
    "<layout xmlns='urn:clusterpress:layout:1' name='x' lang='en'><page size='A5'/>\n"
    "<inks contrast='none'><ink name='black' rgb='#000'/></inks>\n"
    "<styles><style name='body' font-family='sans' font-size='10pt' color='black'/>"
    "<style name='b' font-weight='700'/></styles>\n"
    "<title>{name}</title><body>\n"
    "<p id='one'>In <b>{@n, number}</b>\n years {count(a), plural, =0 {} other {and more}}</p>\n"
    "<p id='two'>{@n, plural, =1 {# town} other {# towns}}<short id='two-short'>Towns</short></p>\n"
    "<table select='a'><column id='head' head='Name' value='.'/></table>\n"
    "</body></layout>";

static const char whole[] =
    "<unit id='one'><originalData><data id='d1'>&lt;b></data><data id='d2'>{@n, number}</data>"
    "</originalData><segment><source>In <pc id='1' dataRefStart='d1'><ph id='2' "
    "dataRef='d2'/></pc> "
    "years {count(a), plural, =0 {} other {and "
    "more}}</source><target>%s</target></segment></unit>\n"
    "<unit id='two'><segment><source>{@n, plural, =1 {# town} other {# towns}}</source><target>"
    "%s</target></segment></unit>\n"
    "<unit id='two-short'><segment><source>Towns</source><target>Villes</target></segment></unit>\n"
    "<unit id='head'><segment><source>Name</source><target>Nom</target></segment></unit>\n";

static const char good_one[] =
    "<pc id='1' dataRefStart='d1'><ph id='2'/></pc> ans{count(a), plural, =0 {} other { et plus}}";
static const char good_two[] = "{@n, plural, one {# ville} other {# villes}}";

/* The layout in French, of a translation with these units. */
static const Layout *read_units(Setup *setup, const char *units)
{
	Locale *locale = locale_open(setup->arena, "fr", "fr");
	PluralForms plurals = locale_plural_forms(locale);
	setup_file(setup, "text/x.fr.xlf",
		   str_format(setup->arena,
			      "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' "
			      "srcLang='en' trgLang='fr'><file id='x'>\n%s</file></xliff>",
			      units));
	Source source = setup_file(setup, "x.xml", layout_text);
	const Target target = {"fr", &plurals};
	const Layout *layout = layout_read_in(setup->arena, &source, &target, setup->diags);
	locale_close(locale);
	return layout;
}

static const Layout *read_targets(Setup *setup, const char *one, const char *two)
{
	return read_units(setup, str_format(setup->arena, whole, one, two));
}

static void layout_has_the_words_of_its_translation(void **state)
{
	Setup *setup = *state;
	const Layout *layout = read_targets(setup, good_one, good_two);
	assert_told(setup, "");
	assert_string_equal(layout->language, "fr");
	assert_string_equal(layout->original, "en");
	const Pattern *first = layout->body->first->text;
	assert_int_equal(first->kind, PATTERN_SPAN);
	assert_int_equal(first->style->weight, 700);
	assert_string_equal(first->next->text, " ans");
	assert_string_equal(first->next->place.file, SETUP_FOLDER "text/x.fr.xlf");
	const Element *second = layout->body->first->next;
	assert_int_equal(second->short_count, 1);
	assert_string_equal(second->shorts[0]->text, "Villes");
	assert_string_equal(second->next->table->columns[0].head->text, "Nom");
}

static void layout_may_be_translated_with_values_typed_in_braces(void **state)
{
	read_targets(*state, "Depuis <pc id='1' dataRefStart='d1'>{@n, spellout}</pc> ans",
		     good_two);
	assert_told(*state, "");
}

static void layout_tells_what_a_translation_has_lost(void **state)
{
	assert_null(read_targets(*state, "Des ans", "{@n, number} villes"));
	assert_told(*state, "2:242: the translation of \"one\" has lost its span <b>");
}

static void layout_tells_a_value_that_is_lost_and_one_that_is_strange(void **state)
{
	assert_null(read_targets(*state, "<pc id='1' dataRefStart='d1'>{@m}</pc> ans", good_two));
	assert_told(*state,
		    "2:242: the translation of \"one\" does not say the value {@n}\n"
		    "2:242: the translation of \"one\" uses the value {@m}, which its text lacks");
}

static void layout_tells_a_plural_without_a_form(void **state)
{
	assert_null(read_targets(*state, good_one, "{@n, plural, =1 {# ville} other {# villes}}"));
	assert_told(*state, "3:91: this plural lacks the form \"one\", which \"fr\" has");
}

static void layout_tells_codes_that_are_out_of_joint(void **state)
{
	assert_null(
	    read_targets(*state, "<ec startRef='1'/>ans <sc id='1' dataRef='d1'/>{@n}", good_two));
	assert_told(*state, "2:250: this <ec> ends no <sc> that is open here\n"
			    "2:272: this <sc> has no <ec>");
}

static void layout_tells_what_is_not_translated_and_what_is_stale(void **state)
{
	assert_null(read_units(*state,
			       "<unit id='one'><segment><source>In</source></segment></unit>\n"
			       "<unit id='two-short'><segment state='initial' "
			       "subState='cp:stale'><source>Towns</source>"
			       "<target>Villes</target></segment></unit>\n"
			       "<unit id='head'><segment><source>First "
			       "name</source><target>Nom</target></segment></unit>"));
	assert_told(
	    *state,
	    "2:16: \"one\" is not translated into \"fr\"\n"
	    "7:1: \"two\" is not translated into \"fr\"\n"
	    "3:1: \"two-short\" says something else now than when it was translated into \"fr\"\n"
	    "4:1: \"head\" says something else now than when it was translated into \"fr\"");
}

static void layout_tells_a_translation_of_another_language(void **state)
{
	Setup *setup = *state;
	setup_file(setup, "text/x.fr.xlf",
		   "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' "
		   "srcLang='en' trgLang='de'><file id='x'/></xliff>");
	Source source = setup_file(setup, "x.xml", layout_text);
	const Target target = {"fr", NULL};
	assert_null(layout_read_in(setup->arena, &source, &target, setup->diags));
	assert_told(setup, "1:90: this file should be in \"fr\", but its trgLang is \"de\"");
}

/* Codes in two halves, marks, two segments and what lies between them, elements of other people. */
static void layout_takes_what_translators_tools_write(void **state)
{
	Setup *setup = *state;
	const Layout *layout = read_units(
	    setup,
	    "<unit id='one'><originalData><data id='d1'>&lt;b></data><data id='d2'>{@n, "
	    "number}</data>"
	    "</originalData><my xmlns='urn:x'/><segment state='final'><source>In <sc id='1' "
	    "dataRef='d1'/><ph id='2' dataRef='d2'/><ec startRef='1'/></source><target><mrk id='m'>"
	    "Depuis <sc id='1' dataRef='d1'/><ph id='2' dataRef='d2'/><ec "
	    "startRef='1'/></mrk></target>"
	    "</segment><ignorable><source> </source></ignorable><segment><source>years {count(a), "
	    "plural, =0 {} other {and more}}</source><target>ans<!-- here --> {count(a), plural, "
	    "=0 {} "
	    "other {et plus}}</target></segment></unit>\n"
	    "<unit id='two'><segment><source>{@n, plural, =1 {# town} other {# "
	    "towns}}</source><target>"
	    "{@n, plural, one {# ville} other {# villes}}</target></segment></unit>\n"
	    "<unit "
	    "id='two-short'><segment><source>Towns</source><target>Villes</target></segment></unit>"
	    "<unit id='head'><segment><source>Name</source><target>Nom</target></segment></unit>");
	assert_told(setup, "");
	assert_string_equal(layout->body->first->text->text, "Depuis ");
}

static void units_are_the_same_wherever_lines_are_broken(void **state)
{
	Setup *setup = *state;
	Source source =
	    setup_file(setup, "u.xml",
		       "<words><text id='a'> One {b[@c = '}'], number}\n two <b> x</b>\n"
		       "{d, plural, =1 {e}\n other {f '{' g}} </text><p>{h}</p></words>");
	const Node *root = xml_read(setup->arena, &source, NULL, setup->diags);
	Units units = units_find(setup->arena, root);
	assert_int_equal(units.count, 2);
	assert_string_equal(
	    unit_text(setup->arena, &units.items[0]),
	    "One {b[@c = '}'], number} two <b> x</b> {d, plural, =1 {e} other {f '{' g}}");
	assert_int_equal(units.items[0].count, 7);
	assert_int_equal(units.items[0].parts[1].kind, PART_VALUE);
	assert_true(units.items[0].letters);
	assert_false(units.items[1].letters);
	assert_null(units.items[1].id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(layout_has_the_words_of_its_translation),
	    SENTENCE(layout_may_be_translated_with_values_typed_in_braces),
	    SENTENCE(layout_tells_what_a_translation_has_lost),
	    SENTENCE(layout_tells_a_value_that_is_lost_and_one_that_is_strange),
	    SENTENCE(layout_tells_a_plural_without_a_form),
	    SENTENCE(layout_tells_codes_that_are_out_of_joint),
	    SENTENCE(layout_tells_what_is_not_translated_and_what_is_stale),
	    SENTENCE(layout_tells_a_translation_of_another_language),
	    SENTENCE(layout_takes_what_translators_tools_write),
	    SENTENCE(units_are_the_same_wherever_lines_are_broken),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
