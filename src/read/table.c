/* SPDX-License-Identifier: MIT */
#include "read/table.h"

#include "base/character.h"
#include "base/list.h"
#include "base/str.h"
#include "read/table_bytes.h"

#include <csv.h>
#include <limits.h>
#include <string.h>

/*
 * libcsv tells what a cell says and not where it stands. So it is given one byte
 * at a time: what it tells is then about the byte that was given last, and a
 * walk alongside knows its line and column.
 */

/* libcsv's state of a parser inside a cell: see the top of libcsv.c. */
enum { INSIDE_CELL = 2 };

typedef struct Parsing {
	Arena *a;
	Diags *diags;
	struct csv_parser parser;
	Table *table;
	TableSpot spot;
	const char *at; /* the byte that is given next */
	bool open;      /* the cell's first byte was seen */
	bool wrong;     /* the row is told of already */
	bool lost;      /* the rest of the line is passed over */
	bool over;      /* nothing more is read */
	bool useless;   /* not only a row is wrong */
	TableCell cell;
	List cells; /* of the row */
	List rows;
	int cell_count;
} Parsing;

static Place place_of(const Parsing *p, const TableCell *cell)
{
	return (Place){p->table->file, cell->line, cell->column};
}

static Place place_here(const Parsing *p)
{
	return (Place){p->table->file, p->spot.line, p->spot.column};
}

static void give_up(Parsing *p, Place place, const char *has, int most, const char *what)
{
	diag_error(p->diags, place, DIAG_FORM, "%s more than %d %s", has, most, what);
	p->over = p->useless = true;
}

static void on_cell(void *text, size_t length, void *who)
{
	Parsing *p = who;
	if (!p->open)
		p->cell = (TableCell){.raw = p->at, .line = p->spot.line, .column = p->spot.column};
	p->cell.text = str_copy_n(p->a, length ? text : "", length);
	p->open = false;
	if (p->over)
		return;
	*(TableCell *)list_add(&p->cells) = p->cell;
	if (p->cells.count > COLUMNS_MOST)
		give_up(p, place_of(p, &p->cell), "this row has", COLUMNS_MOST, "cells");
	else if (++p->cell_count > CELLS_MOST)
		give_up(p, place_of(p, &p->cell), "the table has", CELLS_MOST, "cells");
}

static void head_check(Parsing *p, const TableCell *heads, int index)
{
	const TableCell *head = &heads[index];
	if (head->text[0] == '\0') {
		diag_error(p->diags, place_of(p, head), DIAG_FORM, "column %d has no name",
			   index + 1);
		diag_hint(p->diags, "write its name into the first row, or take the column out");
		p->useless = true;
		return;
	}
	for (int i = 0; i < index; i++)
		if (str_equal(heads[i].text, head->text)) {
			diag_error(p->diags, place_of(p, head), DIAG_FORM,
				   "two columns are called \"%s\": the other is column %d",
				   str_shown(p->a, head->text), i + 1);
			p->useless = true;
			return;
		}
}

static TableCell *cells_copy(Parsing *p)
{
	TableCell *cells = ARENA_ARRAY(p->a, p->cells.count, TableCell);
	memcpy(cells, p->cells.items, (size_t)p->cells.count * sizeof *cells);
	return cells;
}

static void head_take(Parsing *p)
{
	TableCell *heads = cells_copy(p);
	p->useless = p->useless || p->wrong;
	for (int i = 0; i < p->cells.count; i++) {
		heads[i].text = str_fold(p->a, heads[i].text);
		head_check(p, heads, i);
	}
	p->table->heads = heads;
	p->table->column_count = p->cells.count;
}

