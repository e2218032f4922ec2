/* SPDX-License-Identifier: MIT */
/* Rows of tables and rounds of repeats: how many, in which order, in which groups. */
#include "fill_story.h"

static void fill_says_how_many_rows_a_limit_hides(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const TableBox *filled =
	    box_in(setup, "<table select='p/a' limit='1'><column value='.'/></table>")->table;
	assert_int_equal(filled->row_count, 1);
	assert_int_equal(filled->rest.least, 1);
	assert_string_equal(filled->rest.more[0].text, "and 1 more");
	assert_string_equal(filled->rest.more[0].origins[1].path, "p/a[2]");
	filled = box_in(setup, "<table select='p/a' limit='2'><column value='.'/>"
			       "<more id='m'>none</more></table>")
		     ->table;
	assert_int_equal(filled->row_count, 2);
	assert_string_equal(filled->rest.more[0].text, "");
	filled = box_in(setup, "<table select='p/a' limit='1'><column value='.'/>"
			       "<more id='m'>{@shown} of {@all}</more></table>")
		     ->table;
	assert_string_equal(filled->rest.more[0].text, "1 of 2");
	setup_close(setup);
}

static void fill_says_what_stands_for_each_count_of_rows_that_fitting_may_hide(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	box_in(setup, "<table id='t' select='p/a'><column value='.'/></table>");
	Layout layout = *setup->saying.layout;
	const char *const other[] = {"other", NULL}, *const this[] = {"other", "t", NULL};
	FitStep steps[] = {{.kind = FIT_ROWS, .floor = 1, .of = other}};
	layout.fit = steps;
	layout.fit_count = 1;
	setup->saying.layout = &layout;
	Record made = {.id = "k", .root = setup_xml(setup, "fill-data.xml", record)};
	const Story *story = fill(setup->arena, &setup->saying, &made, setup->diags);
	assert_int_equal(story->body->first->table->rest.least, 2);
	steps[0].of = this;
	story = fill(setup->arena, &setup->saying, &made, setup->diags);
	const TableBox *filled = story->body->first->table;
	assert_int_equal(filled->row_count, 2);
	assert_int_equal(filled->rest.least, 1);
	assert_string_equal(filled->rest.more[0].text, "and 1 more");
	assert_string_equal(filled->rest.more[1].text, "");
	setup_close(setup);
}

static const char places[] = "<c id='k'><name>K</name>"
			     "<a g='x' n='9'>Zürich</a><a g='y' n='10'>Åbo</a>"
			     "<a g='x' n='-1'>Ørsta</a><a g='y'>Aachen</a></c>";

/* The words of a column, or of all paragraphs, one behind the other. */
static const char *rows_said(Setup *setup, const char *attrs, const char *data)
{
	StrBuf said = {.arena = setup->arena};
	const char *body = str_format(setup->arena,
				      "<table select='a' %s<column value='position()' "
				      "scope='row'/><column value='.'/></table>",
				      attrs);
	const Story *story = story_in(setup, body, data);
	if (!story)
		return setup_told(setup);
	const TableBox *filled = story->body->first->table;
	for (int r = 0, g = 0; r < filled->row_count; r++) {
		if (g < filled->group_count && filled->groups[g].row == r)
			strbuf_format(&said, "%s: ", filled->groups[g++].words.text);
		strbuf_format(&said, "%s%s ", filled->cells[2 * r].words.text,
			      filled->cells[2 * r + 1].words.text);
	}
	return strbuf_text(&said);
}

static void fill_puts_rows_in_the_order_of_the_language(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_string_equal(rows_said(setup, "sort='.'>", places), "1Aachen 2Åbo 3Ørsta 4Zürich ");
	setup_close(setup);
	setup = setup_open("sv");
	assert_string_equal(rows_said(setup, "sort='.'>", places), "1Aachen 2Zürich 3Åbo 4Ørsta ");
	setup_close(setup);
}

static void fill_puts_numbers_in_order_and_what_has_none_last(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_string_equal(rows_said(setup, "sort='@n'>", places), "1Ørsta 2Zürich 3Åbo 4Aachen ");
	assert_string_equal(rows_said(setup, "sort='@n' order='descending'>", places),
			    "1Åbo 2Zürich 3Ørsta 4Aachen ");
	assert_string_equal(rows_said(setup, "sort='@n' sort-as='text'>", places),
			    "1Ørsta 2Åbo 3Zürich 4Aachen ");
	assert_string_equal(rows_said(setup, "sort='@g' order='descending'>", places),
			    "1Åbo 2Aachen 3Zürich 4Ørsta ");
	assert_string_equal(rows_said(setup, "sort='@g' sort-as='number'>", places),
			    "fill-data.xml:1:28: g is \"x\", but a number is expected\n"
			    "fill-data.xml:1:53: g is \"y\", but a number is expected\n"
			    "fill-data.xml:1:76: g is \"x\", but a number is expected\n"
			    "fill-data.xml:1:101: g is \"y\", but a number is expected");
	setup_close(setup);
}

