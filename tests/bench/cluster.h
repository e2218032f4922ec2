/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * cluster.h: what a made-up record says: see records.c.
 *
 * Names, lengths, rows, scripts, notes, numbers and what is not known are all chance; what is there agrees
 * with itself as real data does, so that the rules find nothing.
 */
#include "bench/scripts.h"

#include <stdlib.h>

enum {
	RANKED_MOST = 1000,
	FIELDS_MOST = 5,
	FIELDS_LONG = 9,
	ROWS_MOST = 4,
	ROWS_LONG = 6,
	PARTNERS_MOST = 3
};
enum { WORLD_TOTAL = 1250000 }; /* what shares of the world's total are of */

typedef struct Words {
	const char **items;
	int count;
} Words;

typedef struct Cluster {
	const char *id, *name;
	int economy, size, intensity, previous; /* economy: its number in economies */
	int within;                             /* its place among those of its economy */
	/* It says what tables print, else it is more like a profile; whom it works with. Not every page has room for
	 * totals, partners, fields and many rows. */
	bool totals, partners;
	const Script *script;                        /* of some of its names */
	const char *names, *before, *ranks, *behind; /* what its file says, in this order */
} Cluster;

typedef struct Making {
	Arena *a;
	Chance *by;
	Words economies, fields, places, notes;
	Cluster *clusters;
	int count;
	int *of;    /* clusters an economy has */
	int ranked; /* places of the edition */
} Making;

/* Some economies have many clusters and some have one. */
static inline int economy_choose(Making *m)
{
	return between(m->by, 0, between(m->by, 0, m->economies.count - 1));
}

/* What a record says */

/* A number of tenths or hundredths: without decimals where `decimals` is 0. */
static inline const char *figure(Arena *a, int64_t value, int decimals)
{
	int unit = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
	if (decimals == 0)
		return str_format(a, "%lld", (long long)value);
	return str_format(a, "%s%lld.%0*lld", value < 0 ? "-" : "", llabs(value) / unit, decimals,
			  llabs(value) % unit);
}

static inline void change_say(Making *m, const Cluster *c, bool has_size, StrBuf *out)
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

static inline void ranks_say(Making *m, Cluster *c)
{
	StrBuf out = {.arena = m->a};
	bool has_size = c->size <= RANKED_MOST && in_hundred(m->by, 90);
	strbuf_add(&out, "  <ranks");
	if (has_size)
		strbuf_format(&out, " size=\"%d\"", c->size);
	if (c->intensity <= RANKED_MOST && in_hundred(m->by, 70))
		strbuf_format(&out, " intensity=\"%d\"", c->intensity);
	if (m->of[c->economy] <= m->ranked)
		strbuf_format(&out, " economy=\"%d\" of=\"%d\"", c->within, m->of[c->economy]);
	change_say(m, c, has_size, &out);
	if (out.length == strlen("  <ranks"))
		strbuf_add(&out, " new=\"yes\"");
	strbuf_add(&out, "/>\n");
	c->ranks = out.text;
}

static inline const char *actor_by_chance(Making *m, const Cluster *c, bool person)
{
	const Script *script = in_hundred(m->by, 60) ? c->script : &script_latin;
	if (!person)
		return script_actor(m->by, script);
	const char *name = script_word(m->by, script);
	return str_format(m->a, "%s, %s", name, script_word(m->by, script));
}

/* One that is not said yet. */
static inline const char *actor(Making *m, const Cluster *c, bool person, const StrBuf *said)
{
	for (;;) {
		const char *name = actor_by_chance(m, c, person);
		if (!strstr(said->text, str_format(m->a, ">%s<", name)))
			return name;
	}
}

/* The largest of an activity: counts fall, and a share is what its count is of the total, rounded. Of the
 * articles there is one at least, whose name is no other record's. */
static inline void actors_say(Making *m, const Cluster *c, const char *element, int64_t total,
			      StrBuf *out)
{
	int decimals = in_hundred(m->by, 30), unit = decimals ? 1000 : 100;
	int left = 9500, most = between(m->by, 300, 4000); /* hundredths of a per cent */
	int64_t before = INT64_MAX;
	bool patents = str_equal(element, "applicant");
	bool many = in_hundred(m->by, 12) && !c->totals;
	int longest = many ? ROWS_LONG : c->totals && c->partners ? ROWS_MOST / 2 : ROWS_MOST;
	int rows = between(m->by, !patents, longest);
	for (; rows > 0 && most > 50 && left > most; rows--) {
		int64_t count = total * most / 10000;
		int64_t share = (count * unit * 2 + total) / (2 * total);
		bool person = patents && in_hundred(m->by, 8);
		if (count == 0 || share == 0 || count == before)
			return;
		strbuf_format(out, "    <%s count=\"%lld\" share=\"%s\"%s>%s</%s>\n", element,
			      (long long)count, figure(m->a, share, decimals),
			      person ? " kind=\"person\"" : "", actor(m, c, person, out), element);
		left -= most;
		before = count;
		most = most * between(m->by, 25, 85) / 100;
	}
}

