/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/colour.h"
#include "read/expr.h"
#include "read/pattern.h"
#include "read/value.h"

enum { ROW_HEIGHT = 14173 /* 5 mm */, BAR_HEIGHT = 8504 /* 3 mm */, ROWS = 8, ROWS_MOST = 50 };
enum { STACK_HEIGHT = 17008 /* 6 mm */, HEIGHT = 113386 /* 40 mm */, DOT_SIZE = 6236 /* 2.2 mm */ };
enum { LEGIBLE = 45 /* WCAG 2.2, 1.4.3: a contrast of 4.5, in tenths */ };
enum { INSET = 7087 /* 2.5 mm */ };
enum { FRAME_TINT = 50 }; /* per cent of the accent */
enum { LABEL_PART = 45000 /* 45 % */ };

static ChartKind chart_kind(const char *name)
{
	static const char *const names[CHART_KINDS] = {
	    [CHART_BARS] = "bar-chart",    [CHART_COLUMNS] = "column-chart",
	    [CHART_DOTS] = "dot-plot",     [CHART_SLOPES] = "slope-chart",
	    [CHART_STACK] = "stacked-bar", [CHART_TREEMAP] = "treemap"};
	for (ChartKind kind = 0; kind < CHART_KINDS; kind++)
		if (str_equal(names[kind], name))
			return kind;
	return CHART_BARS;
}

static void chart_styles(Reading *r, const Node *node, const Ink *accent, ChartSpec *chart)
{
	chart->label_style = style_attr(r, node, "style", node->name, accent);
	chart->figure_style = style_attr_or(r, node, "figure-style", chart->label_style, accent);
	chart->title_style = style_attr_or(r, node, "title-style", chart->label_style, accent);
	chart->placeholder_style =
	    style_attr_or(r, node, "placeholder-style", chart->label_style, accent);
}

static void chart_words(Reading *r, const Node *node, const Ink *accent, ChartSpec *chart)
{
	const Node *title = node_child(node, "title"), *excuse = node_child(node, "placeholder");
	if (title && chart->title_style) {
		id_keep(r, title);
		chart->title = pattern_inside(r, title, chart->title_style, accent);
	}
	if (excuse && chart->placeholder_style) {
		id_keep(r, excuse);
		chart->placeholder = pattern_inside(r, excuse, chart->placeholder_style, accent);
	}
}

/* Over then and now. */
static void chart_heads(Reading *r, const Node *node, const Ink *accent, ChartSpec *chart)
{
	const Node *from = node_child(node, "from-head"), *to = node_child(node, "to-head");
	chart->head_style = style_attr_or(r, node, "head-style", chart->label_style, accent);
	if (from && chart->head_style) {
		id_keep(r, from);
		chart->from_head = pattern_inside(r, from, chart->head_style, accent);
	}
	if (to && chart->head_style) {
		id_keep(r, to);
		chart->to_head = pattern_inside(r, to, chart->head_style, accent);
	}
}

static void chart_inks(Reading *r, const Node *node, const Ink *accent, ChartSpec *chart)
{
	chart->ink = node_attr(node, "palette") ? accent : own_ink(r, node, accent);
	chart->track = ink_attr_or_tint(r, node, "track", accent, TRACK_TINT);
	chart->frame = ink_attr_or_tint(r, node, "frame", accent, FRAME_TINT);
	chart->paper = ink_attr(r, node, "paper", accent);
	chart->palette = palette_attr(r, node);
}

/* In whatever way it is seen. */
static double legibility(const Ink *words, const Ink *ground)
{
	Vision vision;
	return colour_least_contrast(colour_light(words->rgb), colour_light(ground->rgb), &vision) *
	       10;
}

/* White, or else the ink of the labels, or else black. */
static const Ink *lettering_on(const Ink *ground, const Style *labels)
{
	static const Ink white = {.name = "white", .rgb = {255, 255, 255}, .has_cmyk = true};
	static const Ink black = {.name = "black", .has_cmyk = true, .cmyk = {0, 0, 0, 100}};
	if (!ground || legibility(&white, ground) >= LEGIBLE)
		return &white;
	if (labels && labels->color && legibility(labels->color, ground) >= LEGIBLE)
		return labels->color;
	return legibility(&white, ground) > legibility(&black, ground) ? &white : &black;
}

