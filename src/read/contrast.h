/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * contrast.h: which inks stand on which grounds, and whether they are seen there.
 *
 * While the boxes of a layout are looked at (layout_contrast.c), each ink is noted
 * with the ground it stands on; then every pair is judged once, however often
 * it is there: words and marks by the contrast that WCAG 2.2 asks for, the inks
 * of a palette by their difference too, in normal vision and without each kind
 * of cones. What falls short is told with a colour that would do, if one can be
 * found that harms no other pair. Knows nothing of boxes; where the ground is not known
 * (NULL) nothing is claimed.
 */
#include "base/list.h"
#include "model/style.h"
#include "read/colour.h"

/* As <inks contrast="…"> says it. */
typedef enum ContrastLevel { CONTRAST_AA, CONTRAST_AAA, CONTRAST_NONE } ContrastLevel;

/* What stands on a ground. The contrast needed, in level AA: success criteria 1.4.3 and 1.4.11. */
typedef enum StandKind {
	STAND_MARK,        /* 3: what must be seen to understand a figure */
	STAND_LARGE_WORDS, /* 3: from 18 pt on, or 14 pt bold */
	STAND_WORDS        /* 4.5 */
} StandKind;

/* An ink on a ground, wherever it stands so. */
typedef struct Stand {
	const Ink *ink, *ground;
	double contrast; /* the least of all visions … */
	Vision vision;   /* … which is in this one */
	double need;     /* the most that is needed anywhere */
	StandKind kind;  /* of what needs it */
	Place place;     /* the first where it falls short */
	int places;      /* how many these are */
} Stand;

/* A colour that is proposed for an ink. */
typedef struct Mend {
	const Ink *ink;
	unsigned char rgb[3];
} Mend;

typedef struct Contrast {
	Arena *arena;
	ContrastLevel level;
	List stands;   /* of Stand */
	List palettes; /* of Palette pointers: those noted */
	Place full;    /* where a pair stands that is one too many; file NULL: nowhere */
	List mends;    /* of Mend: those proposed so far, which all of what is told may count on */
	int tries;     /* how many colours were looked for: few, since each takes time */
} Contrast;

/* The sheet, where nothing was painted on it. */
const Ink *contrast_page(void);

/* Nothing noted yet. */
Contrast *contrast_new(Arena *a, ContrastLevel level);

/* Words of a style, or a mark, on a ground; NULL for either: nothing is noted. */
void contrast_words(Contrast *c, Place place, const Style *style, const Ink *ground);
/* Words of any size, in an ink that no style says. */
void contrast_letters(Contrast *c, Place place, const Ink *ink, const Ink *ground);
void contrast_mark(Contrast *c, Place place, const Ink *ink, const Ink *ground);
/* Marks in each of its inks. */
void contrast_palette(Contrast *c, const Palette *palette, const Ink *ground);
bool contrast_has_palette(const Contrast *c, const Palette *palette);

/* Tells all that falls short, a pair once. */
void contrast_tell(Contrast *c, Diags *diags);

/* How different two inks of a palette are at least, and for whom. */
double contrast_difference(const unsigned char one[3], const unsigned char other[3],
			   Vision *vision);
/* Inks nearer to each other than this cannot be matched with a key at a glance. Two that touch are told
 * apart from a difference of 1 to 2 on, but small marks, and across a page from memory, take some five to ten times
 * that (Stone, Szafir and Setlur, An Engineering Model for Color Difference as a Function of Size, CIC 22, 2014;
 * Petroff, Accessible Color Sequences for Data Visualization, arXiv 2107.02270). Patterns help beside it. */
enum { DIFFERENCE_NEEDED = 10 };

/* contrast_mend.c. A colour for `ink`, like its own, with which all that it stands on, all that stands on it
 * and all palettes it is in would do, once other inks have the colours that are proposed for them; false when there is
 * none. The caller may add it to `mends`. */
bool contrast_mend(Contrast *c, const Ink *ink, unsigned char rgb[3]);
/* What was proposed for an ink; NULL: nothing. */
const Mend *contrast_mended(const Contrast *c, const Ink *ink);
