/* SPDX-License-Identifier: MIT */
#include "fill_setup.h"

#include "fill/message.h"
#include "read/pattern.h"

static const Ink black = {.name = "text"};
static const Style suffix = {.name = "suffix", .size = 5000, .color = &black};
static const Style body = {.name = "body", .size = 9000, .color = &black};
static const Style bold = {.name = "b", .size = 9000, .weight = 700, .color = &black};
static const Style figure = {.name = "figure", .color = &black, .ordinal_suffix = &suffix};

static const Style *span_find(void *who, const Style *base, const char *name, Place place,
			      Diags *diags)
{
	(void)who, (void)base, (void)name, (void)place, (void)diags;
	return &bold;
}

static const Pattern *pattern_of(Setup *setup, const char *text)
{
	SpanStyles spans = {span_find, NULL};
	Diags *diags = diags_new(setup->arena);
	const char *xml = str_format(setup->arena, "<p>%s</p>", text);
	const Node *node = setup_xml(setup, "fill-layout.xml", xml);
	const Pattern *pattern = pattern_read(setup->arena, node, &body, &spans, diags);
	if (diags_errors(diags))
		fail_msg("%s: %s", text, diags_at(diags, 0)->message);
	return pattern;
}

static Words said(Setup *setup, const Style *style, const char *pattern, const char *data)
{
	Speaker speaker = {.arena = setup->arena, .saying = &setup->saying, .diags = setup->diags};
	Standing at = {
	    setup_xml(setup, "fill-data.xml", data), setup->edition.root, 1, NULL, NULL, NULL};
	Words words = message_say(&speaker, pattern_of(setup, pattern), style, &at);
	assert_int_equal(speaker.failed, diags_errors(setup->diags) > 0);
	return words;
}

/* Ranges that cover the text in order, without a gap. */
static void assert_whole(const Words *words)
{
	int end = 0;
	for (int i = 0; i < words->style_count; i++) {
		assert_int_equal(words->styles[i].start, end);
		assert_true(words->styles[i].end > end);
		end = words->styles[i].end;
	}
	assert_int_equal(end, words->length);
	end = 0;
	for (int i = 0; i < words->origin_count; i++) {
		assert_int_equal(words->origins[i].start, end);
		end = words->origins[i].end;
	}
	assert_int_equal(end, words->length);
	assert_int_equal(strlen(words->text), words->length);
	assert_true(words->point >= 0 && words->point <= words->length);
}

static bool line_holds(char *line, int number)
{
	Setup *setup = NULL;
	Arena *a = arena_new();
	const char *language = setup_column(a, &line), *pattern = setup_column(a, &line);
	const char *data = setup_column(a, &line), *expected = setup_column(a, &line);
	setup = setup_open(language);
	Words words = said(setup, &body, pattern, data);
	assert_whole(&words);
	const char *told = setup_told(setup);
	bool trouble = *expected == '!';
	const char *found = trouble || *told ? told : words.text;
	const char *wanted = trouble ? str_fold(a, expected + 1) : expected;
	bool good = strcmp(found, wanted) == 0;
	if (!good)
		print_error("tests/lines/messages.txt:%d: \"%s\" instead of \"%s\"\n", number,
			    found, wanted);
	setup_close(setup);
	arena_free(a);
	return good;
}

static void message_says_every_line_of_the_table(void **state)
{
	(void)state;
	char line[4096];
	int number = 0, bad = 0, cases = 0;
	FILE *file = fopen("tests/lines/messages.txt", "r");
	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || !*line)
			continue;
		cases++;
		bad += !line_holds(line, number);
	}
	fclose(file);
	assert_int_equal(bad, 0);
	assert_true(cases > 50);
}

static const char data[] = "<c><name>Kunming</name><ranks size='98' economy='25'/>\n"
			   " <p><with>Beijing</with><with>Chengdu</with></p></c>";

static void message_knows_the_datum_of_each_stretch(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	Words words =
	    said(setup, &body, " In {name}  <b>the\n {ranks/@size, ordinal} </b> of", data);
	assert_string_equal(words.text, "In Kunming the 98th of");
	assert_int_equal(words.origin_count, 7);
	assert_null(words.origins[0].path);
	assert_string_equal(words.origins[1].path, "name");
	assert_int_equal(words.origins[1].data.line, 1);
	assert_int_equal(words.origins[1].data.column, 10);
	assert_string_equal(words.origins[4].path, "ranks/@size");
	assert_int_equal(words.origins[4].start, 15);
	assert_int_equal(words.origins[4].end, 19);
	assert_int_equal(words.style_count, 3);
	assert_ptr_equal(words.styles[1].style, &bold);
	assert_int_equal(words.styles[1].start, 11);
	assert_int_equal(words.styles[1].end, 20);
	setup_close(setup);
}

