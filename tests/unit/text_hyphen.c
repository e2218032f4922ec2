/* SPDX-License-Identifier: MIT */
#include "text_setup.h"

#include "base/file.h"
#include "text/hyphen.h"

#include <stdio.h>

static const char patterns[] = "build/tests/hyphen.dic";

static HyphenFile listed(const char *path)
{
	return (HyphenFile){"en", path, "hyphen-en-gb", {"fonts.xml", 9, 3}};
}

/* Patterns of our own, so that no other version of them changes the test. */
static Hyphens *own_patterns(Arena *a, const char *text)
{
	const char *why = NULL;
	HyphenFile file = listed(patterns);
	assert_true(file_write(patterns, text, strlen(text), diags_new(a)));
	return hyphens_open(a, &file, &why);
}

static const char divide_at_n[] = "UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n1n\n1\xc5\x88\n";

/* The text with a bar wherever a word may be divided. */
static const char *barred(Arena *a, const Hyphens *hyphens, const char *text)
{
	int length = (int)strlen(text);
	bool *may = ARENA_ARRAY(a, length + 1, bool);
	StrBuf buf = {.arena = a};
	hyphens_find(hyphens, text, 0, length, may);
	for (int i = 0; i < length; i++) {
		strbuf_add(&buf, may[i] ? "|" : "");
		strbuf_add_n(&buf, text + i, 1);
	}
	return strbuf_text(&buf);
}

static void hyphens_stand_where_the_patterns_say(void **state)
{
	static const struct {
		const char *text, *divided;
	} cases[] = {
	    {"banana canoe", "ba|nana ca|noe"},
	    {"Banana, (bananas).", "Ba|nana, (ba|na|nas)."},
	    {"anta", "anta"}, /* four letters */
	    {"aanan", "aa|nan"},
	    {"aaana", "aaana"},                   /* three letters stay behind */
	    {"ananab", "ana|nab"},                /* and two before */
	    {"BANANA baNANA", "BANANA baNANA"},   /* capitals behind the first letter */
	    {"banana-split", "banana-split"},     /* compounds */
	    {"ba\xc2\xadnana", "ba\xc2\xadnana"}, /* the writer knows better */
	    {"ba\xc5\x88"
	     "ana",
	     "ba|\xc5\x88"
	     "|ana"},
	    {"na1nana", "na1nana"},
	};
	Arena *a = arena_new();
	Hyphens *hyphens = own_patterns(a, divide_at_n);
	(void)state;
	assert_non_null(hyphens);
	for (size_t i = 0; i + 2 < sizeof cases / sizeof *cases; i++)
		assert_string_equal(barred(a, hyphens, cases[i].text), cases[i].divided);
	hyphens_close(hyphens);
	arena_free(a);
}

static void hyphens_count_letters_not_bytes(void **state)
{
	Arena *a = arena_new();
	Hyphens *hyphens = own_patterns(a, divide_at_n);
	(void)state;
	assert_string_equal(barred(a, hyphens, "\xc3\xa9\xc3\xa9n\xc3\xa9\xc3\xa9"),
			    "\xc3\xa9\xc3\xa9|n\xc3\xa9\xc3\xa9");
	hyphens_close(hyphens);
	hyphens = own_patterns(a, "ISO8859-1\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n1\xe9\n");
	assert_string_equal(barred(a, hyphens, "aa\xc3\xa9nne\xc4\x8d aa\xc3\xa9nne"),
			    "aa\xc3\xa9nne\xc4\x8d aa|\xc3\xa9nne");
	hyphens_close(hyphens);
	hyphens = own_patterns(a, "KOI8-R\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n1\xce\n");
	assert_string_equal(barred(a, hyphens, "\xd0\xb0\xd0\xb0\xd0\xbd\xd0\xb0\xd0\xb0"),
			    "\xd0\xb0\xd0\xb0|\xd0\xbd\xd0\xb0\xd0\xb0");
	hyphens_close(hyphens);
	arena_free(a);
}

