/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * land.h: a file of land outlines becomes land.
 *
 *	<land xmlns="urn:clusterpress:land:1" source="Natural Earth 4.1.0" licence="public domain">
 *	  <outlines for="world"><outline d="-6061 -7963 -127 -76 -216 10"/> …</outlines>
 *	  <outlines for="region">…</outlines>
 *	</land>
 *
 * A point of an outline is two whole numbers, hundredths of a degree east and north; behind the first
 * point each says how far it lies from the one before. The whole file is looked through, so that a number
 * too few, a place that is not on the earth or a step around half of it is told before any map is made.
 */
#include "base/file.h"
#include "model/ingredient.h"
#include "model/land.h"

/* NULL when it is of no use, which is told. `file`: as it was read. */
const Land *land_read(Arena *a, const Source *source, Ingredient *file, Diags *diags);
