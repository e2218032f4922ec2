/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * progress.h: a line at the foot of a terminal that says how far a run has come.
 *
 * How many of how many, a bar, the rate, the time left, and how many went wrong. On anything but a terminal, and where
 * TERM says that it is a dumb one, nothing is shown. It is in plain characters: there is no colour to be turned off.
 */
#include "base/arena.h"

#include <stdbool.h>

typedef struct Progress Progress;

/* `wanted` false: nothing is ever shown. */
Progress *progress_new(Arena *a, int total, bool wanted);
/* So many have an end, so many of them a bad one. */
void progress_show(Progress *progress, int ended, int failed);
/* Makes room for other lines. */
void progress_clear(Progress *progress);
/* Seconds since it was made. */
double progress_seconds(const Progress *progress);

/* What is shown `seconds` after the start at a rate of `rate` a second, in at most `width` characters. */
const char *progress_line(Arena *a, int ended, int total, int failed, double rate, int width);
