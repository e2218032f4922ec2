/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * inputs.h: what a profile is made from, named, digested and ready to be put into its PDF.
 *
 * The record, the edition's header, the layout with all it includes, translations,
 * the shared words that the record mentions, schemas and rules that it was held against,
 * and what editions before say of it; the fonts by their digests only. Files are named
 * from the nearest folder that holds all of them, so that a name does not depend on
 * where that folder is. One more says how they belong together: made-from.xml, whose
 * SHA-256 is the digest of all inputs.
 */
#include "model/job.h"
#include "model/record.h"
#include "run/shelf.h"

/* Fills the job's digest, attachments and what belongs to these, in `a`. The bytes of the files are lent from the shelf and the
 * record. False when files cannot be named apart, which is told. */
bool inputs_gather(Arena *a, Job *job, const Shelf *shelf, const Record *record, Diags *diags);
