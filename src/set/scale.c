/* SPDX-License-Identifier: MIT */
#include "set/scale.h"

#include "base/list.h"
#include "base/str.h"
#include "model/reach.h"
#include "set/chart.h"
#include "set/table.h"

/* A scale in the making: how much room its places have. */
typedef struct Rooms {
	const char *name;
	Reach reach;
	const Axis *axis; /* of one of its charts; NULL: none has one */
	Len whole;        /* from end to end, in the narrowest chart */
	Len bar;          /* of the greatest value, in the narrowest column of a table */
} Rooms;

static Rooms *rooms_named(List *list, const char *name)
{
	for (int i = 0; i < list->count; i++) {
		Rooms *rooms = list_at(list, i);
		if (str_equal(rooms->name, name))
			return rooms;
	}
	Rooms *rooms = list_add(list);
	*rooms = (Rooms){.name = name, .whole = LEN_MAX, .bar = LEN_MAX};
	return rooms;
}

static void rooms_of_table(List *list, const Sized *sized)
{
	const TableBox *table = sized->box->table;
	for (int c = 0; c < table->spec->column_count; c++) {
		const BarSpec *bar = table->spec->columns[c].bar;
		const SparkSpec *spark = table->spec->columns[c].spark;
		const char *name = bar ? bar->scale : spark ? spark->scale : NULL;
		if (!name)
			continue;
		Rooms *rooms = rooms_named(list, name);
		if (bar)
			rooms->bar = len_min(rooms->bar, bar->width);
		reach_hold_column(&rooms->reach, table, c, sized->table->row_count);
	}
}

static void rooms_of_chart(List *list, const Sized *sized)
{
	const ChartBox *chart = sized->box->chart;
	if (chart->count == 0)
		return;
	Rooms *rooms = rooms_named(list, chart->spec->scale);
	rooms->whole = len_min(rooms->whole, sized->chart->room);
	rooms->axis = chart->axis ? chart->axis : rooms->axis;
	reach_hold_chart(&rooms->reach, chart, sized->chart->count);
}

static void rooms_under(List *list, const Sized *sized)
{
	if (sized->table)
		rooms_of_table(list, sized);
	if (sized->chart)
		rooms_of_chart(list, sized);
	for (int i = 0; i < sized->kid_count; i++) {
		if (sized->kids[i].box)
			rooms_under(list, &sized->kids[i]);
	}
}

/* An axis reaches over all marks of its scale: whoever names the scale goes by it. A column of a table has
 * room for what is right of nought alone; the rest of the scale is as long as that makes it. */
static Scale rooms_scale(const Rooms *rooms)
{
	Scale scale = {rooms->name, rooms->reach.least, rooms->reach.most, rooms->whole};
	if (scale.from == scale.to &&
	    rooms->whole < LEN_MAX) { /* dots that are alike stand somewhere all the same */
		scale.from = scale.from < 0 ? scale.from : 0;
		scale.to = scale.to > 0 ? scale.to : 0;
	}
	if (rooms->axis) {
		scale.from = rooms->axis->ticks.first;
		scale.to = ticks_last(&rooms->axis->ticks);
	}
	if (rooms->bar < LEN_MAX && scale.to > 0)
		scale.length =
		    len_min(scale.length, len_scale(rooms->bar, scale.to - scale.from, scale.to));
	return scale;
}

Scales scales_of(Arena *a, const Sized *sized, int count)
{
	List list = list_new(a, sizeof(Rooms));
	for (int i = 0; i < count; i++) {
		if (sized[i].box)
			rooms_under(&list, &sized[i]);
	}
	Scale *scales = ARENA_ARRAY(a, list.count, Scale);
	for (int i = 0; i < list.count; i++)
		scales[i] = rooms_scale(list_at(&list, i));
	return (Scales){scales, list.count};
}

static const Scale *scale_named(const Scales *scales, const char *name)
{
	for (int i = 0; i < scales->count; i++) {
		if (str_equal(scales->items[i].name, name))
			return &scales->items[i];
	}
	return NULL;
}

bool scale_ends(const Scales *scales, const char *name, Decimal *from, Decimal *to)
{
	const Scale *scale = name ? scale_named(scales, name) : NULL;
	if (!scale)
		return false;
	*from = scale->from;
	*to = scale->to;
	return true;
}

Len scale_length(const Scales *scales, const char *name, Decimal value)
{
	const Scale *scale = scale_named(scales, name);
	if (!scale || scale->from == scale->to || scale->length <= 0)
		return 0;
	return len_scale(scale->length, value < 0 ? -value : value, scale->to - scale->from);
}

Len scale_at(const Scales *scales, const char *name, Decimal value)
{
	const Scale *scale = scale_named(scales, name);
	if (!scale || scale->from == scale->to || scale->length <= 0)
		return 0;
	return len_scale(scale->length, value - scale->from, scale->to - scale->from);
}

Len scale_whole(const Scales *scales, const char *name)
{
	const Scale *scale = scale_named(scales, name);
	return scale ? scale_at(scales, name, scale->to) : 0;
}
