/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * claims.h: whether a page is what its PDF will claim to be.
 *
 * Each PDF says of itself that it can be heard: that its headings skip no level, that
 * each figure has words and each cell of a table a head, that it has a title. What of that
 * depends on the record is looked at here, on the filled boxes in the order they are
 * read, so conditions, repeats and what is left out count. Page furniture is not heard, and not
 * looked at. What the page does not keep is told at the layout's line. (write/CONFORMANCE.md says
 * which clause asks for what.) The page can be set all the same, so that what else is wrong with it
 * is told too.
 */
#include "fill/datum.h"

void claims_check(const Speaker *speaker, const Story *story);
