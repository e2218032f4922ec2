/* SPDX-License-Identifier: MIT */
/* What each word and mark rests on: the facts, and what was made of them. */
#include "fill_story.h"

/* "share of /c/f[1]/@s", "count of /c/p/a[1] /c/p/a[2]", "-" for the layout's own words. */
static const char *basis_text(Arena *a, const Basis *basis)
{
	StrBuf text = {.arena = a};
	if (!basis)
		return "-";
	if (making_name(basis->making))
		strbuf_format(&text, "%s of ", making_name(basis->making));
	for (int i = 0; i < basis->count; i++)
		strbuf_format(&text, "%s%s", i ? " " : "", fact_path(a, &basis->facts[i]));
	if (basis->word)
		strbuf_format(&text, " as %s", node_text(a, basis->word));
	return strbuf_text(&text);
}

/* What each piece of some words rests on, one behind the other. */
static const char *words_rest(Arena *a, const Words *words)
{
	StrBuf text = {.arena = a};
	for (int i = 0; i < words->origin_count; i++) {
		const Origin *origin = &words->origins[i];
		strbuf_format(&text, "%s%.*s: %s", i ? "; " : "", origin->end - origin->start,
			      words->text + origin->start, basis_text(a, origin->basis));
	}
	return strbuf_text(&text);
}

static void assert_rests(const char *words, const char *expected)
{
	Setup *setup = setup_open("en");
	const Box *box = box_in(setup, str_format(setup->arena, "<p id='w'>%s</p>", words));
	assert_string_equal(words_rest(setup->arena, &box->words), expected);
	setup_close(setup);
}

static void values_rest_on_their_fact(void **state)
{
	(void)state;
	assert_rests("at {ranks/@size, ordinal}", "at : -; 98th: /c/ranks/@size");
	assert_rests("{p/a, list}", "X: /c/p/a[1];  and : -; Y: /c/p/a[2]");
	assert_rests("{edition/@year}", "2024: /*[local-name()='edition']/@year");
	assert_rests("{ranks/@size, plural, other {# in all}}", "98: /c/ranks/@size;  in all: -");
}

static void what_is_reckoned_rests_on_what_it_was_reckoned_from(void **state)
{
	(void)state;
	assert_rests("{count(p/a)} in all", "2: count of /c/p/a[1] /c/p/a[2];  in all: -");
	assert_rests("{count(p/none)}", "0: count of ");
	assert_rests("{p/a[2]/@n, share}", "25%: share of /c/p/a[2]/@n");
	assert_rests("{p/a, list, {{position()}{.}}}",
		     "1: position of /c/p/a[1]; X: /c/p/a[1];  and : -; "
		     "2: position of /c/p/a[2]; Y: /c/p/a[2]");
}

/* Those that are written with fewer decimals stay as they are. */
static void a_value_that_is_rounded_says_so(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const char *data =
	    "<c id='k'><name>K</name><p><f s='33.4'/><f s='66.6'/><f s='7'/></p></c>";
	story_in(setup, "<p id='w'>{p/f/@s, list}</p>", data);
	Layout layout = *setup->saying.layout;
	const RoundSpec round = {.select = layout.body->first->text->value};
	layout.rounds = &round;
	layout.round_count = 1;
	setup->saying.layout = &layout;
	Record made = {.id = "k", .root = setup_xml(setup, "fill-data.xml", data)};
	const Story *story = fill(setup->arena, &setup->saying, &made, setup->diags);
	assert_string_equal(words_rest(setup->arena, &story->body->first->words),
			    "33: rounded of /c/p/f[1]/@s; , : -; 67: rounded of /c/p/f[2]/@s; "
			    " and : -; 7: /c/p/f[3]/@s");
	setup_close(setup);
}

