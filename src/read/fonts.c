/* SPDX-License-Identifier: MIT */
#include "read/fonts.h"

#include "base/list.h"
#include "base/str.h"
#include "read/form.h"
#include "read/value.h"
#include "read/xml.h"

#include <string.h>

static const Form forms[] = {{"fonts", "", "family+ fallback hyphenation", false},
			     {"family", "name!", "face+", false},
			     {"face", "file! weight stretch face sha256! package", "", false},
			     {"fallback", "family! lang to!", "", false},
			     {"hyphenation", "lang! file! package", "", false},
			     {NULL, NULL, NULL, false}};

static const Language language = {"a list of fonts", "fonts", "urn:clusterpress:fonts:1", forms};

enum { FACES_MOST = 2000, FAMILIES_MOST = 100 };

typedef struct Reading {
	Arena *a;
	const Source *source;
	Diags *diags;
	List files, fallbacks, hyphens;
} Reading;

static void number(Reading *r, const Node *node, const char *name, int high, int *out)
{
	const Attr *attr = node_attr(node, name);
	int low = strcmp(name, "weight") == 0 ? 1 : 0;
	if (attr)
		value_int(attr->value, attr->value_place, name, low, high, out, r->diags);
}

static void stretch_read(Reading *r, const Node *node, FontFile *file)
{
	const Attr *attr = node_attr(node, "stretch");
	int ratio = 1000;
	file->stretch = 100;
	if (attr == NULL ||
	    !value_ratio(attr->value, attr->value_place, "stretch", &ratio, r->diags))
		return;
	if (ratio < 500 || ratio > 2000)
		diag_error(r->diags, attr->value_place, DIAG_FORM,
			   "stretch is \"%s\", but lies between 50%% and 200%%", attr->value);
	file->stretch = ratio / 10;
}

static void hash_check(Reading *r, const Attr *attr)
{
	if (strlen(attr->value) == 64 && strspn(attr->value, "0123456789abcdef") == 64)
		return;
	diag_error(r->diags, attr->value_place, DIAG_FORM,
		   "this is no SHA-256: 64 digits from 0 to 9 and a to f are expected");
	diag_hint(r->diags, "sha256sum prints it");
}

static void twins_check(Reading *r, const FontFile *file)
{
	for (int i = 0; i < r->files.count; i++) {
		const FontFile *other = list_at(&r->files, i);
		if (other != file && str_equal(other->family, file->family) &&
		    other->weight == file->weight && other->stretch == file->stretch) {
			diag_error(
			    r->diags, file->place, DIAG_FORM,
			    "the family \"%s\" has this weight and stretch already, at line %d",
			    file->family, other->place.line);
			return;
		}
	}
}

static void face_read(Reading *r, const Node *node, const char *family)
{
	const Attr *path = node_attr(node, "file"), *hash = node_attr(node, "sha256");
	if (path == NULL || hash == NULL || family == NULL)
		return;
	FontFile *file = list_add(&r->files);
	file->family = family;
	file->place = path->value_place;
	file->path = file_beside(r->a, r->source->path, path->value);
	file->weight = 400;
	int before = diags_errors(r->diags);
	number(r, node, "weight", 1000, &file->weight);
	number(r, node, "face", 1000, &file->face);
	stretch_read(r, node, file);
	bool known = diags_errors(r->diags) == before;
	hash_check(r, hash);
	file->sha256 = hash->value;
	file->package = node_value(node, "package");
	/* What is not known cannot be said to stand twice. */
	if (known)
		twins_check(r, file);
}

static void families_read(Reading *r, const Node *root)
{
	for (const Node *f = node_child(root, "family"); f; f = node_next(f, "family"))
		for (const Node *n = node_child(f, "face"); n; n = node_next(n, "face")) {
			if (r->files.count == FACES_MOST) {
				diag_error(r->diags, n->place, DIAG_FORM,
					   "there are more than %d faces", FACES_MOST);
				return;
			}
			face_read(r, n, node_value(f, "name"));
		}
}

/* Falling back */

static bool family_known(const Reading *r, const char *name)
{
	for (int i = 0; i < r->files.count; i++)
		if (str_equal(((const FontFile *)list_at(&r->files, i))->family, name))
			return true;
	return false;
}

