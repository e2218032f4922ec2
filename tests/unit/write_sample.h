/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * write_sample.h: a page made by hand for the tests of the room write, shaped with our own fonts.
 *
 * It has what is hard for a PDF: bleed, tracking, kerning, a superscript, a ligature, two characters
 * that share a glyph, one character of two glyphs, a table, a figure, a clip, words beyond ASCII.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/list.h"
#include "base/str.h"
#include "text/font.h"
#include "text/shape.h"
#include "write/pdf.h"

#include <stdlib.h>
#include <string.h>

static const FontFile sample_files[] = {
    {"sans", 400, 100, "fonts/NotoSans-Regular.ttf", 0, "", {0}, NULL},
    {"sans", 700, 100, "fonts/NotoSans-Bold.ttf", 0, "", {0}, NULL},
    {"sans", 300, 100, "fonts/NotoSans-Light.ttf", 0, "", {0}, NULL},
    {"sans", 600, 100, "fonts/NotoSans-SemiBold.ttf", 0, "", {0}, NULL},
    {"sans", 400, 75, "fonts/NotoSans-Condensed.ttf", 0, "", {0}, NULL},
};

static const FontList sample_fonts = {.files = sample_files,
				      .count = sizeof sample_files / sizeof *sample_files};

static const Ink night = {.name = "night", .rgb = {11, 37, 69}};
static const Ink paper = {.name = "paper", .rgb = {255, 255, 255}};
static const Ink teal = {.name = "teal", .rgb = {11, 110, 140}};

static const Edition sample_edition = {.id = "2024",
				       .title = "Index",
				       .subject = "Profile",
				       .publisher = "Office of Études",
				       .rights = "CC BY <4.0>"};

static const Job sample_job = {.edition = &sample_edition,
			       .language = "en",
			       .digest = {{1, 2, 3, 255}},
			       .moment = "20240926000000"};

typedef struct Sample {
	Arena *arena;
	Fonts *fonts;
	Diags *diags;
	List draws, tags;
	Page page;
} Sample;

static inline const Font *sample_font(Sample *s, int weight)
{
	const Font *font = fonts_find(s->fonts, "sans", weight, 100, s->diags);
	assert_non_null(font);
	return font;
}

static inline int tag_add(Sample *s, TagKind kind, int parent)
{
	*(Tag *)list_add(&s->tags) = (Tag){.kind = kind, .parent = parent};
	return s->tags.count - 1;
}

static inline Run *run_add(Sample *s, int tag, Len x, Len y, int weight, Len size, const char *text)
{
	Draw *draw = list_add(&s->draws);
	int length = (int)strlen(text);
	const Font *font = sample_font(s, weight);
	Shaped shaped = shape_run(
	    s->arena, &(Type){font, FIGURES_DEFAULT, false, "en", false, false}, text, 0, length);
	Origin *origin = ARENA_NEW(s->arena, Origin);
	*origin = (Origin){.start = 0, .end = length, .path = tag > 0 ? "name" : NULL};
	*draw = (Draw){.kind = DRAW_RUN, .tag = tag};
	draw->run = (Run){.font = font,
			  .size = size,
			  .x = x,
			  .y = y,
			  .ink = &night,
			  .text = text,
			  .length = length,
			  .glyphs = shaped.glyphs,
			  .glyph_count = shaped.count,
			  .origins = origin,
			  .origin_count = 1};
	int64_t advance = 0;
	for (int i = 0; i < shaped.count; i++)
		advance += shaped.glyphs[i].advance;
	draw->run.width = len_scale(size, advance, font_metrics(font)->units_per_em);
	return &draw->run;
}

static inline Shape *shape_add(Sample *s, DrawKind kind, int tag, const Segment *segments,
			       int count)
{
	Draw *draw = list_add(&s->draws);
	*draw = (Draw){.kind = kind, .tag = tag};
	draw->shape = (Shape){.segments = segments, .count = count};
	return &draw->shape;
}

static inline Shape *rect_add(Sample *s, DrawKind kind, int tag, Len x, Len y, Len width,
			      Len height)
{
	Segment *segments = ARENA_ARRAY(s->arena, 5, Segment);
	Len right = x + width, bottom = y + height;
	segments[0] = (Segment){SEGMENT_MOVE, {x}, {y}};
	segments[1] = (Segment){SEGMENT_LINE, {right}, {y}};
	segments[2] = (Segment){SEGMENT_LINE, {right}, {bottom}};
	segments[3] = (Segment){SEGMENT_LINE, {x}, {bottom}};
	segments[4] = (Segment){SEGMENT_CLOSE, {0}, {0}};
	return shape_add(s, kind, tag, segments, 5);
}

static inline Sample *sample_open(void)
{
	Arena *arena = arena_new();
	Sample *s = ARENA_NEW(arena, Sample);
	s->arena = arena;
	s->diags = diags_new(arena);
	s->fonts = fonts_open(arena, &sample_fonts);
	s->draws = list_new(arena, sizeof(Draw));
	s->tags = list_new(arena, sizeof(Tag));
	tag_add(s, TAG_DOCUMENT, -1);
	return s;
}

static inline void sample_close(Sample *s)
{
	fonts_close(s->fonts);
	arena_free(s->arena);
}

