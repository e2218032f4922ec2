/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/value.h"

#include <string.h>

/* Rounded from ISO 216 and ANSI/ASME Y14.1, in thousandths of a point. */
static const struct {
	const char *name;
	Len width, height;
} sheets[] = {{"A3", 841890, 1190551},
	      {"A4", 595276, 841890},
	      {"A5", 419528, 595276},
	      {"letter", 612000, 792000},
	      {"legal", 612000, 1008000}};

/* Smaller is no page, larger is none that PDF has room for (200 inches). */
enum { PAGE_LEAST = LEN_PT(72), PAGE_MOST = LEN_PT(14400) };

static bool size_by_name(const char *name, PageSpec *page)
{
	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
		if (strcmp(sheets[i].name, name) != 0)
			continue;
		page->width = sheets[i].width;
		page->height = sheets[i].height;
		return true;
	}
	return false;
}

static void size_read(Reading *r, const Attr *attr, PageSpec *page)
{
	const char *value = str_fold(r->a, attr->value);
	if (size_by_name(value, page))
		return;
	const char *gap = strchr(value, ' ');
	if (gap == NULL || strchr("0123456789-+.", value[0]) == NULL || strchr(gap + 1, ' ')) {
		diag_error(r->diags, attr->value_place, DIAG_FORM,
			   "there is no page size \"%.60s\"", value);
		diag_hint(r->diags,
			  "sizes: A3, A4, A5, letter, legal, or a width and a height such "
			  "as \"170mm 240mm\"");
		return;
	}
	const char *width = str_copy_n(r->a, value, (size_t)(gap - value));
	if (value_len(width, attr->value_place, "size", &page->width, r->diags) &&
	    value_len(gap + 1, attr->value_place, "size", &page->height, r->diags) &&
	    (page->width < PAGE_LEAST || page->height < PAGE_LEAST || page->width > PAGE_MOST ||
	     page->height > PAGE_MOST))
		diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
			   "a page is between 1in and 200in wide and high");
}

/* A size by its name is turned; one in lengths says itself what is wide and what is high. */
static void orientation_read(Reading *r, const Node *node, PageSpec *page)
{
	static const char *const words[] = {"portrait", "landscape", NULL};
	const Attr *attr = node_attr(node, "orientation");
	int wanted = choice_attr(r, node, "orientation", words);
	bool wrong = wanted == 0 ? page->width > page->height : page->width < page->height;
	if (attr == NULL || !wrong)
		return;
	if (strchr("0123456789", node_value(node, "size")[0])) {
		diag_error(r->diags, attr->value_place, DIAG_LAYOUT,
			   "this page is %s, so its orientation is not %s",
			   wanted == 0 ? "wider than high" : "higher than wide", words[wanted]);
		diag_hint(r->diags,
			  "take orientation out, or write the width first, then the height");
		return;
	}
	Len width = page->width;
	page->width = page->height;
	page->height = width;
}

void page_read(Reading *r, const Node *node)
{
	PageSpec *page = &r->layout->page;
	enum { LEAST_ROOM = 2835 }; /* 1 mm: no words go into less */
	const Attr *size = node_attr(node, "size"), *margin = node_attr(node, "margin");
	if (size)
		size_read(r, size, page);
	if (size)
		orientation_read(r, node, page);
	page->bleed = len_attr(r, node, "bleed", 0);
	if (margin &&
	    value_edges(margin->value, margin->value_place, "margin", &page->margin, r->diags) &&
	    page->width > 0 &&
	    ((int64_t)page->margin.left + page->margin.right > page->width - LEAST_ROOM ||
	     (int64_t)page->margin.top + page->margin.bottom > page->height - LEAST_ROOM))
		diag_error(r->diags, margin->value_place, DIAG_LAYOUT,
			   "the margins leave no room on the page");
	if (page->bleed > LEN_PT(72))
		diag_error(r->diags, node_attr(node, "bleed")->value_place, DIAG_LAYOUT,
			   "the bleed is more than 1in");
}
