/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * chart_by_chance.h: layouts with charts, and records for them, by chance.
 *
 * A layout has charts of one kind, one to three of them side by side, on a scale of
 * their own or on one for all, on a small page or a large one. A record has values of any size
 * and sign, from none to sixty of them, and labels of one letter or of two hundred.
 */
#include "base/str.h"
#include "bench/chance.h"

#include <inttypes.h>
#include <string.h>

typedef enum ChanceForm {
	FORM_ITEMS,  /* select, label, value; a title and a placeholder */
	FORM_SCALED, /* the same, with a scale */
	FORM_SHARE,  /* one value, 0 … 100 */
	FORM_RANK,   /* one value of many */
	FORM_COURSE, /* a sparkline in each row of a table */
	FORM_PLACE
} ChanceForm;

typedef struct ChanceKind {
	const char *name;
	ChanceForm form;
	/* Of its own, each of them there or not. */
	const char *attributes[6];
} ChanceKind;

static const ChanceKind chance_kinds[] = {
    {"bar-chart",
     FORM_SCALED,
     {"axis=\"bottom\"", "label-width=\"auto\"", "label-width=\"30%\"", "bar-height=\"1mm\"",
      "row-height=\"9mm\"", NULL}},
    {"column-chart", FORM_SCALED, {"axis=\"left\"", "height=\"18mm\"", "height=\"60mm\"", NULL}},
    {"dot-plot",
     FORM_SCALED,
     {"from=\"@from\"", "label-width=\"30%\"", "row-height=\"9mm\"", NULL}},
    {"slope-chart",
     FORM_SCALED,
     {"reverse=\"yes\"", "height=\"15mm\"", "height=\"60mm\"", "label-width=\"30%\"", NULL}},
    {"stacked-bar", FORM_SCALED, {"palette=\"six\"", "bar-height=\"9mm\"", NULL}},
    {"treemap", FORM_ITEMS, {"palette=\"six\"", "height=\"15mm\"", "height=\"60mm\"", NULL}},
    {"donut", FORM_SHARE, {"thickness=\"1mm\"", "thickness=\"5mm\"", NULL}},
    {"icon-array", FORM_SHARE, {"columns=\"20\"", "width=\"15mm\"", "gap=\"0.2mm\"", NULL}},
    {"ladder", FORM_RANK, {"height=\"1mm\"", NULL}},
    {"sparkline", FORM_COURSE, {"thickness=\"0.4pt\"", "width=\"30mm\"", NULL}},
    {"locator-map",
     FORM_PLACE,
     {"extent=\"30\"", "height=\"20mm\"", "graticule=\"mist\"", "sea=\"panel\"", NULL}},
};
enum { CHANCE_KINDS = sizeof chance_kinds / sizeof *chance_kinds };

/* Layouts */

static inline const char *chance_attributes(Arena *a, Chance *by, const ChanceKind *kind)
{
	StrBuf out = {.arena = a};
	const char *before = "";
	for (const char *const *one = kind->attributes; *one; one++) {
		size_t name = strcspn(*one, "=");
		bool twice = strncmp(before, *one, name + 1) == 0;
		if (!twice && in_hundred(by, 50)) {
			strbuf_format(&out, " %s", *one);
			before = *one;
		}
	}
	return strbuf_text(&out);
}

static inline void chance_items(StrBuf *out, Chance *by, const ChanceKind *kind, int i, bool shares)
{
	static const char *const formats[] = {"number", "percent"};
	strbuf_format(
	    out,
	    "<%s id=\"c%d\" select=\"series[%d]/item\" label=\"@label\" value=\"@value\" "
	    "format=\"%s\"%s"
	    " ink=\"teal\" track=\"mist\" frame=\"rule\" paper=\"paper\" style=\"%s\"%s%s%s>"
	    "<title id=\"t%d\">{name}</title>",
	    kind->name, i, i + 1, formats[between(by, 0, 1)],
	    strcmp(kind->name, "slope-chart") == 0 ? " from=\"@from\"" : "",
	    in_hundred(by, 70) ? "small" : "body",
	    shares && kind->form == FORM_SCALED ? " scale=\"one\"" : "",
	    in_hundred(by, 20) ? " limit=\"7\"" : "", chance_attributes(out->arena, by, kind), i);
	if (in_hundred(by, 80))
		strbuf_format(out,
			      "<placeholder id=\"p%d\">There are none of these in %s</placeholder>",
			      i, in_hundred(by, 80) ? "it" : word(by, 20, 30));
	strbuf_format(out, "</%s>", kind->name);
}

