/* SPDX-License-Identifier: MIT */
#include "read_small.h"

#include "read/layout.h"
#include "read/layout_paths.h"
#include "read/schema.h"

#define PROFILE "layouts/profile.xml"

static const Layout *read_shipped(Setup *setup)
{
	Source source = {PROFILE, NULL, {0}};
	const Layout *layout = layout_read(setup->arena, &source, setup->diags);
	assert_told(setup, "");
	assert_non_null(layout);
	return layout;
}

/* The shipped layout with one thing in it changed. */
static void read_with(Setup *setup, const char *old, const char *new)
{
	setup_changed(setup, "layouts/common.xml", "common.xml", "", "");
	Source source = setup_changed(setup, PROFILE, "layout.xml", old, new);
	assert_null(layout_read(setup->arena, &source, setup->diags));
}

/* The first element of that name, depth first. */
static const Element *find_element(const Element *e, const char *name)
{
	for (; e; e = e->next) {
		if (strcmp(e->name, name) == 0)
			return e;
		const Element *inner = find_element(e->first, name);
		if (inner)
			return inner;
	}
	return NULL;
}

static void layout_reads_the_profile(void **state)
{
	const Layout *l = read_shipped(*state);
	assert_string_equal(l->name, "profile");
	assert_int_equal(l->page.width, 595276);
	assert_int_equal(l->page.margin.left, 45354);
	assert_int_equal(l->page.margin.top, 0);
	assert_int_equal(l->page.margin.bottom, 25512);
	assert_int_equal(l->page.bleed, 8504);
	assert_int_equal(l->fit_count, 9);
	assert_int_equal(l->fit[0].kind, FIT_SPACE);
	assert_int_equal(l->fit[0].floor, 700);
	assert_int_equal(l->fit[2].kind, FIT_TRACKING);
	assert_int_equal(l->fit[2].floor, -8);
	assert_int_equal(l->fit[5].kind, FIT_TEXT);
	assert_string_equal(l->fit[5].of[1], "articles-with");
	assert_int_equal(l->fit[6].kind, FIT_ROWS);
	assert_int_equal(l->fit[6].floor, 10);
	assert_int_equal(l->fit[7].kind, FIT_SPREAD);
	assert_int_equal(l->fit[8].floor, 1600);
	assert_true(l->common_count >= 8);
	assert_string_equal(layout_locale(l, "en"), "en-GB");
	assert_non_null(l->title);
	assert_non_null(l->foot);
}

static void layout_gives_a_callout_its_bar_and_its_accent(void **state)
{
	const Element *callout = find_element(read_shipped(*state)->body, "callout");
	assert_string_equal(callout->decor.border->name, "patents");
	assert_int_equal(callout->decor.border_width, 2400);
	assert_int_equal(callout->decor.border_sides, SIDE_TOP);
	assert_int_equal(callout->decor.padding.top, 6803);
	assert_non_null(callout->when);
	const Style *figure = callout->first->style;
	assert_string_equal(figure->color->name, "patents");
	assert_string_equal(figure->ordinal_suffix->color->name, "patents");
	assert_int_equal(figure->ordinal_suffix->rise, 13400);
	assert_null(figure->ordinal_suffix->ordinal_suffix);
	assert_string_equal(find_element(callout, "ladder")->ladder->ink->name, "patents");
}

static void layout_lays_a_span_over_its_paragraph(void **state)
{
	const Layout *l = read_shipped(*state);
	const Element *h1 = find_element(l->body, "h1");
	const Pattern *span = h1->text;
	while (span && span->kind != PATTERN_SPAN)
		span = span->next;
	assert_non_null(span);
	assert_string_equal(span->style->color->name, "sky");
	assert_int_equal(span->style->weight, 300);
	assert_int_equal(span->style->size, 33000);
	assert_string_equal(span->style->family, "sans");
	/* It shrinks with its paragraph: it has no size of its own. */
	assert_int_equal(span->style->index, h1->style->index);
}

static void layout_reads_tables_with_bars(void **state)
{
	const TableSpec *table = find_element(read_shipped(*state)->body, "table")->table;
	assert_int_equal(table->column_count, 4);
	assert_true(table->columns[1].row_header);
	assert_int_equal(table->columns[1].width.unit, TRACK_FR);
	assert_int_equal(table->columns[3].align, ALIGN_DECIMAL);
	assert_string_equal(table->columns[3].bar->scale, "shares");
	assert_string_equal(table->columns[3].bar->ink->name, "patents");
	assert_string_equal(table->columns[3].style->name, "share");
	assert_string_equal(table->columns[2].style->name, "cells");
	assert_null(table->columns[0].head);
	assert_string_equal(table->head_rule->name, "night");
	assert_int_equal(table->head_rule_width, 800);
}

