/* SPDX-License-Identifier: MIT */
#pragma once
/* fill_locator.h: a small map that says where a place of the data lies. Its path may say a latitude and a
 * longitude, or neither: then a placeholder says why, or there is no map. */
#include "fill/datum.h"

/* NULL when there is nothing to show, or what there is was told. */
const LocatorBox *fill_locator(Speaker *speaker, const Element *element, const Standing *at,
			       const char **alt);
