/* SPDX-License-Identifier: MIT */
#include "read/row.h"

#include "base/str.h"
#include "read/row_parts.h"
#include "read/tag.h"

#include <string.h>

/* A map may ask for a cell as often as it likes; what is made of it must be a record that can be read. */
enum { RECORD_BYTES = 4 << 20, NODE_BYTES = 64 };

/* "name, area, … " */
static const char *columns_list(Arena *a, const Table *table)
{
	enum { LIST_BYTES = 600 };
	StrBuf list = {.arena = a};
	for (int i = 0; i < table->column_count && list.length < LIST_BYTES; i++)
		strbuf_format(&list, "%s%s", i ? ", " : "", str_shown(a, table->heads[i].text));
	return list.length < LIST_BYTES ? strbuf_text(&list)
					: str_format(a, "%s …", strbuf_text(&list));
}

static void column_missing(const MapColumn *column, const Table *table, Diags *diags)
{
	Arena *scratch = arena_new();
	const char **names = ARENA_ARRAY(scratch, table->column_count + 1, const char *);
	for (int i = 0; i < table->column_count; i++)
		names[i] = table->heads[i].text;
	const char *nearest = str_nearest(column->name, names);
	diag_error(diags, column->place, DIAG_DATA, "%s has no column \"%s\"%s", table->file,
		   str_shown(scratch, column->name), str_guess(scratch, nearest));
	if (!nearest)
		diag_hint(diags, "its columns are %s", columns_list(scratch, table));
	arena_free(scratch);
}

const RowReader *row_reader_new(Arena *a, const Map *map, const Table *table, Diags *diags)
{
	bool whole = true;
	int *columns = ARENA_ARRAY(a, map->column_count, int);
	for (int i = 0; i < map->column_count; i++) {
		columns[i] = table_column(table, map->columns[i].name);
		if (columns[i] < 0)
			column_missing(&map->columns[i], table, diags);
		whole = whole && columns[i] >= 0;
	}
	RowReader *reader = ARENA_NEW(a, RowReader);
	*reader = (RowReader){map, table, columns};
	return whole ? reader : NULL;
}

bool row_wanted(Arena *a, const RowReader *reader, const TableRow *row)
{
	RowReading r = row_begin(a, reader, row, NULL);
	return row_condition(&r, reader->map->record->when);
}

static const MapAttr *id_attr(const MapNode *record)
{
	int i = 0;
	while (strcmp(record->attrs[i].name, "id") != 0)
		i++;
	return &record->attrs[i];
}

const char *row_id(Arena *a, const RowReader *reader, const TableRow *row, Place *place,
		   Diags *diags)
{
	RowReading r = row_begin(a, reader, row, diags);
	int before = diags_errors(diags);
	Said said = row_say(&r, &id_attr(reader->map->record)->text);
	*place = said.place.file == reader->table->file ? said.place : row_place(&r);
	const char *id = said.text ? str_fold(a, said.text) : NULL;
	if (id && tag_is_file_name(id))
		return id;
	if (id) {
		diag_error(diags, *place, DIAG_DATA, "the id \"%s\" cannot be the name of a file",
			   str_shown(a, id));
		diag_hint(diags, "use letters, digits, \"-\", \"_\" and \".\" only; the format key "
				 "makes an id of a name");
	} else if (diags_errors(diags) == before) {
		diag_error(diags, *place, DIAG_DATA, "this row has no id: its cell is blank");
	}
	return NULL;
}

/* An element in the making. */
typedef struct Making {
	Node *node;
	const Node **link; /* where the next child goes */
	bool known;        /* a cell in it says something */
	bool placed;       /* its place is that of a cell */
} Making;

static void place_take(RowReading *r, Making *making, Place place)
{
	if (making->placed || place.file != r->reader->table->file)
		return;
	making->node->place = place;
	making->placed = true;
}

