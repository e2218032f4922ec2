/* SPDX-License-Identifier: MIT */
/* What is told of colours that are not seen, and that what is proposed is. */
#include "read_setup.h"

#include "read/contrast.h"
#include "read/layout.h"

enum { INKS = 5, PALETTE = 3, TRIES = 400 };

static const char *small(Setup *setup, const char *inks, const char *styles, const char *body)
{
	return str_format(
	    setup->arena,
	    "<layout xmlns='urn:clusterpress:layout:1' name='x' lang='en'><page size='A5'/>\n"
	    "<inks %s<ink name='black' rgb='#000'/><ink name='grey' rgb='#808080'/></inks>\n"
	    "<styles><style name='body' font-family='sans' font-size='10pt' color='black'/>%s"
	    "</styles><title>{name}</title><body>\n%s</body></layout>",
	    inks, styles, body);
}

/* Reads it; each line of what is told has its hint behind it. */
static const char *told_of(Setup *setup, const char *inks, const char *styles, const char *body)
{
	Source source = setup_file(setup, "small.xml", small(setup, inks, styles, body));
	StrBuf all = {.arena = setup->arena};
	setup->diags = diags_new(setup->arena);
	layout_read(setup->arena, &source, setup->diags);
	for (int i = 0; i < diags_count(setup->diags); i++)
		strbuf_format(&all, "%s%s (%s)", i ? "\n" : "", setup_told(setup, i),
			      diags_at(setup->diags, i)->hint);
	return strbuf_text(&all);
}

static void large_words_need_less(void **state)
{
	const char *styles = "<style name='large' like='body' font-size='18pt' color='grey'/>"
			     "<style name='less' like='large' font-size='17.9pt'/>"
			     "<style name='bold' like='large' font-size='14pt' font-weight='700'/>"
			     "<style name='less-bold' like='bold' font-size='13.9pt'/>";
	assert_string_equal(told_of(*state, ">", styles, "<p style='large'>a</p>"), "");
	assert_string_equal(told_of(*state, ">", styles, "<p style='bold'>a</p>"), "");
	const char *faint =
	    "4:1: words in \"grey\" have a contrast of 3.94:1 on the white page, "
	    "but need 4.5:1 (rgb=\"#767676\" for the ink \"grey\" (line 2) would do)";
	assert_string_equal(told_of(*state, ">", styles, "<p style='less'>a</p>"), faint);
	assert_string_equal(told_of(*state, ">", styles, "<p style='less-bold'>a</p>"), faint);
}

static void the_layout_says_how_much_contrast_it_wants(void **state)
{
	const char *styles = "<style name='large' like='body' font-size='18pt' color='grey'/>";
	const char *body = "<p style='large'>a</p>", *words = "<p color='grey'>a</p>";
	assert_string_equal(told_of(*state, "contrast='AA'>", styles, body), "");
	assert_non_null(
	    strstr(told_of(*state, "contrast='AAA'>", styles, body),
		   "4:1: large words in \"grey\" have a contrast of 3.94:1 on the white "
		   "page, but need 4.5:1 "));
	assert_non_null(strstr(told_of(*state, "contrast='AAA'>", styles, words), "need 7:1"));
	assert_string_equal(told_of(*state, "contrast='none'>", styles, words), "");
	assert_non_null(strstr(told_of(*state, "contrast='much'>", styles, body), "contrast is "));
}

static void a_pair_is_told_once_with_its_first_place(void **state)
{
	const char *told = told_of(*state, ">", "",
				   "<p>a</p>\n<column color='grey'><p>a</p>\n<p>b</p><p>c</p>"
				   "<p artifact='yes'>d</p></column>");
	assert_non_null(strstr(told, "5:22: words in \"grey\""));
	assert_non_null(strstr(told, "need 4.5:1, here and at 3 more places"));
	assert_null(strchr(told, '\n'));
}

static void a_derived_layout_asks_for_what_the_other_does_unless_it_says_so(void **state)
{
	Setup *setup = *state;
	const char *body = "<p color='grey'>a</p>";
	setup_file(setup, "base.xml", small(setup, "contrast='none'>", "", body));
	const char *derived =
	    "<layout xmlns='urn:clusterpress:layout:1' name='y' lang='en' "
	    "extends='base.xml'><inks%s><ink name='red' rgb='#f00'/></inks></layout>";
	Source source = setup_file(setup, "derived.xml", str_format(setup->arena, derived, ""));
	assert_non_null(layout_read(setup->arena, &source, setup->diags));
	source =
	    setup_file(setup, "derived.xml", str_format(setup->arena, derived, " contrast='AA'"));
	assert_null(layout_read(setup->arena, &source, setup->diags));
	assert_int_equal(diags_errors(setup->diags), 1);
}

static void an_ink_that_is_told_to_be_missing_is_not_told_to_be_faint(void **state)
{
	assert_string_equal(
	    told_of(*state, ">", "", "<p color='gray' background='gray'>a</p>"),
	    "4:11: there is no ink \"gray\"; did you mean \"grey\"? (inks are named in <inks>)\n"
	    "4:29: there is no ink \"gray\"; did you mean \"grey\"? (inks are named in <inks>)");
	assert_null(
	    strstr(told_of(*state, "><ink name='red' rgb='red'/>", "", "<p background='red'>a</p>"),
		   "contrast"));
}

