/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * job.h: one profile to make, in one language.
 *
 * Everything a stage may need to know of the occasion; what it needs of the
 * inputs themselves it is given.
 */
#include "model/edition.h"

typedef struct Job {
	const Edition *edition;
	const char *language;
	const RecordFile *record;
	const char *output; /* path of the PDF; NULL: none is written */
	const char *marks;  /* path of what stands where in it; NULL: none is written */
	Digest digest;      /* of all the inputs: the PDF's identifier */
	const char *moment; /* of the PDF's dates, "20240926000000": from the edition, UTC */
} Job;