static void row_take(Parsing *p)
{
	int columns = p->table->column_count;
	if (p->cells.count != columns && !p->wrong) {
		const TableCell *first = list_at(&p->cells, 0);
		diag_error(p->diags, place_of(p, first), DIAG_FORM,
			   "this row has %d cell%s, and the first row names %d column%s",
			   p->cells.count, p->cells.count == 1 ? "" : "s", columns,
			   columns == 1 ? "" : "s");
		diag_hint(p->diags, p->cells.count < columns
					? "is a delimiter missing, or a quotation mark too many?"
					: "does a cell hold the delimiter? Then put the cell "
					  "between quotation marks");
	}
	if (p->cells.count != columns || p->wrong)
		p->table->broken++;
	else
		((TableRow *)list_add(&p->rows))->cells = cells_copy(p);
}

static void on_row(int ended_by, void *who)
{
	Parsing *p = who;
	(void)ended_by;
	if (p->cells.count > 0 && !p->over) {
		if (p->table->heads)
			row_take(p);
		else
			head_take(p);
	}
	p->cells.count = 0;
	p->wrong = false;
}

static void quote_tell(Parsing *p)
{
	if (p->parser.quoted) {
		diag_error(p->diags, place_here(p), DIAG_FORM,
			   "there is text behind the quotation mark that closes this cell");
		diag_hint(p->diags, "a quotation mark inside a cell is written twice");
	} else {
		diag_error(p->diags, place_here(p), DIAG_FORM,
			   "a quotation mark stands in the middle of a cell");
		diag_hint(p->diags, "put the cell between quotation marks and write this one "
				    "twice; or, when they are signs like any other in this "
				    "table, write quote=\"no\" in the map");
	}
	p->wrong = true;
}

/* Gives libcsv the next byte. Behind one that it will not have the rest of the line is passed over:
 * which quotation marks in it open and which close, nobody knows. */
static void byte_give(Parsing *p)
{
	int before = p->parser.pstate;
	p->lost = p->lost && *p->at != '\n' && *p->at != '\r';
	if (p->lost)
		return;
	if (csv_parse(&p->parser, p->at, 1, on_cell, on_row, p) == 0) {
		if (csv_error(&p->parser) != CSV_EPARSE)
			die("libcsv: %s", csv_strerror(csv_error(&p->parser)));
		quote_tell(p);
		p->lost = true;
	}
	if (p->parser.pstate != INSIDE_CELL || before >= INSIDE_CELL)
		return;
	p->open = true;
	p->cell = (TableCell){.raw = p->at, .line = p->spot.line, .column = p->spot.column};
	if (p->parser.quoted) {
		p->cell.quoted = true;
		p->cell.raw++;
		p->cell.column++;
	}
}

/* XML would take it, but no record may have it (base/character.h). */
static void meaning_check(Parsing *p)
{
	const char *behind = p->at;
	uint32_t code = str_next(&behind);
	if (character_fault(code) == CHARACTER_GOOD)
		return;
	diag_error(p->diags, place_here(p), DIAG_FORM,
		   "there is a character here (U+%04X) whose meaning nobody can know",
		   (unsigned)code);
	diag_hint(p->diags, "write the character that it stands for, or take it out");
	p->wrong = true;
}

/* XML has no room for them, not even as references. */
static void control_check(Parsing *p)
{
	unsigned char c = (unsigned char)*p->at;
	bool end = str_starts(p->at, "\xef\xbf\xbe") || str_starts(p->at, "\xef\xbf\xbf");
	enum { LEAST = 0xee }; /* the first byte of U+E000 */
	if ((c >= ' ' && !end) || c == '\t' || c == '\n' || c == '\r') {
		if (c >= LEAST)
			meaning_check(p);
		return;
	}
	diag_error(p->diags, place_here(p), DIAG_FORM,
		   "there is a control character here (U+%04X), which no text may hold",
		   end ? 0xffc0u | ((unsigned)p->at[2] & 0x3fu) : c);
	diag_hint(p->diags, "take it out");
	p->wrong = true;
}

static void cell_unclosed(Parsing *p)
{
	Place place = place_of(p, &p->cell);
	place.column--;
	diag_error(p->diags, place, DIAG_FORM, "this quotation mark is never closed");
	diag_hint(p->diags, "write it again where the cell ends; or, when they are signs like any "
			    "other in this table, write quote=\"no\" in the map");
	p->wrong = true;
}

