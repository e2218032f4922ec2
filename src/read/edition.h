/* SPDX-License-Identifier: MIT */
#pragma once
/* edition.h: edition.xml becomes an edition. See model/edition.h. */
#include "base/file.h"
#include "model/edition.h"
#include "read/form.h"

/* NULL when anything was wrong, which is told. The records' files are listed, not read. */
/* Which elements and attributes a header may have. */
const Language *edition_language(void);

const Edition *edition_read(Arena *a, const Source *source, Diags *diags);
