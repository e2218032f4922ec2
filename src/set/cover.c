/* SPDX-License-Identifier: MIT */
#include "set/cover.h"

#include "base/str.h"

enum { NONE = -1 };

typedef struct Bounds {
	Len left, top, right, bottom;
} Bounds;

/* Words, or what may hide them. */
typedef struct Patch {
	int draw;         /* its number: what has a greater one is painted over it */
	int layer, frame; /* the innermost layer and the frame it stands in; NONE: in the flow */
	const Run *run;   /* NULL: not words */
	Bounds bounds;
} Patch;

/* From bad to mild. */
typedef enum TroubleKind { FINE, COVERS, COVERED, CROSSES, STRADDLES } TroubleKind;

/* What is wrong with one layer. */
typedef struct Trouble {
	TroubleKind kind;
	const Run *run, *other; /* the first words */
	int count;
} Trouble;

typedef struct Covering {
	Arena *arena;
	const Layer *layers;
	int layer_count;
	Trouble *troubles; /* one a layer */
	List words, grounds;
} Covering;

/* Where everything is */

static Bounds bounds_within(Bounds a, Bounds b)
{
	return (Bounds){len_max(a.left, b.left), len_max(a.top, b.top), len_min(a.right, b.right),
			len_min(a.bottom, b.bottom)};
}

/* The height of its capitals: what its line has above and below may well lie over something. */
static Bounds run_bounds(const Run *run)
{
	return (Bounds){run->x, len_add(run->y, -len_scale(run->size, 7, 10)),
			len_add(run->x, run->width), run->y};
}

static Bounds shape_bounds(const Shape *shape)
{
	Bounds b = {LEN_MAX, LEN_MAX, -LEN_MAX, -LEN_MAX};
	for (int i = 0; i < shape->count; i++) {
		const Segment *s = &shape->segments[i];
		int points = s->kind == SEGMENT_CLOSE ? 0 : s->kind == SEGMENT_CURVE ? 3 : 1;
		for (int k = 0; k < points; k++) {
			b.left = len_min(b.left, s->x[k]);
			b.right = len_max(b.right, s->x[k]);
			b.top = len_min(b.top, s->y[k]);
			b.bottom = len_max(b.bottom, s->y[k]);
		}
	}
	return b;
}

static Bounds picture_bounds(const Picture *picture)
{
	return (Bounds){picture->x, picture->y, len_add(picture->x, picture->width),
			len_add(picture->y, picture->height)};
}

/* By draw: the innermost layer, or the frame, that it was painted in. */
static int *layers_of(const Covering *c, int draws, bool frames)
{
	int *layer = ARENA_ARRAY(c->arena, draws, int);
	for (int i = 0; i < draws; i++)
		layer[i] = NONE;
	for (int n = 0; n < c->layer_count; n++)
		for (int i = c->layers[n].from; i < c->layers[n].to; i++)
			if (!frames || c->layers[n].element->kind == ELEMENT_FRAME)
				layer[i] = n;
	return layer;
}

static bool run_counts(const Draw *draw)
{
	const Run *run = &draw->run;
	bool blank = true;
	for (int i = 0; i < run->length && blank; i++)
		blank = str_is_space(run->text[i]);
	return draw->tag != TAG_ARTIFACT && !blank;
}

static void patches_list(Covering *c, const Page *page)
{
	const Bounds all = {-LEN_MAX, -LEN_MAX, LEN_MAX, LEN_MAX};
	int *layer = layers_of(c, page->draw_count, false);
	int *frame = layers_of(c, page->draw_count, true);
	Bounds clip = all;
	int clips = 0;
	for (int i = 0; i < page->draw_count; i++) {
		const Draw *draw = &page->draws[i];
		Patch patch = {.draw = i, .layer = layer[i], .frame = frame[i]};
		if (draw->kind == DRAW_CLIP && clips++ == 0)
			clip = shape_bounds(&draw->shape);
		if (draw->kind == DRAW_UNCLIP && --clips == 0)
			clip = all;
		if (draw->kind == DRAW_RUN && run_counts(draw)) {
			patch.run = &draw->run;
			patch.bounds = run_bounds(patch.run);
			*(Patch *)list_add(&c->words) = patch;
		} else if ((draw->kind == DRAW_SHAPE && draw->shape.fill) ||
			   draw->kind == DRAW_IMAGE) {
			bool image = draw->kind == DRAW_IMAGE;
			patch.bounds = bounds_within(clip, image ? picture_bounds(&draw->picture)
								 : shape_bounds(&draw->shape));
			*(Patch *)list_add(&c->grounds) = patch;
		}
	}
}

/* What is over what */

/* By more than an eighth of the size of its words. */
static bool lies_over(const Patch *words, const Patch *other)
{
	Len least = words->run->size / 8;
	Bounds both = bounds_within(words->bounds, other->bounds);
	return both.right - both.left > least && both.bottom - both.top > least;
}

