/* SPDX-License-Identifier: MIT */
/*
 * records: makes an edition of N records, no two alike, to measure with.
 *
 *	records N DIR [SEED [twin]]
 *
 * Writes DIR/edition.xml and DIR/clusters/…, in English, Arabic and Chinese; started in the project's
 * folder, where the schema, rules, names, layout and fonts are. What the records say: see cluster.h. The
 * same seed gives the same files. Are two records alike but for name, ranks and numbers, nothing is
 * written; "twin" makes such a one, to see it refused.
 */
#include "bench/cluster.h"

#include "base/file.h"
#include "base/str.h"
#include "read/names.h"

#include <stdio.h>
#include <string.h>

/* Names and ranks */

/* The numbers from 1 on, as many as there are clusters, in any order. */
static int *shuffled(Making *m)
{
	int *numbers = ARENA_ARRAY(m->a, m->count, int);
	for (int i = 0; i < m->count; i++) {
		int at = between(m->by, 0, i);
		numbers[i] = numbers[at];
		numbers[at] = i + 1;
	}
	return numbers;
}

/* FNV-1a (Fowler, Noll and Vo, 1991). */
static uint64_t hash(const char *s)
{
	uint64_t sum = 0xcbf29ce484222325u;
	for (; *s; s++)
		sum = (sum ^ (unsigned char)*s) * 0x100000001b3u;
	return sum;
}

/* Puts the id into the table, which is twice as large as it need be; false when it was there. */
static bool id_enter(const char **table, size_t size, const char *id)
{
	size_t at = hash(id) % size;
	for (; table[at]; at = (at + 1) % size)
		if (str_equal(table[at], id))
			return false;
	table[at] = id;
	return true;
}

static void clusters_name(Making *m)
{
	size_t size = (size_t)m->count * 2;
	const char **ids = ARENA_ARRAY(m->a, m->count * 2, const char *);
	for (int i = 0; i < m->count; i++) {
		Cluster *c = &m->clusters[i];
		do {
			c->name = cluster_name(m->by);
			c->id = id_of(m->a, c->name);
		} while (!id_enter(ids, size, c->id));
	}
}

static void clusters_rank(Making *m)
{
	int *size = shuffled(m), *intensity = shuffled(m), *previous = shuffled(m);
	int *at = ARENA_ARRAY(m->a, m->count + 1, int);
	m->of = ARENA_ARRAY(m->a, m->economies.count, int);
	for (int i = 0; i < m->count; i++) {
		Cluster *c = &m->clusters[i];
		c->size = size[i];
		c->intensity = intensity[i];
		c->previous = previous[i];
		c->economy = economy_choose(m);
		c->totals = in_hundred(m->by, 35);
		at[c->size] = i;
	}
	for (int rank = 1; rank <= m->count; rank++) {
		Cluster *c = &m->clusters[at[rank]];
		c->within = ++m->of[c->economy];
	}
}

/* Refusing */

/* As strcmp, but digits are passed over: two records that differ in a number only are alike. */
static int words_order(const char *a, const char *b)
{
	for (;; a++, b++) {
		a += strspn(a, "0123456789");
		b += strspn(b, "0123456789");
		if (*a != *b || !*a)
			return (unsigned char)*a - (unsigned char)*b;
	}
}

static int by_what_is_said(const void *left, const void *right)
{
	const Cluster *a = left, *b = right;
	int order = words_order(a->behind, b->behind);
	return order ? order : words_order(a->before, b->before);
}

static void alike_refuse(Making *m)
{
	qsort(m->clusters, (size_t)m->count, sizeof *m->clusters, by_what_is_said);
	for (int i = 1; i < m->count; i++)
		if (by_what_is_said(&m->clusters[i - 1], &m->clusters[i]) == 0)
			die("%s and %s are alike", m->clusters[i - 1].id, m->clusters[i].id);
}

/* What is known already */

static void word_add(Words *words, const char *item)
{
	words->items[words->count++] = item;
}

/* The entries that a layout can name, in English; their translations have the same keys. */
static void known_read(Making *m, Diags *diags)
{
	Source source = {.path = "data/names.xml"};
	const Names *names = names_read(m->a, &source, NULL, NULL, diags);
	int most = names ? names->count : 0;
	m->economies.items = ARENA_ARRAY(m->a, most, const char *);
	m->fields.items = ARENA_ARRAY(m->a, most, const char *);
	m->places.items = ARENA_ARRAY(m->a, most, const char *);
	m->notes.items = ARENA_ARRAY(m->a, most, const char *);
	for (int i = 0; names && i < names->count; i++) {
		const NameEntry *entry = &names->entries[i];
		const Node *name = names_form(entry, "name", "en", "en");
		bool adjective = names_form(entry, "adjective", "en", "en");
		if (str_equal(entry->kind, "economy") && name && adjective)
			word_add(&m->economies, entry->key);
		else if (str_equal(entry->kind, "field"))
			word_add(&m->fields, name ? node_text(m->a, name) : entry->key);
		else if (str_equal(entry->kind, "cluster") && name)
			word_add(&m->places, node_text(m->a, name));
		else if (str_equal(entry->kind, "note"))
			word_add(&m->notes, entry->key);
	}
	if (m->economies.count == 0)
		die("data/names.xml has no economy with a name and an adjective");
}

