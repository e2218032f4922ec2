/* SPDX-License-Identifier: MIT */
#include "read/land.h"

#include "base/list.h"
#include "base/str.h"
#include "read/form.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

enum {
	LON_MOST = 180 * LAND_DEGREE,
	LAT_MOST = 90 * LAND_DEGREE,
	POINTS_LEAST = 3,
	POINTS_MOST = 100000, /* in all: a map is small */
	DIGITS_MOST = 5,
	SHOWN = 12
};

static const Form land_forms[] = {
    {"land", "source! licence!", "outlines+", false},
    {"outlines", "for!", "outline+", false},
    {"outline", "d!", "", false},
    {NULL, NULL, NULL, false},
};

typedef struct Tracing {
	Arena *a;
	Diags *diags;
	List points;     /* of LandPoint: of the outline in hand */
	int point_count; /* of all outlines */
	bool failed;
} Tracing;

static const char *skip_space(const char *s)
{
	while (str_is_space(*s))
		s++;
	return s;
}

static void tell_number(Tracing *t, const Attr *d, const char *at)
{
	diag_error(
	    t->diags, d->value_place, DIAG_FORM,
	    "%s is no outline from its character %d on: %s is expected, but there is %s%.*s%s",
	    d->name, (int)(at - d->value) + 1, "a whole number", *at ? "\"" : "nothing", SHOWN, at,
	    *at ? "\"" : "");
	diag_hint(t->diags,
		  "it reads as in \"10270 2504 25 -3 -10 40\": a longitude and a latitude in "
		  "hundredths of a degree, then steps east and north");
	t->failed = true;
}

/* The whole number at *s, which moves behind it and the space there. */
static bool number_take(Tracing *t, const Attr *d, const char **s, int *out)
{
	const char *from = *s, *digits = from + (*from == '-');
	size_t length = strspn(digits, "0123456789");
	bool ended = digits[length] == '\0' || str_is_space(digits[length]);
	if (length == 0 || length > DIGITS_MOST || !ended) {
		tell_number(t, d, from);
		return false;
	}
	int value = 0;
	for (size_t i = 0; i < length; i++)
		value = value * 10 + (digits[i] - '0');
	*out = digits > from ? -value : value;
	*s = skip_space(digits + length);
	return true;
}

/* Whether a point lies on the earth and near the one before it. */
static bool point_stands(Tracing *t, const Attr *d, int lon, int lat)
{
	int number = t->points.count + 1;
	if (abs(lon) > LON_MOST || abs(lat) > LAT_MOST) {
		diag_error(t->diags, d->value_place, DIAG_FORM,
			   "point %d of this outline is at %d %d, which is not on the earth",
			   number, lon, lat);
		diag_hint(
		    t->diags,
		    "longitudes go from -%d to %d and latitudes from -%d to %d, in hundredths "
		    "of a degree",
		    LON_MOST, LON_MOST, LAT_MOST, LAT_MOST);
		return false;
	}
	if (t->points.count == 0)
		return true;
	const LandPoint *last = list_at(&t->points, t->points.count - 1);
	bool along_pole = abs(lat) == LAT_MOST && last->lat == lat;
	if (along_pole ||
	    (abs(lon - last->lon) <= LAND_STEP_MOST && abs(lat - last->lat) <= LAND_STEP_MOST))
		return true;
	diag_error(t->diags, d->value_place, DIAG_FORM,
		   "the step to point %d of this outline is longer than %d degrees", number,
		   LAND_STEP_MOST / LAND_DEGREE);
	diag_hint(t->diags, "put points between, and cut what crosses the 180th meridian there");
	return false;
}

static void point_add(Tracing *t, int lon, int lat)
{
	*(LandPoint *)list_add(&t->points) = (LandPoint){(int16_t)lon, (int16_t)lat};
	t->point_count++;
}

