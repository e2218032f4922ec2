/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * xliff.h: units as XLIFF 2.1, for translators' tools and for eyes.
 *
 * One line a source, a target, a note, so that a difference can be read. The
 * same units give the same bytes. A code of a target is numbered like the one of
 * the source that says the same.
 */
#include "base/str.h"
#include "model/xliff.h"

void xliff_write(StrBuf *out, const XliffSheet *sheet);
