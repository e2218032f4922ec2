/* SPDX-License-Identifier: MIT */
/* Layouts that ask for far too much: told, and in good time. A test that hangs is a test that fails. */
#include "read_setup.h"

#include "read/layout.h"

#include <unistd.h>

enum { SECONDS = 60 };

/* So many of `piece`, one behind the other. */
static const char *many(Setup *setup, const char *piece, int count)
{
	StrBuf text = {.arena = setup->arena};
	for (int i = 0; i < count; i++)
		strbuf_add(&text, piece);
	return strbuf_text(&text);
}

static const Layout *read_body(Setup *setup, const char *fit, const char *body)
{
	setup_changed(setup, "layouts/common.xml", "common.xml", "", "");
	const char *text = str_format(
	    setup->arena,
	    "<layout xmlns='urn:clusterpress:layout:1' name='x' lang='en'><page size='A5'/>"
	    "<words href='common.xml'/><inks><ink name='black' rgb='#000'/></inks>"
	    "<styles><style name='body' font-family='sans' font-size='10pt' "
	    "color='black'/></styles>"
	    "<fit>%s</fit><title>{name}</title><body>\n%s</body></layout>",
	    fit, body);
	Source source = setup_file(setup, "large.xml", text);
	return layout_read(setup->arena, &source, setup->diags);
}

static void part_write(Setup *setup, const char *inside)
{
	setup_file(
	    setup, "part.xml",
	    str_format(setup->arena, "<part xmlns='urn:clusterpress:layout:1'>%s</part>", inside));
}

static void includes_of_too_many_elements_are_told_once_and_read_no_further(void **state)
{
	Setup *setup = *state;
	part_write(setup, many(setup, "<space height='1mm'/>", 60000));
	assert_null(read_body(setup, "", many(setup, "<include href='part.xml'/>", 500)));
	assert_told(setup, "2:94: with this file more than 200000 elements are included");
}

static void includes_of_too_many_words_are_told(void **state)
{
	Setup *setup = *state;
	const char *words = str_format(setup->arena, "<p>%s</p>", many(setup, "word ", 1000));
	part_write(setup, many(setup, words, 1000));
	assert_null(read_body(setup, "", many(setup, "<include href='part.xml'/>", 500)));
	assert_told(setup, "2:94: with this file more than 16777216 bytes of text are included");
}

static void grid_of_too_many_columns_does_not_count_them_for_each_box(void **state)
{
	Setup *setup = *state;
	const char *columns = many(setup, "1fr ", 100000);
	const char *boxes = many(setup, "<space height='1mm'/><column span='2'/>", 20000);
	assert_null(read_body(
	    setup, "", str_format(setup->arena, "<grid columns='%s'>%s</grid>", columns, boxes)));
	assert_told(setup,
		    "2:16: a grid of 100000 columns is more than any page shows: 100 are the most");
}

static void grid_of_many_boxes_does_not_count_them_for_each_box(void **state)
{
	Setup *setup = *state;
	const char *boxes = many(setup, "<column rows='2'/>", 60000);
	assert_non_null(
	    read_body(setup, "", str_format(setup->arena, "<grid columns='1fr'>%s</grid>", boxes)));
	assert_told(setup, "");
}

static void step_that_names_too_many_elements_is_told(void **state)
{
	Setup *setup = *state;
	const char *fit =
	    str_format(setup->arena, "<shorten text='%s'/>", many(setup, "a ", 300000));
	assert_null(read_body(setup, fit, "<p id='a'>x<short id='b'>y</short></p>"));
	assert_told(setup, "1:255: this step names more than 200 elements\n"
			   "1:255: \"a\" has fewer <short> than this step names it times");
}

static void ladder_of_too_many_steps_is_told(void **state)
{
	Setup *setup = *state;
	const char *fit = many(setup, "<tighten property='space' to='90%'/>", 5000);
	assert_null(read_body(setup, fit, "<p id='a'>x</p>"));
	assert_told(setup, "1:3840: <fit> has more than 100 steps");
}

/* One that cannot be used is unpacked once, however often it is named. */
static void picture_that_cannot_be_used_is_told_wherever_it_is_named(void **state)
{
	Setup *setup = *state;
	setup_file(setup, "bad.png", "no picture");
	assert_null(read_body(setup, "",
			      "<image src='bad.png' artifact='yes'/>\n"
			      "<image src='./bad.png' artifact='yes'/>"));
	assert_told(setup,
		    "2:13: the picture " SETUP_FOLDER "bad.png cannot be used: it is neither PNG "
		    "nor JPEG\n"
		    "3:13: the picture " SETUP_FOLDER
		    "bad.png cannot be used here either: see " SETUP_FOLDER "large.xml:2");
}

/* However many there are: a text of a million was looked through for each of them. */
static void characters_of_a_layout_are_kept_once(void **state)
{
	enum { FIRST = 0x4e00, COUNT = 20000 };
	Setup *setup = *state;
	StrBuf body = {.arena = setup->arena};
	for (int i = 0; i < 10 * COUNT; i++) {
		char utf8[5] = {0};
		str_put(utf8, (uint32_t)(FIRST + i % COUNT));
		strbuf_format(&body, "%s%s%s", i % 1000 ? "" : "<p>", utf8,
			      i % 1000 == 999 ? "</p>" : "");
	}
	const Layout *layout = read_body(setup, "", strbuf_text(&body));
	assert_told(setup, "");
	/* And those of common.xml: "°". */
	assert_in_range(layout->character_count, COUNT, COUNT + 9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(includes_of_too_many_elements_are_told_once_and_read_no_further),
	    SENTENCE(includes_of_too_many_words_are_told),
	    SENTENCE(grid_of_too_many_columns_does_not_count_them_for_each_box),
	    SENTENCE(grid_of_many_boxes_does_not_count_them_for_each_box),
	    SENTENCE(step_that_names_too_many_elements_is_told),
	    SENTENCE(ladder_of_too_many_steps_is_told),
	    SENTENCE(characters_of_a_layout_are_kept_once),
	    SENTENCE(picture_that_cannot_be_used_is_told_wherever_it_is_named),
	};
	alarm(SECONDS);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
