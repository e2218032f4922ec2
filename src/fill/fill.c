/* SPDX-License-Identifier: MIT */
#include "fill/fill.h"

#include "fill/alt.h"
#include "fill/claims.h"
#include "fill/fill_axis.h"
#include "fill/fill_chart.h"
#include "fill/fill_figure.h"
#include "fill/fill_icon_array.h"
#include "fill/fill_locator.h"
#include "fill/fill_table.h"
#include "fill/group.h"
#include "fill/message.h"
#include "fill/order.h"

static Box *fill_element(Speaker *speaker, const Element *element, const Standing *at);

/* Boxes one behind the other. */
typedef struct Chain {
	const Box *first;
	Box *last;
} Chain;

static void chain_add(Chain *chain, Box *box)
{
	if (chain->last)
		chain->last->next = box;
	else
		chain->first = box;
	chain->last = box;
}

static void fill_slot(Speaker *speaker, const Element *kid, const Element *slot, const Standing *at,
		      Chain *chain);

static void fill_round(Speaker *speaker, const Element *repeat, const Element *slot,
		       const Standing *at, Chain *chain)
{
	for (const Element *kid = repeat->first; kid; kid = kid->next)
		fill_slot(speaker, kid, slot, at, chain);
}

/* Once for each group, seen from its first node. */
static void fill_groups(Speaker *speaker, const Element *repeat, const Element *slot,
			const FoundList *found, const Standing *at, Chain *chain)
{
	GroupList groups = group_found(speaker, &repeat->repeat->order, *found, at);
	for (int i = 0; i < groups.count && !speaker_is_full(speaker); i++) {
		Standing here = standing_on(at, groups.groups[i].items);
		here.position = i + 1;
		here.group = &groups.groups[i];
		fill_round(speaker, repeat, slot, &here, chain);
	}
}

static void fill_repeat(Speaker *speaker, const Element *repeat, const Element *slot,
			const Standing *at, Chain *chain)
{
	const RepeatSpec *spec = repeat->repeat;
	FoundList found = path_select(speaker->arena, spec->select, at);
	if (!datum_count_fits(speaker, spec->select, &found))
		return;
	found = order_found(speaker, &spec->order, found, at);
	if (spec->order.group) {
		fill_groups(speaker, repeat, slot, &found, at, chain);
		return;
	}
	for (int i = 0; i < found.count && !speaker_is_full(speaker); i++) {
		Standing here = standing_on(at, &found.items[i]);
		fill_round(speaker, repeat, slot, &here, chain);
	}
}

/* Whatever boxes come of one child of the element `slot` stands in. */
static void fill_slot(Speaker *speaker, const Element *kid, const Element *slot, const Standing *at,
		      Chain *chain)
{
	if (kid->kind == ELEMENT_REPEAT) {
		if (path_test(speaker->arena, kid->when, at))
			fill_repeat(speaker, kid, slot, at, chain);
		return;
	}
	Box *box = fill_element(speaker, kid, at);
	if (!box)
		return;
	box->slot = slot;
	chain_add(chain, box);
}

/* The boxes of the children that are there, in their order. */
static const Box *fill_kids(Speaker *speaker, const Element *element, const Standing *at)
{
	Chain chain = {0};
	for (const Element *kid = element->first; kid; kid = kid->next)
		fill_slot(speaker, kid, kid, at, &chain);
	return chain.first;
}

static const Words *fill_shorts(Speaker *speaker, const Element *element, const Standing *at)
{
	Words *shorts = ARENA_ARRAY(speaker->arena, element->short_count, Words);
	for (int i = 0; i < element->short_count; i++)
		shorts[i] = message_say(speaker, element->shorts[i], element->style, at);
	return shorts;
}

/* A mark that says nothing is none. */
static const Words *fill_mark(Speaker *speaker, const Element *element, const Standing *at)
{
	if (!element->mark)
		return NULL;
	Words *mark = ARENA_NEW(speaker->arena, Words);
	*mark = message_say(speaker, element->mark, element->mark_style, at);
	return mark->length > 0 ? mark : NULL;
}

/* Fills the part of the box that belongs to its kind; false when there is nothing to show. */
static bool fill_kind(Speaker *speaker, const Element *element, const Standing *at, Box *box)
{
	switch (element->kind) {
	case ELEMENT_COLUMN:
	case ELEMENT_ROW:
	case ELEMENT_STACK:
	case ELEMENT_COLUMNS:
	case ELEMENT_GRID:
	case ELEMENT_FRAME:
		box->first = fill_kids(speaker, element, at);
		return box->first || !element->first;
	case ELEMENT_TEXT:
		box->words = message_say(speaker, element->text, element->style, at);
		box->shorts = element->short_count ? fill_shorts(speaker, element, at) : NULL;
		box->mark = fill_mark(speaker, element, at);
		return true;
	case ELEMENT_TABLE:
		box->table = fill_table(speaker, element, at);
		box->first = box->table ? fill_kids(speaker, element, at) : NULL;
		return box->table;
	case ELEMENT_LADDER:
		box->ladder = fill_ladder(speaker, element, at, &box->alt);
		return box->ladder;
	case ELEMENT_DONUT:
		box->donut = fill_donut(speaker, element, at, &box->alt);
		return box->donut;
	case ELEMENT_CHART:
		box->chart = fill_chart(speaker, element, at, &box->alt);
		return box->chart;
	case ELEMENT_ICON_ARRAY:
		box->icons = fill_icon_array(speaker, element, at, &box->alt);
		return box->icons;
	case ELEMENT_LOCATOR_MAP:
		box->locator = fill_locator(speaker, element, at, &box->alt);
		return box->locator;
	case ELEMENT_IMAGE:
	case ELEMENT_ICON:
		box->alt = alt_written(speaker, element, at);
		return true;
	case ELEMENT_RULE:
	case ELEMENT_SPACE:
	case ELEMENT_STRETCH:
	case ELEMENT_REPEAT:
		break;
	}
	return true;
}

/* NULL when the element is left out: by its `when`, or because nothing of it is there. */
static Box *fill_element(Speaker *speaker, const Element *element, const Standing *at)
{
	if (!path_test(speaker->arena, element->when, at))
		return NULL;
	Box *box = ARENA_NEW(speaker->arena, Box);
	box->element = element;
	return fill_kind(speaker, element, at, box) ? box : NULL;
}

/* The body is always there, be it empty. */
static const Box *fill_body(Speaker *speaker, const Element *body, const Standing *at)
{
	Box *box = ARENA_NEW(speaker->arena, Box);
	box->element = body;
	box->first = fill_kids(speaker, body, at);
	return box;
}

const Story *fill(Arena *a, const Saying *saying, const Record *record, Diags *diags)
{
	if (!record)
		return NULL;
	Standing at = {record->root, saying->edition->root, 1, NULL, saying->seen, record->history};
	Speaker speaker = {.arena = a, .saying = saying, .diags = diags, .top = &at};
	const Layout *layout = saying->layout;
	Story *story = ARENA_NEW(a, Story);
	story->layout = layout;
	story->language = locale_language(saying->locale);
	story->backwards = locale_is_backwards(saying->locale);
	story->title = message_say(&speaker, layout->title, NULL, &at).text;
	story->file = record->root->place.file;
	story->body = fill_body(&speaker, layout->body, &at);
	story->foot = layout->foot ? fill_element(&speaker, layout->foot, &at) : NULL;
	if (speaker.axes)
		fill_axes(&speaker, story->body, story->foot);
	claims_check(&speaker, story);
	return speaker.failed ? NULL : story;
}
