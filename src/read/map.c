/* SPDX-License-Identifier: MIT */
#include "read/map.h"

#include "base/str.h"
#include "read/cell.h"
#include "read/form.h"
#include "read/map_parts.h"
#include "read/place.h"
#include "read/value.h"
#include "read/xml.h"

#include <string.h>

static const char map_space[] = "urn:clusterpress:map:1";

static const Form forms[] = {
    {"map", "out schema rules delimiter quote numbers numbers-column blank~", "", false},
    {NULL, NULL, NULL, false}};

static const Language language = {"a map", "map", map_space, forms};

/* What the language of maps may say on an element of the record. */
static const char *const own_attrs[] = {"m:when", "m:each", "m:split", "m:parts", NULL};

/* The map's own element without what it holds, which is of another language. */
static bool root_check(Mapping *m, const Node *root)
{
	Node alone = *root;
	alone.first = NULL;
	return form_check(m->a, &alone, &language, m->diags);
}

static const char *file_of(Mapping *m, const Node *root, const char *name, Place *place)
{
	const Attr *attr = node_attr(root, name);
	if (!attr)
		return NULL;
	*place = attr->value_place;
	return file_beside(m->a, m->map->file, attr->value);
}

static char delimiter_read(Mapping *m, const Attr *attr)
{
	static const struct {
		const char *name;
		char sign;
	} known[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}};
	for (size_t i = 0; attr && i < sizeof known / sizeof *known; i++)
		if (strcmp(attr->value, known[i].name) == 0)
			return known[i].sign;
	if (attr) {
		diag_error(m->diags, attr->value_place, DIAG_FORM, "there is no delimiter \"%s\"",
			   str_shown(m->a, attr->value));
		diag_hint(m->diags, "delimiters are comma, semicolon, tab and bar");
	}
	return '\0';
}

static Marks map_marks(Mapping *m, const Attr *attr)
{
	Marks marks = {"1234.5", '.', '\0'};
	if (attr && !marks_read(m->a, attr->value, &marks)) {
		diag_error(m->diags, attr->value_place, DIAG_FORM,
			   "numbers is \"%s\", but a sample of a number is expected here",
			   str_shown(m->a, attr->value));
		diag_hint(m->diags, "%s", marks_hint);
	}
	return marks;
}

static const char *const *words_of(Mapping *m, const char *text)
{
	static const char white[] = " \t\r\n";
	List words = list_new(m->a, sizeof(char *));
	for (text += strspn(text, white); *text; text += strspn(text, white)) {
		size_t length = strcspn(text, white);
		*(const char **)list_add(&words) = str_copy_n(m->a, text, length);
		text += length;
	}
	list_add(&words);
	return words.items;
}

static void head_read(Mapping *m, const Node *root)
{
	Map *map = m->map;
	const Attr *quote = node_attr(root, "quote");
	const Attr *column = node_attr(root, "numbers-column");
	const char *blank = node_value(root, "blank");
	bool quotes = true;
	map->out = file_of(m, root, "out", &map->out_place);
	map->schema = file_of(m, root, "schema", &map->schema_place);
	map->rules = file_of(m, root, "rules", &map->rules_place);
	map->delimiter = delimiter_read(m, node_attr(root, "delimiter"));
	if (quote)
		value_yes_no(quote->value, quote->value_place, "quote", &quotes, m->diags);
	map->plain = !quotes;
	map->marks = map_marks(m, node_attr(root, "numbers"));
	map->marks_column =
	    column ? map_column_read(m, column->value, column->value_place).number : -1;
	map->blanks = words_of(m, blank ? blank : "");
}

/* The template */

static void own_attrs_check(Mapping *m, const Node *node)
{
	for (int i = 0; i < node->attr_count; i++) {
		const Attr *attr = &node->attrs[i];
		bool known = !str_starts(attr->name, "m:");
		for (const char *const *own = own_attrs; *own && !known; own++)
			known = strcmp(*own, attr->name) == 0;
		if (known)
			continue;
		const char *nearest = str_nearest(attr->name, own_attrs);
		diag_error(m->diags, attr->place, DIAG_FORM, "maps have no attribute \"%s\"%s",
			   attr->name, str_guess(m->a, nearest));
		diag_hint(m->diags, "there are m:when, m:each, m:split and m:parts");
	}
}

/* A sign or two between items or parts, by an attribute; NULL: not said. */
static const char *separator_read(Mapping *m, const Node *node, const char *name)
{
	const Attr *attr = node_attr(node, name);
	if (attr && attr->value[0] == '\0') {
		diag_error(m->diags, attr->place, DIAG_FORM, "the attribute \"%s\" is empty", name);
		diag_hint(m->diags, "write the sign that stands between two of them");
	}
	return attr && attr->value[0] ? attr->value : NULL;
}

/* The list that an element is repeated for; NULL: none. */
static MapList *list_read(Mapping *m, const Node *node)
{
	const Attr *each = node_attr(node, "m:each");
	const Attr *alone = node_attr(node, "m:split");
	if (!alone)
		alone = node_attr(node, "m:parts");
	if (!each && alone) {
		diag_error(m->diags, alone->place, DIAG_FORM, "<%s> has %s but not m:each",
			   node->name, alone->name);
		diag_hint(m->diags, "m:each names the column that holds the list");
	}
	if (!each)
		return NULL;
	if (m->each)
		diag_error(m->diags, each->place, DIAG_FORM,
			   "m:each may not stand inside an element that has it");
	MapList *list = ARENA_NEW(m->a, MapList);
	list->cell = map_column_read(m, each->value, each->value_place);
	list->split = separator_read(m, node, "m:split");
	list->parts = separator_read(m, node, "m:parts");
	if (!list->split)
		list->split = ";";
	return list;
}

