/* SPDX-License-Identifier: MIT */
#include "fill_story.h"

static void fill_says_the_title_of_the_document(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Story *story = story_in(setup, "<p style='body'>{name}</p>", record);
	assert_string_equal(story->title, "Kunming: Innovation Index");
	assert_string_equal(story->language, "en");
	assert_string_equal(story->file, SETUP_FOLDER "fill-data.xml");
	assert_string_equal(story->body->first->words.text, "Kunming");
	assert_null(story->foot);
	setup_close(setup);
}

static void fill_leaves_out_what_when_does_not_hold(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *row = box_in(setup, "<row widths='1fr 1fr 1fr' gap='1mm'>"
				       "<p style='body'>a</p>"
				       "<p style='body' when='ranks/@gone'>{ranks/@gone}</p>"
				       "<p style='body'>c</p></row>");
	assert_ptr_equal(row->first->element, row->element->first);
	assert_ptr_equal(row->first->next->element, row->element->first->next->next);
	assert_null(row->first->next->next);
	setup_close(setup);
}

static void fill_leaves_out_a_row_of_which_nothing_is_left(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(setup, "<row widths='1fr' gap='1mm'>"
				       "<p style='body' when='gone'>{gone}</p></row>"
				       "<p style='body'>b</p>");
	assert_int_equal(box->element->kind, ELEMENT_TEXT);
	assert_null(box->next);
	setup_close(setup);
}

static const char table[] =
    "<table select='%s' style='body' ink='text'>"
    "<caption id='cap'>Top of {name}</caption>"
    "<column value='position()' width='5mm'/><column value='.' width='1fr' scope='row'/>"
    "<column id='h' head='Share' value='@s' format='percent' align='decimal'>"
    "<bar scale='shares' width='9mm'/></column></table>";

static void fill_refuses_more_rows_bars_and_items_than_any_page_shows(void **state)
{
	static const char *const bodies[] = {
	    "<table select='a' ink='text'><column value='.'/></table>",
	    "<bar-chart select='a' label='.' value='.' ink='text'><title>T</title></bar-chart>",
	    "<p>{a, list}</p>"};
	(void)state;
	for (int i = 0; i < 3; i++) {
		Setup *setup = setup_open("en");
		StrBuf data = {.arena = setup->arena};
		strbuf_add(&data, "<c id='k'><name>K</name>\n");
		for (int n = 0; n < 1001; n++)
			strbuf_add(&data, "<a>1</a>");
		strbuf_add(&data, "</c>");
		assert_null(story_in(setup, bodies[i], strbuf_text(&data)));
		assert_string_equal(
		    setup_told(setup),
		    "fill-data.xml:2:8004: there are 1001 of a, but no page shows more than 1000");
		setup_close(setup);
	}
}

static void fill_refuses_a_text_longer_than_any_page(void **state)
{
	static const char *const bodies[] = {"<p>{a}</p>", "<p>{a, list}</p>"};
	(void)state;
	for (int i = 0; i < 2; i++) {
		Setup *setup = setup_open("en");
		StrBuf data = {.arena = setup->arena};
		strbuf_add(&data, "<c id='k'><name>K</name>\n<a>");
		for (int n = 0; n < 10000; n++)
			strbuf_add(&data, "word ");
		strbuf_add(&data, "</a></c>");
		assert_null(story_in(setup, bodies[i], strbuf_text(&data)));
		assert_string_equal(setup_told(setup),
				    "fill-data.xml:2:4: a has 49999 bytes of text, but no page "
				    "shows more than 20000");
		setup_close(setup);
	}
}

static void fill_makes_a_row_of_a_table_for_each_node(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(setup, str_format(setup->arena, table, "p/a"));
	const TableBox *filled = box->table;
	assert_int_equal(filled->row_count, 2);
	assert_true(filled->has_head);
	assert_string_equal(filled->caption.text, "Top of Kunming");
	assert_string_equal(filled->head[0].text, "");
	assert_string_equal(filled->head[2].text, "Share");
	assert_string_equal(filled->cells[0].words.text, "1");
	assert_string_equal(filled->cells[3].words.text, "2");
	assert_string_equal(filled->cells[4].words.text, "Y");
	assert_string_equal(filled->cells[5].words.text, "10.5%");
	assert_int_equal(filled->cells[5].words.point, 2);
	assert_false(filled->cells[4].has_bar);
	assert_true(filled->cells[5].has_bar);
	assert_true(filled->cells[5].value == 10500000);
	assert_string_equal(filled->cells[5].origin.path, "p/a[2]/@s");
	setup_close(setup);
}

static void fill_makes_no_table_without_rows(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_null(box_in(setup, str_format(setup->arena, table, "q/a")));
	setup_close(setup);
}

