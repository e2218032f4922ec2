/* SPDX-License-Identifier: MIT */
#include "write/pdf_heads.h"

typedef struct Heading {
	const Page *page;
	CellHeads *heads;
	int *columns; /* the head of each column of the table in hand; -1: none */
	int column_count;
} Heading;

/* The first tag behind `after` that stands in `parent`; -1: there is none. */
static int kid_next(const Page *page, int parent, int after)
{
	for (int i = after + 1; i < page->tag_count; i++)
		if (page->tags[i].parent == parent)
			return i;
	return -1;
}

static int kid_first(const Page *page, int parent)
{
	return kid_next(page, parent, parent);
}

/* How many columns a cell stands across. */
static int cell_span(const Tag *cell)
{
	return cell->col_span > 1 ? cell->col_span : 1;
}

static void columns_read(Heading *h, int head)
{
	int row = kid_first(h->page, head), column = 0;
	if (row < 0)
		return;
	for (int cell = kid_first(h->page, row); cell >= 0; cell = kid_next(h->page, row, cell)) {
		const Tag *tag = &h->page->tags[cell];
		for (int i = 0; i < cell_span(tag); i++)
			h->columns[column++] = tag->kind == TAG_TH ? cell : -1;
	}
	h->column_count = column;
}

/* The head across all columns with which a body begins; -1: it has none. */
static int group_of(const Page *page, int body)
{
	int row = kid_first(page, body);
	int cell = row < 0 ? -1 : kid_first(page, row);
	bool heads =
	    cell >= 0 && page->tags[cell].kind == TAG_TH && page->tags[cell].scope == SCOPE_COLUMN;
	return heads ? cell : -1;
}

static int row_head(const Page *page, int row)
{
	for (int cell = kid_first(page, row); cell >= 0; cell = kid_next(page, row, cell))
		if (page->tags[cell].scope == SCOPE_ROW)
			return cell;
	return -1;
}

static void head_name(Heading *h, int cell, int head)
{
	if (head < 0)
		return;
	h->heads[cell].tags[h->heads[cell].count++] = head;
	h->heads[head].named = true;
}

static void row_name(Heading *h, int row, int group)
{
	int column = 0, own = row_head(h->page, row);
	for (int cell = kid_first(h->page, row); cell >= 0; cell = kid_next(h->page, row, cell)) {
		const Tag *tag = &h->page->tags[cell];
		if (tag->kind == TAG_TD && cell_span(tag) == 1) {
			head_name(h, cell, column < h->column_count ? h->columns[column] : -1);
			head_name(h, cell, group);
			head_name(h, cell, own);
		}
		column += cell_span(tag);
	}
}

static void table_name(Heading *h, int table)
{
	h->column_count = 0;
	for (int part = kid_first(h->page, table); part >= 0;
	     part = kid_next(h->page, table, part)) {
		if (h->page->tags[part].kind == TAG_THEAD)
			columns_read(h, part);
		int group = h->page->tags[part].kind == TAG_TBODY ? group_of(h->page, part) : -1;
		int row = group < 0 ? -1 : kid_first(h->page, part);
		for (; row >= 0; row = kid_next(h->page, part, row))
			row_name(h, row, group);
	}
}

const CellHeads *heads_find(Arena *a, const Page *page)
{
	Heading h = {page, ARENA_ARRAY(a, page->tag_count + 1, CellHeads), NULL, 0};
	int columns = 0;
	for (int i = 0; i < page->tag_count; i++)
		columns += cell_span(&page->tags[i]);
	h.columns = ARENA_ARRAY(a, columns + 1, int);
	for (int i = 0; i < page->tag_count; i++)
		if (page->tags[i].kind == TAG_TABLE)
			table_name(&h, i);
	return h.heads;
}
