/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * property_record.h: records by chance, of words that real ones use.
 *
 * Of two kinds: within the range of the real records (no text longer and no list
 * longer than the longest of data/), or beyond it, with up to 60 rows and texts of any
 * length, among them very long words and letters of many alphabets' Latin.
 */
#include "base/file.h"
#include "base/list.h"
#include "bench/chance.h"
#include "model/names.h"
#include "read/edition.h"
#include "read/xml.h"

#include <string.h>

enum { ROWS_MOST = 60, KINDS_MOST = 40 };

/* How long the longest text of an element is, in characters, or how many stand in one parent. */
typedef struct Longest {
	const char *name;
	int most;
} Longest;

typedef struct Range {
	Arena *a;
	List texts, lists; /* of Longest */
	List words;        /* of const char *: all that stand in the real records' rows */
	List economies, fields, places; /* of const char *: what names.xml knows */
	int records;
} Range;

static int *longest(List *list, const char *name)
{
	for (int i = 0; i < list->count; i++)
		if (strcmp(((Longest *)list_at(list, i))->name, name) == 0)
			return &((Longest *)list_at(list, i))->most;
	Longest *new = list_add(list);
	*new = (Longest){name, 0};
	return &new->most;
}

static void longest_of(List *list, const char *name, int count)
{
	int *most = longest(list, name);
	*most = count > *most ? count : *most;
}

static int characters(const char *text)
{
	int count = 0;
	for (; *text; count++)
		str_next(&text);
	return count;
}

static void words_gather(Range *range, const char *text)
{
	while (*(text += strspn(text, " \n\t"))) {
		size_t length = strcspn(text, " \n\t&<>\"");
		if (length == 0)
			return;
		*(const char **)list_add(&range->words) = str_copy_n(range->a, text, length);
		text += length;
	}
}

static void range_take(Range *range, const Node *node)
{
	for (const Node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_ELEMENT)
			continue;
		int count = 0;
		for (const Node *n = node_child(node, child->name); n;
		     n = node_next(n, child->name))
			count++;
		longest_of(&range->lists, child->name, count);
		const char *text = str_fold(range->a, node_text(range->a, child));
		if (!child->first || child->first->next)
			text = "";
		longest_of(&range->texts, child->name, characters(text));
		if (strcmp(child->name, "applicant") == 0 ||
		    strcmp(child->name, "organization") == 0)
			words_gather(range, text);
		range_take(range, child);
	}
}

static void names_gather(Range *range, const Names *names)
{
	for (int i = 0; i < names->count; i++) {
		const NameEntry *entry = &names->entries[i];
		bool adjective = names_form(entry, "adjective", "en", "en");
		if (str_equal(entry->kind, "economy") && adjective)
			*(const char **)list_add(&range->economies) = entry->key;
		else if (str_equal(entry->kind, "field"))
			*(const char **)list_add(&range->fields) = entry->key;
		else if (str_equal(entry->kind, "cluster") && entry->word)
			*(const char **)list_add(&range->places) = entry->word;
	}
}

static Range range_open(Arena *a, const Names *names, Diags *diags)
{
	static const char *const editions[] = {"data/2023/edition.xml", "data/2024/edition.xml",
					       "data/2025/edition.xml"};
	Range range = {.a = a};
	range.texts = list_new(a, sizeof(Longest));
	range.lists = list_new(a, sizeof(Longest));
	List *lists[] = {&range.words, &range.economies, &range.fields, &range.places};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		*lists[i] = list_new(a, sizeof(const char *));
	for (size_t i = 0; i < sizeof editions / sizeof *editions; i++) {
		const Edition *edition = edition_read(a, &(Source){.path = editions[i]}, diags);
		for (int k = 0; edition && k < edition->record_count; k++, range.records++)
			range_take(&range,
				   xml_read(a,
					    &(Source){.path = record_path(a, &edition->records[k])},
					    NULL, diags));
	}
	names_gather(&range, names);
	return range;
}

