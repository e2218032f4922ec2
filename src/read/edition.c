/* SPDX-License-Identifier: MIT */
#include "read/edition.h"

#include "base/list.h"
#include "base/str.h"
#include "read/form.h"
#include "read/place.h"
#include "read/tag.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

static const Form forms[] = {{"edition", "id! year date size",
			      "title+ subject publisher rights languages! records! names? "
			      "layout! fonts! history? sources?",
			      false},
			     {"title", "xml:lang", "", true},
			     {"subject", "xml:lang", "", true},
			     {"publisher", "xml:lang", "", true},
			     {"rights", "xml:lang", "", true},
			     {"languages", "", "", true},
			     {"records", "href! schema rules", "", false},
			     {"names", "href! schema", "", false},
			     {"layout", "href!", "", false},
			     {"fonts", "href!", "", false},
			     {"history", "href!", "", false},
			     {"sources", "", "source", false},
			     {"source", "id! title! href", "", false},
			     {NULL, NULL, NULL, false}};

static const Language language = {"an edition", "edition", "urn:clusterpress:edition:1", forms};

const Language *edition_language(void)
{
	return &language;
}

typedef struct Reading {
	Arena *a;
	const Source *source;
	Diags *diags;
	Edition *edition;
} Reading;

/* The same words may stand there in several languages, but once in each. */
static void words_check(Reading *r, const Node *node)
{
	const Attr *tongue = node_attr(node, "xml:lang");
	if (str_fold(r->a, node_text(r->a, node))[0] == '\0') {
		diag_error(r->diags, node->place, DIAG_FORM, "<%s> is empty", node->name);
		diag_hint(r->diags, "write its words, or leave it out");
	}
	if (tongue && !tag_is_language(tongue->value))
		diag_error(r->diags, tongue->value_place, DIAG_FORM, "\"%.60s\" is no language",
			   tongue->value);
	for (const Node *n = node_next(node, node->name); n; n = node_next(n, node->name))
		if (str_equal(node_value(n, "xml:lang"), tongue ? tongue->value : NULL)) {
			diag_error(r->diags, n->place, DIAG_FORM,
				   "<%s> stands here already, at line %d", node->name,
				   node->place.line);
			diag_hint(r->diags, "in another language it says so: <%s xml:lang=\"…\">",
				  node->name);
			break;
		}
}

/* In the language of the layout: without xml:lang, or else the last. */
static const char *words_of(Reading *r, const char *name)
{
	const Node *node = node_child(r->edition->root, name);
	if (node == NULL)
		return NULL;
	for (const Node *n = node; n; n = node_next(n, name))
		words_check(r, n);
	while (node_next(node, name) && node_value(node, "xml:lang"))
		node = node_next(node, name);
	return str_fold(r->a, node_text(r->a, node));
}

static void language_check(Reading *r, const char *tag, Place place, const List *before)
{
	if (!tag_is_language(tag)) {
		diag_error(r->diags, place, DIAG_FORM, "\"%.60s\" is no language", tag);
		diag_hint(r->diags,
			  "languages are written as in \"en\", \"zh\" or \"en-GB\" (BCP 47)");
	}
	for (int i = 0; i < before->count; i++)
		if (str_equal(*(const char **)list_at(before, i), tag))
			diag_error(r->diags, place, DIAG_FORM,
				   "the language \"%.60s\" stands here twice", tag);
}

enum { LANGUAGES_MOST = 200 };

static void tags_take(Reading *r, const Node *text, List *tags)
{
	static const char white[] = " \t\r\n";
	const char *s = text->text + strspn(text->text, white);
	while (*s && tags->count < LANGUAGES_MOST) {
		size_t length = strcspn(s, white);
		const char *tag = str_copy_n(r->a, s, length);
		language_check(r, tag, place_after(text->place, text->text, s), tags);
		*(const char **)list_add(tags) = tag;
		s += length;
		s += strspn(s, white);
	}
}

static void languages_read(Reading *r)
{
	const Node *node = node_child(r->edition->root, "languages");
	List tags = list_new(r->a, sizeof(const char *));
	words_of(r, "languages");
	for (const Node *child = node ? node->first : NULL; child; child = child->next)
		if (child->kind == NODE_TEXT)
			tags_take(r, child, &tags);
	*(const char **)list_add(&tags) = NULL;
	r->edition->languages = tags.items;
}

