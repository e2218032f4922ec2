/* SPDX-License-Identifier: MIT */
#include "read/row_parts.h"

#include "base/str.h"
#include "read/cell.h"

#include <string.h>

/* A list has no end in a table that lost its line ends. */
enum { ITEMS_MOST = 1000 };

void row_fail(RowReading *r, Place place, const char *message)
{
	diag_error(r->diags, place, DIAG_DATA, "%s", message);
	r->failed = true;
}

Place row_place(const RowReading *r)
{
	TableWalk walk = table_walk(&r->row->cells[0]);
	return table_walk_to(r->reader->table, &walk, walk.text);
}

/* "share is "x", but a number is expected here" */
static void tell_expected(RowReading *r, const Snip *snip, const char *expected)
{
	row_fail(r, snip->place,
		 str_format(r->a, "%s is \"%s\", but %s is expected here", snip->what,
			    str_shown(r->a, snip->text), expected));
}

/* The bytes of the blank that stands at `s`; 0: none. A no-break space at an end is one, too. */
static size_t blank_length(const char *s, size_t room)
{
	if (room > 0 && str_is_space(*s))
		return 1;
	return room > 1 && strncmp(s, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* The same for the blank that ends behind `length` bytes. */
static size_t blank_before(const char *s, size_t length)
{
	size_t narrow = length > 0 ? blank_length(s + length - 1, 1) : 0;
	return narrow || length < 2 ? narrow : blank_length(s + length - 2, 2) & 2u;
}

static bool is_blank_word(const Map *map, const char *text)
{
	for (const char *const *word = map->blanks; *word; word++)
		if (strcmp(*word, text) == 0)
			return true;
	return text[0] == '\0';
}

/* `length` bytes of a cell from `from` on, which the walk has not passed. */
static Snip snip_of(RowReading *r, TableWalk *walk, const char *from, size_t length,
		    const char *what)
{
	for (size_t blank; (blank = blank_length(from, length)) > 0; length -= blank)
		from += blank;
	for (size_t blank; (blank = blank_before(from, length)) > 0;)
		length -= blank;
	const char *text = str_fold(r->a, str_copy_n(r->a, from, length));
	Place place = table_walk_to(r->reader->table, walk, from);
	return (Snip){.text = is_blank_word(r->reader->map, text) ? NULL : text,
		      .place = place,
		      .walk = *walk,
		      .length = length,
		      .what = what};
}

static Snip column_snip(RowReading *r, int column)
{
	const RowReader *reader = r->reader;
	Snip *snip = &r->cells[column];
	if (snip->what)
		return *snip;
	TableWalk walk = table_walk(&r->row->cells[reader->columns[column]]);
	const char *name = str_shown(r->a, reader->map->columns[column].name);
	*snip = snip_of(r, &walk, walk.text, strlen(walk.text), name);
	return *snip;
}

static Snip snip_find(RowReading *r, CellRef ref)
{
	if (ref.kind == REF_COLUMN)
		return column_snip(r, ref.number);
	if (ref.kind == REF_ITEM)
		return r->item;
	return ref.number <= r->part_count ? r->parts[ref.number - 1]
					   : (Snip){.place = r->item.place};
}

/* The row's own sample of how its numbers are written. */
static void marks_take(RowReading *r)
{
	int column = r->reader->map->marks_column;
	if (column < 0)
		return;
	Snip snip = column_snip(r, column);
	if (!snip.text || marks_read(r->a, snip.text, &r->marks))
		return;
	tell_expected(r, &snip, "a sample of a number");
	diag_hint(r->diags, "%s", marks_hint);
}

RowReading row_begin(Arena *a, const RowReader *reader, const TableRow *row, Diags *diags)
{
	RowReading r = {.a = a,
			.reader = reader,
			.row = row,
			.diags = diags,
			.marks = reader->map->marks,
			.cells = ARENA_ARRAY(a, reader->map->column_count, Snip)};
	if (diags)
		marks_take(&r);
	return r;
}

static bool test_holds(RowReading *r, const MapTest *test)
{
	const char *text = snip_find(r, test->ref).text;
	bool holds = test->word ? text && strcmp(text, test->word) == 0 : text != NULL;
	return holds != test->negated;
}

bool row_condition(RowReading *r, const MapCondition *condition)
{
	bool any = false, all = true;
	for (int i = 0; condition && i < condition->count; i++) {
		const MapTest *test = &condition->tests[i];
		if (test->otherwise) {
			any = any || all;
			all = true;
		}
		all = all && test_holds(r, test);
	}
	return any || all;
}

/* What the cell of a piece says; NULL: nothing, or what was told. */
static const char *cell_words(RowReading *r, const MapPiece *piece, const Snip *snip)
{
	if (!snip->text)
		return NULL;
	CellFault fault = {0};
	const Marks *marks = piece->marks.sample ? &piece->marks : &r->marks;
	const char *words = cell_say(r->a, snip->text, piece->format, marks, &fault);
	if (words)
		return words;
	tell_expected(r, snip, fault.expected);
	if (fault.hint)
		diag_hint(r->diags, "%s", fault.hint);
	return NULL;
}

/* Adds what a piece says; false when that is nothing. */
static bool piece_say(RowReading *r, const MapPiece *piece, Said *said, StrBuf *text)
{
	const char *words = piece->words;
	if (piece->when) {
		if (!row_condition(r, piece->when))
			return false;
		said->known = true;
	} else if (!words) {
		Snip snip = snip_find(r, piece->ref);
		words = cell_words(r, piece, &snip);
		if (words && said->place.file != snip.place.file)
			said->place = snip.place;
		said->known = said->known || words;
	}
	if (words)
		strbuf_add(text, words);
	return words != NULL;
}

Said row_say(RowReading *r, const MapText *text)
{
	Said said = {.place = text->place};
	StrBuf all = {.arena = r->a};
	bool whole = true;
	for (int i = 0; i < text->count; i++)
		whole = piece_say(r, &text->pieces[i], &said, &all) && whole;
	if (whole)
		said.text = strbuf_text(&all);
	else
		said.known = false;
	r->size += all.length;
	return said;
}

List row_items(RowReading *r, const MapList *list)
{
	List items = list_new(r->a, sizeof(Snip));
	Snip whole = snip_find(r, list->cell);
	const char *from = whole.walk.text, *end = from + whole.length;
	size_t step = strlen(list->split);
	r->size += whole.length;
	while (whole.text && from <= end) {
		const char *stop = strstr(from, list->split);
		if (!stop || stop > end)
			stop = end;
		Snip item = snip_of(r, &whole.walk, from, (size_t)(stop - from), whole.what);
		if (items.count == ITEMS_MOST) {
			row_fail(
			    r, item.place,
			    str_format(r->a, "%s has more than %d items", whole.what, ITEMS_MOST));
			break;
		}
		if (item.text)
			*(Snip *)list_add(&items) = item;
		from = stop + step;
	}
	return items;
}

/* What the map does not ask for would be lost without a word. */
static void parts_check(RowReading *r, const MapList *list)
{
	for (int i = list->parts_most; i < r->part_count; i++)
		if (r->parts[i].text) {
			row_fail(r, r->parts[i].place,
				 str_format(r->a,
					    "this item of %s has a part %d, \"%s\", and the map "
					    "takes %d",
					    r->item.what, i + 1, str_shown(r->a, r->parts[i].text),
					    list->parts_most));
			return;
		}
}

void row_item(RowReading *r, const MapList *list, const Snip *item)
{
	List parts = list_new(r->a, sizeof(Snip));
	r->item = *item;
	r->part_count = 0;
	if (!list->parts)
		return;
	TableWalk walk = item->walk;
	const char *from = walk.text, *end = from + item->length;
	size_t step = strlen(list->parts);
	while (from <= end && parts.count < ITEMS_MOST) {
		const char *stop = strstr(from, list->parts);
		if (!stop || stop > end)
			stop = end;
		const char *what = str_format(r->a, "part %d of %s", parts.count + 1, item->what);
		Snip part = snip_of(r, &walk, from, (size_t)(stop - from), what);
		*(Snip *)list_add(&parts) = part;
		from = stop + step;
	}
	r->parts = parts.items;
	r->part_count = parts.count;
	parts_check(r, list);
}
