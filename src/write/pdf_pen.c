/* SPDX-License-Identifier: MIT */
#include "write/pdf_pen.h"

#include "write/pdf_ink.h"
#include "write/pdf_syntax.h"

void pen_leave_text(Pen *pen)
{
	if (pen->in_text)
		strbuf_add(&pen->out, "ET\n");
	pen->in_text = false;
}

void pen_fill(Pen *pen, const Ink *ink)
{
	if (ink_same(pen->state.fill, ink))
		return;
	ink_put_fill(&pen->out, ink);
	pen->state.fill = ink;
}

void pen_stroke(Pen *pen, const Ink *ink)
{
	if (ink_same(pen->state.stroke, ink))
		return;
	ink_put_stroke(&pen->out, ink);
	pen->state.stroke = ink;
}

void pen_width(Pen *pen, Len width)
{
	if (pen->state.width == width)
		return;
	pdf_put_operand(&pen->out, width);
	strbuf_add(&pen->out, "w\n");
	pen->state.width = width;
}

void pen_dash(Pen *pen, Len dash)
{
	if (pen->state.dash == dash)
		return;
	strbuf_add(&pen->out, "[");
	if (dash != 0) {
		pdf_put_operand(&pen->out, dash);
		pdf_put_number(&pen->out, dash);
	}
	strbuf_add(&pen->out, "] 0 d\n");
	pen->state.dash = dash;
}
