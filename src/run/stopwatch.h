/* SPDX-License-Identifier: MIT */
#pragma once
/* stopwatch.h: milliseconds on a clock that only goes forward; of when, only differences say anything. */
double stopwatch(void);
