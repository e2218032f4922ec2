/* SPDX-License-Identifier: MIT */
#include "fill/fill_locator.h"

#include "base/str.h"
#include "fill/alt.h"
#include "fill/message.h"
#include "fill/rounding.h"

enum { LAT_MOST = 90, LON_MOST = 180 };

/* A number of degrees up to ±most. */
static bool degrees_find(Speaker *speaker, const Expr *path, const Standing *at, int most,
			 Datum *datum, Decimal *out)
{
	if (!datum_find(speaker, path, at, datum) || !datum_number(speaker, datum, out))
		return false;
	if (*out >= -most * (Decimal)DECIMAL_ONE && *out <= most * (Decimal)DECIMAL_ONE)
		return true;
	Diags *diags = speaker_trouble(speaker);
	bool lat = most == LAT_MOST;
	diag_error(diags, datum_place(datum), DIAG_DATA,
		   "%s is %s, but a %s lies between -%d and %d", datum->name, datum->text,
		   lat ? "latitude" : "longitude", most, most);
	diag_hint(diags,
		  "write degrees %s as a decimal number; look whether latitude and longitude "
		  "are swapped",
		  lat ? "north (south: negative)" : "east (west: negative)");
	return false;
}

/* The degrees without their sign, and to which side they count. */
static void alt_degrees(Arena *a, Node *node, const char *name, const char *side, Decimal value,
			const char *digits, const char *positive, const char *negative)
{
	alt_attr(a, node, name, digits + (*digits == '-'));
	alt_attr(a, node, side, value < 0 ? negative : positive);
}

static bool fill_place(Speaker *speaker, LocatorBox *locator, const Standing *at, Node *node)
{
	Arena *a = speaker->arena;
	const LocatorSpec *spec = locator->spec;
	Datum lat, lon;
	bool has_lat = degrees_find(speaker, spec->lat, at, LAT_MOST, &lat, &locator->lat);
	bool has_lon = degrees_find(speaker, spec->lon, at, LON_MOST, &lon, &locator->lon);
	if (!has_lat || !has_lon)
		return false;
	locator->known = true;
	locator->lat_origin = lat.origin;
	locator->lon_origin = lon.origin;
	const Basis *both = basis_together(a, lat.origin.basis, lon.origin.basis);
	locator->lat_origin.basis = locator->lon_origin.basis = both;
	if (spec->label)
		locator->label = message_say(speaker, spec->label, spec->style, at);
	rounding_print(speaker, &lat);
	rounding_print(speaker, &lon);
	alt_attr(a, node, "label", locator->label.text);
	alt_degrees(a, node, "lat", "ns", locator->lat, lat.text, "north", "south");
	alt_degrees(a, node, "lon", "ew", locator->lon, lon.text, "east", "west");
	if (spec->across > 0)
		alt_attr(a, node, "across", str_format(a, "%d", spec->across));
	return true;
}

static bool is_missing(Speaker *speaker, const Expr *path, const Standing *at)
{
	return path && path->kind == EXPR_PATH && path_select(speaker->arena, path, at).count == 0;
}

const LocatorBox *fill_locator(Speaker *speaker, const Element *element, const Standing *at,
			       const char **alt)
{
	const LocatorSpec *spec = element->locator;
	bool unknown = is_missing(speaker, spec->lat, at) && is_missing(speaker, spec->lon, at);
	if (unknown && !spec->placeholder)
		return NULL;
	Node *node = alt_node(speaker->arena, element->name, element->place);
	LocatorBox *locator = ARENA_NEW(speaker->arena, LocatorBox);
	locator->spec = spec;
	if (unknown) {
		locator->placeholder =
		    message_say(speaker, spec->placeholder, spec->placeholder_style, at);
		alt_attr(speaker->arena, node, "placeholder", locator->placeholder.text);
	} else if (!fill_place(speaker, locator, at, node)) {
		return NULL;
	}
	*alt = alt_text(speaker, element, node);
	return locator;
}
