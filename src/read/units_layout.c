/* SPDX-License-Identifier: MIT */
#include "read/units.h"

#include "base/list.h"
#include "base/str.h"
#include "read/layout_parts.h"
#include "read/xml.h"

typedef struct Gathering {
	Arena *a;
	const Source *source;
	const char *language;
	Diags *diags;
	List files; /* of FileUnits */
} Gathering;

static void file_add(Gathering *g, const char *path, Place from)
{
	for (int i = 0; i < g->files.count; i++)
		if (str_equal(((const FileUnits *)list_at(&g->files, i))->file, path))
			return;
	Source source = {path, g->source->root, from};
	const Node *root = xml_read(g->a, &source, NULL, g->diags);
	if (!root)
		return;
	const char *language = node_value(root, "lang");
	*(FileUnits *)list_add(&g->files) =
	    (FileUnits){path, language ? language : g->language, units_find(g->a, root)};
}

static void files_add(Gathering *g, const Node *node)
{
	if (node->kind == NODE_ELEMENT && node->place.file)
		file_add(g, node->place.file, g->source->from);
	for (const Node *child = node->first; child; child = child->next)
		files_add(g, child);
}

LayoutUnits units_of_layout(Arena *a, const Source *source, Diags *diags)
{
	int before = diags_errors(diags);
	List ignored = list_new(a, sizeof(Ingredient));
	const Node *root = layout_whole(a, source, &ignored, diags);
	if (!root || !layout_form_check(a, root, diags))
		return (LayoutUnits){0};
	Gathering g = {a, source, node_value(root, "lang"), diags, list_new(a, sizeof(FileUnits))};
	file_add(&g, source->path, source->from);
	files_add(&g, root);
	const Attr *words = node_attr(node_child(root, "words"), "href");
	if (words)
		file_add(&g, file_beside(a, words->place.file, words->value), words->value_place);
	bool good = diags_errors(diags) == before;
	return good ? (LayoutUnits){g.files.items, g.files.count} : (LayoutUnits){0};
}
