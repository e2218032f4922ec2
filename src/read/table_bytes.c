/* SPDX-License-Identifier: MIT */
#include "read/table_bytes.h"

#include "base/str.h"
#include "model/table.h"

#include <string.h>

static const char save_as[] =
    "save it in UTF-8: in a spreadsheet \"CSV UTF-8\", or the character set \"Unicode (UTF-8)\"";

/* The first character that is none; `*what` is what to say of it. NULL: all is well. */
static const char *bad_find(Bytes bytes, const char **what)
{
	const char *s = (const char *)bytes.at, *end = s + bytes.length;
	*what = "this character is not in UTF-8: the table seems to be in Latin-1 or Windows-1252";
	while (s < end) {
		const char *from = s;
		if (*s == '\0') {
			*what = "there is a byte without meaning here (NUL): this is no table in "
				"UTF-8";
			return from;
		}
		if (str_next(&s) == 0xfffd && !str_starts(from, "\xef\xbf\xbd"))
			return from;
	}
	return NULL;
}

/* A byte order mark of UTF-16 or, without one, every other byte of the beginning is NUL. */
static bool is_utf16(Bytes bytes)
{
	const unsigned char *at = bytes.at;
	if (bytes.length < 2)
		return false;
	bool marked = (at[0] == 0xff && at[1] == 0xfe) || (at[0] == 0xfe && at[1] == 0xff);
	bool big = at[0] == 0 && at[1] != 0, little = at[0] != 0 && at[1] == 0;
	return marked || big || little;
}

static bool refuse(Place place, const char *what, Diags *diags)
{
	diag_error(diags, place, DIAG_FORM, "%s", what);
	diag_hint(diags, "%s", save_as);
	return false;
}

bool table_bytes_check(const char *file, Bytes *bytes, Diags *diags)
{
	Place place = {file, 1, 1};
	const char *what;
	if (is_utf16(*bytes))
		return refuse(place, "the table is in UTF-16", diags);
	if (bytes->length >= 3 && memcmp(bytes->at, "\xef\xbb\xbf", 3) == 0)
		*bytes = (Bytes){bytes->at + 3, bytes->length - 3};
	const char *bad = bad_find(*bytes, &what);
	if (bad == NULL)
		return true;
	TableSpot spot = {1, 1, false};
	for (const char *s = (const char *)bytes->at; s < bad; s++)
		table_step(&spot, *s);
	place.line = spot.line;
	place.column = spot.column;
	return refuse(place, what, diags);
}