static void layout_takes_a_style_named_as_the_element(void **state)
{
	const Layout *l = read_small(*state, "<style name='h2' like='body' font-size='20pt'/>",
				     "<h2>a</h2><p>b</p>");
	assert_told(*state, "");
	assert_string_equal(l->body->first->style->name, "h2");
	assert_string_equal(l->body->first->next->style->name, "body");
}

static void layout_lets_a_box_say_more_space_than_its_style(void **state)
{
	const Layout *l = read_small(*state, "<style name='h2' like='body' space-before='4pt'/>",
				     "<h2>a</h2><h2 space-before='1pt'>b</h2>");
	assert_int_equal(l->body->first->decor.space_before, 4000);
	assert_int_equal(l->body->first->next->decor.space_before, 1000);
}

static void layout_styles_may_be_like_later_ones(void **state)
{
	const Layout *l = read_small(*state,
				     "<style name='p' like='q' color='red'/>"
				     "<style name='q' like='body' font-weight='700'/>",
				     "<p>a</p>");
	assert_told(*state, "");
	assert_int_equal(l->body->first->style->weight, 700);
	assert_string_equal(l->body->first->style->color->name, "red");
	assert_int_equal(l->body->first->style->size, 10000);
}

static void layout_tells_styles_in_a_circle_once(void **state)
{
	read_small(*state, "<style name='p' like='q'/><style name='q' like='p'/>", "<p>a</p>");
	Setup *setup = *state;
	assert_int_equal(diags_count(setup->diags), 1);
	assert_non_null(strstr(setup_told(setup, 0), "the style \"p\" is like itself"));
}

static void layout_tells_a_paragraph_in_a_style_for_spans(void **state)
{
	read_small(*state, "<style name='b' font-weight='700'/>", "<p style='b'>a</p>");
	assert_told(*state, "2:11: the style \"b\" cannot stand alone: it does not say font-family "
			    "font-size color");
}

static void layout_tells_an_accent_without_an_ink(void **state)
{
	read_small(*state, "<style name='p' like='body' color='accent'/>",
		   "<p>a</p><column ink='red'><p>b</p></column>");
	assert_told(*state,
		    "2:1: the style \"p\" has the colour \"accent\", but no box around has an ink");
}

static void layout_tells_borders_that_differ(void **state)
{
	read_small(*state, "",
		   "<column border-top='1pt red' border-left='2pt red'><p>a</p></column>");
	assert_told(*state, "2:43: the sides of one box have borders of one width and one ink");
}

static void layout_tells_a_bar_that_measures_nothing(void **state)
{
	read_small(*state, "", "<table select='a' ink='red'><column>x<bar/></column></table>");
	assert_told(*state, "2:38: this bar has nothing to measure");
}

static void layout_tells_a_missing_ink_once_and_not_what_it_leaves_bare(void **state)
{
	read_small(*state, "<style name='big' like='body' color='accent'/>",
		   "<callout ink='rde'><p style='big'>a</p><ladder value='a' of='b'/></callout>");
	assert_told(*state, "2:15: there is no ink \"rde\"; did you mean \"red\"?");
}

static void layout_refuses_what_a_rule_would_ignore(void **state)
{
	read_small(*state, "", "<rule ink='red' padding='2mm'/>");
	assert_told(*state, "2:17: there is no attribute \"padding\" here");
}

static void layout_lets_a_body_have_single_borders_but_no_condition(void **state)
{
	Setup *setup = *state;
	Source source = setup_changed(setup, PROFILE, "layout.xml", "<body>",
				      "<body border-top='1pt rule' when='name'>");
	setup_changed(setup, "layouts/common.xml", "common.xml", "", "");
	assert_null(layout_read(setup->arena, &source, setup->diags));
	assert_int_equal(diags_count(setup->diags), 1);
	assert_non_null(strstr(diags_at(setup->diags, 0)->message, "\"when\""));
}

