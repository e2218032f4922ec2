/* SPDX-License-Identifier: MIT */
#include "run/messages.h"

#include "base/file.h"
#include "base/list.h"
#include "base/str.h"
#include "fill/locale_plural.h"
#include "read/tag.h"
#include "read/translate.h"
#include "read/units.h"
#include "read/xliff.h"
#include "write/xliff.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BYTES_MOST = 16 << 20 };

typedef struct Extract {
	Arena *a;
	const Order *order;
	const char *layout, *language;
	Diags *diags;
} Extract;

/* What became of a file's texts. */
typedef struct Tally {
	int texts, added, changed, untranslated, gone;
} Tally;

/* Told to the translator at the top of each file. */
static const char *note_of(const Extract *e, const char *from)
{
	Locale *locale = locale_open(e->a, e->language, e->language);
	PluralForms forms = locale_plural_forms(locale);
	StrBuf note = {.arena = e->a};
	strbuf_format(&note,
		      "Values in braces and spans may be moved, and values said in another format "
		      "or form, but "
		      "none may be lost. A plural, {path, plural, =1 {…} other {…}}, has the forms "
		      "of \"%s\":",
		      e->language);
	for (int i = 0; i < forms.count; i++)
		strbuf_format(&note, "%s %s", i ? "," : "", forms.items[i].category);
	strbuf_format(&note,
		      "; one that has only =0 and other asks whether there is any. Set state to "
		      "\"translated\" when a text is done; the source is in \"%s\".",
		      from);
	locale_close(locale);
	return strbuf_text(&note);
}

static const Xliff *before_read(const Extract *e, const char *path, bool *whole)
{
	*whole = true;
	if (access(path, F_OK) != 0)
		return NULL;
	int errors = diags_errors(e->diags);
	Source source = {.path = path, .root = e->order->root};
	const Xliff *xliff = xliff_read(e->a, &source, e->language, e->diags);
	*whole = diags_errors(e->diags) == errors;
	return xliff;
}

static void nameless_tell(const Extract *e, const Unit *unit)
{
	if (!unit->letters)
		return;
	diag_error(e->diags, unit->attr ? unit->attr->place : unit->node->place, DIAG_LAYOUT,
		   "<%s> has words, but no id to be translated by", unit->node->name);
	diag_hint(e->diags, "give it an id=\"…\" that no other element has");
}

/* Values that were typed in braces are codes from now on. */
static const XliffUnit *unit_before(const Extract *e, const Xliff *before, const char *id)
{
	const XliffUnit *found = xliff_find(before, id);
	if (!found)
		return NULL;
	XliffUnit *unit = ARENA_NEW(e->a, XliffUnit);
	*unit = *found;
	unit->target = parts_anew(e->a, found->target, &unit->target_count);
	return unit;
}

static XliffEntry entry_of(const Extract *e, const Unit *unit, const Xliff *before, Tally *tally)
{
	const XliffUnit *by = before ? unit_before(e, before, unit->id) : NULL;
	bool same = by && str_equal(by->source, unit_text(e->a, unit));
	bool has = by && by->target_count > 0;
	tally->texts++;
	tally->added += by == NULL;
	tally->changed += by && !same;
	tally->untranslated += !has && unit->letters;
	return (XliffEntry){unit, by, has && (!same || by->stale)};
}

static List entries_of(const Extract *e, const Units *units, const Xliff *before, Tally *tally)
{
	List entries = list_new(e->a, sizeof(XliffEntry));
	for (int i = 0; i < units->count; i++) {
		const Unit *unit = &units->items[i];
		if (unit->id)
			*(XliffEntry *)list_add(&entries) = entry_of(e, unit, before, tally);
		else
			nameless_tell(e, unit);
	}
	return entries;
}

static bool has_unit(const Units *units, const char *id)
{
	for (int i = 0; i < units->count; i++)
		if (units->items[i].id && str_equal(units->items[i].id, id))
			return true;
	return false;
}

static void gone_tell(const Extract *e, const FileUnits *file, const Xliff *before, Tally *tally)
{
	for (int i = 0; before && i < before->count; i++) {
		const XliffUnit *unit = &before->units[i];
		if (has_unit(&file->units, unit->id))
			continue;
		tally->gone++;
		diag_warning(e->diags, unit->place, DIAG_LAYOUT,
			     "%s has no text \"%s\" any more, so its translation is taken out",
			     file->file, unit->id);
	}
}

static bool same_bytes(const Extract *e, const char *path, const StrBuf *text)
{
	if (access(path, F_OK) != 0)
		return false;
	Source source = {.path = path, .root = e->order->root};
	Bytes old = file_read(e->a, &source, BYTES_MOST, diags_new(e->a));
	return old.at && old.length == text->length && memcmp(old.at, text->text, old.length) == 0;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static void tally_print(const char *path, const Tally *tally, bool kept)
{
	printf("%s: %d text%s", path, tally->texts, tally->texts == 1 ? "" : "s");
	if (tally->added)
		printf(", %d new", tally->added);
	if (tally->changed)
		printf(", %d changed", tally->changed);
	if (tally->gone)
		printf(", %d gone", tally->gone);
	if (tally->untranslated)
		printf(", %d to translate", tally->untranslated);
	puts(kept ? ": unchanged" : "");
}

static void file_extract(const Extract *e, const FileUnits *file)
{
	bool whole;
	Tally tally = {0};
	const char *path = translation_path(e->a, file->file, e->language);
	const Xliff *before = before_read(e, path, &whole);
	List entries = entries_of(e, &file->units, before, &tally);
	if (!whole || entries.count == 0)
		return;
	gone_tell(e, file, before, &tally);
	XliffSheet sheet = {.name = file_stem(e->a, file->file),
			    .original = str_format(e->a, "../%s", base_name(file->file)),
			    .from = file->language,
			    .to = e->language,
			    .note = note_of(e, file->language),
			    .entries = entries.items,
			    .count = entries.count};
	StrBuf text = {.arena = e->a};
	xliff_write(&text, &sheet);
	bool kept = same_bytes(e, path, &text);
	bool written = kept || file_write(path, text.text, text.length, e->diags);
	if (written && !e->order->quiet)
		tally_print(path, &tally, kept);
}

static bool extract(const Extract *e)
{
	Source source = {.path = e->layout, .root = e->order->root};
	LayoutUnits layout = units_of_layout(e->a, &source, e->diags);
	for (int i = 0; i < layout.count; i++)
		file_extract(e, &layout.files[i]);
	return layout.count > 0;
}

/* Wrong usage is told, and nothing is done. */
static bool order_is_right(const Order *order)
{
	static const char *const actions[] = {"extract", NULL};
	if (!str_equal(order->edition, actions[0])) {
		order_unknown("action of messages", order->edition, actions);
		return false;
	}
	if (tag_is_language(order->records[1]))
		return true;
	fprintf(
	    stderr,
	    "clusterpress: \"%s\" is no language; languages are named as in \"fr\" or \"pt-BR\"\n",
	    order->records[1]);
	return false;
}

int messages(const Order *order)
{
	if (!order_is_right(order))
		return STATUS_USAGE;
	Arena *a = arena_new();
	Report *report = report_new(a, order->format, order->report);
	Extract e = {a, order, order->records[0], order->records[1], diags_new(a)};
	extract(&e);
	report_add(report, e.diags);
	int status = report_status(report);
	locales_end();
	arena_free(a);
	return status;
}
