/* SPDX-License-Identifier: MIT */
#include "run/stopwatch.h"

#include <time.h>

double stopwatch(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}
