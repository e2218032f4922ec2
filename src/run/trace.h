/* SPDX-License-Identifier: MIT */
#pragma once
/* trace.h: prints one finished page on standard output, as text or by its marks. */
#include "run/order.h"

/* Of the one record of the order, in its first language. Returns the exit status. */
int trace(const Order *order);
