/* SPDX-License-Identifier: MIT */
#pragma once
/* names.h: names.xml becomes the words that records share. See model/names.h. */
#include "base/file.h"
#include "model/names.h"

const Names *names_read(Arena *a, const Source *source, Diags *diags);
