/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * pdf_attach.h: files inside the file: what the page was made from.
 *
 * Each is embedded with its size, date and checksum (ISO 32000-1, 7.11.4) and says
 * what it is to the document (ISO 19005-3, 6.8 and annex E). What pages were made
 * with is the same for many of them: it is deflated once, and the cache keeps it by its
 * digest. The source of a page and what it says of itself are its own.
 */
#include "model/job.h"
#include "write/pdf_file.h"

/* Embeds the job's attachments; the catalog names them. The date of an edition that has none is the
 * beginning of 1970, since there must be one. */
void attachments_write(PdfFile *file, const Job *job);
