/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * text_setup.h: what tests of the room text have in common: our own fonts, a
 * typesetter, and words made of plain strings.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "text/para.h"
#include "text/shape.h"

#include <string.h>

static const FontFile our_files[] = {
    {"sans", 300, 100, "fonts/NotoSans-Light.ttf", 0, "", {"fonts/fonts.xml", 5, 5}, NULL},
    {"sans", 400, 100, "fonts/NotoSans-Regular.ttf", 0, "", {"fonts/fonts.xml", 6, 5}, NULL},
    {"sans", 600, 100, "fonts/NotoSans-SemiBold.ttf", 0, "", {"fonts/fonts.xml", 7, 5}, NULL},
    {"sans", 700, 100, "fonts/NotoSans-Bold.ttf", 0, "", {"fonts/fonts.xml", 8, 5}, NULL},
    {"sans", 400, 75, "fonts/NotoSans-Condensed.ttf", 0, "", {"fonts/fonts.xml", 9, 5}, NULL},
};
enum { OUR_FILES = sizeof our_files / sizeof *our_files };

typedef struct Setup {
	Arena *arena;
	FontList list;
	Fonts *fonts;
	Breaks *breaks;
	Diags *diags;
	Typesetter setter;
} Setup;

static inline Setup *setup_open(void)
{
	Arena *arena = arena_new();
	Setup *setup = ARENA_NEW(arena, Setup);
	setup->arena = arena;
	setup->list = (FontList){.files = our_files, .count = OUR_FILES};
	setup->fonts = fonts_open(arena, &setup->list);
	setup->breaks = breaks_open(arena, "en");
	setup->diags = diags_new(arena);
	setup->setter = (Typesetter){.fonts = setup->fonts,
				     .breaks = setup->breaks,
				     .language = "en",
				     .diags = setup->diags};
	return setup;
}

static inline void setup_close(Setup *setup)
{
	breaks_close(setup->breaks);
	fonts_close(setup->fonts);
	arena_free(setup->arena);
}

static inline const Font *regular(Setup *setup)
{
	const Font *font = fonts_find(setup->fonts, "sans", 400, 100, setup->diags);
	assert_non_null(font);
	return font;
}

static inline Style plain_style(void)
{
	return (Style){.name = "body",
		       .place = {"layout.xml", 5, 7},
		       .family = "sans",
		       .size = LEN_PT(10),
		       .weight = 400,
		       .stretch = 100,
		       .line_height = 1400};
}

/* The words of `text`, all in one style. */
static inline const Words *words_of(Arena *a, const char *text, const Style *style)
{
	Words *words = ARENA_NEW(a, Words);
	StyleRange *range = ARENA_NEW(a, StyleRange);
	Origin *origin = ARENA_NEW(a, Origin);
	int length = (int)strlen(text);
	*range = (StyleRange){0, length, style};
	*origin =
	    (Origin){0, length, "name", {"data.xml", 3, 11}, {"layout.xml", 9, 1}, NULL, NULL};
	*words = (Words){.text = text,
			 .length = length,
			 .styles = range,
			 .style_count = length > 0,
			 .origins = origin,
			 .origin_count = length > 0,
			 .point = length,
			 .style = style};
	return words;
}

static inline const Para *para_of(Setup *setup, const char *text, const Style *style)
{
	const Words *words = words_of(setup->arena, text, style);
	return para_measure(setup->arena, &setup->setter, words, &fit_plain);
}

static inline int advance_of(Setup *setup, const char *text, Figures figures, bool tracked)
{
	Shaped shaped =
	    shape_run(setup->arena, &(Type){regular(setup), figures, tracked, "en", false, false},
		      text, 0, (int)strlen(text));
	int sum = 0;
	for (int i = 0; i < shaped.count; i++)
		sum += shaped.glyphs[i].advance;
	return sum;
}
