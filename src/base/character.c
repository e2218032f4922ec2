/* SPDX-License-Identifier: MIT */
#include "base/character.h"

#include "base/str.h"

typedef struct Span {
	uint32_t first, last;
} Span;

/* Unicode 15, 23.5 and 23.7. */
CharacterFault character_fault(uint32_t code)
{
	if ((code >= 0xe000 && code <= 0xf8ff) || (code >= 0xf0000 && code <= 0xffffd) ||
	    (code >= 0x100000 && code <= 0x10fffd))
		return CHARACTER_PRIVATE;
	if (code == 0xfeff)
		return CHARACTER_MARK;
	bool never = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe;
	return never ? CHARACTER_NONE : CHARACTER_GOOD;
}

const char *character_find_fault(const char *text)
{
	enum { LEAST = 0xee }; /* the first byte of U+E000 */
	while (*text) {
		if ((unsigned char)*text < LEAST) {
			text++;
			continue;
		}
		const char *here = text;
		if (character_fault(str_next(&text)) != CHARACTER_GOOD)
			return here;
	}
	return NULL;
}

/* White space, and what is neither seen nor heard alone: Unicode's White_Space and
 * Default_Ignorable_Code_Point, the controls and the empty braille pattern. */
static bool is_blank(uint32_t code)
{
	static const Span blank[] = {
	    {0, ' '},           {0x7f, 0xa0},     {0xad, 0xad},     {0x34f, 0x34f},
	    {0x61c, 0x61c},     {0x115f, 0x1160}, {0x1680, 0x1680}, {0x17b4, 0x17b5},
	    {0x180b, 0x180f},   {0x2000, 0x200f}, {0x2028, 0x202f}, {0x205f, 0x206f},
	    {0x2800, 0x2800},   {0x3000, 0x3000}, {0x3164, 0x3164}, {0xfe00, 0xfe0f},
	    {0xfeff, 0xfeff},   {0xffa0, 0xffa0}, {0xfff0, 0xfffb}, {0x1d173, 0x1d17a},
	    {0xe0000, 0xe0fff},
	};
	for (size_t i = 0; i < sizeof blank / sizeof *blank; i++)
		if (code >= blank[i].first && code <= blank[i].last)
			return true;
	return false;
}

bool character_speaks(const char *text)
{
	while (*text)
		if (!is_blank(str_next(&text)))
			return true;
	return false;
}
