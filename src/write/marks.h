/* SPDX-License-Identifier: MIT */
#pragma once
/*
 * marks.h: what stands where on a page, and which datum each of it says: a JSON file beside the PDF.
 *
 * One line for the page, then one for each mark that is seen, in the order of painting:
 *
 *	{"format":"clusterpress-marks","version":1,"edition":"2024","record":"kunming","language":"en",
 *	 "pdf":"0F1E…","names":"3D2C…","width":595.276,"height":841.89,"bleed":8.504,"marks":[
 *	{"kind":"run","tag":5,"role":"P","x":45.354,"y":62.362,"width":120.12,"height":12.3,
 *	 "layout":{"file":"layouts/profile.xml","line":70,"column":3},"text":"98th","size":9.2,"ranges":[
 *	  {"bytes":[0,4],"characters":[0,4],"x":…,"y":…,"width":…,"height":…,"at":{…},
 *	   "data":[{"file":"data/2024/clusters/kunming.xml","line":12,"column":9,
 *	    "path":"/cluster/@rank","value":"98"}]}]}, …
 *	]}
 *
 * pdf        the PDF's identifier as in its /ID, 32 hexadecimal digits: with another one the two do not belong together
 * names      a digest of where the names stand that the record mentions, on which the identifier does not depend
 * kind       run (of words on one line), shape, image (with "image": its file) or link (with "to": its address)
 * tag, role  its number in the tag tree, from 0, and what that is; tag null, role "Artifact" when it is not read aloud
 * x, y, width, height   points, from the top left corner of the trimmed page, y downwards, as painted: mirrored pages
 *            are mirrored, what is clipped away or beyond the bleed does not count. Of words see extent.h
 * layout     the element of the layout that it belongs to
 * file       as the PDF that it is attached to calls it: from the nearest folder that holds all the files. So no byte
 *            depends on where that is. Of names it is the editor's own file, of which the PDF has an extract
 * ranges     of a run: stretches that come from one place each. bytes and characters (code points) of its text, from and
 *            behind; a space at which the line ends may be in none
 * at         where the words, or the path of the value, stand: in the layout, or in its translation. Words of x-long and
 *            x-rtl are made up of the layout's: there only the line is right
 * data       the values it rests on: the file (the record, the edition's header, a record or header of an edition before),
 *            the place there, an XPath 1.0 that selects it in that file and nothing else, the value as the file
 *            has it. None: words of the layout
 * made       what was made of them, when it is not the one value as it stands: "rounded" (with those beside it), "share"
 *            (per cent of it and the like-named beside it), "count" (how many they are: "counted", be it
 *            none; the first thousand are listed), "position" (which one it is among those gone through), "rank" (the
 *            same by size), "together" (one mark that shows them all)
 * word       the word in a file of names that stands for the value: file, line, column, path, value
 *
 * Shapes and links have "at", "data", "made" and "word" themselves. The same page gives the same bytes.
 */
#include "base/file.h"
#include "model/job.h"
#include "model/page.h"

/* Lives in `a`. */
const char *marks_write(Arena *a, const Page *page, const Job *job);

/* Whether those are marks of this version, whole, of the job's PDF, and names still stand where they did. */
bool marks_are_of(const Bytes *marks, const Job *job);