static void layout_tints_the_ink_of_a_figure_for_what_has_none(void **state)
{
	const Layout *l = read_small(*state, "",
				     "<bar-chart select='a' label='.' value='.' ink='red'>"
				     "<title>t</title><placeholder>p</placeholder></bar-chart>");
	assert_told(*state, "");
	const ChartSpec *chart = l->body->first->chart;
	assert_string_equal(chart->track->name, "red 20%");
	assert_int_equal(chart->track->rgb[0], 255);
	assert_int_equal(chart->track->rgb[1], 204);
	assert_int_equal(chart->frame->rgb[1], 128);
	assert_null(chart->paper);
}

static void layout_tells_common_words_in_another_language(void **state)
{
	Setup *setup = *state;
	setup_changed(setup, "layouts/common.xml", "common.xml", "layout:1\" lang=\"en\"",
		      "layout:1\" lang=\"fr\"");
	Source source = setup_changed(setup, PROFILE, "layout.xml", "", "");
	assert_null(layout_read(setup->arena, &source, setup->diags));
	assert_int_equal(diags_count(setup->diags), 1);
	assert_non_null(strstr(setup_told(setup, 0), "these words are in \"fr\", but the layout"));
}

static void layout_tells_common_texts_that_are_missing(void **state)
{
	Setup *setup = *state;
	setup_changed(setup, "layouts/common.xml", "common.xml", "<text id=\"donut-alt\">",
		      "<text id=\"donut-al\">");
	Source source = setup_changed(setup, PROFILE, "layout.xml", "", "");
	assert_null(layout_read(setup->arena, &source, setup->diags));
	assert_told(
	    setup,
	    "12:13: nothing uses a text \"donut-al\"; did you mean \"donut-alt\"?\n"
	    "4:1: the text \"donut-alt\" is missing here: a donut of the layout " SETUP_FOLDER
	    "layout.xml needs it");
}

static void layout_needs_no_common_text_where_it_has_its_own(void **state)
{
	const Layout *l =
	    read_small(*state, "", "<donut value='a' track='red' ink='red'><alt>x</alt></donut>");
	assert_told(*state, "");
	assert_non_null(l->body->first->alt);
}

static void layout_says_every_fault_in_one_run(void **state)
{
	read_small(*state, "<style name='h1' lke='body' color='rde'/>",
		   "<p stile='body'>{a//b}</p><q/>\n<row widths='1fr'><p>a</p><p/></row>");
	Setup *setup = *state;
	static const char *const parts[] = {"\"lke\"", "\"stile\"", "\"q\"",           "\"rde\"",
					    "\"//\"",  "1 widths",  "<p> has no words"};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		bool found = false;
		for (int j = 0; j < diags_count(setup->diags); j++)
			found = found || strstr(setup_told(setup, j), parts[i]);
		if (!found)
			fail_msg("%s was not told", parts[i]);
	}
}

static void layout_tells_an_ink_by_its_nearest_name(void **state)
{
	read_with(*state, "<rule ink=\"rule\"", "<rule ink=\"rul\"");
	Setup *setup = *state;
	assert_non_null(
	    strstr(setup_told(setup, 0), "there is no ink \"rul\"; did you mean \"rule\"?"));
}

/* The file of that name among those a layout was read from; there is one, read as it was. */
static const Ingredient *file_of(const Layout *layout, const char *name)
{
	const Ingredient *found = NULL;
	for (int i = 0; i < layout->file_count && !found; i++) {
		const char *path = layout->files[i].path, *slash = strrchr(path, '/');
		found = strcmp(slash ? slash + 1 : path, name) == 0 ? &layout->files[i] : NULL;
	}
	assert_non_null(found);
	Digest digest = digest_bytes(found->bytes.at, found->bytes.length);
	assert_memory_equal(digest.bytes, found->digest.bytes, sizeof digest);
	return found;
}

static void a_layout_keeps_itself_and_the_common_texts(void **state)
{
	Setup *setup = *state;
	setup_changed(setup, "layouts/common.xml", "common.xml", "Ladder", "Scale");
	Source source = setup_changed(setup, PROFILE, "layout.xml", "", "");
	const Layout *layout = layout_read(setup->arena, &source, setup->diags);
	assert_int_equal(layout->file_count, 2);
	file_of(layout, "layout.xml");
	const Ingredient *common = file_of(layout, "common.xml");
	assert_non_null(strstr((const char *)common->bytes.at, "Scale"));
}

