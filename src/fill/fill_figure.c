/* SPDX-License-Identifier: MIT */
#include "fill/fill_figure.h"

#include "base/str.h"
#include "fill/alt.h"
#include "fill/message.h"

#include <inttypes.h>

enum { LADDER_MOST = 1000 };

static bool ladder_number(Speaker *speaker, const Expr *expr, const Standing *at, Datum *datum,
			  int64_t *out)
{
	return datum_find(speaker, expr, at, datum) && datum_whole(speaker, datum, out);
}

/* 1 <= value <= of <= LADDER_MOST. */
static bool ladder_fits(Speaker *speaker, const Datum *value, const Datum *of, int64_t mark,
			int64_t last)
{
	if (last < 1 || last > LADDER_MOST) {
		Diags *diags = speaker_trouble(speaker);
		diag_error(diags, datum_place(of), DIAG_DATA,
			   "%s is %s, but a ladder has 1 to %d rungs", of->name, of->text,
			   LADDER_MOST);
		diag_hint(diags, "correct the value, or leave the ladder out of the layout");
		return false;
	}
	if (mark >= 1 && mark <= last)
		return true;
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, datum_place(value), DIAG_DATA,
		   "%s is %s, but its ladder goes from 1 to %" PRId64, value->name, value->text,
		   last);
	diag_hint(diags, "correct %s, or %s at %s", value->name, of->name,
		  place_text(speaker->arena, datum_place(of)));
	return false;
}

/* What an end says comes from the datum behind the small element, or from none: its first rung is
 * always the 1st. */
static Words ladder_end(Speaker *speaker, Words end, const Origin *of)
{
	Origin *origins = ARENA_ARRAY(speaker->arena, end.origin_count, Origin);
	for (int i = 0; i < end.origin_count; i++) {
		bool is_of = str_equal(end.origins[i].path, "@of");
		origins[i] = end.origins[i];
		origins[i].path = is_of ? of->path : NULL;
		origins[i].data = is_of ? of->data : (Place){0};
		origins[i].basis = is_of ? of->basis : NULL;
	}
	end.origins = origins;
	return end;
}

const LadderBox *fill_ladder(Speaker *speaker, const Element *element, const Standing *at,
			     const char **alt)
{
	Arena *a = speaker->arena;
	const LadderSpec *spec = element->ladder;
	Datum value, of;
	int64_t mark, last;
	bool has_mark = ladder_number(speaker, spec->value, at, &value, &mark);
	bool has_last = ladder_number(speaker, spec->of, at, &of, &last);
	if (!has_mark || !has_last || !ladder_fits(speaker, &value, &of, mark, last))
		return NULL;
	Node *node = alt_node(a, "ladder", element->place);
	alt_datum(speaker, node, "value", &value);
	alt_datum(speaker, node, "of", &of);
	alt_attr(a, node, "first", "1");
	LadderBox *ladder = ARENA_NEW(a, LadderBox);
	*ladder = (LadderBox){.spec = spec, .value = (int)mark, .of = (int)last};
	ladder->origin = value.origin;
	Words first = alt_common(speaker, element, "ladder-first", spec->style, node);
	Words last_end = alt_common(speaker, element, "ladder-last", spec->style, node);
	ladder->first = ladder_end(speaker, first, &of.origin);
	ladder->last = ladder_end(speaker, last_end, &of.origin);
	*alt = alt_text(speaker, element, node);
	return ladder;
}

const DonutBox *fill_donut(Speaker *speaker, const Element *element, const Standing *at,
			   const char **alt)
{
	Arena *a = speaker->arena;
	const DonutSpec *spec = element->donut;
	DonutBox *donut = ARENA_NEW(a, DonutBox);
	Datum value;
	donut->spec = spec;
	donut->text = message_say(speaker, spec->text, spec->style, at);
	if (!datum_find(speaker, spec->value, at, &value) ||
	    !datum_number(speaker, &value, &donut->value))
		return NULL;
	if (donut->value < 0 || donut->value > (Decimal)100 * DECIMAL_ONE) {
		Diags *diags = speaker_trouble(speaker);
		diag_error(diags, datum_place(&value), DIAG_DATA,
			   "%s is %s, but a percentage lies between 0 and 100", value.name,
			   value.text);
		diag_hint(diags, "write per cent: 31 for 31 %%");
		return NULL;
	}
	donut->origin = value.origin;
	Node *node = alt_node(a, "donut", element->place);
	alt_datum(speaker, node, "value", &value);
	*alt = alt_text(speaker, element, node);
	return donut;
}
