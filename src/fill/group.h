/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * group.h: gathers nodes that belong together.
 *
 * Groups stand in the order in which their first nodes do, and the nodes of one
 * as they stood before: so what was put in order stays in order. A node without
 * the value that groups go by is told, for it would be lost.
 */
#include "fill/datum.h"

typedef struct GroupList {
	const FoundList *groups; /* none is empty */
	int count;
} GroupList;

/* `found` by what `order` groups them by; one group of all of them where it does not. */
GroupList group_found(Speaker *speaker, const OrderSpec *order, FoundList found,
		      const Standing *at);
