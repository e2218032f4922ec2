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

/* The same in its parts, for who writes many that have parts in common: what stands before the files; one of
 * these by its name, and what is said of it, which made_from_said gives; and what stands behind them. */
void made_from_begin(StrBuf *to, const MadeFrom *made);
void made_from_name(StrBuf *to, const char *name, const char *said);
const char *made_from_said(Arena *a, size_t size, const Digest *digest);
void made_from_end(StrBuf *to, const MadeFrom *made);
