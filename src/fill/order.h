/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * order.h: puts the nodes of a table or a repeat in order.
 *
 * By a number, or by words as the page's language orders them. Nodes that are
 * equal stay as the data has them, and those without a value come last, whichever
 * way the order runs. A value that should be a number and is none is told.
 */
#include "fill/datum.h"

/* The same nodes, counted anew; as they are where `order` has no `sort`. `at`: where they were
 * found from. */
FoundList order_found(Speaker *speaker, const OrderSpec *order, FoundList found,
		      const Standing *at);
