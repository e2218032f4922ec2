/* SPDX-License-Identifier: MIT */
#include "set/size.h"

#include "base/str.h"
#include "set/chart.h"
#include "set/column.h"
#include "set/columns.h"
#include "set/figure.h"
#include "set/frame.h"
#include "set/grid.h"
#include "set/icon_array.h"
#include "set/locator.h"
#include "set/note.h"
#include "set/picture.h"
#include "set/row.h"
#include "set/stack.h"
#include "set/table.h"

SizedText size_text(const Measure *m, const Words *words, Len width)
{
	SizedText text = {.para = para_measure(m->arena, m->setter, words, m->fit),
			  .measure = width};
	text.lines = para_break(text.para, width);
	for (int i = 0; i < text.lines.count; i++)
		text.overfull |= text.lines.lines[i].overfull;
	return text;
}

Len size_words_natural(const Measure *m, const Words *words)
{
	return para_natural_width(para_measure(m->arena, m->setter, words, m->fit));
}

Len size_cap_height(const SizedText *text)
{
	if (text->lines.count == 0 || text->lines.lines[0].run_count == 0)
		return 0;
	const LineRun *run = &text->lines.lines[0].runs[0];
	const FontMetrics *metrics = font_metrics(run->font);
	return len_scale(run->size, metrics->cap_height, metrics->units_per_em);
}

Len size_space(const Measure *m, Len space)
{
	return len_scale(space, m->fit->space, 1000);
}

const Words *size_words(const Measure *m, const Box *box)
{
	int chosen = 0;
	for (int i = 0; box->shorts && m->fit->levels && i < m->layout->fit_count; i++) {
		const FitStep *step = &m->layout->fit[i];
		for (int n = 0; step->kind == FIT_TEXT && n < m->fit->levels[i]; n++)
			chosen += box->element->id && str_equal(step->of[n], box->element->id);
	}
	if (chosen > box->element->short_count)
		chosen = box->element->short_count;
	return chosen > 0 ? &box->shorts[chosen - 1] : &box->words;
}

static Len spread_before(const Measure *m, const Element *element)
{
	Len extra = 0;
	for (int i = 0; m->fit->levels && i < m->layout->fit_count; i++) {
		const FitStep *step = &m->layout->fit[i];
		if (step->kind == FIT_SPREAD && str_equal(step->at, element->name))
			extra = len_add(extra, m->fit->levels[i]);
	}
	return extra;
}

Len size_space_before(const Measure *m, const Box *box)
{
	const Element *element = box->element;
	return len_add(size_space(m, element->decor.space_before), spread_before(m, element));
}

Len size_inset(const Decor *decor, unsigned side)
{
	const Edges *p = &decor->padding;
	Len padding = side == SIDE_TOP     ? p->top
		      : side == SIDE_RIGHT ? p->right
		      : side == SIDE_LEFT  ? p->left
					   : p->bottom;
	bool bordered = decor->border && (decor->border_sides & side);
	return len_add(padding, bordered ? decor->border_width : 0);
}

static Len inset_across(const Decor *decor)
{
	return len_add(size_inset(decor, SIDE_LEFT), size_inset(decor, SIDE_RIGHT));
}

Len size_inner_width(const Sized *sized)
{
	return len_add(sized->width, -inset_across(&sized->box->element->decor));
}

/* Tracks */

static Len track_fixed(const Track *track, Len total, Len natural)
{
	switch (track->unit) {
	case TRACK_LEN:
		return track->value;
	case TRACK_PERCENT:
		return len_scale(total, track->value, 100000);
	case TRACK_AUTO:
		return natural;
	case TRACK_FR:
		break;
	}
	return 0;
}

/* Columns that are as wide as they like give way until nothing is over, or nothing is left of them. */
static Len narrow_natural(const Track *tracks, int count, Len *widths, Len over)
{
	int64_t wanted = 0;
	for (int i = 0; i < count; i++)
		wanted += tracks[i].unit == TRACK_AUTO ? widths[i] : 0;
	Len taken = (Len)(over < wanted ? over : wanted);
	for (int i = 0; i < count && wanted > 0; i++) {
		if (tracks[i].unit != TRACK_AUTO)
			continue;
		Len less = (Len)((int64_t)taken * widths[i] / wanted);
		wanted -= widths[i];
		widths[i] -= less;
		taken -= less;
		over -= less;
	}
	return over;
}

static void share_rest(const Track *tracks, int count, Len *widths, Len rest)
{
	int64_t parts = 0;
	for (int i = 0; i < count; i++)
		parts += tracks[i].unit == TRACK_FR ? tracks[i].value : 0;
	for (int i = 0; i < count && parts > 0; i++) {
		if (tracks[i].unit != TRACK_FR)
			continue;
		widths[i] = (Len)((int64_t)rest * tracks[i].value / parts);
		rest -= widths[i];
		parts -= tracks[i].value;
	}
}

