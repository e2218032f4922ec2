/* SPDX-License-Identifier: MIT */
#include "text/font_version.h"

#include "base/str.h"

#include <harfbuzz/hb.h>

const char *font_versions(Arena *a)
{
	return str_format(a, "HarfBuzz %s", hb_version_string());
}
