/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_meta.h: what a file says about itself.
 *
 * Title, language, publisher, rights and dates, once in the information
 * dictionary and once as XMP (ISO 16684-1); both say the same. Every file says that
 * it is PDF/A-3a and PDF/UA-1; CONFORMANCE.md says how each clause is kept. Leaves
 * out what the edition does not say.
 */
#include "model/job.h"
#include "model/page.h"
#include "write/pdf_file.h"

/* Fills the information dictionary, the identifier and the catalog's entries about the document. */
void meta_write(PdfFile *file, const Page *page, const Job *job);
