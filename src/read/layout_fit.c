/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/value.h"

#include <string.h>

enum { TIGHTEST = 300, LOOSEST = 3000, ROWS_MOST = 1000 };
enum { TRACKING_LEAST = -200 }; /* em/1000: beyond it letters stand in each other */
/* More is a mistake: each step costs a try of the whole page, and each name a look through all boxes. */
enum { STEPS_MOST = 100, NAMES_MOST = 200 };

/* What a step changes, and how the layout says that. */
typedef struct Change {
	const char *name;
	FitKind kind;
	bool has_styles;
} Change;

static const Change tightenings[] = {{"space", FIT_SPACE, false},
				     {"line-height", FIT_LEADING, false},
				     {"letter-spacing", FIT_TRACKING, true},
				     {"font-size", FIT_SIZE, true},
				     {NULL, FIT_SPACE, false}};

static const Change spreadings[] = {{"space", FIT_SPREAD_SPACE, false},
				    {"line-height", FIT_SPREAD_LEADING, false},
				    {NULL, FIT_SPACE, false}};

static const Change *change_named(Reading *r, const Attr *property, const Change *known,
				  const char *what)
{
	const char *names[8] = {NULL};
	StrBuf list = {.arena = r->a};
	for (int i = 0; known[i].name; i++) {
		if (strcmp(property->value, known[i].name) == 0)
			return &known[i];
		names[i] = known[i].name;
		strbuf_format(&list, "%s%s", i ? ", " : "", known[i].name);
	}
	const char *nearest = str_nearest(property->value, names);
	diag_error(r->diags, property->value_place, DIAG_LAYOUT, "\"%.60s\" cannot be %s%s",
		   property->value, what, str_guess(r->a, nearest));
	diag_hint(r->diags, "what can be: %s", strbuf_text(&list));
	return NULL;
}

/* A ratio between two bounds, in thousandths; the design (1000) when it is out of them, which is told. */
static void ratio_read(Reading *r, const Attr *to, int least, int most, FitStep *step)
{
	step->floor = 1000;
	if (!to || !value_ratio(to->value, to->value_place, "to", &step->floor, r->diags) ||
	    (step->floor >= least && step->floor <= most))
		return;
	diag_error(r->diags, to->value_place, DIAG_LAYOUT,
		   "to is \"%s\", but %s goes to between %d%% and %d%%", to->value,
		   least < 1000 ? "tightening" : "spreading", least / 10, most / 10);
	step->floor = 1000;
}

static void tracking_read(Reading *r, const Attr *to, FitStep *step)
{
	if (!to || !value_em(to->value, to->value_place, "to", &step->floor, r->diags) ||
	    step->floor >= TRACKING_LEAST)
		return;
	diag_error(r->diags, to->value_place, DIAG_LAYOUT,
		   "to is \"%s\", but letters are tracked down to -0.2em", to->value);
	step->floor = 0;
}

static void tighten_read(Reading *r, const Node *node, FitStep *step)
{
	const Attr *property = node_attr(node, "property"), *style = node_attr(node, "style");
	const Attr *to = node_attr(node, "to");
	step->floor = 1000; /* it changes nothing, whatever is told below */
	const Change *change =
	    property ? change_named(r, property, tightenings, "tightened") : NULL;
	if (change == NULL)
		return;
	step->kind = change->kind;
	if (change->kind == FIT_TRACKING)
		tracking_read(r, to, step);
	else
		ratio_read(r, to, TIGHTEST, 1000, step);
	if (change->has_styles && style == NULL) {
		diag_error(r->diags, node->place, DIAG_LAYOUT,
			   "this step does not say the styles it may touch");
		diag_hint(r->diags, "write style=\"…\": the names of styles, with spaces between");
	}
	if (!change->has_styles && style)
		diag_error(
		    r->diags, style->place, DIAG_LAYOUT,
		    "%s is tightened everywhere: \"style\" is for letter-spacing and font-size",
		    change->name);
	if (step->styles == NULL && change->has_styles)
		step->styles = ARENA_ARRAY(r->a, r->wishes.count + 1, bool);
}

static void spread_at_read(Reading *r, const Node *node, const Attr *at, FitStep *step)
{
	step->at = at->value;
	step->floor = len_attr(r, node, "to", 0);
	if (layout_is_box(at->value))
		return;
	diag_error(r->diags, at->value_place, DIAG_LAYOUT,
		   "there is no element \"%.60s\" to spread at", at->value);
	diag_hint(r->diags, "at names a kind of element, as in at=\"h2\", and no id");
}

