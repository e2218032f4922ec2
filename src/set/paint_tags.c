/* SPDX-License-Identifier: MIT */
#include "set/paint.h"

TagMark tag_open(Painter *p, TagKind kind)
{
	TagMark mark = {p->tag, p->parent};
	if (p->furniture)
		return mark;
	Tag *tag = list_add(&p->tags);
	*tag = (Tag){.kind = kind, .parent = p->parent};
	p->parent = p->tag = p->tags.count - 1;
	return mark;
}

TagMark tag_leave(Painter *p)
{
	TagMark mark = {p->tag, p->parent};
	p->tag = TAG_ARTIFACT;
	return mark;
}

void tag_close(Painter *p, TagMark mark)
{
	p->tag = mark.tag;
	p->parent = mark.parent;
}

TagKind tag_of_title(const Painter *p)
{
	static const TagKind below[] = {[TAG_DOCUMENT] = TAG_H1, TAG_H2, TAG_H3, TAG_H3};
	return below[p->heading];
}

TagMark tag_figure(Painter *p, const char *alt, TagBounds bounds)
{
	TagMark mark = tag_open(p, TAG_FIGURE);
	if (!p->furniture) {
		tag_last(p)->alt = alt;
		tag_last(p)->bounds = bounds;
	}
	return mark;
}

Tag *tag_last(Painter *p)
{
	return list_at(&p->tags, p->tags.count - 1);
}
