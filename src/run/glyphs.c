/* SPDX-License-Identifier: MIT */
#include "run/glyphs.h"

#include "base/file.h"
#include "base/lang.h"
#include "base/str.h"
#include "run/profile.h"
#include "text/repertoire.h"

#include <string.h>

enum { RECORD_MOST = 16 << 20 };

typedef struct Looking {
	Arena *arena;
	const Order *order;
	const Shelf *shelf;
	Report *report;
	Repertoire *repertoire;
	const char *language; /* in hand */
	const Tongue *tongue; /* of that language */
	bool words_clear;     /* nothing but a record can bring what its fonts lack */
} Looking;

static bool text_clear(const Looking *l, const char *text)
{
	return repertoire_sets(l->repertoire, text, strlen(text));
}

/* Words in other languages are not said on these pages. */
static bool node_speaks(const Looking *l, const Node *node)
{
	const char *lang = node_value(node, "xml:lang");
	return !lang || lang_alike(lang, l->language) ||
	       lang_alike(lang, l->shelf->layout->original);
}

static bool tree_clear(const Looking *l, const Node *node)
{
	if (node->kind == NODE_TEXT)
		return text_clear(l, node->text);
	if (!node_speaks(l, node))
		return true;
	for (int i = 0; i < node->attr_count; i++)
		if (!text_clear(l, node->attrs[i].value))
			return false;
	for (const Node *child = node->first; child; child = child->next)
		if (!tree_clear(l, child))
			return false;
	return true;
}

static bool layout_clear(const Looking *l)
{
	const Layout *layout = l->tongue->layout;
	for (int i = 0; i < layout->character_count; i++)
		if (!repertoire_has(l->repertoire, layout->characters[i]))
			return false;
	return true;
}

/* What ICU brings: signs between the digits, and around them. */
static bool figures_clear(const Looking *l)
{
	Locale *locale = l->tongue->locale;
	Said number = locale_number(l->arena, locale, "-1234567.89");
	Said share = locale_percent(l->arena, locale, "98.7");
	return number.text && share.text && text_clear(l, number.text) && text_clear(l, share.text);
}

static bool words_clear(const Looking *l)
{
	const Shelf *shelf = l->shelf;
	return layout_clear(l) && figures_clear(l) && tree_clear(l, shelf->edition->root) &&
	       (!shelf->names || tree_clear(l, shelf->names->root));
}

/* A reference may stand for any character: then only reading tells. */
static bool file_clear(const Looking *l, const RecordFile *record)
{
	Arena *a = arena_new();
	Source source = {record->path, l->shelf->root, l->shelf->edition->records_place};
	Bytes bytes = file_read(a, &source, RECORD_MOST, diags_new(a));
	bool clear =
	    !bytes.at || (!strstr((const char *)bytes.at, "&#") &&
			  repertoire_sets(l->repertoire, (const char *)bytes.at, bytes.length));
	arena_free(a);
	return clear;
}

/* The record's own file, and those in editions before that its page may look at. */
static bool record_clear(const Looking *l, const RecordFile *record)
{
	bool clear = file_clear(l, record);
	for (int i = 0; clear && i < past_count(l->shelf->past); i++) {
		const RecordFile *former = past_record(l->shelf->past, i, record->id);
		clear = !former || file_clear(l, former);
	}
	return clear;
}

static void record_set(const Looking *l, const RecordFile *record)
{
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Job job = {.edition = l->shelf->edition,
		   .language = l->language,
		   .record = record,
		   .moment = l->order->moment};
	if (l->order->out)
		job.output = profile_output(a, l->order->out, l->language, record->id);
	bool again = l->order->force || !l->order->out;
	profile_try(a, &job, l->shelf, again, diags);
	report_add(l->report, diags_of(a, diags, DIAG_GLYPH));
	arena_free(a);
}

static void language_look(Looking *l)
{
	l->words_clear = words_clear(l);
	for (const char *const *id = l->order->records; *id; id++) {
		const RecordFile *record = edition_record(l->shelf->edition, *id);
		if (!l->words_clear || !record_clear(l, record))
			record_set(l, record);
	}
}

/* One page says all of itself anyway. */
static bool is_one_page(const Order *order)
{
	return !order->records[0] || (!order->records[1] && !order->languages[1]);
}

void glyphs_tell(const Order *order, const Shelf *shelf, Report *report)
{
	if (!shelf->sets || !shelf->fills || !shelf->checks || is_one_page(order))
		return;
	Arena *a = arena_new();
	Looking l = {.arena = a, .order = order, .shelf = shelf, .report = report};
	for (const char *const *language = order->languages; *language; language++) {
		l.language = *language;
		l.tongue = shelf_tongue(shelf, *language, diags_new(a));
		if (!l.tongue || !l.tongue->layout)
			continue;
		l.repertoire = repertoire_open(a, shelf->fonts, l.tongue->layout, diags_new(a));
		language_look(&l);
	}
	arena_free(a);
}
