/* SPDX-License-Identifier: MIT */
#pragma once
/* fonts.h: fonts.xml becomes a list of font files. The files themselves are not opened. */
#include "base/file.h"
#include "model/fonts.h"

const FontList *fonts_read(Arena *a, const Source *source, Diags *diags);
