/* SPDX-License-Identifier: MIT */
/*
 * records: makes an edition of N records, no two alike, to measure with.
 *
 *	records N DIR [SEED]
 *
 * Writes DIR/edition.xml and DIR/clusters/…; started in the project's folder, where the schema, rules,
 * names, layout and fonts are. Names, lengths, rows, numbers and what is not known all differ; what is
 * there agrees with itself as real data does: the rules find nothing. The same seed gives the same files.
 * Are two records alike but for name and ranks, nothing is written.
 */
#include "bench/chance.h"

#include "base/file.h"
#include "base/str.h"
#include "read/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RANKED_MOST = 1000, FIELDS_MOST = 6, ROWS_MOST = 4, PARTNERS_MOST = 3 };
enum { WORLD_TOTAL = 1250000 }; /* what shares of the world's total are of */

typedef struct Words {
	const char **items;
	int count;
} Words;

typedef struct Cluster {
	const char *id, *name;
	int economy, size, intensity, previous; /* economy: its number in economies */
	int within;                             /* its place among those of its economy */
	bool totals; /* it says what tables print; else it is more like a profile */
	const char *before, *ranks, *behind; /* what its file says before and behind its ranks */
} Cluster;

typedef struct Making {
	Arena *a;
	Chance *by;
	Words economies, fields, places;
	Cluster *clusters;
	int count;
	int *of; /* clusters an economy has */
} Making;

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

static bool is_name_of(const Making *m, const char *id, int before)
{
	for (int i = 0; i < before; i++)
		if (str_equal(m->clusters[i].id, id))
			return true;
	return false;
}

static void clusters_name(Making *m)
{
	for (int i = 0; i < m->count; i++) {
		Cluster *c = &m->clusters[i];
		do {
			c->name = cluster_name(m->by);
			c->id = id_of(m->a, c->name);
		} while (is_name_of(m, c->id, i));
	}
}

