/* SPDX-License-Identifier: MIT */
#include "set/link.h"

#include "base/str.h"

static bool can_lead(Painter *p, const Words *words)
{
	bool figure = p->tag >= 0 && ((const Tag *)list_at(&p->tags, p->tag))->kind == TAG_FIGURE;
	if (p->tag >= 0 && !figure)
		return true;
	diag_error(p->diags, words->links[0].to->origin.layout, DIAG_LAYOUT,
		   "a link cannot stand in %s: who hears the page would not find it",
		   figure ? "a figure" : "page furniture");
	diag_hint(p->diags, figure ? "put it into a paragraph below" : "take out artifact=\"yes\"");
	return false;
}

Linking linking_begin(Painter *p, const Words *words)
{
	Linking l = {.p = p, .words = words};
	l.active = words->link_count > 0 && can_lead(p, words);
	return l;
}

static const LinkRange *link_at(const Words *words, int at)
{
	for (int i = 0; i < words->link_count; i++)
		if (at >= words->links[i].start && at < words->links[i].end)
			return &words->links[i];
	return NULL;
}

/* The part of the link in this line leads somewhere. */
static void rectangle_end(Linking *l, Len top, Len height)
{
	const LinkRange *link = l->link;
	if (link && l->right > l->left)
		paint_link(l->p, l->left, top, l->right - l->left, height, link->to,
			   str_copy_n(l->p->arena, l->words->text + link->start,
				      (size_t)(link->end - link->start)));
	l->left = l->right = 0;
}

static void tag_end(Linking *l)
{
	if (l->open)
		tag_close(l->p, l->outside);
	l->open = false;
}

void linking_run(Linking *l, int start, Len left, Len right, Len top, Len height)
{
	if (!l->active)
		return;
	const LinkRange *link = link_at(l->words, start);
	if (!l->open || link != l->link) {
		rectangle_end(l, top, height);
		tag_end(l);
		l->outside = tag_open(l->p, link ? TAG_LINK : TAG_SPAN);
		l->open = true;
		l->link = link;
	}
	if (l->right == l->left)
		l->left = left;
	l->right = right;
}

void linking_line_end(Linking *l, Len top, Len height)
{
	if (l->active)
		rectangle_end(l, top, height);
}

void linking_end(Linking *l)
{
	if (l->active)
		tag_end(l);
}
