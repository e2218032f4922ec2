/* SPDX-License-Identifier: MIT */
#include "set/size.h"

#include "base/list.h"
#include "base/str.h"
#include "set/chart.h"
#include "set/figure.h"
#include "set/table.h"

SizedText size_text(const Measure *m, const Words *words, Len width)
{
	SizedText text = {.para = para_measure(m->arena, m->setter, words, m->fit),
			  .measure = width};
	text.lines = para_break(m->arena, text.para, width);
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

static Len spread_before(const Measure *m, const Element *element)
{
	Len extra = 0;
	for (int i = 0; m->fit->spread && i < m->layout->fit_count; i++) {
		const FitStep *step = &m->layout->fit[i];
		if (step->kind == FIT_SPREAD && str_equal(step->at, element->name))
			extra += m->fit->spread[i];
	}
	return extra;
}

Len size_space_before(const Measure *m, const Box *box)
{
	const Element *element = box->element;
	return size_space(m, element->decor.space_before) + spread_before(m, element);
}

Len size_inset(const Decor *decor, unsigned side)
{
	const Edges *p = &decor->padding;
	Len padding = side == SIDE_TOP     ? p->top
		      : side == SIDE_RIGHT ? p->right
		      : side == SIDE_LEFT  ? p->left
					   : p->bottom;
	return padding + (decor->border && (decor->border_sides & side) ? decor->border_width : 0);
}

static Len inset_across(const Decor *decor)
{
	return size_inset(decor, SIDE_LEFT) + size_inset(decor, SIDE_RIGHT);
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

/* Columns: one below the other */

/* A box that bleeds runs from edge to edge of the sheet, whatever the margins. */
static bool runs_edge_to_edge(const Measure *m, const Box *column, const Box *kid)
{
	return kid->element->decor.bleed && column->element == m->layout->body;
}

static Sized size_column_kid(const Measure *m, const Box *column, const Box *kid, Len left,
			     Len width)
{
	const PageSpec *page = &m->layout->page;
	bool bleeds = runs_edge_to_edge(m, column, kid);
	Sized sized = size_box(m, kid, bleeds ? page->width : width);
	sized.x = bleeds ? -page->margin.left : left;
	return sized;
}

static void size_column(const Measure *m, Sized *column)
{
	const Decor *decor = &column->box->element->decor;
	List kids = list_new(m->arena, sizeof(Sized));
	Len y = size_inset(decor, SIDE_TOP);
	Len inner = column->width - inset_across(decor);
	for (const Box *box = column->box->first; box; box = box->next) {
		Sized *kid = list_add(&kids);
		*kid = size_column_kid(m, column->box, box, size_inset(decor, SIDE_LEFT), inner);
		y = len_add(y, box == column->box->first ? 0 : size_space_before(m, box));
		kid->y = y;
		y = len_add(y, kid->height);
		column->overfull |= kid->overfull;
		if (column->baseline == NO_BASELINE && kid->baseline != NO_BASELINE)
			column->baseline = kid->y + kid->baseline;
	}
	column->kids = kids.items;
	column->kid_count = kids.count;
	column->height = len_add(y, size_inset(decor, SIDE_BOTTOM));
}

/* Rows: side by side */

static int row_kid_count(const Box *row)
{
	int count = 0;
	for (const Element *kid = row->element->first; kid; kid = kid->next)
		count++;
	return count;
}

/* The boxes of a row by their track: NULL where a condition left one out. */
static const Box **row_boxes(const Measure *m, const Box *row, int count)
{
	const Box **boxes = arena_array(m->arena, (size_t)count, sizeof(Box *));
	const Box *box = row->first;
	int i = 0;
	for (const Element *kid = row->element->first; kid; kid = kid->next, i++) {
		if (box && box->element == kid) {
			boxes[i] = box;
			box = box->next;
		}
	}
	return boxes;
}

/* Which track each child has, and what the widths need beyond the room there is. */
static Len row_widths(const Measure *m, const Box *row, const Box **boxes, int count, Len inner,
		      Len *widths)
{
	const RowSpec *spec = row->element->row;
	Len *natural = ARENA_ARRAY(m->arena, count, Len);
	Track *tracks = ARENA_ARRAY(m->arena, count, Track);
	for (int i = 0; i < count; i++) {
		Track own = {spec->between ? TRACK_AUTO : TRACK_FR, 1000};
		tracks[i] = spec->tracks ? spec->tracks[i] : own;
		if (boxes[i] && tracks[i].unit == TRACK_AUTO)
			natural[i] = size_natural(m, boxes[i]);
	}
	return size_tracks(tracks, count, inner, spec->gap, natural, widths);
}

static void row_place_across(Sized *row, const Decor *decor, Len inner)
{
	const RowSpec *spec = row->box->element->row;
	Len used = 0;
	for (int i = 0; i < row->kid_count; i++)
		used += row->kids[i].width;
	int gaps = row->kid_count - 1;
	Len left = len_max(inner - used, 0);
	Len x = size_inset(decor, SIDE_LEFT);
	for (int i = 0; i < row->kid_count; i++) {
		row->kids[i].x = x;
		Len gap = spec->between && gaps > 0 ? left / gaps : spec->gap;
		x += row->kids[i].width + gap;
	}
}

static Len kid_baseline(const Sized *kid)
{
	return kid->baseline == NO_BASELINE ? kid->height : kid->baseline;
}

static void row_place_down(Sized *row, const Decor *decor)
{
	RowAlign align = row->box->element->row->align;
	Len height = 0, baseline = 0, below = 0;
	for (int i = 0; i < row->kid_count; i++) {
		const Sized *kid = &row->kids[i];
		height = len_max(height, kid->height);
		baseline = len_max(baseline, kid_baseline(kid));
		below = len_max(below, kid->height - kid_baseline(kid));
	}
	if (align == ROW_BASELINE)
		height = baseline + below;
	Len top = size_inset(decor, SIDE_TOP);
	for (int i = 0; i < row->kid_count; i++) {
		Sized *kid = &row->kids[i];
		Len spare = height - kid->height;
		kid->height = align == ROW_STRETCH ? height : kid->height;
		kid->y = top + (align == ROW_CENTER     ? spare / 2
				: align == ROW_BOTTOM   ? spare
				: align == ROW_BASELINE ? baseline - kid_baseline(kid)
							: 0);
	}
	row->height = top + height + size_inset(decor, SIDE_BOTTOM);
	row->baseline = baseline > 0 ? top + baseline : NO_BASELINE;
}

/* Columns whose steps line up: the k-th box of each begins so that all first
 * baselines of step k are level, and step k + 1 begins below the deepest of them. */

static bool is_column(const Sized *kid)
{
	return kid->box && kid->box->element->kind == ELEMENT_COLUMN;
}

static bool row_has_steps(const Sized *row)
{
	bool any = false;
	for (int i = 0; i < row->kid_count; i++) {
		if (row->kids[i].box && !is_column(&row->kids[i]))
			return false;
		any |= is_column(&row->kids[i]);
	}
	return any && row->box->element->row->align == ROW_BASELINE;
}

typedef struct StepRoom {
	Len gap, baseline, below;
} StepRoom;

static StepRoom step_room(const Measure *m, const Sized *row, int step)
{
	StepRoom room = {0};
	for (int i = 0; i < row->kid_count; i++) {
		const Sized *column = &row->kids[i];
		if (step >= column->kid_count)
			continue;
		const Sized *kid = &column->kids[step];
		Len gap = step > 0 ? size_space_before(m, kid->box)
				   : size_inset(&column->box->element->decor, SIDE_TOP);
		room.gap = len_max(room.gap, gap);
		Len baseline = kid->baseline == NO_BASELINE ? 0 : kid->baseline;
		room.baseline = len_max(room.baseline, baseline);
		room.below = len_max(room.below, kid->height - baseline);
	}
	return room;
}

static int row_step_count(const Sized *row)
{
	int steps = 0;
	for (int i = 0; i < row->kid_count; i++)
		steps = row->kids[i].kid_count > steps ? row->kids[i].kid_count : steps;
	return steps;
}

static void row_align_steps(const Measure *m, Sized *row)
{
	int steps = row_step_count(row);
	Len y = 0;
	for (int step = 0; step < steps; step++) {
		StepRoom room = step_room(m, row, step);
		y = len_add(y, room.gap);
		for (int i = 0; i < row->kid_count; i++) {
			Sized *column = &row->kids[i];
			if (step >= column->kid_count)
				continue;
			Sized *kid = &column->kids[step];
			kid->y =
			    y + (kid->baseline == NO_BASELINE ? 0 : room.baseline - kid->baseline);
			if (step == 0)
				column->baseline = y + room.baseline;
		}
		y = len_add(y, len_add(room.baseline, room.below));
	}
	for (int i = 0; i < row->kid_count; i++) {
		Sized *column = &row->kids[i];
		if (is_column(column))
			column->height = y + size_inset(&column->box->element->decor, SIDE_BOTTOM);
	}
}

static void size_row(const Measure *m, Sized *row)
{
	const Decor *decor = &row->box->element->decor;
	int count = row_kid_count(row->box);
	const Box **boxes = row_boxes(m, row->box, count);
	Len *widths = ARENA_ARRAY(m->arena, count, Len);
	Len inner = row->width - inset_across(decor);
	row->over = row_widths(m, row->box, boxes, count, inner, widths);
	row->overfull = row->over > 0;
	row->kids = ARENA_ARRAY(m->arena, count, Sized);
	row->kid_count = count;
	for (int i = 0; i < count; i++) {
		if (boxes[i])
			row->kids[i] = size_box(m, boxes[i], widths[i]);
		else
			row->kids[i] = (Sized){.baseline = NO_BASELINE, .width = widths[i]};
		row->overfull |= row->kids[i].overfull;
	}
	row_place_across(row, decor, inner);
	if (row_has_steps(row))
		row_align_steps(m, row);
	row_place_down(row, decor);
}

/* One paragraph, rules and spaces */

static void size_paragraph(const Measure *m, Sized *sized)
{
	const Decor *decor = &sized->box->element->decor;
	sized->text = size_text(m, &sized->box->words, sized->width - inset_across(decor));
	Len top = size_inset(decor, SIDE_TOP);
	sized->height = top + sized->text.lines.height + size_inset(decor, SIDE_BOTTOM);
	sized->baseline = top + sized->text.lines.baseline;
	sized->overfull = sized->text.overfull;
}

Sized size_box(const Measure *m, const Box *box, Len width)
{
	Sized sized = {.box = box, .width = width, .baseline = NO_BASELINE};
	switch (box->element->kind) {
	case ELEMENT_COLUMN:
		size_column(m, &sized);
		break;
	case ELEMENT_ROW:
		size_row(m, &sized);
		break;
	case ELEMENT_TEXT:
		size_paragraph(m, &sized);
		break;
	case ELEMENT_TABLE:
		size_table(m, &sized);
		break;
	case ELEMENT_LADDER:
		size_ladder(m, &sized);
		break;
	case ELEMENT_DONUT:
		size_donut(m, &sized);
		break;
	case ELEMENT_BAR_CHART:
		size_chart(m, &sized);
		break;
	case ELEMENT_RULE:
		sized.height = box->element->thickness;
		break;
	case ELEMENT_SPACE:
		sized.height = size_space(m, box->element->thickness);
		break;
	}
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
		width = side_by_side ? width + gap + natural : len_max(width, natural);
	}
	return width;
}

Len size_natural(const Measure *m, const Box *box)
{
	Len inset = inset_across(&box->element->decor);
	switch (box->element->kind) {
	case ELEMENT_COLUMN:
	case ELEMENT_ROW:
		return inset + natural_of_kids(m, box);
	case ELEMENT_TEXT:
		return inset + size_words_natural(m, &box->words);
	default: /* tables and figures take the width they are given */
		return inset;
	}
}
