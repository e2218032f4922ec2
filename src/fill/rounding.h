/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * rounding.h: how a number is printed that must agree with others.
 *
 * A value that a <round> of the layout selects is printed rounded wherever it is
 * printed; those it selects inside one parent are rounded together (share.h). The
 * format "share" asks what part of a sum a value is: the sum of the like-named values
 * of its siblings, the same attribute of elements of the same name inside one parent.
 * Values that cannot be rounded so are told at their places, once. Looked up when a value is
 * first asked for, and kept for the page; a layout without any of this pays nothing.
 *
 * Marks, conditions and orders go by the data as it is: they never ask here.
 */
#include "fill/datum.h"

/* The datum as it is printed: its text rounded where the layout says so. */
void rounding_print(Speaker *speaker, Datum *datum);
/* What per cent of its sum a datum is: "12", with the decimals that a <round> says for it. NULL, and told, when
 * there is no such sum. */
const char *rounding_share(Speaker *speaker, const Datum *datum);