/* Some economies have many clusters and some have one. */
static int economy_choose(Making *m)
{
	return between(m->by, 0, between(m->by, 0, m->economies.count - 1));
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

/* What a record says */

/* A number of tenths or hundredths: without decimals where `decimals` is 0. */
static const char *figure(Arena *a, int64_t value, int decimals)
{
	int unit = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
	if (decimals == 0)
		return str_format(a, "%lld", (long long)value);
	return str_format(a, "%s%lld.%0*lld", value < 0 ? "-" : "", llabs(value) / unit, decimals,
			  llabs(value) % unit);
}

static void change_say(Making *m, const Cluster *c, bool has_size, StrBuf *out)
{
	if (in_hundred(m->by, 8)) {
		strbuf_add(out, " new=\"yes\"");
		return;
	}
	if (c->previous > RANKED_MOST || in_hundred(m->by, 40))
		return;
	strbuf_format(out, " previous=\"%d\" previous-basis=\"%s\"", c->previous,
		      in_hundred(m->by, 50) ? "published" : "recomputed");
	if (has_size)
		strbuf_format(out, " change=\"%d\"", c->previous - c->size);
}

static void ranks_say(Making *m, Cluster *c)
{
	StrBuf out = {.arena = m->a};
	bool has_size = c->size <= RANKED_MOST && in_hundred(m->by, 90);
	strbuf_add(&out, "  <ranks");
	if (has_size)
		strbuf_format(&out, " size=\"%d\"", c->size);
	if (c->intensity <= RANKED_MOST && in_hundred(m->by, 70))
		strbuf_format(&out, " intensity=\"%d\"", c->intensity);
	strbuf_format(&out, " economy=\"%d\" of=\"%d\"", c->within, m->of[c->economy]);
	change_say(m, c, has_size, &out);
	strbuf_add(&out, "/>\n");
	c->ranks = out.text;
}

static const char *actor(Making *m, bool person)
{
	static const char *const forms[] = {
	    "%s University",
	    "University of %s",
	    "%s University of Science and Technology",
	    "%s Corporation",
	    "%s Institute of Technology",
	    "%s Medical Univ.",
	    "National Research Centre of %s",
	    "%s GmbH",
	};
	const char *form = forms[between(m->by, 0, 7)], *holder = strchr(form, '%');
	const char *name = word(m->by, 3, 4);
	if (person)
		return str_format(m->a, "%s, %s", name, word(m->by, 1, 2));
	return str_format(m->a, "%.*s%s%s", (int)(holder - form), form, name, holder + 2);
}

/* The largest of an activity: counts fall, and a share is what its count is of the total, rounded. */
static void actors_say(Making *m, const char *element, int64_t total, StrBuf *out)
{
	int decimals = in_hundred(m->by, 30), unit = decimals ? 1000 : 100;
	int left = 9500, most = between(m->by, 300, 4000); /* hundredths of a per cent */
	for (int rows = between(m->by, 0, ROWS_MOST); rows > 0 && most > 50 && left > most;
	     rows--) {
		int64_t count = total * most / 10000;
		int64_t share = (count * unit * 2 + total) / (2 * total);
		bool person = str_equal(element, "applicant") && in_hundred(m->by, 8);
		if (count == 0 || share == 0)
			return;
		strbuf_format(out, "    <%s count=\"%lld\" share=\"%s\"%s>%s</%s>\n", element,
			      (long long)count, figure(m->a, share, decimals),
			      person ? " kind=\"person\"" : "", actor(m, person), element);
		left -= most;
		most = most * between(m->by, 25, 85) / 100;
	}
}

/* One of `words` that was not given since `given` was nought. */
static const char *draw(Making *m, Words *words, int *given)
{
	int at = between(m->by, *given, words->count - 1);
	const char *drawn = words->items[at];
	words->items[at] = words->items[*given];
	words->items[(*given)++] = drawn;
	return drawn;
}

static void partners_say(Making *m, const Cluster *c, StrBuf *out)
{
	int left = between(m->by, 1, PARTNERS_MOST), given = 0;
	while (left > 0 && given < m->places.count) {
		const char *place = draw(m, &m->places, &given);
		if (!str_equal(place, c->name) && left-- > 0)
			strbuf_format(out, "    <with>%s</with>\n", place);
	}
}

static void fields_say(Making *m, StrBuf *out)
{
	int most = between(m->by, 80, 300), left = 950, given = 0; /* tenths of a per cent */
	int count = in_hundred(m->by, 60) ? between(m->by, 1, FIELDS_MOST) : 0;
	while (given < count && given < m->fields.count && left > most && most > 0) {
		strbuf_format(out, "    <field share=\"%s\">%s</field>\n", figure(m->a, most, 1),
			      draw(m, &m->fields, &given));
		left -= most;
		most = between(m->by, most / 2, most);
	}
}

/* Each amount follows from those before it, so that they agree. */
static void activity_say(Making *m, const Cluster *c, const char *element, const char *actors,
			 StrBuf *out)
{
	int64_t total = between(m->by, 1200, in_hundred(m->by, 50) ? 9000 : 120000);
	int64_t people = between(m->by, 3, 200); /* hundred thousands */
	bool together = in_hundred(m->by, c->totals ? 10 : 80);
	strbuf_format(out, "  <%s per-million=\"%lld\"", element, (long long)(total * 10 / people));
	if (c->totals)
		strbuf_format(out, " total=\"%lld\" period=\"2018-2022\"", (long long)total);
	if (c->totals && in_hundred(m->by, 60))
		strbuf_format(out, " world-share=\"%s\"",
			      figure(m->a, (total * 2000 + WORLD_TOTAL) / (2 * WORLD_TOTAL), 1));
	if (together)
		strbuf_format(out, " collaboration=\"%d\"", between(m->by, 1, 95));
	strbuf_add(out, ">\n");
	actors_say(m, actors, total, out);
	if (together)
		partners_say(m, c, out);
	fields_say(m, out);
	strbuf_format(out, "  </%s>\n", element);
}

static void position_say(Making *m, StrBuf *out)
{
	int north = between(m->by, -4500, 6500), east = between(m->by, -17900, 17900);
	strbuf_format(out, "  <position lat=\"%s\" lon=\"%s\"/>\n", figure(m->a, north, 2),
		      figure(m->a, east, 2));
}

static void cluster_say(Making *m, Cluster *c)
{
	StrBuf out = {.arena = m->a};
	int second = economy_choose(m);
	strbuf_format(&out, "  <economy>%s</economy>\n", m->economies.items[c->economy]);
	if (second != c->economy && in_hundred(m->by, 8))
		strbuf_format(&out, "  <economy>%s</economy>\n", m->economies.items[second]);
	if (in_hundred(m->by, 60))
		position_say(m, &out);
	if (in_hundred(m->by, 8))
		strbuf_format(&out, "  <note for=\"name\">Until lately called %s.</note>\n",
			      word(m->by, 2, 3));
	c->before = out.text;
	ranks_say(m, c);
	out = (StrBuf){.arena = m->a};
	if (in_hundred(m->by, 25))
		strbuf_format(&out, "  <growth output=\"%s\"/>\n",
			      figure(m->a, between(m->by, -200, 300), 1));
	activity_say(m, c, "patents", "applicant", &out);
	activity_say(m, c, "articles", "organization", &out);
	if (in_hundred(m->by, 20))
		strbuf_format(&out, "  <deals per-million=\"%d\"/>\n", between(m->by, 1, 90));
	c->behind = out.text;
}

static int by_what_is_said(const void *left, const void *right)
{
	const Cluster *a = left, *b = right;
	int order = strcmp(a->behind, b->behind);
	return order ? order : strcmp(a->before, b->before);
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

/* The entries that a layout can name in English. */
static void known_read(Making *m, Diags *diags)
{
	Source source = {.path = "data/names.xml"};
	const Names *names = names_read(m->a, &source, NULL, NULL, diags);
	int most = (names ? names->count : 0) + m->count;
	m->economies.items = ARENA_ARRAY(m->a, most, const char *);
	m->fields.items = ARENA_ARRAY(m->a, most, const char *);
	m->places.items = ARENA_ARRAY(m->a, most, const char *);
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
	}
	for (int i = 0; i < m->count; i++)
		word_add(&m->places, m->clusters[i].name);
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

static bool header_write(Making *m, const char *dir, Diags *diags)
{
	const char *back = way_back(m->a, dir);
	StrBuf out = {.arena = m->a};
	strbuf_format(&out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<!-- %d records made by tests/bench/records.c to measure with. -->\n"
		      "<edition xmlns=\"urn:clusterpress:edition:1\" id=\"bench\" year=\"2024\" "
		      "date=\"2024-09-26\" size=\"%d\">\n",
		      m->count, m->count < RANKED_MOST ? m->count : RANKED_MOST);
	strbuf_add(&out, "  <title>Made-up Index 2024</title>\n"
			 "  <subject>Science and technology cluster profile</subject>\n"
			 "  <languages>en</languages>\n");
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
		      "  <name>%s</name>\n%s%s%s</cluster>\n",
		      c->id, c->name, c->before, c->ranks, c->behind);
	return file_write(str_format(a, "%s/clusters/%s.xml", dir, c->id), out.text, out.length,
			  diags);
}

static void edition_make(Making *m, const char *dir, Diags *diags)
{
	m->clusters = ARENA_ARRAY(m->a, m->count, Cluster);
	clusters_name(m);
	known_read(m, diags);
	clusters_rank(m);
	for (int i = 0; i < m->count; i++)
		cluster_say(m, &m->clusters[i]);
	alike_refuse(m);
	bool good = header_write(m, dir, diags);
	for (int i = 0; good && i < m->count; i++)
		good = cluster_write(m->a, &m->clusters[i], dir, diags);
}

int main(int argc, char **argv)
{
	int count = argc > 2 ? atoi(argv[1]) : 0;
	if (count < 1 || count > 100000) {
		fputs("usage: records N DIR [SEED]\n", stderr);
		return 64;
	}
	Arena *a = arena_new();
	Diags *diags = diags_new(a);
	Chance by = {.a = a, .state = argc > 3 ? strtoull(argv[3], NULL, 10) : 1};
	Making m = {.a = a, .by = &by, .count = count};
	edition_make(&m, argv[2], diags);
	for (int i = 0; i < diags_count(diags); i++)
		fprintf(stderr, "records: %s\n", diags_at(diags, i)->message);
	int status = diags_status(diags);
	arena_free(a);
	return status;
}