static void parse(Parsing *p, Bytes bytes, TableForm form)
{
	if (csv_init(&p->parser, CSV_STRICT) != 0)
		die("libcsv cannot be set up");
	csv_set_blk_size(&p->parser, 1 << 12);
	csv_set_delim(&p->parser, (unsigned char)form.delimiter);
	csv_set_quote(&p->parser, form.plain ? '\0' : '"');
	const char *end = (const char *)bytes.at + bytes.length;
	for (; p->at < end && !p->over; p->at++) {
		control_check(p);
		byte_give(p);
		table_step(&p->spot, *p->at);
		if (p->parser.entry_pos > CELL_BYTES) {
			give_up(p, place_of(p, &p->cell), "this cell has", CELL_BYTES, "bytes");
			if (p->cell.quoted)
				diag_hint(p->diags,
					  "is the quotation mark missing that closes it?");
		}
	}
	/* Behind a quotation mark that may be the closing one the state is another. */
	if (!p->over && p->parser.pstate == INSIDE_CELL && p->parser.quoted)
		cell_unclosed(p);
	csv_fini(&p->parser, on_cell, on_row, p);
	csv_free(&p->parser);
}

static char delimiter_of(const char *file)
{
	const char *dot = strrchr(file, '.');
	bool tabs = dot && (strcmp(dot, ".tsv") == 0 || strcmp(dot, ".tab") == 0 ||
			    strcmp(dot, ".txt") == 0);
	return tabs ? '\t' : ',';
}

/* One column whose name holds what delimits others: then it is the map that is wrong. */
static void delimiter_check(Parsing *p, TableForm form)
{
	const Table *table = p->table;
	static const struct {
		char sign;
		const char *name;
	} others[] = {{'\t', "tab"}, {';', "semicolon"}, {',', "comma"}, {'|', "bar"}};
	for (size_t i = 0; table->column_count == 1 && i < sizeof others / sizeof *others; i++) {
		const TableCell *head = &table->heads[0];
		const char *sign = strchr(head->raw, others[i].sign);
		const char *end = head->raw + strcspn(head->raw, "\r\n");
		if (others[i].sign == form.delimiter || sign == NULL || sign > end)
			continue;
		diag_error(p->diags, place_of(p, head), DIAG_FORM,
			   "the table has one column only, called \"%s\"",
			   str_shown(p->a, head->text));
		diag_hint(p->diags,
			  "if its cells are delimited otherwise, say so in the map: "
			  "delimiter=\"%s\"",
			  others[i].name);
		p->useless = true;
		return;
	}
}

static const Table *table_made(Parsing *p, TableForm form)
{
	Table *table = p->table;
	table->rows = p->rows.items;
	table->row_count = p->rows.count;
	if (p->useless)
		return NULL;
	if (table->heads && p->rows.count + table->broken > 0) {
		delimiter_check(p, form);
		return p->useless ? NULL : table;
	}
	diag_error(p->diags, (Place){table->file, 1, 1}, DIAG_FORM,
		   table->heads ? "the table has a row of names and no other row"
				: "the table is empty");
	return NULL;
}

const Table *table_load(Arena *a, const Source *source, TableForm form, Diags *diags)
{
	Bytes bytes = file_read(a, source, TABLE_LIMIT, diags);
	if (bytes.at == NULL || !table_bytes_check(source->path, &bytes, diags))
		return NULL;
	if (!form.delimiter)
		form.delimiter = delimiter_of(source->path);
	Parsing p = {.a = a,
		     .diags = diags,
		     .table = ARENA_NEW(a, Table),
		     .at = (const char *)bytes.at,
		     .spot = {.line = 1, .column = 1},
		     .cells = list_new(a, sizeof(TableCell)),
		     .rows = list_new(a, sizeof(TableRow))};
	p.table->file = source->path;
	parse(&p, bytes, form);
	return table_made(&p, form);
}

const char *table_versions(Arena *a)
{
	return str_format(a, "libcsv %d.%d.%d", CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
}
