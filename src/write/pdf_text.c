/* SPDX-License-Identifier: MIT */
/*
 * Where the glyphs land. PDF moves its pen by a glyph's width (thousandths of
 * the size, as the font's table says) and the tracking; the page by the
 * advance that shaping chose, in font units. The difference is written between
 * the glyphs in TJ. Both sums are kept as whole hundred-thousandths of the
 * size, PDF's exactly and the page's rounded anew from its exact sum at each
 * glyph, so that roundings cannot add up; a difference too small to see waits
 * until it would be 0.004 pt.
 */
#include "write/pdf_text.h"

#include "text/font.h"
#include "write/pdf_syntax.h"

enum { EM = 100000, SLACK = 4 };

/* One TJ being written. */
typedef struct Showing {
	Pen *pen;
	const Run *run;
	const Face *face;
	const int *codes; /* of each glyph */
	int64_t at;       /* PDF's pen, hundred-thousandths of the size */
	int64_t advance;  /* the page's, font units */
	int units_per_em;
	int unit; /* so many hundred-thousandths of the size; 0: no whole number */
	bool in_array, in_string;
} Showing;

static void string_end(Showing *show)
{
	if (show->in_string)
		strbuf_add(&show->pen->out, ">");
	show->in_string = false;
}

static void array_end(Showing *show)
{
	string_end(show);
	if (show->in_array)
		strbuf_add(&show->pen->out, "]TJ\n");
	show->in_array = false;
}

static void array_begin(Showing *show)
{
	if (!show->in_array)
		strbuf_add(&show->pen->out, "[");
	show->in_array = true;
}

static int64_t divide_rounded(int64_t value, int64_t by)
{
	return (value < 0 ? value - by / 2 : value + by / 2) / by;
}

static void show_rise(Showing *show, const Glyph *glyph)
{
	Len rise = glyph->y_offset == 0
		       ? 0
		       : len_scale(show->run->size, glyph->y_offset, show->units_per_em);
	if (rise == show->pen->state.rise)
		return;
	array_end(show);
	pdf_put_operand(&show->pen->out, rise);
	strbuf_add(&show->pen->out, "Ts\n");
	show->pen->state.rise = rise;
}

/* Font units as hundred-thousandths of the size; of most fonts a unit is a whole number of them. */
static int64_t em_parts(const Showing *show, int64_t units)
{
	return show->unit > 0 ? units * show->unit : divide_rounded(units * EM, show->units_per_em);
}

static void show_move(Showing *show, const Glyph *glyph)
{
	int64_t target = em_parts(show, show->advance + glyph->x_offset);
	int64_t back = show->at - target;
	int64_t size = show->run->size;
	if ((back < 0 ? -back : back) * size <= (int64_t)SLACK * EM)
		return;
	string_end(show);
	array_begin(show);
	/* TJ counts thousandths of the size, and numbers are put as thousandths of one. */
	pdf_put_number(&show->pen->out, back * 10);
	show->at = target;
}

static void show_glyph(Showing *show, int index)
{
	const Glyph *glyph = &show->run->glyphs[index];
	show_rise(show, glyph);
	show_move(show, glyph);
	array_begin(show);
	if (!show->in_string)
		strbuf_add(&show->pen->out, "<");
	show->in_string = true;
	int code = show->codes[index];
	pdf_put_hex(&show->pen->out, (unsigned)code);
	show->at += (int64_t)show->face->codes[code - 1].width * (EM / 1000);
	show->advance += glyph->advance;
}

static void put_font(Pen *pen, int face, Len size)
{
	if (pen->state.face == face && pen->state.size == size)
		return;
	strbuf_add(&pen->out, "/F");
	pdf_put_integer(&pen->out, face);
	strbuf_add(&pen->out, " ");
	pdf_put_operand(&pen->out, size);
	strbuf_add(&pen->out, "Tf\n");
	pen->state.face = face;
	pen->state.size = size;
}

static void put_tracking(Pen *pen, Len tracking)
{
	if (pen->state.tracking == tracking)
		return;
	pdf_put_operand(&pen->out, tracking);
	strbuf_add(&pen->out, "Tc\n");
	pen->state.tracking = tracking;
}

/* Each run is placed from where the last one began: exact, since both are whole thousandths. */
static void put_place(Pen *pen, Len x, Len y)
{
	if (!pen->in_text) {
		strbuf_add(&pen->out, "BT\n");
		pen->x = 0;
		pen->y = 0;
	}
	pen->in_text = true;
	pdf_put_operand(&pen->out, (int64_t)x - pen->x);
	pdf_put_operand(&pen->out, (int64_t)y - pen->y);
	strbuf_add(&pen->out, "Td\n");
	pen->x = x;
	pen->y = y;
}

/* Where the page's pen is before a glyph to which glyphs of so much lead: with the tracking, which is not PDF's
 * affair here. */
static int64_t tracked(const Showing *show, int64_t advance, int glyphs)
{
	int64_t size = show->run->size, tracking = (int64_t)show->run->tracking * glyphs;
	return advance + (size > 0 ? divide_rounded(tracking * show->units_per_em, size) : 0);
}

/* Text is shown in the order it is read, so that who takes it out of the page gets it so: from right to left the pen
 * goes back before each glyph. */
static void show_backwards(Showing *show)
{
	const Run *run = show->run;
	int64_t advance = 0;
	for (int i = 0; i < run->glyph_count; i++)
		advance += run->glyphs[i].advance;
	for (int i = run->glyph_count - 1; i >= 0; i--) {
		advance -= run->glyphs[i].advance;
		show->advance = tracked(show, advance, i);
		show_glyph(show, i);
	}
}

void run_write(Pen *pen, const Run *run, const int *codes)
{
	int face = faces_find(pen->faces, run->font);
	Showing show = {.pen = pen,
			.run = run,
			.face = &pen->faces->faces[face],
			.codes = codes,
			.units_per_em = font_metrics(run->font)->units_per_em};
	show.unit = EM % show.units_per_em == 0 ? EM / show.units_per_em : 0;
	if (run->glyph_count == 0)
		return;
	bool backwards = run_is_backwards(run);
	put_place(pen, run->x, pen_flip(pen, run->y));
	pen_fill(pen, run->ink);
	put_font(pen, face, run->size);
	put_tracking(pen, backwards ? 0 : run->tracking);
	for (int i = 0; !backwards && i < run->glyph_count; i++)
		show_glyph(&show, i);
	if (backwards)
		show_backwards(&show);
	array_end(&show);
}
