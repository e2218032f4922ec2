/* SPDX-License-Identifier: MIT */
#include "write/pdf_cmap.h"

#include "base/list.h"
#include "write/pdf_syntax.h"

#include <string.h>

/* A CMap may list at most so many codes or ranges in one go. */
enum { LISTED_AT_ONCE = 100 };

/* Codes in a row, by their places from 0, that show characters in a row. */
typedef struct Span {
	int first, last;
} Span;

/* The character that a code shows; 0: none, several, or one of two units of UTF-16. */
static uint32_t character_of(const FaceCode *code)
{
	char text[5] = "";
	if (code->length > 4)
		return 0;
	memcpy(text, code->text, (size_t)code->length);
	const char *end = text;
	uint32_t character = str_next(&end);
	return *end == '\0' && character <= 0xffff ? character : 0;
}

/* In a range only the last byte may change, of the code and of the character. */
static bool goes_on(uint32_t here, uint32_t next, int place)
{
	return here != 0 && next == here + 1 && (next & 0xff) != 0 && ((place + 2) & 0xff) != 0;
}

/* Those of several codes, and those of one. */
static void spans_find(Arena *a, const Face *face, List *ranges, List *single)
{
	*ranges = list_new(a, sizeof(Span));
	*single = list_new(a, sizeof(Span));
	int count = face->code_count;
	uint32_t *shown = ARENA_ARRAY(a, count, uint32_t);
	for (int i = 0; i < count; i++)
		shown[i] = character_of(&face->codes[i]);
	for (int first = 0, last; first < count; first = last + 1) {
		for (last = first; last + 1 < count && goes_on(shown[last], shown[last + 1], last);)
			last++;
		*(Span *)list_add(last > first ? ranges : single) = (Span){first, last};
	}
}

static void put_code(StrBuf *out, int place)
{
	strbuf_add_n(out, "<", 1);
	pdf_put_hex(out, (unsigned)place + 1);
	strbuf_add_n(out, ">", 1);
}

static void put_span(StrBuf *out, const Face *face, const Span *span)
{
	const FaceCode *code = &face->codes[span->first];
	put_code(out, span->first);
	if (span->last > span->first)
		put_code(out, span->last);
	strbuf_add_n(out, "<", 1);
	pdf_put_utf16(out, code->text, code->length);
	strbuf_add_n(out, ">\n", 2);
}

static void put_spans(StrBuf *out, const Face *face, const List *spans, const char *kind)
{
	for (int first = 0; first < spans->count; first += LISTED_AT_ONCE) {
		int left = spans->count - first;
		int count = left < LISTED_AT_ONCE ? left : LISTED_AT_ONCE;
		pdf_put(out, "%d begin%s\n", count, kind);
		for (int i = first; i < first + count; i++)
			put_span(out, face, list_at(spans, i));
		pdf_put(out, "end%s\n", kind);
	}
}

/* What is the same at the end of every map. */
static Bytes map_end(StrBuf *out)
{
	strbuf_add(out, "endcmap\n"
			"CMapName currentdict /CMap defineresource pop\n"
			"end\n"
			"end\n");
	return (Bytes){(const unsigned char *)out->text, out->length};
}

Bytes cmap_unicode(Arena *a, const Face *face)
{
	StrBuf out = {.arena = a};
	strbuf_add(&out, "/CIDInit /ProcSet findresource begin\n"
			 "12 dict begin\n"
			 "begincmap\n"
			 "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
			 "/CMapName /Adobe-Identity-UCS def\n"
			 "/CMapType 2 def\n"
			 "1 begincodespacerange\n"
			 "<0000> <FFFF>\n"
			 "endcodespacerange\n");
	List ranges, single;
	spans_find(a, face, &ranges, &single);
	put_spans(&out, face, &ranges, "bfrange");
	put_spans(&out, face, &single, "bfchar");
	return map_end(&out);
}

static void put_cids(StrBuf *out, const Face *face, const unsigned *cids)
{
	for (int first = 0; first < face->code_count; first += LISTED_AT_ONCE) {
		int left = face->code_count - first;
		int count = left < LISTED_AT_ONCE ? left : LISTED_AT_ONCE;
		pdf_put(out, "%d begincidchar\n", count);
		for (int i = first; i < first + count; i++) {
			put_code(out, i);
			pdf_put(out, "%u\n", cids[i]);
		}
		strbuf_add(out, "endcidchar\n");
	}
}

Bytes cmap_cids(Arena *a, const Face *face, const unsigned *cids)
{
	StrBuf out = {.arena = a};
	strbuf_add(&out, "/CIDInit /ProcSet findresource begin\n"
			 "12 dict begin\n"
			 "begincmap\n"
			 "/CIDSystemInfo 3 dict dup begin\n"
			 "/Registry (Adobe) def\n"
			 "/Ordering (Identity) def\n"
			 "/Supplement 0 def\n"
			 "end def\n"
			 "/CMapName /Codes def\n"
			 "/CMapType 1 def\n"
			 "/WMode 0 def\n"
			 "1 begincodespacerange\n"
			 "<0000> <FFFF>\n"
			 "endcodespacerange\n");
	put_cids(&out, face, cids);
	return map_end(&out);
}
