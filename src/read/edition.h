/* SPDX-License-Identifier: MIT */
#pragma once
/* edition.h: edition.xml becomes an edition. See model/edition.h. */
#include "base/file.h"
#include "model/edition.h"
#include "read/form.h"

/* Which elements and attributes a header may have. */
const Language *edition_language(void);

/* The records' files are listed, not read. Whatever is wrong is told. NULL when so much is wrong that
 * it does not say its id, languages, records, layout or fonts. `*whole`: nothing was wrong. */
const Edition *edition_skim(Arena *a, const Source *source, bool *whole, Diags *diags);

/* NULL when anything was wrong, which is told. */
const Edition *edition_read(Arena *a, const Source *source, Diags *diags);
