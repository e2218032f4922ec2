/* SPDX-License-Identifier: MIT */
#include "fill/fill_axis.h"

#include "base/str.h"
#include "fill/alt.h"
#include "model/reach.h"

struct AxisWish {
	struct AxisWish *next;
	const Element *element;
	const char *scale;
	Axis *axis;
};

const Axis *axis_wish(Speaker *speaker, const Element *element, const ChartBox *chart)
{
	struct AxisWish *wish = ARENA_NEW(speaker->arena, struct AxisWish);
	wish->next = speaker->axes;
	wish->element = element;
	wish->scale = chart->spec->scale;
	wish->axis = ARENA_NEW(speaker->arena, Axis);
	speaker->axes = wish;
	return wish->axis;
}

static void reach_hold_table(Reach *reach, const TableBox *table, const char *scale)
{
	for (int c = 0; c < table->spec->column_count; c++) {
		const BarSpec *bar = table->spec->columns[c].bar;
		if (bar && str_equal(bar->scale, scale))
			reach_hold_column(reach, table, c, table->row_count);
	}
}

/* What names the scale in these boxes and in those inside them. */
static void reach_hold_boxes(Reach *reach, const Box *box, const char *scale)
{
	for (; box; box = box->next) {
		if (box->table)
			reach_hold_table(reach, box->table, scale);
		if (box->chart && str_equal(box->chart->spec->scale, scale))
			reach_hold_chart(reach, box->chart, box->chart->count);
		reach_hold_boxes(reach, box->first, scale);
	}
}

/* A number along a scale comes from no datum. One that no data file could write has no words: the last tick of
 * an axis may be greater than any datum. */
static Words tick_words(Speaker *speaker, const struct AxisWish *wish, Decimal value, int decimals)
{
	Arena *a = speaker->arena;
	const ChartSpec *spec = wish->element->chart;
	Decimal read;
	if (!decimal_read(decimal_text(a, value, decimals), &read))
		return (Words){.text = "", .style = spec->axis_style};
	Node *node = alt_node(a, "tick", wish->element->place);
	alt_attr(a, node, "value", decimal_text(a, value, value == 0 ? 0 : decimals));
	return alt_say_plain(speaker, spec->tick, spec->axis_style, node);
}

static void axis_say(Speaker *speaker, const struct AxisWish *wish, Ticks ticks)
{
	Words *labels = ARENA_ARRAY(speaker->arena, ticks.count, Words);
	int decimals = ticks_decimals(&ticks);
	for (int i = 0; i < ticks.count; i++)
		labels[i] = tick_words(speaker, wish, ticks_at(&ticks, i), decimals);
	*wish->axis = (Axis){ticks, labels};
}

/* The ticks of a scale are found once, be there a thousand charts that name it. */
static Ticks ticks_of(const struct AxisWish *first, const struct AxisWish *wish, const Box *body,
		      const Box *foot)
{
	for (const struct AxisWish *w = first; w != wish; w = w->next)
		if (str_equal(w->scale, wish->scale))
			return w->axis->ticks;
	Reach reach = {0};
	reach_hold_boxes(&reach, body, wish->scale);
	reach_hold_boxes(&reach, foot, wish->scale);
	return ticks_over(reach.least, reach.most);
}

void fill_axes(Speaker *speaker, const Box *body, const Box *foot)
{
	for (const struct AxisWish *w = speaker->axes; w; w = w->next)
		axis_say(speaker, w, ticks_of(speaker->axes, w, body, foot));
}
