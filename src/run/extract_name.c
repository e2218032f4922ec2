/* SPDX-License-Identifier: MIT */
#include "run/extract_name.h"

#include "base/str.h"

#include <stdbool.h>
#include <string.h>

/* Those that a terminal obeys, and those that turn a line of text around (Unicode, UAX #9). */
static bool is_hidden(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200e || c == 0x200f ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfffd;
}

static const char *part_fault(const char *part, size_t length)
{
	enum { PART_MOST = 200 }; /* a file is written beside its name first, under a longer one */
	if (length == 0)
		return "a part of it is empty";
	if (length == 1 && part[0] == '.')
		return "a part of it is \".\"";
	if (length == 2 && part[0] == '.' && part[1] == '.')
		return "it leads upwards";
	return length > PART_MOST ? "a part of it is too long" : NULL;
}

const char *name_fault(const char *name)
{
	enum { NAME_MOST = 1000 };
	if (*name == '/')
		return "it begins at the root";
	if (strlen(name) > NAME_MOST)
		return "it is too long";
	for (const char *s = name; *s;) {
		uint32_t c = str_next(&s);
		if (c == '\\')
			return "it has a backslash";
		if (is_hidden(c))
			return "it has characters that cannot be seen";
	}
	for (const char *part = name;; part++) {
		size_t length = strcspn(part, "/");
		const char *fault = part_fault(part, length);
		if (fault)
			return fault;
		part += length;
		if (*part == '\0')
			return NULL;
	}
}

const char *name_clash(const char *a, const char *b)
{
	size_t x = strlen(a), y = strlen(b), shorter = x < y ? x : y;
	if (strncmp(a, b, shorter) != 0)
		return NULL;
	if (x == y || (x < y ? b : a)[shorter] == '/')
		return b;
	return NULL;
}
