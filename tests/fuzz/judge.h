/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * judge.h: what must hold of any page, whatever it was made from.
 *
 * No word is lost: every byte of the story that is no space is on the page as
 * often as in the story, in the words and rows that fitting chose; of the numbers along an axis
 * some may be left out. Nothing leaves the sheet: words stay on the trimmed
 * page, shapes within the bleed.
 */
#include "base/str.h"
#include "set/rest.h"

typedef struct Tally {
	long bytes[256];
	long spare[256]; /* of words that need not be on the page */
} Tally;

static void tally_text(Tally *tally, const char *text, int length, long sign)
{
	for (int i = 0; i < length; i++)
		tally->bytes[(unsigned char)text[i]] += sign;
}

static void tally_words(Tally *tally, const Words *words)
{
	tally_text(tally, words->text ? words->text : "", words->length, 1);
}

static void tally_spare(Tally *tally, const Words *words)
{
	for (int i = 0; i < words->length; i++)
		tally->spare[(unsigned char)words->text[i]]++;
}

static void tally_table(Tally *tally, const Measure *m, const Box *box)
{
	const TableBox *table = box->table;
	int rows = rest_shown_under(m, box->element, &table->rest, table->row_count);
	tally_words(tally, &table->caption);
	tally_words(tally, rest_words(&table->rest, rows));
	for (int i = 0; i < table->group_count && table->groups[i].row < rows; i++)
		tally_words(tally, &table->groups[i].words);
	for (int i = 0; i < table->spec->column_count; i++)
		tally_words(tally, &table->head[i]);
	for (int i = 0; i < rows * table->spec->column_count; i++)
		tally_words(tally, &table->cells[i].words);
}

static void tally_chart(Tally *tally, const Measure *m, const Box *box)
{
	const ChartBox *chart = box->chart;
	int bars = 0;
	tally_words(tally, &chart->title);
	if (chart->count > 0) {
		bars = rest_shown_under(m, box->element, &chart->rest, chart->count);
		tally_words(tally, rest_words(&chart->rest, bars));
	}
	for (int i = 0; i < bars; i++) {
		tally_words(tally, &chart->items[i].label);
		tally_words(tally, &chart->items[i].figure);
		if (chart->items[i].has_from)
			tally_words(tally, &chart->items[i].from_figure);
	}
	for (int i = 0; chart->axis && i < chart->axis->ticks.count; i++)
		tally_spare(tally, &chart->axis->labels[i]);
	if (chart->count == 0)
		tally_words(tally, &chart->placeholder);
}

static void tally_boxes(Tally *tally, const Measure *m, const Box *box)
{
	for (; box; box = box->next) {
		tally_boxes(tally, m, box->first);
		if (box->element->kind == ELEMENT_TEXT)
			tally_words(tally, size_words(m, box));
		if (box->mark)
			tally_words(tally, box->mark);
		if (box->table)
			tally_table(tally, m, box);
		if (box->ladder) {
			tally_words(tally, &box->ladder->first);
			tally_words(tally, &box->ladder->last);
		}
		if (box->donut)
			tally_words(tally, &box->donut->text);
		if (box->locator) {
			tally_words(tally, &box->locator->label);
			tally_words(tally, &box->locator->placeholder);
		}
		if (box->icons)
			tally_words(tally, &box->icons->placeholder);
		if (box->chart)
			tally_chart(tally, m, box);
	}
}

static const char *judge_words(Arena *a, const Story *story, const Page *page)
{
	Tally tally = {0};
	Measure m = {.fit = &page->fit, .layout = story->layout};
	tally_boxes(&tally, &m, story->body);
	tally_boxes(&tally, &m, story->foot);
	for (int i = 0; i < page->draw_count; i++)
		if (page->draws[i].kind == DRAW_RUN)
			tally_text(&tally, page->draws[i].run.text, page->draws[i].run.length, -1);
	for (int c = ' ' + 1; c < 256; c++)
		if (tally.bytes[c] > 0 || tally.bytes[c] < -tally.spare[c])
			return str_format(a, "the story has %ld bytes 0x%02x more than the page",
					  tally.bytes[c], (unsigned)c);
	return NULL;
}

/* A whole run lies on the page, but for an overshoot nobody sees. */
static const char *judge_run(Arena *a, const Page *page, const Run *run)
{
	enum { UNSEEN = 20 };
	bool across = run->x >= -UNSEEN && run->x + run->width <= page->width + UNSEEN;
	bool down = run->y >= 0 && run->y <= page->height;
	if (across && down && run->size > 0 && run->ink && run->font)
		return NULL;
	return str_format(a, "\"%.*s\" stands at %d %d, %d wide and %d high, on a page of %d x %d",
			  run->length > 40 ? 40 : run->length, run->text, (int)run->x, (int)run->y,
			  (int)run->width, (int)run->size, (int)page->width, (int)page->height);
}

static const char *judge_shape(Arena *a, const Page *page, const Shape *shape)
{
	Len slack = page->bleed + shape->width;
	for (int i = 0; i < shape->count; i++) {
		const Segment *s = &shape->segments[i];
		int points = s->kind == SEGMENT_CURVE ? 3 : s->kind == SEGMENT_CLOSE ? 0 : 1;
		for (int k = 0; k < points; k++)
			if (s->x[k] < -slack || s->x[k] > page->width + slack || s->y[k] < -slack ||
			    s->y[k] > page->height + slack)
				return str_format(a, "a shape leaves the sheet at %d %d",
						  (int)s->x[k], (int)s->y[k]);
	}
	return NULL;
}

/* A shape is cut off by the clip around it, so only what is not clipped is judged. */
static const char *judge_sheet(Arena *a, const Page *page)
{
	const char *fault = NULL;
	int clips = 0;
	for (int i = 0; i < page->draw_count && !fault; i++) {
		const Draw *draw = &page->draws[i];
		if (draw->kind == DRAW_RUN)
			fault = judge_run(a, page, &draw->run);
		else if (draw->kind == DRAW_CLIP || (draw->kind == DRAW_SHAPE && clips == 0))
			fault = judge_shape(a, page, &draw->shape);
		clips += draw->kind == DRAW_CLIP ? 1 : draw->kind == DRAW_UNCLIP ? -1 : 0;
	}
	return fault;
}

/* NULL when all is well, else what is wrong. */
static inline const char *judge(Arena *a, const Story *story, const Page *page)
{
	const char *fault = judge_words(a, story, page);
	return fault ? fault : judge_sheet(a, page);
}
