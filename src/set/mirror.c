/* SPDX-License-Identifier: MIT */
#include "set/mirror.h"

/* Where what begins at `x` and is `width` wide begins after it was turned over. */
static Len turned(Len x, Len width, Len left, Len right)
{
	return len_add(len_add(left, right), -len_add(x, width));
}

static void shape_turn(Arena *a, Shape *shape, Len left, Len right)
{
	Segment *segments = ARENA_ARRAY(a, shape->count, Segment);
	for (int i = 0; i < shape->count; i++) {
		segments[i] = shape->segments[i];
		for (int k = 0; k < 3; k++)
			segments[i].x[k] = turned(segments[i].x[k], 0, left, right);
	}
	shape->segments = segments;
}

static void draw_turn(Arena *a, Draw *draw, Len left, Len right)
{
	switch (draw->kind) {
	case DRAW_RUN:
		draw->run.x = turned(draw->run.x, draw->run.width, left, right);
		break;
	case DRAW_SHAPE:
	case DRAW_CLIP:
		shape_turn(a, &draw->shape, left, right);
		break;
	case DRAW_IMAGE:
		draw->picture.x = turned(draw->picture.x, draw->picture.width, left, right);
		break;
	case DRAW_LINK:
		draw->link.x = turned(draw->link.x, draw->link.width, left, right);
		break;
	case DRAW_UNCLIP:
		break;
	}
}

void mirror_draws(Arena *a, Draw *draws, int count, Len left, Len right)
{
	for (int i = 0; i < count; i++)
		draw_turn(a, &draws[i], left, right);
}

void mirror_tags(Tag *tags, int count, Len left, Len right)
{
	for (int i = 0; i < count; i++)
		if (tags[i].bounds.width != 0 || tags[i].bounds.height != 0)
			tags[i].bounds.x =
			    turned(tags[i].bounds.x, tags[i].bounds.width, left, right);
}
