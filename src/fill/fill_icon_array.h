/* SPDX-License-Identifier: MIT */
#pragma once
/* fill_icon_array.h: a value among as many icons as make a whole. */
#include "fill/datum.h"

/* NULL when there is nothing to show, or what there is was told. */
const IconArrayBox *fill_icon_array(Speaker *speaker, const Element *element, const Standing *at,
				    const char **alt);
