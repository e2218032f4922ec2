/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_tree.h: the structure tree of a tagged PDF (ISO 32000-1, 14.7): what is
 * read, in its order, and which marked content belongs to what.
 */
#include "pdf/pdf_objects.h"

typedef struct Knot Knot;
struct Knot {
	const char *kind; /* "Figure", "TD" … */
	const Value *alt; /* its alternative text; NULL: none */
	List kids;        /* of Knot */
	List mcids;       /* of int: its own marked content */
	double box[4];    /* left, bottom, right, top; all 0: none is said */
};

static inline void knot_kid(const Pdf *pdf, Knot *knot, const Value *kid);

static inline void knot_kids(const Pdf *pdf, Knot *knot, const Value *kids)
{
	if (kids && kids->kind == VALUE_ARRAY)
		for (int i = 0; i < kids->count; i++)
			knot_kid(pdf, knot, &kids->items[i]);
	else if (kids)
		knot_kid(pdf, knot, kids);
}

static inline void knot_box(const Pdf *pdf, Knot *knot, const Value *attributes)
{
	const Value *first = attributes && attributes->kind == VALUE_ARRAY && attributes->count > 0
				 ? &attributes->items[0]
				 : attributes;
	const Value *box = value_at(first, "BBox");
	for (int i = 0; box && i < 4 && i < box->count; i++)
		knot->box[i] = box->items[i].number;
	if (box && pdf->backwards) {
		double left = knot->box[0];
		knot->box[0] = -knot->box[2];
		knot->box[2] = -left;
	}
}

static inline void knot_kid(const Pdf *pdf, Knot *knot, const Value *kid)
{
	if (kid->kind == VALUE_NUMBER)
		*(int *)list_add(&knot->mcids) = (int)kid->number;
	const Value *value = kid->kind == VALUE_REF ? pdf_follow(pdf, kid) : NULL;
	const Value *kind = value ? value_at(value, "S") : NULL;
	if (!kind)
		return; /* the reference to an annotation, say */
	Knot child = {.kind = kind->text,
		      .alt = value_at(value, "Alt"),
		      .kids = list_new(pdf->a, sizeof(Knot)),
		      .mcids = list_new(pdf->a, sizeof(int))};
	knot_box(pdf, &child, value_at(value, "A"));
	knot_kids(pdf, &child, value_at(value, "K"));
	*(Knot *)list_add(&knot->kids) = child;
}

static inline Knot tree_read(const Pdf *pdf)
{
	Knot root = {.kind = "",
		     .kids = list_new(pdf->a, sizeof(Knot)),
		     .mcids = list_new(pdf->a, sizeof(int))};
	const Object *object = pdf_of_type(pdf, "StructTreeRoot");
	if (object)
		knot_kids(pdf, &root, value_at(&object->value, "K"));
	return root;
}

static inline const Knot *knot_at(const List *knots, int i)
{
	return list_at(knots, i);
}

static inline bool knot_is(const Knot *knot, const char *kind)
{
	return str_equal(knot->kind, kind);
}

static inline bool knot_has(const Knot *knot, int mcid)
{
	for (int i = 0; i < knot->mcids.count; i++)
		if (*(int *)list_at(&knot->mcids, i) == mcid)
			return true;
	return false;
}

/* All figures and tables under `knot` that stand in no table, in the order they are read. */
static inline void tree_figures(const Knot *knot, List *found)
{
	for (int i = 0; i < knot->kids.count; i++) {
		const Knot *kid = knot_at(&knot->kids, i);
		if (knot_is(kid, "Figure") || knot_is(kid, "Table"))
			*(const Knot **)list_add(found) = kid;
		else
			tree_figures(kid, found);
	}
}

/* The rows of a table's body that have `cells` cells: rows above groups and below all have one. */
static inline List table_rows(Arena *a, const Knot *table, int cells)
{
	List rows = list_new(a, sizeof(const Knot *));
	for (int i = 0; i < table->kids.count; i++) {
		const Knot *body = knot_at(&table->kids, i);
		for (int k = 0; knot_is(body, "TBody") && k < body->kids.count; k++)
			if (knot_at(&body->kids, k)->kids.count == cells)
				*(const Knot **)list_add(&rows) = knot_at(&body->kids, k);
	}
	return rows;
}
