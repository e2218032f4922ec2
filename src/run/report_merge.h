/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * report_merge.h: the reports of several builds of an edition as one.
 *
 * Most likely of its shards, pressed on several machines: one head, what was told of the edition once, the
 * profiles in the order of their records, one summary. What does not go together (another
 * edition, a shard that is missing, a profile that is there twice, a report without its end) is told.
 */
#include "run/order.h"

/* Names: "merge" and the files. Returns the highest exit status of the builds and of what was told here. */
int report_merge(const Order *order);
