/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * font_files.h: the inside of Fonts, for font.c and font_chain.c: which files of the list are open.
 */
#include "base/list.h"
#include "text/breaks.h"
#include "text/font.h"

/* What became of a file of the list. A fault is kept, because every profile that asks for the
 * face must hear of it in its own diagnostics. */
typedef struct FontSlot {
	const Font *font;
	const char *fault;
} FontSlot;

typedef struct HyphenSlot {
	Hyphens *hyphens;
	const char *fault;
} HyphenSlot;

/* Files that are asked, one after the other, for what a font lacks in words of a language. */
typedef struct FontChain {
	const FontFile *of;
	const char *language;
	const int *slots;
	int count;
} FontChain;

/* Where lines may end in a language. */
typedef struct BreaksSlot {
	const char *language; /* may be NULL */
	Breaks *breaks;
} BreaksSlot;

struct Fonts {
	Arena *arena;
	const FontList *list;
	FontSlot *slots;
	HyphenSlot *hyphens;
	List chains; /* of FontChain: those that were asked for */
	List breaks; /* of BreaksSlot: one a language that was asked for */
};

/* Opens the file of that number in the list unless it is open. NULL when it cannot be used, which is told. */
const Font *fonts_open_slot(Fonts *fonts, int index, Diags *diags);
