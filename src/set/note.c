/* SPDX-License-Identifier: MIT */
#include "set/note.h"

#include "base/str.h"

enum { INDENT_LEAST = 800, MARK_GAP = 200 }; /* thousandths of the size of the words */

const SizedMark *size_mark(const Measure *m, const Box *box)
{
	SizedMark *mark = ARENA_NEW(m->arena, SizedMark);
	Len size = fit_size(m->fit, box->words.style);
	Len natural = size_words_natural(m, box->mark);
	mark->text = size_text(m, box->mark, natural);
	mark->indent = len_max(len_scale(size, INDENT_LEAST, 1000),
			       len_add(natural, len_scale(size, MARK_GAP, 1000)));
	mark->indent = len_max(mark->indent, m->indent);
	return mark;
}

static bool is_item(const Box *box)
{
	return str_equal(box->element->name, "item");
}

bool box_is_list(const Box *box)
{
	return str_equal(box->element->name, "list");
}

Len list_indent(const Measure *m, const Box *list)
{
	Len indent = 0;
	for (const Box *kid = list->first; kid; kid = kid->next)
		if (kid->mark)
			indent = len_max(indent, size_mark(m, kid)->indent);
	return indent;
}

/* A bullet says that the order means nothing, a number that it does; of another mark nobody knows. */
static const char *numbering_of(const Sized *list)
{
	const Words *mark = list->kid_count > 0 ? list->kids[0].box->mark : NULL;
	if (mark && mark->text[0] >= '0' && mark->text[0] <= '9')
		return "Decimal";
	return mark && str_equal(mark->text, "•") ? "Disc" : NULL;
}

TagMark list_open(Painter *p, const Sized *list)
{
	TagMark tag = tag_open(p, TAG_L);
	if (!p->furniture)
		tag_last(p)->numbering = numbering_of(list);
	p->tag = TAG_ARTIFACT; /* a list holds tags, never marks */
	return tag;
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
	TagMark tag = tag_open(p, is_item(sized->box) ? TAG_LBODY : TAG_SPAN);
	paint_text(p, &sized->text, len_add(x, indent), y, len_add(width, -indent),
		   sized->box->words.style->align);
	tag_close(p, tag);
}