static void a_name_rests_on_the_fact_it_stands_for(void **state)
{
	(void)state;
	Setup *setup = setup_open("fr");
	const char *data = "<c id='k'><name>K</name><economy>CN</economy></c>";
	const Story *story = story_in(setup, "<p id='w'>{economy, names}</p>", data);
	assert_string_equal(words_rest(setup->arena, &story->body->first->words),
			    "Chine: /c/economy as Chine");
	setup_close(setup);
}

static void rows_that_are_hidden_are_what_their_number_counts(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const char *table = "<table select='p/a' limit='1'><column value='.'/>%s</table>";
	const Box *box = box_in(setup, str_format(setup->arena, table, ""));
	assert_string_equal(words_rest(setup->arena, &box->table->rest.more[0]),
			    "and : -; 1: count of /c/p/a[2];  more: -");
	box = box_in(setup,
		     str_format(setup->arena, table, "<more id='m'>{@shown} of {@all}</more>"));
	assert_string_equal(words_rest(setup->arena, &box->table->rest.more[0]),
			    "1: count of /c/p/a[1];  of : -; 2: count of /c/p/a[1] /c/p/a[2]");
	setup_close(setup);
}

static void a_count_of_very_many_keeps_the_first_of_them(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	StrBuf data = {.arena = setup->arena};
	strbuf_add(&data, "<c id='k'><name>K</name>");
	for (int i = 0; i < BASIS_MOST + 5; i++)
		strbuf_add(&data, "<a/>");
	strbuf_add(&data, "</c>");
	const Story *story = story_in(setup, "<p id='w'>{count(a)}</p>", strbuf_text(&data));
	const Basis *basis = story->body->first->words.origins[0].basis;
	assert_int_equal(basis->all, BASIS_MOST + 5);
	assert_int_equal(basis->count, BASIS_MOST);
	setup_close(setup);
}

static void ends_of_a_ladder_rest_on_its_size_or_on_nothing(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const LadderBox *ladder =
	    box_in(setup, "<ladder value='ranks/@size' of='ranks/@of' ink='text'/>")->ladder;
	assert_string_equal(words_rest(setup->arena, &ladder->first), "1st: -");
	assert_string_equal(words_rest(setup->arena, &ladder->last), "100th: /c/ranks/@of");
	assert_string_equal(basis_text(setup->arena, ladder->origin.basis), "/c/ranks/@size");
	setup_close(setup);
}

static void a_line_rests_on_all_that_it_shows(void **state)
{
	(void)state;
	Setup *setup = setup_open("en");
	const Box *box = box_in(setup, "<table select='p'><column><sparkline values='a/@n' "
				       "last='@share' ink='text'/></column></table>"
				       "<dot-plot ink='text' select='p/a' label='.' from='@s' "
				       "value='@n'><title>D</title><alt id='d'>D</alt></dot-plot>");
	const SparkBox *spark = box->table->cells[0].spark;
	assert_string_equal(basis_text(setup->arena, spark->course),
			    "together of /c/p/a[1]/@n /c/p/a[2]/@n /c/p/@share");
	assert_string_equal(basis_text(setup->arena, spark->last.basis), "/c/p/@share");
	assert_string_equal(basis_text(setup->arena, box->next->chart->items[1].way),
			    "together of /c/p/a[2]/@s /c/p/a[2]/@n");
	setup_close(setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(values_rest_on_their_fact),
	    cmocka_unit_test(what_is_reckoned_rests_on_what_it_was_reckoned_from),
	    cmocka_unit_test(a_value_that_is_rounded_says_so),
	    cmocka_unit_test(a_name_rests_on_the_fact_it_stands_for),
	    cmocka_unit_test(rows_that_are_hidden_are_what_their_number_counts),
	    cmocka_unit_test(a_count_of_very_many_keeps_the_first_of_them),
	    cmocka_unit_test(ends_of_a_ladder_rest_on_its_size_or_on_nothing),
	    cmocka_unit_test(a_line_rests_on_all_that_it_shows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