static void the_palette_we_ship_is_seen_by_all(void **state)
{
	Setup *setup = *state;
	setup_changed(setup, "layouts/palette.xml", "palette.xml", "", "");
	const char *include = "><ink name='panel' rgb='#f2f6f9'/><include href='palette.xml'/>";
	assert_string_equal(told_of(setup, include, "", "<p>a</p>"), "");
	const char *chart =
	    "<column background='panel'><stacked-bar select='field' label='.' value='@share' "
	    "palette='six'><title>a</title><alt>b</alt></stacked-bar></column>";
	assert_string_equal(told_of(setup, include, "", chart), "");
	chart = "<treemap select='field' label='.' value='@share' palette='six'><title>a</title>"
		"<alt>b</alt></treemap>";
	assert_string_equal(told_of(setup, include, "", chart), "");
}

static void words_in_a_tile_are_read_on_it(void **state)
{
	const char *tile = "<treemap select='field' label='.' value='@share' ink='tile'>"
			   "<title>a</title><alt>b</alt></treemap>";
	assert_string_equal(told_of(*state, "><ink name='tile' rgb='#0b6e8c'/>", "", tile), "");
	assert_string_equal(told_of(*state, "><ink name='tile' rgb='#769068'/>", "", tile), "");
	assert_string_equal(
	    told_of(*state, "><ink name='tile' rgb='#b65a0e'/>", "", tile),
	    "4:1: words in \"white\" have a contrast of 4.22:1 on \"tile\" as seen with "
	    "deuteranopia, "
	    "but need 4.5:1 (rgb=\"#ad550d\" for the ink \"tile\" (line 2) would do)");
}

/* Chance */

static unsigned chance(unsigned *seed, unsigned below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

typedef struct Sheet {
	Ink inks[INKS];
	Style styles[INKS];
	const Ink *parts[PALETTE];
	Palette palette;
} Sheet;

static void sheet_colour(Sheet *sheet, unsigned *seed)
{
	static const char *const names[INKS] = {"a", "b", "c", "d", "e"};
	*sheet = (Sheet){0};
	for (int i = 0; i < INKS; i++) {
		Ink *ink = &sheet->inks[i];
		*ink = (Ink){.name = names[i], .place = {"chance", i, 1}};
		for (int k = 0; k < 3; k++)
			ink->rgb[k] = (unsigned char)chance(seed, 256);
		sheet->styles[i] = (Style){.size = LEN_PT(9), .color = ink};
	}
	for (int i = 0; i < PALETTE; i++)
		sheet->parts[i] = &sheet->inks[i];
	sheet->palette = (Palette){"parts", sheet->parts, PALETTE, {"chance", 9, 1}};
}

/* The parts and one ink of words on white, words on a ground: the same for each sheet. */
static Contrast *sheet_note(Setup *setup, const Sheet *sheet)
{
	Place place = {"chance", 10, 1};
	Contrast *c = contrast_new(setup->arena, CONTRAST_AA);
	contrast_palette(c, &sheet->palette, contrast_page());
	contrast_words(c, place, &sheet->styles[3], contrast_page());
	contrast_words(c, place, &sheet->styles[3], &sheet->inks[4]);
	return c;
}

/* Whether anything that is told names the ink. */
static bool sheet_blames(Setup *setup, const Sheet *sheet, const Ink *ink)
{
	Diags *diags = diags_new(setup->arena);
	const char *name = str_format(setup->arena, "\"%s\"", ink->name);
	contrast_tell(sheet_note(setup, sheet), diags);
	for (int i = 0; i < diags_count(diags); i++)
		if (strstr(diags_at(diags, i)->message, name))
			return true;
	return false;
}

static void any_colour_that_is_proposed_would_do(void **state)
{
	Setup *setup = *state;
	unsigned seed = 3;
	int found = 0;
	for (int i = 0; i < TRIES; i++) {
		Sheet sheet;
		sheet_colour(&sheet, &seed);
		Ink *ink = &sheet.inks[chance(&seed, INKS)];
		unsigned char rgb[3];
		if (!sheet_blames(setup, &sheet, ink) ||
		    !contrast_mend(sheet_note(setup, &sheet), ink, rgb))
			continue;
		memcpy(ink->rgb, rgb, sizeof rgb);
		assert_false(sheet_blames(setup, &sheet, ink));
		found++;
	}
	assert_true(found > TRIES / 3);
}

/* All that is told with a proposal is mended once all proposals are taken. */
static void all_colours_that_are_proposed_would_do_together(void **state)
{
	Setup *setup = *state;
	unsigned seed = 4;
	int mended = 0;
	for (int i = 0; i < TRIES / 4; i++) {
		Sheet sheet;
		sheet_colour(&sheet, &seed);
		Contrast *c = sheet_note(setup, &sheet);
		contrast_tell(c, diags_new(setup->arena));
		for (int k = 0; k < INKS; k++) {
			const Mend *mend = contrast_mended(c, &sheet.inks[k]);
			if (mend)
				memcpy(sheet.inks[k].rgb, mend->rgb, sizeof mend->rgb);
		}
		for (int k = 0; k < INKS; k++)
			if (contrast_mended(c, &sheet.inks[k])) {
				assert_false(sheet_blames(setup, &sheet, &sheet.inks[k]));
				mended++;
			}
	}
	assert_true(mended > TRIES / 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SENTENCE(large_words_need_less),
	    SENTENCE(the_layout_says_how_much_contrast_it_wants),
	    SENTENCE(a_pair_is_told_once_with_its_first_place),
	    SENTENCE(a_derived_layout_asks_for_what_the_other_does_unless_it_says_so),
	    SENTENCE(an_ink_that_is_told_to_be_missing_is_not_told_to_be_faint),
	    SENTENCE(the_palette_we_ship_is_seen_by_all),
	    SENTENCE(words_in_a_tile_are_read_on_it),
	    SENTENCE(any_colour_that_is_proposed_would_do),
	    SENTENCE(all_colours_that_are_proposed_would_do_together)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
