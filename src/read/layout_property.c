/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "read/value.h"

#include <string.h>

enum { SIZE_MOST = LEN_PT(2000) };

static void say_size(Reading *r, Wish *w, const Attr *attr)
{
	if (!value_type_size(attr->value, attr->value_place, attr->name, &w->style.size, r->diags))
		return;
	if (w->style.size <= 0 || w->style.size > SIZE_MOST)
		diag_error(r->diags, attr->value_place, DIAG_FORM,
			   "no type is %s in size: it must be more than 0 and at most 2000pt",
			   attr->value);
}

static void say_stretch(Reading *r, Wish *w, const Attr *attr)
{
	int ratio = 1000;
	if (!value_ratio(attr->value, attr->value_place, attr->name, &ratio, r->diags))
		return;
	if (ratio < 500 || ratio > 2000)
		diag_error(r->diags, attr->value_place, DIAG_FORM,
			   "font-stretch is \"%s\", but lies between 50%% and 200%%", attr->value);
	w->style.stretch = ratio / 10;
}

static void say_line_height(Reading *r, Wish *w, const Attr *attr)
{
	int *height = &w->style.line_height;
	if (value_ratio(attr->value, attr->value_place, attr->name, height, r->diags) &&
	    (*height < 500 || *height > 10000))
		diag_error(r->diags, attr->value_place, DIAG_FORM,
			   "line-height is \"%s\", but lies between 0.5 and 10 times the size",
			   attr->value);
}

static void say_color(Reading *r, Wish *w, const Attr *attr)
{
	w->accent = strcmp(attr->value, "accent") == 0;
	w->style.color = w->accent ? NULL : ink_named(r, attr, attr->value, NULL);
}

static void say_figures(Reading *r, Wish *w, const Attr *attr)
{
	static const char *const words[] = {"default", "lining", "tabular", "oldstyle", NULL};
	w->style.figures = (Figures)choice_attr(r, w->node, attr->name, words);
}

static void say_align(Reading *r, Wish *w, const Attr *attr)
{
	static const char *const words[] = {"start", "center", "end", "justify", NULL};
	static const Align aligns[] = {ALIGN_START, ALIGN_CENTER, ALIGN_END, ALIGN_JUSTIFY};
	w->style.align = aligns[choice_attr(r, w->node, attr->name, words)];
}

static void say_wrap(Reading *r, Wish *w, const Attr *attr)
{
	static const char *const words[] = {"pretty", "balance", "first-fit", NULL};
	w->style.wrap = (Wrap)choice_attr(r, w->node, attr->name, words);
}

static void say_hyphens(Reading *r, Wish *w, const Attr *attr)
{
	static const char *const words[] = {"none", "auto", NULL};
	w->style.hyphens = choice_attr(r, w->node, attr->name, words) == 1;
}

static void say_keep(Reading *r, Wish *w, const Attr *attr)
{
	static const char *const words[] = {"yes", "no", NULL};
	w->style.keep = choice_attr(r, w->node, attr->name, words) == 1;
}

static void say_optical(Reading *r, Wish *w, const Attr *attr)
{
	static const char *const words[] = {"no", "yes", NULL};
	w->style.optical = choice_attr(r, w->node, attr->name, words) == 1;
}

static void say_caps(Reading *r, Wish *w, const Attr *attr)
{
	static const char *const words[] = {"normal", "small", NULL};
	w->style.small_caps = choice_attr(r, w->node, attr->name, words) == 1;
}

static void say_family(Reading *r, Wish *w, const Attr *attr)
{
	(void)r;
	w->style.family = attr->value;
	w->style.family_place = attr->value_place;
}

static void say_weight(Reading *r, Wish *w, const Attr *attr)
{
	if (!value_int(attr->value, attr->value_place, attr->name, 1, 1000, &w->style.weight,
		       r->diags))
		diag_hint(r->diags, "400 is regular, 700 is bold");
}