/* One record in the making. */
typedef struct Record1 {
	Range *range;
	Chance *by;
	StrBuf out;
	bool real;  /* within the range of the real ones */
	bool terse; /* beyond it by its lists only: its texts are short */
	int rows;   /* beyond it: about so many in each list */
} Record1;

static const char *one_of(Chance *by, const List *list)
{
	return *(const char **)list_at((List *)(uintptr_t)list, between(by, 0, list->count - 1));
}

/* Made of a dozen alphabets' Latin, or longer than any real word. */
static const char *odd_word(Chance *by)
{
	static const char *const odd[] = {"Łódź",
					  "Þórshöfn",
					  "Gdańsk-Świętokrzyskie",
					  "İstanbul",
					  "São-José-dos-Campos",
					  "Ångström",
					  "Győr-Moson-Sopron",
					  "Škoda",
					  "Čačak",
					  "Târgoviște",
					  "Nguyễn",
					  "Đà-Nẵng",
					  "Straßenbahnhaltestelle",
					  "Forschungszentrumsverwaltung",
					  "Rechtsschutzversicherungsanstalt",
					  "l’Île-d’Orléans",
					  "Ġgantija",
					  "Rīga",
					  "Ķekava",
					  "Œuvre",
					  "Ærøskøbing",
					  "CNRS/INSERM",
					  "(Ltd.)",
					  "A",
					  "&amp;",
					  "N.V.–S.A."};
	return odd[between(by, 0, (int)(sizeof odd / sizeof *odd) - 1)];
}

/* Words up to so many characters, at least one word. */
static void text_say(Record1 *r, int most)
{
	int left = between(r->by, 1, most);
	for (bool first = true; first || left > 0; first = false) {
		const char *word = in_hundred(r->by, r->real ? 5 : 12)
				       ? odd_word(r->by)
				       : one_of(r->by, &r->range->words);
		left -= characters(word) + 1;
		if (left < 0 && !first)
			break;
		if (r->real && first && left < -1)
			word = "Co";
		strbuf_format(&r->out, "%s%s", first ? "" : " ", word);
	}
}

static int length_most(const Record1 *r, const char *element)
{
	int most = *longest(&r->range->texts, element);
	if (r->terse)
		return (most + 1) / 2;
	return r->real ? most : in_hundred(r->by, 4) ? 6 * most : most + between(r->by, 0, most);
}

static int list_count(const Record1 *r, const char *element)
{
	if (r->real)
		return between(r->by, 0, *longest(&r->range->lists, element));
	int least = r->rows > 4 ? r->rows - 4 : 0;
	return between(r->by, least, r->rows < ROWS_MOST ? r->rows : ROWS_MOST);
}

static void actors_say(Record1 *r, const char *element)
{
	int counts = in_hundred(r->by, 70), shares = in_hundred(r->by, 90);
	int rows = list_count(r, element), none = in_hundred(r->by, 5);
	for (int i = 0, count = between(r->by, 500, 20000); i < rows; i++) {
		strbuf_format(&r->out, "<%s", element);
		if (counts)
			strbuf_format(&r->out, " count=\"%d\"", count - i);
		if (shares)
			strbuf_format(&r->out, " share=\"%d\"", none ? 0 : i < 40 ? 40 - i : 1);
		strbuf_add(&r->out, ">");
		text_say(r, length_most(r, element));
		strbuf_format(&r->out, "</%s>\n", element);
	}
}

static void withs_say(Record1 *r)
{
	int count = list_count(r, "with");
	for (int i = 0; i < count && i < 12; i++)
		strbuf_format(&r->out, "<with>%s</with>\n", one_of(r->by, &r->range->places));
}

static void fields_say(Record1 *r)
{
	int count = in_hundred(r->by, r->real ? 60 : 30) ? list_count(r, "field") : 0;
	bool shares = in_hundred(r->by, 60), none = in_hundred(r->by, 5);
	for (int i = 0; i < count && i < r->range->fields.count; i++) {
		const char *field = *(const char **)list_at(&r->range->fields, i);
		strbuf_add(&r->out, "<field");
		if (shares)
			strbuf_format(&r->out, " share=\"%d\"", none ? 0 : i < 20 ? 20 - i : 1);
		strbuf_format(&r->out, ">%s</field>\n", field);
	}
}