static inline void chance_one(StrBuf *out, Chance *by, const ChanceKind *kind, int i, bool shares)
{
	const char *own = chance_attributes(out->arena, by, kind);
	if (kind->form == FORM_ITEMS || kind->form == FORM_SCALED)
		chance_items(out, by, kind, i, shares);
	else if (kind->form == FORM_SHARE)
		strbuf_format(
		    out, "<%s value=\"@share\" format=\"percent\" track=\"mist\" ink=\"teal\"%s/>",
		    kind->name, own);
	else if (kind->form == FORM_RANK)
		strbuf_format(
		    out, "<ladder value=\"@rank\" of=\"@of\" track=\"mist\" ink=\"teal\"%s/>", own);
	else if (kind->form == FORM_COURSE)
		strbuf_format(out,
			      "<table select=\"series\"><column value=\"position()\" width=\"6mm\" "
			      "scope=\"row\"/><column "
			      "width=\"40mm\" missing=\"–\"><sparkline ink=\"teal\" "
			      "values=\"item/@value\"%s/>"
			      "</column></table>",
			      own);
	else
		strbuf_format(out,
			      "<locator-map lat=\"place/@lat\" lon=\"place/@lon\" "
			      "src=\"../../../layouts/maps/land.xml\" "
			      "land=\"mist\" ink=\"rust\" frame=\"rule\" style=\"small\"%s><label "
			      "id=\"l%d\">{name}</label>"
			      "</locator-map>",
			      own, i);
}

/* In build/tests/charts. */
static inline const char *chance_layout(Arena *a, Chance *by, const ChanceKind *kind)
{
	static const char head[] =
	    "<layout xmlns=\"urn:clusterpress:layout:1\" name=\"one\" lang=\"en\">\n"
	    "<page size=\"%dmm %dmm\" margin=\"4mm\"/><words "
	    "href=\"../../../layouts/common.xml\"/>\n"
	    "<inks><ink name=\"text\" rgb=\"#1f2933\"/><ink name=\"teal\" rgb=\"#0b6e8c\"/><ink "
	    "name=\"rust\" "
	    "rgb=\"#b65a0e\"/><ink name=\"mist\" rgb=\"#d9e1e8\"/><ink name=\"panel\" "
	    "rgb=\"#f2f6f9\"/>"
	    "<ink name=\"rule\" rgb=\"#b5c1cc\"/><ink name=\"paper\" rgb=\"#ffffff\"/>"
	    "<include href=\"../../../layouts/palette.xml\"/></inks>\n"
	    "<styles><style name=\"body\" font-family=\"sans\" font-size=\"9pt\" color=\"text\"/>"
	    "<style name=\"small\" like=\"body\" font-size=\"6.6pt\"/></styles>\n"
	    "<title id=\"title\">{name}</title>\n<body>\n";
	static const int sides[] = {30, 60, 100, 200, 400};
	StrBuf out = {.arena = a};
	int wide = sides[between(by, 0, 4)], high = sides[between(by, 1, 4)],
	    count = between(by, 1, wide / 50 > 3 ? 3 : wide / 50 + 1);
	bool shares = in_hundred(by, 50);
	strbuf_format(&out, head, wide, high);
	if (count > 1)
		strbuf_format(&out, "<row gap=\"%dmm\">", between(by, 1, 8));
	for (int i = 0; i < count; i++)
		chance_one(&out, by, kind, i, shares);
	strbuf_add(&out, count > 1 ? "</row>\n</body></layout>\n" : "\n</body></layout>\n");
	return strbuf_text(&out);
}

/* Records */

/* Like which all values of a series are. */
typedef enum ChanceValues {
	VALUES_NOUGHT,
	VALUES_SHARES,
	VALUES_COUNTS,
	VALUES_SIGNED,
	VALUES_NEGATIVE,
	VALUES_ENORMOUS,
	VALUES_TINY,
	VALUES_ALL_SIZES,
	VALUES_ALIKE,
	VALUES_KINDS
} ChanceValues;

