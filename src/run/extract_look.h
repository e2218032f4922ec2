/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * extract_look.h: whether what is attached to a PDF is what it was made from.
 *
 * The identifier stands for the list, made-from.xml, and the list for all the files. What is attached
 * beside them is nobody's word.
 */
#include "model/made_from.h"
#include "read/pdf.h"

/* The attachment called so, or NULL. */
const PdfAttachment *attachment_find(const PdfParts *parts, const char *name);

/* Tells which attachments are not the bytes that the PDF itself says they are, or share a name. */
void attachments_check(const char *pdf, const PdfParts *parts, Diags *diags);

/* The list, when it is what the identifier stands for and all its files are attached as it says; NULL
 * otherwise, which is told. Of a PDF that has one. */
const MadeFrom *made_from_check(Arena *a, const char *pdf, const PdfParts *parts, Diags *diags);
