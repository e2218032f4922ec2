/* SPDX-License-Identifier: MIT */
/* What alternative texts may say of a figure, and what the shipped ones say: layouts/common.xml. */
#include "fill_story.h"

#include "fill/alt_items.h"

/* An item for each of some values, "7" or "5>7" (from and value), with "7%" as its figure. */
static Node *chart_of(Setup *setup, const char *name, const char *const *values)
{
	Arena *a = setup->arena;
	Node *node = alt_node(a, name, (Place){"layout.xml", 1, 1}), *last = NULL;
	alt_attr(a, node, "title", "Fields");
	for (int i = 0; values[i]; i++) {
		const char *arrow = strchr(values[i], '>'), *value = arrow ? arrow + 1 : values[i];
		const char *from =
		    arrow ? str_copy_n(a, values[i], (size_t)(arrow - values[i])) : "";
		last = alt_child(a, node, last, "item");
		alt_attr(a, last, "label", str_format(a, "%c", 'A' + i));
		alt_attr(a, last, "value", value);
		alt_attr(a, last, "figure", str_format(a, "%s%%", value));
		alt_attr(a, last, "from", from);
		alt_attr(a, last, "from-figure", arrow ? str_format(a, "%s%%", from) : "");
	}
	return node;
}

static Speaker speaker_of(Setup *setup)
{
	return (Speaker){.arena = setup->arena, .saying = &setup->saying, .diags = setup->diags};
}

static void assert_attr(const Node *node, const char *name, const char *expected)
{
	const char *value = node_value(node, name);
	assert_string_equal(value ? value : "none", expected);
}

static void assert_told_of(const char *const *values, Format format, const char *least,
			   const char *most, const char *spread, const char *whole)
{
	Setup *setup = setup_open("en");
	Speaker speaker = speaker_of(setup);
	Node *node = chart_of(setup, "treemap", values);
	alt_items_tell(&speaker, node, format, true);
	assert_attr(node, "least", least);
	assert_attr(node, "most", most);
	assert_attr(node, "spread", spread);
	assert_attr(node, "whole", whole);
	assert_false(speaker.failed);
	setup_close(setup);
}

#define VALUES(...) ((const char *const[]){__VA_ARGS__, NULL})

static void alt_tells_the_extremes_and_whether_they_are_worth_saying(void **state)
{
	(void)state;
	assert_told_of(VALUES("7", "4.5", "9"), FORMAT_PERCENT, "4.5%", "9%", "yes", "20.5%");
	assert_told_of(VALUES("7", "4"), FORMAT_PERCENT, "4%", "7%", "none", "11%");
	assert_told_of(VALUES("7"), FORMAT_PERCENT, "7%", "7%", "none", "7%");
	assert_told_of(VALUES("7", "7", "7"), FORMAT_PERCENT, "7%", "7%", "none", "21%");
	assert_told_of(VALUES("-7", "0", "3"), FORMAT_PERCENT, "-7%", "3%", "yes", "none");
	assert_told_of(VALUES("5>7", "1>6", "2>9"), FORMAT_PERCENT, "1%", "9%", "yes", "22%");
}

static void alt_tells_the_whole_in_the_format_of_its_parts(void **state)
{
	(void)state;
	assert_told_of(VALUES("1200", "34"), FORMAT_NUMBER, "34%", "1200%", "none", "1,234");
	assert_told_of(VALUES("1", "3"), FORMAT_SHARE, "1%", "3%", "none", "100%");
	assert_told_of(VALUES("1", "3"), FORMAT_ORDINAL, "1%", "3%", "none", "none");
	assert_told_of(VALUES("999999999999", "1"), FORMAT_NUMBER, "1%", "999999999999%", "none",
		       "none");
	assert_told_of(VALUES("0", "0"), FORMAT_NUMBER, "0%", "0%", "none", "0");
}

