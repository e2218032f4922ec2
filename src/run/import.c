/* SPDX-License-Identifier: MIT */
#include "run/import.h"

#include "base/file.h"
#include "base/list.h"
#include "base/str.h"
#include "read/map.h"
#include "read/record.h"
#include "read/row.h"
#include "read/table.h"
#include "read/xml.h"
#include "write/record.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A row that gives a record, and the id of that; "" when it has none, which is told when its turn comes. */
typedef struct Entry {
	const TableRow *row;
	const char *id;
	Place place;              /* of the id */
	const struct Entry *twin; /* the first row with the same id; NULL: none */
} Entry;

typedef struct Import {
	Arena *a;
	const Order *order;
	Report *report;
	const Map *map;
	const Table *table;
	const RowReader *reader;
	Schema *schema;
	Rules *rules;
	const char *out;
	const char *note; /* the comment that imported files begin with */
	Entry *entries;   /* in the table's order */
	int count;
	int written, kept, faulty;
} Import;

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* Which rows there are */

static int by_id(const void *left, const void *right)
{
	const Entry *a = *(const Entry *const *)left, *b = *(const Entry *const *)right;
	int order = strcmp(a->id, b->id);
	return order ? order : (a->row > b->row) - (a->row < b->row);
}

static const Entry **entries_sort(Import *in)
{
	const Entry **sorted = ARENA_ARRAY(in->a, in->count + 1, const Entry *);
	for (int i = 0; i < in->count; i++)
		sorted[i] = &in->entries[i];
	if (in->count > 0)
		qsort(sorted, (size_t)in->count, sizeof *sorted, by_id);
	return sorted;
}

/* Of two rows with one id nobody knows which is right: neither is taken. */
static void twins_find(Import *in)
{
	const Entry **sorted = entries_sort(in);
	for (int i = 1; i < in->count; i++) {
		const Entry *before = sorted[i - 1];
		Entry *entry = &in->entries[sorted[i] - in->entries];
		if (*entry->id && str_equal(before->id, entry->id))
			entry->twin = before->twin ? before->twin : before;
	}
	for (int i = 0; i < in->count; i++)
		if (in->entries[i].twin) {
			Entry *first = &in->entries[in->entries[i].twin - in->entries];
			first->twin = first;
		}
}

static void entries_find(Import *in)
{
	List entries = list_new(in->a, sizeof(Entry));
	for (int i = 0; i < in->table->row_count; i++) {
		Arena *scratch = arena_new();
		const TableRow *row = &in->table->rows[i];
		if (row_wanted(scratch, in->reader, row)) {
			Entry *entry = list_add(&entries);
			entry->row = row;
			const char *id =
			    row_id(scratch, in->reader, row, &entry->place, diags_new(scratch));
			entry->id = id ? str_copy(in->a, id) : "";
		}
		arena_free(scratch);
	}
	in->entries = entries.items;
	in->count = entries.count;
	twins_find(in);
}

/* One row */

static bool entry_is_single(const Entry *entry, Diags *diags)
{
	if (entry->twin && entry->twin != entry)
		diag_error(diags, entry->place, DIAG_DATA,
			   "two rows have the id \"%s\": the other is at line %d", entry->id,
			   entry->twin->place.line);
	return entry->twin == NULL;
}

static bool begins_with(Bytes bytes, const StrBuf *head)
{
	return bytes.length >= head->length && memcmp(bytes.at, head->text, head->length) == 0;
}

/* True when the file was made of this table. */
static bool is_imported(Arena *a, const Import *in, Bytes bytes)
{
	StrBuf head = {.arena = a};
	record_write_head(&head, in->note);
	return begins_with(bytes, &head);
}

/* What an older file of that name means for the record. */
typedef enum Older { OLDER_NONE, OLDER_SAME, OLDER_CHANGED, OLDER_FOREIGN } Older;

static Older older_look(Arena *a, const Import *in, const char *path, const StrBuf *text,
			Diags *diags)
{
	if (access(path, F_OK) != 0)
		return OLDER_NONE;
	Bytes bytes = file_read(a, &(Source){.path = path}, XML_LIMIT, diags);
	if (bytes.at && bytes.length == text->length && begins_with(bytes, text))
		return OLDER_SAME;
	if (in->order->force || (bytes.at && is_imported(a, in, bytes)))
		return OLDER_CHANGED;
	if (bytes.at) {
		diag_error(diags, (Place){.file = path}, DIAG_FILE,
			   "this record was not imported from %s, and is left as it is",
			   base_name(in->table->file));
		diag_hint(diags, "give the row another id, or write over the file with --force");
	}
	return OLDER_FOREIGN;
}

static bool record_keep(Arena *a, Import *in, const Node *root, const char *id, Diags *diags)
{
	StrBuf text = {.arena = a};
	record_write(&text, root, in->note);
	const char *path = str_format(a, "%s/%s.xml", in->out, id);
	Older older = older_look(a, in, path, &text, diags);
	if (older == OLDER_FOREIGN)
		return false;
	if (older == OLDER_SAME) {
		in->kept++;
		return true;
	}
	if (!file_write(path, text.text, text.length, diags))
		return false;
	in->written++;
	return true;
}

