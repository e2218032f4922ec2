/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * glyphs.h: the characters that no font has, of a whole edition, before any page is made.
 *
 * Most records are cleared by a look at the bytes of their file: every character is in
 * every font. Only those that are not, or whose layout, names or header are not, are set
 * to find out. What is told here is told again when the page is made, and then kept once.
 */
#include "run/order.h"

/* Tells of them all. Where an up-to-date PDF stands in `order->out`, nothing can be missing; without
 * `out` none is looked for. Returns the signal that stopped it, or 0. */
int glyphs_tell(const Order *order, const Shelf *shelf, Report *report);
