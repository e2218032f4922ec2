/* SPDX-License-Identifier: MIT */
#include "set/paint.h"

#include "base/str.h"
#include "set/link.h"
#include "set/mend_word.h"
#include "set/mirror.h"

#include <string.h>

/* Shapes */

Draw *draw_add(Painter *p, DrawKind kind)
{
	Draw *draw = list_add(&p->draws);
	draw->kind = kind;
	draw->tag = p->tag;
	if (p->ground)
		draw->artifact = ARTIFACT_BACKGROUND;
	else if (p->foot && p->furniture)
		draw->artifact = ARTIFACT_FOOTER;
	draw->layout = p->place;
	return draw;
}

static Segment segment_to(SegmentKind kind, Len x, Len y)
{
	return (Segment){.kind = kind, .x = {x}, .y = {y}};
}

Shape shape_polygon(Painter *p, const Len *x, const Len *y, int corners)
{
	Segment *segments = ARENA_ARRAY(p->arena, corners + 1, Segment);
	for (int i = 0; i < corners; i++)
		segments[i] = segment_to(i == 0 ? SEGMENT_MOVE : SEGMENT_LINE, x[i], y[i]);
	segments[corners] = (Segment){.kind = SEGMENT_CLOSE};
	return (Shape){.segments = segments, .count = corners + 1};
}

Shape shape_rect(Painter *p, Len x, Len y, Len width, Len height)
{
	Len right = len_add(x, width), bottom = len_add(y, height);
	Len xs[] = {x, right, right, x};
	Len ys[] = {y, y, bottom, bottom};
	return shape_polygon(p, xs, ys, 4);
}

void paint_rect(Painter *p, Len x, Len y, Len width, Len height, const Ink *ink,
		const Origin *origin)
{
	if (width <= 0 || height <= 0 || !ink)
		return;
	Draw *draw = draw_add(p, DRAW_SHAPE);
	draw->shape = shape_rect(p, x, y, width, height);
	draw->shape.fill = ink;
	if (origin)
		draw->shape.origin = *origin;
}

void paint_line(Painter *p, Len x0, Len y0, Len x1, Len y1, Len thickness, Len dash, const Ink *ink)
{
	if (thickness <= 0 || !ink)
		return;
	Segment *segments = ARENA_ARRAY(p->arena, 2, Segment);
	segments[0] = segment_to(SEGMENT_MOVE, x0, y0);
	segments[1] = segment_to(SEGMENT_LINE, x1, y1);
	Draw *draw = draw_add(p, DRAW_SHAPE);
	draw->shape = (Shape){
	    .segments = segments, .count = 2, .stroke = ink, .width = thickness, .dash = dash};
}

void paint_frame(Painter *p, Len x, Len y, Len width, Len height, Len thickness, Len dash,
		 const Ink *ink)
{
	if (thickness <= 0 || !ink || width <= thickness || height <= thickness)
		return;
	Draw *draw = draw_add(p, DRAW_SHAPE);
	draw->shape = shape_rect(p, x + thickness / 2, y + thickness / 2, width - thickness,
				 height - thickness);
	draw->shape.stroke = ink;
	draw->shape.width = thickness;
	draw->shape.dash = dash;
}

void clip_begin(Painter *p, Len x, Len y, Len width, Len height)
{
	draw_add(p, DRAW_CLIP)->shape = shape_rect(p, x, y, width, height);
}

void clip_end(Painter *p)
{
	draw_add(p, DRAW_UNCLIP);
}

void outline_line(List *segments, Len x0, Len y0, Len x1, Len y1)
{
	Segment *ends = list_add_many(segments, 2);
	ends[0] = segment_to(SEGMENT_MOVE, x0, y0);
	ends[1] = segment_to(SEGMENT_LINE, x1, y1);
}

void paint_outline(Painter *p, const Segment *segments, int count, const Ink *ink, Len thickness)
{
	if (count == 0 || !ink)
		return;
	Draw *draw = draw_add(p, DRAW_SHAPE);
	draw->shape = (Shape){.segments = segments, .count = count};
	if (thickness > 0) {
		draw->shape.stroke = ink;
		draw->shape.width = thickness;
	} else {
		draw->shape.fill = ink;
	}
}

void paint_link(Painter *p, Len x, Len y, Len width, Len height, const LinkTo *to,
		const char *words)
{
	draw_add(p, DRAW_LINK)->link = (Link){x, y, width, height, to, words};
}

void paint_basis(Painter *p, int from, const Basis *basis)
{
	for (int i = from; i < p->draws.count; i++) {
		Draw *draw = list_at(&p->draws, i);
		if (draw->kind == DRAW_SHAPE && !draw->shape.origin.basis)
			draw->shape.origin.basis = basis;
	}
}