static void attrs_make(RowReading *r, const MapNode *map, Making *making)
{
	Attr *attrs = ARENA_ARRAY(r->a, map->attr_count, Attr);
	int count = 0;
	for (int i = 0; i < map->attr_count; i++) {
		const MapAttr *attr = &map->attrs[i];
		Said said = row_say(r, &attr->text);
		if (!said.text)
			continue;
		bool cell = said.place.file == r->reader->table->file;
		attrs[count++] = (Attr){.name = attr->name,
					.value = str_fold(r->a, said.text),
					.place = cell ? said.place : attr->place,
					.value_place = said.place};
		making->known = making->known || said.known;
		place_take(r, making, said.place);
	}
	making->node->attrs = attrs;
	making->node->attr_count = count;
}

static void child_add(Making *parent, Node *child)
{
	child->parent = parent->node;
	*parent->link = child;
	parent->link = &child->next;
}

/* A text of the map with its white space folded: gone at the ends of the element, one space inside. */
static const char *text_folded(Arena *a, const char *text, bool first, bool last)
{
	const char *folded = str_fold(a, text);
	size_t length = strlen(text);
	bool before = !first && length > 0 && str_is_space(text[0]);
	bool behind = !last && length > 0 && str_is_space(text[length - 1]);
	return str_format(a, "%s%s%s", before ? " " : "", folded, behind && *folded ? " " : "");
}

static void text_make(RowReading *r, const MapNode *map, Making *parent)
{
	Said said = row_say(r, &map->text);
	if (!said.text)
		return;
	Node *node = ARENA_NEW(r->a, Node);
	node->kind = NODE_TEXT;
	node->text = text_folded(r->a, said.text, parent->node->first == NULL, map->next == NULL);
	node->place = said.place;
	parent->known = parent->known || said.known;
	place_take(r, parent, said.place);
	child_add(parent, node);
}

static void element_make(RowReading *r, const MapNode *map, Making *parent);

static void children_make(RowReading *r, const MapNode *map, Making *making)
{
	for (const MapNode *child = map->first; child; child = child->next) {
		if (child->kind == NODE_TEXT)
			text_make(r, child, making);
		else
			element_make(r, child, making);
	}
}

static Making making_begin(RowReading *r, const MapNode *map)
{
	Node *node = ARENA_NEW(r->a, Node);
	*node = (Node){.kind = NODE_ELEMENT, .name = map->name, .space = map->space};
	node->place = map->asks ? row_place(r) : map->place;
	r->size += NODE_BYTES;
	return (Making){.node = node, .link = &node->first};
}

/* Makes the element once, and adds it unless all its cells are blank. */
static void element_once(RowReading *r, const MapNode *map, bool item, Making *parent)
{
	Making making = making_begin(r, map);
	if (item) {
		making.known = true;
		place_take(r, &making, r->item.place);
	}
	attrs_make(r, map, &making);
	children_make(r, map, &making);
	if (map->asks && !making.known)
		return;
	parent->known = parent->known || making.known;
	if (making.placed)
		place_take(r, parent, making.node->place);
	child_add(parent, making.node);
}

static bool grows_too_large(RowReading *r)
{
	if (r->size > RECORD_BYTES && !r->failed)
		row_fail(r, row_place(r),
			 str_format(r->a, "the record of this row has more than %d bytes",
				    RECORD_BYTES));
	return r->size > RECORD_BYTES;
}

static void element_make(RowReading *r, const MapNode *map, Making *parent)
{
	if (grows_too_large(r) || !row_condition(r, map->when))
		return;
	/* Words alone that hang on a condition say as much as a cell. */
	parent->known = parent->known || (map->when && !map->asks);
	if (!map->each) {
		element_once(r, map, false, parent);
		return;
	}
	List items = row_items(r, map->each);
	for (int i = 0; i < items.count && !grows_too_large(r); i++) {
		row_item(r, map->each, list_at(&items, i));
		element_once(r, map, true, parent);
	}
}

const Node *row_read(Arena *a, const RowReader *reader, const TableRow *row, Diags *diags)
{
	RowReading r = row_begin(a, reader, row, diags);
	Making root = making_begin(&r, reader->map->record);
	attrs_make(&r, reader->map->record, &root);
	children_make(&r, reader->map->record, &root);
	return r.failed ? NULL : root.node;
}
