/* SPDX-License-Identifier: MIT */
#include "run/glyphs.h"

#include "base/file.h"
#include "base/lang.h"
#include "base/list.h"
#include "base/str.h"
#include "run/pool.h"
#include "run/profile.h"
#include "run/reply.h"
#include "text/repertoire.h"

#include <string.h>

enum { RECORD_MOST = 16 << 20 };

typedef struct Looking {
	Arena *arena;
	const Order *order;
	const Shelf *shelf;
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
	Source source = {record_path(a, record), l->shelf->root, l->shelf->edition->records_place};
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

/* What no font has of one page, in `a`. */
static Diags *page_look(Arena *a, const Looking *l, const RecordFile *record)
{
	Diags *diags = diags_new(a);
	Job job = {.edition = l->shelf->edition,
		   .language = l->language,
		   .record = record,
		   .moment = l->order->moment};
	if (l->order->out)
		job.output = profile_output(a, l->order->out, l->language, record->id);
	bool again = l->order->force || !l->order->out;
	if (!l->words_clear || !record_clear(l, record))
		profile_try(a, &job, l->shelf, again, diags);
	return diags_of(a, diags, DIAG_GLYPH);
}

/* The pages are items: one language after the other, all records in each. */
typedef struct Looks {
	const Order *order;
	const Shelf *shelf;
	Report *report;
	const Looking *languages; /* that there are pages in */
	int language_count, record_count;
} Looks;

static void item_look(void *with, int item, StrBuf *reply)
{
	const Looks *looks = with;
	const char *id = looks->order->records[item % looks->record_count];
	Arena *a = arena_new();
	const Diags *diags = page_look(a, &looks->languages[item / looks->record_count],
				       edition_record(looks->shelf->edition, id));
	reply_pack(reply, &(Reply){.diags = diags, .line = ""});
	arena_free(a);
}

/* Of a page that broke its worker the press will tell. */
static void look_take(void *with, const PoolResult *result)
{
	const Looks *looks = with;
	Arena *a = arena_new();
	if (result->end == POOL_DONE)
		report_add(looks->report, reply_unpack(a, result->reply).diags);
	arena_free(a);
}

/* Few are looked at sooner than workers can be had. */
static int looks_take(Looks *looks)
{
	enum { FEW = 200 };
	int count = looks->language_count * looks->record_count;
	Pool pool = {.count = count,
		     .together = 8,
		     .jobs = looks->order->jobs,
		     .limit = looks->order->limit,
		     .with = looks,
		     .work = item_look,
		     .take = look_take};
	if (count >= FEW)
		return pool_run(&pool).signal;
	Arena *a = arena_new();
	StrBuf reply = {.arena = a};
	for (int item = 0; item < count; item++) {
		reply.length = 0;
		item_look(looks, item, &reply);
		PoolResult result = {.item = item,
				     .reply = {(const unsigned char *)reply.text, reply.length}};
		look_take(looks, &result);
	}
	arena_free(a);
	return 0;
}

/* False when there are no pages in that language. */
static bool language_open(Looking *l)
{
	Arena *a = l->arena;
	l->tongue = shelf_tongue(l->shelf, l->language, diags_new(a));
	if (!l->tongue || !l->tongue->layout)
		return false;
	l->repertoire = repertoire_open(a, l->shelf->fonts, l->tongue->layout, diags_new(a));
	l->words_clear = words_clear(l);
	return true;
}

/* One page says all of itself anyway. */
static bool is_one_page(const Order *order)
{
	return !order->records[0] || (!order->records[1] && !order->languages[1]);
}

int glyphs_tell(const Order *order, const Shelf *shelf, Report *report)
{
	if (!shelf->sets || !shelf->fills || !shelf->checks || is_one_page(order))
		return 0;
	Arena *a = arena_new();
	Looks looks = {.order = order, .shelf = shelf, .report = report};
	List languages = list_new(a, sizeof(Looking));
	for (const char *const *language = order->languages; *language; language++) {
		Looking l = {.arena = a, .order = order, .shelf = shelf, .language = *language};
		if (language_open(&l))
			*(Looking *)list_add(&languages) = l;
	}
	looks.languages = languages.items;
	looks.language_count = languages.count;
	looks.record_count = order_count(order->records);
	int signal = looks_take(&looks);
	arena_free(a);
	return signal;
}
