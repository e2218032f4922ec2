/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * made_from.h: reads what a PDF says it was made from.
 *
 * Looks at form only: whether what is listed there is attached, and is what it says, is for others to
 * find out. Names are taken as they stand; nobody may open a file by one before it was looked at.
 */
#include "base/file.h"
#include "model/made_from.h"

/* `file` is what the bytes are called in messages. NULL when anything was wrong, which is told. */
const MadeFrom *made_from_read(Arena *a, const char *file, Bytes bytes, Diags *diags);