/* The file an attribute names, seen from edition.xml; NULL when it is not said. */
static const char *file_of(Reading *r, const Node *node, const char *name, Place *place)
{
	const Attr *attr = node ? node_attr(node, name) : NULL;
	if (attr == NULL)
		return NULL;
	if (place)
		*place = attr->value_place;
	return file_beside(r->a, r->source->path, attr->value);
}

static void size_check(Reading *r, const Attr *size)
{
	enum { DIGITS_MOST = 6 };
	if (size == NULL || size->value[strspn(size->value, " \t\r\n")] == '\0')
		return;
	size_t length = strspn(size->value, "0123456789");
	if (size->value[0] >= '1' && length <= DIGITS_MOST && size->value[length] == '\0')
		return;
	diag_error(r->diags, size->value_place, DIAG_FORM,
		   "size is \"%.60s\", but a whole number from 1 on is expected here", size->value);
}

static void header_read(Reading *r)
{
	Edition *e = r->edition;
	const Attr *id = node_attr(e->root, "id"), *date = node_attr(e->root, "date");
	const Attr *year = node_attr(e->root, "year");
	e->id = id ? id->value : NULL;
	e->date = date ? date->value : NULL;
	if (id && !tag_is_file_name(id->value)) {
		diag_error(r->diags, id->value_place, DIAG_FORM,
			   "the id \"%.60s\" cannot be the name of a folder", id->value);
		diag_hint(r->diags, "use letters, digits, \"-\", \"_\" and \".\" only");
	}
	if (date && !tag_is_date(date->value)) {
		diag_error(r->diags, date->value_place, DIAG_FORM, "\"%.60s\" is no date",
			   date->value);
		diag_hint(r->diags, "write year, month and day, as in \"2024-09-26\"");
	}
	if (year && (strlen(year->value) != 4 || strspn(year->value, "0123456789") != 4))
		diag_error(r->diags, year->value_place, DIAG_FORM,
			   "year is \"%.60s\", but four digits are expected here", year->value);
	size_check(r, node_attr(e->root, "size"));
	e->title = words_of(r, "title");
	e->subject = words_of(r, "subject");
	e->publisher = words_of(r, "publisher");
	e->rights = words_of(r, "rights");
}

static void files_read(Reading *r)
{
	Edition *e = r->edition;
	const Node *records = node_child(e->root, "records");
	e->schema = file_of(r, records, "schema", &e->schema_place);
	e->rules = file_of(r, records, "rules", &e->rules_place);
	const Node *names = node_child(e->root, "names");
	e->names = file_of(r, names, "href", &e->names_place);
	e->names_schema = file_of(r, names, "schema", &e->names_schema_place);
	e->layout = file_of(r, node_child(e->root, "layout"), "href", &e->layout_place);
	e->fonts = file_of(r, node_child(e->root, "fonts"), "href", &e->fonts_place);
	e->history = file_of(r, node_child(e->root, "history"), "href", &e->history_place);
}

static int by_id(const void *a, const void *b)
{
	const RecordFile *x = a, *y = b;
	int order = strcmp(x->id, y->id);
	if (order == 0)
		order = strcmp(x->folder, y->folder);
	return order ? order : strcmp(x->ending, y->ending);
}

static void record_check(Reading *r, const RecordFile *record)
{
	if (tag_is_file_name(record->id))
		return;
	diag_error(r->diags, (Place){.file = record_path(r->a, record)}, DIAG_FILE,
		   "the name of this file cannot be the id of a record");
	diag_hint(r->diags, "use letters, digits, \"-\", \"_\" and \".\" only");
}

/* The order of their paths is mostly that of their ids, too. */
static void records_sort(RecordFile *records, int count)
{
	for (int i = 1; i < count; i++)
		if (by_id(&records[i - 1], &records[i]) > 0) {
			qsort(records, (size_t)count, sizeof *records, by_id);
			return;
		}
}

static void twins_check(Reading *r, const RecordFile *records, int count)
{
	for (int i = 1; i < count; i++) {
		const RecordFile *one = &records[i - 1], *two = &records[i];
		if (str_equal(one->id, two->id))
			diag_error(r->diags, (Place){.file = record_path(r->a, two)}, DIAG_FILE,
				   "two records are called \"%s\": %s is the other", two->id,
				   record_path(r->a, one));
	}
}