static void spread_read(Reading *r, const Node *node, FitStep *step)
{
	const Attr *at = node_attr(node, "at"), *property = node_attr(node, "property");
	step->kind = FIT_SPREAD;
	step->at = "";
	if ((at != NULL) == (property != NULL)) {
		diag_error(r->diags, node->place, DIAG_LAYOUT,
			   at ? "<spread> spreads at elements or a property, not both"
			      : "<spread> does not say what it spreads");
		diag_hint(r->diags,
			  "write at=\"h2\" to=\"8mm\", or property=\"space\" to=\"130%%\"");
		return;
	}
	if (at) {
		spread_at_read(r, node, at, step);
		return;
	}
	const Change *change = change_named(r, property, spreadings, "spread");
	if (change) {
		step->kind = change->kind;
		ratio_read(r, node_attr(node, "to"), 1000, LOOSEST, step);
	}
}

/* The words of a list, ended by NULL; no more than NAMES_MOST, which is told. */
static const char *const *names_read(Reading *r, const Attr *attr, int *count)
{
	List names = list_new(r->a, sizeof(const char *));
	const char *s = str_fold(r->a, attr->value);
	while (*s && names.count < NAMES_MOST) {
		size_t length = strcspn(s, " ");
		*(const char **)list_add(&names) = str_copy_n(r->a, s, length);
		s += length;
		s += strspn(s, " ");
	}
	if (*s)
		diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
			   "this step names more than %d elements", NAMES_MOST);
	*count = names.count;
	list_add(&names);
	return names.items;
}

static void shorten_read(Reading *r, const Node *node, FitStep *step)
{
	const Attr *text = node_attr(node, "text"), *rows = node_attr(node, "rows");
	const Attr *of = node_attr(node, "of");
	int count = 0;
	step->kind = FIT_TEXT;
	if ((text != NULL) == (rows != NULL)) {
		diag_error(r->diags, node->place, DIAG_LAYOUT,
			   text ? "<shorten> shortens texts or rows, not both: write two steps"
				: "<shorten> does not say what it shortens");
		diag_hint(r->diags, "write text=\"…\" (ids of texts) or rows=\"8\"");
		return;
	}
	if (text) {
		step->of = names_read(r, text, &count);
		step->floor = count;
		if (of)
			diag_error(r->diags, of->place, DIAG_LAYOUT, "\"of\" goes with \"rows\"");
		return;
	}
	step->kind = FIT_ROWS;
	step->floor = FIT_ROWS_ALL;
	value_int(rows->value, rows->value_place, "rows", 1, ROWS_MOST, &step->floor, r->diags);
	step->of = of ? names_read(r, of, &count) : NULL;
	text_need(r, "more", "table");
}

static void step_read(Reading *r, const Node *node, FitStep *step)
{
	const Attr *style = node_attr(node, "style");
	step->place = node->place;
	step->styles = style ? style_flags(r, style) : NULL;
	if (strcmp(node->name, "spread") == 0) {
		spread_read(r, node, step);
	} else if (strcmp(node->name, "shorten") == 0) {
		shorten_read(r, node, step);
	} else if (strcmp(node->name, "condense") == 0) {
		step->kind = FIT_CONDENSE;
		step->floor = 1;
	} else {
		tighten_read(r, node, step);
	}
}

void fit_read(Reading *r, const Node *fit)
{
	List steps = list_new(r->a, sizeof(FitStep));
	const Node *node = fit ? fit->first : NULL;
	for (; node && steps.count < STEPS_MOST; node = node->next)
		if (node->kind == NODE_ELEMENT)
			step_read(r, node, list_add(&steps));
	if (node)
		diag_error(r->diags, node->place, DIAG_LAYOUT, "<fit> has more than %d steps",
			   STEPS_MOST);
	r->layout->fit = steps.items;
	r->layout->fit_count = steps.count;
}

/* Names of elements */

static const Element *element_find(const Element *element, const char *id)
{
	for (; element; element = element->next) {
		if (element->id && strcmp(element->id, id) == 0)
			return element;
		const Element *inside = element_find(element->first, id);
		if (inside)
			return inside;
	}
	return NULL;
}

static const char *nearest_id(Reading *r, const char *id)
{
	const char **ids = ARENA_ARRAY(r->a, r->ids.count + 1, const char *);
	for (int i = 0; i < r->ids.count; i++)
		ids[i] = ((Named *)list_at(&r->ids, i))->id;
	return str_nearest(id, ids);
}

