/* SPDX-License-Identifier: MIT */
#include "fill/fill_chart.h"

#include "base/str.h"
#include "fill/alt_items.h"
#include "fill/fill_axis.h"
#include "fill/fill_rank.h"
#include "fill/fill_rest.h"
#include "fill/fill_whole.h"
#include "fill/message.h"

bool fill_bar_value(Speaker *speaker, const Datum *datum, Decimal *out)
{
	if (!datum_number(speaker, datum, out))
		return false;
	if (*out >= 0)
		return true;
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, datum_place(datum), DIAG_DATA,
		   "%s is %s, but a bar cannot be shorter than 0", datum->name, datum->text);
	diag_hint(diags, "correct the value, or show it without a bar");
	return false;
}

/* The value of an item: of a part, at least 0. */
static bool item_number(Speaker *speaker, const ChartSpec *spec, const Datum *datum, Decimal *out)
{
	if (!datum_number(speaker, datum, out))
		return false;
	if (*out >= 0 || !chart_kind_has_parts(spec->kind))
		return true;
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, datum_place(datum), DIAG_DATA,
		   "%s is %s, but no part of a whole is less than 0", datum->name, datum->text);
	diag_hint(diags, "correct the value, or show it in a <bar-chart>");
	return false;
}

/* Where an item came from. What the data does not say is nowhere, and no error: some are new. */
static bool fill_from(Speaker *speaker, const ChartSpec *spec, const Standing *at, ChartItem *item,
		      Node *node)
{
	Datum from;
	if (!spec->from || path_select(speaker->arena, spec->from, at).count == 0)
		return true;
	item->from_figure = message_say(speaker, spec->from_figure, spec->label_style, at);
	if (!datum_find(speaker, spec->from, at, &from) ||
	    !datum_number(speaker, &from, &item->from))
		return false;
	item->has_from = true;
	item->from_origin = from.origin;
	item->way = basis_together(speaker->arena, from.origin.basis, item->origin.basis);
	alt_datum(speaker, node, "from", &from);
	alt_attr(speaker->arena, node, "from-figure", item->from_figure.text);
	return true;
}

/* One item, and the child of the chart's small element that tells of it. */
static bool fill_item(Speaker *speaker, const ChartSpec *spec, const Standing *at, ChartItem *item,
		      Node *node)
{
	Datum value;
	item->label = message_say(speaker, spec->label, spec->label_style, at);
	item->figure = message_say(speaker, spec->figure, spec->figure_style, at);
	if (!datum_find(speaker, spec->value, at, &value) ||
	    !item_number(speaker, spec, &value, &item->value))
		return false;
	item->origin = value.origin;
	alt_attr(speaker->arena, node, "label", item->label.text);
	alt_datum(speaker, node, "value", &value);
	alt_attr(speaker->arena, node, "figure", item->figure.text);
	return fill_from(speaker, spec, at, item, node);
}

/* False when an item cannot be drawn, after all were looked at. */
static bool fill_items(Speaker *speaker, ChartBox *chart, const FoundList *found,
		       const Standing *around, Node *node)
{
	ChartItem *items = ARENA_ARRAY(speaker->arena, found->count, ChartItem);
	Node *last = NULL;
	bool good = true;
	for (int i = 0; i < found->count; i++) {
		Standing at = standing_on(around, &found->items[i]);
		last = alt_child(speaker->arena, node, last, "item");
		good = fill_item(speaker, chart->spec, &at, &items[i], last) && good;
	}
	chart->items = items;
	chart->count = rest_shown(&chart->spec->rest, found);
	if (good && chart_kind_has_parts(chart->spec->kind))
		good = fill_whole(speaker, chart->spec, items, found->count, around, &chart->whole);
	if (good && chart->spec->kind == CHART_TREEMAP)
		fill_ranks(speaker, chart->spec, items, chart->count, node->place);
	return good;
}

/* What the chart's small element tells of all items together. */
static void alt_together(Speaker *speaker, const ChartSpec *spec, const Standing *at, Node *node)
{
	Format format = spec->figure->format;
	Pattern of = {.kind = PATTERN_VALUE, .value = spec->of, .format = format};
	if (spec->of && format != FORMAT_SHARE)
		alt_attr(speaker->arena, node, "of", message_say(speaker, &of, NULL, at).text);
	alt_items_tell(speaker, node, format, chart_kind_has_parts(spec->kind));
}

/* What stands over then and now. */
static void fill_heads(Speaker *speaker, ChartBox *chart, const Standing *at, Node *node)
{
	const ChartSpec *spec = chart->spec;
	if (spec->kind != CHART_SLOPES)
		return;
	chart->from_head = message_say(speaker, spec->from_head, spec->head_style, at);
	chart->to_head = message_say(speaker, spec->to_head, spec->head_style, at);
	alt_attr(speaker->arena, node, "from-head", chart->from_head.text);
	alt_attr(speaker->arena, node, "to-head", chart->to_head.text);
}

const ChartBox *fill_chart(Speaker *speaker, const Element *element, const Standing *at,
			   const char **alt)
{
	Arena *a = speaker->arena;
	const ChartSpec *spec = element->chart;
	FoundList found = path_select(a, spec->select, at);
	if (found.count == 0 && !spec->placeholder)
		return NULL;
	if (!datum_count_fits(speaker, spec->select, &found))
		return NULL;
	ChartBox *chart = ARENA_NEW(a, ChartBox);
	const char *name = found.count ? element->name : "placeholder";
	Node *node = alt_node(a, name, element->place);
	chart->spec = spec;
	chart->title = message_say(speaker, spec->title, spec->title_style, at);
	alt_attr(a, node, "title", chart->title.text);
	if (found.count == 0) {
		chart->placeholder =
		    message_say(speaker, spec->placeholder, spec->placeholder_style, at);
		alt_attr(a, node, "placeholder", chart->placeholder.text);
	} else if (!fill_items(speaker, chart, &found, at, node)) {
		return NULL;
	}
	chart->axis = found.count && spec->axis_style ? axis_wish(speaker, element, chart) : NULL;
	if (found.count > 0) {
		fill_heads(speaker, chart, at, node);
		alt_together(speaker, spec, at, node);
	}
	chart->rest = fill_rest(speaker, element, &spec->rest, &found);
	*alt = alt_text(speaker, element, node);
	return chart;
}
