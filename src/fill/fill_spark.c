/* SPDX-License-Identifier: MIT */
#include "fill/fill_spark.h"

#include "base/str.h"
#include "fill/alt.h"

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

static const char *spark_alt(Speaker *speaker, const Element *element, const SparkBox *spark,
			     const DatumList *data)
{
	Arena *a = speaker->arena;
	int least = 0, most = 0;
	for (int i = 1; i < spark->count; i++) {
		least = spark->values[i] < spark->values[least] ? i : least;
		most = spark->values[i] > spark->values[most] ? i : most;
	}
	if (element->decor.artifact)
		return NULL;
	Node *node = alt_node(a, "sparkline", element->place);
	alt_attr(a, node, "count", str_format(a, "%d", spark->count));
	alt_datum(speaker, node, "first", &data->items[0]);
	alt_datum(speaker, node, "last", &data->items[data->count - 1]);
	alt_datum(speaker, node, "least", &data->items[least]);
	alt_datum(speaker, node, "most", &data->items[most]);
	return spark->spec->alt ? alt_say(speaker, spark->spec->alt, NULL, node).text
				: alt_common(speaker, element, "sparkline-alt", NULL, node).text;
}

const SparkBox *fill_spark(Speaker *speaker, const Element *element, const SparkSpec *spec,
			   const Standing *row)
{
	if (path_select(speaker->arena, spec->values, row).count == 0)
		return NULL;
	DatumList data = datum_list(speaker, spec->values, true, row);
	SparkBox *spark = ARENA_NEW(speaker->arena, SparkBox);
	spark->spec = spec;
	if (!values_read(speaker, &data, spark))
		return NULL;
	spark->first = data.items[0].origin;
	spark->last = data.items[data.count - 1].origin;
	spark->alt = spark_alt(speaker, element, spark, &data);
	return spark;
}
