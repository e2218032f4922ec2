/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * made_from.h: what a PDF was made from, as the text of its attachment made-from.xml.
 *
 * The same struct gives the same bytes: the PDF's identifier is taken from them.
 */
#include "base/str.h"
#include "model/made_from.h"

/* Appends the whole file. */
void made_from_write(StrBuf *to, const MadeFrom *made);