static void say_tracking(Reading *r, Wish *w, const Attr *attr)
{
	value_em(attr->value, attr->value_place, attr->name, &w->style.tracking, r->diags);
}

static void say_rise(Reading *r, Wish *w, const Attr *attr)
{
	value_shift(attr->value, attr->value_place, attr->name, &w->style.rise, r->diags);
}

static void say_suffix(Reading *r, Wish *w, const Attr *attr)
{
	(void)r;
	w->suffix = attr;
}

static void say_space(Reading *r, Wish *w, const Attr *attr)
{
	value_len(attr->value, attr->value_place, attr->name, &w->style.space_before, r->diags);
}

typedef struct Property {
	const char *name;
	unsigned says;
	void (*say)(Reading *r, Wish *w, const Attr *attr);
} Property;

static const Property properties[] = {
    {"font-family", SAYS_FAMILY, say_family},
    {"font-size", SAYS_SIZE, say_size},
    {"font-weight", SAYS_WEIGHT, say_weight},
    {"font-stretch", SAYS_STRETCH, say_stretch},
    {"line-height", SAYS_LINE_HEIGHT, say_line_height},
    {"color", SAYS_COLOR, say_color},
    {"figures", SAYS_FIGURES, say_figures},
    {"letter-spacing", SAYS_TRACKING, say_tracking},
    {"text-align", SAYS_ALIGN, say_align},
    {"text-wrap", SAYS_WRAP, say_wrap},
    {"hyphens", SAYS_HYPHENS, say_hyphens},
    {"wrap", SAYS_KEEP, say_keep},
    {"optical-margin", SAYS_OPTICAL, say_optical},
    {"caps", SAYS_CAPS, say_caps},
    {"baseline-shift", SAYS_RISE, say_rise},
    {"ordinal-suffix", SAYS_SUFFIX, say_suffix},
    {"space-before", SAYS_SPACE, say_space},
};

enum { PROPERTY_COUNT = sizeof properties / sizeof *properties };

void properties_read(Reading *r, Wish *wish)
{
	for (int i = 0; i < PROPERTY_COUNT; i++) {
		const Attr *attr = node_attr(wish->node, properties[i].name);
		if (attr == NULL)
			continue;
		wish->says |= properties[i].says;
		properties[i].say(r, wish, attr);
	}
}

void wish_lay(Wish *under, const Wish *over)
{
	Style *to = &under->style;
	const Style *from = &over->style;
	unsigned says = over->says;
	to->family = says & SAYS_FAMILY ? from->family : to->family;
	to->family_place = says & SAYS_FAMILY ? from->family_place : to->family_place;
	to->size = says & SAYS_SIZE ? from->size : to->size;
	to->weight = says & SAYS_WEIGHT ? from->weight : to->weight;
	to->stretch = says & SAYS_STRETCH ? from->stretch : to->stretch;
	to->line_height = says & SAYS_LINE_HEIGHT ? from->line_height : to->line_height;
	to->color = says & SAYS_COLOR ? from->color : to->color;
	under->accent = says & SAYS_COLOR ? over->accent : under->accent;
	to->figures = says & SAYS_FIGURES ? from->figures : to->figures;
	to->tracking = says & SAYS_TRACKING ? from->tracking : to->tracking;
	to->align = says & SAYS_ALIGN ? from->align : to->align;
	to->wrap = says & SAYS_WRAP ? from->wrap : to->wrap;
	to->hyphens = says & SAYS_HYPHENS ? from->hyphens : to->hyphens;
	to->keep = says & SAYS_KEEP ? from->keep : to->keep;
	to->optical = says & SAYS_OPTICAL ? from->optical : to->optical;
	to->small_caps = says & SAYS_CAPS ? from->small_caps : to->small_caps;
	to->rise = says & SAYS_RISE ? from->rise : to->rise;
	under->suffix = says & SAYS_SUFFIX ? over->suffix : under->suffix;
	to->space_before = says & SAYS_SPACE ? from->space_before : to->space_before;
	under->says |= says;
}