/* Both roots have the same children, and may be what a path sets out from. */
static void paths_name_once_what_a_schema_says_twice(void **state)
{
	Setup *setup = *state;
	Source source = setup_file(
	    setup, "roots.rng",
	    "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><choice>"
	    "<element name='a'><ref name='n'/></element><element name='b'><ref name='n'/></element>"
	    "</choice></start>"
	    "<define name='n'><element name='name'><text/></element></define></grammar>");
	Schema *schema = schema_open(setup->arena, &source, setup->diags);
	const Layout *layout = read_small(setup, "", "<p>{patents}</p>");
	assert_told(setup, "");
	bool history;
	assert_false(layout_paths_check(layout, schema, &history, setup->diags));
	schema_close(schema);
	assert_told(setup, "2:5: patents: there is no element \"patents\" in <a>");
	assert_string_equal(diags_at(setup->diags, 0)->hint, "known there: name");
}

/* The same layout over one picture and then another; it shows the one it read once in both places. */
static void a_layout_keeps_its_pictures(void **state)
{
	Setup *setup = *state;
	static const char body[] =
	    "<image src='picture.png' artifact='yes'/><image src='./picture.png' artifact='yes'/>";
	static const char *const pictures[] = {"tests/unit/pictures/rgb.png",
					       "tests/unit/pictures/grey.png"};
	for (int i = 0; i < 2; i++) {
		Source from = {.path = pictures[i]};
		Bytes bytes = file_read(setup->arena, &from, 1 << 20, setup->diags);
		assert_true(
		    file_write(SETUP_FOLDER "picture.png", bytes.at, bytes.length, setup->diags));
		const Layout *layout = read_small(setup, "", body);
		assert_told(setup, "");
		const Element *first = find_element(layout->body, "image");
		assert_ptr_equal(first->image->image, first->next->image->image);
		const Ingredient *kept = file_of(layout, "picture.png");
		assert_int_equal(kept->bytes.length, bytes.length);
		assert_memory_equal(kept->bytes.at, bytes.at, bytes.length);
	}
}

static void a_layout_keeps_what_it_includes(void **state)
{
	Setup *setup = *state;
	setup_file(setup, "part.xml", "<part xmlns='urn:clusterpress:layout:1'><p>one</p></part>");
	const Layout *layout = read_small(setup, "", "<include href='part.xml'/>");
	assert_told(setup, "");
	assert_string_equal(layout->body->first->place.file, SETUP_FOLDER "part.xml");
	assert_non_null(strstr((const char *)file_of(layout, "part.xml")->bytes.at, "one"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(layout_reads_the_profile),
	    SENTENCE(layout_gives_a_callout_its_bar_and_its_accent),
	    SENTENCE(layout_lays_a_span_over_its_paragraph),
	    SENTENCE(layout_reads_tables_with_bars),
	    SENTENCE(layout_takes_a_style_named_as_the_element),
	    SENTENCE(layout_lets_a_box_say_more_space_than_its_style),
	    SENTENCE(layout_styles_may_be_like_later_ones),
	    SENTENCE(layout_tells_styles_in_a_circle_once),
	    SENTENCE(layout_tells_a_paragraph_in_a_style_for_spans),
	    SENTENCE(layout_tells_an_accent_without_an_ink),
	    SENTENCE(layout_tells_borders_that_differ),
	    SENTENCE(layout_tells_a_bar_that_measures_nothing),
	    SENTENCE(layout_tells_a_missing_ink_once_and_not_what_it_leaves_bare),
	    SENTENCE(layout_refuses_what_a_rule_would_ignore),
	    SENTENCE(layout_lets_a_body_have_single_borders_but_no_condition),
	    SENTENCE(layout_tints_the_ink_of_a_figure_for_what_has_none),
	    SENTENCE(layout_tells_common_words_in_another_language),
	    SENTENCE(layout_tells_common_texts_that_are_missing),
	    SENTENCE(layout_needs_no_common_text_where_it_has_its_own),
	    SENTENCE(layout_says_every_fault_in_one_run),
	    SENTENCE(layout_tells_an_ink_by_its_nearest_name),
	    SENTENCE(a_layout_keeps_itself_and_the_common_texts),
	    SENTENCE(a_layout_keeps_its_pictures),
	    SENTENCE(a_layout_keeps_what_it_includes),
	    SENTENCE(paths_name_once_what_a_schema_says_twice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
