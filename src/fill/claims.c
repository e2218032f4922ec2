/* SPDX-License-Identifier: MIT */
#include "fill/claims.h"

#include "base/character.h"
#include "base/str.h"

#include <string.h>

/* ISO 19005-3, 6.1.13: no string has more than 32767 bytes; it takes two for most characters. */
enum { SAID_MOST = 16000 };

typedef struct Hearing {
	Diags *diags;
	int level;  /* of the last heading; 0: none yet */
	bool whole; /* no value was missing: what says nothing says so by itself */
	bool heard; /* something on the page is read aloud */
} Hearing;

/* Headings */

static int heading_level(const Element *element)
{
	const char *name = element->name;
	bool heading = element->kind == ELEMENT_TEXT && name[0] == 'h' && name[1] && !name[2];
	return heading ? name[1] - '0' : 0;
}

static void tell_skipped(Hearing *h, const Element *element)
{
	const char *name = element->name;
	const char *style = element->style ? element->style->name : name;
	if (h->level == 0) {
		diag_error(h->diags, element->place, DIAG_LAYOUT,
			   "the first heading of the page is an %s, but headings begin with an h1",
			   name);
		diag_hint(h->diags,
			  "write <h1 style=\"%s\">, which looks the same; or let an <h1> "
			  "stand before it",
			  style);
		return;
	}
	diag_error(h->diags, element->place, DIAG_LAYOUT,
		   "this %s follows an h%d: a level of headings is skipped", name, h->level);
	diag_hint(h->diags,
		  "write <h%d style=\"%s\">, which looks the same: who hears the page goes "
		  "from heading to heading by their levels",
		  h->level + 1, style);
}

static bool text_speaks(const Box *box)
{
	bool speaks = character_speaks(box->words.text);
	for (int i = 0; i < box->element->short_count; i++)
		speaks = speaks && character_speaks(box->shorts[i].text);
	return speaks;
}

static void heading_hear(Hearing *h, const Box *box)
{
	const Element *element = box->element;
	int level = heading_level(element);
	if (level > h->level + 1)
		tell_skipped(h, element);
	h->level = level;
	if (!h->whole || text_speaks(box))
		return;
	diag_error(h->diags, element->place, DIAG_LAYOUT,
		   "this %s is a heading without words for this record", element->name);
	diag_hint(h->diags, "say with when=\"…\" which records it stands for");
}

/* Figures */

/* Characters beyond U+FFFF count twice. */
static int characters_count(const char *text)
{
	int count = 0;
	while (*text)
		count += str_next(&text) > 0xffff ? 2 : 1;
	return count;
}

/* `own`: the words of the layout, if it has any of its own. */
static void alt_hear(Hearing *h, const char *alt, const char *name, const Pattern *own, Place place)
{
	int count = alt ? characters_count(alt) : 0;
	Place at = own ? own->place : place;
	h->heard = true;
	if (count > SAID_MOST) {
		diag_error(h->diags, at, DIAG_LAYOUT,
			   "the alternative text of this %s has %d characters, but a PDF can hold "
			   "%d of them",
			   name, count, SAID_MOST);
		diag_hint(h->diags, "let an <alt> in it say less, or let it show less");
	}
	if (!h->whole || (alt && character_speaks(alt)))
		return;
	diag_error(h->diags, at, DIAG_LAYOUT,
		   "these words say nothing of this record, but the %s needs some", name);
	diag_hint(h->diags,
		  own ? "let some of them stand outside of the braces"
		      : "see the common text \"%s-alt\", or write an <alt> in it",
		  name);
}

static void figure_hear(Hearing *h, const Box *box)
{
	const Element *e = box->element;
	bool figure = box->ladder || box->donut || box->icons || box->locator || box->chart ||
		      e->kind == ELEMENT_IMAGE || e->kind == ELEMENT_ICON;
	if (figure)
		alt_hear(h, box->alt, e->name, e->alt, e->place);
}

/* Tables */