static void attrs_read(Mapping *m, const Node *node, MapNode *to)
{
	MapAttr *attrs = ARENA_ARRAY(m->a, node->attr_count, MapAttr);
	for (int i = 0; i < node->attr_count; i++) {
		const Attr *attr = &node->attrs[i];
		if (str_starts(attr->name, "m:"))
			continue;
		MapText text = map_text_read(m, attr->value, attr->value_place);
		attrs[to->attr_count++] = (MapAttr){attr->name, attr->place, text};
		to->asks = to->asks || text.asks;
	}
	to->attrs = attrs;
}

static MapNode *element_read(Mapping *m, const Node *node);

/* White space between elements stands there for the eye only. */
static bool is_layout(const Node *node)
{
	return node->kind == NODE_TEXT && node->text[strspn(node->text, " \t\r\n")] == '\0';
}

static MapNode *text_read(Mapping *m, const Node *node)
{
	MapNode *to = ARENA_NEW(m->a, MapNode);
	to->kind = NODE_TEXT;
	to->place = place_of_word(node);
	to->text = map_text_read(m, node->text, node->place);
	to->asks = to->text.asks;
	return to;
}

static void children_read(Mapping *m, const Node *node, MapNode *to)
{
	const MapNode **link = &to->first;
	for (const Node *child = node->first; child; child = child->next) {
		if (is_layout(child))
			continue;
		MapNode *made =
		    child->kind == NODE_TEXT ? text_read(m, child) : element_read(m, child);
		to->asks = to->asks || made->asks;
		*link = made;
		link = &made->next;
	}
}

static MapNode *element_read(Mapping *m, const Node *node)
{
	MapNode *to = ARENA_NEW(m->a, MapNode);
	const Attr *when = node_attr(node, "m:when");
	*to = (MapNode){.kind = NODE_ELEMENT, .name = node->name, .space = node->space};
	to->place = node->place;
	own_attrs_check(m, node);
	if (strcmp(node->space, map_space) == 0) {
		diag_error(m->diags, node->place, DIAG_FORM,
			   "<%s> stands in the language of maps, and not in the record's own",
			   node->name);
		diag_hint(m->diags, "write the namespace of its language: <%s xmlns=\"…\">",
			  node->name);
	}
	if (when)
		to->when = map_condition_read(m, when->value, when->value_place);
	MapList *outer = m->each, *each = list_read(m, node);
	to->each = each;
	to->asks = each != NULL;
	if (each)
		m->each = each;
	attrs_read(m, node, to);
	children_read(m, node, to);
	m->each = outer;
	return to;
}

static void id_check(Mapping *m, const MapNode *record)
{
	for (int i = 0; i < record->attr_count; i++)
		if (strcmp(record->attrs[i].name, "id") == 0 && record->attrs[i].text.asks)
			return;
	diag_error(m->diags, record->place, DIAG_FORM, "<%s> has no id that comes from the table",
		   record->name);
	diag_hint(m->diags,
		  "write <%s id=\"{…, key}\">, with the name of a column: each record is "
		  "a file called as its id",
		  record->name);
}

/* The one element inside the map. */
static void record_read(Mapping *m, const Node *root)
{
	const Node *record = NULL;
	for (const Node *child = root->first; child; child = child->next) {
		if (is_layout(child))
			continue;
		if (child->kind == NODE_TEXT)
			diag_error(m->diags, place_of_word(child), DIAG_FORM,
				   "there may be no text in <map>");
		else if (record)
			diag_error(m->diags, child->place, DIAG_FORM,
				   "a map describes one record: the first is at line %d",
				   record->place.line);
		else
			record = child;
	}
	if (!record) {
		diag_error(m->diags, root->place, DIAG_FORM, "the map describes no record");
		diag_hint(m->diags, "write the record's root inside it: <record xmlns=\"…\" "
				    "id=\"{name, key}\">");
		return;
	}
	m->map->record = element_read(m, record);
	if (m->map->record->each)
		diag_error(m->diags, node_attr(record, "m:each")->place, DIAG_FORM,
			   "m:each may not stand on the record itself: each row gives one");
	id_check(m, m->map->record);
}

const Map *map_read(Arena *a, const Source *source, Diags *diags)
{
	int before = diags_errors(diags);
	const Node *root = xml_read_mixed(a, source, map_space, diags);
	if (!root)
		return NULL;
	Mapping m = {a, diags, ARENA_NEW(a, Map), list_new(a, sizeof(MapColumn)), NULL};
	m.map->file = source->path;
	if (!root_check(&m, root) && strcmp(root->name, language.root) != 0)
		return NULL;
	head_read(&m, root);
	record_read(&m, root);
	m.map->columns = m.columns.items;
	m.map->column_count = m.columns.count;
	return diags_errors(diags) == before ? m.map : NULL;
}