static bool stands_within(const Patch *words, const Patch *ground)
{
	Len least = words->run->size / 8;
	const Bounds *in = &words->bounds, *around = &ground->bounds;
	return in->left >= around->left - least && in->right <= around->right + least &&
	       in->top >= around->top - least && in->bottom <= around->bottom + least;
}

static void trouble_note(Covering *c, int layer, TroubleKind kind, const Run *run, const Run *other)
{
	Trouble *trouble = &c->troubles[layer];
	if (trouble->kind == FINE || kind < trouble->kind)
		*trouble = (Trouble){kind, run, other, 0};
	trouble->count += kind == trouble->kind;
}

static bool is_covered(Covering *c, const Patch *words)
{
	for (int i = 0; i < c->grounds.count; i++) {
		const Patch *ground = list_at(&c->grounds, i);
		if (ground->draw < words->draw || ground->layer == words->layer ||
		    !lies_over(words, ground))
			continue;
		if (ground->layer != NONE)
			trouble_note(c, ground->layer, COVERS, words->run, NULL);
		else
			trouble_note(c, words->layer, COVERED, words->run, NULL);
		return true;
	}
	return false;
}

/* Whether words of a frame lie over others, or others over them. */
static void crossings_find(Covering *c, int number)
{
	const Patch *words = list_at(&c->words, number);
	for (int i = number + 1; i < c->words.count; i++) {
		const Patch *later = list_at(&c->words, i);
		int frame = later->frame != NONE ? later->frame : words->frame;
		if (later->frame != words->frame && lies_over(words, later))
			trouble_note(c, frame, CROSSES, words->run, later->run);
	}
}

/* Words of a frame that begin on a ground around it and end beside it, or the other way. */
static void straddles_find(Covering *c, const Patch *words)
{
	const Patch *under = NULL;
	for (int i = 0; i < c->grounds.count && words->frame != NONE; i++) {
		const Patch *ground = list_at(&c->grounds, i);
		if (ground->draw < words->draw && lies_over(words, ground))
			under = ground;
	}
	if (under && under->frame != words->frame && !stands_within(words, under))
		trouble_note(c, words->frame, STRADDLES, words->run, NULL);
}

/* Telling */

/* Its words, and how many other lines there are like it. */
static const char *words_called(const Covering *c, const Trouble *trouble)
{
	int length = trouble->run->length;
	while (length > 0 && str_is_space(trouble->run->text[length - 1]))
		length--;
	const char *more =
	    trouble->count > 1 ? str_format(c->arena, ", and %d more", trouble->count - 1) : "";
	const Run *other = trouble->other;
	const char *over =
	    other ? str_format(c->arena, " and \"%.*s\"", other->length, other->text) : "";
	return str_format(c->arena, "\"%.*s\"%s%s", length, trouble->run->text, over, more);
}

static void trouble_tell(const Covering *c, int layer, Diags *diags)
{
	const Trouble *trouble = &c->troubles[layer];
	const Element *element = c->layers[layer].element;
	const char *words = trouble->kind == FINE ? "" : words_called(c, trouble);
	const char *hint = "what stands later in the layout is painted over what stands before it: "
			   "move it, or keep the words clear of it with a padding";
	switch (trouble->kind) {
	case FINE:
		return;
	case COVERS:
		diag_error(diags, element->place, DIAG_FIT, "this <%s> covers words: %s",
			   element->name, words);
		break;
	case COVERED:
		diag_error(diags, element->place, DIAG_FIT,
			   "words of this <%s> are covered by a later box: %s", element->name,
			   words);
		break;
	case CROSSES:
		diag_error(diags, element->place, DIAG_FIT,
			   "words of this <%s> and others lie over each other: %s", element->name,
			   words);
		break;
	case STRADDLES:
		diag_warning(diags, element->place, DIAG_FIT,
			     "words of this <%s> run over the edge of a ground: %s", element->name,
			     words);
		hint = "move it, or give it a background of its own";
		break;
	}
	diag_hint(diags, "%s", hint);
}

void cover_tell(Arena *a, const Page *page, const List *layers, Diags *diags)
{
	Covering c = {.arena = a,
		      .layers = layers->items,
		      .layer_count = layers->count,
		      .troubles = ARENA_ARRAY(a, layers->count, Trouble),
		      .words = list_new(a, sizeof(Patch)),
		      .grounds = list_new(a, sizeof(Patch))};
	patches_list(&c, page);
	for (int i = 0; i < c.words.count; i++) {
		const Patch *words = list_at(&c.words, i);
		if (is_covered(&c, words))
			continue;
		crossings_find(&c, i);
		straddles_find(&c, words);
	}
	for (int i = 0; i < layers->count; i++)
		trouble_tell(&c, i, diags);
}