static void fill_puts_codes_in_order_by_their_names(void **state)
{
	static const char codes[] = "<c id='k'><name>K</name><a><economy>US</economy></a>"
				    "<a><economy>CN</economy></a></c>";
	(void)state;
	Setup *setup = setup_open("fr");
	assert_string_equal(
	    rows_said(setup, "sort='economy' sort-as='names' order='descending'>", codes),
	    "1US 2CN ");
	setup_close(setup);
}

static void fill_gathers_rows_below_the_heads_of_their_groups(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const char *attrs = "group='@g' sort='.'><group-head id='g'>{@g}</group-head>";
	assert_string_equal(rows_said(setup, attrs, places), "y: 1Aachen 2Åbo x: 3Ørsta 4Zürich ");
	attrs =
	    "group='@g' limit='3'><group-head id='g'>{@g} {count(current-group())}</group-head>";
	assert_string_equal(rows_said(setup, attrs, places), "x 2: 1Zürich 2Ørsta y 2: 3Åbo ");
	attrs = "group='@n'><group-head id='g'>{@n}</group-head>";
	assert_string_equal(rows_said(setup, attrs, places),
			    "fill-data.xml:1:98: a has no attribute \"n\", which the layout needs");
	setup_close(setup);
}

/* The words of all paragraphs, one behind the other. */
static const char *boxes_said(Setup *setup, const char *body)
{
	StrBuf said = {.arena = setup->arena};
	const Story *story = story_in(setup, body, places);
	if (!story)
		return setup_told(setup);
	for (const Box *box = story->body->first; box; box = box->next)
		strbuf_format(&said, "%s ", box->words.text);
	return strbuf_text(&said);
}

static void fill_repeats_boxes_for_each_node_and_each_group(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_string_equal(boxes_said(setup,
				       "<p>a</p><repeat select='a' sort='@n'><p>{position()}</p>"
				       "<p when='@n'>{.}</p></repeat><p>z</p>"),
			    "a 1 Ørsta 2 Zürich 3 Åbo 4 z ");
	assert_string_equal(boxes_said(setup,
				       "<repeat select='a' group='@g'><p>{@g} {position()}</p>"
				       "<repeat select='current-group()' sort='.'><p>{.} of "
				       "{count(current-group()/@n), number}</p></repeat></repeat>"),
			    "x 1 Ørsta of 2 Zürich of 2 y 2 Aachen of 1 Åbo of 1 ");
	assert_string_equal(boxes_said(setup, "<p>a</p><repeat select='none'><p>{.}</p></repeat>"),
			    "a ");
	assert_string_equal(
	    boxes_said(setup, "<p>a</p><repeat when='none' select='a'><p>{.}</p></repeat>"), "a ");
	setup_close(setup);
}

static void fill_keeps_the_slots_of_what_a_repeat_makes(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *row = story_in(setup,
				  "<row><p>x</p><repeat select='a'><repeat select='.'><p>{.}</p>"
				  "</repeat></repeat></row>",
				  places)
			     ->body->first;
	assert_ptr_equal(row->first->slot, row->element->first);
	assert_ptr_equal(row->first->next->slot, row->element->first->next);
	assert_int_equal(row->first->next->element->kind, ELEMENT_TEXT);
	setup_close(setup);
}

static void fill_ends_repeats_inside_repeats_that_no_page_shows(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	StrBuf data = {.arena = setup->arena};
	strbuf_add(&data, "<c id='k'><name>K</name><title>T</title>");
	for (int i = 0; i < 900; i++)
		strbuf_add(&data, "<a/>");
	strbuf_add(&data, "</c>");
	setup->edition.root = setup_xml(setup, "fill-edition.xml", strbuf_text(&data));
	const char *body = "<repeat select='a'><repeat select='edition/a'>"
			   "<repeat select='edition/a'><p>x</p></repeat></repeat></repeat>";
	assert_null(story_in(setup, body, strbuf_text(&data)));
	assert_int_equal(diags_count(setup->diags), 1);
	assert_non_null(strstr(setup_told(setup), "more than 20000 rows, bars and items"));
	setup_close(setup);
}

