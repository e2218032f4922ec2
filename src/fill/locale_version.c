/* SPDX-License-Identifier: MIT */
#include "fill/locale_version.h"

#include "base/str.h"

#include <unicode/uversion.h>

const char *locale_versions(Arena *a)
{
	UVersionInfo version;
	char text[U_MAX_VERSION_STRING_LENGTH];
	u_getVersion(version);
	u_versionToString(version, text);
	return str_format(a, "ICU %s", text);
}
