/* SPDX-License-Identifier: MIT */
#include "fill/link.h"

#include "base/str.h"

#include <string.h>

/* RFC 9110, 4.1: what everybody should support. A PDF could hold 32767 bytes (ISO 19005-3, 6.1.13). */
enum { ADDRESS_MOST = 8000 };

/* Behind its scheme; NULL when it has another. */
static const char *behind_scheme(const char *address, bool *mail)
{
	static const char *const schemes[] = {"https://", "http://", "mailto:"};
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		const char *s = schemes[i], *a = address;
		while (*s && (*a | (*a >= 'A' && *a <= 'Z' ? 0x20 : 0)) == *s)
			s++, a++;
		*mail = i == 2;
		if (*s == '\0')
			return a;
	}
	return NULL;
}

static bool is_alphanumeric(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* A host's name in ASCII, with a port and a user if need be. */
static bool is_host(const char *s, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!is_alphanumeric(s[i]) && strchr(".-_:@[]", s[i]) == NULL)
			return false;
	return length > 0 && (is_alphanumeric(*s) || *s == '[');
}

static bool is_address(const char *address)
{
	bool mail;
	const char *rest = behind_scheme(address, &mail);
	if (rest == NULL)
		return false;
	if (!mail)
		return is_host(rest, strcspn(rest, "/?#"));
	const char *at = strchr(rest, '@');
	return at && at > rest && strchr(rest, ' ') == NULL &&
	       is_host(at + 1, strcspn(at + 1, "?,"));
}

static bool is_hexadecimal(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool stands_as_it_is(const char *s)
{
	if (*s == '%')
		return is_hexadecimal(s[1]) && is_hexadecimal(s[2]);
	return *s > 0x20 && *s < 0x7f && strchr("\"<>\\^`{|}", *s) == NULL;
}

static const char *escaped(Arena *a, const char *s)
{
	StrBuf out = {.arena = a};
	for (; *s; s++) {
		if (stands_as_it_is(s))
			strbuf_add_n(&out, s, 1);
		else
			strbuf_format(&out, "%%%02X", (unsigned char)*s);
	}
	return strbuf_text(&out);
}

static const LinkTo *tell(Speaker *speaker, const Words *address, const Origin *origin)
{
	bool data = origin->data.file != NULL;
	/* A value that is missing was told already. */
	if (address->length == 0 && speaker->failed)
		return NULL;
	Diags *diags = speaker_trouble(speaker);
	diag_error(diags, data ? origin->data : origin->layout, data ? DIAG_DATA : DIAG_LAYOUT,
		   "\"%s\" is no address that a page may lead to",
		   str_shown(speaker->arena, address->text));
	diag_hint(diags, "addresses are as in \"https://example.org/page\", \"http://…\" or "
			 "\"mailto:desk@example.org\"");
	return NULL;
}

const LinkTo *link_to(Speaker *speaker, const Words *address, Place layout)
{
	Origin origin = {.layout = layout};
	if (address->origin_count > 0)
		origin = address->origins[0];
	if (!is_address(address->text))
		return tell(speaker, address, &origin);
	LinkTo *to = ARENA_NEW(speaker->arena, LinkTo);
	to->address = escaped(speaker->arena, address->text);
	if (strlen(to->address) > ADDRESS_MOST)
		return tell(speaker, address, &origin);
	to->origin = origin;
	/* The datum it leads by, where there is one behind words of the layout. */
	for (int i = 0; i < address->origin_count && to->origin.path == NULL; i++)
		to->origin = address->origins[i];
	return to;
}
