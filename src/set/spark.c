/* SPDX-License-Identifier: MIT */
#include "set/spark.h"

/* The dot must be seen beside the line, and small beside letters. */
enum { DOT = 1100 /* its radius */ };

typedef struct Span {
	Decimal least, most;
} Span;

static Span span_of(const SparkBox *spark)
{
	Span span = {spark->values[0], spark->values[0]};
	for (int i = 1; i < spark->count; i++) {
		Decimal value = spark->values[i];
		span.least = value < span.least ? value : span.least;
		span.most = value > span.most ? value : span.most;
	}
	return span;
}

/* Of `height`; halved until the product fits 64 bits, which costs no visible exactness. */
static Len rise_of(const Span *span, Decimal value, Len height)
{
	Decimal above = value - span->least, all = span->most - span->least;
	while (all > INT64_C(1) << 32) {
		all >>= 1;
		above >>= 1;
	}
	return all > 0 ? len_scale(height, above, all) : height / 2;
}

static void paint_course(Painter *p, const SparkBox *spark, const Len *x, const Len *y)
{
	const SparkSpec *spec = spark->spec;
	const int count = spark->count;
	Origin origin = spark->first;
	origin.basis = spark->course;
	if (count < 2 || spec->thickness == 0)
		return;
	Segment *segments = ARENA_ARRAY(p->arena, count, Segment);
	for (int i = 0; i < count; i++)
		segments[i] = (Segment){
		    .kind = i == 0 ? SEGMENT_MOVE : SEGMENT_LINE, .x = {x[i]}, .y = {y[i]}};
	draw_add(p, DRAW_SHAPE)->shape = (Shape){.segments = segments,
						 .count = count,
						 .stroke = spec->ink,
						 .width = spec->thickness,
						 .origin = origin};
}

/* Its points lie as far inside its edges as a dot reaches out, but above and below, where dots stand out. */
void paint_spark(Painter *p, const SparkBox *spark, Len x, Len y, Len height)
{
	const SparkSpec *spec = spark->spec;
	Span span = span_of(spark);
	scale_ends(&p->scales, spec->scale, &span.least, &span.most);
	Len *xs = ARENA_ARRAY(p->arena, spark->count, Len);
	Len *ys = ARENA_ARRAY(p->arena, spark->count, Len);
	Len wide = len_max(spec->width - 2 * DOT, 0);
	int last = spark->count - 1;
	for (int i = 0; i <= last; i++) {
		xs[i] = x + DOT + (last > 0 ? len_scale(wide, i, last) : wide);
		Len rise = rise_of(&span, spark->values[i], height);
		ys[i] = y - (spec->reverse ? height - rise : rise);
	}
	TagMark mark = tag_open(p, TAG_FIGURE);
	if (!p->furniture) {
		tag_last(p)->alt = spark->alt;
		tag_last(p)->bounds =
		    (TagBounds){x, y - height - DOT, spec->width, height + 2 * DOT};
	}
	paint_course(p, spark, xs, ys);
	paint_dot(p, xs[last], ys[last], DOT, spec->ink, &spark->last);
	tag_close(p, mark);
}
