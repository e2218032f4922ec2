/* SPDX-License-Identifier: MIT */
#pragma once
/* trace.h: prints one finished page as text, on standard output. */
#include "run/order.h"

/* Of the one record of the order, in its first language. Returns the exit status. */
int trace(const Order *order);
