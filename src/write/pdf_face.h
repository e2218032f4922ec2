/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_face.h: what a face is in a PDF, but for the numbers of its objects.
 *
 * It follows from the font and the codes alone, so pages that show the same codes have the same: it is made
 * once and kept in the cache. Fonts with CFF outlines are those of scripts with thousands of characters; no two pages
 * show the same of these, and they are not kept.
 *
 * A subset has what the page shows and no more. Rounded up to blocks of characters more pages would have the
 * same one, but names differ in so many letters that blocks which spare a third of the subsets add 1.5 KB to a
 * page; to make a Latin one takes 0.05 ms.
 */
#include "write/pdf_codes.h"
#include "write/pdf_file.h"

typedef enum FacePart {
	FACE_PROGRAM, /* the font file of the subset, deflated */
	FACE_GLYPHS,  /* TrueType: the map from codes to glyphs; empty: they are the same */
	FACE_CIDS,    /* CFF: the CMap from codes to CIDs, deflated */
	FACE_UNICODE, /* the CMap from codes to text, deflated */
	FACE_NAME, /* "/ABCDEF+NotoSans-Bold": the letters tell different subsets of a font apart */
	FACE_DESCRIPTOR, /* the inside of the descriptor, the reference to the program left out */
	FACE_DESCENDANT, /* the inside of the CIDFont, references left out */
	FACE_PARTS
} FacePart;

typedef struct FaceBytes {
	Bytes parts[FACE_PARTS];
	size_t program_length; /* before it was deflated */
} FaceBytes;

/* Whether its outlines are CFF. */
bool face_is_cff(const Face *face);

FaceBytes face_bytes(PdfFile *file, const Face *face);