static bool points_take(Tracing *t, const Attr *d)
{
	const char *s = skip_space(d->value);
	int lon = 0, lat = 0, east, north;
	while (*s) {
		if (!number_take(t, d, &s, &east) || !number_take(t, d, &s, &north))
			return false;
		lon += east;
		lat += north;
		if (!point_stands(t, d, lon, lat))
			return false;
		point_add(t, lon, lat);
	}
	if (t->points.count >= POINTS_LEAST)
		return true;
	diag_error(t->diags, d->value_place, DIAG_FORM,
		   "this outline has %d points, but it takes %d", t->points.count, POINTS_LEAST);
	diag_hint(t->diags, "leave it out");
	return false;
}

static int16_t least(int16_t a, int16_t b)
{
	return a < b ? a : b;
}

static int16_t most(int16_t a, int16_t b)
{
	return a > b ? a : b;
}

static Outline outline_of(const Tracing *t)
{
	LandPoint *points = ARENA_ARRAY(t->a, t->points.count, LandPoint);
	memcpy(points, t->points.items, (size_t)t->points.count * sizeof *points);
	Outline outline = {points, t->points.count, points[0], points[0]};
	for (int i = 1; i < outline.count; i++) {
		outline.low.lon = least(outline.low.lon, points[i].lon);
		outline.low.lat = least(outline.low.lat, points[i].lat);
		outline.high.lon = most(outline.high.lon, points[i].lon);
		outline.high.lat = most(outline.high.lat, points[i].lat);
	}
	return outline;
}

static Outlines outlines_read(Tracing *t, const Node *node)
{
	List found = list_new(t->a, sizeof(Outline));
	const Node *child = node_child(node, "outline");
	for (; child && t->point_count <= POINTS_MOST; child = node_next(child, "outline")) {
		t->points.count = 0;
		if (points_take(t, node_attr(child, "d")))
			*(Outline *)list_add(&found) = outline_of(t);
		else
			t->failed = true;
	}
	if (child) {
		diag_error(t->diags, child->place, DIAG_FILE,
			   "there are more than %d points up to here", POINTS_MOST);
		diag_hint(t->diags, "simplify the outlines: a map on a page is small");
		t->failed = true;
	}
	return (Outlines){found.items, found.count};
}

static void tell_for(Tracing *t, const Attr *attr, bool twice)
{
	diag_error(t->diags, attr->value_place, DIAG_FORM,
		   twice ? "there are two <outlines for=\"%.60s\">"
			 : "for is \"%.60s\", but cannot be",
		   attr->value);
	diag_hint(t->diags, "there is one for the world and one for a region");
	t->failed = true;
}

static void parts_read(Tracing *t, const Node *root, Land *land)
{
	for (const Node *n = node_child(root, "outlines"); n; n = node_next(n, "outlines")) {
		const Attr *attr = node_attr(n, "for");
		bool world = strcmp(attr->value, "world") == 0;
		Outlines *part = world ? &land->world : &land->region;
		if (!world && strcmp(attr->value, "region") != 0)
			tell_for(t, attr, false);
		else if (part->count > 0)
			tell_for(t, attr, true);
		else
			*part = outlines_read(t, n);
	}
	if (t->failed || (land->world.count && land->region.count))
		return;
	diag_error(t->diags, root->place, DIAG_FORM, "<land> lacks <outlines for=\"%s\">",
		   land->world.count ? "region" : "world");
	diag_hint(t->diags, "there is one for the world and one for a region");
	t->failed = true;
}

const Land *land_read(Arena *a, const Source *source, Ingredient *file, Diags *diags)
{
	static const Language language = {"a file of land outlines", "land",
					  "urn:clusterpress:land:1", land_forms};
	const Node *root = xml_read(a, source, file, diags);
	if (root == NULL || !form_check(a, root, &language, diags))
		return NULL;
	Tracing t = {.a = a, .diags = diags, .points = list_new(a, sizeof(LandPoint))};
	Land *land = ARENA_NEW(a, Land);
	land->file = source->path;
	parts_read(&t, root, land);
	return t.failed ? NULL : land;
}