static void activity_say(Record1 *r, const char *element, const char *actors)
{
	if (in_hundred(r->by, 5))
		return;
	/* It may hold nothing else. */
	bool lists = !r->real && r->rows > 4;
	strbuf_format(&r->out, "<%s", element);
	if (!lists || in_hundred(r->by, 80))
		strbuf_format(&r->out, " per-million=\"%d\"", between(r->by, 1, 99999));
	if (in_hundred(r->by, 40))
		strbuf_format(&r->out, " total=\"%d\" period=\"2018-2022\"",
			      between(r->by, 1, 999999));
	if (in_hundred(r->by, 40))
		strbuf_format(&r->out, " world-share=\"0.%d\"", between(r->by, 1, 9));
	if (in_hundred(r->by, 60))
		strbuf_format(&r->out, " collaboration=\"%d\"", between(r->by, 1, 95));
	strbuf_add(&r->out, ">\n");
	actors_say(r, actors);
	withs_say(r);
	fields_say(r);
	strbuf_format(&r->out, "</%s>\n", element);
}

static void notes_say(Record1 *r)
{
	static const char *const of[] = {"name",   "economy", "ranks",
					 "growth", "patents", "articles"};
	int most = r->real ? *longest(&r->range->lists, "note") : 6;
	int count = in_hundred(r->by, 50) ? between(r->by, 0, most) : 0;
	for (int i = 0; i < count; i++) {
		strbuf_format(&r->out, "<note for=\"%s\">", of[i]);
		text_say(r, length_most(r, "note"));
		strbuf_add(&r->out, "</note>\n");
	}
}

static void ranks_say(Record1 *r)
{
	strbuf_add(&r->out, "<ranks");
	bool size = in_hundred(r->by, 90);
	if (size)
		strbuf_format(&r->out, " size=\"%d\"", between(r->by, 1, 100));
	if (!size || in_hundred(r->by, 75))
		strbuf_format(&r->out, " intensity=\"%d\"", between(r->by, 1, 100));
	if (in_hundred(r->by, 80))
		strbuf_format(&r->out, " economy=\"%d\" of=\"%d\"", between(r->by, 1, 20),
			      between(r->by, 20, 30));
	if (in_hundred(r->by, 50))
		strbuf_format(&r->out, " previous=\"%d\" previous-basis=\"recomputed\"",
			      between(r->by, 1, 100));
	if (in_hundred(r->by, 40))
		strbuf_format(&r->out, " world-share=\"0.%d\"", between(r->by, 1, 9));
	strbuf_add(&r->out, "/>\n");
	if (in_hundred(r->by, 40))
		strbuf_format(&r->out, "<growth output=\"%d\"/>\n", between(r->by, -20, 30));
}

/* The whole file; its id is "one". */
static const char *record_say(Arena *a, Range *range, Chance *by, bool real)
{
	static const int scales[] = {4, 12, 24, ROWS_MOST};
	Record1 r = {range, by, {.arena = a}, real, !real && in_hundred(by, 40), 0};
	r.rows = between(by, 1, scales[between(by, 0, 3)]);
	strbuf_add(&r.out, "<cluster xmlns=\"urn:clusterpress:cluster:1\" id=\"one\"><name>");
	text_say(&r, length_most(&r, "name"));
	strbuf_add(&r.out, "</name>\n");
	int economies = in_hundred(by, 85) ? 1 : between(by, 1, *longest(&range->lists, "economy"));
	int first = between(by, 0, range->economies.count - 1);
	for (int i = 0; i < economies; i++)
		strbuf_format(&r.out, "<economy>%s</economy>\n",
			      *(const char **)list_at(&range->economies,
						      (first + i) % range->economies.count));
	notes_say(&r);
	ranks_say(&r);
	activity_say(&r, "patents", "applicant");
	activity_say(&r, "articles", "organization");
	strbuf_add(&r.out, "</cluster>\n");
	return strbuf_text(&r.out);
}