void paint_image(Painter *p, const Image *image, Len x, Len y, Len width, Len height)
{
	draw_add(p, DRAW_IMAGE)->picture = (Picture){image, x, y, width, height};
}

/* Grounds and borders */

/* How far what bleeds runs on beyond the edges of the page that it touches. */
static Edges bleed_of(const Painter *p, const Decor *decor, Len x, Len y, Len width, Len height)
{
	const PageSpec *page = &p->layout->page;
	Len bleed = decor->bleed ? page->bleed : 0;
	return (Edges){.left = x <= 0 ? bleed : 0,
		       .top = y <= 0 ? bleed : 0,
		       .right = len_add(x, width) >= page->width ? bleed : 0,
		       .bottom = len_add(y, height) >= page->height ? bleed : 0};
}

static void paint_ground(Painter *p, const Decor *decor, Len x, Len y, Len width, Len height)
{
	Edges on = bleed_of(p, decor, x, y, width, height);
	p->ground = true;
	paint_rect(p, x - on.left, y - on.top, width + on.left + on.right,
		   height + on.top + on.bottom, decor->background, NULL);
	p->ground = false;
}

/* A line across runs on as the ground does. */
static void paint_border(Painter *p, const Decor *decor, Len x, Len y, Len width, Len height)
{
	Len w = decor->border_width, half = w / 2;
	Len dash = decor->dashed ? 3 * w : 0;
	Len right = len_add(x, width), bottom = len_add(y, height);
	Edges on = bleed_of(p, decor, x, y, width, height);
	if (decor->border_sides == SIDE_ALL) {
		paint_frame(p, x, y, width, height, w, dash, decor->border);
		return;
	}
	if (decor->border_sides & SIDE_TOP)
		paint_line(p, x - on.left, y + half, len_add(right, on.right), y + half, w, dash,
			   decor->border);
	if (decor->border_sides & SIDE_BOTTOM)
		paint_line(p, x - on.left, bottom - half, len_add(right, on.right), bottom - half,
			   w, dash, decor->border);
	if (decor->border_sides & SIDE_LEFT)
		paint_line(p, x + half, y, x + half, bottom, w, dash, decor->border);
	if (decor->border_sides & SIDE_RIGHT)
		paint_line(p, right - half, y, right - half, bottom, w, dash, decor->border);
}

void paint_decor(Painter *p, const Decor *decor, Len x, Len y, Len width, Len height)
{
	TagMark mark = tag_leave(p);
	if (decor->background)
		paint_ground(p, decor, x, y, width, height);
	if (decor->border)
		paint_border(p, decor, x, y, width, height);
	tag_close(p, mark);
}

/* Words */

/* The origins of a stretch of the words, counted from its beginning. A hyphen that was added comes from where the
 * letters before it do. */
static void run_origins(Painter *p, const Words *words, int start, int end, Run *run, bool hyphen)
{
	List origins = list_new(p->arena, sizeof(Origin));
	for (int i = 0; i < words->origin_count; i++) {
		const Origin *whole = &words->origins[i];
		int from = whole->start > start ? whole->start : start;
		int to = whole->end < end ? whole->end : end;
		if (from >= to)
			continue;
		Origin *part = list_add(&origins);
		*part = *whole;
		part->start = from - start;
		part->end = hyphen && to == end ? run->length : to - start;
	}
	run->origins = origins.items;
	run->origin_count = origins.count;
}

/* The space at which a line ends is painted too, beyond the line: who copies or hears the text must not
 * find the words of two lines run together. */
static void hang_space(Painter *p, Run *run, bool backwards)
{
	Glyph *glyphs = ARENA_ARRAY(p->arena, run->glyph_count + 1, Glyph);
	for (int i = 0; i < run->glyph_count; i++)
		glyphs[i + backwards] = run->glyphs[i];
	unsigned space = font_glyph(run->font, ' ');
	int advance = font_advance(run->font, space);
	/* Behind what runs from right to left it hangs at the left, where the run begins. */
	glyphs[backwards ? 0 : run->glyph_count] = (Glyph){.id = space,
							   .cluster = run->length,
							   .advance = backwards ? 0 : advance,
							   .x_offset = backwards ? -advance : 0};
	run->glyphs = glyphs;
	run->glyph_count++;
	run->text = str_format(p->arena, "%.*s ", run->length, run->text);
	run->length++;
}

/* A hyphen that dividing a word adds reads as a soft one: who copies or hears the text gets the word back whole. */
static void read_softly(Painter *p, Run *run)
{
	run->text = str_format(p->arena, "%.*s\xc2\xad", run->length, run->text);
	run->length += 2;
}

