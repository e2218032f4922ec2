/* SPDX-License-Identifier: MIT */
#pragma once
/* fill_spark.h: the values of a sparkline, and what it says to those who cannot see it. */
#include "fill/datum.h"

/* For the row `row` of the table `element`; NULL where it has no values, or one that is no number,
 * which is told. */
const SparkBox *fill_spark(Speaker *speaker, const Element *element, const SparkSpec *spec,
			   const Standing *row);
