/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * judge_labels.h: what must hold of the words of charts.
 *
 * No two labels of a page lie over each other, and none leaves the box of its
 * figure. What ink of ordinary letters may be expected in counts, not the room around them.
 */
#include "fuzz/property_page.h"

/* The tag of the figure that the draw belongs to, or NULL. */
static inline const Tag *figure_of(const Page *page, const Draw *draw)
{
	const Tag *tag = draw->tag >= 0 ? &page->tags[draw->tag] : NULL;
	return tag && tag->kind == TAG_FIGURE ? tag : NULL;
}

static inline bool run_is_inside(const Run *run, const TagBounds *box)
{
	enum { UNSEEN = 60 };
	bool across =
	    run->x >= box->x - UNSEEN && run->x + run->width <= box->x + box->width + UNSEEN;
	bool down = run->y - run->size * 2 / 3 >= box->y - UNSEEN &&
		    run->y + run->size / 8 <= box->y + box->height + UNSEEN;
	return across && down;
}

/* NULL, or which label leaves its chart. */
static inline const char *judge_labels_inside(Arena *a, const Page *page)
{
	for (int i = 0; i < page->draw_count; i++) {
		const Draw *draw = &page->draws[i];
		const Tag *figure = figure_of(page, draw);
		if (draw->kind != DRAW_RUN || !figure || run_is_blank(&draw->run))
			continue;
		const TagBounds *box = &figure->bounds;
		if (!run_is_inside(&draw->run, box))
			return str_format(
			    a, "\"%.*s\" at %d %d, %d wide, leaves its figure at %d %d, %d by %d",
			    draw->run.length, draw->run.text, (int)draw->run.x, (int)draw->run.y,
			    (int)draw->run.width, (int)box->x, (int)box->y, (int)box->width,
			    (int)box->height);
	}
	return NULL;
}

static inline const char *judge_labels(Arena *a, const Page *page)
{
	const char *fault = judge_overlaps(a, page);
	return fault ? fault : judge_labels_inside(a, page);
}
