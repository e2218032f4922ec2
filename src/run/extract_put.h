/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * extract_put.h: writes what a PDF was made from into a folder.
 *
 * First sees for each file whether it may be written: nothing outside of the folder, links followed;
 * nothing in place of something else unless that is asked for. Only then writes the first.
 */
#include "model/made_from.h"
#include "read/pdf.h"

typedef struct PutCount {
	int written, kept;
} PutCount;

/* The files of the list and the list itself, below `folder`. False when something stood in the way,
 * which is told; then nothing was written unless the machine failed on the way. */
bool files_put(const char *folder, const PdfParts *parts, const MadeFrom *made, bool force,
	       PutCount *count, Diags *diags);
