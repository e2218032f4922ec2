/* SPDX-License-Identifier: MIT */
#include "base/lang.h"

#include <string.h>
#include <strings.h>

bool lang_alike(const char *one, const char *two)
{
	size_t length = strcspn(one, "-");
	return length == strcspn(two, "-") && strncasecmp(one, two, length) == 0;
}

bool lang_covers(const char *tag, const char *language)
{
	size_t length = strlen(tag);
	return strncasecmp(tag, language, length) == 0 &&
	       (language[length] == '\0' || language[length] == '-');
}
