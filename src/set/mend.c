/* SPDX-License-Identifier: MIT */
#include "set/mend.h"

#include "base/list.h"
#include "base/str.h"
#include "set/fit_try.h"
#include "set/picture.h"
#include "set/table.h"

#include <string.h>

enum {
	TOLD_MOST = 3,
	TIGHTEST = 500, /* less is no advice: words that nobody can read mend nothing */
	TIGHTEST_LEADING = 800,
	SMALLEST = 700,
	CLOSEST = -100,
	PERCENT = 10 /* nobody writes a floor in less */
};

typedef struct Mending {
	Arena *arena;
	Try tries;
	const Fitted *fitted; /* the tightest there is */
	int frame;
	StrBuf told;
	int count;
	const Sized
	    *bulk; /* a figure that takes more than half of what is needed; NULL: none does */
} Mending;

/* What is looked for: the mildest level that does. */
typedef bool (*Trial)(Mending *m, const void *what, int level);

static bool frame_fits(Mending *m)
{
	const Try *t = &m->tries;
	try_fit(&m->tries);
	if (m->frame == 0)
		return t->now.needed <= t->now.room;
	const FrameRoom *room = &t->now.frames[m->frame - 1];
	return room->needed <= room->available;
}

/* Between `most`, which is tried first, and `none`, which does not do. False when not even that does. */
static bool mildest_find(Mending *m, Trial trial, const void *what, int none, int *most)
{
	if (!trial(m, what, *most))
		return false;
	int does = *most;
	while (does - none > 1 || none - does > 1) {
		int middle = none + (does - none) / 2;
		*(trial(m, what, middle) ? &does : &none) = middle;
	}
	*most = does;
	return true;
}

static void mend_add(Mending *m, const char *words)
{
	strbuf_format(&m->told, "%s%s", m->count > 0 ? "; " : "", words);
	m->count++;
}

/* Steps beyond their floors */

/* How far a step could be let go, beyond its floor; its floor when it can go no further. */
static int step_utmost(const FitStep *step)
{
	switch (step->kind) {
	case FIT_SPACE:
		return TIGHTEST;
	case FIT_LEADING:
		return TIGHTEST_LEADING;
	case FIT_SIZE:
		return SMALLEST;
	case FIT_TRACKING:
		return CLOSEST;
	default:
		return step->floor;
	}
}

static int step_grain(const FitStep *step)
{
	return step->kind == FIT_TRACKING ? 1 : PERCENT;
}

static bool step_does(Mending *m, const void *what, int grains)
{
	const FitStep *step = what;
	int number = (int)(step - m->tries.story->layout->fit);
	m->tries.levels[number] = step->floor - grains * step_grain(step);
	bool does = frame_fits(m);
	m->tries.levels[number] = m->fitted->fit.levels[number];
	return does;
}

static const char *step_words(Mending *m, const FitStep *step, int level)
{
	const char *name = fit_step_property(step);
	if (step->kind != FIT_TRACKING)
		return str_format(m->arena, "%s down to %d%% in <fit>", name, level / 10);
	return str_format(m->arena, "%s down to %s%d.%03dem in <fit>", name, level < 0 ? "-" : "",
			  (level < 0 ? -level : level) / 1000, (level < 0 ? -level : level) % 1000);
}

static void step_mend(Mending *m, const FitStep *step)
{
	int most = (step->floor - step_utmost(step)) / step_grain(step);
	if (most > 0 && mildest_find(m, step_does, step, 0, &most))
		mend_add(m, step_words(m, step, step->floor - most * step_grain(step)));
}

/* Tables with fewer rows */

static void tables_list(const Sized *sized, bool whole, List *tables)
{
	for (int i = 0; sized->box && i < sized->kid_count; i++)
		if (whole || !sized->kids[i].box || !sized->kids[i].box->element->frame)
			tables_list(&sized->kids[i], whole, tables);
	if (sized->box && sized->table && sized->table->row_count > 1)
		*(const Sized **)list_add(tables) = sized;
}

