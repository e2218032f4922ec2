/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * mend.h: what would make a frame fit that is overset after the last step.
 *
 * Tried, each alone: a step of the layout taken beyond its floor, tables with fewer rows, the longest
 * text with fewer lines. A try costs what fitting's tries cost, and there are some dozen at most.
 */
#include "set/fit.h"

/* For a hint: "any of these would do: 3 lines fewer in "lead"; font-size down to 86% in <fit>". NULL:
 * nothing that was tried would. `frame`: its number in the record. */
const char *mends_find(Arena *a, const Typesetter *setter, const Story *story, const Fitted *fitted,
		       int frame);