static void family_check(const Reading *r, const Attr *attr, const char *name)
{
	if (family_known(r, name))
		return;
	const char *names[FAMILIES_MOST + 1] = {0};
	for (int i = 0, count = 0; i < r->files.count && count < FAMILIES_MOST; i++) {
		const char *family = ((const FontFile *)list_at(&r->files, i))->family;
		if (count == 0 || !str_equal(names[count - 1], family))
			names[count++] = family;
	}
	diag_error(r->diags, attr->value_place, DIAG_FORM, "there is no family \"%.60s\"%s", name,
		   str_guess(r->a, str_nearest(name, names)));
}

static bool same_language(const char *one, const char *other)
{
	return one && other ? str_equal(one, other) : one == other;
}

static void fallback_twins_check(const Reading *r, const Fallback *fallback)
{
	for (int i = 0; i < r->fallbacks.count; i++) {
		const Fallback *other = list_at(&r->fallbacks, i);
		if (other == fallback || !str_equal(other->family, fallback->family) ||
		    !same_language(other->language, fallback->language))
			continue;
		diag_error(r->diags, fallback->place, DIAG_FORM,
			   "what \"%.60s\" falls back to%s%.40s is said already, at line %d",
			   fallback->family, fallback->language ? " in " : "",
			   fallback->language ? fallback->language : "", other->place.line);
		return;
	}
}

/* The names in `to`, parted by spaces. */
static void families_split(Reading *r, const Attr *to, Fallback *fallback)
{
	List names = list_new(r->a, sizeof(const char *));
	const char *s = to->value + strspn(to->value, " \t\r\n");
	while (*s) {
		size_t length = strcspn(s, " \t\r\n");
		const char *name = str_format(r->a, "%.*s", (int)length, s);
		*(const char **)list_add(&names) = name;
		if (str_equal(name, fallback->family))
			diag_error(r->diags, to->value_place, DIAG_FORM,
				   "the family \"%.60s\" cannot fall back to itself", name);
		else
			family_check(r, to, name);
		s += length;
		s += strspn(s, " \t\r\n");
	}
	fallback->to = names.items;
	fallback->to_count = names.count;
}

static void fallbacks_read(Reading *r, const Node *root)
{
	for (const Node *n = node_child(root, "fallback"); n; n = node_next(n, "fallback")) {
		const Attr *family = node_attr(n, "family"), *to = node_attr(n, "to");
		if (family == NULL || to == NULL)
			continue;
		Fallback *fallback = list_add(&r->fallbacks);
		*fallback = (Fallback){.family = family->value,
				       .language = node_value(n, "lang"),
				       .place = family->value_place};
		family_check(r, family, family->value);
		families_split(r, to, fallback);
		fallback_twins_check(r, fallback);
	}
}

static void hyphens_read(Reading *r, const Node *root)
{
	for (const Node *n = node_child(root, "hyphenation"); n; n = node_next(n, "hyphenation")) {
		const Attr *path = node_attr(n, "file"), *tongue = node_attr(n, "lang");
		if (path == NULL || tongue == NULL)
			continue;
		for (int i = 0; i < r->hyphens.count; i++)
			if (str_equal(((const HyphenFile *)list_at(&r->hyphens, i))->language,
				      tongue->value))
				diag_error(r->diags, tongue->value_place, DIAG_FORM,
					   "the language \"%s\" has its hyphenation already",
					   tongue->value);
		HyphenFile *file = list_add(&r->hyphens);
		*file = (HyphenFile){tongue->value, file_beside(r->a, r->source->path, path->value),
				     node_value(n, "package"), path->value_place};
	}
}

const FontList *fonts_read(Arena *a, const Source *source, Diags *diags)
{
	int before = diags_errors(diags);
	FontList *fonts = ARENA_NEW(a, FontList);
	const Node *root = xml_read(a, source, NULL, diags);
	if (root == NULL)
		return NULL;
	if (!form_check(a, root, &language, diags) && strcmp(root->name, "fonts") != 0)
		return NULL;
	Reading r = {a,
		     source,
		     diags,
		     list_new(a, sizeof(FontFile)),
		     list_new(a, sizeof(Fallback)),
		     list_new(a, sizeof(HyphenFile))};
	families_read(&r, root);
	fallbacks_read(&r, root);
	hyphens_read(&r, root);
	fonts->files = r.files.items;
	fonts->count = r.files.count;
	fonts->fallbacks = r.fallbacks.items;
	fonts->fallback_count = r.fallbacks.count;
	fonts->hyphens = r.hyphens.items;
	fonts->hyphen_count = r.hyphens.count;
	return diags_errors(diags) == before ? fonts : NULL;
}