Len size_tracks(const Track *tracks, int count, Len total, Len gap, const Len *natural, Len *widths)
{
	int64_t rest = (int64_t)total - (int64_t)gap * (count > 0 ? count - 1 : 0);
	for (int i = 0; i < count; i++) {
		widths[i] = track_fixed(&tracks[i], total, natural[i]);
		rest -= widths[i];
	}
	if (rest >= 0) {
		share_rest(tracks, count, widths, (Len)rest);
		return 0;
	}
	Len over = (Len)(-rest < LEN_MAX ? -rest : LEN_MAX);
	return narrow_natural(tracks, count, widths, over);
}

/* One paragraph, rules and spaces */

static void size_paragraph(const Measure *m, Sized *sized)
{
	const Decor *decor = &sized->box->element->decor;
	sized->mark = sized->box->mark ? size_mark(m, sized->box) : NULL;
	Len indent = sized->mark ? sized->mark->indent : 0;
	sized->text =
	    size_text(m, size_words(m, sized->box), len_add(size_inner_width(sized), -indent));
	Len top = size_inset(decor, SIDE_TOP);
	Len bottom = size_inset(decor, SIDE_BOTTOM);
	sized->height = len_add(len_add(top, sized->text.lines.height), bottom);
	sized->baseline = len_add(top, sized->text.lines.baseline);
	sized->overfull = sized->text.overfull;
}

static void size_kind(const Measure *m, Sized *sized)
{
	const Element *element = sized->box->element;
	switch (element->kind) {
	case ELEMENT_COLUMN:
		size_column(m, sized);
		break;
	case ELEMENT_ROW:
		size_row(m, sized);
		break;
	case ELEMENT_GRID:
		size_grid(m, sized);
		break;
	case ELEMENT_STACK:
		size_stack(m, sized);
		break;
	case ELEMENT_COLUMNS:
		size_columns(m, sized);
		break;
	case ELEMENT_TEXT:
		size_paragraph(m, sized);
		break;
	case ELEMENT_TABLE:
		size_table(m, sized);
		break;
	case ELEMENT_LADDER:
		size_ladder(m, sized);
		break;
	case ELEMENT_DONUT:
		size_donut(m, sized);
		break;
	case ELEMENT_CHART:
		size_chart(m, sized);
		break;
	case ELEMENT_ICON_ARRAY:
		size_icon_array(m, sized);
		break;
	case ELEMENT_LOCATOR_MAP:
		size_locator(m, sized);
		break;
	case ELEMENT_IMAGE:
	case ELEMENT_ICON:
		size_picture(m, sized);
		break;
	case ELEMENT_RULE:
		sized->height = element->thickness;
		break;
	case ELEMENT_FRAME:
		size_frame(m, sized);
		break;
	case ELEMENT_STRETCH: /* nothing, until it is known what is left over */
		break;
	case ELEMENT_SPACE:
		sized->height = size_space(m, element->thickness);
		break;
	case ELEMENT_REPEAT: /* never has a box */
		break;
	}
}

static void size_omitting(const Measure *m, Sized *sized)
{
	for (int i = 0; i < m->omission_count; i++)
		if (m->omissions[i].box == sized->box)
			sized->height = len_max(sized->height - m->omissions[i].height, 0);
}

Sized size_box(const Measure *m, const Box *box, Len width)
{
	Sized sized = {.box = box, .width = width, .baseline = NO_BASELINE};
	size_kind(m, &sized);
	size_omitting(m, &sized);
	return sized;
}

/* Natural widths */

static Len natural_of_kids(const Measure *m, const Box *box)
{
	bool side_by_side = box->element->kind == ELEMENT_ROW;
	Len width = 0;
	for (const Box *kid = box->first; kid; kid = kid->next) {
		Len natural = size_natural(m, kid);
		Len gap = kid != box->first && side_by_side ? box->element->row->gap : 0;
		width =
		    side_by_side ? len_add(width, len_add(gap, natural)) : len_max(width, natural);
	}
	return width;
}

static Len natural_of_columns(const Measure *m, const Box *box)
{
	const ColumnsSpec *spec = box->element->columns;
	Len gaps = len_scale(spec->gap, spec->count - 1, 1);
	return len_add(gaps, len_scale(natural_of_kids(m, box), spec->count, 1));
}

Len size_natural(const Measure *m, const Box *box)
{
	Len inset = inset_across(&box->element->decor);
	switch (box->element->kind) {
	case ELEMENT_COLUMN:
	case ELEMENT_ROW:
	case ELEMENT_STACK:
		return len_add(inset, natural_of_kids(m, box));
	case ELEMENT_COLUMNS:
		return len_add(inset, natural_of_columns(m, box));
	case ELEMENT_GRID:
		return len_add(inset, grid_natural(m, box));
	case ELEMENT_TEXT:
		inset = len_add(inset, box->mark ? size_mark(m, box)->indent : 0);
		return len_add(inset, size_words_natural(m, size_words(m, box)));
	case ELEMENT_IMAGE:
	case ELEMENT_ICON:
		return len_add(inset, picture_natural(box->element));
	case ELEMENT_ICON_ARRAY: /* 0 where it says none */
		return len_add(inset, box->icons->spec->width);
	case ELEMENT_TABLE:
		return len_add(inset, table_natural(m, box));
	default: /* charts and figures take the width they are given */
		return inset;
	}
}
