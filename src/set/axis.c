/* SPDX-License-Identifier: MIT */
#include "set/axis.h"

enum { LABEL_GAP = LEN_PT(2), APART = LEN_PT(4) };

Len axis_height(const Measure *m, const ChartSpec *spec)
{
	return spec->axis_style ? len_add(LABEL_GAP, fit_line_height(m->fit, spec->axis_style)) : 0;
}

SizedAxis size_axis(const Measure *m, const ChartBox *box, Len width)
{
	SizedAxis sized = {.axis = box->axis, .height = axis_height(m, box->spec)};
	if (!box->axis)
		return sized;
	SizedText *labels = ARENA_ARRAY(m->arena, box->axis->ticks.count, SizedText);
	for (int i = 0; i < box->axis->ticks.count; i++)
		labels[i] = size_text(m, &box->axis->labels[i], width);
	sized.labels = labels;
	return sized;
}

static Len tick_x(const Painter *p, const ChartBox *box, const AxisRoom *room, Decimal value)
{
	return len_add(room->x, scale_at(&p->scales, box->spec->scale, value));
}

void paint_axis_lines(Painter *p, const ChartBox *box, const AxisRoom *room)
{
	const Ticks *ticks = &box->axis->ticks;
	TagMark mark = tag_leave(p);
	for (int i = 0; i < ticks->count; i++) {
		Decimal value = ticks_at(ticks, i);
		Len x = tick_x(p, box, room, value);
		if (value == 0)
			paint_line(p, x, room->y, x, room->bottom, AXIS_NOUGHT, 0,
				   box->spec->frame);
		else
			paint_line(p, x, room->y, x, room->bottom, AXIS_HAIRLINE, 0,
				   box->spec->track);
	}
	tag_close(p, mark);
}

/* Where the number of a tick begins: below its line, but inside the chart. */
static Len label_x(const Painter *p, const ChartBox *box, const SizedAxis *sized,
		   const AxisRoom *room, int i)
{
	Len width = sized->labels[i].lines.width;
	Len x = tick_x(p, box, room, ticks_at(&sized->axis->ticks, i)) - width / 2;
	return len_max(len_min(x, len_add(room->right, -width)), room->left);
}

int axis_counted_from(const Ticks *ticks)
{
	int nought = (int)(-ticks->first / ticks->step);
	return nought >= 0 && nought < ticks->count ? nought : 0;
}

/* Whether every `each`th number keeps clear of the next. */
static bool labels_clear(const Painter *p, const ChartBox *box, const SizedAxis *sized,
			 const AxisRoom *room, int each)
{
	int last = -1, begin = axis_counted_from(&sized->axis->ticks);
	for (int i = begin % each; i < sized->axis->ticks.count; i += each) {
		Len end = last < 0 ? 0
				   : len_add(label_x(p, box, sized, room, last),
					     sized->labels[last].lines.width);
		if (last >= 0 && len_add(end, APART) > label_x(p, box, sized, room, i))
			return false;
		last = i;
	}
	return true;
}

void paint_axis_labels(Painter *p, const ChartBox *box, const SizedAxis *sized,
		       const AxisRoom *room)
{
	int each = 1, begin = axis_counted_from(&sized->axis->ticks);
	while (each < sized->axis->ticks.count && !labels_clear(p, box, sized, room, each))
		each++;
	for (int i = begin % each; i < sized->axis->ticks.count; i += each)
		paint_text(p, &sized->labels[i], label_x(p, box, sized, room, i),
			   len_add(room->bottom, LABEL_GAP), sized->labels[i].lines.width,
			   ALIGN_START);
}
