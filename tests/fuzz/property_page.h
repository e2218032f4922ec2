/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * property_page.h: what must hold of a page that was fitted.
 *
 * Beyond what judge.h asks of any page: the words stand in the order they are read,
 * and the record's own names in full; the rows that are not shown are counted
 * in words; no step went past its floor; no words lie over others; and a step back on
 * the last rung would not fit any more.
 */
#include "fuzz/judge.h"
#include "model/record.h"
#include "set/fit_try.h"
#include "text/galley.h"

#include <string.h>

/* All words of the page without their spaces: in the order of reading, or those that are not read. */
typedef struct Stream {
	StrBuf read, furniture;
	size_t at; /* behind what was found last */
} Stream;

/* Without spaces, those included that no line may end at. */
static inline void bare_add(StrBuf *out, const char *text, int length)
{
	for (int i = 0; i < length; i++) {
		bool firm = i + 1 < length && memcmp(text + i, "\xc2\xa0", 2) == 0;
		if (!firm && (unsigned char)text[i] > ' ')
			strbuf_add_n(out, text + i, 1);
		i += firm;
	}
}

static inline const char *bare(Arena *a, const char *text, int length)
{
	StrBuf out = {.arena = a};
	bare_add(&out, text, length);
	return strbuf_text(&out);
}

static inline Stream stream_of(Arena *a, const Page *page)
{
	Stream stream = {.read = {.arena = a}, .furniture = {.arena = a}};
	for (int tag = TAG_ARTIFACT; tag < page->tag_count; tag++)
		for (int i = 0; i < page->draw_count; i++)
			if (page->draws[i].kind == DRAW_RUN && page->draws[i].tag == tag)
				bare_add(tag == TAG_ARTIFACT ? &stream.furniture : &stream.read,
					 page->draws[i].run.text, page->draws[i].run.length);
	return stream;
}

typedef struct Reading1 {
	Arena *a;
	Measure m;
	Stream stream;
	const char *fault;
} Reading1;

static inline void words_follow(Reading1 *r, const Words *words)
{
	if (r->fault || !words || words->length == 0)
		return;
	const char *wanted = bare(r->a, words->text, words->length);
	const char *read = strbuf_text(&r->stream.read);
	const char *found = strstr(read + r->stream.at, wanted);
	if (found)
		r->stream.at = (size_t)(found - read) + strlen(wanted);
	else if (!strstr(strbuf_text(&r->stream.furniture), wanted))
		r->fault =
		    str_format(r->a, "%s, but not in its place: \"%.80s\"",
			       strstr(read, wanted) ? "it is read" : "it is not read", wanted);
}

static inline void table_follows(Reading1 *r, const Box *box)
{
	const TableBox *table = box->table;
	int columns = table->spec->column_count, group = 0;
	int rows = rest_shown_under(&r->m, box->element, &table->rest, table->row_count);
	words_follow(r, &table->caption);
	for (int i = 0; i < columns; i++)
		words_follow(r, &table->head[i]);
	for (int row = 0; row < rows; row++) {
		if (group < table->group_count && table->groups[group].row == row)
			words_follow(r, &table->groups[group++].words);
		for (int i = 0; i < columns; i++)
			words_follow(r, &table->cells[row * columns + i].words);
	}
	words_follow(r, rest_words(&table->rest, rows));
}

static inline void chart_follows(Reading1 *r, const Box *box)
{
	const ChartBox *chart = box->chart;
	if (chart->count == 0)
		return;
	int bars = rest_shown_under(&r->m, box->element, &chart->rest, chart->count);
	words_follow(r, &chart->title);
	for (int i = 0; i < bars; i++) {
		words_follow(r, &chart->items[i].label);
		words_follow(r, &chart->items[i].figure);
	}
}

static inline void boxes_follow(Reading1 *r, const Box *box)
{
	for (; box; box = box->next) {
		boxes_follow(r, box->first);
		if (box->mark)
			words_follow(r, box->mark);
		if (box->element->kind == ELEMENT_TEXT)
			words_follow(r, size_words(&r->m, box));
		if (box->table)
			table_follows(r, box);
		if (box->chart)
			chart_follows(r, box);
	}
}

static inline const char *judge_order(Arena *a, const Story *story, const Page *page)
{
	Reading1 r = {.a = a, .stream = stream_of(a, page)};
	r.m = (Measure){.fit = &page->fit, .layout = story->layout};
	boxes_follow(&r, story->body);
	boxes_follow(&r, story->foot);
	return r.fault;
}

/* From the record itself, so that what was lost before the story is missed too. Of so many rows the
 * first stand in full, and "and N more" for the others. */
static inline const char *judge_rows(Arena *a, const char *read, const Node *of, const char *name)
{
	int hidden = 0, all = 0;
	for (const Node *n = of ? node_child(of, name) : NULL; n; n = node_next(n, name), all++) {
		const char *text = node_text(a, n);
		bool shown = strstr(read, bare(a, text, (int)strlen(text)));
		if (!shown)
			hidden++;
		else if (hidden > 0 && all < 3)
			return str_format(a, "row %d stands below one that is hidden", all);
	}
	if (hidden == 0 || strstr(read, str_format(a, "and%dmore", hidden)))
		return NULL;
	/* A row that is hidden may read like another that is shown. */
	for (int more = hidden; more <= all; more++)
		if (strstr(read, str_format(a, "and%dmore", more)))
			return NULL;
	return str_format(a, "of %d <%s> %d are not there, and nothing says so", all, name, hidden);
}