/* What a table is lower when it shows so many rows, and how many more there are. */
static Len rows_height(const SizedTable *table, int shown)
{
	Len height = 0;
	for (int r = shown; r < table->row_count; r++)
		height = len_add(height, table->rows[r].height);
	bool says_more = table->has_more || height == 0;
	return says_more ? height : height - table->rows[table->row_count - 1].height;
}

static bool rows_do(Mending *m, const void *what, int shown)
{
	const List *tables = what;
	Omission *omissions = ARENA_ARRAY(m->arena, tables->count, Omission);
	for (int i = 0; i < tables->count; i++) {
		const Sized *sized = *(const Sized *const *)list_at(tables, i);
		omissions[i] = (Omission){sized->box, rows_height(sized->table, shown)};
	}
	m->tries.omissions = omissions;
	m->tries.omission_count = tables->count;
	bool does = frame_fits(m);
	m->tries.omission_count = 0;
	return does;
}

static void rows_mend(Mending *m, const Sized *frame)
{
	List tables = list_new(m->arena, sizeof(const Sized *));
	tables_list(frame, m->frame > 0, &tables);
	int most = 0, shown = 1;
	for (int i = 0; i < tables.count; i++) {
		int rows = (*(const Sized *const *)list_at(&tables, i))->table->row_count;
		most = rows > most ? rows : most;
	}
	if (most > 1 && mildest_find(m, rows_do, &tables, most, &shown))
		mend_add(m, str_format(m->arena,
				       "at most %d row%s in its table%s (<shorten rows=\"%d\"/>)",
				       shown, shown == 1 ? "" : "s", tables.count == 1 ? "" : "s",
				       shown));
}

/* Fewer words */

static const Sized *longest_text(const Sized *sized, bool whole)
{
	const Sized *longest = NULL;
	for (int i = 0; sized->box && i < sized->kid_count; i++) {
		const Sized *kid = &sized->kids[i];
		if (!kid->box || (!whole && kid->box->element->frame))
			continue;
		const Sized *inside = longest_text(kid, whole);
		if (inside && (!longest || inside->text.lines.count > longest->text.lines.count))
			longest = inside;
	}
	return sized->box && sized->text.para ? sized : longest;
}

static bool lines_do(Mending *m, const void *what, int lines)
{
	const Sized *text = what;
	const Omission omission = {text->box, len_scale(text->text.lines.leading, lines, 1)};
	m->tries.omissions = &omission;
	m->tries.omission_count = 1;
	bool does = frame_fits(m);
	m->tries.omission_count = 0;
	return does;
}

/* Where its words come from, for people: its id, or its first words. */
static const char *text_called(Mending *m, const Box *box)
{
	enum { WORDS = 24 };
	const char *text = box->words.text;
	if (box->element->id)
		return box->element->id;
	size_t end = strlen(text) > WORDS ? WORDS : strlen(text);
	while (end < strlen(text) && text[end] != ' ')
		end++;
	return str_format(m->arena, "%.*s%s", (int)end, text, text[end] ? " …" : "");
}

static void words_mend(Mending *m, const Sized *frame)
{
	const Sized *text = longest_text(frame, m->frame > 0);
	int lines = text ? text->text.lines.count - 1 : 0;
	if (lines > 0 && mildest_find(m, lines_do, text, 0, &lines))
		mend_add(m, str_format(m->arena, "%d line%s fewer in \"%s\"", lines,
				       lines == 1 ? "" : "s", text_called(m, text->box)));
}

/* A frame's own height, and the figures in it */

/* In whole millimetres, not more. */
static int mm_below(Len len)
{
	return (int)((int64_t)len * 254 / 720000);
}

/* Of a frame that says its height: as high as its boxes, where the page has room for that. */
static void height_mend(Mending *m)
{
	const FrameRoom *room = &m->fitted->frames[m->frame - 1];
	const FrameSpec *spec = room->frame->box->element->frame;
	Len beneath = len_add(m->tries.story->layout->page.height, -spec->y);
	int mm = mm_below(room->needed) + 1;
	if (spec->height > 0 && mm <= mm_below(beneath))
		mend_add(m, str_format(m->arena, "a height of %d mm", mm));
}

