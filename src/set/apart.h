/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * apart.h: moves labels along a line until none lies on another.
 *
 * Takes where each would like to stand and how high it is; gives where each stands, in the
 * same order, none over another and none beyond the ends of the line. They are moved as
 * little as can be: the sum of the squares of all moves is the least there is. What is
 * longer together than the line is the caller's care: then they begin at its upper end.
 */
#include "base/arena.h"
#include "base/len.h"

/* `wish`: of the middles, from the top, in any order; of labels that wish for the same place the first
 * stands above. Fills `middle`. */
void stand_apart(Arena *scratch, const Len *wish, const Len *height, int count, Len top, Len bottom,
		 Len *middle);
