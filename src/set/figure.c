/* SPDX-License-Identifier: MIT */
#include "set/figure.h"

/* The ladder. Its ticks are one dashed stroke: as many dashes as there are ranks, as long as the gaps. */

enum {
	MARK_TALL = 26,
	ENDS_GAP = 1500
}; /* the mark in tenths of the ticks' height; thousandths of a point */

void size_ladder(const Measure *m, Sized *sized)
{
	const LadderBox *box = sized->box->ladder;
	const Decor *decor = &sized->box->element->decor;
	SizedLadder *ladder = ARENA_NEW(m->arena, SizedLadder);
	Len width = size_inner_width(sized);
	ladder->pitch = len_max(width, 0) / (2 * box->of - 1) * 2; /* no gap after the last tick */
	ladder->mark_height = len_scale(box->spec->height, MARK_TALL, 10);
	ladder->first = size_text(m, &box->first, width / 2);
	ladder->last = size_text(m, &box->last, width / 2);
	Len ends = len_max(ladder->first.lines.height, ladder->last.lines.height);
	sized->height = size_inset(decor, SIDE_TOP) + ladder->mark_height + ENDS_GAP + ends +
			size_inset(decor, SIDE_BOTTOM);
	sized->overfull = ladder->first.overfull || ladder->last.overfull;
	sized->ladder = ladder;
}

static TagMark figure_open(Painter *p, const Sized *sized, Len x, Len y)
{
	return tag_figure(p, sized->box->alt, (TagBounds){x, y, sized->width, sized->height});
}

/* The mark covers its tick, and is never so thin that it is lost. */
static void paint_mark(Painter *p, const Sized *sized, Len x, Len y)
{
	const LadderBox *box = sized->box->ladder;
	const SizedLadder *ladder = sized->ladder;
	Len tick = ladder->pitch / 2, breadth = len_max(tick, 1600);
	Len middle = x + (box->value - 1) * ladder->pitch + tick / 2;
	Len last = x + box->of * ladder->pitch - tick;
	Len left = len_max(x, len_min(middle - breadth / 2, last - breadth));
	paint_rect(p, left, y, breadth, ladder->mark_height, box->spec->ink, &box->origin);
}

void paint_ladder(Painter *p, const Sized *sized, Len x, Len y)
{
	const LadderBox *box = sized->box->ladder;
	const SizedLadder *ladder = sized->ladder;
	const Decor *decor = &sized->box->element->decor;
	Len left = x + size_inset(decor, SIDE_LEFT), top = y + size_inset(decor, SIDE_TOP);
	Len tick = ladder->pitch / 2, middle = top + ladder->mark_height / 2;
	Len right = left + box->of * ladder->pitch - tick;
	TagMark mark = figure_open(p, sized, x, y);
	paint_line(p, left, middle, right, middle, box->spec->height, tick, box->spec->track);
	paint_mark(p, sized, left, top);
	Len ends = top + ladder->mark_height + ENDS_GAP;
	paint_text(p, &ladder->first, left, ends, right - left, ALIGN_START);
	paint_text(p, &ladder->last, left, ends, right - left, ALIGN_END);
	tag_close(p, mark);
}

/* The donut */

void size_donut(const Measure *m, Sized *sized)
{
	const Decor *decor = &sized->box->element->decor;
	SizedDonut *donut = ARENA_NEW(m->arena, SizedDonut);
	Len width = size_inner_width(sized);
	donut->diameter = len_max(width, 0);
	Len hole = donut->diameter - 2 * sized->box->donut->spec->thickness;
	donut->text = size_text(m, &sized->box->donut->text, len_max(hole, 0));
	sized->height =
	    size_inset(decor, SIDE_TOP) + donut->diameter + size_inset(decor, SIDE_BOTTOM);
	sized->overfull = donut->text.overfull || donut->text.lines.count > 1;
	sized->donut = donut;
}

void paint_donut(Painter *p, const Sized *sized, Len x, Len y)
{
	const DonutBox *box = sized->box->donut;
	const SizedText *text = &sized->donut->text;
	const Decor *decor = &sized->box->element->decor;
	Len thickness = box->spec->thickness, diameter = sized->donut->diameter;
	Len left = x + size_inset(decor, SIDE_LEFT), top = y + size_inset(decor, SIDE_TOP);
	Len cx = left + diameter / 2, cy = top + diameter / 2;
	Len radius = (diameter - thickness) / 2;
	TagMark mark = figure_open(p, sized, x, y);
	paint_arc(p, cx, cy, radius, thickness, DECIMAL_ONE, box->spec->track, NULL);
	paint_arc(p, cx, cy, radius, thickness, box->value / 100, box->spec->ink, &box->origin);
	Len baseline =
	    cy + size_cap_height(text) / 2; /* capitals and figures look centred, not lines */
	paint_text(p, text, left, baseline - text->lines.baseline, diameter, ALIGN_CENTER);
	tag_close(p, mark);
}
