/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "base/str.h"
#include "read/path_data.h"
#include "read/value.h"
#include "read/xml.h"

#include <string.h>

static const char svg_space[] = "http://www.w3.org/2000/svg";

/* What an SVG file must not do to its paths: it would be lost here. */
static void svg_look(Reading *r, const Node *node)
{
	static const char *const lost[] = {"transform", "style",     "opacity", "fill-opacity",
					   "mask",      "clip-path", "filter",  NULL};
	for (int i = 0; lost[i]; i++) {
		const Attr *attr = node_attr(node, lost[i]);
		if (attr == NULL)
			continue;
		diag_error(r->diags, attr->place, DIAG_LAYOUT,
			   "\"%s\" has no meaning in an icon: it is an outline in one ink",
			   lost[i]);
		diag_hint(r->diags, "let a drawing program write it as plain paths");
	}
	const Attr *rule = node_attr(node, "fill-rule");
	if (rule && strcmp(rule->value, "evenodd") == 0) {
		diag_error(r->diags, rule->place, DIAG_LAYOUT,
			   "icons are filled by the rule \"nonzero\" only");
		diag_hint(r->diags, "let a drawing program write it so");
	}
}

/* Material icons begin with a square that is not painted. */
static bool is_unpainted(const Node *path)
{
	const char *stroke = node_value(path, "stroke");
	return str_equal(node_value(path, "fill"), "none") &&
	       (stroke == NULL || strcmp(stroke, "none") == 0);
}

static void svg_paths(Reading *r, const Node *svg, const View *view, bool filled, List *segments)
{
	for (const Node *n = svg->first; n; n = n->next) {
		if (n->kind != NODE_ELEMENT || strcmp(n->name, "title") == 0 ||
		    strcmp(n->name, "desc") == 0)
			continue;
		if (strcmp(n->name, "path") != 0 || n->first) {
			diag_error(r->diags, n->place, DIAG_LAYOUT,
				   "<%s> cannot be used here: an icon is made of plain <path>s",
				   n->name);
			diag_hint(r->diags, "let a drawing program write it as paths");
			continue;
		}
		const Attr *d = node_attr(n, "d");
		svg_look(r, n);
		if (d && !(filled && is_unpainted(n)))
			path_data_read(d, view, segments, r->diags);
	}
}

static void tell_no_svg(Reading *r, const Node *root)
{
	diag_error(r->diags, root->place, DIAG_LAYOUT, "this file is no SVG, but <%s>", root->name);
	diag_hint(r->diags, "an icon's file begins with <svg xmlns=\"%s\" viewBox=\"0 0 24 24\">",
		  svg_space);
}

static bool svg_read(Reading *r, const Attr *src, bool filled, View *view, List *segments)
{
	Source source = {file_beside(r->a, src->place.file, src->value), r->source->root,
			 src->value_place};
	const Node *svg = xml_read(r->a, &source, list_add(r->files), r->diags);
	if (svg == NULL)
		return false;
	const Attr *box = node_attr(svg, "viewBox");
	if (strcmp(svg->name, "svg") != 0 || strcmp(svg->space, svg_space) != 0) {
		tell_no_svg(r, svg);
		return false;
	}
	svg_look(r, svg);
	if (box == NULL) {
		diag_error(r->diags, svg->place, DIAG_LAYOUT, "<svg> lacks the attribute viewBox");
		diag_hint(r->diags, "for example viewBox=\"0 0 24 24\"");
		return false;
	}
	if (!view_read(box, view, r->diags))
		return false;
	svg_paths(r, svg, view, filled, segments);
	return true;
}

/* Where the layout itself holds the path data. */
static bool data_read(Reading *r, const Node *node, View *view, List *segments)
{
	const Attr *d = node_attr(node, "d"), *box = node_attr(node, "viewbox");
	*view = (View){0, 0, 24, 24};
	if (box && !view_read(box, view, r->diags))
		return false;
	return path_data_read(d, view, segments, r->diags);
}

static bool outlines_read(Reading *r, const Node *node, bool filled, View *view, List *segments)
{
	const Attr *src = node_attr(node, "src"), *d = node_attr(node, "d");
	int before = diags_errors(r->diags);
	if ((src != NULL) == (d != NULL)) {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "an icon is drawn %s",
			   d ? "either by d or by src, not by both" : "by path data or by a file");
		diag_hint(r->diags, "write d=\"M…\", or src=\"….svg\"");
		return false;
	}
	bool read =
	    d ? data_read(r, node, view, segments) : svg_read(r, src, filled, view, segments);
	if (read && segments->count == 0 && diags_errors(r->diags) == before) {
		diag_error(r->diags, (d ? d : src)->value_place, DIAG_LAYOUT,
			   "this icon draws nothing");
		read = false;
	}
	return read;
}

static Len view_side(double side, double longer)
{
	Len units = (Len)(side / longer * ICON_UNITS + 0.5);
	return units > 0 ? units : 1;
}

bool icon_drawing_read(Reading *r, const Node *node, bool filled, IconSpec *icon)
{
	List segments = list_new(r->a, sizeof(Segment));
	View view;
	if (!outlines_read(r, node, filled, &view, &segments))
		return false;
	double longer = view.width > view.height ? view.width : view.height;
	icon->view_width = view_side(view.width, longer);
	icon->view_height = view_side(view.height, longer);
	icon->segments = segments.items;
	icon->count = segments.count;
	return true;
}

const IconSpec *icon_read(Reading *r, const Node *node, const Ink *accent)
{
	IconSpec *icon = ARENA_NEW(r->a, IconSpec);
	picture_alt_check(r, node);
	icon->size = picture_size(r, node);
	icon->ink = accent;
	icon->thickness = seen_len_attr(r, node, "thickness", 0);
	if (accent == NULL) {
		diag_error(r->diags, node->place, DIAG_LAYOUT, "this icon has no ink");
		diag_hint(r->diags, "write <icon ink=\"…\">");
	}
	icon_drawing_read(r, node, icon->thickness == 0, icon);
	return icon;
}
