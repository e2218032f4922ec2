/* SPDX-License-Identifier: MIT */
#include "fill/fill_icon_array.h"

#include "base/str.h"
#include "fill/alt.h"
#include "fill/message.h"

/* How many icons there are. */
static bool of_find(Speaker *speaker, const IconArraySpec *spec, const Standing *at, int *out)
{
	Datum of;
	int64_t count;
	*out = spec->of_count;
	if (!spec->of)
		return true;
	if (!datum_find(speaker, spec->of, at, &of) || !datum_whole(speaker, &of, &count))
		return false;
	*out = (int)count;
	if (count >= 1 && count <= ICONS_MOST)
		return true;
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, datum_place(&of), DIAG_DATA, "%s is %s, but there may be 1 to %d icons",
		   of.name, of.text, ICONS_MOST);
	diag_hint(diags, "correct the value, or write of=\"100\" and show per cent");
	return false;
}

static bool value_find(Speaker *speaker, const IconArraySpec *spec, const Standing *at,
		       IconArrayBox *icons, Datum *value)
{
	if (!datum_find(speaker, spec->value, at, value) ||
	    !datum_number(speaker, value, &icons->value))
		return false;
	if (icons->value >= 0 && icons->value <= icons->of * (Decimal)DECIMAL_ONE)
		return true;
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, datum_place(value), DIAG_DATA,
		   "%s is %s, but there are %d icons to show it with", value->name, value->text,
		   icons->of);
	diag_hint(diags,
		  "a value lies between 0 and %d; correct it, or say another number in "
		  "of=\"…\" at %s",
		  icons->of, place_text(speaker->arena, spec->value->place));
	return false;
}

static bool is_missing(Speaker *speaker, const Expr *path, const Standing *at)
{
	return path && path->kind == EXPR_PATH && path_select(speaker->arena, path, at).count == 0;
}

static const IconArrayBox *fill_nothing(Speaker *speaker, const Element *element,
					const Standing *at, const char **alt)
{
	const IconArraySpec *spec = element->icons;
	IconArrayBox *icons = ARENA_NEW(speaker->arena, IconArrayBox);
	Node *node = alt_node(speaker->arena, element->name, element->place);
	*icons = (IconArrayBox){.spec = spec, .of = spec->of_count};
	icons->placeholder = message_say(speaker, spec->placeholder, spec->placeholder_style, at);
	alt_attr(speaker->arena, node, "placeholder", icons->placeholder.text);
	*alt = alt_text(speaker, element, node);
	return icons;
}

const IconArrayBox *fill_icon_array(Speaker *speaker, const Element *element, const Standing *at,
				    const char **alt)
{
	Arena *a = speaker->arena;
	const IconArraySpec *spec = element->icons;
	Datum value;
	if (spec->placeholder && is_missing(speaker, spec->value, at))
		return fill_nothing(speaker, element, at, alt);
	IconArrayBox *icons = ARENA_NEW(a, IconArrayBox);
	*icons = (IconArrayBox){.spec = spec, .known = true};
	if (!of_find(speaker, spec, at, &icons->of) ||
	    !value_find(speaker, spec, at, icons, &value))
		return NULL;
	icons->origin = value.origin;
	Node *node = alt_node(a, element->name, element->place);
	alt_datum(speaker, node, "value", &value);
	if (spec->figure)
		alt_attr(a, node, "figure", message_say(speaker, spec->figure, NULL, at).text);
	alt_attr(a, node, "of", str_format(a, "%d", icons->of));
	*alt = alt_text(speaker, element, node);
	return icons;
}
