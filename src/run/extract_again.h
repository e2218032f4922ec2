/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * extract_again.h: how the same PDF is made again of what one gave back.
 *
 * A command for a shell, in the folder that the files were written to; the list of fonts is the one
 * thing that the reader has to name, since fonts are not inside.
 */
#include "model/made_from.h"
#include "read/pdf.h"

/* NULL when the edition's header cannot be read, which is told. */
const char *again_command(Arena *a, const char *pdf, const PdfParts *parts, const MadeFrom *made,
			  Diags *diags);

/* Warns when this program or its libraries are not those that the PDF was made by. */
void again_check(Arena *a, const char *pdf, const MadeFrom *made, Diags *diags);