/* What the shipped text says of a chart of that kind. */
static void assert_says(const char *name, const char *const *values, const char *expected)
{
	Setup *setup = setup_open("en");
	Speaker speaker = speaker_of(setup);
	const char *xml = str_format(
	    setup->arena,
	    "<layout xmlns='urn:clusterpress:layout:1' name='t' lang='en'><page size='A4'/>"
	    "<words href='%s'/><inks><ink name='k' rgb='#000000'/></inks><styles><style "
	    "name='body' "
	    "font-family='sans' font-size='9pt' "
	    "color='k'/></styles><title>t</title><body/></layout>",
	    "../../../../layouts/common.xml");
	Diags *diags = diags_new(setup->arena);
	setup_xml(setup, "fill-boxes.xml", xml);
	Source source = {.path = SETUP_FOLDER "fill-boxes.xml"};
	setup->saying.layout = layout_read(setup->arena, &source, diags);
	if (!setup->saying.layout)
		fail_msg("%s", diags_at(diags, 0)->message);
	Element element = {.name = name};
	Node *node = chart_of(setup, name, values);
	alt_items_tell(&speaker, node, FORMAT_PERCENT,
		       strcmp(name, "treemap") == 0 || strcmp(name, "stacked-bar") == 0);
	const char *text = alt_text(&speaker, &element, node);
	if (speaker.failed)
		fail_msg("%s", setup_told(setup));
	assert_string_equal(text, expected);
	setup_close(setup);
}

static void alt_of_each_kind_names_it_its_extent_and_each_figure(void **state)
{
	(void)state;
	const char *const *few = VALUES("12", "0"), *const *one = VALUES("12");
	const char *const *more = VALUES("12", "5.5", "0");
	assert_says("bar-chart", more,
		    "Bar chart. Fields: 3 bars, from 0% to 12%. A: 12%, B: 5.5% and C: 0%.");
	assert_says("bar-chart", few, "Bar chart. Fields: 2 bars. A: 12% and B: 0%.");
	assert_says("bar-chart", one, "Bar chart. Fields: one bar. A: 12%.");
	assert_says("column-chart", more,
		    "Column chart. Fields: 3 columns, from 0% to 12%. A: 12%, B: 5.5% and C: 0%.");
	assert_says("column-chart", one, "Column chart. Fields: one column. A: 12%.");
	assert_says("stacked-bar", more,
		    "Stacked bar. Fields: 3 parts, together 17.5%. A: 12%, B: 5.5% and C: 0%.");
	assert_says("stacked-bar", one, "Stacked bar. Fields: one part. A: 12%.");
	assert_says("treemap", few, "Treemap. Fields: 2 areas, together 12%. A: 12% and B: 0%.");
	assert_says("dot-plot", VALUES("5>12", "3>4", "6>6"),
		    "Dot plot. Fields: 3 rows, from 3% to 12%. A: from 5% to 12%, B: from 3% to 4% "
		    "and C: from 6% to 6%.");
	assert_says("dot-plot", few, "Dot plot. Fields: 2 rows. A: 12% and B: 0%.");
}

static void alt_says_what_is_printed_whatever_the_format(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(
	    setup,
	    "<bar-chart select='p/a' label='.' value='@n' format='share' ink='text'>"
	    "<title>T</title><alt>{@least} to {@most}: {item, list, {{@label} {@figure}}}</alt>"
	    "</bar-chart>");
	assert_string_equal(box->alt, "25% to 75%: X 75% and Y 25%");
	assert_string_equal(box->chart->items[0].figure.text, "75%");
	setup_close(setup);
}

static void alt_says_what_the_parts_are_parts_of(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(
	    setup, "<stacked-bar select='p/a' label='.' value='@s' of='p/@much' format='percent' "
		   "ink='text'><title>T</title><alt>{@count} together {@whole} of {@of}</alt>"
		   "</stacked-bar>");
	assert_string_equal(box->alt, "2 together 41.5% of 131%");
	setup_close(setup);
}

static void alt_tells_of_the_items_that_a_limit_leaves_out(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box =
	    box_in(setup, "<bar-chart select='p/a' label='.' value='@n' limit='1' ink='text'>"
			  "<title>T</title><alt>{@count}: {item, list, {{@label} {@figure}}}</alt>"
			  "</bar-chart>");
	assert_int_equal(box->chart->count, 1);
	assert_string_equal(box->alt, "2: X 120 and Y 40");
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(alt_tells_the_extremes_and_whether_they_are_worth_saying),
	    cmocka_unit_test(alt_tells_the_whole_in_the_format_of_its_parts),
	    cmocka_unit_test(alt_of_each_kind_names_it_its_extent_and_each_figure),
	    cmocka_unit_test(alt_says_what_is_printed_whatever_the_format),
	    cmocka_unit_test(alt_says_what_the_parts_are_parts_of),
	    cmocka_unit_test(alt_tells_of_the_items_that_a_limit_leaves_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