/* Writing */

/* From DIR back to the folder this was started in. */
static const char *way_back(Arena *a, const char *dir)
{
	StrBuf back = {.arena = a};
	for (const char *s = dir; *s; s += strcspn(s, "/"), s += strspn(s, "/"))
		strbuf_add(&back, "../");
	return strbuf_text(&back);
}

static const char header_words[] =
    "  <title>Made-up Index 2024</title>\n"
    "  <title xml:lang=\"ar\">مؤشر الابتكار العالمي 2024</title>\n"
    "  <title xml:lang=\"zh\">2024 年全球创新指数</title>\n"
    "  <subject>Science and technology cluster profile</subject>\n"
    "  <subject xml:lang=\"ar\">ملف تكتل العلوم والتكنولوجيا</subject>\n"
    "  <subject xml:lang=\"zh\">科技集群简介</subject>\n"
    "  <languages>en ar zh</languages>\n";

static bool header_write(Making *m, const char *dir, Diags *diags)
{
	const char *back = way_back(m->a, dir);
	StrBuf out = {.arena = m->a};
	strbuf_format(&out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<!-- %d records made by tests/bench/records.c to measure with. -->\n"
		      "<edition xmlns=\"urn:clusterpress:edition:1\" id=\"bench\" year=\"2024\" "
		      "date=\"2024-09-26\" size=\"%d\">\n",
		      m->count, m->ranked);
	strbuf_add(&out, header_words);
	strbuf_format(&out,
		      "  <records href=\"clusters/*.xml\" schema=\"%sdata/schema/cluster.rng\" "
		      "rules=\"%sdata/schema/cluster.sch\"/>\n"
		      "  <names href=\"%sdata/names.xml\"/>\n"
		      "  <layout href=\"%slayouts/profile.xml\"/>\n"
		      "  <fonts href=\"%sfonts/fonts.xml\"/>\n",
		      back, back, back, back, back);
	strbuf_add(&out, "  <sources><source id=\"chance\" title=\"Made up\"/></sources>\n"
			 "</edition>\n");
	return file_write(str_format(m->a, "%s/edition.xml", dir), out.text, out.length, diags);
}

static bool cluster_write(Arena *a, const Cluster *c, const char *dir, Diags *diags)
{
	StrBuf out = {.arena = a};
	strbuf_format(&out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<cluster xmlns=\"urn:clusterpress:cluster:1\" id=\"%s\" source=\"chance\">\n"
		      "%s%s%s%s</cluster>\n",
		      c->id, c->names, c->before, c->ranks, c->behind);
	return file_write(str_format(a, "%s/clusters/%s.xml", dir, c->id), out.text, out.length,
			  diags);
}

/* The last record says what the first does, in other numbers. */
static void twin_make(Making *m)
{
	Cluster *last = &m->clusters[m->count - 1];
	StrBuf out = {.arena = m->a};
	for (const char *s = m->clusters[0].behind; *s; s++)
		strbuf_add_n(&out, *s == '7' ? "8" : s, 1);
	last->before = m->clusters[0].before;
	last->behind = out.text;
}

static void edition_make(Making *m, const char *dir, bool twin, Diags *diags)
{
	m->ranked = m->count < RANKED_MOST ? m->count : RANKED_MOST;
	m->clusters = ARENA_ARRAY(m->a, m->count, Cluster);
	clusters_name(m);
	known_read(m, diags);
	clusters_rank(m);
	for (int i = 0; i < m->count; i++)
		cluster_say(m, &m->clusters[i]);
	if (twin)
		twin_make(m);
	alike_refuse(m);
	bool good = header_write(m, dir, diags);
	for (int i = 0; good && i < m->count; i++)
		good = cluster_write(m->a, &m->clusters[i], dir, diags);
}

int main(int argc, char **argv)
{
	int count = argc > 2 ? atoi(argv[1]) : 0;
	if (count < 1 || count > 100000) {
		fputs("usage: records N DIR [SEED [twin]]\n", stderr);
		return 64;
	}
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Chance by = {.a = a, .state = argc > 3 ? strtoull(argv[3], NULL, 10) : 1};
	Making m = {.a = a, .by = &by, .count = count};
	edition_make(&m, argv[2], argc > 4 && str_equal(argv[4], "twin"), diags);
	for (int i = 0; i < diags_count(diags); i++)
		fprintf(stderr, "records: %s\n", diags_at(diags, i)->message);
	int status = diags_status(diags);
	arena_free(a);
	return status;
}