static void fill_tells_every_bad_bar_once(void **state)
{
	(void)state;
	Arena *a = arena_new();
	assert_told(str_format(a, table, "bad"),
		    "fill-data.xml:6:6: s is \"x\", but a number is expected\n"
		    "fill-data.xml:6:24: s is -2, but a bar cannot be shorter than 0");
	arena_free(a);
}

static void fill_makes_a_ladder_with_its_ends_in_words(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(setup, "<ladder value='ranks/@size' of='edition/@size' ink='text' "
				       "track='text' style='body'/>");
	assert_int_equal(box->ladder->value, 98);
	assert_int_equal(box->ladder->of, 100);
	assert_string_equal(box->ladder->first.text, "1st");
	assert_string_equal(box->ladder->last.text, "100th");
	assert_string_equal(box->ladder->origin.path, "ranks/@size");
	assert_string_equal(box->alt, "Ladder from 1st to 100th, at 98th.");
	setup_close(setup);
}

static void fill_tells_a_rank_that_is_not_on_its_ladder(void **state)
{
	(void)state;
	static const char ladder[] = "<ladder value='%s' of='%s' ink='text' track='text' "
				     "style='body'/>";
	Arena *a = arena_new();
	assert_told(str_format(a, ladder, "ranks/@over", "ranks/@of"),
		    "fill-data.xml:3:38: over is 131, but its ladder goes from 1 to 100");
	assert_told(str_format(a, ladder, "ranks/@none", "ranks/@of"),
		    "fill-data.xml:3:49: none is 0, but its ladder goes from 1 to 100");
	assert_told(str_format(a, ladder, "ranks/@of", "ranks/@big"),
		    "fill-data.xml:3:27: big is 1001, but a ladder has 1 to 1000 rungs");
	assert_told(str_format(a, ladder, "p/@share", "p/@word"),
		    "fill-data.xml:4:4: share is \"11.5\", but a whole number is expected\n"
		    "fill-data.xml:4:39: word is \"12O\", but a number is expected");
	arena_free(a);
}

static const char donut[] = "<donut value='%s' format='percent' ink='text' track='text' "
			    "style='body' thickness='2mm'/>";

static void fill_makes_a_donut_with_the_share_in_its_middle(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(setup, str_format(setup->arena, donut, "p/@share"));
	assert_true(box->donut->value == 11500000);
	assert_string_equal(box->donut->text.text, "11.5%");
	assert_string_equal(box->alt, "Ring of which 11.5% is filled.");
	setup_close(setup);
}

static void fill_tells_a_share_beyond_a_hundred_or_below_nothing(void **state)
{
	(void)state;
	Arena *a = arena_new();
	assert_told(str_format(a, donut, "p/@much"),
		    "fill-data.xml:4:17: much is 131, but a percentage lies between 0 and 100");
	assert_told(str_format(a, donut, "p/@minus"),
		    "fill-data.xml:4:28: minus is -1, but a percentage lies between 0 and 100");
	arena_free(a);
}

static const char chart[] =
    "<bar-chart select='%s' label='.' value='@s' format='percent' ink='text' scale='f' "
    "style='body' figure-style='body' title-style='body' placeholder-style='body' track='text' "
    "paper='text' frame='text' label-width='50%%' row-height='5mm' bar-height='3mm' "
    "placeholder-rows='4'>"
    "<title id='ct'>Fields</title>%s</bar-chart>";

static void fill_makes_a_chart_that_can_be_heard(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(setup, str_format(setup->arena, chart, "f", ""));
	assert_int_equal(box->chart->count, 2);
	assert_string_equal(box->chart->title.text, "Fields");
	assert_string_equal(box->chart->items[0].label.text, "Optics");
	assert_string_equal(box->chart->items[0].figure.text, "12.0%");
	assert_true(box->chart->items[1].value == 7000000);
	assert_string_equal(box->alt, "Bars. Fields: Optics 12.0% and Soil 7%.");
	setup_close(setup);
}

static void fill_says_why_a_chart_has_no_bars(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const char *why = "<placeholder id='w'>Not supplied in {edition/@year}</placeholder>";
	const Box *box = box_in(setup, str_format(setup->arena, chart, "gone", why));
	assert_int_equal(box->chart->count, 0);
	assert_string_equal(box->chart->placeholder.text, "Not supplied in 2024");
	assert_string_equal(box->alt, "No data. Fields: Not supplied in 2024.");
	setup_close(setup);
}

static void fill_makes_no_chart_without_data_and_without_words_for_it(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_null(box_in(setup, str_format(setup->arena, chart, "gone", "")));
	setup_close(setup);
}

