/* SPDX-License-Identifier: MIT */
#include "read/xml_version.h"

#include "base/str.h"

#include <libxml/parser.h>
#include <stdlib.h>

const char *xml_versions(Arena *a)
{
	/* libxml2 says 20914 for 2.9.14, and may have letters behind it. */
	long version = strtol(xmlParserVersion, NULL, 10);
	return str_format(a, "libxml2 %ld.%ld.%ld", version / 10000, version / 100 % 100,
			  version % 100);
}
