/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * trace.h: a page as plain text, for tests and for eyes.
 *
 * A line for each tag (indented as a tree), then a line for each thing painted,
 * in order. Says everything a page says but the choice of glyphs, so it stays
 * the same with another release of a font library. Lengths are points with
 * three decimals, so that what moved by a hair still stands in its column:
 *
 *	page 595.276 x 841.890 bleed 8.504 lang en
 *	title "Baikal"
 *	fit space 850 leading 1000
 *	slack 2.100
 *	tags
 *	  0 Document
 *	    1 H1
 *	    2 Figure bounds 45.354 200.000 56.693 56.693 alt "Ring of which 11% is filled."
 *	paint
 *	  rect 0.000 0.000 595.276 100.000 fill night artifact
 *	  run 45.354 62.362 size 33.000 sans-700 paper tag 1 width 120.120 tracking -0.330 "Baikal" from name
 *	  path M 1.000 2.000 L 3.000 4.000 stroke rule 0.600 dash 2.000 artifact
 *	  image 45.354 90.000 56.693 28.346 "layouts/logo.png" 400 x 200 tag 3
 *	  link 45.354 90.000 56.693 12.000 "https://example.org/" tag 4 from @url
 *	  clip rect 0.000 0.000 10.000 10.000
 *	  unclip
 *
 * "fit" is there only when the page was taken in or let out (thousandths; what changed of
 * single styles shows in the sizes and fonts of the runs). "from" names the data a run or a
 * shape stands for, in order, each once.
 */
#include "base/str.h"
#include "model/page.h"

void trace_write(StrBuf *out, const Page *page);
