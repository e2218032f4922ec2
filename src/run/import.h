/* SPDX-License-Identifier: MIT */
#pragma once
/* import.h: the command that makes records of a table's rows. */
#include "run/order.h"

/* Writes what changed and says how much that was; the exit status. */
int import(const Order *order);
