/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * lines.h: a file that grows line by line while a run goes on.
 *
 * Each line is on its way to the disk, whole, when it was put: who looks at the file
 * meanwhile, or after the run was killed, sees what was done so far. The first trouble is kept and
 * told at the end; lines that come behind it are lost.
 */
#include "base/diag.h"

#include <stddef.h>

typedef struct Lines Lines;

/* Opens `path`, making its folders: anew, or to go on behind what is there. NULL, and told, when that cannot be; a NULL
 * path gives NULL. */
Lines *lines_open(Arena *a, const char *path, bool behind, Diags *diags);
/* A text without its line's end; a NULL `lines` takes it, too. */
void lines_put(Lines *lines, const char *text, size_t length);
/* Tells what went wrong. NULL is allowed. */
void lines_close(Lines *lines, Diags *diags);
