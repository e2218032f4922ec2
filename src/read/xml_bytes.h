/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * xml_bytes.h: what must be right of a file's bytes before they are parsed.
 *
 * They are UTF-8 without NUL, the declaration does not say otherwise, and no tag
 * has attributes without end, over which the parser would brood for minutes.
 */
#include "base/file.h"

/* False when something was wrong, which is told. */
bool bytes_check(const char *file, Bytes bytes, Diags *diags);

/* The line and column of a byte. */
Place bytes_place(const char *file, Bytes bytes, const char *at);
