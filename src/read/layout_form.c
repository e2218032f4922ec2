/* SPDX-License-Identifier: MIT */
#include "read/layout_parts.h"

#include "read/form.h"

#include <string.h>

#define AROUND                                                                                     \
	"id when padding background border border-top border-right border-bottom border-left "     \
	"border-style ink color bleed artifact "
#define BOX AROUND "space-before span rows keep-with-next "
/* Charts of all kinds. */
#define CHART_AREA                                                                                 \
	BOX "select! limit label! label-format value! format "                                     \
	    "style figure-style title-style more-style "                                           \
	    "placeholder-style track paper frame "
#define CHART CHART_AREA "scale "
#define CHART_WORDS "title! placeholder? more? alt?"
/* clang-format off: one kind of box a line. */
#define BOXES                                                                                      \
	"p h1 h2 h3 note source list item "                                                        \
	"row grid stack columns column band callout frame repeat include "                         \
	"table "                                                                                   \
	"ladder donut "                                                                            \
	"icon-array "                                                                              \
	"locator-map "                                                                             \
	"bar-chart "                                                                               \
	"column-chart dot-plot "                                                                   \
	"slope-chart "                                                                             \
	"stacked-bar "                                                                             \
	"treemap "                                                                                 \
	"image icon "                                                                              \
	"rule space stretch "
/* clang-format on */

/* The layout language, one line an element. layouts/README.md says what each part means. */
static const Form layout_forms[] = {
    {"layout", "name! lang! extends", "page! words? inks? styles! fit? round title! body! foot?",
     false},
    {"page", "size! orientation margin bleed", "", false},
    {"words", "href!", "", false},
    {"inks", "contrast", "ink palette include", false},
    {"ink", "name! rgb! cmyk", "", false},
    {"palette", "name! inks!", "", false},
    {"styles", "", "style+ include", false},
    {"style",
     "name! lang like font-family font-size font-weight font-stretch line-height color figures "
     "letter-spacing text-align text-wrap hyphens wrap optical-margin "
     "caps baseline-shift ordinal-suffix space-before",
     "", false},
    {"fit", "", "tighten condense shorten spread", false},
    {"tighten", "property! to! style", "", false},
    {"condense", "style!", "", false},
    {"shorten", "text rows of", "", false},
    {"spread", "at property to!", "", false},
    {"round", "select! decimals", "", false},
    {"title", "id", "", true},
    {"body",
     "id padding background border border-top border-right border-bottom border-left "
     "border-style ink color",
     BOXES, false},
    {"foot", BOX, BOXES, false},
    {"band", BOX, BOXES, false},
    {"callout", BOX, BOXES, false},
    {"table/column", "id head~ value format width align scope style head-style when missing",
     "bar? sparkline?", true},
    {"column", BOX, BOXES, false},
    {"row", BOX "widths gap align justify vacant", BOXES, false},
    {"stack", BOX "align", BOXES, false},
    {"columns", BOX "count! gap", BOXES, false},
    {"grid", BOX "columns! gap row-gap align", BOXES, false},
    {"p", BOX "style", "a b span short", true},
    {"h1", BOX "style", "a b span short", true},
    {"h2", BOX "style", "a b span short", true},
    {"h3", BOX "style", "a b span short", true},
    {"note", BOX "style mark", "a b span short", true},
    {"source", BOX "style", "a b span short", true},
    {"list", BOX "mark", "item repeat include", false},
    {"item", BOX "style mark", "a b span short", true},
    {"short", "id", "a b span", true},
    {"a", "href!", "b span", true},
    {"b", "", "a b span", true},
    {"span", "style!", "a b span", true},
    {"table",
     BOX
     "select! sort order sort-as group limit style head-style caption-style group-style more-style "
     "note-style head-rule row-rule zebra cell-padding gap caption-gap",
     "caption? group-head? column+ more? note", false},
    {"group-head", "id", "a b span", true},
    {"caption", "id", "a b span", true},
    {"more", "id", "a b span", true},
    {"bar", "ink scale width", "", false},
    {"sparkline", "values! last scale reverse ink width thickness", "alt?", false},
    {"ladder", BOX "value! of! track style height", "alt?", false},
    {"donut", BOX "value! format style track thickness", "alt?", false},
    {"icon-array",
     BOX "value! of format columns d src viewbox width gap track frame paper placeholder-style",
     "placeholder? alt?", false},
    {"locator-map",
     BOX "lat! lon! src! extent height land sea graticule frame paper style placeholder-style",
     "label? placeholder? alt?", false},
    {"label", "id", "a b span", true},
    {"bar-chart", CHART "label-width row-height bar-height placeholder-rows axis axis-style",
     CHART_WORDS, false},
    {"column-chart", CHART "height placeholder-rows axis axis-style", CHART_WORDS, false},
    {"dot-plot", CHART "from label-width row-height dot-size placeholder-rows axis axis-style",
     CHART_WORDS, false},
    {"slope-chart", CHART "from! reverse height label-width head-style",
     "title! from-head? to-head? placeholder? more? alt?", false},
    {"from-head", "id", "a b span", true},
    {"to-head", "id", "a b span", true},
    {"stacked-bar", CHART "palette of bar-height", CHART_WORDS, false},
    {"treemap", CHART_AREA "palette of height", CHART_WORDS, false},
    {"image", BOX "src! width height", "alt?", false},
    {"icon", BOX "d src viewbox width height thickness", "alt?", false},
    {"placeholder", "id", "a b span", true},
    {"alt", "id", "", true},
    {"rule", "id when space-before span rows ink artifact thickness", "", false},
    {"space", "height! when", "", false},
    {"stretch", "share when", "", false},
    {"frame", AROUND "x! y! width! height", BOXES, false},
    /* Its place is taken by what it brings before the form is looked at. */
    {"include", "href!", "", false},
    {"repeat", "id when select! sort order sort-as group", BOXES, false},
    {NULL, NULL, NULL, false}};

