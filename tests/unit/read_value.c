/* SPDX-License-Identifier: MIT */
#include "read_setup.h"

#include "read/value.h"

static const Place place = {"values", 1, 1};

static const char *len_text(Setup *s, const char *text)
{
	Len len;
	return value_len(text, place, "it", &len, s->diags) ? str_format(s->arena, "%d", len)
							    : NULL;
}

static const char *shift_text(Setup *s, const char *text)
{
	Len len;
	return value_shift(text, place, "it", &len, s->diags) ? str_format(s->arena, "%d", len)
							      : NULL;
}

static const char *em_text(Setup *s, const char *text)
{
	int em;
	return value_em(text, place, "it", &em, s->diags) ? str_format(s->arena, "%d", em) : NULL;
}

static const char *ratio_text(Setup *s, const char *text)
{
	int ratio;
	return value_ratio(text, place, "it", &ratio, s->diags) ? str_format(s->arena, "%d", ratio)
								: NULL;
}

static const char *edges_text(Setup *s, const char *text)
{
	Edges e;
	if (!value_edges(text, place, "it", &e, s->diags))
		return NULL;
	return str_format(s->arena, "%d %d %d %d", e.top, e.right, e.bottom, e.left);
}

static const char *track_text(Setup *s, const char *text)
{
	static const char *const units[] = {"auto", "fr", "len", "percent"};
	Track t;
	if (!value_track(text, place, "it", &t, s->diags))
		return NULL;
	return t.unit == TRACK_AUTO ? "auto"
				    : str_format(s->arena, "%s %d", units[t.unit], t.value);
}

static const char *rgb_text(Setup *s, const char *text)
{
	unsigned char c[3];
	return value_rgb(text, place, "it", c, s->diags)
		   ? str_format(s->arena, "%d %d %d", c[0], c[1], c[2])
		   : NULL;
}

static const char *cmyk_text(Setup *s, const char *text)
{
	unsigned char c[4];
	return value_cmyk(text, place, "it", c, s->diags)
		   ? str_format(s->arena, "%d %d %d %d", c[0], c[1], c[2], c[3])
		   : NULL;
}

static const char *int_text(Setup *s, const char *text)
{
	int n;
	return value_int(text, place, "it", 1, 50, &n, s->diags) ? str_format(s->arena, "%d", n)
								 : NULL;
}

static const char *yes_text(Setup *s, const char *text)
{
	bool yes;
	if (!value_yes_no(text, place, "it", &yes, s->diags))
		return NULL;
	return yes ? "yes" : "no";
}

typedef struct Reader {
	const char *kind;
	const char *(*text)(Setup *s, const char *text);
} Reader;

static const Reader readers[] = {
    {"len", len_text},     {"shift", shift_text}, {"em", em_text},   {"ratio", ratio_text},
    {"edges", edges_text}, {"track", track_text}, {"rgb", rgb_text}, {"cmyk", cmyk_text},
    {"int", int_text},     {"yes", yes_text}};

static const char *value_text(Setup *s, const CaseLine *line)
{
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
		if (strcmp(readers[i].kind, line->parts[0]) == 0)
			return readers[i].text(s, line->parts[1]);
	fail_msg("line %d: there is no kind %s", line->number, line->parts[0]);
	return NULL;
}

static void check_line(Setup *setup, const CaseLine *line)
{
	setup->diags = diags_new(setup->arena);
	const char *meant = value_text(setup, line), *expected = line->parts[2];
	if (expected[0] != '!') {
		if (meant == NULL || strcmp(meant, expected) != 0)
			fail_msg("line %d: %s is %s", line->number, line->parts[1],
				 meant ? meant : diags_at(setup->diags, 0)->message);
		return;
	}
	if (meant || diags_errors(setup->diags) != 1 ||
	    strstr(diags_at(setup->diags, 0)->message, expected + 2) == NULL)
		fail_msg("line %d: %s: %s", line->number, line->parts[1],
			 meant ? meant : diags_at(setup->diags, 0)->message);
}

static void values_mean_what_the_lines_say(void **state)
{
	char *text = case_file(*state, "tests/lines/values.txt");
	for (CaseLine line = {0}; case_next(*state, &text, &line);) {
		assert_int_equal(line.count, 3);
		check_line(*state, &line);
	}
}

static void values_name_the_attribute_and_an_example(void **state)
{
	Setup *setup = *state;
	Len len = 7;
	assert_false(value_len("9 furlongs", (Place){"f", 3, 14}, "gap", &len, setup->diags));
	assert_int_equal(len, 7);
	assert_told(setup, "3:14: gap is \"9 furlongs\", but a length is expected here");
	assert_string_equal(diags_at(setup->diags, 0)->hint, "for example gap=\"12mm\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {SENTENCE(values_mean_what_the_lines_say),
					   SENTENCE(values_name_the_attribute_and_an_example)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