static inline int64_t chance_digits(Chance *by, int digits)
{
	int64_t most = 1;
	while (digits-- > 0)
		most *= 10;
	return (int64_t)(chance(by) % (uint64_t)most);
}

/* In millionths. */
static inline int64_t chance_value(Chance *by, ChanceValues like)
{
	int sign = in_hundred(by, 50) ? 1 : -1;
	if (in_hundred(by, 6))
		return 0;
	switch (like) {
	case VALUES_SHARES:
		return chance_digits(by, 3) * 100000;
	case VALUES_COUNTS:
		return chance_digits(by, 4) * 1000000;
	case VALUES_SIGNED:
		return sign * chance_digits(by, 9);
	case VALUES_NEGATIVE:
		return -chance_digits(by, 8);
	case VALUES_ENORMOUS:
		return sign * (chance_digits(by, 18) + 1);
	case VALUES_TINY:
		return chance_digits(by, 2);
	case VALUES_ALL_SIZES:
		return sign * chance_digits(by, between(by, 1, 18));
	case VALUES_ALIKE:
		return 42000000;
	default:
		return 0;
	}
}

static inline void value_add(StrBuf *out, int64_t value)
{
	int64_t size = value < 0 ? -value : value;
	strbuf_format(out, "%s%" PRId64, value < 0 ? "-" : "", size / 1000000);
	if (size % 1000000 != 0)
		strbuf_format(out, ".%06" PRId64, size % 1000000);
}

static inline const char *chance_label(Arena *a, Chance *by, bool hard)
{
	StrBuf out = {.arena = a};
	if (in_hundred(by, 5))
		return "I";
	if (hard && in_hundred(by, 10))
		return word(by, 20, 60); /* no line is that long */
	int words = hard ? between(by, 3, 30) : between(by, 1, 3);
	for (int i = 0; i < words; i++)
		strbuf_format(&out, "%s%s", i > 0 ? " " : "", word(by, 1, hard ? 4 : 2));
	return strbuf_text(&out);
}

static inline void chance_series(StrBuf *out, Chance *by)
{
	ChanceValues like = (ChanceValues)between(by, 0, VALUES_KINDS - 1);
	if (in_hundred(by, 40))
		like = VALUES_SHARES; /* so that some make pages */
	int count = in_hundred(by, 8)    ? 0
		    : in_hundred(by, 10) ? 1
		    : in_hundred(by, 8)  ? 60
					 : between(by, 2, in_hundred(by, 80) ? 8 : 59);
	bool hard = in_hundred(by, 15);
	strbuf_add(out, "<series>\n");
	for (int i = 0; i < count; i++) {
		strbuf_format(out, " <item label=\"%s\" value=\"",
			      chance_label(out->arena, by, hard));
		value_add(out, chance_value(by, like));
		if (in_hundred(by, 80)) {
			strbuf_add(out, "\" from=\"");
			value_add(out, chance_value(by, like));
		}
		strbuf_add(out, "\"/>\n");
	}
	strbuf_add(out, "</series>\n");
}

static inline const char *chance_record(Arena *a, Chance *by)
{
	StrBuf out = {.arena = a};
	int of = between(by, 1, in_hundred(by, 50) ? 100 : 1000);
	strbuf_format(&out, "<charts id=\"one\" share=\"%s\" rank=\"%d\" of=\"%d\">\n",
		      in_hundred(by, 20)
			  ? "0"
			  : str_format(a, "%d.%d", between(by, 0, 99), between(by, 0, 9)),
		      between(by, 1, of), of);
	strbuf_format(&out, "<name>%s</name>\n<place lat=\"%d.%d\" lon=\"%d\"/>\n",
		      chance_label(a, by, in_hundred(by, 8)), between(by, -89, 89),
		      between(by, 0, 9), between(by, -180, 180));
	for (int i = 0; i < 3; i++)
		chance_series(&out, by);
	strbuf_add(&out, "</charts>\n");
	return strbuf_text(&out);
}
