/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_tags.h: the page's tag tree as PDF's structure tree (ISO 32000-1, 14.7 and 14.8).
 *
 * Each stretch of painting that belongs to one tag is marked with a number,
 * counted in the order of painting. The tree names its marks by these numbers,
 * and the parent tree leads from a number back to its element. Readers go by
 * the tree, so its order is the order of reading.
 */
#include "base/list.h"
#include "model/page.h"
#include "write/pdf_file.h"

typedef struct Marks {
	const Page *page;
	List tags;  /* int: the tag of each marked stretch */
	List links; /* MarkedLink, in the order of painting */
} Marks;

/* A link's annotation: its element names it, and it names its element by its key in the parent tree. */
typedef struct MarkedLink {
	const Draw *draw;
	int number; /* of the annotation's object; 0: not written yet */
} MarkedLink;

/* No stretch is marked yet. */
Marks marks_new(Arena *a, const Page *page);
/* Marks a stretch as the tag's; its number on the page. */
int marks_add(Marks *marks, int tag);

void marks_link(Marks *marks, const Draw *draw);
/* The key of a link in the parent tree: nought is the page's. */
int marks_link_key(int link);

/* Writes the tree, and names it in the catalog and the page. */
void tags_write(PdfFile *file, const Marks *marks);