static void message_gives_each_item_of_a_list_its_datum(void **state)
{
	(void)state;
	Setup *setup = setup_open("fr");
	Words words = said(setup, &body, "{p/with, names, list}", data);
	assert_string_equal(words.text, "Pékin et Chengdu");
	assert_int_equal(words.origin_count, 3);
	assert_string_equal(words.origins[0].path, "p/with[1]");
	assert_null(words.origins[1].path);
	assert_string_equal(words.origins[2].path, "p/with[2]");
	assert_int_equal(words.origins[2].start, 10);
	setup_close(setup);
}

static void message_says_what_a_count_was_counted_from(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	Words words = said(setup, &body, "{count(p/with), spellout}", data);
	assert_string_equal(words.text, "two");
	assert_string_equal(words.origins[0].path, "p/with");
	assert_int_equal(words.origins[0].data.line, 2);
	setup_close(setup);
}

static void message_raises_the_letters_after_an_ordinal(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	Words words = said(setup, &figure, "{ranks/@size, ordinal}", data);
	assert_int_equal(words.style_count, 2);
	assert_int_equal(words.styles[0].end, 2);
	assert_ptr_equal(words.styles[1].style, &suffix);
	assert_ptr_equal(words.style, &figure);
	setup_close(setup);
}

static void message_leaves_an_ordinal_whole_where_no_letters_follow(void **state)
{
	(void)state;
	static const char *const languages[] = {"zh", "de", "es", "ar", NULL};
	for (int i = 0; languages[i]; i++) {
		Setup *setup = setup_open(languages[i]);
		Words words = said(setup, &figure, "{ranks/@size, ordinal}", data);
		assert_int_equal(words.style_count, 1);
		setup_close(setup);
	}
}

static int point_of(const char *language, const char *pattern)
{
	Setup *setup = setup_open(language);
	Words words = said(setup, &body, pattern, "<c a='5909' b='14.25' c='31.5'>words</c>");
	int point = words.point;
	setup_close(setup);
	return point;
}

static void message_knows_where_the_decimal_mark_is(void **state)
{
	(void)state;
	assert_int_equal(point_of("en", "{@a, number}"), 5);
	assert_int_equal(point_of("en", "{@b, number}"), 2);
	assert_int_equal(point_of("fr", "{@c, percent}"), 2);
	assert_int_equal(point_of("fr", "{@a, number}"), 7); /* a narrow no-break space, 3 bytes */
	assert_int_equal(point_of("en", "US$ {@b, number}"), 6);
	assert_int_equal(point_of("en", "{.}"), 5);
}

static void message_says_the_same_error_twice_but_fails_both_times(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	said(setup, &body, "{@gone}", "<c/>");
	said(setup, &body, "{@gone}", "<c/>");
	assert_int_equal(diags_count(setup->diags), 1);
	assert_non_null(diags_at(setup->diags, 0)->hint);
	setup_close(setup);
}

static void message_of_nothing_is_empty_words(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	Speaker speaker = {.arena = setup->arena, .saying = &setup->saying, .diags = setup->diags};
	Standing at = {0};
	Words words = message_say(&speaker, NULL, &body, &at);
	assert_string_equal(words.text, "");
	assert_whole(&words);
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(message_says_every_line_of_the_table),
	    cmocka_unit_test(message_knows_the_datum_of_each_stretch),
	    cmocka_unit_test(message_gives_each_item_of_a_list_its_datum),
	    cmocka_unit_test(message_says_what_a_count_was_counted_from),
	    cmocka_unit_test(message_raises_the_letters_after_an_ordinal),
	    cmocka_unit_test(message_leaves_an_ordinal_whole_where_no_letters_follow),
	    cmocka_unit_test(message_knows_where_the_decimal_mark_is),
	    cmocka_unit_test(message_says_the_same_error_twice_but_fails_both_times),
	    cmocka_unit_test(message_of_nothing_is_empty_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