static bool is_figure(const Sized *sized)
{
	const Element *element = sized->box->element;
	ElementKind kind = element->kind;
	if (element->locator)
		return element->locator->height == 0;
	return kind == ELEMENT_IMAGE || kind == ELEMENT_ICON || kind == ELEMENT_DONUT ||
	       kind == ELEMENT_ICON_ARRAY;
}

static const Sized *highest_figure(const Sized *sized, bool whole)
{
	const Sized *highest = NULL;
	for (int i = 0; sized->box && i < sized->kid_count; i++) {
		const Sized *kid = &sized->kids[i];
		if (!kid->box || (!whole && kid->box->element->frame))
			continue;
		const Sized *inside = is_figure(kid) ? kid : highest_figure(kid, whole);
		if (inside && (!highest || inside->height > highest->height))
			highest = inside;
	}
	return highest;
}

static bool figure_does(Mending *m, const Sized *figure, Len height)
{
	const Omission omission = {figure->box, figure->height - height};
	m->tries.omissions = &omission;
	m->tries.omission_count = 1;
	bool does = frame_fits(m);
	m->tries.omission_count = 0;
	return does;
}

static Len figure_width(const Sized *figure)
{
	const Element *element = figure->box->element;
	Len said = element->icons                    ? element->icons->width
		   : element->image || element->icon ? picture_natural(element)
						     : 0;
	return said > 0 ? said : size_inner_width(figure);
}

/* A figure is as high as its width makes it: one that takes more than half of what is needed is what is in
 * the way. */
static void figure_mend(Mending *m, const Sized *frame)
{
	enum { NARROWEST = 5 }; /* mm */
	const FrameFit *fit = &m->fitted->record.frames[m->frame];
	const Sized *figure = highest_figure(frame, m->frame > 0);
	if (!figure || figure->height <= fit->needed / 2)
		return;
	m->bulk = figure;
	const Decor *decor = &figure->box->element->decor;
	Len inset = len_add(size_inset(decor, SIDE_TOP), size_inset(decor, SIDE_BOTTOM));
	Len high = figure->height - inset, excess = len_add(fit->needed, -fit->available);
	if (high <= excess || !figure_does(m, figure, figure->height - excess))
		return;
	int mm = mm_below(len_scale(figure_width(figure), high - excess, high));
	if (mm >= NARROWEST)
		mend_add(m, str_format(m->arena, "its %s no more than %d mm wide",
				       figure->box->element->name, mm));
}

const char *mends_find(Arena *a, const Typesetter *setter, const Story *story, const Fitted *fitted,
		       int frame)
{
	const Layout *layout = story->layout;
	Mending m = {.arena = a,
		     .tries = try_begin(a, setter, story),
		     .fitted = fitted,
		     .frame = frame,
		     .told = {.arena = a}};
	for (int i = 0; i < layout->fit_count; i++)
		m.tries.levels[i] = fitted->fit.levels[i];
	const Sized *sized = frame == 0 ? &fitted->body : fitted->frames[frame - 1].frame;
	if (frame > 0)
		height_mend(&m);
	figure_mend(&m, sized);
	words_mend(&m, sized);
	rows_mend(&m, sized);
	for (int i = 0; i < layout->fit_count && m.count < TOLD_MOST; i++)
		step_mend(&m, &layout->fit[i]);
	arena_free(m.tries.scratch);
	if (m.count == 0 && m.bulk)
		return str_format(
		    a, "its %s takes %s of the height: make it less wide, and shorten the rest",
		    m.bulk->box->element->name, len_in_mm(a, m.bulk->height));
	const char *lead = m.count == 1 ? "this would do" : "any of these would do";
	return m.count > 0 ? str_format(a, "%s: %s", lead, strbuf_text(&m.told)) : NULL;
}
