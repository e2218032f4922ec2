/* SPDX-License-Identifier: MIT */
#include "read/made_from.h"

#include "base/list.h"
#include "base/moment.h"
#include "base/pseudo.h"
#include "base/str.h"
#include "read/form.h"
#include "read/tag.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

static const Form forms[] = {{"made-from", "edition! record! language! layout moment",
			      "program! file+ font hyphens?", false},
			     {"program", "", "", true},
			     {"file", "name! size! sha256!", "", false},
			     {"font", "family! instead weight! stretch! face sha256!", "", false},
			     {"hyphens", "sha256!", "", false},
			     {NULL, NULL, NULL, false}};

static const Language language = {"a list of what a PDF was made from", "made-from",
				  MADE_FROM_SPACE, forms};

typedef struct Reading {
	Arena *a;
	Diags *diags;
	MadeFrom *made;
} Reading;

static void attr_tell(const Reading *r, const Attr *attr, const char *expected)
{
	diag_error(r->diags, attr->value_place, DIAG_FORM,
		   "%s is \"%.60s\", but %s is expected here", attr->name, attr->value, expected);
}

/* A whole number of so many digits at most. */
static long long number_of(const Reading *r, const Node *node, const char *name, int digits_most)
{
	const Attr *attr = node_attr(node, name);
	size_t length = strlen(attr->value);
	if (length > 0 && length <= (size_t)digits_most &&
	    strspn(attr->value, "0123456789") == length)
		return strtoll(attr->value, NULL, 10);
	attr_tell(r, attr, "a whole number");
	return 0;
}

static Digest digest_of(const Reading *r, const Node *node)
{
	Digest digest = {{0}};
	const Attr *attr = node_attr(node, "sha256");
	if (!digest_of_text(attr->value, &digest))
		attr_tell(r, attr, "a SHA-256 of 64 hexadecimal digits");
	return digest;
}

static void files_read(const Reading *r, const Node *root)
{
	enum { DIGITS_MOST = 12 };
	List files = list_new(r->a, sizeof(MadeFromFile));
	for (const Node *n = node_child(root, "file"); n; n = node_next(n, "file")) {
		MadeFromFile *file = list_add(&files);
		file->name = node_value(n, "name");
		file->size = (size_t)number_of(r, n, "size", DIGITS_MOST);
		file->digest = digest_of(r, n);
	}
	r->made->files = files.items;
	r->made->file_count = files.count;
}

static void fonts_read(const Reading *r, const Node *root)
{
	enum { DIGITS_MOST = 4 };
	List fonts = list_new(r->a, sizeof(MadeFromFont));
	for (const Node *n = node_child(root, "font"); n; n = node_next(n, "font")) {
		MadeFromFont *font = list_add(&fonts);
		font->family = node_value(n, "family");
		font->instead = node_value(n, "instead");
		font->face = node_attr(n, "face") ? (int)number_of(r, n, "face", DIGITS_MOST) : 0;
		font->weight = (int)number_of(r, n, "weight", DIGITS_MOST);
		font->stretch = (int)number_of(r, n, "stretch", DIGITS_MOST);
		font->digest = digest_of(r, n);
	}
	r->made->fonts = fonts.items;
	r->made->font_count = fonts.count;
}

static void hyphens_read(const Reading *r, const Node *root)
{
	const Node *node = node_child(root, "hyphens");
	if (!node)
		return;
	Digest *digest = ARENA_NEW(r->a, Digest);
	*digest = digest_of(r, node);
	r->made->hyphens = digest;
}

/* What names a file must name one that is listed. */
static const char *listed_of(const Reading *r, const Node *root, const char *name)
{
	const Attr *attr = node_attr(root, name);
	if (!attr)
		return NULL;
	for (int i = 0; i < r->made->file_count; i++)
		if (str_equal(r->made->files[i].name, attr->value))
			return attr->value;
	attr_tell(r, attr, "the name of one of the files");
	return attr->value;
}

/* These become words of a command that people copy. */
static void header_read(const Reading *r, const Node *root)
{
	MadeFrom *made = r->made;
	const Attr *record = node_attr(root, "record"), *tongue = node_attr(root, "language"),
		   *moment = node_attr(root, "moment");
	if (!tag_is_file_name(record->value))
		attr_tell(r, record, "the id of a record");
	if (!tag_is_language(tongue->value) && !pseudo_is(tongue->value))
		attr_tell(r, tongue, "a language");
	if (moment && !moment_is_one(moment->value))
		attr_tell(r, moment, "a day and time as in \"20240926000000\"");
	made->record = record->value;
	made->language = tongue->value;
	made->moment = moment ? moment->value : NULL;
	made->edition = listed_of(r, root, "edition");
	made->layout = listed_of(r, root, "layout");
	made->program = str_fold(r->a, node_text(r->a, node_child(root, "program")));
}

const MadeFrom *made_from_read(Arena *a, const char *file, Bytes bytes, Diags *diags)
{
	int before = diags_errors(diags);
	const Node *root = xml_read_bytes(a, file, bytes, diags);
	if (!root || !form_check(a, root, &language, diags))
		return NULL;
	Reading r = {a, diags, ARENA_NEW(a, MadeFrom)};
	files_read(&r, root);
	fonts_read(&r, root);
	hyphens_read(&r, root);
	header_read(&r, root);
	return diags_errors(diags) == before ? r.made : NULL;
}