static void paint_run(Painter *p, const Words *words, const LineRun *piece, bool ends_at_space,
		      Len x, Len baseline)
{
	Draw *draw = draw_add(p, DRAW_RUN);
	Run *run = &draw->run;
	run->font = piece->font;
	run->size = piece->size;
	run->x = x + piece->x;
	run->y = baseline - piece->rise;
	run->tracking = piece->tracking;
	run->language = piece->language;
	run->width = piece->width;
	run->ink = p->lettering ? p->lettering : piece->style->color;
	run->text = words->text + piece->start;
	run->length = piece->end - piece->start;
	run->glyphs = piece->glyphs;
	run->glyph_count = piece->glyph_count;
	if (piece->hyphen)
		read_softly(p, run);
	if (ends_at_space)
		hang_space(p, run, piece->level % 2 == 1);
	bool own_space = ends_at_space && words->text[piece->end] == ' ';
	run_origins(p, words, piece->start, piece->end + own_space, run, piece->hyphen);
}

static Place origin_place(const Words *words, int at)
{
	for (int i = 0; i < words->origin_count; i++) {
		const Origin *origin = &words->origins[i];
		if (at >= origin->start && at < origin->end)
			return origin->data.file ? origin->data : origin->layout;
	}
	return words->origin_count > 0 ? words->origins[0].layout : (Place){0};
}

/* Of all lines that are too wide the widest one speaks for its paragraph. */
static void tell_overfull(Painter *p, const Words *words, const Lines *lines, Len measure)
{
	const Line *line = NULL;
	int count = 0;
	for (int i = 0; i < lines->count; i++) {
		if (!lines->lines[i].overfull)
			continue;
		count++;
		if (!line || lines->lines[i].width > line->width)
			line = &lines->lines[i];
	}
	const char *more = count > 1 ? str_format(p->arena, ", and %d more %s too wide", count - 1,
						  count == 2 ? "is" : "are")
				     : "";
	Len room = measure > 0 ? measure : 0; /* paddings may take more than there is */
	Place place = origin_place(words, line->start);
	diag_error(p->diags, place, DIAG_FIT, "\"%.*s\" is %s wide, but there are %s for it%s",
		   line->end - line->start, words->text + line->start,
		   len_in_mm(p->arena, line->width), len_in_mm(p->arena, room), more);
	const char *wider = len_in_mm(p->arena, len_add(line->width, -room));
	const char *mends =
	    p->setter ? word_mends(p->arena, p->setter, words, p->fit, p->layout, room) : NULL;
	const char *lead = !mends               ? ""
			   : strchr(mends, ';') ? "; these would do, too: "
						: "; this would do, too: ";
	diag_hint(p->diags, "shorten it, or make its column in the layout %s wider%s%s", wider,
		  lead, mends ? mends : "");
}

static Len align_offset(Align align, Len width, const Line *line)
{
	Len spare = width - line->width;
	if (align == ALIGN_CENTER)
		return (spare + line->right - line->left) / 2;
	return align == ALIGN_END || align == ALIGN_DECIMAL ? spare + line->right : -line->left;
}

/* The words of a figure are labels that stand apart, so a space belongs after each. */
static bool inside_figure(const Painter *p)
{
	return p->tag >= 0 && ((const Tag *)list_at(&p->tags, p->tag))->kind == TAG_FIGURE;
}

/* One line, its top at `top`. `labels`: a space belongs behind it in any case. */
static void paint_line_runs(Painter *p, const SizedText *text, const Line *line, Len left, Len top,
			    bool labels, Linking *linking)
{
	const Words *words = para_words(text->para);
	Len baseline = len_add(top, text->lines.baseline), leading = text->lines.leading;
	bool space = labels || (line->end < words->length && words->text[line->end] == ' ');
	for (int r = 0; r < line->run_count; r++) {
		const LineRun *run = &line->runs[r];
		Len begin = len_add(left, run->x);
		linking_run(linking, run->start, begin, len_add(begin, run->width), top, leading);
		paint_run(p, words, run, space && r + 1 == line->run_count, left, baseline);
	}
	linking_line_end(linking, top, leading);
}

void paint_upright(Painter *p, int from, Len x, Len width)
{
	if (!p->setter || !p->setter->backwards)
		return;
	Draw *draws = p->draws.items;
	mirror_draws(p->arena, draws + from, p->draws.count - from, x, len_add(x, width));
}

void paint_text(Painter *p, const SizedText *text, Len x, Len y, Len width, Align align)
{
	const Words *words = para_words(text->para);
	bool labels = text->apart || inside_figure(p);
	Linking linking = linking_begin(p, words);
	if (text->overfull)
		tell_overfull(p, words, &text->lines, text->measure);
	for (int i = 0; i < text->lines.count; i++) {
		const Line *line = &text->lines.lines[i];
		Len top = len_add(y, len_scale(text->lines.leading, i, 1));
		Len left = x + align_offset(align, width, line);
		paint_line_runs(p, text, line, left, top, labels, &linking);
	}
	linking_end(&linking);
}
