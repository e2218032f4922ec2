/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_parts.h: what passes between the process that wants to know and the child that reads.
 *
 * The child finds what it can and puts it all into one piece of memory that both see at the same
 * address; the parent copies it out when the child has ended well.
 */
#include "read/pdf.h"
#include "read/pdf_library.h"

enum { PDF_TOLD_MOST = 64, PDF_TOLD_LENGTH = 512 };

typedef struct PdfTold {
	DiagLevel level;
	char message[PDF_TOLD_LENGTH];
	const char *hint; /* or NULL */
} PdfTold;

/* At the beginning of that memory; all it points to is behind it. */
typedef struct PdfFound {
	size_t used, room; /* bytes, from the beginning of this struct */
	bool full;         /* something had no room, and is missing */
	bool ended;        /* the child came to its end */
	bool read;         /* it is a PDF */
	Bytes id[2];
	PdfAttachment attachments[PDF_ATTACHMENTS];
	int count;
	PdfTold told[PDF_TOLD_MOST];
	int told_count;
} PdfFound;

/* Room for so many bytes, zeroed; NULL when there is none. */
void *pdf_found_room(PdfFound *found, size_t size);
/* Copies with a NUL behind; `at` is NULL when there is no room. */
Bytes pdf_found_keep(PdfFound *found, const void *bytes, size_t length);
void pdf_found_tell(PdfFound *found, DiagLevel level, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Reads the PDF and finds what is attached. In the child. */
void pdf_look(const PdfLibrary *library, Bytes file, PdfFound *found);