static const Form words_forms[] = {{"words", "lang!", "locale text", false},
				   {"locale", "lang! formats!", "", false},
				   {"text", "id!", "", true},
				   {NULL, NULL, NULL, false}};

static const char space[] = "urn:clusterpress:layout:1";

const Language *layout_language(void)
{
	static const Language language = {"a layout", "layout", space, layout_forms};
	return &language;
}

const Language *words_language(void)
{
	static const Language language = {"a file of common texts", "words", space, words_forms};
	return &language;
}

bool layout_form_check(Arena *a, const Node *root, Diags *diags)
{
	return form_check(a, root, layout_language(), diags);
}

bool words_form_check(Arena *a, const Node *root, Diags *diags)
{
	return form_check(a, root, words_language(), diags);
}

bool is_blank(const char *value)
{
	return value[strspn(value, " \t\r\n")] == '\0';
}

/* Its attributes but for those that say nothing. */
static void attrs_keep(Arena *a, Node *node)
{
	List kept = list_new(a, sizeof(Attr));
	for (int i = 0; i < node->attr_count; i++)
		if (!is_blank(node->attrs[i].value))
			*(Attr *)list_add(&kept) = node->attrs[i];
	node->attrs = kept.items;
	node->attr_count = kept.count;
}

const Node *without_blanks(Arena *a, const Node *root)
{
	Tree copy = tree_begin(a, root);
	attrs_keep(a, copy.node);
	for (const Node *child = root->first; child; child = child->next)
		tree_add(&copy, node_own(without_blanks(a, child)));
	return copy.node;
}

bool layout_is_box(const char *name)
{
	static const char boxes[] = BOXES;
	size_t length = strlen(name);
	for (const char *s = boxes; *s; s += strcspn(s, " ") + 1)
		if (strcspn(s, " ") == length && strncmp(s, name, length) == 0)
			return true;
	return false;
}
