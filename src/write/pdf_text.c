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
	int64_t at;      /* PDF's pen, hundred-thousandths of the size */
	int64_t advance; /* the page's, font units */
	int units_per_em;
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
	Len rise = len_scale(show->run->size, glyph->y_offset, show->units_per_em);
	if (rise == show->pen->state.rise)
		return;
	array_end(show);
	pdf_put_operand(&show->pen->out, rise);
	strbuf_add(&show->pen->out, "Ts\n");
	show->pen->state.rise = rise;
}

static void show_move(Showing *show, const Glyph *glyph)
{
	int64_t target = divide_rounded((show->advance + glyph->x_offset) * EM, show->units_per_em);
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

/* Where the page's pen is before a glyph: with the tracking, which is then not PDF's affair. */
static int64_t advance_before(const Showing *show, int index)
{
	int64_t advance = 0, tracked = 0;
	for (int i = 0; i < index; i++, tracked += show->run->tracking)
		advance += show->run->glyphs[i].advance;
	int64_t size = show->run->size;
	return advance + (size > 0 ? divide_rounded(tracked * show->units_per_em, size) : 0);
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
	strbuf_format(&show->pen->out, "%04X", (unsigned)face_code(show->face, show->run, index));
	show->at += (int64_t)face_width(show->face, glyph->id) * (EM / 1000);
	show->advance += glyph->advance;
}

static void put_font(Pen *pen, int face, Len size)
{
	if (pen->state.face == face && pen->state.size == size)
		return;
	strbuf_format(&pen->out, "/F%d ", face);
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

/* Text is shown in the order it is read, so that who takes it out of the page gets it so: from right to left the pen
 * goes back before each glyph. */
static void show_backwards(Showing *show)
{
	for (int i = show->run->glyph_count - 1; i >= 0; i--) {
		show->advance = advance_before(show, i);
		show_glyph(show, i);
	}
}

void run_write(Pen *pen, const Run *run)
{
	int face = faces_find(pen->faces, run->font);
	Showing show = {.pen = pen,
			.run = run,
			.face = &pen->faces->faces[face],
			.units_per_em = font_metrics(run->font)->units_per_em};
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
