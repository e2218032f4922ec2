/* SPDX-License-Identifier: MIT */
#include "write/pdf_page.h"

#include "write/outline.h"
#include "write/pdf_pen.h"
#include "write/pdf_syntax.h"
#include "write/pdf_text.h"

static void stretch_end(Pen *pen)
{
	pen_leave_text(pen);
	if (pen->tag != PEN_UNMARKED)
		strbuf_add(&pen->out, "EMC\n");
	pen->tag = PEN_UNMARKED;
}

/* Whether what comes next belongs to the stretch that is open. Grounds have a stretch each: it says how far they go. */
static bool stretch_goes_on(const Pen *pen, const Draw *draw, const char *language)
{
	bool same = pen->tag == draw->tag && pen->language == language;
	return same && (draw->tag != TAG_ARTIFACT ||
			(pen->artifact == draw->artifact && draw->artifact != ARTIFACT_BACKGROUND));
}

/* ISO 32000-1, 14.8.2.2.2 and table 330. */
static void artifact_begin(Pen *pen, const Draw *draw)
{
	TagBounds rect;
	bool ground = draw->artifact == ARTIFACT_BACKGROUND && draw->kind == DRAW_SHAPE &&
		      outline_rect(draw->shape.segments, draw->shape.count, &rect);
	if (draw->artifact == ARTIFACT_FOOTER) {
		strbuf_add(&pen->out,
			   "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC\n");
		return;
	}
	if (!ground) {
		strbuf_add(&pen->out, "/Artifact <</Type/Layout>> BDC\n");
		return;
	}
	strbuf_add(&pen->out, "/Artifact <</Type/Background/BBox");
	pdf_put_rectangle(&pen->out, pen->height, rect.x, rect.y, rect.width, rect.height);
	strbuf_add(&pen->out, ">> BDC\n");
}

/* A stretch of another language says so: the property of a span (ISO 32000-1, 14.9.2.3). */
static void stretch_begin(Pen *pen, const Draw *draw, const char *language)
{
	const char *said = draw->tag == TAG_ARTIFACT ? NULL : language;
	if (stretch_goes_on(pen, draw, said))
		return;
	stretch_end(pen);
	pen->tag = draw->tag;
	pen->artifact = draw->artifact;
	pen->language = said;
	if (draw->tag == TAG_ARTIFACT) {
		artifact_begin(pen, draw);
		return;
	}
	int mark = marks_add(pen->marks, draw->tag);
	pdf_put(&pen->out, "/%s <</MCID %d",
		said ? "Span" : tag_name(pen->marks->page->tags[draw->tag].kind), mark);
	if (said) {
		strbuf_add(&pen->out, "/Lang");
		pdf_put_text(&pen->out, said);
	}
	strbuf_add(&pen->out, ">> BDC\n");
}

static void put_segment(Pen *pen, const Segment *segment)
{
	static const char *const operators[] = {"m\n", "l\n", "c\n", "h\n"};
	static const int points[] = {1, 1, 3, 0};
	for (int i = 0; i < points[segment->kind]; i++) {
		pdf_put_operand(&pen->out, segment->x[i]);
		pdf_put_operand(&pen->out, pen_flip(pen, segment->y[i]));
	}
	strbuf_add(&pen->out, operators[segment->kind]);
}

static void put_outline(Pen *pen, const Shape *shape)
{
	TagBounds rect;
	if (!outline_rect(shape->segments, shape->count, &rect)) {
		for (int i = 0; i < shape->count; i++)
			put_segment(pen, &shape->segments[i]);
		return;
	}
	pdf_put_operand(&pen->out, rect.x);
	pdf_put_operand(&pen->out, pen_flip(pen, rect.y + rect.height));
	pdf_put_operand(&pen->out, rect.width);
	pdf_put_operand(&pen->out, rect.height);
	strbuf_add(&pen->out, "re\n");
}

static void shape_write(Pen *pen, const Shape *shape)
{
	pen_leave_text(pen);
	if (shape->fill != NULL)
		pen_fill(pen, shape->fill);
	if (shape->stroke != NULL) {
		pen_stroke(pen, shape->stroke);
		pen_width(pen, shape->width);
		pen_dash(pen, shape->dash);
	}
	put_outline(pen, shape);
	if (shape->stroke == NULL)
		strbuf_add(&pen->out, "f\n");
	else
		strbuf_add(&pen->out, shape->fill != NULL ? "B\n" : "S\n");
}

/* An image fills the unit square. */
static void picture_write(Pen *pen, const Picture *picture)
{
	pen_leave_text(pen);
	strbuf_add(&pen->out, "q ");
	pdf_put_operand(&pen->out, picture->width);
	strbuf_add(&pen->out, "0 0 ");
	pdf_put_operand(&pen->out, picture->height);
	pdf_put_operand(&pen->out, picture->x);
	pdf_put_operand(&pen->out, pen_flip(pen, picture->y + picture->height));
	pdf_put(&pen->out, "cm /I%d Do Q\n", images_find(pen->images, picture->image));
}

static bool shape_shows(const Shape *shape)
{
	return shape->count > 0 && (shape->fill != NULL || shape->stroke != NULL);
}

static void clip_begin(Pen *pen, const Shape *shape)
{
	stretch_end(pen);
	*(PenState *)list_add(&pen->saved) = pen->state;
	strbuf_add(&pen->out, "q\n");
	if (shape->count > 0)
		put_outline(pen, shape);
	else
		strbuf_add(&pen->out, "0 0 0 0 re\n");
	strbuf_add(&pen->out, "W n\n");
}

static void clip_end(Pen *pen)
{
	stretch_end(pen);
	if (pen->saved.count == 0)
		die("the page ends a clip that it has not begun");
	strbuf_add(&pen->out, "Q\n");
	pen->state = *(const PenState *)list_at(&pen->saved, pen->saved.count - 1);
	pen->saved.count--;
}

static void draw_write(Pen *pen, const Draw *draw, const int *codes)
{
	switch (draw->kind) {
	case DRAW_RUN:
		stretch_begin(pen, draw, draw->run.language);
		run_write(pen, &draw->run, codes);
		break;
	case DRAW_SHAPE:
		if (!shape_shows(&draw->shape))
			break;
		stretch_begin(pen, draw, NULL);
		shape_write(pen, &draw->shape);
		break;
	case DRAW_IMAGE:
		stretch_begin(pen, draw, NULL);
		picture_write(pen, &draw->picture);
		break;
	case DRAW_LINK: /* nothing is seen of it */
		marks_link(pen->marks, draw);
		break;
	case DRAW_CLIP:
		clip_begin(pen, &draw->shape);
		break;
	case DRAW_UNCLIP:
		clip_end(pen);
		break;
	}
}

StrBuf page_content(Arena *a, const Page *page, const Faces *faces, const Images *images,
		    Marks *marks)
{
	Pen pen = {.out = {.arena = a},
		   .height = page->height,
		   .faces = faces,
		   .images = images,
		   .marks = marks,
		   .state = {.width = -1, .face = -1},
		   .saved = list_new(a, sizeof(PenState)),
		   .tag = PEN_UNMARKED};
	for (int i = 0; i < page->draw_count; i++)
		draw_write(&pen, &page->draws[i], faces->shown[i]);
	stretch_end(&pen);
	if (pen.saved.count != 0)
		die("the page begins a clip that it does not end");
	return pen.out;
}