/* One of `words` that was not given since `given` was nought. */
static inline const char *draw(Making *m, Words *words, int *given)
{
	int at = between(m->by, *given, words->count - 1);
	const char *drawn = words->items[at];
	words->items[at] = words->items[*given];
	words->items[(*given)++] = drawn;
	return drawn;
}

static inline void partners_say(Making *m, const Cluster *c, StrBuf *out)
{
	int left = between(m->by, 1, PARTNERS_MOST), given = 0;
	while (left > 0 && given < m->places.count) {
		const char *place = draw(m, &m->places, &given);
		if (!str_equal(place, c->name) && left-- > 0)
			strbuf_format(out, "    <with>%s</with>\n", place);
	}
}

static inline void fields_say(Making *m, const Cluster *c, StrBuf *out)
{
	int most = between(m->by, 80, 300), left = 950, given = 0; /* tenths of a per cent */
	int longest = c->totals ? FIELDS_MOST : FIELDS_LONG;
	int count = in_hundred(m->by, 60) ? between(m->by, 1, longest) : 0;
	while (given < count && given < m->fields.count && left > most && most > 0) {
		strbuf_format(out, "    <field share=\"%s\">%s</field>\n", figure(m->a, most, 1),
			      draw(m, &m->fields, &given));
		left -= most;
		most = between(m->by, most / 2, most);
	}
}

/* Each amount follows from those before it, so that they agree. */
static inline void activity_say(Making *m, const Cluster *c, const char *element,
				const char *actors, StrBuf *out)
{
	int64_t total = between(m->by, 1200, in_hundred(m->by, 50) ? 9000 : 120000);
	int64_t people = between(m->by, 3, 200); /* hundred thousands */
	bool together = c->totals ? c->partners : in_hundred(m->by, 80);
	strbuf_format(out, "  <%s per-million=\"%lld\"", element, (long long)(total * 10 / people));
	if (c->totals)
		strbuf_format(out, " total=\"%lld\" period=\"2018-2022\"", (long long)total);
	if (c->totals && in_hundred(m->by, 60))
		strbuf_format(out, " world-share=\"%s\"",
			      figure(m->a, (total * 2000 + WORLD_TOTAL) / (2 * WORLD_TOTAL), 1));
	if (together)
		strbuf_format(out, " collaboration=\"%d\"", between(m->by, 1, 95));
	strbuf_add(out, ">\n");
	actors_say(m, c, actors, total, out);
	if (together)
		partners_say(m, c, out);
	if (!c->totals || !c->partners)
		fields_say(m, c, out);
	strbuf_format(out, "  </%s>\n", element);
}

static inline void position_say(Making *m, StrBuf *out)
{
	int north = between(m->by, -4500, 6500), east = between(m->by, -17900, 17900);
	strbuf_format(out, "  <position lat=\"%s\" lon=\"%s\"/>\n", figure(m->a, north, 2),
		      figure(m->a, east, 2));
}

/* Notes of those that have been translated. */
static inline void notes_say(Making *m, bool growth, StrBuf *out)
{
	static const char *const about[] = {"name",    "economy",  "ranks",
					    "patents", "articles", "growth"};
	int given = 0;
	for (int i = 0; i < 5 + growth && given < m->notes.count; i++)
		if (in_hundred(m->by, 5))
			strbuf_format(out, "  <note for=\"%s\">%s</note>\n", about[i],
				      draw(m, &m->notes, &given));
}

/* The cluster's name in each of the edition's languages. */
static inline void names_say(Making *m, const Cluster *c, StrBuf *out)
{
	static const char *const form = "  <name xml:lang=\"%s\">%s</name>\n";
	strbuf_format(out, form, "en", c->name);
	strbuf_format(out, form, "ar", script_word(m->by, &scripts_other[SCRIPT_ARABIC]));
	strbuf_format(out, form, "zh", script_word(m->by, &scripts_other[SCRIPT_HAN]));
}

static inline void cluster_say(Making *m, Cluster *c)
{
	StrBuf out = {.arena = m->a};
	int second = economy_choose(m);
	bool growth = in_hundred(m->by, 25);
	c->script = script_choose(m->by);
	c->partners = in_hundred(m->by, 20);
	names_say(m, c, &out);
	c->names = out.text;
	out = (StrBuf){.arena = m->a};
	strbuf_format(&out, "  <economy>%s</economy>\n", m->economies.items[c->economy]);
	if (second != c->economy && in_hundred(m->by, 8))
		strbuf_format(&out, "  <economy>%s</economy>\n", m->economies.items[second]);
	if (in_hundred(m->by, 60))
		position_say(m, &out);
	notes_say(m, growth, &out);
	c->before = out.text;
	ranks_say(m, c);
	out = (StrBuf){.arena = m->a};
	if (growth)
		strbuf_format(&out, "  <growth output=\"%s\"/>\n",
			      figure(m->a, between(m->by, -200, 300), 1));
	activity_say(m, c, "patents", "applicant", &out);
	activity_say(m, c, "articles", "organization", &out);
	if (in_hundred(m->by, 20))
		strbuf_format(&out, "  <deals per-million=\"%d\"/>\n", between(m->by, 1, 90));
	c->behind = out.text;
}
