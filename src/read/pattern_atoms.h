/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pattern_atoms.h: mixed text as a row of characters and span marks, each with its place.
 */
#include "model/node.h"

#include <stdint.h>

/* ATOM_END stands once, at the end of the row. */
typedef enum AtomKind { ATOM_END, ATOM_CHAR, ATOM_OPEN, ATOM_CLOSE } AtomKind;

typedef struct Atom {
	AtomKind kind;
	uint32_t code;    /* CHAR */
	const Node *span; /* OPEN, CLOSE */
	Place place;
} Atom;

typedef struct Atoms {
	const Atom *items;
	int count;
} Atoms;

/* One of XML's white space. */
bool atom_is_space(const Atom *atom);
/* The inside of an element. False for an element that is no span, or for text too long to be
 * meant, which is told. */
bool atoms_of_element(Arena *a, const Node *element, bool spans, Atoms *out, Diags *diags);
Atoms atoms_of_text(Arena *a, const char *text, Place place);
