/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf.h: the files that are attached to a PDF.
 *
 * Gives each with its name, its relationship to the page and its bytes, and the identifier of the PDF.
 * Knows nothing of what they mean, and trusts nothing: names are as the PDF has them.
 *
 * A PDF may come from anybody. It is read by libqpdf, in a child process that may take only so much
 * memory and time: whatever a file made to do harm does to the library, it ends there and is told. Few
 * runs of the program read a PDF, and linking the library would cost each of them 2 ms before it
 * begins; so it is loaded when it is needed (pdf_library.h).
 */
#include "base/file.h"

/* Of the file; of what is unpacked of one attachment, and of all; how many; what the child may take. */
enum {
	PDF_LIMIT = 256 << 20,
	PDF_ATTACHMENT_LIMIT = 64 << 20,
	PDF_ATTACHED_LIMIT = 128 << 20,
	PDF_ATTACHMENTS = 1000,
	PDF_SECONDS = 20
};

typedef struct PdfAttachment {
	const char *name;         /* UTF-8 */
	const char *relationship; /* "Source"; "" when it is not said */
	Bytes bytes;              /* `at` is NULL when they could not be had, which is told */
	Bytes checksum;           /* MD5 of them, by the PDF's own word; `at` NULL: it gives none */
} PdfAttachment;

typedef struct PdfParts {
	Bytes id[2]; /* of the PDF when it was made, and when it was written last; may be empty */
	const PdfAttachment *attachments; /* in the order of the PDF */
	int count;
} PdfParts;

/* NULL when the file cannot be read as a PDF. What is missing or had to be repaired is told, too. */
const PdfParts *pdf_read(Arena *a, const Source *source, Diags *diags);

/* "qpdf 11.3.0"; loads the library. NULL: it is not there. */
const char *pdf_reader_versions(Arena *a);