/* A ladder that a layout takes over from another may name what this one leaves out. */
static void tell_unknown(Reading *r, const char *id, Place place)
{
	if (strcmp(place.file, r->layout->file) != 0)
		return;
	const char *nearest = nearest_id(r, id);
	diag_error(r->diags, place, DIAG_LAYOUT, "there is no element with the id \"%.60s\"%s", id,
		   str_guess(r->a, nearest));
	diag_hint(r->diags, "a step of <fit> names elements of this layout by their ids");
}

/* A text that is named once more than it has shorter words would stay as it is. */
static void text_check(Reading *r, const Element *element, int named, Place place)
{
	if (named <= element->short_count)
		return;
	diag_error(r->diags, place, DIAG_LAYOUT, "\"%s\" has %s", element->id,
		   element->short_count ? "fewer <short> than this step names it times"
					: "no shorter words");
	diag_hint(r->diags, "write <short>…</short> behind its words");
}

/* The limit that an element has on its rows; 0: none, or no rows. */
static int limit_of(const Element *element)
{
	return element->table   ? element->table->rest.limit
	       : element->chart ? element->chart->rest.limit
				: 0;
}

/* One that has fewer rows by its own limit is never shortened. */
static void limit_check(Reading *r, const FitStep *step, const Element *element, Place place)
{
	int limit = limit_of(element);
	bool here = strcmp(place.file, r->layout->file) == 0;
	if (!here || limit == 0 || limit > step->floor)
		return;
	diag_warning(r->diags, place, DIAG_LAYOUT,
		     "\"%s\" has at most %d row%s by its limit: this step changes nothing there",
		     element->id, limit, limit == 1 ? "" : "s");
	diag_hint(r->diags, "keep fewer rows than its limit=\"%d\"", limit);
}

/* Whether all tables and charts have so few rows; `any`: there are such. */
static bool all_limited(const Element *element, int rows, bool *any)
{
	for (; element; element = element->next) {
		bool has_rows = element->table || element->chart;
		*any = *any || has_rows;
		if (has_rows && (limit_of(element) == 0 || limit_of(element) > rows))
			return false;
		if (!all_limited(element->first, rows, any))
			return false;
	}
	return true;
}

static void limits_check(Reading *r, const FitStep *step, const Node *node)
{
	const Attr *rows = node_attr(node, "rows");
	bool any = false, here = strcmp(node->place.file, r->layout->file) == 0;
	if (!here || !rows || !all_limited(r->layout->body, step->floor, &any) ||
	    !all_limited(r->layout->foot, step->floor, &any) || !any)
		return;
	diag_warning(
	    r->diags, rows->value_place, DIAG_LAYOUT,
	    "no table or chart has more rows than this by its limit: this step changes nothing");
	diag_hint(r->diags, "keep fewer rows than their limit=\"…\"");
}

static void name_check(Reading *r, const FitStep *step, int i, Place place)
{
	const Element *element = element_find(r->layout->body, step->of[i]);
	element = element ? element : element_find(r->layout->foot, step->of[i]);
	int named = 1;
	for (int before = 0; before < i; before++)
		named += strcmp(step->of[before], step->of[i]) == 0;
	if (element == NULL) {
		tell_unknown(r, step->of[i], place);
	} else if (step->kind == FIT_TEXT) {
		text_check(r, element, named, place);
	} else if (!element->table && !element->chart) {
		diag_error(r->diags, place, DIAG_LAYOUT, "\"%s\" has no rows: it is a <%s>",
			   step->of[i], element->name);
		diag_hint(r->diags, "name tables and charts");
	} else {
		limit_check(r, step, element, place);
	}
}

void fit_names_check(Reading *r, const Node *fit)
{
	int number = 0;
	const Node *node = fit ? fit->first : NULL;
	for (; node && number < r->layout->fit_count; node = node->next) {
		if (node->kind != NODE_ELEMENT)
			continue;
		const FitStep *step = &r->layout->fit[number++];
		const Attr *attr = node_attr(node, step->kind == FIT_TEXT ? "text" : "of");
		if (step->kind == FIT_ROWS && !step->of)
			limits_check(r, step, node);
		for (int i = 0; step->of && attr && step->of[i]; i++)
			name_check(r, step, i, attr->value_place);
	}
}
