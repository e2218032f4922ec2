/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * build.h: presses the edition, or some of it.
 *
 * A profile with errors is told and left out; all the others are pressed.
 */
#include "run/order.h"

/* Returns the exit status. */
int build(const Order *order);