static bool row_is_named(const TableBox *table, int row)
{
	const TableSpec *spec = table->spec;
	for (int c = 0; c < spec->column_count; c++)
		if (spec->columns[c].row_header &&
		    character_speaks(table->cells[row * spec->column_count + c].words.text))
			return true;
	return false;
}

/* Where each row has a name, a cell is known by that. */
static bool rows_are_named(const TableBox *table)
{
	for (int row = 0; row < table->row_count; row++)
		if (!row_is_named(table, row))
			return false;
	return true;
}

static int heads_count(const TableBox *table)
{
	int count = 0;
	for (int c = 0; c < table->spec->column_count; c++)
		count += character_speaks(table->head[c].text);
	return count;
}

static void heads_hear(Hearing *h, const Element *element, const TableBox *table)
{
	const TableSpec *spec = table->spec;
	int heads = heads_count(table);
	if (heads == spec->column_count || rows_are_named(table))
		return;
	for (int c = 0; heads > 0 && c < spec->column_count; c++) {
		if (character_speaks(table->head[c].text))
			continue;
		diag_error(h->diags, spec->columns[c].place, DIAG_LAYOUT,
			   "this column has no head, and nothing names each row of its table");
		diag_hint(h->diags,
			  "write head=\"…\"; or scope=\"row\" on the column whose words name "
			  "the row");
	}
	if (heads > 0)
		return;
	diag_error(h->diags, element->place, DIAG_LAYOUT,
		   "this table has no heads: nothing names its columns or its rows");
	diag_hint(h->diags,
		  "write scope=\"row\" on the column whose words name the row, or head=\"…\" "
		  "on each column");
}

static void cell_hear(Hearing *h, const Column *column, const Cell *cell)
{
	if (cell->spark)
		alt_hear(h, cell->spark->alt, "sparkline", column->spark->alt, column->place);
	if (!cell->has_bar || character_speaks(cell->words.text))
		return;
	diag_error(
	    h->diags, column->place, DIAG_LAYOUT,
	    "a bar in this column has no words beside it, so who cannot see it learns nothing");
	diag_hint(h->diags, "let the column say its value, as it does without words of its own");
}

static void table_hear(Hearing *h, const Element *element, const TableBox *table)
{
	int count = table->row_count * table->spec->column_count;
	h->heard = true;
	if (!h->whole)
		return;
	heads_hear(h, element, table);
	for (int i = 0; i < count; i++)
		cell_hear(h, &table->spec->columns[i % table->spec->column_count],
			  &table->cells[i]);
}

/* The page */

static void box_hear(Hearing *h, const Box *box)
{
	if (box->element->decor.artifact)
		return;
	if (heading_level(box->element) > 0)
		heading_hear(h, box);
	if (box->element->kind == ELEMENT_TEXT)
		h->heard = h->heard || character_speaks(box->words.text);
	figure_hear(h, box);
	if (box->table)
		table_hear(h, box->element, box->table);
	for (const Box *kid = box->first; kid; kid = kid->next)
		box_hear(h, kid);
}

static void title_hear(Hearing *h, const Story *story)
{
	int count = characters_count(story->title);
	bool speaks = character_speaks(story->title);
	if (speaks && count <= SAID_MOST)
		return;
	diag_error(h->diags, story->layout->title->place, DIAG_LAYOUT,
		   speaks ? "the document's title is longer than a PDF can hold"
			  : "the document's title says nothing of this record");
	diag_hint(h->diags,
		  "it is what a reader's window and a list of files show: the record's name "
		  "will do");
}

void claims_check(const Speaker *speaker, const Story *story)
{
	Hearing h = {.diags = speaker->diags, .whole = !speaker->failed};
	if (h.whole)
		title_hear(&h, story);
	box_hear(&h, story->body);
	if (story->foot)
		box_hear(&h, story->foot);
	if (!h.whole || h.heard)
		return;
	diag_error(h.diags, story->body->element->place, DIAG_LAYOUT,
		   "nothing on this page is read aloud: it is empty, or all of it is furniture");
	diag_hint(h.diags,
		  "take out artifact=\"yes\" where something is said, or leave the record out "
		  "of the edition");
}