static void hyphens_of_no_use_are_told(void **state)
{
	Arena *a = arena_new();
	const char *why = NULL;
	HyphenFile missing = listed("build/tests/no-such.dic"), koi = listed(patterns);
	(void)state;
	assert_null(hyphens_open(a, &missing, &why));
	assert_non_null(strstr(why, "no-such.dic"));
	assert_null(own_patterns(a, "KOI-42\n1n\n"));
	assert_null(own_patterns(a, "SHIFT_JIS\n1n\n"));
	assert_null(hyphens_open(a, &koi, &why));
	assert_non_null(strstr(why, "UTF-8"));
	assert_null(own_patterns(a, ""));
	arena_free(a);
}

typedef struct Divided {
	Setup *setup;
	FontList list;
	HyphenFile file;
	Style style;
} Divided;

static Divided *divided_open(void)
{
	Setup *setup = setup_open();
	Divided *d = ARENA_NEW(setup->arena, Divided);
	hyphens_close(own_patterns(setup->arena, divide_at_n));
	*d = (Divided){.setup = setup, .list = setup->list, .file = listed(patterns)};
	d->list.hyphens = &d->file;
	d->list.hyphen_count = 1;
	fonts_close(setup->fonts);
	setup->fonts = setup->setter.fonts = fonts_open(setup->arena, &d->list);
	d->style = plain_style();
	d->style.hyphens = true;
	return d;
}

static void para_divides_a_word_with_a_hyphen_that_is_no_character(void **state)
{
	Divided *d = divided_open();
	(void)state;
	const Para *para = para_of(d->setup, "aaaa bbbbbbnbbbbb", &d->style);
	Lines lines = para_break(para, LEN_PT(85));
	assert_int_equal(lines.count, 2);
	/* Not before the last line, where that is not needed. */
	assert_int_equal(lines.lines[0].end, 4);
	lines = para_break(para_of(d->setup, "bbbbbbnbbbbb", &d->style), LEN_PT(45));
	assert_int_equal(lines.count, 2);
	const LineRun *run = &lines.lines[0].runs[0];
	assert_true(run->hyphen);
	assert_int_equal(run->end, 6);
	assert_int_equal(run->glyphs[run->glyph_count - 1].cluster, 6);
	assert_int_equal(run->glyphs[run->glyph_count - 1].id,
			 font_glyph(regular(d->setup), 0x2010));
	assert_false(lines.lines[0].overfull || lines.lines[1].overfull);
	setup_close(d->setup);
}

static void para_has_at_most_two_hyphens_in_a_row(void **state)
{
	Divided *d = divided_open();
	StrBuf text = {.arena = d->setup->arena};
	(void)state;
	for (int i = 0; i < 12; i++)
		strbuf_add(&text, "abababnababab ");
	for (Len width = LEN_PT(90); width < LEN_PT(200); width += LEN_PT(3)) {
		Lines lines = para_break(para_of(d->setup, strbuf_text(&text), &d->style), width);
		for (int i = 0, row = 0; i < lines.count; i++) {
			const Line *line = &lines.lines[i];
			row = line->runs[line->run_count - 1].hyphen ? row + 1 : 0;
			assert_true(row <= 2 && (row == 0 || i + 2 < lines.count));
		}
	}
	setup_close(d->setup);
}

static void fonts_tell_which_package_brings_the_patterns(void **state)
{
	Divided *d = divided_open();
	Diags *diags = d->setup->diags;
	(void)state;
	d->file.path = "build/tests/no-such.dic";
	assert_null(fonts_hyphens(d->setup->fonts, "en-GB", &d->style, diags));
	assert_int_equal(diags_count(diags), 1);
	assert_int_equal(diags_at(diags, 0)->place.line, 9);
	assert_non_null(strstr(diags_at(diags, 0)->hint, "hyphen-en-gb"));
	assert_null(fonts_hyphens(d->setup->fonts, "fr", &d->style, diags));
	assert_non_null(strstr(diags_at(diags, 1)->message, "\"fr\""));
	setup_close(d->setup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(hyphens_stand_where_the_patterns_say),
	    cmocka_unit_test(hyphens_count_letters_not_bytes),
	    cmocka_unit_test(hyphens_of_no_use_are_told),
	    cmocka_unit_test(para_divides_a_word_with_a_hyphen_that_is_no_character),
	    cmocka_unit_test(para_has_at_most_two_hyphens_in_a_row),
	    cmocka_unit_test(fonts_tell_which_package_brings_the_patterns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
