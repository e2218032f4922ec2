/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * ingredient.h: a file that something was made from, as it was when it was read.
 *
 * Whoever reads a file keeps it so: what a page is made from can then be named by
 * its digest and put into the PDF, whatever becomes of the file meanwhile.
 */
#include "base/digest.h"
#include "base/file.h"

typedef struct Ingredient {
	const char *path; /* as it was opened; NULL: no file */
	Bytes bytes;
	Digest digest; /* of the bytes */
} Ingredient;
