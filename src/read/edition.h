/* SPDX-License-Identifier: MIT */
#pragma once
/* edition.h: edition.xml becomes an edition. See model/edition.h. */
#include "base/file.h"
#include "model/edition.h"

/* NULL when anything was wrong, which is told. The records' files are listed, not read. */
const Edition *edition_read(Arena *a, const Source *source, Diags *diags);
