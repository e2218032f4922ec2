/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_heads.h: which heads a cell has, where that must be said cell by cell.
 *
 * In a plain table the scope of its heads says it (ISO 32000-1, 14.8.5.7). Where rows stand in
 * groups, each with a head across all columns, looking upwards from a cell ends at the head of
 * its group, so the cells of such a table name their heads: of the column, of the group and of
 * the row (ISO 14289-1, 7.5).
 */
#include "model/page.h"

enum { CELL_HEADS_MOST = 3 };

typedef struct CellHeads {
	int tags[CELL_HEADS_MOST];
	int count;  /* 0: its table need not say them */
	bool named; /* it is a head that cells name */
} CellHeads;

/* One a tag of the page. */
const CellHeads *heads_find(Arena *a, const Page *page);
