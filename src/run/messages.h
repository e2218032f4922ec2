/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * messages.h: `clusterpress messages extract LAYOUT LANG`.
 *
 * Writes the words of a layout, and of the files it is made of, into files that
 * translators work on, or brings those up to date: what is translated stays,
 * what has changed is marked, what is gone goes, and all of it is told. A file
 * that cannot be read is left as it is.
 */
#include "run/order.h"

int messages(const Order *order);