/* `outside`: a folder that may not be looked into, or NULL. */
static void records_missing(Reading *r, const char *pattern, const char *outside)
{
	if (outside) {
		diag_error(r->diags, r->edition->records_place, DIAG_FILE,
			   "the folder %s lies outside the root folder %s", outside,
			   r->source->root);
		diag_hint(r->diags, "move it below the root, or name another with --root");
		return;
	}
	diag_error(r->diags, r->edition->records_place, DIAG_FILE, "no file matches \"%s\"",
		   pattern);
	diag_hint(r->diags, "href is seen from the folder of this file");
}

/* A part of a path, which the record before most likely has, too. */
static const char *part_shared(Arena *a, const char *before, const char *part, size_t length)
{
	bool same = before && strncmp(before, part, length) == 0 && before[length] == '\0';
	return same ? before : str_copy_n(a, part, length);
}

/* The ids stand one behind the other at `ids`, which moves behind this one. */
static RecordFile record_of(Arena *a, const RecordFile *before, const char *path, char **ids)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	size_t length = dot && dot > name ? (size_t)(dot - name) : strlen(name);
	RecordFile record = {.id = memcpy(*ids, name, length)};
	(*ids)[length] = '\0';
	*ids += length + 1;
	record.folder = part_shared(a, before ? before->folder : NULL, path, (size_t)(name - path));
	record.ending =
	    part_shared(a, before ? before->ending : NULL, name + length, strlen(name + length));
	return record;
}

static RecordFile *records_of(Arena *a, const char *const *paths, int count)
{
	RecordFile *records = ARENA_ARRAY(a, count, RecordFile);
	size_t length = 1;
	for (int i = 0; i < count; i++) {
		const char *slash = strrchr(paths[i], '/');
		length += strlen(slash ? slash : paths[i]) + 1;
	}
	char *ids = arena_alloc(a, length);
	for (int i = 0; i < count; i++)
		records[i] = record_of(a, i ? &records[i - 1] : NULL, paths[i], &ids);
	return records;
}

static void records_find(Reading *r, Arena *scratch, const char *pattern)
{
	Edition *e = r->edition;
	const char *outside;
	const char *const *paths = file_glob_below(scratch, pattern, r->source->root, &outside);
	while (paths[e->record_count])
		e->record_count++;
	RecordFile *records = records_of(r->a, paths, e->record_count);
	for (int i = 0; i < e->record_count; i++)
		record_check(r, &records[i]);
	records_sort(records, e->record_count);
	twins_check(r, records, e->record_count);
	e->records = records;
	if (e->record_count == 0 || outside)
		records_missing(r, pattern, outside);
}

static void records_read(Reading *r)
{
	Edition *e = r->edition;
	const char *pattern = file_of(r, node_child(e->root, "records"), "href", &e->records_place);
	if (pattern == NULL)
		return;
	Arena *scratch = arena_new();
	records_find(r, scratch, pattern);
	arena_free(scratch);
}

static void sources_check(Reading *r)
{
	const Node *sources = node_child(r->edition->root, "sources");
	for (const Node *s = node_child(sources, "source"); s; s = node_next(s, "source"))
		for (const Node *t = node_next(s, "source"); t; t = node_next(t, "source"))
			if (node_value(s, "id") &&
			    str_equal(node_value(s, "id"), node_value(t, "id")))
				diag_error(r->diags, node_attr(t, "id")->place, DIAG_FORM,
					   "there are two sources \"%s\"", node_value(t, "id"));
}

static bool is_usable(const Edition *e)
{
	return e->id && e->languages[0] && e->record_count > 0 && e->layout && e->fonts;
}

const Edition *edition_skim(Arena *a, const Source *source, bool *whole, Diags *diags)
{
	int before = diags_errors(diags);
	Edition *edition = ARENA_NEW(a, Edition);
	*whole = false;
	edition->root = xml_read(a, source, &edition->file, diags);
	if (edition->root == NULL)
		return NULL;
	if (!form_check(a, edition->root, &language, diags) &&
	    strcmp(edition->root->name, "edition") != 0)
		return NULL;
	Reading r = {a, source, diags, edition};
	header_read(&r);
	languages_read(&r);
	files_read(&r);
	records_read(&r);
	sources_check(&r);
	*whole = diags_errors(diags) == before;
	return is_usable(edition) ? edition : NULL;
}

const Edition *edition_read(Arena *a, const Source *source, Diags *diags)
{
	bool whole;
	const Edition *edition = edition_skim(a, source, &whole, diags);
	return whole ? edition : NULL;
}