static const Ink *const *chart_lettering(Reading *r, const ChartSpec *chart)
{
	int count = chart->palette ? chart->palette->count : 1;
	const Ink **inks = arena_array(r->a, (size_t)count, sizeof(Ink *));
	for (int i = 0; i < count; i++)
		inks[i] = lettering_on(chart->palette ? chart->palette->inks[i] : chart->ink,
				       chart->label_style);
	return inks;
}

/* The numbers along its scale are said as its figures are, where any number can be said so. */
static void chart_axis(Reading *r, const Node *node, const Ink *accent, ChartSpec *chart)
{
	static const char *const bottom[] = {"none", "bottom", NULL};
	static const char *const left[] = {"none", "left", NULL};
	static const char *const always[] = {"bottom", "none", NULL};
	const char *const *sides = chart->kind == CHART_COLUMNS ? left
				   : chart->kind == CHART_DOTS  ? always
								: bottom;
	Format format = format_attr(r, node, "format", FORMAT_NUMBER);
	const Expr *value = expr_read_path(r->a, "@value", node->place, r->diags);
	bool chosen = choice_attr(r, node, "axis", sides) != 0;
	if (chosen == (sides == always) || chart_kind_has_parts(chart->kind))
		return;
	chart->axis_style = style_attr_or(r, node, "axis-style", chart->label_style, accent);
	chart->tick =
	    pattern_of_value(r->a, value, format == FORMAT_PERCENT ? format : FORMAT_NUMBER);
}

static void chart_measures(Reading *r, const Node *node, ChartSpec *chart)
{
	const Attr *width = node_attr(node, "label-width"),
		   *rows = node_attr(node, "placeholder-rows");
	chart->label_width = (Track){TRACK_PERCENT, LABEL_PART};
	if (width)
		value_track(width->value, width->value_place, "label-width", &chart->label_width,
			    r->diags);
	chart->row_height = seen_len_attr(r, node, "row-height", ROW_HEIGHT);
	chart->bar_height =
	    chart->kind == CHART_DOTS
		? seen_len_attr(r, node, "dot-size", DOT_SIZE)
		: seen_len_attr(r, node, "bar-height",
				chart->kind == CHART_STACK ? STACK_HEIGHT : BAR_HEIGHT);
	chart->height = seen_len_attr(r, node, "height", HEIGHT);
	chart->inset = node_attr(node, "padding") ? 0 : INSET;
	chart->rows = ROWS;
	if (rows)
		value_int(rows->value, rows->value_place, rows->name, 1, ROWS_MOST, &chart->rows,
			  r->diags);
}

const ChartSpec *chart_read(Reading *r, const Node *node, const Ink *accent)
{
	const char *scale = node_value(node, "scale");
	ChartSpec *chart = ARENA_NEW(r->a, ChartSpec);
	chart->kind = chart_kind(node->name);
	chart->place = node->place;
	chart->select = path_attr(r, node, "select");
	chart->value = path_attr(r, node, "value");
	chart->label = pattern_of_value(r->a, path_attr(r, node, "label"),
					format_attr(r, node, "label-format", FORMAT_NONE));
	chart->figure =
	    pattern_of_value(r->a, chart->value, format_attr(r, node, "format", FORMAT_NUMBER));
	chart->scale =
	    scale ? scale
		  : str_format(r->a, "chart at %d:%d", node->place.line, node->place.column);
	chart->shared = scale != NULL;
	chart->from = path_attr(r, node, "from");
	if (chart->from && chart->figure)
		chart->from_figure = pattern_of_value(r->a, chart->from, chart->figure->format);
	flag_attr(r, node, "reverse", &chart->reverse);
	chart->of = node_attr(node, "of") ? path_attr(r, node, "of") : NULL;
	chart_styles(r, node, accent, chart);
	chart_words(r, node, accent, chart);
	chart_heads(r, node, accent, chart);
	rest_read(r, node, chart->label_style, accent, &chart->rest);
	chart_inks(r, node, accent, chart);
	chart->lettering = chart_lettering(r, chart);
	chart_measures(r, node, chart);
	chart_axis(r, node, accent, chart);
	alt_need(r, node);
	if (chart->placeholder && !node_child(node, "alt"))
		text_need(r, "placeholder-alt", "placeholder");
	return chart;
}