static inline const char *judge_values(Arena *a, const Node *record, const Page *page)
{
	Stream stream = stream_of(a, page);
	const char *read = strbuf_text(&stream.read);
	static const char *const texts[] = {"name", "note"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (const Node *n = node_child(record, texts[i]); n; n = node_next(n, texts[i])) {
			const char *text = node_text(a, n);
			if (!strstr(read, bare(a, text, (int)strlen(text))))
				return str_format(a, "the %s is lost: %s", texts[i], text);
		}
	const Node *patents = node_child(record, "patents"),
		   *articles = node_child(record, "articles");
	const char *fault = judge_rows(a, read, patents, "applicant");
	return fault ? fault : judge_rows(a, read, articles, "organization");
}

/* Steps and their floors */

static inline bool step_is_within(const FitStep *step, int at)
{
	int design = fit_step_design(step), low = step->floor, high = design;
	if (low > high) {
		low = design;
		high = step->floor;
	}
	/* How many rows there are is the record's: no more than all of them. */
	return step->kind == FIT_ROWS || step->kind == FIT_TRACKING ? at >= low
								    : at >= low && at <= high;
}

static inline const char *judge_floors(Arena *a, const Page *page)
{
	for (int i = 0; i < page->step_count; i++)
		if (!step_is_within(&page->steps[i], page->fit.levels[i]))
			return str_format(a, "step %d was taken to %d, past its floor %d", i,
					  page->fit.levels[i], page->steps[i].floor);
	int space = page->fit.space, leading = page->fit.leading;
	bool bounded = space >= 300 && space <= 3000 && leading >= 300 && leading <= 3000;
	return bounded && page->slack >= 0 ? NULL
					   : str_format(a, "space %d, line height %d, slack %d",
							space, leading, (int)page->slack);
}

/* Words over words */

/* What ink of ordinary letters may be expected in, a little less than the line. */
static inline bool runs_overlap(const Run *a, const Run *b)
{
	enum { UNSEEN = 60 };
	Len top_a = a->y - a->size * 2 / 3, top_b = b->y - b->size * 2 / 3;
	Len end_a = a->y + a->size / 8, end_b = b->y + b->size / 8;
	bool down = top_a + UNSEEN < end_b && top_b + UNSEEN < end_a;
	bool across = a->x + UNSEEN < b->x + b->width && b->x + UNSEEN < a->x + a->width;
	return down && across;
}

static inline bool run_is_blank(const Run *run)
{
	for (int i = 0; i < run->length; i++)
		if (run->text[i] != ' ')
			return false;
	return true;
}

static inline const char *judge_overlaps(Arena *a, const Page *page)
{
	List runs = list_new(a, sizeof(const Run *));
	for (int i = 0; i < page->draw_count; i++)
		if (page->draws[i].kind == DRAW_RUN && !run_is_blank(&page->draws[i].run))
			*(const Run **)list_add(&runs) = &page->draws[i].run;
	const Run *const *all = runs.items;
	for (int i = 0; i < runs.count; i++)
		for (int k = i + 1; k < runs.count; k++)
			if (runs_overlap(all[i], all[k]))
				return str_format(
				    a, "\"%.*s\" at %d %d lies over \"%.*s\" at %d %d",
				    all[i]->length, all[i]->text, (int)all[i]->x, (int)all[i]->y,
				    all[k]->length, all[k]->text, (int)all[k]->x, (int)all[k]->y);
	return NULL;
}

/* Words beyond the margins: of the first and last letters a little may hang out, so that their ink is flush. */
static inline const char *judge_margins(Arena *a, const Story *story, const Page *page)
{
	const Edges *margin = &story->layout->page.margin;
	for (int i = 0; i < page->draw_count; i++) {
		const Run *run = &page->draws[i].run;
		if (page->draws[i].kind != DRAW_RUN)
			continue;
		Len hangs = run->size / 5;
		bool inside = run->x >= margin->left - hangs &&
			      run->x + run->width <= page->width - margin->right + hangs &&
			      run->y >= margin->top && run->y <= page->height - margin->bottom;
		if (!inside)
			return str_format(a, "\"%.*s\" at %d %d stands in the margin", run->length,
					  run->text, (int)run->x, (int)run->y);
	}
	return NULL;
}

/* A step back on the last rung */

static inline int last_taken(const Page *page, bool spreads)
{
	int last = -1;
	for (int i = 0; i < page->record.taken_count; i++) {
		const FitStep *step = page->record.taken[i].step;
		if (fit_step_spreads(step) == spreads)
			last = (int)(step - page->steps);
	}
	return last;
}

static inline bool fits_at(Arena *a, const Typesetter *setter, const Story *story, const Page *page,
			   int step, int at)
{
	Try t = try_begin(a, setter, story);
	for (int i = 0; i < page->step_count; i++)
		t.levels[i] = i == step ? at : page->fit.levels[i];
	bool fits = try_fit(&t);
	arena_free(t.scratch);
	return fits;
}

static inline const char *judge_last(Arena *a, const Typesetter *setter, const Story *story,
				     const Page *page)
{
	int in = last_taken(page, false), out = last_taken(page, true);
	if (in >= 0 && out >= 0)
		return "it was both tightened and spread";
	int step = in >= 0 ? in : out;
	if (step < 0)
		return NULL;
	int at = page->fit.levels[step], grain = page->steps[step].kind == FIT_SPREAD ? 100 : 1;
	if (!fits_at(a, setter, story, page, step, at))
		return "what was set does not fit";
	bool up = in >= 0 ? fit_step_design(&page->steps[step]) > page->steps[step].floor : true;
	if (page->steps[step].kind == FIT_ROWS || page->steps[step].kind == FIT_TRACKING)
		up = true;
	if (out >= 0 && at + grain > page->steps[step].floor)
		return NULL;
	int back = up ? at + grain : at - grain;
	if (fits_at(a, setter, story, page, step, back))
		return str_format(a, "step %d was taken to %d, but %d would fit", step, at, back);
	return NULL;
}