static void entry_import(Import *in, const Entry *entry)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Place place;
	const char *id = row_id(a, in->reader, entry->row, &place, diags);
	const Node *root = row_read(a, in->reader, entry->row, diags);
	bool good = entry_is_single(entry, diags) && id && root;
	if (root)
		good = record_check(in->schema, in->rules, root, diags) && good;
	good = good && record_keep(a, in, root, id, diags);
	in->faulty += !good;
	report_add(in->report, diags);
	arena_free(a);
}

/* What was imported and is no more */

static int id_order(const void *key, const void *entry)
{
	return strcmp(key, (*(const Entry *const *)entry)->id);
}

static void gone_look(Arena *a, Import *in, const char *name, Diags *diags)
{
	const char *path = str_format(a, "%s/%s", in->out, name);
	Bytes bytes = file_read(a, &(Source){.path = path}, XML_LIMIT, diags_new(a));
	if (!bytes.at || !is_imported(a, in, bytes))
		return;
	diag_warning(diags, (Place){.file = path}, DIAG_DATA,
		     "no row of %s gives this record any more", base_name(in->table->file));
	diag_hint(diags, "remove the file, if the record is to go");
}

/* Only when every row could be read: of one that could not, nobody knows the record. */
static void gone_tell(Import *in)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	const Entry **sorted = entries_sort(in);
	for (const char *const *name = file_names(a, in->out); *name; name++) {
		const char *dot = strrchr(*name, '.');
		if (!dot || strcmp(dot, ".xml") != 0)
			continue;
		const char *id = file_stem(a, *name);
		if (!in->count || !bsearch(id, sorted, (size_t)in->count, sizeof *sorted, id_order))
			gone_look(a, in, *name, diags);
	}
	report_add(in->report, diags);
	arena_free(a);
}

/* All of it */

static void tally_print(const Import *in)
{
	int all = in->written + in->kept + in->faulty;
	printf("%s: %d record%s: %d written, %d unchanged", in->out, all, all == 1 ? "" : "s",
	       in->written, in->kept);
	if (in->faulty)
		printf(", %d with errors", in->faulty);
	putchar('\n');
}

/* The folder of the records. A map may name one below the root only; the editor may name any. */
static const char *out_choose(Import *in, Diags *diags)
{
	const Map *map = in->map;
	if (in->order->out)
		return in->order->out;
	if (!map->out) {
		diag_error(diags, (Place){map->file, 1, 1}, DIAG_FILE,
			   "nobody says which folder the records go to");
		diag_hint(diags, "write out=\"…\" in <map>, or name it with --out");
	} else if (!file_is_below(map->out, in->order->root)) {
		diag_error(diags, map->out_place, DIAG_FILE,
			   "the folder %s lies outside the root folder %s", map->out,
			   in->order->root);
		diag_hint(diags, "name one below the root, or name it with --out");
	} else {
		return *map->out ? map->out : ".";
	}
	return NULL;
}

static void rules_load(Import *in, Diags *diags)
{
	const Map *map = in->map;
	Source schema = {map->schema, in->order->root, map->schema_place};
	Source rules = {map->rules, in->order->root, map->rules_place};
	if (map->schema)
		in->schema = schema_open(in->a, &schema, diags);
	if (map->rules)
		in->rules = rules_open(in->a, &rules, diags);
}

/* Reads all that the rows need; false when any of it cannot be used, told. */
static bool import_open(Import *in, Diags *diags)
{
	Source map = {.path = in->order->map, .root = in->order->root};
	Source table = {.path = in->order->edition, .root = in->order->root};
	in->map = map_read(in->a, &map, diags);
	if (!in->map)
		return false;
	rules_load(in, diags);
	in->out = out_choose(in, diags);
	in->table =
	    table_load(in->a, &table, (TableForm){in->map->delimiter, in->map->plain}, diags);
	if (in->table)
		in->reader = row_reader_new(in->a, in->map, in->table, diags);
	bool checks = (in->schema || !in->map->schema) && (in->rules || !in->map->rules);
	return checks && in->out && in->reader;
}

static void none_tell(Import *in)
{
	Diags *diags = diags_new(in->a);
	diag_warning(diags, in->map->record->place, DIAG_DATA, "no row of %s gives a record",
		     base_name(in->table->file));
	diag_hint(diags, "see what m:when asks for");
	report_add(in->report, diags);
}

static void rows_import(Import *in)
{
	in->note = str_format(in->a, "Imported from %s: correct it there and import again.",
			      base_name(in->table->file));
	entries_find(in);
	for (int i = 0; i < in->count; i++)
		entry_import(in, &in->entries[i]);
	in->faulty += in->table->broken;
	if (in->count + in->faulty == 0)
		none_tell(in);
	if (!in->faulty)
		gone_tell(in);
	if (!in->order->quiet)
		tally_print(in);
}

int import(const Order *order)
{
	Arena *a = arena_new();
	Report *report = report_new(a, order->format, order->report);
	Import in = {.a = a, .order = order, .report = report};
	Diags *diags = diags_new(a);
	bool opened = import_open(&in, diags);
	report_add(report, diags);
	if (opened)
		rows_import(&in);
	schema_close(in.schema);
	rules_close(in.rules);
	int status = report_status(report);
	arena_free(a);
	return status;
}