static inline const Page *sample_page(Sample *s)
{
	s->page = (Page){.width = 595276,
			 .height = 841890,
			 .bleed = 8504,
			 .title = "Kunming, 昆明 – a “profile”",
			 .language = "en",
			 .draws = s->draws.items,
			 .draw_count = s->draws.count,
			 .tags = s->tags.items,
			 .tag_count = s->tags.count,
			 .fit = {.space = 1000, .leading = 1000},
			 .slack = 2100};
	return &s->page;
}

/* Glyphs as fonts with other habits give them. */
static inline void sample_odd_glyphs(Sample *s, int tag)
{
	Glyph *glyphs = ARENA_ARRAY(s->arena, 3, Glyph);
	const Font *font = sample_font(s, 400);
	unsigned a = font_glyph(font, 'A'), e = font_glyph(font, 'e'),
		 mark = font_glyph(font, 0xb4);
	Run *shared = run_add(s, tag, 45354, 300000, 400, 12000, "AΑ ");
	glyphs[0] = (Glyph){a, 0, font_advance(font, a), 0, 0};
	glyphs[1] = (Glyph){a, 1, font_advance(font, a), 0, 0};
	glyphs[2] = shared->glyphs[2];
	shared->glyphs = glyphs;
	Run *split = run_add(s, tag, 90000, 300000, 400, 12000, "é");
	glyphs = ARENA_ARRAY(s->arena, 2, Glyph);
	glyphs[0] = (Glyph){e, 0, font_advance(font, e), 0, 0};
	glyphs[1] = (Glyph){mark, 0, 0, -500, 120};
	split->glyphs = glyphs;
	split->glyph_count = 2;
}

static inline void sample_table(Sample *s)
{
	int table = tag_add(s, TAG_TABLE, 0);
	((Tag *)list_at(&s->tags, table))->bounds = (TagBounds){45354, 340000, 200000, 60000};
	int caption = tag_add(s, TAG_CAPTION, table);
	int head = tag_add(s, TAG_TR, tag_add(s, TAG_THEAD, table));
	int column = tag_add(s, TAG_TH, head);
	((Tag *)list_at(&s->tags, column))->scope = SCOPE_COLUMN;
	((Tag *)list_at(&s->tags, column))->col_span = 2;
	int row = tag_add(s, TAG_TR, tag_add(s, TAG_TBODY, table));
	int name = tag_add(s, TAG_TH, row);
	((Tag *)list_at(&s->tags, name))->scope = SCOPE_ROW;
	int cell = tag_add(s, TAG_TD, row);
	/* Painted out of the order of reading: figures first. */
	run_add(s, cell, 200000, 380000, 700, 8100, "31%");
	run_add(s, caption, 45354, 350000, 600, 10400, "Top applicants");
	rect_add(s, DRAW_SHAPE, TAG_ARTIFACT, 45354, 368000, 200000, 600)->fill = &teal;
	run_add(s, column, 200000, 365000, 400, 7200, "Share");
	run_add(s, name, 45354, 380000, 400, 8100, "CHINA TOBACCO");
}

static inline void sample_figure(Sample *s)
{
	static const Segment ring[] = {
	    {SEGMENT_MOVE, {100000}, {450000}},
	    {SEGMENT_CURVE, {111046, 120000, 120000}, {450000, 458954, 470000}},
	    {SEGMENT_LINE, {100000}, {470500}},
	};
	int figure = tag_add(s, TAG_FIGURE, 0);
	Tag *tag = list_at(&s->tags, figure);
	tag->alt = "Ring of which 11 % (elf) is filled — “teal”.";
	tag->bounds = (TagBounds){80000, 450000, 40000, 40000};
	Shape *arc = shape_add(s, DRAW_SHAPE, figure, ring, 3);
	arc->stroke = &teal;
	arc->width = 2600;
	arc->origin.path = "patents/@collaboration";
	rect_add(s, DRAW_CLIP, TAG_ARTIFACT, 200000, 450000, 100000, 40000);
	Shape *stripe = shape_add(s, DRAW_SHAPE, TAG_ARTIFACT, ring, 3);
	stripe->stroke = &night;
	stripe->width = 600;
	stripe->dash = 3000;
	shape_add(s, DRAW_UNCLIP, TAG_ARTIFACT, NULL, 0);
	run_add(s, figure, 90000, 475000, 700, 13000, "11%");
}

/* The whole sample. */
static inline Sample *sample_full(void)
{
	Sample *s = sample_open();
	int h1 = tag_add(s, TAG_H1, 0);
	int p = tag_add(s, TAG_P, 0);
	rect_add(s, DRAW_SHAPE, TAG_ARTIFACT, -8504, -8504, 612284, 150000)->fill = &night;
	Run *title = run_add(s, h1, 45354, 90000, 700, 33000, "AVATAR To, Kunming");
	title->ink = &paper;
	title->tracking = -330;
	run_add(s, p, 45354, 200000, 400, 11200, "The office filed ");
	run_add(s, p, 150000, 200000, 700, 11200, "5,909 applications");
	run_add(s, p, 45354, 217000, 400, 11200, " as the 98");
	run_add(s, p, 110000, 211000, 400, 6000, "th");
	sample_odd_glyphs(s, tag_add(s, TAG_P, 0));
	sample_table(s);
	int h2 = tag_add(s, TAG_H2, 0);
	run_add(s, h2, 45354, 430000, 600, 13000, "Fields (S&T) \\ done");
	sample_figure(s);
	return s;
}
