/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * font.h: the fonts of fonts.xml: which characters they have, how high they are, and subsets of them.
 *
 * Font files are mapped when a face is first asked for and stay so until
 * fonts_close. Of this room's files only font*.c and shape.c know HarfBuzz. Never
 * looks at the system's fonts.
 */
#include "base/file.h"
#include "model/fonts.h"
#include "model/page.h"
#include "text/hyphen.h"

typedef struct Breaks Breaks;
typedef struct Fonts Fonts;

/* In font units, y up; after the font's hhea and OS/2 tables. */
typedef struct FontMetrics {
	int units_per_em;
	int ascender, descender; /* descender is negative */
	int cap_height, x_height;
	int underline_position, underline_thickness;
	int box[4];       /* xMin yMin xMax yMax of head */
	int italic_angle; /* degrees, thousandths */
} FontMetrics;

Fonts *fonts_open(Arena *a, const FontList *list);
void fonts_close(Fonts *fonts);

/* The face of exactly this family, weight and stretch. NULL when fonts.xml lists none, or when the
 * file cannot be used, which is told at its place in fonts.xml: each time, because the diagnostics
 * of each profile keep it once. */
const Font *fonts_find(Fonts *fonts, const char *family, int weight, int stretch, Diags *diags);

/* Whether fonts.xml lists such a face, usable or not. */
bool fonts_lists(const Fonts *fonts, const char *family, int weight, int stretch);

/* A face that can set `code`, which `font` cannot, in words of a language: the first that can of the families
 * that its family falls back to, each in the weight and the width nearest to its own (CSS Fonts Level 4,
 * 5.2). NULL when there is none. */
const Font *fonts_beyond(Fonts *fonts, const Font *font, const char *language, uint32_t code,
			 Diags *diags);
/* Whether there are such families at all. */
bool fonts_falls_back(Fonts *fonts, const Font *font, const char *language);

/* Where words of a language may be divided. NULL when fonts.xml lists no patterns for it, or their file
 * cannot be used: either is told, at the style that asks for hyphens or in fonts.xml. */
const Hyphens *fonts_hyphens(Fonts *fonts, const char *language, const Style *style, Diags *diags);
/* Where lines may end in words of a language; opened once. One text at a time is looked at. */
Breaks *fonts_breaks(Fonts *fonts, const char *language);

const FontMetrics *font_metrics(const Font *font);
/* "NotoSans-Bold": the font's PostScript name (name id 6). */
const char *font_name(const Font *font);
/* A short name for traces: "sans-700" or "sans-400-75" when not of normal width. */
const char *font_label(const Font *font);
int font_weight(const Font *font);
bool font_has(const Font *font, uint32_t code);
/* Whether shaping finds glyphs for it, be it by those of which it is composed, or by one that stands in for it. */
bool font_sets(const Font *font, uint32_t code);
/* The nominal glyph of a character, 0 when the font lacks it. */
unsigned font_glyph(const Font *font, uint32_t code);
/* Its advance when nothing is kerned, font units. */
int font_advance(const Font *font, unsigned glyph);

/* What a style may ask of a font that not every font has. */
bool font_has_small_caps(const Font *font);
bool font_has_figures(const Font *font, Figures figures);

/* Where the ink of a glyph begins and ends, from where the pen stands before it, font units. */
typedef struct InkSpan {
	int left, right;
} InkSpan;
InkSpan font_ink(const Font *font, unsigned glyph);

/* How its outlines are drawn. */
typedef enum OutlineKind { OUTLINES_TRUETYPE, OUTLINES_CFF } OutlineKind;
OutlineKind font_outlines(const Font *font);

/* A font with only these glyphs and those that they are composed of, renumbered: glyph 0 is .notdef, the others
 * stand in the order they have in the font. No layout tables, no hints, no characters: what a PDF needs and
 * nothing else: a TrueType file, or of a font with CFF outlines that table alone. The same glyphs give the same bytes. */
typedef struct FontSubset {
	Bytes file;
	/* For each glyph asked for, in the order asked: its number in a TrueType subset, its CID in a CFF one; 0: the
	 * font lacks it. */
	const unsigned *new_ids;
} FontSubset;

/* Dies when HarfBuzz refuses: the face was checked when it was opened. */
FontSubset font_subset(Arena *a, const Font *font, const unsigned *glyphs, int count);
