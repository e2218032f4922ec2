/* SPDX-License-Identifier: MIT */
#include "fill/fill_spark.h"

#include "fill/alt_items.h"

/* False when one is no number; all are looked at. */
static bool values_read(Speaker *speaker, const DatumList *data, SparkBox *spark)
{
	Decimal *values = ARENA_ARRAY(speaker->arena, data->count, Decimal);
	bool good = data->count > 0;
	for (int i = 0; i < data->count; i++)
		good = *data->items[i].text && datum_number(speaker, &data->items[i], &values[i]) &&
		       good;
	spark->values = values;
	spark->count = data->count;
	return good;
}

/* A number of the line, as it is printed: none is, but it is told. */
static const char *figure_of(Speaker *speaker, Node *item, const Datum *datum)
{
	alt_datum(speaker, item, "value", datum);
	const char *value = node_value(item, "value");
	const char *figure = alt_formatted(speaker, item->place, value, FORMAT_NUMBER);
	alt_attr(speaker->arena, item, "figure", figure);
	return figure;
}

static const char *spark_alt(Speaker *speaker, const Element *element, const SparkBox *spark,
			     const DatumList *data)
{
	Arena *a = speaker->arena;
	if (element->decor.artifact)
		return NULL;
	Node *node = alt_node(a, "sparkline", element->place), *last = NULL;
	for (int i = 0; i < data->count; i++) {
		last = alt_child(a, node, last, "item");
		const char *figure = figure_of(speaker, last, &data->items[i]);
		if (i == 0)
			alt_attr(a, node, "first", figure);
		if (i + 1 == data->count)
			alt_attr(a, node, "last", figure);
	}
	alt_items_tell(speaker, node, FORMAT_NUMBER, false);
	return spark->spec->alt ? alt_say(speaker, spark->spec->alt, NULL, node).text
				: alt_common(speaker, element, "sparkline-alt", NULL, node).text;
}

/* What a path finds, be it nothing. */
static DatumList data_found(Speaker *speaker, const Expr *path, const Standing *row)
{
	if (!path || path_select(speaker->arena, path, row).count == 0)
		return (DatumList){0};
	return datum_list(speaker, path, true, row);
}

/* The values, and the one more behind them. */
static DatumList data_of(Speaker *speaker, const SparkSpec *spec, const Standing *row)
{
	DatumList values = data_found(speaker, spec->values, row);
	DatumList last = data_found(speaker, spec->last, row);
	int count = values.count + last.count;
	Datum *items = ARENA_ARRAY(speaker->arena, count, Datum);
	for (int i = 0; i < count; i++)
		items[i] = i < values.count ? values.items[i] : last.items[i - values.count];
	return (DatumList){.items = items, .count = count};
}

/* What the line shows, but for values that are not in the data. */
static const Basis *course_of(Arena *a, const DatumList *data)
{
	Found *found = ARENA_ARRAY(a, data->count, Found);
	int count = 0;
	for (int i = 0; i < data->count; i++)
		if (data->items[i].element)
			found[count++] =
			    (Found){.node = data->items[i].element, .attr = data->items[i].attr};
	return basis_found(a, found, count, MADE_TOGETHER);
}

const SparkBox *fill_spark(Speaker *speaker, const Element *element, const SparkSpec *spec,
			   const Standing *row)
{
	DatumList data = data_of(speaker, spec, row);
	if (data.count == 0)
		return NULL;
	SparkBox *spark = ARENA_NEW(speaker->arena, SparkBox);
	spark->spec = spec;
	if (!values_read(speaker, &data, spark))
		return NULL;
	spark->first = data.items[0].origin;
	spark->last = data.items[data.count - 1].origin;
	spark->course = course_of(speaker->arena, &data);
	spark->alt = spark_alt(speaker, element, spark, &data);
	return spark;
}
