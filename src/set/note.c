/* SPDX-License-Identifier: MIT */
#include "set/note.h"

enum { INDENT_LEAST = 800, MARK_GAP = 200 }; /* thousandths of the size of the words */

const SizedMark *size_mark(const Measure *m, const Box *box)
{
	SizedMark *mark = ARENA_NEW(m->arena, SizedMark);
	Len size = fit_size(m->fit, box->words.style);
	Len natural = size_words_natural(m, box->mark);
	mark->text = size_text(m, box->mark, natural);
	mark->indent = len_max(len_scale(size, INDENT_LEAST, 1000),
			       len_add(natural, len_scale(size, MARK_GAP, 1000)));
	return mark;
}

/* On the baseline of the words, whatever the leading of its own style is. A space stands behind it for
 * those who hear or copy it. */
static void paint_mark(Painter *p, const Sized *sized, Len x, Len y)
{
	SizedText mark = sized->mark->text;
	TagMark tag = tag_open(p, TAG_LBL);
	mark.apart = true;
	paint_text(p, &mark, x, len_add(y, sized->text.lines.baseline - mark.lines.baseline),
		   sized->mark->indent, ALIGN_START);
	tag_close(p, tag);
}

void paint_marked(Painter *p, const Sized *sized, Len x, Len y, Len width)
{
	Len indent = sized->mark->indent;
	paint_mark(p, sized, x, y);
	TagMark tag = tag_open(p, TAG_SPAN);
	paint_text(p, &sized->text, len_add(x, indent), y, len_add(width, -indent),
		   sized->box->words.style->align);
	tag_close(p, tag);
}