static void fill_tells_all_errors_in_one_run(void **state)
{
	(void)state;
	assert_told("<p style='body'>{gone}</p><row widths='1fr' gap='1mm'><p style='body'>{name} "
		    "{p/@word, number}</p></row><donut value='p/@much' format='percent' ink='text' "
		    "track='text' style='body' thickness='2mm'/>",
		    "fill-data.xml:1:1: c has no <gone>, which the layout needs\n"
		    "fill-data.xml:4:39: word is \"12O\", but a number is expected\n"
		    "fill-data.xml:4:17: much is 131, but a percentage lies between 0 and 100");
}

static void fill_fails_again_when_the_same_was_told_before(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_null(story_in(setup, "<p style='body'>{gone}</p>", record));
	assert_null(story_in(setup, "<p style='body'>{gone}</p>", record));
	assert_int_equal(diags_errors(setup->diags), 1);
	setup_close(setup);
}

static void fill_of_no_record_is_nothing(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	assert_null(fill(setup->arena, &setup->saying, NULL, setup->diags));
	setup_close(setup);
}

static const char stack[] =
    "<stacked-bar select='p/a' label='.' value='%s' %s ink='text' format='number' style='body' "
    "figure-style='body' title-style='body' track='text'><title>Parts</title>"
    "<alt id='alt'>{@title}</alt></stacked-bar>";

static void fill_adds_up_what_parts_are_parts_of(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const char *body = str_format(setup->arena, stack, "@s", "");
	assert_true(box_in(setup, body)->chart->whole == 41500000);
	body = str_format(setup->arena, stack, "@s", "of='p/@much'");
	assert_true(box_in(setup, body)->chart->whole == 131000000);
	setup_close(setup);
}

static void fill_numbers_the_tiles_of_a_treemap_from_large_to_small(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const ChartBox *map =
	    box_in(setup, "<treemap select='f' label='.' value='@s' ink='text' style='body'>"
			  "<title>T</title><alt id='alt'>{@title}</alt></treemap>")
		->chart;
	assert_int_equal(map->items[0].rank, 0);
	assert_string_equal(map->items[0].number.text, "1");
	assert_int_equal(map->items[1].rank, 1);
	assert_string_equal(map->items[1].number.text, "2");
	assert_null(map->items[1].number.origins[0].path);
	setup_close(setup);
}

static void fill_tells_parts_that_are_less_than_nothing(void **state)
{
	(void)state;
	assert_told("<treemap select='bad' label='.' value='@s' ink='text' style='body'>"
		    "<title>T</title><alt id='alt'>{@title}</alt></treemap>",
		    "fill-data.xml:6:6: s is \"x\", but a number is expected\n"
		    "fill-data.xml:6:24: s is -2, but no part of a whole is less than 0");
}

static void fill_tells_parts_that_are_no_parts(void **state)
{
	(void)state;
	Arena *a = arena_new();
	assert_told(str_format(a, stack, "@s", "of='p/@share'"),
		    "fill-data.xml:4:4: share is 11.5, but its parts at fill-data.xml:4:61 are "
		    "41.5 together");
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(fill_says_the_title_of_the_document),
	    cmocka_unit_test(fill_leaves_out_what_when_does_not_hold),
	    cmocka_unit_test(fill_leaves_out_a_row_of_which_nothing_is_left),
	    cmocka_unit_test(fill_refuses_more_rows_bars_and_items_than_any_page_shows),
	    cmocka_unit_test(fill_refuses_a_text_longer_than_any_page),
	    cmocka_unit_test(fill_makes_a_row_of_a_table_for_each_node),
	    cmocka_unit_test(fill_makes_no_table_without_rows),
	    cmocka_unit_test(fill_tells_every_bad_bar_once),
	    cmocka_unit_test(fill_makes_a_ladder_with_its_ends_in_words),
	    cmocka_unit_test(fill_tells_a_rank_that_is_not_on_its_ladder),
	    cmocka_unit_test(fill_makes_a_donut_with_the_share_in_its_middle),
	    cmocka_unit_test(fill_tells_a_share_beyond_a_hundred_or_below_nothing),
	    cmocka_unit_test(fill_makes_a_chart_that_can_be_heard),
	    cmocka_unit_test(fill_says_why_a_chart_has_no_bars),
	    cmocka_unit_test(fill_makes_no_chart_without_data_and_without_words_for_it),
	    cmocka_unit_test(fill_tells_all_errors_in_one_run),
	    cmocka_unit_test(fill_fails_again_when_the_same_was_told_before),
	    cmocka_unit_test(fill_of_no_record_is_nothing),
	    cmocka_unit_test(fill_adds_up_what_parts_are_parts_of),
	    cmocka_unit_test(fill_numbers_the_tiles_of_a_treemap_from_large_to_small),
	    cmocka_unit_test(fill_tells_parts_that_are_less_than_nothing),
	    cmocka_unit_test(fill_tells_parts_that_are_no_parts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
