/* SPDX-License-Identifier: MIT */
#include "run/extract_look.h"

#include "base/str.h"
#include "read/made_from.h"
#include "run/extract_name.h"

#include <string.h>

enum { IDENTIFIER = 16 };

typedef struct Look {
	const char *pdf;
	const PdfParts *parts;
	const MadeFrom *made;
	Diags *diags;
} Look;

static const char anew[] = "somebody changed this PDF; get it anew from whoever published it";

const PdfAttachment *attachment_find(const PdfParts *parts, const char *name)
{
	for (int i = 0; i < parts->count; i++)
		if (strcmp(parts->attachments[i].name, name) == 0)
			return &parts->attachments[i];
	return NULL;
}

void attachments_check(const char *pdf, const PdfParts *parts, Diags *diags)
{
	for (int i = 0; i < parts->count; i++) {
		const PdfAttachment *one = &parts->attachments[i];
		if (attachment_find(parts, one->name) != one) {
			diag_error(diags, (Place){.file = pdf}, DIAG_FILE,
				   "two attachments are called \"%s\"", one->name);
			diag_hint(diags, "%s", anew);
		}
	}
}

static bool id_is(Bytes id, const Digest *digest)
{
	return id.length == IDENTIFIER && memcmp(id.at, digest->bytes, IDENTIFIER) == 0;
}

/* A program that writes a PDF anew keeps the first identifier and changes the second (ISO 32000-1,
 * 14.4). */
static void id_check(const Look *l, const PdfAttachment *list)
{
	Place place = {.file = l->pdf};
	Digest digest = digest_bytes(list->bytes.at, list->bytes.length);
	if (!id_is(l->parts->id[0], &digest)) {
		diag_error(l->diags, place, DIAG_FILE,
			   "the identifier of this PDF does not stand for its %s", MADE_FROM_NAME);
		diag_hint(l->diags, "%s", anew);
	} else if (!id_is(l->parts->id[1], &digest)) {
		diag_warning(l->diags, place, DIAG_FILE,
			     "this PDF was written anew by another program after it was made");
		diag_hint(l->diags, "what is inside is as it was; the page may not be");
	}
}

static void file_check(const Look *l, const MadeFromFile *file)
{
	Place place = {.file = l->pdf};
	const PdfAttachment *found = attachment_find(l->parts, file->name);
	if (!found) {
		diag_error(l->diags, place, DIAG_FILE, "%s is listed in %s, but not attached",
			   file->name, MADE_FROM_NAME);
		diag_hint(l->diags, "%s", anew);
		return;
	}
	if (!found->bytes.at)
		return;
	Digest digest = digest_bytes(found->bytes.at, found->bytes.length);
	bool same = memcmp(&digest, &file->digest, sizeof digest) == 0;
	if (same && found->bytes.length == file->size)
		return;
	if (found->bytes.length != file->size)
		diag_error(l->diags, place, DIAG_FILE,
			   "%s has %zu bytes, but the PDF was made from one of %zu", file->name,
			   found->bytes.length, file->size);
	else
		diag_error(l->diags, place, DIAG_FILE,
			   "%s is not the file that the PDF was made from: its SHA-256 is another",
			   file->name);
	diag_hint(l->diags, "%s", anew);
}

static bool is_listed(const MadeFrom *made, const char *name)
{
	for (int i = 0; i < made->file_count; i++)
		if (strcmp(made->files[i].name, name) == 0)
			return true;
	return strcmp(name, MADE_FROM_NAME) == 0;
}

static void strangers_tell(const Look *l)
{
	for (int i = 0; i < l->parts->count; i++) {
		const char *name = l->parts->attachments[i].name;
		if (is_listed(l->made, name))
			continue;
		diag_warning(l->diags, (Place){.file = l->pdf}, DIAG_FILE,
			     "%s is attached, but not listed in %s; it is not written", name,
			     MADE_FROM_NAME);
	}
}

static void names_look(const Look *l)
{
	Place place = {.file = l->pdf};
	const char *fault = name_fault(MADE_FROM_NAME);
	for (int i = 0; i < l->made->file_count; i++) {
		const char *name = l->made->files[i].name;
		fault = name_fault(name);
		if (fault)
			diag_error(l->diags, place, DIAG_FILE,
				   "the name \"%s\" is not that of a file below a folder: %s", name,
				   fault);
		const char *other = strcmp(name, MADE_FROM_NAME) == 0 ? name : NULL;
		other = other ? other : name_clash(name, MADE_FROM_NAME);
		for (int k = 0; k < i && !other; k++)
			other = name_clash(name, l->made->files[k].name);
		if (other)
			diag_error(l->diags, place, DIAG_FILE,
				   "\"%s\" and \"%s\" cannot both be files of one folder", other,
				   name);
		if (fault || other)
			diag_hint(l->diags, "this PDF was made to do harm; nothing is written");
	}
}

const MadeFrom *made_from_check(Arena *a, const char *pdf, const PdfParts *parts, Diags *diags)
{
	int before = diags_errors(diags);
	Look l = {.pdf = pdf, .parts = parts, .diags = diags};
	const PdfAttachment *list = attachment_find(parts, MADE_FROM_NAME);
	if (!list->bytes.at)
		return NULL;
	id_check(&l, list);
	const char *called = str_format(a, "%s/%s", pdf, MADE_FROM_NAME);
	l.made = made_from_read(a, called, list->bytes, diags);
	if (!l.made)
		return NULL;
	names_look(&l);
	for (int i = 0; i < l.made->file_count; i++)
		file_check(&l, &l.made->files[i]);
	strangers_tell(&l);
	return diags_errors(diags) == before ? l.made : NULL;
}