static const char courses[] =
    "<c id='k'><name>K</name><a>x<v n='3'/><v n='-9.5'/><v n='7'/></a><a>y<v n='4'/></a><a>z</a>"
    "<bad><v n='1'/><v n='two'/></bad></c>";

static void fill_reads_the_values_of_sparklines(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const TableBox *filled =
	    story_in(setup,
		     "<table select='a' ink='text'><column><sparkline values='v/@n'/></column>"
		     "</table>",
		     courses)
		->body->first->table;
	const SparkBox *spark = filled->cells[0].spark;
	assert_int_equal(spark->count, 3);
	assert_int_equal(spark->values[1], -9500000);
	assert_string_equal(spark->alt, "3: 3 to 7, −9.5 to 7");
	assert_string_equal(spark->last.path, "a[1]/v[3]/@n");
	assert_int_equal(filled->cells[0].words.length, 0);
	assert_string_equal(filled->cells[1].spark->alt, "1: 4 to 4, 4 to 4");
	assert_null(filled->cells[2].spark);
	setup_close(setup);
}

/* The last may be all there is, or not be there. */
static void fill_puts_the_last_value_of_a_sparkline_behind_the_others(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const TableBox *filled =
	    story_in(setup,
		     "<table select='a' ink='text'><column missing='none'>"
		     "<sparkline values='v/@n' last='w/@n'/></column></table>",
		     "<c id='k'><name>K</name><a><w n='8'/><v n='3'/></a><a><v n='4'/></a>"
		     "<a><w n='5'/></a><a>z</a></c>")
		->body->first->table;
	assert_int_equal(filled->cells[0].spark->count, 2);
	assert_string_equal(filled->cells[0].spark->first.path, "a[1]/v/@n");
	assert_string_equal(filled->cells[0].spark->last.path, "a[1]/w/@n");
	assert_string_equal(filled->cells[0].spark->alt, "2: 3 to 8, 3 to 8");
	assert_string_equal(filled->cells[1].spark->last.path, "a[2]/v/@n");
	assert_int_equal(filled->cells[2].spark->count, 1);
	assert_int_equal(filled->cells[2].words.length, 0);
	assert_null(filled->cells[3].spark);
	assert_string_equal(filled->cells[3].words.text, "none");
	setup_close(setup);
}

static void fill_says_what_stands_where_a_sparkline_has_no_values(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const TableBox *filled =
	    story_in(setup,
		     "<table select='a' ink='text'><column missing='none'>"
		     "<sparkline values='v/@n'><alt>{@most}</alt></sparkline></column></table>",
		     courses)
		->body->first->table;
	assert_int_equal(filled->cells[0].words.length, 0);
	assert_string_equal(filled->cells[0].spark->alt, "7");
	assert_string_equal(filled->cells[2].words.text, "none");
	setup_close(setup);
}

static void fill_tells_of_a_sparkline_whose_value_is_no_number(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_null(story_in(setup,
			     "<table select='bad' ink='text'><column>"
			     "<sparkline values='v/@n'/></column></table>",
			     courses));
	assert_non_null(strstr(setup_told(setup), "n is \"two\", but a number is expected"));
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(fill_says_how_many_rows_a_limit_hides),
	    cmocka_unit_test(fill_says_what_stands_for_each_count_of_rows_that_fitting_may_hide),
	    cmocka_unit_test(fill_puts_rows_in_the_order_of_the_language),
	    cmocka_unit_test(fill_puts_numbers_in_order_and_what_has_none_last),
	    cmocka_unit_test(fill_puts_codes_in_order_by_their_names),
	    cmocka_unit_test(fill_gathers_rows_below_the_heads_of_their_groups),
	    cmocka_unit_test(fill_repeats_boxes_for_each_node_and_each_group),
	    cmocka_unit_test(fill_keeps_the_slots_of_what_a_repeat_makes),
	    cmocka_unit_test(fill_ends_repeats_inside_repeats_that_no_page_shows),
	    cmocka_unit_test(fill_reads_the_values_of_sparklines),
	    cmocka_unit_test(fill_puts_the_last_value_of_a_sparkline_behind_the_others),
	    cmocka_unit_test(fill_says_what_stands_where_a_sparkline_has_no_values),
	    cmocka_unit_test(fill_tells_of_a_sparkline_whose_value_is_no_number),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
